"""The figures as tables, for a terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from benchmarks.results import Measurement, Ratio, Section

__all__ = ["Row", "as_markdown", "as_text", "markdown_rows", "targets"]

_TIMES = ("what", "what it does", "size", "median", "lowest to highest")
_RATIOS = ("ratio of the medians", "value", "target", "met")

Row: TypeAlias = Sequence[str]


def as_text(section: Section) -> str:
    """A section for a terminal."""
    lines = ["", section.title, "=" * len(section.title), *([section.note] if section.note else []), ""]
    lines += _columns([_TIMES, *map(_measurement_row, section.measurements)])
    if section.ratios:
        lines += ["", *_columns([_RATIOS, *map(_ratio_row, section.ratios)])]
    return "\n".join(lines)


def as_markdown(section: Section) -> str:
    """A section for a page."""
    parts = [f"### {section.title}", *([section.note] if section.note else [])]
    parts.append(markdown_rows([_TIMES, *map(_measurement_row, section.measurements)]))
    if section.ratios:
        parts.append(markdown_rows([_RATIOS, *map(_ratio_row, section.ratios)]))
    return "\n\n".join(parts)


def targets(sections: Iterable[Section]) -> list[Row]:
    """All ratios that have a target, with a heading."""
    rows = [(section.title, *_ratio_row(ratio)) for section in sections for ratio in section.ratios if ratio.target]
    return [("subject", *_RATIOS), *rows]


def markdown_rows(rows: Sequence[Row]) -> str:
    """Rows as a table of Markdown; the first one is its heading."""
    heading, *others = rows
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heading, ["---"] * len(heading), *others))


def _columns(rows: Sequence[Row]) -> list[str]:
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]


def _measurement_row(item: Measurement) -> Row:
    show = _bytes if item.unit == "B" else _seconds
    size = "" if item.size is None else f"{item.size:,}"
    spread = f"{show(min(item.samples))} to {show(max(item.samples))}" if len(item.samples) > 1 else ""
    return item.name, item.does, size, show(item.median), spread


def _ratio_row(ratio: Ratio) -> Row:
    verdict = {True: "yes", False: "NO", None: ""}[ratio.met]
    return ratio.text, _digits(ratio.value), ratio.target, verdict


def _seconds(value: float) -> str:
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if value * factor >= 1:
            return f"{_digits(value * factor)} {unit}"
    return f"{value * 1e6:.2f} µs"


def _bytes(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def _digits(value: float) -> str:
    """Three digits that mean something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
