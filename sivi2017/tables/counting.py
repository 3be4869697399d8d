"""Counting one employee: what goes into which group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import define, field

from sivi2017.tables.counts import Counts
from sivi2017.tables.days import OPEN, Course, Employment, Stretch, years
from sivi2017.tables.groups import Group, Grouping

__all__ = ["TOTAL", "Counting", "Tally"]

TOTAL: Group = ("", "")
"""The group of all."""


@define
class Tally:
    """What is counted of one employee in one group."""

    days: list[tuple[int, int]] = field(factory=list)
    """Stretches of days in service; they may overlap."""
    is_absent: bool = False
    dagen: Fraction = Fraction(0)
    verzuimdagen: Fraction = Fraction(0)
    meldingen: int = 0
    beeindigd: int = 0
    duur: int = 0
    zonder_uren: set[str] = field(factory=set)
    nul_uren: set[str] = field(factory=set)

    def done(self, *, alleen_verzuim: bool) -> Counts:
        """The counts."""
        return Counts(
            werknemers=1,
            verzuimers=int(self.is_absent),
            persoonsjaren=sum(
                (Fraction(*part) for start, end in _united(self.days) for part in years(start, end)), Fraction(0)
            ),
            dagen=self.dagen,
            verzuimdagen=self.verzuimdagen,
            meldingen=self.meldingen,
            beeindigd=self.beeindigd,
            duur=self.duur,
            zonder_uren=len(self.zonder_uren),
            nul_uren=len(self.nul_uren),
            alleen_verzuim=int(alleen_verzuim),
        )


def _united(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same days, each of them in one stretch only."""
    reached = 0
    for start, end in sorted(stretches):
        if reached < end:
            yield max(start, reached), end
            reached = end


@define
class Counting:
    """Counts one employee."""

    grouping: Grouping
    first: int
    """The first day of the period."""
    after: int
    """The day after the last."""
    full_time_hours: Decimal
    tallies: dict[Group, Tally] = field(factory=dict)
    """What was counted in each group, and in ``TOTAL``; nothing where it is nothing."""
    names: dict[Group, tuple[date, str]] = field(factory=dict)
    """What departments are called, and from when the latest version is that says it."""

    def add(self, employment: Employment) -> None:
        """Count an employment."""
        for stretch in employment.stretches:
            start, end = max(self.first, stretch.start), min(self.after, stretch.end)
            if start < end:
                self._stretch(employment.stand.dienstverband.id, stretch, start, end)
        for course in employment.courses:
            if self.first <= course.first < self.after:
                for tally in self._absent(employment, course, course.first):
                    tally.meldingen += 1
            if course.end != OPEN and self.first < course.end <= self.after:
                for tally in self._absent(employment, course, course.end - 1):
                    tally.beeindigd += 1
                    tally.duur += course.length(self.after)

    def _stretch(self, key: str, stretch: Stretch, start: int, end: int) -> None:
        version, hours = stretch.dienstverband, stretch.dienstverband.uren_per_week
        weight = Fraction(1) if hours is None else Fraction(hours) / Fraction(self.full_time_hours)
        for tally in self._tallies(self.grouping.of_service(version)):
            tally.days.append((start, end))
            tally.dagen += (end - start) * weight
            if not hours:
                (tally.zonder_uren if hours is None else tally.nul_uren).add(key)
        if stretch.course is not None:
            missed = Fraction(stretch.verzuimpercentage) / 100
            for tally in self._tallies(self.grouping.of_absence(version, stretch.course.length(self.after))):
                tally.is_absent = True
                tally.verzuimdagen += (end - start) * weight * missed
        if self.grouping.by == "department" and version.afdeling is not None:
            (group,) = self.grouping.of_service(version)
            named = version.geldt_vanaf, version.afdeling
            self.names[group] = max(self.names.get(group, named), named)

    def _absent(self, employment: Employment, course: Course, day: int) -> Iterator[Tally]:
        return self._tallies(self.grouping.of_absence(employment.at(day), course.length(self.after)))

    def _tallies(self, groups: Iterable[Group]) -> Iterator[Tally]:
        for group in (TOTAL, *groups):
            yield self.tallies.setdefault(group, Tally())
