"""JSON read exactly: numbers as they are written, and no key that stands in an object twice goes unseen."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Any, Never

from sivi2017.errors import InvalidValue
from sivi2017.reading.source import Source, opened

__all__ = ["JsonObject", "kind_of", "parse_json"]

_MOST_DIGITS = 100
"""No number of a message comes near; a longer one could take long to work out."""


class JsonObject(dict[str, Any]):
    """An object, which knows of the keys that it has more than once."""

    twice: tuple[str, ...] = ()


def parse_json(source: Source) -> Any:
    """The value that a document holds: objects as ``JsonObject``, numbers with a fraction as ``Decimal``.

    >>> parse_json(b'{"uren_per_week": 36.10}')["uren_per_week"]
    Decimal('36.10')

    :raises InvalidValue: with the line where the document is no JSON, and nothing of what stands there.
    :raises OSError: when it cannot be read.
    """
    with opened(source) as file:
        data = file.read()
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_int=_int,
            parse_float=_decimal,
            parse_constant=_no_constant,
        )
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = f"line {line} is not written in UTF-8"
    except json.JSONDecodeError as error:
        fault = f"{error.msg} (line {error.lineno}, column {error.colno})"
    except RecursionError:
        fault = "lists or objects stand too deep in each other"
    raise InvalidValue([f"the document is no JSON that can be read: {fault}"])


def kind_of(value: Any) -> str:
    """What a value is, in the words of JSON."""
    kinds = {str: "text", bool: "true or false", int: "a number", Decimal: "a number", list: "a list", type(None): "null"}
    return kinds.get(type(value), "an object")


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) < len(pairs):
        made.twice = tuple(key for key, number in Counter(key for key, _ in pairs).items() if number > 1)
    return made


def _int(text: str) -> int:
    _refuse_unless(len(text) <= _MOST_DIGITS)
    return int(text)


def _decimal(text: str) -> Decimal:
    _refuse_unless(len(text) <= _MOST_DIGITS)
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent that no computer can work with
        number = Decimal("Infinity")
    _refuse_unless(number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS)
    return number


def _refuse_unless(is_sensible: bool) -> None:
    if not is_sensible:
        raise InvalidValue([f"the document has a number of more than {_MOST_DIGITS} digits"])


def _no_constant(_text: str) -> Never:
    raise InvalidValue(["the document is no JSON that can be read: it has NaN or Infinity, which JSON does not know"])
