"""Whether the text of one element has the form that the schema asks for, and what a person should be told where not.

A sentence describes the value, by its length or by its shape, and never quotes it; codes are short and are quoted.

>>> from sivi2017.schema.model import message_model
>>> voorletters = message_model("WerknemerGegevens").root["Wrkgvr"]["Wrknmr"]["Voorl"].format
>>> value_fault("ABCDEFGHI", voorletters)
Fault(id='XSD-LENGTH', text='at most 6 characters, has 9')
>>> value_fault("ABC", voorletters) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from attrs import frozen

from sivi2017.lexical import collapsed, parse_date, parse_decimal, parse_time, whole_number_digits
from sivi2017.schema.model import Format

__all__ = ["Fault", "bare_code", "has_character_outside_xml", "value_fault"]


@frozen
class Fault:
    """What is wrong with a value."""

    id: str
    text: str


_PARSERS: dict[str, Callable[[str], object]] = {
    "date": parse_date,
    "time": parse_time,
    "decimal": parse_decimal,
    "nonNegativeInteger": whole_number_digits,
}

_EXPECTED = {
    "date": "a day that exists, written as yyyy-mm-dd",
    "time": "a time of the day, written as hh:mm:ss",
    "decimal": "a number with a point and two digits after it, such as 36.00",
    "nonNegativeInteger": "a whole number in digits only",
}

# The patterns of our schemas in words; one that is not here is shown as it stands.
_PATTERNS = {
    r"\D*": "no digits",
    "[0-9]{5}": "five digits",
    "[0-9]{1,3}[.][0-9]{2}": "at most three digits, a point and two digits, such as 36.00",
    "[0-9]{1,4}[.][0-9]{2}": "at most four digits, a point and two digits, such as 36.00",
}


def value_fault(text: str, form: Format) -> Fault | None:
    """The first thing that is wrong with a text, or None."""
    if form.collapses:
        text = collapsed(text)
        try:
            _PARSERS[form.base](text)
        except ValueError:
            return Fault("XSD-VALUE", f"must be {_EXPECTED[form.base]}; {shape(text)}")
    if form.codes:
        return _code_fault(text, form)
    return _length_fault(text, form) or _pattern_fault(text, form)


def bare_code(text: str, form: Format) -> str | None:
    """The code that stands in a text behind a leading zero; None where the text is a code itself, or hides none.

    >>> from sivi2017.schema.model import message_model
    >>> fase = message_model("Dienstverbanden").root["Wrkgvr"]["Wrknmr"]["Dnstvbnd"]["FsIndFZ"].format
    >>> bare_code("01", fase), bare_code("1", fase), bare_code("", fase)
    ('1', None, None)
    """
    if not form.codes or not text.startswith("0") or form.code(text) is not None:
        return None
    bare = text.lstrip("0") or "0"
    return bare if form.code(bare) is not None else None


_OUTSIDE_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def has_character_outside_xml(text: str) -> bool:
    """Whether a text has a character that no XML can carry: a control character, say, or half a surrogate pair."""
    return _OUTSIDE_XML.search(text) is not None


def shape(text: str) -> str:
    """The form of a text in words, with nothing of what it says: digits as 9, letters as x.

    >>> shape("36,00"), shape("")
    ('has the form 99,99', 'is empty')
    """
    if not text:
        return "is empty"
    if len(text) > 25:
        return f"has {len(text)} characters"
    hidden = re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "9", text))
    return f"has the form {re.sub(r'[^x9.,:/+ -]', '?', hidden)}"


def _code_fault(text: str, form: Format) -> Fault | None:
    if form.code(text) is not None:
        return None
    listed = ", ".join(code.value for code in form.codes)
    had = f"has {text}" if _looks_like_a_code(text, form) else shape(text)
    return Fault("XSD-CODE", f"must be {'one of ' if len(form.codes) > 1 else ''}{listed}; {had}")


def _looks_like_a_code(text: str, form: Format) -> bool:
    """Whether a text may be quoted: no longer than the codes of the list, and in digits where they are."""
    values = [code.value for code in form.codes]
    if len(text) > max(map(len, values)):
        return False
    return bool(re.fullmatch("[0-9]+" if all(value.isdigit() for value in values) else "[A-Z]", text))


def _length_fault(text: str, form: Format) -> Fault | None:
    size = len(text)
    if form.length is not None and size != form.length:
        return Fault("XSD-LENGTH", f"exactly {form.length} characters, has {size}")
    if form.max_length is not None and size > form.max_length:
        return Fault("XSD-LENGTH", f"at most {form.max_length} characters, has {size}")
    if form.total_digits is not None and form.base == "nonNegativeInteger":
        digits = len(whole_number_digits(text))
        if digits > form.total_digits:
            return Fault("XSD-LENGTH", f"at most {form.total_digits} digits, has {digits}")
    return None


def _pattern_fault(text: str, form: Format) -> Fault | None:
    if form.pattern is None or _compiled(form.pattern).fullmatch(text):
        return None
    if form.pattern == r"\D*":
        return Fault("XSD-PATTERN", f"must have no digits, has {sum(character.isdecimal() for character in text)}")
    return Fault("XSD-PATTERN", f"must be {_PATTERNS.get(form.pattern, f'of the form {form.pattern}')}; {shape(text)}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
