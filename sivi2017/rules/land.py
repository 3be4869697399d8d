"""The country of a foreign address: its two letters of ISO 3166, such as BE.

The schema asks for two characters that are no digits. That lets the old sign of a car through (B), a small letter and a code
that is no longer used.

>>> from sivi2017.rules.landcodes import LAND_CODES
>>> [code in LAND_CODES for code in ("BE", "be", "B ", "UK")]
[True, False, False, False]
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.landcodes import LAND_CODES
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.values import shape

__all__ = ["RULES"]


@rule(
    "LAND-1",
    Severity.WARNING,
    "LandCd is a code of ISO 3166-1 alpha-2, in capitals.",
    "A receiver that has the list of countries cannot place another code.",
    on=("LandCd",),
)
def is_in_iso_3166(place: Place, _: RuleProfile) -> Iterator[Found]:
    if place.value not in LAND_CODES:
        yield place, f"must be a country code of ISO 3166 such as BE; {shape(place.value)}"


RULES = (is_in_iso_3166,)
