"""One report of an absence, by itself.

Each report (``Vrzm``) tells how the case stands from ``IngdatMutVrzm``: that it goes on, with the percentage that the
employee is absent, or that it has ended, with the day of recovery. The percentage is that of the absence, not of the
recovery: half recovered from full absence is 50.00, and so is half fallen ill.

>>> from decimal import Decimal
>>> from sivi2017.schema.model import message_model
>>> verzuim = message_model("Verzuimmeldingen").root["Wrkgvr"]["Wrknmr"]["Dnstvbnd"]["Vrzm"]
>>> for value in (Decimal("50.00"), Decimal("150.00")):
...     print([text for _, text in is_a_percentage.check(Place(value, verzuim["PrcVrzm"], "PrcVrzm"), RuleProfile())])
[]
['must be between 0.00 and 100.00']

A withdrawal repeats the case as it was sent last, so what must be right within a case must be right there too.
"""

from __future__ import annotations

from collections.abc import Iterator

from xsdata.models.datatype import XmlDate

from sivi2017.report import Severity
from sivi2017.rules.datums import day
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES"]

# Each has an old value beside it, with Oud after its name.
_CORRECTABLE = ("IngdatMutVrzm", "VrzmgvlId", "DatEerstVrzmdg")


def _has_ended(place: Place) -> bool:
    return bool(place.value.einde_verzuim.value == "J")


@rule(
    "VRZ-1",
    Severity.ERROR,
    "PrcVrzm and PrcArbther are between 0 and 100.",
    "They are parts of the hours that an employee works, and the schema allows up to 9999.99.",
    on=("PrcVrzm", "PrcArbther"),
)
def is_a_percentage(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not 0 <= place.value <= 100:
        yield place, "must be between 0.00 and 100.00"


@rule(
    "VRZ-2",
    Severity.WARNING,
    "With EndVrzmJN J there is a DatHrstld, and PrcVrzm is 0.00.",
    "A receiver ends the case on that day; without it, or with a percentage left, it cannot tell whether the case has ended.",
    on=("Vrzm",),
)
def ended_case_is_recovered(place: Place, _: RuleProfile) -> Iterator[Found]:
    if _has_ended(place):
        if place.value.datum_hersteld is None:
            yield place, "EndVrzmJN is J, and DatHrstld (Datum hersteld) is missing"
        if place.value.percentage_verzuim != 0:
            yield place.at("PrcVrzm"), "should be 0.00, as EndVrzmJN is J"


@rule(
    "VRZ-3",
    Severity.WARNING,
    "With EndVrzmJN N there is no DatHrstld, and PrcVrzm is above 0.00.",
    "Somebody who is recovered, or absent for no part, is not ill: one receiver ends the case and another does not.",
    on=("Vrzm",),
)
def open_case_is_not_recovered(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not _has_ended(place):
        if place.value.datum_hersteld is not None:
            yield place.at("DatHrstld"), "should not be there, as EndVrzmJN is N"
        if place.value.percentage_verzuim == 0:
            yield place.at("PrcVrzm"), "should be above 0.00, as EndVrzmJN is N"


@rule(
    "VRZ-4",
    Severity.ERROR,
    "RdnEndVrzmCd stands only with EndVrzmJN J.",
    "A reason why the case ended says that it ended, and EndVrzmJN says that it did not.",
    on=("Vrzm",),
)
def only_an_ended_case_has_a_reason(place: Place, _: RuleProfile) -> Iterator[Found]:
    if place.value.reden_einde_verzuim is not None and not _has_ended(place):
        yield place.at("RdnEndVrzmCd"), "stands only with EndVrzmJN J"


@rule(
    "VRZ-5",
    Severity.WARNING,
    "A new case has VrzmgvlVnrMld 1, and IngdatMutVrzm equal to DatEerstVrzmdg.",
    "With another number a receiver misses the reports before it; with another day the first days have no percentage.",
    on=("Vrzm",),
)
def new_case_begins_at_the_beginning(place: Place, profile: RuleProfile) -> Iterator[Found]:
    verzuim = place.value
    if verzuim.verwerking.value == profile.verwerkingscodes["nieuw"]:
        if verzuim.verzuimgeval_volgnummer_melding != 1:
            yield place.at("VrzmgvlVnrMld"), "should be 1, as the case is new"
        if day(verzuim.ingangsdatum_mutatie_verzuim) != day(verzuim.datum_eerste_verzuimdag):
            yield place.at("IngdatMutVrzm"), "should be equal to DatEerstVrzmdg, as the case is new"


@rule(
    "VRZ-6",
    Severity.WARNING,
    "IngdatMutVrzmOud, VrzmgvlIdOud and DatEerstVrzmdgOud stand only in a correction, and differ from the new value.",
    "They tell what is corrected; in another report, or with the value that is there already, nothing is.",
    on=("Vrzm",),
)
def old_value_is_corrected(place: Place, profile: RuleProfile) -> Iterator[Found]:
    is_correction = place.value.verwerking.value == profile.verwerkingscodes["correctie"]
    for tag in _CORRECTABLE:
        old = place.at(f"{tag}Oud")
        if old.value is None:
            continue
        if not is_correction:
            yield old, "should stand only in a correction"
        elif _is_same(old.value, place.at(tag).value):
            yield old, f"should differ from {tag}"


def _is_same(old: str | XmlDate, new: str | XmlDate) -> bool:
    if isinstance(old, XmlDate) and isinstance(new, XmlDate):
        return day(old) == day(new)
    return old == new


RULES = (
    is_a_percentage,
    ended_case_is_recovered,
    open_case_is_not_recovered,
    only_an_ended_case_has_a_reason,
    new_case_begins_at_the_beginning,
    old_value_is_corrected,
)
