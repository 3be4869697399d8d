r"""Elements that may not be empty.

No text of the schema has a minimum length: ``<IdWrknmr/>`` is valid. It is also useless, and dangerous, since all employees
without a key have the same one. Text without one visible character counts as empty.

>>> [is_blank(value) for value in ("", "   ", "\t", "\u200b", "0")]
[True, True, True, True, False]
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES", "is_blank"]

_KEYS = (
    "IdInzndr",
    "IdOntvngr",
    "Berrefnr",
    "IdWrkgvrArbdnst",
    "IdWrknmr",
    "IdDnstvbnd",
    "VrzmgvlId",
    "SignNm",
    "OrgeenhCd",
)


def is_blank(value: str) -> bool:
    """Whether a text has nothing that can be seen."""
    return not any(character.isprintable() and character != " " for character in value)


@rule(
    "LEEG-1",
    Severity.ERROR,
    f"{', '.join(_KEYS[:-1])} and {_KEYS[-1]} are not empty or blank, wherever they stand.",
    "They tell who is meant and what belongs together; without a value the message goes to nobody, or to the wrong one.",
    on=_KEYS,
)
def key_is_not_blank(place: Place, _: RuleProfile) -> Iterator[Found]:
    if is_blank(place.value):
        yield place, "must not be empty or blank"


@rule(
    "LEEG-2",
    Severity.WARNING,
    "AansltnrGeguitwlngArbdnst is not empty or blank.",
    "An answer names a report by it, among others; where a coupling does without, switch the rule off.",
    on=("AansltnrGeguitwlngArbdnst",),
)
def aansluitnummer_is_not_blank(place: Place, _: RuleProfile) -> Iterator[Found]:
    if is_blank(place.value):
        yield place, "should not be empty or blank"


RULES = (key_is_not_blank, aansluitnummer_is_not_blank)
