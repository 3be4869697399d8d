"""From the text of an element that the schema allows to its value.

The same few dates, codes and percentages come again and again, so what a text means is remembered, apart from whose it was.
An identifier is one person's, and is not.

>>> read_date(" 2017-03-06 ") is read_date(" 2017-03-06 ")
True
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TypeVar, cast

from lxml.etree import _Element
from xsdata.models.datatype import XmlDate

from sivi2017.lexical import collapsed, parse_date, parse_decimal, parse_int, parse_time

__all__ = ["END", "identifier", "members", "new", "read_date", "read_decimal", "read_int", "read_time"]

Value = TypeVar("Value")
Member = TypeVar("Member", bound=Enum)

new = object.__new__


class _End:
    """Stands where there is no next element."""

    tag = ""


END = [cast("_Element", _End())]
"""What comes after the last child of an element."""


def members(enum: type[Member]) -> dict[str | None, Member]:
    """The members of an enum by their codes."""
    return {member.value: member for member in enum}


def identifier(text: str | None) -> str:
    """A number that is really a name, without the white space around it."""
    text = text or ""
    return text if text.isalnum() else collapsed(text)


def _remembered(parse: Callable[[str], Value], most: int) -> Callable[[str | None], Value]:
    @lru_cache(maxsize=most)
    def read(text: str | None) -> Value:
        return parse(collapsed(text or ""))

    return read


def _parse_date(text: str) -> XmlDate:
    """A date; one that is written as nearly all are, the short way."""
    if len(text) == 10 and text[4] == text[7] == "-":
        with suppress(ValueError):
            day = date.fromisoformat(text)
            return XmlDate(day.year, day.month, day.day)
    return parse_date(text)


read_date = _remembered(_parse_date, 32_768)  # the days of ninety years
read_time = _remembered(parse_time, 4096)
read_decimal = _remembered(parse_decimal, 4096)
read_int = _remembered(parse_int, 4096)
