"""What may be newer than the 2017 edition.

The schemas accept the codes of later editions, and elements that are known from the 2022 edition only (grade D). A partner of
2017 may not know them.

>>> from sivi2017.schema.model import message_model
>>> werknemer = message_model("WerknemerGegevens").root["Wrkgvr"]["Wrknmr"]
>>> is_later_code(werknemer["GslchtCd"], "O"), is_later_code(werknemer["GslchtCd"], "V")
(True, False)
>>> [element.tag for element in werknemer.children if element.grade == "D"]
['NivOpldngCd', 'BnkGiro']
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element

__all__ = ["RULES", "is_later_code"]

_LATER = "D"


def is_later_code(element: Element, value: str) -> bool:
    """Whether a code of an element came after 2017."""
    code = element.format.code(value) if element.format is not None else None
    return code is not None and code.later


def _may_be_later(element: Element) -> bool:
    has_later_codes = element.format is not None and any(code.later for code in element.format.codes)
    return element.grade == _LATER or has_later_codes


@rule(
    "EDI-1",
    Severity.WARNING,
    "There are no codes that came after 2017, and no elements that are known from a later edition only (grade D), unless the "
    "profile asks for the element.",
    "A receiver of the 2017 edition may refuse the message, or pass over what it does not know.",
    on=_may_be_later,
)
def is_of_2017(place: Place, profile: RuleProfile) -> Iterator[Found]:
    element = place.element
    if element.grade == _LATER:
        # What stands in a group of a later edition came with the group.
        came_with_group = place.parent is not None and place.parent.element.grade == _LATER
        if not came_with_group and element.tag not in profile.requested:
            yield place, "is known from a later edition only, and no settings of a coupling ask for it"
    elif is_later_code(element, place.value.value):
        yield place, "has a code that came after 2017"


RULES = (is_of_2017,)
