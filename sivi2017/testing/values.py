"""Texts of an element, from nothing but its format: a new format of the same kinds needs no work here.

These are bare: without the white space that means nothing around a number. To Hypothesis the simplest is what takes the fewest
choices, and of those the first: so no odd value here takes fewer choices than a plain one, and a failing test shows plain ones.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from sivi2017.schema.model import Format

__all__ = ["days", "plain_texts", "texts", "visible_texts"]

# Each of these has lost or changed a text somewhere, once.
_DIFFICULT = "\t\n\r \x7f\x85\u00a0&<>]\"'\u0301\u200f\u2028𐐷"
_ZONES = st.sampled_from(["", "", "Z", "+00:00", "-00:00", "+01:00", "-05:30", "+14:00", "-14:00"])
_NO_DIGITS = r"\D*"


@cache
def texts(form: Format) -> st.SearchStrategy[str]:
    """Every way to write a value of a format that XML Schema allows."""
    if form.codes:
        return st.sampled_from([code.value for code in form.codes])
    if form.base == "string" and form.pattern in (None, _NO_DIGITS):
        return _strings(form, _characters(form)) | _strings(form, _difficult())
    makers = {"date": _dates, "time": _times, "nonNegativeInteger": _numbers}
    if form.base in makers:
        return makers[form.base](form)
    assert form.pattern is not None
    return st.from_regex(form.pattern, fullmatch=True)


@cache
def plain_texts(form: Format) -> st.SearchStrategy[str]:
    """Texts in which every character shows."""
    return _strings(form, _characters(form, "Cf", "Co", "Zl", "Zp", "Zs", "Cn"), shortest=1)


@cache
def visible_texts(form: Format) -> st.SearchStrategy[str]:
    """Any texts in which something shows."""
    if form.length is not None:
        return plain_texts(form)
    longest = form.max_length or 1
    some = st.text(_characters(form), max_size=6) | st.text(_difficult(), max_size=6)
    shown = st.sampled_from("xé𐐷")
    short = st.builds(lambda start, middle, end: start + middle + end, some.map(lambda text: text[:3]), shown, some)
    return st.one_of(
        short.map(lambda text: text[:longest] if text[:longest].strip() else "x"),
        short.map(lambda text: (text * longest)[: longest - 1] + "x"),
    )


def _difficult() -> st.SearchStrategy[str]:
    return st.sampled_from("x" + _DIFFICULT)


def days(first: date = date(1, 1, 2), last: date = date.max) -> st.SearchStrategy[date]:
    """Days, the simplest of them the first of 2000 or the one nearest to it; leap days among them."""
    simplest = min(max(date(2000, 1, 1), first), last)
    numbers = st.integers((first - simplest).days, (last - simplest).days)
    leap_days = [day for day in (date(2016, 2, 29), date(2000, 2, 29), first, last) if first <= day <= last]
    return numbers.map(lambda number: simplest + timedelta(number)) | st.sampled_from(leap_days)


def _characters(form: Format, *without: str) -> st.SearchStrategy[str]:
    # What counts as a digit differs with the edition of Unicode; unassigned characters may become one.
    digits = ["Nd", "Cn"] if form.pattern else []
    categories: Any = ["Cs", "Cc", *digits, *without]
    return st.characters(codec="utf-8", exclude_categories=categories, exclude_characters="\ufffe\uffff")


def _strings(form: Format, characters: st.SearchStrategy[str], shortest: int = 0) -> st.SearchStrategy[str]:
    """Texts of few characters, or of as many as fit."""
    if form.length is not None:
        return st.text(characters, min_size=form.length, max_size=form.length)
    longest = form.max_length or 1
    seeds = st.text(characters, min_size=1, max_size=3)
    few = st.text(characters, min_size=shortest, max_size=min(longest, 8))
    return few | seeds.map(lambda seed: (seed * longest)[:longest])


def _numbers(form: Format) -> st.SearchStrategy[str]:
    assert form.total_digits is not None
    most = 10**form.total_digits - 1
    numbers = st.integers(0, most) | st.sampled_from([most, most // 10])
    signs, zeros = st.sampled_from(["", "", "+", "-"]), st.sampled_from(["", "", "0", "00000000000000"])
    return st.builds(
        lambda sign, zero, number: f"{'' if number and sign == '-' else sign}{zero}{number}", signs, zeros, numbers
    )


def _dates(_form: Format) -> st.SearchStrategy[str]:
    years = st.sampled_from(["-0001", "-2017", "-12017", "12017", "2147483647"])
    far = st.builds("{}-{:02}-{:02}".format, years, st.integers(1, 12), st.integers(1, 28))
    leap_days = st.sampled_from(["12016-02-29", "-0004-02-29"])
    return st.builds("".join, st.tuples(days().map(str) | far | leap_days, _ZONES))


def _times(_form: Format) -> st.SearchStrategy[str]:
    # libxml2 and Xerces round a fraction of more digits up to a minute of sixty seconds.
    fractions = st.text("0123456789", max_size=12)
    midnight = 24 * 60 * 60
    seconds = st.integers(0, midnight) | st.sampled_from([midnight - 1, midnight])
    return st.builds(_time, seconds, fractions, _ZONES)


def _time(second: int, fraction: str, zone: str) -> str:
    """A time of the day, midnight at its end with it: that has a fraction of zeros only."""
    minute, hour = second // 60, second // 3600
    part = "0" * len(fraction) if hour == 24 else fraction
    return f"{hour:02}:{minute % 60:02}:{second % 60:02}{'.' if part else ''}{part}{zone}"
