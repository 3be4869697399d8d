"""Values that remember how they were written.

XML Schema lets one value be written in several ways: ``36.00`` and ``036.00``, ``12:00:00`` and ``12:00:00.0``. A receiver
that matches on text sees the difference, so a message that is read and written again must keep it. Reading gives a plain
``int``, ``Decimal``, ``XmlDate`` or ``XmlTime`` where that value is written just as it was read, and one of the classes
here where it is not. They equal the plain value and work as it does; calculating with them gives plain values.

>>> hours = parse_decimal("036.00")
>>> hours == Decimal("36.00"), lexical(hours)
(True, '036.00')
>>> type(parse_decimal("36.00")).__name__
'Decimal'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Self, SupportsIndex, TypeVar, cast

from xsdata.models.datatype import XmlDate, XmlTime
from xsdata.utils.dates import validate_date, validate_time

__all__ = ["collapsed", "lexical", "parse_date", "parse_decimal", "parse_int", "parse_time", "whole_number_digits"]

_BLANKS = re.compile("[ \\t\\r\\n]+")
_ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_DATE = re.compile(rf"(?P<year>-?(?:[1-9][0-9]{{4,17}}|[0-9]{{4}}))-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}){_ZONE}")
_TIME = re.compile(rf"(?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}}):(?P<second>[0-9]{{2}})(?:\.(?P<fraction>[0-9]+))?{_ZONE}")
_INTEGER = re.compile(r"(?:\+|-(?=0+\Z))?(?P<digits>[0-9]+)")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")


class _Written:
    """Mixed into a value type: carries the text, also through copying and pickling."""

    text: str = ""
    """As it was read; empty for a value that was made from one that was read."""
    parse: Callable[[str], Any]

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return type(self).parse, (lexical(cast("Any", self)),)


Value = TypeVar("Value", bound=_Written)


class WrittenInt(_Written, int):
    """A whole number such as ``007``."""


class WrittenDecimal(_Written, Decimal):
    """A decimal number such as ``036.00``."""


class WrittenDate(_Written, XmlDate):
    """A date such as ``2017-03-06+00:00``."""


class WrittenTime(_Written, XmlTime):
    """A time such as ``09:15:00.50``."""


def lexical(value: int | Decimal | XmlDate | XmlTime, digits: int = 0) -> str:
    """The text that stands for the value in a message: the one it was read from, else the usual one.

    :param digits: how many digits a decimal number has after the point; where it needs more it keeps them.
    :raises ValueError: for a part of a second that is a whole one: it would be written as another time.

    >>> lexical(XmlDate(2017, 3, 6)), lexical(Decimal(36), digits=2), lexical(Decimal("36.125"), digits=2)
    ('2017-03-06', '36.00', '36.125')
    """
    if isinstance(value, _Written) and value.text:
        return value.text
    if isinstance(value, Decimal):
        return _decimal_text(value, digits)
    if isinstance(value, XmlTime) and not 0 <= value.fractional_second < 10**9:
        raise ValueError("the part of a second is a second or more")
    return str(value)


def _decimal_text(value: Decimal, digits: int) -> str:
    # No number of a message is that large or small; written out it could fill the memory.
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    whole, _, fraction = f"{value:f}".partition(".")
    fraction = fraction.rstrip("0").ljust(digits, "0")
    return f"{whole}.{fraction}" if fraction else whole


def collapsed(text: str) -> str:
    """The text without the white space around it, and with single blanks within: what XML Schema compares."""
    return _BLANKS.sub(" ", text).strip(" ")


def parse_int(text: str) -> int:
    """A number that is not negative, from its digits; a plus sign and leading zeros are kept with it.

    :raises ValueError: when the text is no such number.
    """
    value = int(whole_number_digits(text) or "0")
    return value if str(value) == text else _written(WrittenInt(value), text)


def whole_number_digits(text: str) -> str:
    """The digits of a number that is not negative, without a sign and leading zeros; empty for zero.

    :raises ValueError: when the text is no such number.
    """
    return _matched(_INTEGER, text)["digits"].lstrip("0")


def parse_decimal(text: str) -> Decimal:
    """A decimal number with a point, from its digits; a sign and other than two digits after the point are kept with it.

    :raises ValueError: when the text is no such number.
    """
    _matched(_DECIMAL, text)
    value = Decimal(text)
    return value if lexical(value, digits=2) == text else _written(WrittenDecimal(text), text)


def parse_date(text: str) -> XmlDate:
    """A date as ``yyyy-mm-dd`` with or without a zone.

    :raises ValueError: when the text is no date or the day does not exist.
    """
    match = _matched(_DATE, text)
    parts = int(match["year"]), int(match["month"]), int(match["day"])
    if not parts[0]:
        raise ValueError("there is no year 0")
    validate_date(*parts)
    offset = _offset(match["zone"])
    value = XmlDate(*parts, offset)
    return value if str(value) == text else _written(WrittenDate(*parts, offset), text)


def parse_time(text: str) -> XmlTime:
    """A time as ``hh:mm:ss`` with or without a fraction and a zone; of a fraction the value holds nine digits.

    :raises ValueError: when the text is no time of a day.
    """
    match = _matched(_TIME, text)
    fraction = match["fraction"] or ""
    parts = int(match["hour"]), int(match["minute"]), int(match["second"]), int(fraction[:9].ljust(9, "0"))
    validate_time(*parts[:3], parts[3] or int(any(digit != "0" for digit in fraction)))
    offset = _offset(match["zone"])
    value = XmlTime(*parts, offset)
    return value if str(value) == text else _written(WrittenTime(*parts, offset), text)


def _matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.fullmatch(text)
    if match is None:
        raise ValueError("the text does not have the form of this value")
    return match


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    return -minutes if zone[0] == "-" else minutes


def _written(value: Value, text: str) -> Value:
    value.text = text
    return value


WrittenInt.parse = parse_int
WrittenDecimal.parse = parse_decimal
WrittenDate.parse = parse_date
WrittenTime.parse = parse_time
