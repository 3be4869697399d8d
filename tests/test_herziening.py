"""A case whose course turns out to have been another: what is told puts the receiver right, and no number is given twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.receiving.gevallen_verschil import REPORTED, following
from sivi2017.receiving.verloop import verloop

Course: TypeAlias = list[tuple[int, int]]
"""Days in March 2017, each with the percentage that is missed from then on."""


def day(number: int) -> date:
    return date(2017, 3, 1) + timedelta(days=number - 1)


def geval(course: Course) -> Verzuimgeval:
    """The case whose events are these, numbered from 1."""
    (first, percentage), *others = course
    made = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=day(first), verzuimpercentage=percentage)
    for number, missed in others:
        if missed:
            made = made.gedeeltelijke_hersteldmelding(per=day(number), verzuimpercentage=missed)
        else:
            made = made.hersteldmelding(per=day(number))
    return made


def told_after(told: Verzuimgeval, now: Verzuimgeval) -> Verzuimgeval:
    """The case with what is told to bring it from the one to the other."""
    for step in following(told, now, REPORTED):
        assert step.meldingen[: len(told.meldingen)] == told.meldingen
        told = step
    return told


def missed(case: Verzuimgeval) -> list[tuple[date, Decimal]]:
    """From which days on another part of the hours is missed; the last is the day of recovery, where there was one."""
    starts = [(period.van, period.verzuimpercentage) for period in verloop(case)]
    if case.datum_hersteld is not None:
        starts.append((case.datum_hersteld, Decimal(0)))
    return [start for start, before in zip(starts, [None, *starts], strict=False) if before is None or before[1] != start[1]]


def events(before: Verzuimgeval, after: Verzuimgeval) -> list[tuple[str, int, int]]:
    """What was told: the kind of report, the day of March, the percentage."""
    new = after.meldingen[len(before.meldingen) :]
    return [(melding.soort.value, melding.ingangsdatum.day, int(melding.verzuimpercentage)) for melding in new]


PARTLY = SoortMelding.GEDEELTELIJKE_HERSTELDMELDING.value
AGAIN = SoortMelding.CORRECTIE.value
RECOVERED = SoortMelding.HERSTELDMELDING.value


@pytest.mark.parametrize(
    ("told", "now", "expected"),
    [
        pytest.param([(6, 100)], [(6, 100), (13, 50)], [(PARTLY, 13, 50)], id="added at the end"),
        pytest.param(
            [(6, 100), (13, 50), (20, 25)],
            [(6, 100), (13, 40), (20, 25)],
            [(AGAIN, 13, 40), (PARTLY, 20, 25)],
            id="changed in the middle",
        ),
        pytest.param(
            [(6, 100), (20, 25)],
            [(6, 100), (13, 50), (20, 25)],
            [(AGAIN, 13, 50), (PARTLY, 20, 25)],
            id="inserted in the middle",
        ),
        pytest.param(
            [(6, 100), (13, 50), (20, 25)],
            [(6, 100), (20, 25)],
            [(AGAIN, 6, 100), (PARTLY, 20, 25)],
            id="deleted in the middle",
        ),
        pytest.param([(6, 100), (13, 50)], [(6, 100)], [(AGAIN, 6, 100)], id="deleted at the end"),
        pytest.param([(6, 100), (13, 50)], [(6, 100), (14, 50)], [(AGAIN, 6, 100), (PARTLY, 14, 50)], id="later"),
        pytest.param([(6, 100), (13, 50)], [(6, 100), (12, 50)], [(AGAIN, 12, 50)], id="earlier"),
        pytest.param(
            [(6, 100), (20, 0)],
            [(6, 100), (13, 50), (20, 0)],
            [(AGAIN, 13, 50), (RECOVERED, 20, 0)],
            id="inserted before a recovery",
        ),
        pytest.param([(6, 100), (20, 0)], [(6, 100)], [(AGAIN, 6, 100)], id="a recovery that was none"),
        pytest.param([(6, 100), (13, 50)], [(6, 80), (13, 50)], [(AGAIN, 6, 80), (PARTLY, 13, 50)], id="the first changed"),
        pytest.param([(6, 100), (13, 50)], [(3, 100), (13, 50)], [(AGAIN, 13, 50)], id="another first day"),
        pytest.param([(6, 100), (13, 50)], [(15, 100)], [(AGAIN, 15, 100)], id="a first day after what was told"),
        pytest.param([(6, 100)], [(6, 100)], [], id="nothing"),
    ],
)
def test_what_is_told_of_a_course_that_was_another(told: Course, now: Course, expected: list[tuple[str, int, int]]) -> None:
    """The last report is corrected to what held when the courses part, and what follows is told again."""
    before, right = geval(told), geval(now)

    after = told_after(before, right)

    assert events(before, after) == expected
    assert missed(after) == missed(right)


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """The course of a case."""
    days = sorted(draw(st.sets(st.integers(1, 28), min_size=1, max_size=6)))
    missed = [draw(st.integers(1, 4)) * 25 for _ in days]
    if len(days) > 1 and draw(st.booleans()):
        missed[-1] = 0
    course = list(zip(days, missed, strict=True))
    return [event for event, before in zip(course, [(0, -1), *course], strict=False) if event[1] != before[1]]


@settings(max_examples=60)
@given(versions=st.lists(courses(), min_size=2, max_size=5))
def test_however_often_a_course_changes_the_receiver_ends_with_the_last(versions: list[Course]) -> None:
    """Each number is one more than that before it, what was told stays, and all is told when nothing follows."""
    told = geval(versions[0])
    for version in versions[1:]:
        right = geval(version)

        told = told_after(told, right)

        assert missed(told) == missed(right)
        assert told.eerste_verzuimdag == right.eerste_verzuimdag
        assert told.verzuimpercentage == right.verzuimpercentage
        assert list(following(told, right, REPORTED)) == []
    assert [melding.volgnummer for melding in told.meldingen] == list(range(1, len(told.meldingen) + 1))


def test_a_case_of_which_only_the_state_is_known_is_told_as_before() -> None:
    """Where the first report of what was told is not known, only the state can be compared."""
    told = Verzuimgeval.hervat(
        soort=SoortMelding.GEDEELTELIJKE_HERSTELDMELDING,
        verzuimgeval_id="VG-1",
        volgnummer=3,
        eerste_verzuimdag=day(6),
        ingangsdatum=day(13),
        verzuimpercentage=Decimal(50),
    )

    after = told_after(told, geval([(6, 100), (13, 40)]))

    assert events(told, after) == [(AGAIN, 13, 40)]
