"""The exceptions of this library: one small tree, every text free of personal data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sivi2017.report import Report

__all__ = ["DepartureWarning", "InvalidEvent", "InvalidMessage", "InvalidValue", "LeftOutWarning", "NotPermitted", "SiviError"]

_SHOWN = 10


class SiviError(Exception):
    """Everything that this library raises on purpose, except for wrong arguments (``TypeError``, ``ValueError``)."""


class InvalidMessage(SiviError):
    """A message that cannot be read or may not be written.

    The text names the first findings; ``report`` has them all.

    >>> import sivi2017
    >>> try:
    ...     sivi2017.read(b"<Verzuimmeldingen>")
    ... except sivi2017.InvalidMessage as error:
    ...     print(error)
    1 error in the message:
    line 1: XML-SYNTAX: the file ends before the element that was opened is closed (line 1, column 19)
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        errors = self.report.errors
        lines = [f"{len(errors)} error{'s' if len(errors) != 1 else ''} in the message:"]
        lines += [str(finding) for finding in errors[:_SHOWN]]
        if len(errors) > _SHOWN:
            lines.append(f"and {len(errors) - _SHOWN} more in .report")
        return "\n".join(lines)


class InvalidValue(SiviError, ValueError):
    """A value of the domain that no message can carry, or that contradicts another.

    ``faults`` has one sentence for each fault of the object, with the name of the class and the field; none shows the value.
    """

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(self.faults)


class InvalidEvent(SiviError, ValueError):
    """An event that cannot happen to an absence case as it stands."""


class NotPermitted(SiviError):
    """A message that may not be sent about this person to this receiver; the text says why."""


class DepartureWarning(UserWarning):
    """``read(…, tolerant=True)`` met departures from the standard; ``validate(…, tolerant=True)`` lists each of them."""


class LeftOutWarning(UserWarning):
    """Something that was given is not in the message that was built, or only in part; the text says what."""
