"""What happens to an employee in a year besides absence: coming, going, and what changes in between."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from attrs import evolve, frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.werknemer import Werknemer
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.employments import began, employments, other_department, other_hours
from sivi2017.fakes.frequencies import Frequencies
from sivi2017.fakes.people import address, born_before, name_of_partner
from sivi2017.fakes.telling import in_office_hours

__all__ = ["Change", "SoortWijziging", "life"]

_FILLING = 2 * 60 * 60
"""Seconds that the first filling takes."""


class SoortWijziging(StrEnum):
    """What is told of an employee."""

    EERSTE_VULLING = "eerste vulling"
    """Who is there as the year begins."""
    INDIENSTTREDING = "indiensttreding"
    ANDERE_AFDELING = "andere afdeling"
    ANDERE_UREN = "andere uren"
    VERHUIZING = "verhuizing"
    ANDERE_NAAM = "andere naam"
    ADRESCORRECTIE = "adrescorrectie"
    UITDIENSTTREDING = "uitdiensttreding"


_MUTATIES = {
    SoortWijziging.EERSTE_VULLING: Mutatie.NIEUW,
    SoortWijziging.INDIENSTTREDING: Mutatie.NIEUW,
    SoortWijziging.ADRESCORRECTIE: Mutatie.CORRECTIE,
}


@frozen
class Change:
    """Something that changed, and how all stands after it."""

    moment: datetime
    """When it is told."""
    soort: SoortWijziging
    werknemer: Werknemer
    dienstverbanden: tuple[Dienstverband, ...]

    @property
    def mutatie(self) -> Mutatie:
        """What the message says that happened."""
        return _MUTATIES.get(self.soort, Mutatie.WIJZIGING)


State: TypeAlias = tuple[Werknemer, tuple[Dienstverband, ...]]


def life(
    dice: Dice, frequencies: Frequencies, werknemer: Werknemer, number: int, *, year: int, second: bool = True
) -> list[Change]:
    """All that is told of an employee in a year, oldest first: at least the first filling, or the arrival.

    :param second: whether there may be two employments.
    """
    first = _arrival(dice, year) if dice.chance(frequencies.arrives) else None
    start = began(dice, born_before(werknemer), year) if first is None else first
    dienstverbanden = employments(dice, frequencies, werknemer, number, first=start, second=second)
    works_from, last = first or date(year, 1, 1), date(year, 12, 31)
    leaves = dice.chance(frequencies.leaves) and (last - works_from).days > 60
    if leaves:
        last = works_from + timedelta(days=dice.whole(45, (last - works_from).days))
    begin = datetime(year, 1, 1) + timedelta(seconds=number % _FILLING)  # noqa: DTZ001 - the messages have no zone
    if first is None:
        changes = [Change(begin, SoortWijziging.EERSTE_VULLING, werknemer, dienstverbanden)]
    else:
        moment = in_office_hours(dice, first - timedelta(days=dice.whole(4, 14)), begin)
        changes = [Change(moment, SoortWijziging.INDIENSTTREDING, werknemer, dienstverbanden)]
    for day, soort in _days(dice, frequencies, works_from, last, leaves=leaves):
        state = _after(soort, changes[-1], last if soort is SoortWijziging.UITDIENSTTREDING else day, dice, frequencies)
        moment = in_office_hours(dice, day, changes[-1].moment)
        if moment.year == year:
            changes.append(Change(moment, soort, *state))
    return changes


def _arrival(dice: Dice, year: int) -> date:
    """The first of a month, more often than not."""
    return date(year, dice.whole(2, 12), 1 if dice.chance(0.7) else dice.whole(2, 28))


def _days(dice: Dice, frequencies: Frequencies, first: date, last: date, *, leaves: bool) -> list[tuple[date, SoortWijziging]]:
    """The days on which something changes; of a departure that on which it is told."""
    chances = (
        (frequencies.changes_department, SoortWijziging.ANDERE_AFDELING),
        (frequencies.changes_hours, SoortWijziging.ANDERE_UREN),
        (frequencies.moves_house, SoortWijziging.VERHUIZING),
        (frequencies.changes_name, SoortWijziging.ANDERE_NAAM),
        (frequencies.wrong_address, SoortWijziging.ADRESCORRECTIE),
    )
    length = (last - first).days
    found = [(first + timedelta(days=dice.whole(1, length)), soort) for chance, soort in chances if dice.chance(chance)]
    if leaves:
        found.append((last - timedelta(days=dice.whole(7, 31)), SoortWijziging.UITDIENSTTREDING))
    return sorted(found)


def _after(soort: SoortWijziging, before: Change, day: date, dice: Dice, frequencies: Frequencies) -> State:
    """How all stands after a change.

    :param day: from when it holds; of a departure the last day.
    """
    werknemer, (main, *others) = before.werknemer, before.dienstverbanden
    if soort is SoortWijziging.ANDERE_AFDELING:
        return werknemer, (other_department(dice, main, day), *others)
    if soort is SoortWijziging.ANDERE_UREN:
        return werknemer, (other_hours(main, day), *others)
    if soort is SoortWijziging.UITDIENSTTREDING:
        return werknemer, tuple(evolve(dienstverband, einddatum=day) for dienstverband in before.dienstverbanden)
    if soort is SoortWijziging.VERHUIZING:
        changed: dict[str, Any] = address(dice, frequencies, since=day)
    elif soort is SoortWijziging.ANDERE_NAAM:
        changed = name_of_partner(dice)
    else:
        changed = {
            name: tuple(evolve(each, huisnummer=str(int(each.huisnummer) + 2)) for each in getattr(werknemer, name))
            for name in ("adressen", "buitenlandse_adressen")
        }
    return evolve(werknemer, mutatiedatum=day, **changed), before.dienstverbanden
