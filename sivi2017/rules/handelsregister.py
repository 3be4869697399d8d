"""The numbers of the Handelsregister, the trade register that the Kamer van Koophandel (KvK) keeps.

An organisation has a number of eight digits (``InschrijvingsnrKvK``), each of its branches one of twelve
(``VestigingsnrHandelsregister``). The first digits may be zeros, and those of a branch number usually are.

>>> from sivi2017.rules.cijfers import has_digits
>>> has_digits("000012345678", 12), has_digits("12345678", 12)
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.cijfers import has_digits
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.values import shape

__all__ = ["RULES"]


@rule(
    "KVK-1",
    Severity.WARNING,
    "InschrijvingsnrKvK is written with all eight digits.",
    "Many numbers begin with a zero; to a receiver that compares texts it is another number without it.",
    on=("InschrijvingsnrKvK",),
)
def inschrijvingsnummer_has_eight_digits(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not has_digits(place.value, 8):
        yield place, f"must be written with eight digits; {shape(place.value)}"


@rule(
    "VST-1",
    Severity.WARNING,
    "VestigingsnrHandelsregister is written with all twelve digits.",
    "Branch numbers begin with zeros; to a receiver that compares texts it is another number without them.",
    on=("VestigingsnrHandelsregister",),
)
def vestigingsnummer_has_twelve_digits(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not has_digits(place.value, 12):
        yield place, f"must be written with twelve digits; {shape(place.value)}"


RULES = (inschrijvingsnummer_has_eight_digits, vestigingsnummer_has_twelve_digits)
