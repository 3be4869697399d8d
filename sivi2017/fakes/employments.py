"""Employments, and what changes in them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from attrs import evolve

from sivi2017.codes import Geslachtsaanduiding
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.werknemer import Werknemer
from sivi2017.fakes import names
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.frequencies import Frequencies

__all__ = ["began", "employments", "other_department", "other_hours"]

_FEW_HOURS = Decimal("8.00")
_LONGEST = 30 * 365


def employments(
    dice: Dice, frequencies: Frequencies, werknemer: Werknemer, number: int, *, first: date, second: bool
) -> tuple[Dienstverband, ...]:
    """The employments of an employee: one, or two side by side.

    :param first: their first day.
    :param second: whether there may be a second.
    """
    afdeling_code, afdeling = dice.one(names.AFDELINGEN)
    functiecode, functie = dice.one(names.FUNCTIES)
    main = Dienstverband(
        id=f"D-{number:07}-1",
        ingangsdatum=first,
        geldt_vanaf=first,
        afdeling_code=afdeling_code,
        afdeling=afdeling,
        functiecode=functiecode,
        functie=functie,
        uren_per_week=_hours(dice, frequencies, werknemer),
        bepaalde_tijd=dice.chance(frequencies.fixed_term),
        personeelsnummer=f"{number:07}",
    )
    if not (dice.chance(frequencies.second_employment) and second):
        return (main,)
    return main, other_department(dice, evolve(main, id=f"D-{number:07}-2", uren_per_week=_FEW_HOURS), first)


def other_department(dice: Dice, dienstverband: Dienstverband, per: date) -> Dienstverband:
    """The same employment in another department, where the function may be another too."""
    others = [row for row in names.AFDELINGEN if row[0] != dienstverband.afdeling_code]
    afdeling_code, afdeling = dice.one(others)
    functiecode, functie = dice.one(names.FUNCTIES) if dice.chance(0.5) else (dienstverband.functiecode, dienstverband.functie)
    return evolve(
        dienstverband,
        afdeling_code=afdeling_code,
        afdeling=afdeling,
        functiecode=functiecode,
        functie=functie,
        geldt_vanaf=per,
    )


def other_hours(dienstverband: Dienstverband, per: date) -> Dienstverband:
    """The same employment with four hours a week more, or less where there are many."""
    hours = dienstverband.uren_per_week or _FEW_HOURS
    return evolve(dienstverband, uren_per_week=hours - 4 if hours > 32 else hours + 4, geldt_vanaf=per)


def began(dice: Dice, werknemer_may_work_from: date, year: int) -> date:
    """When somebody began who was there before the year."""
    longest = min(_LONGEST, (date(year, 1, 1) - werknemer_may_work_from).days)
    return date(year, 1, 1) - timedelta(days=1 + int(dice.near_zero() * max(longest - 1, 0)))


def _hours(dice: Dice, frequencies: Frequencies, werknemer: Werknemer) -> Decimal:
    woman = werknemer.geslacht is Geslachtsaanduiding.VROUW
    return Decimal(dice.row(frequencies.hours_of_women if woman else frequencies.hours_of_men)[1])
