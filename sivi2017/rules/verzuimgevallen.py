"""The cases of absence that the reports of a message make together.

A case (verzuimgeval) has a key, ``VrzmgvlId``, and each report of it a number, ``VrzmgvlVnrMld``, that counts on from 1. The
key is the employer's: an answer names a report by the employer's two numbers, the key and the number, and not by the
employee. So numbers are looked at for each employer in the whole message, and two reports with the same four cannot be told
apart.

Two cases of one employment are never at the same time. What counts is how the message leaves each case: the last report of
it. A case that is withdrawn is no longer there. The day of recovery may be the first day of the next case.

>>> march = (2017, 3, 6), (2017, 3, 20)
>>> list(overlaps([march, ((2017, 3, 20), OPEN)]))
[]
>>> list(overlaps([((2017, 3, 13), OPEN), march]))  # the first of the list falls into the second
[(0, 1)]
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sivi2017.report import Severity
from sivi2017.rules.datums import day
from sivi2017.rules.engine import Found, Memory, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element

__all__ = ["OPEN", "RULES", "overlaps"]

_Moment: TypeAlias = tuple[float, int, int]
_Period: TypeAlias = tuple[_Moment, _Moment]

OPEN: _Moment = (math.inf, 0, 0)
"""The end of a case that has not ended: after every day."""


def overlaps(periods: Sequence[_Period]) -> Iterator[tuple[int, int]]:
    """Each period that begins before an earlier one has ended, and that earlier one, by their places in the list.

    Of several earlier ones it is the one that ends last.
    """
    order = sorted(range(len(periods)), key=lambda index: periods[index])
    latest = order[0] if order else 0
    for index in order[1:]:
        if periods[index][0] < periods[latest][1]:
            yield index, latest
        if periods[index][1] > periods[latest][1]:
            latest = index


@rule(
    "VRZ-7",
    Severity.ERROR,
    "Within one message, VrzmgvlVnrMld of a case strictly rises, a report that changes nothing aside.",
    "A receiver takes a number that it had for the same report sent again, and passes over what it says.",
    on=("Vrzm",),
    remembers=True,
)
def number_of_report_rises(place: Place, profile: RuleProfile, highest: Memory) -> Iterator[Found]:
    verzuim = place.value
    if verzuim.verwerking.value == profile.verwerkingscodes["ongewijzigd"]:
        return
    number = verzuim.verzuimgeval_volgnummer_melding
    employer = _employer(place)
    case = (*employer, verzuim.verzuimgeval_identificatie)
    keys = [case]
    if verzuim.verzuimgeval_identificatie_oud is not None:
        keys.append((*employer, verzuim.verzuimgeval_identificatie_oud))
    before = max(highest.get(key, -1) for key in keys)
    if number <= before:
        yield place.at("VrzmgvlVnrMld"), "must be higher than in the reports of this case before it"
    highest[case] = max(number, before)


def _employer(report: Place) -> tuple[str, str]:
    """What the employer of a report is known by."""
    place = report
    while place.element.tag != "Wrkgvr":
        assert place.parent is not None
        place = place.parent
    return place.value.aansluitnummer_gegevensuitwisseling_arbodienst, place.value.identificatie_werkgever_bij_arbodienst


def _holds_reports(element: Element) -> bool:
    return "Vrzm" in element.by_tag


@rule(
    "VRZ-8",
    Severity.WARNING,
    "Within one message, a Dnstvbnd has at most one open case, and its cases do not overlap.",
    "Nobody is absent from one employment twice at a time: days are counted double, or a hersteldmelding is missing.",
    on=_holds_reports,
)
def cases_do_not_overlap(place: Place, profile: RuleProfile) -> Iterator[Found]:
    cases = _cases(place, profile)
    periods = [_period(case) for case in cases]
    for index, earlier in overlaps(periods):
        both_open = periods[index][1] == periods[earlier][1] == OPEN
        what = "is open, as is" if both_open else "overlaps"
        yield cases[index], f"the case {what} that of {cases[earlier].step}"


def _cases(place: Place, profile: RuleProfile) -> list[Place]:
    """The last report of each case that is not withdrawn."""
    cases: dict[str, Place] = {}
    for report in place.each("Vrzm"):
        verzuim = report.value
        cases.pop(verzuim.verzuimgeval_identificatie_oud, None)
        cases.pop(verzuim.verzuimgeval_identificatie, None)
        if verzuim.verwerking.value != profile.verwerkingscodes["intrekking"]:
            cases[verzuim.verzuimgeval_identificatie] = report
    return list(cases.values())


def _period(case: Place) -> _Period:
    verzuim = case.value
    first = day(verzuim.datum_eerste_verzuimdag)
    if verzuim.einde_verzuim.value != "J":
        return first, OPEN
    # Without a day of recovery the day from which the report holds comes nearest.
    return first, day(verzuim.datum_hersteld or verzuim.ingangsdatum_mutatie_verzuim)


RULES = (number_of_report_rises, cases_do_not_overlap)
