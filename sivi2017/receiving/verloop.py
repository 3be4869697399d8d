"""How much of the hours was missed on which days of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from attrs import frozen

from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding

__all__ = ["Periode", "standing", "verloop"]


@frozen(repr=False)
class Periode:
    """Days on which the same part of the hours was missed."""

    van: date
    """The first day."""
    tot: date | None
    """The last day, which counts; None as long as it lasts."""
    verzuimpercentage: Decimal
    """How much of the hours is missed, above 0 and up to 100."""

    def __repr__(self) -> str:
        return f"<Periode{' that lasts' if self.tot is None else ''}>"

    def dagen(self, tot: date) -> int:
        """How many calendar days it has, up to and including a day."""
        last = tot if self.tot is None else min(self.tot, tot)
        return max(0, (last - self.van).days + 1)


def verloop(geval: Verzuimgeval) -> tuple[Periode, ...]:
    """The course of a case by its reports, oldest first; nothing of a withdrawn case.

    A correctie takes the place of the report before it. The day of recovery is not a day of absence.

    >>> geval = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6))
    >>> geval = geval.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
    >>> [(period.van.day, period.tot.day, int(period.verzuimpercentage)) for period in verloop(
    ...     geval.hersteldmelding(per=date(2017, 3, 20)))]
    [(6, 12, 100), (13, 19, 50)]
    """
    starts = list(_starts(geval))
    periods = []
    for (van, percentage), following in zip(starts, [*starts[1:], None], strict=False):
        tot = None if following is None else following[0] - timedelta(days=1)
        if percentage > 0:
            periods.append(Periode(van, tot, percentage))
    return tuple(periods)


def standing(geval: Verzuimgeval, first_day: date | None = None) -> list[tuple[date, Verzuimmelding]]:
    """The reports of a case that still hold, oldest first, each with the day from which it does; none of a withdrawn case.

    :param first_day: the first day of absence, where that is to be another than the last report says.
    """
    reports: list[Verzuimmelding] = []
    for melding in geval.meldingen:
        if melding.soort is SoortMelding.INTREKKING:
            return []
        if melding.soort is SoortMelding.CORRECTIE and reports:
            reports.pop()
        reports.append(melding)
    if first_day is None:
        first_day = geval.eerste_verzuimdag  # a correctie may have moved it, whatever report it was about
    days = [max(first_day, _day(melding)) for melding in reports]
    if geval.meldingen[0].volgnummer == 1:
        days[0] = first_day
    return [
        (day, melding)
        for index, (day, melding) in enumerate(zip(days, reports, strict=True))
        if all(day < later for later in days[index + 1 :])  # otherwise a later report says something else of the same day
    ]


def _starts(geval: Verzuimgeval) -> Iterator[tuple[date, Decimal]]:
    """From which days on which percentage holds."""
    for day, melding in standing(geval):
        yield day, Decimal(0) if melding.einde_verzuim else melding.verzuimpercentage


def _day(melding: Verzuimmelding) -> date:
    """From when a report holds; a recovery from the day of recovery, whatever else it says."""
    return melding.datum_hersteld if melding.datum_hersteld is not None else melding.ingangsdatum
