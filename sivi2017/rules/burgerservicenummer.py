"""The burgerservicenummer (BSN), in messages ``SofiNr``, as it was called until 2007.

It has nine digits, and the first may be a zero. The last one guards against typing errors: multiply the digits by 9, 8, 7 and
so on to 2, and the last by -1; the sum is a multiple of eleven (the elfproef). See
https://nl.wikipedia.org/wiki/Burgerservicenummer.

A message carries it as a number, and many systems leave out the zero in front. It is still the same burgerservicenummer:

>>> is_burgerservicenummer("012345672"), is_burgerservicenummer("12345672")
(True, True)
>>> is_burgerservicenummer("123456789"), is_burgerservicenummer("000000000")
(False, False)
"""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.nl import bsn

from sivi2017.report import Severity
from sivi2017.rules.cijfers import has_digits, significant_digits
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.values import shape

__all__ = ["RULES", "is_burgerservicenummer"]


def is_burgerservicenummer(value: str) -> bool:
    """Whether a number, written with or without leading zeros, passes the elfproef and is not zero."""
    return bool(bsn.is_valid(significant_digits(value).zfill(9)))


@rule(
    "BSN-1",
    Severity.ERROR,
    "SofiNr passes the elfproef and is not 000000000.",
    "A burgerservicenummer with a wrong digit is nobody's, or somebody else's.",
    on=("SofiNr",),
)
def passes_the_elfproef(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not is_burgerservicenummer(place.value):
        yield place, "is no burgerservicenummer: it does not pass the elfproef"


@rule(
    "BSN-2",
    Severity.WARNING,
    "SofiNr is written with all nine digits.",
    "A receiver that compares texts does not know 12345672 for 012345672.",
    on=("SofiNr",),
)
def has_nine_digits(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not has_digits(place.value, 9):
        yield place, f"must be written with nine digits; {shape(place.value)}"


RULES = (passes_the_elfproef, has_nine_digits)
