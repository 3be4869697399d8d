"""The loonheffingennummer: under what number an employer pays wage tax (loonheffingen).

It is the number of the organisation in nine digits, an L for loonheffingen, and two digits for the administration, as most
organisations have one and some have more.

>>> is_loonheffingennummer("123456789L01")
True
>>> is_loonheffingennummer("123456789l01"), is_loonheffingennummer("123456789"), is_loonheffingennummer("123456789L1")
(False, False, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.values import shape

__all__ = ["RULES", "is_loonheffingennummer"]

_FORM = re.compile("[0-9]{9}L[0-9]{2}")
_EMPLOYEE_FLOW = ("WerknemerGegevens", "Dienstverbanden")


def is_loonheffingennummer(value: str) -> bool:
    """Whether a text has the form of a loonheffingennummer."""
    return _FORM.fullmatch(value) is not None


@rule(
    "LHN-1",
    Severity.WARNING,
    "Lhnr is nine digits, the letter L and two digits.",
    "A loonheffingennummer of another form cannot be the one that the Belastingdienst gave.",
    on=("Lhnr",),
)
def has_the_form(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not is_loonheffingennummer(place.value):
        yield place, f"must be nine digits, L and two digits; {shape(place.value)}"


@rule(
    "LHN-2",
    Severity.WARNING,
    "In WerknemerGegevens and Dienstverbanden every Wrkgvr has Lhnr.",
    "It is mandatory from edition 2022, and a partner that also takes that edition will want it.",
    on=("Wrkgvr",),
)
def is_present(place: Place, _: RuleProfile) -> Iterator[Found]:
    if place.value.loonheffingennummer is None and place.message.element.tag in _EMPLOYEE_FLOW:
        yield place, "Lhnr (Loonheffingennummer) is missing"


RULES = (has_the_form, is_present)
