"""What came out: the figures of a company's absence, from what was told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from attrs import define

from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.fakes.events import History

__all__ = ["Figures"]


@define(kw_only=True)
class Figures:
    """The absence of employees in a year, as far as it was told in that year; withdrawn cases do not count."""

    year: int
    employees: int = 0
    reports: int = 0
    """Cases that began."""
    without_absence: int = 0
    days: int = 0
    """Days on which somebody was employed."""
    missed: float = 0
    """Those that were missed; a day on which half of the hours were missed is half a day."""

    @classmethod
    def of(cls, histories: Iterable[History], year: int) -> Figures:
        """The figures of employees."""
        figures = cls(year=year)
        for history in histories:
            figures.add(history)
        return figures

    @property
    def absence_percentage(self) -> float:
        """The part of the days that was missed, in percent."""
        return 100 * self.missed / self.days if self.days else 0.0

    @property
    def reports_per_employee(self) -> float:
        """How often somebody fell ill, on average."""
        return self.reports / self.employees if self.employees else 0.0

    @property
    def share_without_absence(self) -> float:
        """The part of the employees who never fell ill, from 0 to 1."""
        return self.without_absence / self.employees if self.employees else 0.0

    def add(self, history: History) -> None:
        """Count one more employee."""
        main = history.dienstverbanden[0]
        first, last = max(main.ingangsdatum, date(self.year, 1, 1)), date(self.year, 12, 31)
        after = min(main.einddatum or last, last) + timedelta(days=1)
        cases = [geval for geval in history.gevallen if geval.status is not Verzuimstatus.INGETROKKEN]
        self.employees += 1
        self.reports += len(cases)
        self.without_absence += not cases
        self.days += (after - first).days
        self.missed += sum(_missed(geval, after) for geval in cases)


def _missed(geval: Verzuimgeval, after: date) -> float:
    """The days that a case took.

    :param after: the first day that does not count any more.
    """
    percentages: dict[date, float] = {}
    for melding in geval.meldingen:
        if melding.soort is SoortMelding.CORRECTIE:
            percentages.pop(melding.ingangsdatum_oud or melding.ingangsdatum, None)
        percentages[melding.ingangsdatum] = float(melding.verzuimpercentage)
    days = [*sorted(day for day in percentages if day < after), after]
    return sum((till - day).days * percentages[day] / 100 for day, till in pairwise(days))
