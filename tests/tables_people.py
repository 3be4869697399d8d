"""Employees as they stand, made by hand for the tests of the figures and tables; and any such employees, for property tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from domain_strategies import example
from hypothesis import strategies as st

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.stand import Bericht, Dienstverbandstand, Gevalstand, Werknemerstand

__all__ = ["FOUR", "JUNE", "bericht", "day", "employee", "employees", "employment", "sick", "version"]


def day(month: int, number: int, year: int = 2017) -> date:
    """A day of 2017."""
    return date(year, month, number)


JUNE = (day(6, 1), day(6, 30))


def version(first: date = date(2010, 4, 1), **values: Any) -> Dienstverband:
    """An employment as it is told of once."""
    given = {"afdeling_code": "BAK", "uren_per_week": 40, "ingangsdatum": first, "geldt_vanaf": first, **values}
    return example(Dienstverband, functie=None, **given)


def employment(*versions: Dienstverband, gevallen: Iterable[Verzuimgeval] = (), **more: Any) -> Dienstverbandstand:
    """An employment, by what was told of it from old to new."""
    told = versions or (version(),)
    cases = tuple(Gevalstand(geval, told[-1].id) for geval in gevallen)
    return Dienstverbandstand(dienstverband=told[-1], versies=told, gevallen=cases, **more)


def employee(*employments: Dienstverbandstand, sleutel: str = "W-1", werkgever: str = "WG-1", **more: Any) -> Werknemerstand:
    """An employee, by default one with an ordinary employment and born in 1980."""
    given: dict[str, Any] = {
        "werkgever": example(Werkgever, id=werkgever),
        "werknemer": example(Werknemer, id=sleutel, geboortedatum=date(1980, 5, 17)),
        "overlijdensdatum": None,
        "geschiedenis": (),
        "wachtend": (),
        "oude_sleutels": (),
        "is_ingetrokken": False,
        "berichten": (),
        "signalen": (),
    }
    return Werknemerstand(sleutel=sleutel, dienstverbanden=employments or (employment(),), **{**given, **more})


def sick(
    first: date, recovered: date | None = None, *steps: tuple[date, int], percentage: int = 100, key: str = "VG-1"
) -> Verzuimgeval:
    """A case: from when, the first day of recovery, and from when which percentage."""
    geval = Verzuimgeval.ziekmelding(id=key, eerste_verzuimdag=first, verzuimpercentage=percentage)
    for when, part in steps:
        geval = geval.gedeeltelijke_hersteldmelding(per=when, verzuimpercentage=part)
    return geval if recovered is None else geval.hersteldmelding(per=recovered)


def bericht(soort: str) -> Bericht:
    """A message that told of an employee."""
    return Bericht(soort, "HR", "ARBO", "BER-1", datetime(2017, 6, 1), test=False, vingerafdruk="00")  # noqa: DTZ001 - messages have no zone


FOUR = (
    employee(employment(version(), gevallen=[sick(day(6, 6), day(6, 13))]), sleutel="W-1"),
    employee(
        employment(version(uren_per_week=20), gevallen=[sick(day(5, 29), day(6, 21), (day(6, 11), 50))]),
        sleutel="W-2",
        werknemer=example(Werknemer, geboortedatum=date(1959, 12, 31)),
    ),
    employee(employment(version(afdeling_code="WIN", uren_per_week=None)), sleutel="W-3"),
    employee(
        employment(version(day(6, 16), afdeling_code="WIN", uren_per_week=32), gevallen=[sick(day(6, 28))]),
        sleutel="W-4",
        werknemer=None,
    ),
)
"""The four of the worked example in the documentation."""

# ---- Any employees ------------------------------------------------------------------------------------------------------

_START = date(2016, 12, 1)
_days = st.integers(0, 120).map(lambda number: _START + timedelta(days=number))
_hours = st.sampled_from([None, Decimal(0), Decimal("12.50"), Decimal(36), Decimal(40)])


@st.composite
def _cases(draw: st.DrawFn, key: str) -> Verzuimgeval:
    when = draw(_days)
    geval = Verzuimgeval.ziekmelding(id=key, eerste_verzuimdag=when, verzuimpercentage=draw(st.sampled_from([100, 40])))
    for kind in draw(st.lists(st.sampled_from(["part", "part", "correctie", "recovery"]), max_size=4)):
        when += timedelta(days=draw(st.integers(0, 30)))
        if kind == "part":
            geval = geval.gedeeltelijke_hersteldmelding(per=when, verzuimpercentage=draw(st.integers(1, 100)))
        elif kind == "correctie":
            geval = geval.correctie(verzuimpercentage=geval.verzuimpercentage % 100 + 1)
        else:
            return geval.hersteldmelding(per=when)
    return geval.intrekking() if draw(st.integers(0, 9)) == 9 else geval


@st.composite
def _employments(draw: st.DrawFn, key: str) -> Dienstverbandstand:
    first, *others = sorted(draw(st.lists(_days, min_size=1, max_size=3, unique=True)))
    last = draw(st.none() | st.integers(0, 150).map(lambda number: first + timedelta(days=number)))
    versions = [
        version(
            first,
            id=key,
            geldt_vanaf=when,
            uren_per_week=draw(_hours),
            afdeling_code=draw(st.sampled_from(["BAK", "WIN"])),
            einddatum=last,
        )
        for when in (first, *others)
    ]
    cases = [draw(_cases(f"{key}-{number}")) for number in range(draw(st.integers(0, 3)))]
    return employment(*versions, gevallen=cases, is_ingetrokken=draw(st.integers(0, 9)) == 9)


@st.composite
def employees(draw: st.DrawFn, key: str = "W-1") -> Werknemerstand:
    """An employee with one or two employments, and cases that may overlap."""
    return employee(
        *(draw(_employments(f"{key}-{number}")) for number in range(draw(st.integers(1, 2)))),
        sleutel=key,
        werknemer=draw(
            st.none() | st.integers(1945, 2000).map(lambda year: example(Werknemer, geboortedatum=date(year, 7, 1)))
        ),
    )
