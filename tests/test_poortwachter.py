"""The dates of the Wet verbetering Poortwachter."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sivi2017 import Verzuimgeval
from sivi2017.poortwachter import WEKEN, Mijlpaal, Telling, Termijn, Verzuimperiode, mijlpalen, samengesteld

MAART = date(2017, 3, 6)
EERSTE_DAGEN = st.dates(date(2000, 1, 1), date(2090, 12, 31))
KORT = st.integers(0, 27)
"""Days between two periods that count as one."""
TERMIJNEN = st.builds(
    Termijn,
    naam=st.just("evaluatie"),
    week=st.integers(20, 60),
    vanaf_week=st.none() | st.integers(1, 20),
    telling=st.sampled_from(Telling),
    verplichting=st.just("Werkgever en werknemer evalueren."),
    bron=st.just("gebruikelijk"),
)


def dagen(aantal: int) -> timedelta:
    """That many days."""
    return timedelta(days=aantal)


def termijn(**waarden: Any) -> Termijn:
    """A row of a table of weeks."""
    rest: dict[str, Any] = {"naam": "gesprek", "week": 1, "verplichting": "De leidinggevende belt.", "bron": "cao"}
    return Termijn(**rest | waarden)


def data(perioden: list[Verzuimperiode], *weken: Termijn) -> list[date]:
    """The dates of the milestones of a table."""
    return [mijlpaal.datum for mijlpaal in mijlpalen(perioden, weken)]


@st.composite
def opeenvolgend(draw: st.DrawFn) -> list[Verzuimperiode]:
    """Periods in order of time that do not overlap; the last of them may last."""
    perioden, eerste_dag = [], draw(EERSTE_DAGEN)
    for _ in range(draw(st.integers(1, 5))):
        hersteld = eerste_dag + dagen(draw(st.integers(0, 400)))
        perioden.append(Verzuimperiode(eerste_dag, hersteld))
        eerste_dag = hersteld + dagen(draw(st.integers(0, 60)))
    if draw(st.booleans()):
        perioden.append(Verzuimperiode(eerste_dag))
    return perioden


def test_a_period_ends_before_the_day_of_recovery() -> None:
    assert Verzuimperiode(MAART, hersteld=MAART + dagen(14)).dagen == 14


def test_a_period_without_recovery_has_no_number_of_days() -> None:
    assert Verzuimperiode(MAART).dagen is None


def test_a_recovery_before_the_first_day_is_refused_without_the_dates() -> None:
    with pytest.raises(ValueError, match=r"^Verzuimperiode\.hersteld: must not be before eerste_dag$"):
        Verzuimperiode(MAART, hersteld=MAART - dagen(1))


@pytest.mark.parametrize("waarde", [datetime(2017, 3, 6, 9, 15), "2017-03-06", 20170306])  # noqa: DTZ001 - any datetime is wrong
@pytest.mark.parametrize("veld", ["eerste_dag", "hersteld"])
def test_only_a_date_is_a_day(veld: str, waarde: Any) -> None:
    velden: dict[str, Any] = {"eerste_dag": MAART, veld: waarde}
    with pytest.raises(TypeError, match=rf"^Verzuimperiode\.{veld}: must be a date without a time, is a [a-z]+$"):
        Verzuimperiode(**velden)


def test_a_first_day_that_is_missing_is_refused() -> None:
    missing: Any = None
    with pytest.raises(TypeError, match=r"^Verzuimperiode\.eerste_dag: .* is a NoneType$"):
        Verzuimperiode(missing)


def test_no_repr_shows_a_date() -> None:
    periode = Verzuimperiode(date(2017, 3, 6), hersteld=date(2019, 12, 6))
    assert "201" not in repr(periode)
    assert "201" not in repr(mijlpalen([periode]))


def test_27_days_between_two_periods_join_them() -> None:
    eerste, tweede = Verzuimperiode(MAART, MAART + dagen(10)), Verzuimperiode(MAART + dagen(37))
    assert samengesteld([eerste, tweede]) == ((eerste, tweede),)


def test_28_days_between_two_periods_part_them() -> None:
    eerste, tweede = Verzuimperiode(MAART, MAART + dagen(10)), Verzuimperiode(MAART + dagen(38))
    assert samengesteld([eerste, tweede]) == ((eerste,), (tweede,))


def test_a_period_without_a_day_joins_nothing() -> None:
    eerste, tweede = Verzuimperiode(MAART, MAART + dagen(10)), Verzuimperiode(MAART + dagen(50))
    leeg = Verzuimperiode(MAART + dagen(30), MAART + dagen(30))
    assert samengesteld([eerste, leeg, tweede]) == ((eerste,), (tweede,))


def test_nothing_makes_no_absence() -> None:
    assert samengesteld([]) == ()
    assert mijlpalen([]) == ()


@pytest.mark.parametrize(
    "perioden",
    [
        [Verzuimperiode(MAART, MAART + dagen(10)), Verzuimperiode(MAART + dagen(9))],
        [Verzuimperiode(MAART), Verzuimperiode(MAART + dagen(100), MAART + dagen(101))],
        [Verzuimperiode(MAART), Verzuimperiode(MAART)],
    ],
    ids=["by one day", "after one that lasts", "the same period twice"],
)
def test_periods_that_overlap_are_refused_in_any_order_and_without_the_dates(perioden: list[Verzuimperiode]) -> None:
    for volgorde in (perioden, perioden[::-1]):
        with pytest.raises(ValueError, match=r"^samengesteld\.perioden: must not overlap; [a-z ]+$"):
            samengesteld(volgorde)


@given(opeenvolgend(), st.randoms())
def test_the_order_in_which_periods_are_given_says_nothing(perioden: list[Verzuimperiode], random: Any) -> None:
    geschud = random.sample(perioden, k=len(perioden))
    assert samengesteld(geschud) == samengesteld(perioden)


@given(opeenvolgend())
def test_only_gaps_of_28_days_or_more_stand_between_absences(perioden: list[Verzuimperiode]) -> None:
    ketens = samengesteld(perioden)
    assert [periode for keten in ketens for periode in keten] == [periode for periode in perioden if periode.dagen != 0]
    for keten in ketens:
        assert all((b.eerste_dag - (a.hersteld or date.max)).days < 28 for a, b in pairwise(keten))
    assert all((b[0].eerste_dag - (a[-1].hersteld or date.max)).days >= 28 for a, b in pairwise(ketens))


def test_the_last_day_of_a_week_is_day_seven_of_it() -> None:
    """A week that begins on Monday 6 March ends on Sunday 12 March."""
    assert data([Verzuimperiode(MAART)], termijn(week=1)) == [date(2017, 3, 12)]


def test_the_day_after_a_week_has_the_whole_week_behind_it() -> None:
    assert data([Verzuimperiode(MAART)], termijn(week=1, telling=Telling.DAG_ERNA)) == [date(2017, 3, 13)]


def test_a_span_begins_on_the_first_day_of_its_first_week() -> None:
    (mijlpaal,) = mijlpalen([Verzuimperiode(MAART)], [termijn(vanaf_week=2, week=3)])
    assert (mijlpaal.vanaf, mijlpaal.datum) == (date(2017, 3, 13), date(2017, 3, 26))


def test_what_is_no_span_has_no_first_day() -> None:
    assert mijlpalen([Verzuimperiode(MAART)])[0].vanaf is None


def test_the_104_weeks_of_a_known_case() -> None:
    """From 1 January 2018 the last day is 29 December 2019, and the WIA can begin on 30 December 2019."""
    assert mijlpalen([Verzuimperiode(date(2018, 1, 1))])[-1].datum == date(2019, 12, 29)


def test_a_milestone_on_the_last_day_of_an_absence_is_given() -> None:
    assert data([Verzuimperiode(MAART, hersteld=MAART + dagen(42))], termijn(week=6)) == [MAART + dagen(41)]


def test_a_milestone_that_recovery_came_before_is_not_given() -> None:
    assert data([Verzuimperiode(MAART, hersteld=MAART + dagen(41))], termijn(week=6)) == []


def test_weeks_that_are_full_at_the_recovery_are_full_the_day_after_also_where_a_gap_follows() -> None:
    perioden = [Verzuimperiode(MAART, hersteld=MAART + dagen(42)), Verzuimperiode(MAART + dagen(60))]
    assert data(perioden, termijn(week=6, telling=Telling.DAG_ERNA)) == [MAART + dagen(42)]


def test_a_span_that_begins_right_after_a_gap_begins_on_the_first_day_of_the_new_period() -> None:
    perioden = [Verzuimperiode(MAART, hersteld=MAART + dagen(7)), Verzuimperiode(MAART + dagen(20))]
    assert mijlpalen(perioden, [termijn(vanaf_week=2, week=2)])[0].vanaf == MAART + dagen(20)


def test_a_milestone_beyond_the_calendar_is_refused_without_the_dates() -> None:
    with pytest.raises(ValueError, match=r"^mijlpalen: every milestone must be before the year 10000$"):
        mijlpalen([Verzuimperiode(date(9999, 12, 1))])


@given(EERSTE_DAGEN)
def test_without_a_gap_a_milestone_is_the_first_day_and_its_weeks(eerste_dag: date) -> None:
    for mijlpaal in mijlpalen([Verzuimperiode(eerste_dag)]):
        rij = mijlpaal.termijn
        erna = rij.telling is Telling.DAG_ERNA
        assert mijlpaal.datum == eerste_dag + timedelta(weeks=rij.week) - dagen(0 if erna else 1)
        if rij.vanaf_week is not None:
            assert mijlpaal.vanaf == eerste_dag + timedelta(weeks=rij.vanaf_week - 1)


@given(EERSTE_DAGEN, st.integers(1, 800), KORT)
def test_a_gap_moves_what_comes_after_it_by_its_length(eerste_dag: date, voor: int, gat: int) -> None:
    """A milestone comes after the gap when the absence before it has fewer days than the milestone asks for."""

    def verschoven(mijlpaal: Mijlpaal) -> Mijlpaal:
        rij = mijlpaal.termijn
        datum = mijlpaal.datum + dagen(gat if rij.week * 7 > voor else 0)
        if mijlpaal.vanaf is None or rij.vanaf_week is None:
            return evolve(mijlpaal, datum=datum)
        return evolve(mijlpaal, datum=datum, vanaf=mijlpaal.vanaf + dagen(gat if (rij.vanaf_week - 1) * 7 >= voor else 0))

    hersteld = eerste_dag + dagen(voor)
    gesplitst = [Verzuimperiode(eerste_dag, hersteld), Verzuimperiode(hersteld + dagen(gat))]
    assert mijlpalen(gesplitst) == tuple(map(verschoven, mijlpalen([Verzuimperiode(eerste_dag)])))


@given(EERSTE_DAGEN, st.integers(0, 800), st.integers(28, 400))
def test_a_gap_of_28_days_or_more_starts_anew(eerste_dag: date, voor: int, gat: int) -> None:
    hersteld = eerste_dag + dagen(voor)
    opnieuw = Verzuimperiode(hersteld + dagen(gat))
    assert mijlpalen([Verzuimperiode(eerste_dag, hersteld), opnieuw]) == mijlpalen([opnieuw])


@given(opeenvolgend(), TERMIJNEN)
def test_a_date_is_found_by_counting_the_days_of_absence_one_by_one(perioden: list[Verzuimperiode], rij: Termijn) -> None:
    keten = samengesteld(perioden)[-1:]
    verzuimdagen = [
        periode.eerste_dag + dagen(nummer)
        for periode in (keten[0] if keten else ())
        for nummer in range(1000 if periode.dagen is None else periode.dagen)
    ]
    verwacht = []
    if len(verzuimdagen) >= rij.week * 7:
        datum = verzuimdagen[rij.week * 7 - 1] + dagen(1 if rij.telling is Telling.DAG_ERNA else 0)
        verwacht = [Mijlpaal(rij, datum, verzuimdagen[(rij.vanaf_week - 1) * 7] if rij.vanaf_week else None)]
    assert list(mijlpalen(perioden, [rij])) == verwacht


@given(opeenvolgend())
def test_the_usual_milestones_rise_in_the_order_of_the_table(perioden: list[Verzuimperiode]) -> None:
    gevonden = mijlpalen(perioden)
    assert all(a.datum < b.datum and a.datum < (b.vanaf or b.datum) for a, b in pairwise(gevonden))
    assert [mijlpaal.termijn for mijlpaal in gevonden] == list(WEKEN[: len(gevonden)])


@given(EERSTE_DAGEN, st.lists(TERMIJNEN))
def test_milestones_rise_whatever_the_order_of_the_table(eerste_dag: date, weken: list[Termijn]) -> None:
    gevonden = mijlpalen([Verzuimperiode(eerste_dag)], weken)
    assert len(gevonden) == len(weken)
    assert all(a.datum <= b.datum for a, b in pairwise(gevonden))


def test_the_usual_weeks() -> None:
    assert [(rij.vanaf_week, rij.week) for rij in WEKEN] == [
        (None, 6),
        (None, 8),
        (None, 42),
        (46, 52),
        (87, 91),
        (None, 93),
        (None, 104),
    ]


def test_only_the_42e_weeksmelding_is_due_because_weeks_have_passed() -> None:
    assert [rij.naam for rij in WEKEN if rij.telling is Telling.DAG_ERNA] == ["42e-weeksmelding"]


@pytest.mark.parametrize("rij", WEKEN, ids=lambda rij: rij.naam)
def test_every_row_says_what_is_due_and_from_what_source(rij: Termijn) -> None:
    assert rij.verplichting.endswith(".")
    assert rij.bron in {"Regeling procesgang eerste en tweede ziektejaar", "Ziektewet", "BW 7:629 en Wet WIA", "gebruikelijk"}
    assert rij.verschil is None or rij.verschil.endswith(".")


@pytest.mark.parametrize(
    ("waarden", "fout"),
    [
        ({"week": 0}, r"^Termijn\.week: must be 1 or more$"),
        ({"vanaf_week": 0}, r"^Termijn\.vanaf_week: must be 1 or more$"),
        ({"week": 8, "vanaf_week": 9}, r"^Termijn\.vanaf_week: must not be after week$"),
    ],
)
def test_a_row_with_an_impossible_week_is_refused(waarden: dict[str, int], fout: str) -> None:
    with pytest.raises(ValueError, match=fout):
        termijn(**waarden)


def test_a_table_of_ones_own_replaces_the_usual_one() -> None:
    weken = [evolve(rij, telling=Telling.LAATSTE_DAG) for rij in WEKEN if rij.week == 42]
    assert data([Verzuimperiode(MAART)], *weken) == [MAART + timedelta(weeks=42) - dagen(1)]


def test_a_case_has_its_period() -> None:
    geval = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6))
    assert Verzuimperiode.van(geval) == Verzuimperiode(date(2017, 3, 6))
    hersteld = geval.hersteldmelding(per=date(2017, 3, 20))
    assert Verzuimperiode.van(hersteld) == Verzuimperiode(date(2017, 3, 6), hersteld=date(2017, 3, 20))


def test_a_withdrawn_case_has_none() -> None:
    geval = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6)).intrekking()
    with pytest.raises(ValueError, match="ingetrokken"):
        Verzuimperiode.van(geval)
