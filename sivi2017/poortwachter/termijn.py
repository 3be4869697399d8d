"""What a row in a table of weeks is."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from attrs import Attribute, field, frozen

__all__ = ["Telling", "Termijn"]


class Telling(StrEnum):
    """Which day is meant by a number of weeks; without a gap the one is the day before the other."""

    LAATSTE_DAG = "laatste dag"
    """The last day of that week: day 7n of the absence. Meant by a deadline in a week: it is met until this day is over."""
    DAG_ERNA = "dag erna"
    """The day after that: the first day with n whole weeks of absence behind it, on which something can be due because
    they have passed. It is that day of the calendar, also where the employee recovered on it."""


def _is_week(instance: Termijn, attribute: Attribute[Any], value: int) -> None:
    if value < 1:
        raise ValueError(f"{type(instance).__name__}.{attribute.name}: must be 1 or more")


def _is_earlier_week(instance: Termijn, attribute: Attribute[Any], value: int | None) -> None:
    if value is None:
        return
    _is_week(instance, attribute, value)
    if value > instance.week:
        raise ValueError(f"{type(instance).__name__}.{attribute.name}: must not be after week")


@frozen(kw_only=True)
class Termijn:
    """Something that is due in a week of absence, or from one week to another."""

    naam: str
    """What it is called."""
    week: int = field(validator=_is_week)
    """The week, from 1; of a span the last one."""
    telling: Telling = Telling.LAATSTE_DAG
    """Which day is meant by the week."""
    vanaf_week: int | None = field(default=None, validator=_is_earlier_week)
    """The first week of a span, which begins on the first day of that week; None for what is no span."""
    verplichting: str = field(repr=False)
    """What is due, as a Dutch sentence."""
    bron: str = field(repr=False)
    """The law from which the week follows, or "gebruikelijk" for a week that is common practice."""
    verschil: str | None = field(default=None, repr=False)
    """How sources differ about the week or the day, as a Dutch sentence; None where no difference is known."""
