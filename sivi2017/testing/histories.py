"""Absence cases by their events, each legal after the ones before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from sivi2017.domain.base import fields_of
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.testing.domain import domain_values
from sivi2017.testing.levels import Level, checked_level
from sivi2017.testing.values import days, visible_texts

__all__ = ["histories", "verzuimgevallen"]

History = tuple[Verzuimgeval, ...]

_LATEST = date(9000, 1, 1)
"""After it the days of the calendar might not suffice for the events."""

_NEXT = {
    Verzuimstatus.OPEN: (
        SoortMelding.HERSTELDMELDING,
        SoortMelding.GEDEELTELIJKE_HERSTELDMELDING,
        SoortMelding.CORRECTIE,
        SoortMelding.INTREKKING,
    ),
    Verzuimstatus.HERSTELD: (SoortMelding.CORRECTIE, SoortMelding.INTREKKING),
    Verzuimstatus.INGETROKKEN: (),
}
"""What can follow, by how the case stands."""

_ITEMS = {item.name: item for item in fields_of(Verzuimmelding)}
_SAID_WITH_IT = ("oorzaak", "vangnet", "gemeld_op", "bijzondere_reden_start")


def histories(
    *,
    level: Level = "rules",
    dienstverband: Dienstverband | None = None,
    id: str | None = None,  # noqa: A002 - the key of every class of the domain is called id
    max_events: int = 6,
) -> st.SearchStrategy[History]:
    """An absence case after each of its events, from the ziekmelding on: every tuple is a legal sequence.

    The last one has all reports, ``history[-1].meldingen``; each by itself can be sent with ``Koppeling.verzuimmutatie``.

    :param level: ``schema`` and ``rules`` are the same here.
    :param dienstverband: an employment in which the case begins.
    :param id: the key of the case.
    :param max_events: how many events there are at most; one is the least.
    :raises ValueError: for fewer than one event.
    """
    if max_events < 1:
        raise ValueError("max_events must be 1 or more: a case begins with its ziekmelding")
    return _histories(checked_level(level), dienstverband, id, max_events)


def verzuimgevallen(
    *,
    level: Level = "rules",
    dienstverband: Dienstverband | None = None,
    id: str | None = None,  # noqa: A002 - the key of every class of the domain is called id
    max_events: int = 6,
) -> st.SearchStrategy[Verzuimgeval]:
    """Absence cases after one or more events; see ``histories``."""
    return histories(level=level, dienstverband=dienstverband, id=id, max_events=max_events).map(lambda history: history[-1])


@st.composite
def _histories(draw: st.DrawFn, level: Level, dienstverband: Dienstverband | None, key: str | None, max_events: int) -> History:
    geval = _begin(draw, level, dienstverband, key)
    history = [geval]
    first = date(1, 1, 1) if dienstverband is None else dienstverband.ingangsdatum
    while len(history) < max_events and _NEXT[geval.status] and draw(st.integers(0, 4)):
        soort = draw(st.sampled_from(_NEXT[geval.status]))
        geval = _EVENTS[soort](_Teller(draw, level, geval, first))
        history.append(geval)
    return tuple(history)


def _begin(draw: st.DrawFn, level: Level, dienstverband: Dienstverband | None, key: str | None) -> Verzuimgeval:
    said = [name for name in _SAID_WITH_IT if draw(st.integers(0, 3)) == 3]
    key, first = draw(_keys(level)) if key is None else key, draw(_first_days(level, dienstverband))
    percentage = draw(_percentages(level))
    more = {name: draw(domain_values(_ITEMS[name], level)) for name in said}
    if level == "realistic" and "gemeld_op" in more:
        more["gemeld_op"] = first + timedelta(draw(st.integers(0, min(3, _days_after(first)))))
    return Verzuimgeval.ziekmelding(id=key, eerste_verzuimdag=first, verzuimpercentage=percentage, **more)


def _keys(level: Level) -> st.SearchStrategy[str]:
    item = _ITEMS["verzuimgeval_id"]
    form = item.elements[0].format
    assert form is not None
    return domain_values(item, level) if level == "realistic" else visible_texts(form)


def _first_days(level: Level, dienstverband: Dienstverband | None) -> st.SearchStrategy[date]:
    first, last = (date(2017, 1, 2), date(2017, 6, 30)) if level == "realistic" else (date(1900, 1, 1), _LATEST)
    if dienstverband is not None:
        first, last = max(first, dienstverband.ingangsdatum), min(last, dienstverband.einddatum or last)
    if dienstverband is not None and first > last:
        return st.just(dienstverband.ingangsdatum)
    return days(first, last)


def _percentages(level: Level) -> st.SearchStrategy[Decimal]:
    if level == "realistic":
        return st.sampled_from([Decimal(number) for number in (100, 75, 50, 25)])
    return st.integers(1, 10_000).map(lambda number: Decimal(10_001 - number).scaleb(-2))


@frozen
class _Teller:
    """Tells the next event of a case."""

    draw: st.DrawFn
    level: Level
    geval: Verzuimgeval
    first: date
    """No absence begins before it."""

    def gedeeltelijke_hersteldmelding(self) -> Verzuimgeval:
        return self.geval.gedeeltelijke_hersteldmelding(
            per=self._later(), verzuimpercentage=self.draw(_percentages(self.level))
        )

    def hersteldmelding(self) -> Verzuimgeval:
        return self.geval.hersteldmelding(per=self._later())

    def correctie(self) -> Verzuimgeval:
        geval = self.geval
        ways: list[st.SearchStrategy[dict[str, Any]]] = [
            _keys(self.level).filter(lambda key: key != geval.id).map(lambda key: {"id": key}),
        ]
        earlier = min(28, (geval.eerste_verzuimdag - self.first).days)
        if earlier > 0:
            moved = st.integers(1, earlier).map(lambda days: geval.eerste_verzuimdag - timedelta(days))
            ways.append(moved.map(lambda day: {"eerste_verzuimdag": day}))
        percentages = _percentages(self.level).filter(lambda percentage: percentage != geval.verzuimpercentage)
        if geval.status is Verzuimstatus.OPEN:
            ways.append(percentages.map(lambda percentage: {"verzuimpercentage": percentage}))
        else:
            ways.append(percentages.map(lambda percentage: {"einde_verzuim": False, "verzuimpercentage": percentage}))
            begin = geval.melding.ingangsdatum
            if begin < date.max:
                later = st.integers(1, min(28, _days_after(begin)))
                ways.append(later.map(lambda days: {"datum_hersteld": begin + timedelta(days)}))
        return geval.correctie(**self.draw(st.one_of(ways)))

    def intrekking(self) -> Verzuimgeval:
        return self.geval.intrekking()

    def _later(self) -> date:
        begin = self.geval.melding.ingangsdatum
        return begin + timedelta(self.draw(st.integers(0, min(90, _days_after(begin)))))


def _days_after(day: date) -> int:
    """How many days the calendar still has."""
    return (date.max - day).days


_EVENTS: dict[SoortMelding, Callable[[_Teller], Verzuimgeval]] = {
    SoortMelding.GEDEELTELIJKE_HERSTELDMELDING: _Teller.gedeeltelijke_hersteldmelding,
    SoortMelding.HERSTELDMELDING: _Teller.hersteldmelding,
    SoortMelding.CORRECTIE: _Teller.correctie,
    SoortMelding.INTREKKING: _Teller.intrekking,
}
