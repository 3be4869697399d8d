"""Converters for settings: what a caller gives as a list, set or mapping becomes one that nobody else can change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sivi2017.report import Severity

__all__ = ["names", "severities", "texts"]


def names(given: Iterable[str]) -> frozenset[str]:
    """A set of names.

    :raises TypeError: for one text: its letters would be taken for names.
    """
    if isinstance(given, str):
        raise TypeError("several names are given as a list or a set, not as one text")
    return frozenset(given)


def texts(given: Mapping[str, str]) -> dict[str, str]:
    """A mapping of texts, copied."""
    return dict(given)


def severities(given: Mapping[str, Severity | None]) -> dict[str, Severity | None]:
    """A mapping of severities, copied."""
    return dict(given)
