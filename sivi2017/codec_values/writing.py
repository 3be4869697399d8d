"""From a value to its text, where both are of the usual kind.

All that is not, such as a value that remembers how it was written, or one of another type, raises ``Unusual``: the caller then
takes the longer way of ``sivi2017.writing.tree``, which writes it or tells what is wrong with it.

>>> from xsdata.models.datatype import XmlDate
>>> date_text(XmlDate(2017, 3, 6))
'2017-03-06'
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from xsdata.models.datatype import XmlDate, XmlTime

from sivi2017.lexical import lexical

__all__ = ["Unusual", "date_text", "decimal_text", "identifier_text", "int_text", "time_text"]


class Unusual(Exception):
    """A value or part that has to be written another way."""


def identifier_text(value: str) -> str:
    """The text of a number that is really a name."""
    if value.__class__ is not str or not (value.isascii() and value.isdigit()):
        raise Unusual
    return value


def date_text(value: XmlDate) -> str:
    """The text of a date without a zone."""
    if value.__class__ is not XmlDate or value.offset is not None:
        raise Unusual
    return _date_text(value.year, value.month, value.day)


@lru_cache(maxsize=32_768, typed=True)
def _date_text(year: int, month: int, day: int) -> str:
    # Typed, since 2017.0 equals 2017 and cannot be written.
    try:
        return str(XmlDate(year, month, day))
    except (TypeError, ValueError):
        raise Unusual from None


def time_text(value: XmlTime) -> str:
    """The text of a time."""
    if value.__class__ is not XmlTime:
        raise Unusual
    try:
        return lexical(value)
    except (TypeError, ValueError):
        raise Unusual from None


def int_text(value: int) -> str:
    """The text of a whole number."""
    if value.__class__ is not int or value.bit_length() > 64:
        raise Unusual
    return str(value)


def decimal_text(value: Decimal) -> str:
    """The text of a number with two digits after the point."""
    if value.__class__ is not Decimal:
        raise Unusual
    text = str(value)
    return text if text[-3:-2] == "." else lexical(value, digits=2)
