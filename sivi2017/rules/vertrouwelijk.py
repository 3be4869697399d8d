"""What an employer should not send, or only when there is a reason.

An employer may not record what an employee suffers from, nor why. Free text is where that turns up, however well it is meant.
The burgerservicenummer, a bank account, the level of education, and the leave for pregnancy, adoption or foster care are sent
only where the coupling needs them: its profile asks for them by tag.

>>> from sivi2017.schema.model import message_model
>>> element = message_model("WerknemerGegevens").root["Wrkgvr"]["Wrknmr"]["SofiNr"]
>>> place = Place("012345672", element, "SofiNr")
>>> [text for _, text in is_asked_for.check(place, RuleProfile())]
['is sensitive, and no settings of a coupling ask for it']
>>> [text for _, text in is_asked_for.check(place, RuleProfile(requested={"SofiNr"}))]
[]
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES"]


@rule(
    "PRV-1",
    Severity.WARNING,
    "There is no VrijeTekst.",
    "Free text may hold medical data, which an employer may not record or send.",
    on=("VrijeTekst",),
)
def has_no_free_text(place: Place, _: RuleProfile) -> Iterator[Found]:
    yield place, "is free text, which may hold medical data"


@rule(
    "PRV-2",
    Severity.WARNING,
    "SofiNr, BnkGiro, NivOpldngCd and WAZOCd stand only where the profile asks for them.",
    "Personal data go only to who needs them; what is not sent cannot leak.",
    on=("SofiNr", "BnkGiro", "NivOpldngCd", "WAZOCd"),
)
def is_asked_for(place: Place, profile: RuleProfile) -> Iterator[Found]:
    if place.element.tag not in profile.requested:
        yield place, "is sensitive, and no settings of a coupling ask for it"


RULES = (has_no_free_text, is_asked_for)
