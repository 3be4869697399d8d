"""Numbers with a form or a check of their own: each passes every check, and is nobody's but by chance."""

from __future__ import annotations

from string import ascii_uppercase

from hypothesis import strategies as st
from stdnum import iban

from sivi2017.fakes.numbers import check_of
from sivi2017.rules.landcodes import LAND_CODES

__all__ = [
    "burgerservicenummers",
    "ibans",
    "kvk_nummers",
    "land_codes",
    "loonheffingennummers",
    "postcodes",
    "vestigingsnummers",
]

_NOT_GIVEN_OUT = {"SA", "SD", "SS"}
_LETTERS = [f"{one}{other}" for one in ascii_uppercase for other in ascii_uppercase]


def burgerservicenummers() -> st.SearchStrategy[str]:
    """Nine digits, leading zeros among them, that pass the elfproef."""
    return st.integers(1, 99_999_999).map(_with_check_digit)


def _with_check_digit(number: int) -> str:
    """A number of which the eight digits, or the nearest that have one, are followed by a check digit."""
    while (check := check_of(f"{number:08}")) == 10:
        number -= 1
    return f"{number:08}{check}"


def loonheffingennummers() -> st.SearchStrategy[str]:
    """Nine digits that pass the elfproef, L, and two digits."""
    return st.builds("{}L{:02}".format, burgerservicenummers(), st.integers(1, 99))


def kvk_nummers() -> st.SearchStrategy[str]:
    """Eight digits."""
    return st.integers(1, 99_999_999).map("{:08}".format)


def vestigingsnummers() -> st.SearchStrategy[str]:
    """Twelve digits, the first four of them zeros."""
    return st.integers(1, 99_999_999).map("{:012}".format)


def postcodes() -> st.SearchStrategy[str]:
    """Dutch postcodes: four digits and two capitals."""
    letters = st.sampled_from([pair for pair in _LETTERS if pair not in _NOT_GIVEN_OUT])
    return st.builds("{}{}".format, st.integers(1000, 9999), letters)


def ibans() -> st.SearchStrategy[str]:
    """Account numbers of Dutch form, with the letters of a bank that does not exist, and of German form."""
    dutch = st.integers(0, 10**10 - 1).map("NL00VBLD{:010}".format)
    german = st.integers(0, 10**18 - 1).map("DE00{:018}".format)
    return (dutch | german).map(lambda number: f"{number[:2]}{iban.calc_check_digits(number)}{number[4:]}")


def land_codes() -> st.SearchStrategy[str]:
    """Codes of ISO 3166-1 alpha-2, the Netherlands first."""
    return st.sampled_from(sorted(LAND_CODES, key=lambda code: (code != "NL", code)))
