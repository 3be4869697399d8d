"""A picture of the absence month by month: a panel for each group, with that of all behind it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from math import ceil, isnan, nan
from typing import Any

from attrs import frozen

from sivi2017.outline.visible import visible
from sivi2017.tables.figures import Figures
from sivi2017.tables.groups import Group, in_order
from sivi2017.tables.rows import Row

__all__ = ["plot"]

_FEW = 9
"""Up to how many panels three stand beside each other; of more it is four."""
_MOST = 24
"""How many groups make a picture that can still be read."""
_WIDTH, _HEIGHT, _HEAD = 3.4, 2.1, 1.1
"""Of a panel, and of what stands above and below them, in inches."""
_LABELS = 6
"""How many months are named below a panel, about."""
_LONGEST = 40
"""How many characters of a name fit above a panel."""
_GROUP, _ALL, _TEXT, _GRID = "#1f5fa8", "#a6a6a6", "#333333", "#e6e6e6"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plot(series: Sequence[Figures], file: str | os.PathLike[str], *, smallest: int = 10) -> None:
    """Draw the verzuimpercentage of a series of periods, such as ``months`` gives, to a PNG or SVG file.

    Where a group is withheld its line has a gap, and one that always is has no panel. Of more than 24 groups those with the
    most employees are drawn. A file that is there is overwritten.

    :param file: its name ends in ``.png`` or ``.svg``.
    :param smallest: as for ``Figures.rows``.
    :raises ValueError: when the name ends otherwise, or there is no period.
    :raises ImportError: without Matplotlib; the extra ``tables`` brings it.
    :raises OSError: when the file cannot be written.
    """
    form = os.fspath(file).lower()[-4:]
    if form not in {".png", ".svg"}:
        raise ValueError("the name of a plot must end in .png or .svg")
    if not series:
        raise ValueError("there is no period to draw")
    matplotlib = _module("matplotlib")
    # The same figures give the same bytes.
    with matplotlib.rc_context({"svg.hashsalt": "sivi2017"}):
        drawn = _drawn(series, smallest)
        drawn.savefig(file, format=form[1:], dpi=150, metadata={"Date": None} if form == ".svg" else {})


def _module(name: str) -> Any:
    """A module of Matplotlib, which not everybody has."""
    try:
        return import_module(name)
    except ImportError:
        raise ImportError("matplotlib is not installed; run: pip install 'sivi2017[tables]'") from None


@frozen
class _Line:
    """What is drawn of one group."""

    title: str
    values: tuple[float, ...]
    """Month by month; not a number where there is none."""
    size: int
    """The most employees that it had."""


def _drawn(series: Sequence[Figures], smallest: int) -> Any:
    told = [month.rows(smallest) for month in series]
    of_all = _Line("", tuple(_value(rows[-1]) for rows in told), 0)
    lines = _lines(series[0], told)
    kept = _largest([line for line in lines if not all(map(isnan, line.values))])
    highest = max((value for line in (of_all, *kept) for value in line.values if value > 0), default=1.0)
    across = min(len(kept), 3 if len(kept) <= _FEW else 4) or 1
    down = ceil(len(kept) / across) or 1
    size = max(2, across) * _WIDTH, (down if kept else 1.6) * _HEIGHT + _HEAD
    drawn = _module("matplotlib.figure").Figure(figsize=size, layout="constrained")
    drawn.get_layout_engine().set(h_pad=0.08)  # a title stands nearer to its own panel than to the one above
    panels = drawn.subplots(down, across, sharex=True, sharey=True, squeeze=False)
    for number, panel in enumerate(panels.flat):
        if number < len(kept):
            _draw(panel, of_all, _ALL, width=1.4)
            _draw(panel, kept[number], _GROUP, width=1.8)
        elif number == 0:
            _draw(panel, of_all, _GROUP, width=1.8)
        else:
            panel.remove()
            continue
        panel.set_ylim(0, 1.08 * highest)
        _dress(panel, series, is_lowest=number + across >= len(kept))
    _label(drawn, series, smallest, drawn_groups=len(kept), groups=len(lines))
    return drawn


def _draw(panel: Any, line: _Line, color: str, *, width: float) -> None:
    panel.plot(line.values, color=color, linewidth=width, marker="o", markersize=2 * width, clip_on=False, zorder=3)
    panel.set_title(line.title, loc="left", fontsize=9, color=_TEXT, parse_math=False)
    if all(map(isnan, line.values)):
        panel.text(0.5, 0.5, "too few people", transform=panel.transAxes, ha="center", color=_TEXT, fontsize=9)


def _lines(first: Figures, told: Sequence[tuple[Row, ...]]) -> list[_Line]:
    """The groups, in order."""
    by_month = [{(row.werkgever_id, row.groep): row for row in rows[:-1]} for rows in told]
    groups = in_order({group for rows in by_month for group in rows}, first.by)
    several = len({employer for employer, _ in groups}) > 1
    lines = []
    for group in groups:
        rows = [month.get(group) for month in by_month]
        values = tuple(nan if row is None else _value(row) for row in rows)
        size = max(row.werknemers or 0 for row in rows if row is not None)
        lines.append(_Line(_title(group, [row for row in rows if row is not None], several=several), values, size))
    return lines


def _title(group: Group, rows: Sequence[Row], *, several: bool) -> str:
    title = visible(rows[-1].naam or group[1])
    title = f"{visible(group[0])}: {title}" if several else title
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _largest(lines: Sequence[_Line]) -> list[_Line]:
    """Those that are drawn, in the order in which they were."""
    places = sorted(range(len(lines)), key=lambda place: -lines[place].size)[:_MOST]
    return [lines[place] for place in sorted(places)]


def _value(row: Row) -> float:
    return nan if row.verzuimpercentage is None else float(row.verzuimpercentage)


def _dress(panel: Any, series: Sequence[Figures], *, is_lowest: bool) -> None:
    """Give a panel its axes."""
    places = range(0, len(series), ceil(len(series) / _LABELS))
    panel.set_xticks(places, [_month(series, place, places.step) for place in places])
    panel.set_xlim(-0.4, len(series) - 0.6)
    panel.locator_params(axis="y", nbins=4, steps=[1, 2, 5, 10])
    panel.yaxis.set_major_formatter("{x:g} %")
    panel.tick_params(length=0, labelsize=8, labelcolor=_TEXT, labelbottom=is_lowest)
    panel.grid(axis="y", color=_GRID)
    panel.set_axisbelow(True)
    panel.spines[["top", "left", "right"]].set_visible(False)
    panel.spines["bottom"].set_color(_ALL)


def _month(series: Sequence[Figures], place: int, step: int) -> str:
    """A month; with its year where that is another than at the label before."""
    day = series[place].van
    is_new = place == 0 or series[place - step].van.year != day.year
    return f"{_MONTHS[day.month - 1]}\n{day.year}" if is_new else _MONTHS[day.month - 1]


def _label(drawn: Any, series: Sequence[Figures], smallest: int, *, drawn_groups: int, groups: int) -> None:
    """Say what is to be seen."""
    by = f" by {series[0].by}" if groups else ""
    drawn.suptitle(f"Verzuimpercentage{by}, {series[0].van} to {series[-1].tot}", x=0.01, ha="left", fontsize=12, color=_TEXT)
    notes = ["Calendar days of absence as a part of those in service, weighted by hours and by the part that was missed."]
    if groups:
        notes.append(f"Grey: all employees. Fewer than {smallest} people, and what would give those away, is not drawn.")
    if drawn_groups < groups:
        notes.append(f"{drawn_groups} of {groups} groups are drawn.")
    drawn.supxlabel("\n".join(notes), x=0.01, ha="left", fontsize=8, color=_TEXT)
