"""Groups of a few people are withheld, and so is what they could be calculated from."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_people import FOUR, JUNE, day, employee, employment, sick

from sivi2017.tables import Counts, Figures, GroupBy, Row, Withheld, figures
from sivi2017.tables.groups import LENGTH_CLASSES


def people(werknemers: int, verzuimers: int = 1) -> Counts:
    """Counts of so many people."""
    return Counts(
        werknemers=werknemers, verzuimers=verzuimers, dagen=Fraction(30 * werknemers), verzuimdagen=Fraction(verzuimers)
    )


def departments(*sizes: int, smallest: int = 10) -> list[Withheld | None]:
    """What is withheld of departments of these sizes, and at the end of all."""
    groups = {("WG-1", f"{number:03}"): people(size) for number, size in enumerate(sizes)}
    found = Figures(van=JUNE[0], tot=JUNE[1], by="department", total=people(sum(sizes)), groups=groups)
    return [row.withheld for row in found.rows(smallest)]


def classes(*sizes: int, werknemers: int = 100) -> list[Withheld | None]:
    """What is withheld of the length classes when so many were absent in each."""
    groups = {("", name): people(werknemers, size) for name, size in zip(LENGTH_CLASSES, sizes, strict=True)}
    found = Figures(van=JUNE[0], tot=JUNE[1], by="length", total=people(werknemers, sum(sizes)), groups=groups)
    return [row.withheld for row in found.rows()]


SMALL, OTHER = Withheld.SMALL, Withheld.CALCULABLE


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((10, 11, 12), [None, None, None, None]),
        ((9, 11, 12), [SMALL, OTHER, None, None]),
        ((9, 12, 11), [SMALL, None, OTHER, None]),
        ((5, 5, 12), [SMALL, SMALL, None, None]),
        ((4, 5, 12, 11), [SMALL, SMALL, None, OTHER, None]),
        ((6, 20), [SMALL, OTHER, None]),
        ((4, 5), [SMALL, SMALL, SMALL]),
        ((9,), [SMALL, SMALL]),
        ((10,), [None, None]),
    ],
)
def test_a_small_group_is_withheld_with_another_where_it_could_be_calculated(
    sizes: tuple[int, ...], expected: list[Withheld | None]
) -> None:
    """All less the others is the one that is not told; the smallest that hides it goes with it."""
    assert departments(*sizes) == expected


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((40, 20, 10, 0), [None, None, None, None, None]),
        ((40, 20, 3, 0), [None, OTHER, SMALL, None, None]),
        ((0, 0, 3, 0), [OTHER, OTHER, SMALL, OTHER, None]),
        ((0, 0, 0, 0), [None, None, None, None, None]),
    ],
)
def test_a_length_class_is_as_large_as_the_number_of_people_absent_in_it(
    sizes: tuple[int, ...], expected: list[Withheld | None]
) -> None:
    """Where only a few were absent a class of nobody hides them too, and otherwise it is told."""
    assert classes(*sizes) == expected


def test_of_a_company_that_is_too_small_nothing_is_told() -> None:
    """Not even that nobody was absent long."""
    assert classes(4, 0, 0, 0, werknemers=9) == [SMALL] * 5


def test_how_many_people_make_a_group_can_be_set() -> None:
    assert departments(3, 4, 5, smallest=3) == [None] * 4
    assert departments(1, smallest=1) == [None, None]
    with pytest.raises(ValueError, match=r"^smallest must be 1 or more$"):
        departments(3, smallest=0)


@pytest.mark.parametrize("by", [None, "department", "age", "length"])
def test_a_row_that_is_withheld_has_no_number(by: GroupBy | None) -> None:
    """Its name can be told; anybody knows it."""
    for row in figures(FOUR, *JUNE, by=by).rows():
        assert row == Row(werkgever_id=row.werkgever_id, groep=row.groep, naam=row.naam, withheld=SMALL)


def test_the_size_that_counts_is_that_of_the_period() -> None:
    """Ten employees, one of whom came in July."""
    standen = [employee(sleutel=f"W-{number}") for number in range(9)]
    standen.append(employee(employment(gevallen=[sick(day(6, 6))]), sleutel="W-9"))
    assert figures(standen, *JUNE).rows()[0].werknemers == 10
    assert figures(standen[:-1], *JUNE).rows()[0].withheld is SMALL


@given(st.lists(st.integers(1, 40), max_size=8), st.integers(1, 15))
def test_nothing_that_is_withheld_can_be_calculated(sizes: list[int], smallest: int) -> None:
    """What is withheld is nothing, or several groups of enough people together, or everything."""
    *groups, everybody = departments(*sizes, smallest=smallest)
    hidden = [size for size, withheld in zip(sizes, groups, strict=True) if withheld is not None]
    assert all(size >= smallest for size, withheld in zip(sizes, groups, strict=True) if withheld is None)
    if everybody is None and hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= smallest
    if everybody is not None:
        assert len(hidden) == len(sizes)
