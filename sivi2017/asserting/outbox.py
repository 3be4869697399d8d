"""What the code under test sends, kept instead of sent."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from attrs import define, field

from sivi2017.asserting.given import Given, content
from sivi2017.asserting.settings import Settings, settings
from sivi2017.asserting.validity import invalid_text
from sivi2017.bindings import Message
from sivi2017.checking import validate
from sivi2017.report import Report
from sivi2017.rules.profile import RuleProfile

__all__ = ["Outbox"]


@define(repr=False)
class Outbox:
    """Takes messages in the place of what would send them, as they are at that moment, and checks each.

    >>> outbox = Outbox()
    >>> outbox.send(b"not a message")
    >>> outbox
    <Outbox: 1 message, 1 not valid>
    """

    settings: Settings = field(factory=settings)
    profile: RuleProfile = field(factory=RuleProfile)
    """What the coupling expects."""
    sent: list[bytes | Message] = field(factory=list, init=False)
    """What was sent: bytes, or an object of ``sivi2017.bindings``; of a file its bytes."""
    reports: list[Report] = field(factory=list, init=False)
    """What was found in each."""

    def send(self, message: Given) -> None:
        """Take a message; ``assert_valid`` tells later what is wrong with it."""
        kept = deepcopy(message) if isinstance(message, Message) else content(message)
        self.sent.append(kept)
        self.reports.append(validate(kept, profile=self.profile))

    @property
    def messages(self) -> list[Message]:
        """What was sent, as objects of ``sivi2017.bindings``, as far as it could be read."""
        return [report.message for report in self.reports if report.message is not None]

    def clear(self) -> None:
        """Forget what was sent: a test that sends wrong messages on purpose has looked at them."""
        self.sent.clear()
        self.reports.clear()

    def assert_valid(self) -> None:
        """Assert that all that was sent is valid.

        :raises AssertionError: with what is wrong with each message that is not.
        """
        __tracebackhide__ = True
        if text := self.invalid_text():
            raise AssertionError(text)

    def invalid_text(self) -> str:
        """What is wrong with each message that is not valid; empty when all are."""
        return "\n".join(self._texts())

    def _texts(self) -> Iterator[str]:
        for number, (given, report) in enumerate(zip(self.sent, self.reports, strict=True), start=1):
            failing = tuple(filter(self.settings.counts, report.findings))
            if failing:
                called = f"message {number} of the {len(self)} that were sent"
                yield invalid_text(report, failing, given, reveal=self.settings.reveal, called=called)

    def __len__(self) -> int:
        return len(self.sent)

    def __repr__(self) -> str:
        wrong = sum(not report.ok for report in self.reports)
        return f"<Outbox: {len(self)} message{'s' * (len(self) != 1)}, {wrong} not valid>"
