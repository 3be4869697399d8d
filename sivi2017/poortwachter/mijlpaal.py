"""From periods of absence and a table of weeks to dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import field, frozen

from sivi2017.poortwachter.periode import Verzuimperiode, samengesteld
from sivi2017.poortwachter.termijn import Telling, Termijn
from sivi2017.poortwachter.weken import WEKEN

__all__ = ["Mijlpaal", "mijlpalen"]


@frozen
class Mijlpaal:
    """A row of the table of weeks with its date. Its repr shows no date, for these are personal data."""

    termijn: Termijn
    """The row: name, week, what is due, the source, and how sources differ."""
    datum: date = field(repr=False)
    """The day on which it is due; of a span the last day."""
    vanaf: date | None = field(default=None, repr=False)
    """The first day of a span; None for what is no span."""


def mijlpalen(perioden: Iterable[Verzuimperiode], weken: Iterable[Termijn] = WEKEN) -> tuple[Mijlpaal, ...]:
    """The milestones of the last of the absences that the periods make, in order of time; earlier absences are closed.

    While the absence lasts, these are the dates for when it goes on. After a recovery only the milestones are given whose
    last day of absence came before it: when the others fall is not known until a new period joins.

    :raises ValueError: when two periods overlap, or a milestone would be after the year 9999.

    >>> mijlpaal = mijlpalen([Verzuimperiode(date(2017, 3, 6))])[-1]
    >>> mijlpaal.termijn.naam, mijlpaal.datum
    ('einde wachttijd en loondoorbetaling', datetime.date(2019, 3, 3))
    >>> mijlpalen([Verzuimperiode(date(2017, 3, 6), hersteld=date(2017, 3, 20))])
    ()
    """
    ketens = samengesteld(perioden)
    if not ketens:
        return ()
    try:
        return tuple(sorted(_bereikt(ketens[-1], weken), key=lambda item: item.datum))
    except OverflowError:
        raise ValueError("mijlpalen: every milestone must be before the year 10000") from None


def _bereikt(keten: tuple[Verzuimperiode, ...], weken: Iterable[Termijn]) -> Iterator[Mijlpaal]:
    for termijn in weken:
        datum = _verzuimdag(keten, 7 * termijn.week)
        if datum is not None:
            # The day after is a day of the calendar: the weeks are full then, whether the absence goes on or not.
            erna = timedelta(days=1 if termijn.telling is Telling.DAG_ERNA else 0)
            vanaf = None if termijn.vanaf_week is None else _verzuimdag(keten, 7 * termijn.vanaf_week - 6)
            yield Mijlpaal(termijn, datum + erna, vanaf)


def _verzuimdag(keten: tuple[Verzuimperiode, ...], nummer: int) -> date | None:
    """The date of a day of absence by its number, from 1; None where recovery came before it."""
    for periode in keten:
        if periode.dagen is None or nummer <= periode.dagen:
            return periode.eerste_dag + timedelta(days=nummer - 1)
        nummer -= periode.dagen
    return None
