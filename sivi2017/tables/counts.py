"""What is counted, and the figures that are made of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
from attrs import frozen

__all__ = ["Counts", "rounded"]

_ZERO = Fraction(0)


@frozen(kw_only=True)
class Counts:
    """Sums over employees, all of them exact. Those of two groups of different employees can be added."""

    werknemers: int = 0
    """Employees who were in service on at least one day."""
    verzuimers: int = 0
    """Those of them who were absent on at least one day, for however small a part of the hours."""
    persoonsjaren: Fraction = _ZERO
    """Years in service: each day of each employee is a 365th part, in a leap year a 366th. Two employments at once are one."""
    dagen: Fraction = _ZERO
    """Calendar days in service, each weighted by hours: a day of somebody with full-time hours is 1."""
    verzuimdagen: Fraction = _ZERO
    """Calendar days of absence, each weighted by hours and by the part of the hours that was missed."""
    meldingen: int = 0
    """Cases of which the first day of absence lies in the period."""
    beeindigd: int = 0
    """Cases of which the last day of absence lies in the period."""
    duur: int = 0
    """Calendar days that these took from their first day on, with those before the period; a part of a day missed is a day."""
    zonder_uren: int = 0
    """Employments of which the hours are not known for at least one day; such a day weighs as one with full-time hours."""
    nul_uren: int = 0
    """Employments with 0 hours on at least one day; such a day weighs nothing."""
    alleen_verzuim: int = 0
    """Employees known from absence messages only. Where there are such, colleagues who were never absent are missing."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in _NAMES})

    @property
    def verzuimpercentage(self) -> Fraction | None:
        """Days of absence as a percentage of the days in service, both weighted; None where nothing was in service."""
        return 100 * self.verzuimdagen / self.dagen if self.dagen else None

    @property
    def meldingsfrequentie(self) -> Fraction | None:
        """Reports an employee a year."""
        return self.meldingen / self.persoonsjaren if self.persoonsjaren else None

    @property
    def gemiddelde_verzuimduur(self) -> Fraction | None:
        """The mean length in calendar days of the cases that ended; None where none did."""
        return Fraction(self.duur, self.beeindigd) if self.beeindigd else None

    @property
    def nulverzuim(self) -> Fraction | None:
        """Employees without a day of absence, as a percentage of all."""
        return Fraction(100 * (self.werknemers - self.verzuimers), self.werknemers) if self.werknemers else None


_NAMES = tuple(item.name for item in attrs.fields(Counts))


def rounded(value: Fraction | None, places: int) -> Decimal | None:
    """A figure as it is told; a half is rounded up.

    >>> rounded(Fraction(1, 8), 2), rounded(Fraction(2, 3), 1), rounded(None, 2)
    (Decimal('0.13'), Decimal('0.7'), None)
    """
    if value is None:
        return None
    scaled = (2 * value * 10**places + 1) // 2  # no division that is itself rounded
    return Decimal(scaled).scaleb(-places)
