"""The figures of any employees: the same as counted day by day, within bounds, and the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tables_people import employees

from sivi2017.domain.verzuimgeval import Verzuimstatus
from sivi2017.receiving.stand import Dienstverbandstand, Werknemerstand
from sivi2017.receiving.verloop import verloop
from sivi2017.tables import Counts, GroupBy, figures, months
from sivi2017.tables.groups import GROUPINGS

FIRST, LAST = date(2017, 1, 10), date(2017, 3, 20)

groupings = st.sampled_from(GROUPINGS)
companies = st.integers(1, 4).flatmap(lambda number: st.tuples(*(employees(f"W-{each}") for each in range(number))))


def days(first: date, last: date) -> Iterator[date]:
    """Each day of a period."""
    yield from (first + timedelta(days=number) for number in range((last - first).days + 1))


def missed(employment: Dienstverbandstand, on: date) -> Fraction:
    """Which part of the hours was missed on a day, as a person would find it."""
    found = [
        period.verzuimpercentage
        for case in employment.gevallen
        if case.geval.status is not Verzuimstatus.INGETROKKEN
        for period in verloop(case.geval)
        if period.van <= on and (period.tot is None or on <= period.tot)
    ]
    return Fraction(max(found, default=0)) / 100


def counted(standen: Sequence[Werknemerstand]) -> tuple[int, int, Fraction, Fraction, Fraction]:
    """What is counted day by day: employees, those absent, years, days in service and days missed."""
    people = absent = 0
    years = service = missing = Fraction(0)
    for stand in standen:
        seen = was_absent = False
        for on in days(FIRST, LAST):
            held = [(each, version) for each in stand.dienstverbanden if (version := each.op(on)) is not None]
            seen |= bool(held)
            years += Fraction(bool(held), 365)
            for each, version in held:
                weight = Fraction(1) if version.uren_per_week is None else Fraction(version.uren_per_week) / 40
                part = missed(each, on)
                was_absent |= part > 0
                service += weight
                missing += weight * part
        people += seen
        absent += was_absent
    return people, absent, years, service, missing


@settings(max_examples=60, deadline=None)
@given(companies)
def test_they_are_what_one_finds_day_by_day(company: tuple[Werknemerstand, ...]) -> None:
    """With the versions, courses and bounds looked up for each day by itself."""
    found = figures(company, FIRST, LAST).total
    assert (found.werknemers, found.verzuimers, found.persoonsjaren, found.dagen, found.verzuimdagen) == counted(company)


@settings(max_examples=30, deadline=None)
@given(companies, groupings)
def test_percentages_lie_between_0_and_100(company: tuple[Werknemerstand, ...], by: GroupBy) -> None:
    """However cases overlap."""
    found = figures(company, FIRST, LAST, by=by)
    for counts in (found.total, *found.groups.values()):
        assert 0 <= (counts.verzuimpercentage or 0) <= 100
        assert 0 <= (counts.nulverzuim or 0) <= 100
        assert (counts.verzuimers > 0) >= (counts.verzuimdagen > 0)
        assert (counts.gemiddelde_verzuimduur or 1) >= 1


@settings(max_examples=30, deadline=None)
@given(companies, groupings, st.integers(0, 4))
def test_the_figures_of_a_union_are_the_sum_of_those_of_its_parts(
    company: tuple[Werknemerstand, ...], by: GroupBy, place: int
) -> None:
    """In either order."""
    one, other = (figures(part, FIRST, LAST, by=by) for part in (company[:place], company[place:]))
    assert one + other == other + one == figures(company, FIRST, LAST, by=by)


def additive(counts: Counts) -> tuple[Fraction | int, ...]:
    """What adds up over time; how many employees there were does not."""
    return (
        counts.persoonsjaren,
        counts.dagen,
        counts.verzuimdagen,
        counts.meldingen,
        counts.beeindigd,
        counts.duur,
    )


@settings(max_examples=30, deadline=None)
@given(companies)
def test_the_months_of_a_period_add_up_to_it(company: tuple[Werknemerstand, ...]) -> None:
    """So do any periods that follow each other."""
    series = months(company, FIRST, LAST, by="department")
    whole = figures(company, FIRST, LAST, by="department")
    assert additive(whole.total) == tuple(map(sum, zip(*(additive(month.total) for month in series), strict=True)))
    for group, counts in whole.groups.items():
        parts = [additive(month.groups.get(group, Counts())) for month in series]
        assert additive(counts) == tuple(map(sum, zip(*parts, strict=True)))


@settings(max_examples=30, deadline=None)
@given(companies, groupings)
def test_groups_add_up_to_all(company: tuple[Werknemerstand, ...], by: GroupBy) -> None:
    """Days, reports and ends do; of length classes the days of absence, since each has the days in service of all."""
    found = figures(company, FIRST, LAST, by=by)
    parts = found.groups.values()
    for name in ("verzuimdagen", "meldingen", "beeindigd", "duur", *(["dagen"] if by != "length" else [])):
        assert sum(getattr(counts, name) for counts in parts) == getattr(found.total, name)
    if by == "length":
        assert {counts.dagen for counts in parts} <= {found.total.dagen}
