"""``assert_same``: two messages say the same, or the elements in which they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sivi2017.asserting.differences import Difference, differences
from sivi2017.asserting.given import Given, message_of, repeatable
from sivi2017.asserting.settings import HOW_TO_REVEAL, settings
from sivi2017.asserting.telling import MOST
from sivi2017.asserting.validity import invalid_text
from sivi2017.bindings import Message
from sivi2017.errors import InvalidMessage

__all__ = ["assert_same", "readable", "unequal_lines"]


def assert_same(
    left: Given,
    right: Given,
    *,
    ignore: Iterable[str] = (),
    tolerant: bool = False,
    reveal: bool | None = None,
) -> None:
    """Assert that two messages say the same, whatever each is: ``differences`` tells what that means.

    :param ignore: tags of elements that do not matter, such as ``NEW_IN_EVERY_MESSAGE``.
    :param tolerant: take the known departures of partners, see ``sivi2017.read``.
    :param reveal: whether the failure shows the values of people; None for what the options of the pytest plugin say.
    :raises AssertionError: with the elements in which they differ, or with why one of them cannot be read.
    :raises ValueError: when no message has an element with a tag in ``ignore``.
    """
    __tracebackhide__ = True
    shown = settings(reveal=reveal).reveal
    first, second = readable(left, "left", tolerant, shown), readable(right, "right", tolerant, shown)
    found = differences(first, second, ignore=ignore)
    if found:
        raise AssertionError("\n".join(_lines(found, shown)))


def readable(given: Given, side: str, tolerant: bool, reveal: bool) -> Message:
    """What a message says.

    :raises AssertionError: when the schema does not allow it.
    """
    __tracebackhide__ = True
    given = repeatable(given)
    try:
        return message_of(given, tolerant=tolerant)
    except InvalidMessage as error:
        report = error.report
        called = f"the {side} message" if side else "the message"
        text = invalid_text(report, report.errors, given, reveal=reveal, called=called)
    raise AssertionError(text)


def unequal_lines(left: Message, right: Message) -> list[str]:
    """Why ``left == right`` does not hold, as pytest shows it."""
    try:
        found = differences(left, right)
    except InvalidMessage as error:
        return ["the messages are not equal, and one is not valid:", *str(error).splitlines()]
    if not found:
        return ["the messages say the same, but in another order or with values of other types"]
    return list(_lines(found, settings().reveal))


def _lines(found: Sequence[Difference], reveal: bool) -> list[str]:
    lines = [f"the messages differ in {len(found)} element{'s' * (len(found) > 1)}"]
    for difference in found[:MOST]:
        lines += difference.lines(reveal=reveal)
    if len(found) > MOST:
        lines.append(f"  and {len(found) - MOST} more, in sivi2017.asserting.differences")
    if not reveal and any(difference.private for difference in found):
        lines.append(HOW_TO_REVEAL)
    return lines
