"""Dates that must not lie before another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["before"]


def before(part: Any, later: str, earlier: str) -> Iterator[str]:
    """A fault where the one date of an object lies before the other; nothing where either is not given."""
    first, second = getattr(part, earlier), getattr(part, later)
    if first is not None and second is not None and second < first:
        yield f"{later}: must not be before {earlier}"
