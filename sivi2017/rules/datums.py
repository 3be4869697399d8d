"""Dates that must be in order.

A date of the bindings is an ``XmlDate``: it may have a zone, and a year before 1 or after 9999, which ``datetime.date``
cannot hold. The rules compare days by the calendar, and a zone changes nothing: 6 March is 6 March.

>>> from xsdata.models.datatype import XmlDate
>>> day(XmlDate(2017, 3, 6, 60)) == day(XmlDate(2017, 3, 6))
True
>>> day(XmlDate(-1, 1, 1)) < day(XmlDate(12017, 1, 1))
True
>>> two_years_later(XmlDate(2016, 2, 29))  # no day of the calendar, and right to compare with: 28 February is before it
(2018, 2, 29)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from xsdata.models.datatype import XmlDate

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element

__all__ = ["RULES", "Day", "day", "two_years_later"]

Day: TypeAlias = tuple[int, int, int]
"""Year, month and day: these compare as days do."""


def day(date: XmlDate) -> Day:
    """The day of a date, whatever its zone."""
    return date.year, date.month, date.day


def two_years_later(date: XmlDate) -> Day:
    """The same day two years later."""
    return date.year + 2, date.month, date.day


def _is_period(element: Element) -> bool:
    return "Ingdat" in element.by_tag and "Enddat" in element.by_tag


def _is_date(element: Element) -> bool:
    return element.format is not None and element.format.base == "date"


@rule(
    "DAT-1",
    Severity.ERROR,
    "DatHrstld is not before DatEerstVrzmdg.",
    "Nobody recovers before falling ill; a case of negative length spoils every count of days.",
    on=("Vrzm",),
)
def recovery_follows_first_day(place: Place, _: RuleProfile) -> Iterator[Found]:
    verzuim = place.value
    if verzuim.datum_hersteld is not None and day(verzuim.datum_hersteld) < day(verzuim.datum_eerste_verzuimdag):
        yield place.at("DatHrstld"), "must not be before DatEerstVrzmdg"


@rule(
    "DAT-2",
    Severity.ERROR,
    "IngdatMutVrzm is not before DatEerstVrzmdg.",
    "It is the day from which the report holds, and nothing holds before the case begins.",
    on=("Vrzm",),
)
def mutation_follows_first_day(place: Place, _: RuleProfile) -> Iterator[Found]:
    verzuim = place.value
    if day(verzuim.ingangsdatum_mutatie_verzuim) < day(verzuim.datum_eerste_verzuimdag):
        yield place.at("IngdatMutVrzm"), "must not be before DatEerstVrzmdg"


@rule(
    "DAT-3",
    Severity.ERROR,
    "Enddat is not before Ingdat: of a Dnstvbnd, an address, an Arbeidsrelatie and a Kostenplaats.",
    "What ends before it begins was never there, and a receiver cannot tell which of the two dates is wrong.",
    on=_is_period,
)
def end_follows_start(place: Place, _: RuleProfile) -> Iterator[Found]:
    period = place.value
    if period.ingangsdatum is not None and period.einddatum is not None and day(period.einddatum) < day(period.ingangsdatum):
        yield place.at("Enddat"), "must not be before Ingdat"


@rule(
    "DAT-4",
    Severity.WARNING,
    "DatEerstVrzmdg lies within the Dnstvbnd, from Ingdat to Enddat, unless the case is withdrawn.",
    "An absence belongs to an employment; outside it there is none to be absent from, or it is in the wrong one.",
    on=("Vrzm",),
)
def first_day_is_within_employment(place: Place, profile: RuleProfile) -> Iterator[Found]:
    verzuim = place.value
    assert place.parent is not None
    dienstverband = place.parent.value
    # A withdrawal repeats the case as it was sent, and may withdraw it for just this fault.
    if verzuim.verwerking.value == profile.verwerkingscodes["intrekking"]:
        return
    first = day(verzuim.datum_eerste_verzuimdag)
    if first < day(dienstverband.ingangsdatum):
        yield place.at("DatEerstVrzmdg"), "is before Ingdat of the Dnstvbnd"
    elif dienstverband.einddatum is not None and first > day(dienstverband.einddatum):
        yield place.at("DatEerstVrzmdg"), "is after Enddat of the Dnstvbnd"


@rule(
    "DAT-5",
    Severity.ERROR,
    "Gebdat is before Ingdat of every Dnstvbnd, and Overldat is not before Gebdat.",
    "A date of birth that cannot be true is a typing error, or that of another person.",
    on=("Wrknmr",),
)
def life_is_in_order(place: Place, _: RuleProfile) -> Iterator[Found]:
    werknemer = place.value
    birth = day(werknemer.geboortedatum)
    if werknemer.overlijdensdatum is not None and day(werknemer.overlijdensdatum) < birth:
        yield place.at("Overldat"), "must not be before Gebdat"
    for dienstverband in place.each("Dnstvbnd"):
        if day(dienstverband.value.ingangsdatum) <= birth:
            yield dienstverband.at("Ingdat"), "must be after Gebdat of the Wrknmr"


@rule(
    "DAT-6",
    Severity.WARNING,
    "No date is more than two years after AandatBr.",
    "Such a date is nearly always a typing error in the year.",
    on=_is_date,
)
def is_not_in_the_far_future(place: Place, _: RuleProfile) -> Iterator[Found]:
    made = place.message.value.bericht_algemeen.aanmaakdatum_bericht
    # The years settle it for nearly every date.
    if place.value.year > made.year and day(place.value) > two_years_later(made):
        yield place, "is more than two years after AandatBr"


RULES = (
    recovery_follows_first_day,
    mutation_follows_first_day,
    end_follows_start,
    first_day_is_within_employment,
    life_is_in_order,
    is_not_in_the_far_future,
)
