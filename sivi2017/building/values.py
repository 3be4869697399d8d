"""One value of a document as one of the domain; texts are left to the domain to check."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from sivi2017.building.json_text import kind_of
from sivi2017.codelist import CodeList

__all__ = ["DATE", "NUMBER", "Unfit", "code_names", "plain", "word_of"]

DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""The form of a date."""
NUMBER = r"-?[0-9]+(\.[0-9]+)?"
"""The form of a number that is given as text."""


class Unfit(Exception):
    """A value that does not fit; the text says why, and does not show it."""


def plain(expected: type[Any], value: Any) -> Any:
    """The value as one of the expected class.

    >>> plain(date, "2017-03-06"), plain(Decimal, "36.50")
    (datetime.date(2017, 3, 6), Decimal('36.50'))

    :raises Unfit: with what was expected.
    """
    if value is None:
        raise Unfit("must be given")
    if isinstance(value, str) and not value.strip() and expected is not str:
        raise Unfit("must not be empty or blank; leave it out where there is no value")
    if issubclass(expected, CodeList):
        return _one_of(code_names(expected), "a code in quotes", value)
    if issubclass(expected, StrEnum):
        return _one_of({word_of(member): member for member in expected}, "a word in quotes", value)
    return _READERS[expected](value)


@cache
def code_names(codes: type[CodeList]) -> Mapping[str, CodeList]:
    """What a code can be written as: its value, and its name where its meaning is known."""
    values = {str(member.value): member for member in codes}
    return {**values, **{member.name: member for member in codes if member.betekenis is not None}}


def word_of(member: StrEnum) -> str:
    """How a document writes what is no code, such as ``gedeeltelijke_hersteldmelding``."""
    return member.name.lower()


def _one_of(choices: Mapping[str, Any], expected: str, value: Any) -> Any:
    if not isinstance(value, str):
        raise Unfit(f"must be {expected}, is {kind_of(value)}")
    if value not in choices:
        raise Unfit(f"must be one of {', '.join(choices)}")
    return choices[value]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    hint = ": write it in quotes, since a leading zero counts" if kind_of(value) == "a number" else ""
    raise Unfit(f"must be text, is {kind_of(value)}{hint}")


def _date(value: Any) -> date:
    if not isinstance(value, str):
        raise Unfit(f'must be a date such as "2017-03-06", is {kind_of(value)}')
    if not re.fullmatch(DATE, value):
        raise Unfit('must be a date such as "2017-03-06", without a time')
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Unfit("must be a day that exists") from None


def _decimal(value: Any) -> Decimal:
    if isinstance(value, str):
        if re.fullmatch(NUMBER, value):
            return Decimal(value)
        raise Unfit('must be a number in digits with a point, such as "36.50"')
    if kind_of(value) != "a number":
        raise Unfit(f"must be a number, is {kind_of(value)}")
    return Decimal(value)


def _whole(value: Any) -> int:
    if type(value) is int:
        return value
    raise Unfit(f"must be a whole number, is {'one with a fraction' if isinstance(value, Decimal) else kind_of(value)}")


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise Unfit(f"must be true or false, is {kind_of(value)}")


_READERS: dict[type[Any], Callable[[Any], Any]] = {
    str: _text,
    date: _date,
    Decimal: _decimal,
    int: _whole,
    bool: _yes_or_no,
}
