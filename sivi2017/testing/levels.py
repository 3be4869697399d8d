"""How near to life what a strategy gives is."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

__all__ = ["Level", "checked_level"]

Level: TypeAlias = Literal["schema", "rules", "realistic"]
"""``schema``: all that the schema allows, the odd corners included. ``rules``: that, and no rule finds an error.
``realistic``: that, and it looks like life."""


def checked_level(level: Level) -> Level:
    """A level, when there is such a one.

    :raises ValueError: when there is not.
    """
    if level not in get_args(Level):
        raise ValueError(f"level must be one of {', '.join(get_args(Level))}; is {level!r}")
    return level
