"""The days of an employment: what held on them, and what was missed.

Days are counted as ``date.toordinal`` does, and a stretch of them ends before its ``end``: so lengths are differences, and what
lasts has ``OPEN`` as its end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from heapq import heappop, heappush
from itertools import pairwise

from attrs import field, frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.receiving.stand import Dienstverbandstand, Gevalstand, Werknemerstand
from sivi2017.receiving.verloop import verloop

__all__ = ["OPEN", "Course", "Employment", "Stretch", "employments", "last_day", "years"]

OPEN = date.max.toordinal() + 1
"""The end of what lasts."""

_NOTHING = Decimal(0)


def last_day(end: int) -> date | None:
    """The last day before an end; None for what lasts."""
    return None if end == OPEN else date.fromordinal(end - 1)


def years(start: int, end: int) -> Iterator[tuple[int, int]]:
    """How many of the days are in a year of how many days, year by year.

    >>> list(years(date(2015, 12, 1).toordinal(), date(2016, 2, 1).toordinal()))
    [(31, 365), (31, 366)]
    """
    while start < end:
        first = date.fromordinal(start).replace(month=1, day=1).toordinal()
        following = date.fromordinal(start).replace(month=12, day=31).toordinal() + 1
        yield min(end, following) - start, following - first
        start = following


@frozen(eq=False)
class Course:
    """The absence of a case, as far as it lies in the employment."""

    stand: Gevalstand
    first: int
    """The first day of absence."""
    end: int
    """After the last one. A case that is open when the employment ends, ends with it."""
    parts: tuple[tuple[int, int, Decimal], ...]
    """From where to where which part of the hours was missed."""

    def length(self, before: int) -> int:
        """How many calendar days it had taken, as far as they lie before a day."""
        return min(self.end, before) - self.first


@frozen(eq=False)
class Stretch:
    """Days of an employment that are all alike."""

    start: int
    end: int
    dienstverband: Dienstverband
    """The department, function and hours that held."""
    course: Course | None
    """The case for which hours were missed; where cases overlap, the one with the highest percentage."""
    verzuimpercentage: Decimal
    """How much of the hours was missed; 0 without a case."""


@frozen(eq=False)
class Employment:
    """An employment, cut up into what held from when."""

    stand: Dienstverbandstand
    start: int
    end: int
    courses: tuple[Course, ...]
    """The cases with at least one day of absence in the employment; no withdrawn one, and no leave under the WAZO."""
    _starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, stand: Dienstverbandstand) -> Employment:
        """An employment that was not withdrawn."""
        start, end = stand.dienstverband.ingangsdatum.toordinal(), _end(stand.dienstverband.einddatum)
        found = (_course(case, start, end) for case in stand.gevallen if case.geval.melding.wazo is None)
        # What was told first holds from the first day, also where it was told as of a later one.
        starts = tuple(version.geldt_vanaf.toordinal() for version in stand.versies)
        return cls(stand, start, end, tuple(course for course in found if course is not None), starts)

    def at(self, day: int) -> Dienstverband:
        """What held on a day."""
        return self.stand.versies[max(0, bisect_right(self._starts, day) - 1)]

    def versions(self) -> Iterator[Stretch]:
        """What held from when, oldest first, whatever was missed."""
        for start, end in pairwise(sorted(self._cuts())):
            yield Stretch(start, end, self.at(start), None, _NOTHING)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """All days, cut up by what held and by what was missed, oldest first."""
        parts = [(part, course) for course in self.courses for part in course.parts]
        cuts = self._cuts().union(*(part[:2] for part, _ in parts))
        waiting = sorted(parts, key=lambda item: item[0][0], reverse=True)
        present: list[tuple[Decimal, int, str, int, Course]] = []  # the one that counts on top
        found = []
        for start, end in pairwise(sorted(cuts)):
            while waiting and waiting[-1][0][0] <= start:
                (_, part_end, percentage), course = waiting.pop()
                heappush(present, (-percentage, course.first, course.stand.geval.id, part_end, course))
            while present and present[0][3] <= start:
                heappop(present)
            what = (present[0][4], -present[0][0]) if present else (None, _NOTHING)
            found.append(Stretch(start, end, self.at(start), *what))
        return tuple(found)

    def _cuts(self) -> set[int]:
        return {self.start, self.end, *(start for start in self._starts[1:] if self.start < start < self.end)}


def employments(stand: Werknemerstand) -> Iterator[Employment]:
    """The employments of an employee that were not withdrawn."""
    if not stand.is_ingetrokken:
        yield from (Employment.of(item) for item in stand.dienstverbanden if not item.is_ingetrokken)


def _end(last: date | None) -> int:
    return OPEN if last is None else last.toordinal() + 1


def _course(case: Gevalstand, start: int, end: int) -> Course | None:
    """The absence of a case within an employment; None where there is none."""
    clipped = [
        (max(start, period.van.toordinal()), min(end, _end(period.tot)), period.verzuimpercentage)
        for period in verloop(case.geval)
    ]
    parts = tuple(part for part in clipped if part[0] < part[1])
    if not parts:
        return None
    return Course(case, max(start, case.geval.eerste_verzuimdag.toordinal()), parts[-1][1], parts)
