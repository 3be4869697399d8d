"""Chance that is the same everywhere: all is made of ``random()``, the one thing of its kind that Python promises to keep."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

__all__ = ["Dice"]

Value = TypeVar("Value")
Row = TypeVar("Row", bound=tuple[Any, ...])


class Dice:
    """Draws of one employee, or of one employer. No draw depends on those of another.

    >>> Dice(1, 42).whole(1, 6) == Dice(1, 42).whole(1, 6)
    True
    """

    def __init__(self, seed: int, number: int) -> None:
        """Begin.

        :param seed: that of the whole company.
        :param number: that of the employee.
        """
        self._random = Random(seed << 32 | number).random  # noqa: S311 - what is invented needs to be repeatable, not secret

    def whole(self, low: int, high: int) -> int:
        """A whole number, each as likely as another."""
        return low + int(self._random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in a share of the times."""
        return self._random() < share

    def one(self, values: Sequence[Value]) -> Value:
        """One of several, each as likely as another."""
        return values[int(self._random() * len(values))]

    def row(self, rows: Sequence[Row]) -> Row:
        """A row of a table of which the first column has the shares, which make 1 together."""
        drawn = self._random()
        for row in rows:
            drawn -= row[0]
            if drawn < 0:
                return row
        return rows[-1]

    def near_zero(self) -> float:
        """A number from 0 to 1, often a small one."""
        return self._random() ** 2
