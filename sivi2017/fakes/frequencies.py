"""How often what happens, in a year of a company. Every number that decides it stands here, and can be given another value.

The first three are public figures of the Netherlands in 2017, rounded, **from memory of the publications and not looked up**:

``ABSENCE_PERCENTAGE``
    About 4 % of the days that could be worked were missed: CBS, *Kwartaalenquête ziekteverzuim*, 2017.
``REPORTS_PER_EMPLOYEE``
    About 1.1 reports of absence an employee: TNO and CBS, *Nationale Enquête Arbeidsomstandigheden* (NEA), 2017.
``SHARE_WITHOUT_ABSENCE``
    About half of the employees reported none: the same.

They are no settings. The defaults of ``Frequencies`` were chosen so that what comes out lies near them, which a test measures;
that most absences are shorter than a week is in the NEA too. How many people move house in a year, about one in ten, is from
memory of what CBS publishes on that, and how many hours men and women work too. All other numbers, such as how many reports
are corrected, are our choice: no publication was found for them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import attrs
from attrs import field, frozen

from sivi2017.errors import InvalidValue

__all__ = ["ABSENCE_PERCENTAGE", "REPORTS_PER_EMPLOYEE", "SHARE_WITHOUT_ABSENCE", "Frequencies"]

ABSENCE_PERCENTAGE = 4.0
REPORTS_PER_EMPLOYEE = 1.1
SHARE_WITHOUT_ABSENCE = 0.5


@frozen(kw_only=True)
class Frequencies:
    """How often what happens. Chances are from 0 to 1; in a table the shares, which stand first, make 1 together."""

    # Absence
    reports: tuple[tuple[float, int], ...] = (
        (0.462, 0),
        (0.2, 1),
        (0.137, 2),
        (0.087, 3),
        (0.052, 4),
        (0.029, 5),
        (0.017, 6),
        (0.009, 7),
        (0.005, 8),
        (0.002, 9),
    )
    """The share of employees, and how often they fall ill in the year."""
    durations: tuple[tuple[float, int, int], ...] = (
        (0.4525, 1, 3),
        (0.3115, 4, 7),
        (0.106, 8, 14),
        (0.055, 15, 28),
        (0.037, 29, 91),
        (0.0235, 92, 270),
        (0.0145, 271, 730),
    )
    """The share of absences, and the fewest and most days until recovery."""
    months: tuple[float, ...] = (1.35, 1.3, 1.15, 0.95, 0.9, 0.85, 0.7, 0.7, 0.95, 1.05, 1.1, 1.0)
    """How often somebody falls ill in each month, beside the others. Each day of the month is as likely as another, save that
    of a weekend the Monday after it is taken: so Mondays have three times what another day has."""
    begins_partly: float = 0.06
    """Absences that begin with a part of the hours."""
    recovers_partly: float = 0.7
    """Absences of more than two weeks in which somebody works more and more again, before the day of recovery."""
    worse_again: float = 0.15
    """Steps of such a recovery that go the other way."""
    accident: float = 0.01
    """Absences that come of an accident at work."""
    reported_after: tuple[tuple[float, int, int], ...] = ((0.8, 0, 0), (0.15, 1, 1), (0.05, 2, 5))
    """The share of reports, and after how many days they are made."""

    # Mistakes in reports, each corrected some days later; an absence has one at most
    wrong_first_day: float = 0.02
    wrong_percentage: float = 0.01
    wrong_recovery: float = 0.015
    """Recoveries that were on another day."""
    no_recovery: float = 0.01
    """Recoveries that were none: the case is opened again."""
    withdrawn: float = 0.015
    """Cases that should never have been reported."""

    # Employees
    arrives: float = 0.1
    leaves: float = 0.1
    changes_department: float = 0.06
    changes_hours: float = 0.06
    moves_house: float = 0.1
    changes_name: float = 0.01
    wrong_address: float = 0.01
    """Employees whose house number is corrected."""
    second_employment: float = 0.03
    lives_abroad: float = 0.02
    uses_name_of_partner: float = 0.2
    """Women who use the name of a partner; of men a tenth of it."""
    fixed_term: float = 0.2
    hours_of_women: tuple[tuple[float, int], ...] = field(
        default=((0.05, 12), (0.1, 16), (0.12, 20), (0.23, 24), (0.1, 28), (0.15, 32), (0.2, 36), (0.05, 40))
    )
    """The share of women, and their hours a week."""
    hours_of_men: tuple[tuple[float, int], ...] = field(
        default=((0.03, 12), (0.03, 16), (0.04, 20), (0.05, 24), (0.02, 28), (0.1, 32), (0.28, 36), (0.45, 40))
    )

    def __attrs_post_init__(self) -> None:
        faults = list(self._field_faults()) or list(self._faults())
        if faults:
            raise InvalidValue(f"Frequencies.{fault}" for fault in faults)

    def _field_faults(self) -> Iterator[str]:
        for item in attrs.fields(type(self)):
            value = getattr(self, item.name)
            if item.name == "months":
                if not _are_weights(value):
                    yield "months: must be a tuple of twelve weights of 0 or more, not all 0"
            elif isinstance(item.default, tuple):
                yield from _table_faults(item.name, value, len(item.default[0]))
            elif not (_is_number(value) and 0 <= value <= 1):
                yield f"{item.name}: must be a number from 0 to 1"

    def _faults(self) -> Iterator[str]:
        if sum(getattr(self, name) for name in MISTAKES) > 1:
            yield f"{', '.join(MISTAKES)}: must be 1 together at most"


MISTAKES = ("wrong_first_day", "wrong_percentage", "wrong_recovery", "no_recovery", "withdrawn")
"""The names of the chances of which an absence has one at most."""


def _is_number(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and -math.inf < value < math.inf


def _are_weights(value: Any) -> bool:
    if not (isinstance(value, tuple) and len(value) == 12 and all(map(_is_number, value))):
        return False
    return all(weight >= 0 for weight in value) and any(value)


def _is_row(row: object, length: int) -> bool:
    if not (isinstance(row, tuple) and len(row) == length and all(map(_is_number, row))):
        return False
    return all(isinstance(number, int) for number in row[1:])


def _table_faults(name: str, rows: Any, length: int) -> Iterator[str]:
    """What is wrong with a table.

    :param length: how many numbers a row has, with the share.
    """
    if not (isinstance(rows, tuple) and rows and all(_is_row(row, length) for row in rows)):
        numbers = "a whole number" if length == 2 else "two whole numbers"
        yield f"{name}: must be a tuple of tuples, each of a share and {numbers}"
        return
    if any(not 0 <= row[0] <= 1 for row in rows) or abs(sum(row[0] for row in rows) - 1) > 1e-6:
        yield f"{name}: the shares must be 0 or more, and 1 together"
    if any(row[1] < (1 if name == "durations" else 0) or row[-1] < row[1] for row in rows):
        yield f"{name}: the numbers after the share must not be too low, nor the last below the first"
