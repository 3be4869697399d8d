"""A picture of time and memory against the number of employees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from benchmarks.results import Section

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw"]


@frozen
class _Line:
    name: str
    """Of the measurements."""
    label: str
    colour: str
    marker: str
    dashes: str = "-"


# Colours that those who do not see all colours can tell apart, and a marker each.
_LINES = (
    _Line("xsdata's XmlParser", "xsdata: no checks", "#d55e00", "s"),
    _Line("hand-written ElementTree", "hand-written ElementTree: no checks", "#cc79a7", "^"),
    _Line("sivi2017.read", "sivi2017.read: schema checked", "#0072b2", "o"),
    _Line("lxml.etree.fromstring", "lxml: a tree only", "#777777", "D", "--"),
    _Line("sivi2017.stream", "sivi2017.stream: schema checked", "#009e73", "v"),
)


def draw(sections: Sequence[Section], target: Path) -> None:
    """Draw it as SVG; the same figures give the same file."""
    # Only who draws needs matplotlib.
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.hashsalt": "sivi2017", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10}):
        figure = Figure(figsize=(9, 4.2), layout="constrained")
        times, memory = figure.subplots(1, 2)
        _panel(times, sections, ("read", "stream"), 1)
        times.set(title="Time", ylabel="seconds")
        _panel(memory, sections, ("memory",), 1e6)
        memory.set(title="Peak memory of the process", ylabel="MB")
        memory.set_ylim(bottom=10)
        handles, labels = times.get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=2, frameon=False)
        figure.savefig(target, format="svg", metadata={"Date": None, "Title": "Time and peak memory against employees"})


def _panel(axes: Axes, sections: Sequence[Section], subjects: Sequence[str], unit: float) -> None:
    for line in _LINES:
        points = sorted(_points(sections, subjects, line.name))
        axes.plot(
            [size for size, _ in points],
            [value / unit for _, value in points],
            line.dashes,
            label=line.label,
            color=line.colour,
            marker=line.marker,
            markersize=5,
        )
    axes.set(xscale="log", yscale="log", xlabel="employees in the message")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:,g}" if value < 1e5 else f"{value:,.0f}")
        axis.set_minor_formatter(lambda *_: "")
    axes.grid(visible=True, which="major", color="#dddddd")
    axes.spines[["top", "right"]].set_visible(False)


def _points(sections: Sequence[Section], subjects: Sequence[str], name: str) -> set[tuple[int, float]]:
    """The size and the median of each measurement of that name; of a size that was measured twice the first."""
    points: dict[int, float] = {}
    for section in sections:
        for item in section.measurements:
            if section.subject in subjects and item.name == name and item.size is not None:
                points.setdefault(item.size, item.median)
    return set(points.items())
