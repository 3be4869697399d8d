"""The figures of pseudonymised messages are those of the originals."""

from __future__ import annotations

from datetime import date

import pytest

from sivi2017.fakes import Company
from sivi2017.privacy import Pseudonymiser
from sivi2017.receiving import Administratie
from sivi2017.tables import Figures, GroupBy, figures, months
from sivi2017.tables.groups import GROUPINGS

YEAR = (date(2017, 1, 1), date(2017, 12, 31))
MESSAGES = [event.message() for event in Company(employees=12, seed=2, bsn=True).events()]


@pytest.fixture(scope="module")
def pair() -> tuple[Administratie, Administratie]:
    """What is known by the originals, and by messages about nobody in particular."""
    pseudonymiser = Pseudonymiser(bytes(range(32)))
    original, _ = Administratie().receive_all(MESSAGES)
    changed, _ = Administratie().receive_all(map(pseudonymiser.message, MESSAGES))
    assert original.werknemers[0].sleutel != changed.werknemers[0].sleutel
    return original, changed


def counted(found: Figures) -> list[object]:
    """What is counted of all and of each group, whatever the groups are called."""
    return [found.total, *sorted(found.groups.values(), key=repr)]


@pytest.mark.parametrize("by", GROUPINGS)
def test_all_figures_are_the_same(pair: tuple[Administratie, Administratie], by: GroupBy) -> None:
    """To the last fraction; departments have other names."""
    original, changed = (figures(each.werknemers, *YEAR, by=by) for each in pair)
    assert original.total.verzuimers > 0
    assert counted(changed) == counted(original)
    if by != "department":
        assert changed == original


def test_the_months_are_the_same(pair: tuple[Administratie, Administratie]) -> None:
    original, changed = (months(each.werknemers, *YEAR) for each in pair)
    assert changed == original
