"""What the subjects share."""

from __future__ import annotations

from attrs import evolve
from lxml import etree

from benchmarks.results import Ratio, Section

__all__ = ["described_size", "employees", "ratio"]

_Wanted = tuple[str, str, float | None, float | None]


def ratio(section: Section, *wanted: _Wanted) -> Section:
    """The section with ratios of its medians: what is divided by what, and at least and at most how much that should be."""
    made = [
        Ratio(f"{over} / {under}", section[over].median / section[under].median, at_least, at_most)
        for over, under, at_least, at_most in wanted
    ]
    return evolve(section, ratios=[*section.ratios, *made])


def employees(number: int) -> str:
    """So many employees, in words."""
    return "1 employee" if number == 1 else f"{number:,} employees"


def described_size(number: int, data: bytes, root: etree._Element) -> str:
    """How large a message is, in words."""
    elements = sum(1 for _ in root.iter())
    return f"{employees(number)} ({len(data) / 1000:,.0f} kB, {elements:,} elements)"
