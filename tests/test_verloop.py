"""Which part of the hours was missed on which days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from receiving_messages import GEVAL

from sivi2017 import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.receiving import Periode, verloop
from sivi2017.testing import histories


def march(day: int) -> date:
    return date(2017, 3, day)


def told(geval: Verzuimgeval) -> list[tuple[int, int | None, int]]:
    """The days of March and the percentages."""
    return [
        (periode.van.day, None if periode.tot is None else periode.tot.day, int(periode.verzuimpercentage))
        for periode in verloop(geval)
    ]


HALF = GEVAL.gedeeltelijke_hersteldmelding(per=march(13), verzuimpercentage=50)
HERSTELD = HALF.hersteldmelding(per=march(20))


@pytest.mark.parametrize(
    ("geval", "expected"),
    [
        (GEVAL, [(6, None, 100)]),
        (HALF, [(6, 12, 100), (13, None, 50)]),
        (HERSTELD, [(6, 12, 100), (13, 19, 50)]),
        (GEVAL.hersteldmelding(per=march(6)), []),
        (HERSTELD.intrekking(), []),
        # worse again
        (HALF.gedeeltelijke_hersteldmelding(per=march(15), verzuimpercentage=80), [(6, 12, 100), (13, 14, 50), (15, None, 80)]),
        # two on one day: the last holds
        (HALF.gedeeltelijke_hersteldmelding(per=march(13), verzuimpercentage=80), [(6, 12, 100), (13, None, 80)]),
        # a correctie of the last report
        (HALF.correctie(verzuimpercentage=60), [(6, 12, 100), (13, None, 60)]),
        (HALF.correctie(ingangsdatum=march(14)), [(6, 13, 100), (14, None, 50)]),
        (HALF.correctie(verzuimpercentage=60).correctie(verzuimpercentage=70), [(6, 12, 100), (13, None, 70)]),
        # of the first day, with the first report and with a later one
        (GEVAL.correctie(eerste_verzuimdag=march(5)), [(5, None, 100)]),
        (HALF.correctie(eerste_verzuimdag=march(5)), [(5, 12, 100), (13, None, 50)]),
        (HALF.correctie(eerste_verzuimdag=march(8)), [(8, 12, 100), (13, None, 50)]),
        # a recovery that was none
        (HERSTELD.correctie(einde_verzuim=False, verzuimpercentage=50), [(6, 12, 100), (13, 19, 50), (20, None, 50)]),
    ],
)
def test_the_course_of_a_case(geval: Verzuimgeval, expected: list[tuple[int, int | None, int]]) -> None:
    assert told(geval) == expected


def test_a_case_of_which_the_beginning_is_not_known_begins_where_it_is_known() -> None:
    later = Verzuimgeval.hervat(
        soort=SoortMelding.GEDEELTELIJKE_HERSTELDMELDING,
        verzuimgeval_id="VG-1",
        volgnummer=3,
        ingangsdatum=march(13),
        eerste_verzuimdag=march(6),
        verzuimpercentage=50,
    )
    assert told(later) == [(13, None, 50)]


@pytest.mark.parametrize(("until", "days"), [(march(5), 0), (march(6), 1), (march(12), 7), (march(31), 7)])
def test_the_days_of_a_period(until: date, days: int) -> None:
    assert Periode(march(6), march(12), Decimal(100)).dagen(until) == days


def test_after_recovery_nothing_is_missed_whatever_the_report_says() -> None:
    """A sender may leave the percentage as it was, or give another date of change."""
    melding = evolve(HERSTELD.melding, verzuimpercentage=Decimal(100), ingangsdatum=march(25))
    assert told(evolve(HERSTELD, meldingen=(*HALF.meldingen, melding))) == [(6, 12, 100), (13, 19, 50)]


def test_the_days_of_one_that_lasts() -> None:
    assert Periode(march(6), None, Decimal(100)).dagen(march(31)) == 26


@given(histories())
@settings(max_examples=50)
def test_periods_follow_each_other_and_the_last_says_how_the_case_stands(history: tuple[Verzuimgeval, ...]) -> None:
    """Of every legal sequence of events."""
    geval = history[-1]
    periods = verloop(geval)
    for before, after in pairwise(periods):
        assert before.tot is not None
        assert before.van <= before.tot < after.van
    if geval.status.value == "open":
        assert periods[-1].tot is None
        assert periods[-1].verzuimpercentage == geval.verzuimpercentage
    else:
        assert all(period.tot is not None for period in periods)
