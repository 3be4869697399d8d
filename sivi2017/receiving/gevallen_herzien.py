"""A case whose course was told, and turned out to have been another: which reports put it right.

A number that was given stays what it was. So where a report in the middle was inserted, changed or deleted, the last report is
corrected to what holds from the day on which the two courses part, and what follows is told again.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import TypeAlias

from attrs import frozen

from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.receiving.verloop import standing

__all__ = ["Herziening", "herziening"]

_Entry: TypeAlias = tuple[date | None, Decimal, bool]
"""From which day how much is missed, and whether the absence has ended. The first entry of a case has no day of its own: it
holds from the first day of absence, which is told with every report."""


@frozen(repr=False)
class Herziening:
    """What is to be told of a case that was told otherwise."""

    correctie: Verzuimmelding | None
    """What the last report is corrected to say; None where all that was told still holds."""
    daarna: tuple[Verzuimmelding, ...]
    """What is told after that, oldest first."""


def herziening(told: Verzuimgeval, now: Verzuimgeval) -> Herziening:
    """What is to be told where all reports of a case are known, both those that were sent and those that should have been.

    The last report is corrected to the one that holds on the day from which the courses part: a receiver then forgets all that
    was told of later days.

    :param told: the case with all reports that were sent.
    :param now: the case with the events as they were.
    """
    first_day = now.eerste_verzuimdag  # of the reports as well that were sent, once it is told
    before, after = _course(told, first_day), _course(now, first_day)
    pairs = zip(before, after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], pairs))
    if same < len(before):
        (parted, _, _), _ = before[same]
        while same > 0 and (same == len(after) or _is_later(after[same][0][0], parted)):
            same -= 1
        return Herziening(after[same][1], tuple(melding for _, melding in after[same + 1 :]))
    # A first day that is another goes with the next correctie; before another event it is told by one of its own.
    moved = told.eerste_verzuimdag != first_day and len(after) > same
    return Herziening(after[same - 1][1] if moved else None, tuple(melding for _, melding in after[same:]))


def _course(geval: Verzuimgeval, first_day: date) -> list[tuple[_Entry, Verzuimmelding]]:
    """What holds from when, each with the report that says so."""
    course: list[tuple[_Entry, Verzuimmelding]] = []
    for day, melding in standing(geval, first_day):
        percentage = Decimal(0) if melding.einde_verzuim else melding.verzuimpercentage
        if not course or course[-1][0][1:] != (percentage, melding.einde_verzuim):
            course.append(((day if course else None, percentage, melding.einde_verzuim), melding))
    return course


def _is_later(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other
