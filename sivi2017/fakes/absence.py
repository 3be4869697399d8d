"""The absence cases of an employee in a year, with the mistakes that people make in reporting them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from attrs import frozen

from sivi2017.codes import OorzaakVerzuim
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.frequencies import MISTAKES, Frequencies
from sivi2017.fakes.life import Change
from sivi2017.fakes.telling import NEVER, in_office_hours

__all__ = ["Absence"]

_LONG = 15
"""Fewer days than this are no time for a partial recovery."""
_SATURDAY = 5

Told = tuple[date, Verzuimgeval]
"""The day on which something is known, and the case after it."""


@frozen
class Absence:
    """The absence of one employee in one year."""

    dice: Dice
    frequencies: Frequencies
    key: str
    """What the keys of the cases begin with."""
    first: date
    """The first day in the year on which the employee works there."""
    last: date
    """The last one."""

    @classmethod
    def of(cls, dice: Dice, frequencies: Frequencies, key: str, changes: Sequence[Change], year: int) -> Absence:
        """That of an employee of whom all else is known."""
        main = changes[-1].dienstverbanden[0]
        first, last = max(main.ingangsdatum, date(year, 1, 1)), date(year, 12, 31)
        return cls(dice, frequencies, key, first, last if main.einddatum is None else min(main.einddatum, last))

    def reports(self) -> Iterator[tuple[datetime, Verzuimgeval]]:
        """Each report in the order of telling: when it is told, and the case with this report last."""
        number = self.dice.row(self.frequencies.reports)[1]
        days = sorted(self._day() for _ in range(number))
        begins, told, earlier = self.first, NEVER, list[Verzuimgeval]()
        for index, day in enumerate(days, start=1):
            if not begins <= day <= self.last:
                continue
            geval = None
            for known, after_it in self._case(f"{self.key}-{index:02}", day, earlier):
                told = self._moment(known, told)
                if known > self.last or told.year > self.last.year:
                    return
                yield told, after_it
                geval = after_it
            assert geval is not None
            if geval.status is Verzuimstatus.HERSTELD:
                assert geval.datum_hersteld is not None
                earlier.append(geval)
                begins = geval.datum_hersteld + timedelta(days=1)
            else:
                begins = geval.melding.ingangsdatum + timedelta(days=1)

    def _day(self) -> date:
        """A day to fall ill: in some months more than in others, and on Monday instead of in a weekend."""
        months = self.frequencies.months
        (_, month) = self.dice.row([(weight / sum(months), number) for number, weight in enumerate(months, start=1)])
        _, length = monthrange(self.last.year, month)
        day = date(self.last.year, month, self.dice.whole(1, length))
        return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day

    def _moment(self, known: date, after: datetime) -> datetime:
        _, fewest, most = self.dice.row(self.frequencies.reported_after)
        return in_office_hours(self.dice, known + timedelta(days=self.dice.whole(fewest, most)), after)

    def _case(self, key: str, first: date, earlier: list[Verzuimgeval]) -> Iterator[Told]:
        """A case from the ziekmelding to the last report, however long that takes."""
        dice, frequencies = self.dice, self.frequencies
        _, fewest, most = dice.row(frequencies.durations)
        days = dice.whole(fewest, most)
        mistake = self._mistake()
        percentage = dice.one((50, 75)) if dice.chance(frequencies.begins_partly) else 100
        accident = dice.chance(frequencies.accident)
        wrongly = mistake == "wrong_first_day" and days > 3
        told_first = first + timedelta(days=1) if wrongly else first
        geval = Verzuimgeval.ziekmelding(
            id=key,
            eerste_verzuimdag=told_first,
            verzuimpercentage=100 if mistake == "wrong_percentage" else percentage,
            eerdere_gevallen=earlier,
            oorzaak=OorzaakVerzuim.ARBEIDSONGEVAL if accident else OorzaakVerzuim.OVERIG_OF_NIET_BEKEND,
            gemeld_op=told_first,
        )
        yield told_first, geval
        if mistake == "withdrawn":
            yield told_first + timedelta(days=dice.whole(1, 4)), geval.intrekking()
            return
        if wrongly:
            geval = geval.correctie(eerste_verzuimdag=first, gemeld_op=first)
            yield told_first + timedelta(days=1), geval
        if mistake == "wrong_percentage":
            geval = geval.correctie(verzuimpercentage=50)
            yield first + timedelta(days=1), geval
        if days >= _LONG and dice.chance(frequencies.recovers_partly):
            for step in self._steps(geval, first, days):
                yield step.melding.ingangsdatum, step
                geval = step
        yield from self._recovery(geval, first + timedelta(days=days), mistake)

    def _mistake(self) -> str | None:
        """The name of the mistake that is made with a case; None for most."""
        chances = [(getattr(self.frequencies, name), name) for name in MISTAKES]
        return self.dice.row([*chances, (1 - sum(chance for chance, _ in chances), None)])[1]

    def _steps(self, geval: Verzuimgeval, first: date, days: int) -> Iterator[Verzuimgeval]:
        """More and more work again, or less, in the last two thirds of the absence; none that would change nothing."""
        dice = self.dice
        number = dice.whole(1, 2 if days < 6 * 7 else 4)
        for step in range(1, number + 1):
            day = first + timedelta(days=days // 3 + days * 2 * step // (3 * (number + 1)))
            missed = int(geval.verzuimpercentage)
            if dice.chance(self.frequencies.worse_again):
                missed = min(missed + 25, 100)
            else:
                missed = max(missed - dice.one((10, 20, 25, 40)), 10)
            if missed != geval.verzuimpercentage:
                geval = geval.gedeeltelijke_hersteldmelding(per=day, verzuimpercentage=missed)
                yield geval

    def _recovery(self, geval: Verzuimgeval, day: date, mistake: str | None) -> Iterator[Told]:
        dice = self.dice
        if mistake == "wrong_recovery":
            later = day + timedelta(days=dice.whole(1, 3))
            geval = geval.hersteldmelding(per=later)
            yield later, geval
            yield later + timedelta(days=1), geval.correctie(datum_hersteld=day)
            return
        missed = geval.verzuimpercentage
        geval = geval.hersteldmelding(per=day)
        yield day, geval
        if mistake == "no_recovery":
            geval = geval.correctie(einde_verzuim=False, verzuimpercentage=missed)
            known = day + timedelta(days=dice.whole(1, 5))
            yield known, geval
            day = known + timedelta(days=dice.whole(2, 21))
            yield day, geval.hersteldmelding(per=day)
