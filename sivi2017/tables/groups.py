"""Into which groups employees and cases are put."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from attrs import frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.stand import Werknemerstand

__all__ = ["AGE_BANDS", "GROUPINGS", "LENGTH_CLASSES", "Group", "GroupBy", "Grouping", "age_band", "in_order", "length_class"]

GroupBy: TypeAlias = Literal["department", "age", "length"]
"""By what the figures are told apart."""
Group: TypeAlias = tuple[str, str]
"""A group: the id of the employer, where departments are told apart, and the name or code."""

GROUPINGS: tuple[GroupBy, ...] = get_args(GroupBy)

AGE_BANDS = ("under 25", "25-34", "35-44", "45-54", "55-64", "65 and over", "unknown")
"""By the age that somebody reaches in the year of the last day: the year of birth is enough for it."""
LENGTH_CLASSES = ("kort", "middellang", "lang", "extra lang")
"""How long a case had taken by the last day of the period: 1-7, 8-42, 43-365 and more calendar days."""

_BAND_ENDS = (25, 35, 45, 55, 65)
_CLASS_ENDS = (7, 42, 365)


def age_band(werknemer: Werknemer | None, year: int) -> str:
    """The band of an employee in a year."""
    if werknemer is None:
        return AGE_BANDS[-1]
    age = year - werknemer.geboortedatum.year
    return AGE_BANDS[sum(age >= end for end in _BAND_ENDS)]


def length_class(days: int) -> str:
    """The class of a case.

    >>> [length_class(days) for days in (1, 7, 8, 42, 43, 365, 366)]
    ['kort', 'kort', 'middellang', 'middellang', 'lang', 'lang', 'extra lang']
    """
    return LENGTH_CLASSES[sum(days > end for end in _CLASS_ENDS)]


def in_order(groups: Iterable[Group], by: GroupBy | None) -> list[Group]:
    """Groups as they are listed: departments by code, the others from low to high."""
    places = {name: place for place, name in enumerate((*AGE_BANDS, *LENGTH_CLASSES))}
    return sorted(groups) if by == "department" else sorted(groups, key=lambda group: places[group[1]])


@frozen
class Grouping:
    """The groups of one employee.

    Departments and age bands divide the days in service. Length classes divide the absence only: each has the days in service
    of all, so that the percentages of the classes add up to that of all.
    """

    by: GroupBy | None
    stand: Werknemerstand
    year: int
    """That of the last day of the period."""

    def of_service(self, version: Dienstverband) -> Iterable[Group]:
        """To which groups a day in service belongs."""
        if self.by is None:
            return ()
        return [("", name) for name in LENGTH_CLASSES] if self.by == "length" else [self._of(version)]

    def of_absence(self, version: Dienstverband, days: int) -> Iterable[Group]:
        """To which groups a day of absence belongs.

        :param days: how long the case had taken by the last day of the period.
        """
        if self.by is None:
            return ()
        return [("", length_class(days))] if self.by == "length" else [self._of(version)]

    def _of(self, version: Dienstverband) -> Group:
        if self.by == "age":
            return "", age_band(self.stand.werknemer, self.year)
        return self.stand.werkgever.id, version.afdeling_code
