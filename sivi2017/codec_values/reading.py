"""From the text of an element that the schema allows to its value.

The same few dates, codes and percentages come again and again, so what a text means is remembered, apart from whose it was.
An identifier is one person's, and is not.

>>> read_date(" 2017-03-06 ") is read_date(" 2017-03-06 ")
True
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import TypeVar, cast

from lxml.etree import _Element

from sivi2017.lexical import collapsed, parse_date, parse_decimal, parse_int, parse_time

__all__ = ["END", "identifier", "members", "new", "read_date", "read_decimal", "read_int", "read_time"]

Value = TypeVar("Value")
Member = TypeVar("Member", bound=Enum)

new = object.__new__


class _End:
    """Stands where there is no next element."""

    tag = ""


END = (cast("_Element", _End()),)
"""What comes after the last child of an element."""


def members(enum: type[Member]) -> dict[str | None, Member]:
    """The members of an enum by their codes."""
    return {member.value: member for member in enum}


def identifier(text: str | None) -> str:
    """A number that is really a name, without the white space around it."""
    text = text or ""
    return text if text.isalnum() else collapsed(text)


def _remembered(parse: Callable[[str], Value]) -> Callable[[str | None], Value]:
    @lru_cache(maxsize=4096)
    def read(text: str | None) -> Value:
        return parse(collapsed(text or ""))

    return read


read_date = _remembered(parse_date)
read_time = _remembered(parse_time)
read_decimal = _remembered(parse_decimal)
read_int = _remembered(parse_int)
