"""The tables: their columns, and their rows.

Names, addresses, numbers of persons and dates of birth are in none of them. The keys are those of the employer's system: who
has that system can tell whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from sivi2017.domain.verzuimgeval import Verzuimstatus
from sivi2017.receiving.stand import Dienstverbandstand, Gevalstand, Werknemerstand
from sivi2017.tables.days import OPEN, Employment, last_day

__all__ = ["TABLES", "Column", "Table"]

Kind: TypeAlias = Literal["text", "date", "whole number", "decimal(5, 2)", "yes or no"]
_Values: TypeAlias = Iterator[tuple[Any, ...]]


@frozen
class Column:
    """One column."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    can_be_empty: bool = False


@frozen
class Table:
    """One table."""

    meaning: str
    """What one row is."""
    columns: tuple[Column, ...]
    rows: Callable[[Werknemerstand], _Values] = field(repr=False)
    """The rows of one employee; the values in the order of the columns."""


_WERKGEVER = Column("werkgever_id", "text", "the key of the employer")
_WERKNEMER = Column("werknemer_id", "text", "the key of the employee, as it is now")
_DIENSTVERBAND = Column("dienstverband_id", "text", "the key of the employment, as it is now")
_GEVAL = Column("verzuimgeval_id", "text", "the key of the case, as it is now")
_AFDELING = Column("afdeling_code", "text", "the code of the department")
_UREN = Column("uren_per_week", "decimal(5, 2)", "the hours by contract", "hours a week", can_be_empty=True)
_PERCENTAGE = Column("verzuimpercentage", "decimal(5, 2)", "how much of the hours was missed", "percent")


def _employees(stand: Werknemerstand) -> _Values:
    known = stand.werknemer
    yield (
        stand.werkgever.id,
        stand.sleutel,
        None if known is None else known.geboortedatum.year,
        None if known is None else known.geslacht.value,
        stand.is_ingetrokken,
    )


def _employments(stand: Werknemerstand) -> _Values:
    for item in stand.dienstverbanden:
        withdrawn = stand.is_ingetrokken or item.is_ingetrokken
        for part in Employment.of(item).versions():
            version = part.dienstverband
            van, tot = last_day(part.start + 1), last_day(part.end)
            values = (version.afdeling_code, version.afdeling, version.functie, version.uren_per_week, withdrawn)
            yield stand.werkgever.id, stand.sleutel, item.dienstverband.id, van, tot, *values


def _cases(stand: Werknemerstand) -> _Values:
    for item, case in _all_cases(stand):
        geval = case.geval
        withdrawn = stand.is_ingetrokken or item.is_ingetrokken or geval.status is Verzuimstatus.INGETROKKEN
        yield (
            stand.werkgever.id,
            stand.sleutel,
            item.dienstverband.id,
            geval.id,
            geval.eerste_verzuimdag,
            geval.datum_hersteld,
            geval.melding.oorzaak.value,
            len(geval.meldingen),
            len(case.wachtend),
            withdrawn,
        )


def _reports(stand: Werknemerstand) -> _Values:
    for item, case in _all_cases(stand):
        for melding in case.geval.meldingen:
            yield (
                stand.werkgever.id,
                stand.sleutel,
                item.dienstverband.id,
                case.geval.id,
                melding.volgnummer,
                str(melding.soort),
                melding.ingangsdatum,
                melding.eerste_verzuimdag,
                melding.verzuimpercentage,
                melding.datum_hersteld,
            )


def _days(stand: Werknemerstand) -> _Values:
    for item in stand.dienstverbanden:
        if stand.is_ingetrokken or item.is_ingetrokken:
            continue
        for part in Employment.of(item).stretches:
            version, course = part.dienstverband, part.course
            yield (
                stand.werkgever.id,
                stand.sleutel,
                item.dienstverband.id,
                last_day(part.start + 1),
                None if part.end == OPEN else last_day(part.end),
                version.afdeling_code,
                version.uren_per_week,
                None if course is None else course.stand.geval.id,
                part.verzuimpercentage,
            )


def _all_cases(stand: Werknemerstand) -> Iterator[tuple[Dienstverbandstand, Gevalstand]]:
    for item in stand.dienstverbanden:
        for case in item.gevallen:
            if case.geval.melding.wazo is None:  # leave, and no absence by illness
                yield item, case


_WITHDRAWN = Column("is_ingetrokken", "yes or no", "whether the sender took it back, or what it is part of")

TABLES: Mapping[str, Table] = {
    "employees": Table(
        "an employee",
        (
            _WERKGEVER,
            _WERKNEMER,
            Column("geboortejaar", "whole number", "the year of birth; empty where no name came", can_be_empty=True),
            Column("geslacht", "text", "the code of the sex; empty where no name came", can_be_empty=True),
            _WITHDRAWN,
        ),
        _employees,
    ),
    "employments": Table(
        "what held from when in an employment",
        (
            _WERKGEVER,
            _WERKNEMER,
            _DIENSTVERBAND,
            Column("van", "date", "the first day on which it held"),
            Column("tot", "date", "the last day; empty where it still holds", can_be_empty=True),
            _AFDELING,
            Column("afdeling", "text", "the name of the department", can_be_empty=True),
            Column("functie", "text", "the function", can_be_empty=True),
            _UREN,
            _WITHDRAWN,
        ),
        _employments,
    ),
    "cases": Table(
        "a case, save leave under the WAZO",
        (
            _WERKGEVER,
            _WERKNEMER,
            _DIENSTVERBAND,
            _GEVAL,
            Column("eerste_verzuimdag", "date", "the first day of absence"),
            Column("datum_hersteld", "date", "the first day of full recovery; empty while it is open", can_be_empty=True),
            Column("oorzaak", "text", "the code of the cause: only what an employer may record"),
            Column("meldingen", "whole number", "how many reports of it count", "reports"),
            Column("wachtend", "whole number", "how many wait for one that has not come", "reports"),
            _WITHDRAWN,
        ),
        _cases,
    ),
    "reports": Table(
        "a report that counts, of a case that is in the table of cases",
        (
            _WERKGEVER,
            _WERKNEMER,
            _DIENSTVERBAND,
            _GEVAL,
            Column("volgnummer", "whole number", "the number of the report"),
            Column("soort", "text", "what it is, such as hersteldmelding"),
            Column("ingangsdatum", "date", "from when what it says holds"),
            Column("eerste_verzuimdag", "date", "the first day of absence, as it says"),
            _PERCENTAGE,
            Column("datum_hersteld", "date", "the first day of full recovery, as it says", can_be_empty=True),
        ),
        _reports,
    ),
    "days": Table(
        "days of an employment that are all alike; together all days of all employments, save withdrawn ones",
        (
            _WERKGEVER,
            _WERKNEMER,
            _DIENSTVERBAND,
            Column("van", "date", "the first of the days"),
            Column("tot", "date", "the last of them; empty where it lasts", can_be_empty=True),
            _AFDELING,
            _UREN,
            Column("verzuimgeval_id", "text", "the key of the case; empty on days without absence", can_be_empty=True),
            _PERCENTAGE,
        ),
        _days,
    ),
}
"""The tables by name."""
