"""What is told of the groups: figures that are rounded, and none of a group that is too small.

The percentage of a group of three tells the two who were not ill how ill the third was. A group that is withheld could still
be calculated, as all less the others, when it is the only one: then the smallest of the others is withheld as well, and so on
until those that are withheld have enough people together.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from attrs import frozen

from sivi2017.tables.counts import Counts, rounded
from sivi2017.tables.groups import Group, GroupBy

__all__ = ["Row", "Withheld", "rows_of"]


class Withheld(StrEnum):
    """Why a group is not told."""

    SMALL = "too few people"
    CALCULABLE = "a smaller group could be calculated from it"


@frozen(kw_only=True, repr=False)
class Row:
    """A group as it may be told."""

    werkgever_id: str = ""
    """Of a department the employer."""
    groep: str
    """The code of the department, the age band or the class; ``all`` for the total."""
    naam: str = ""
    """What the department is called."""
    withheld: Withheld | None = None
    """Why there are no figures; None where there are."""
    werknemers: int | None = None
    """How many employees were in service; of a length class how many were absent with a case of it."""
    verzuimpercentage: Decimal | None = None
    """Two digits after the point."""
    meldingsfrequentie: Decimal | None = None
    """Two digits after the point."""
    gemiddelde_verzuimduur: Decimal | None = None
    """One digit after the point; None where no case ended."""
    nulverzuim: Decimal | None = None
    """One digit after the point; None for a length class."""

    def __repr__(self) -> str:
        return f"<Row: {self.withheld or f'{self.werknemers} people'}>"


def rows_of(total: Counts, groups: Sequence[tuple[Group, Counts, str]], by: GroupBy | None, smallest: int) -> tuple[Row, ...]:
    """The rows of groups, and of all.

    :param groups: each with its name.
    """
    if smallest < 1:
        raise ValueError("smallest must be 1 or more")
    everybody_hidden = 0 < total.werknemers < smallest
    hidden = _hidden([_people(counts, by) for _, counts, _ in groups], smallest)
    rows = []
    for place, (group, counts, name) in enumerate(groups):
        withheld = Withheld.SMALL if everybody_hidden else hidden.get(place)
        rows.append(Row(werkgever_id=group[0], groep=group[1], naam=name, withheld=withheld, **_told(counts, by, withheld)))
    withheld = Withheld.SMALL if everybody_hidden else None
    return (*rows, Row(groep="all", withheld=withheld, **_told(total, None, withheld)))


def _people(counts: Counts, by: GroupBy | None) -> int:
    """How many people a figure is about: of a length class those who were absent that long."""
    return counts.verzuimers if by == "length" else counts.werknemers


def _hidden(sizes: Sequence[int], smallest: int) -> dict[int, Withheld]:
    """Which groups are withheld, by their places."""
    hidden = {place: Withheld.SMALL for place, size in enumerate(sizes) if 0 < size < smallest}
    # One of nobody comes last: it hides the others the least.
    others = sorted(
        (place for place in range(len(sizes)) if place not in hidden), key=lambda place: (not sizes[place], sizes[place])
    )
    for place in others:
        if not hidden or sum(sizes[known] for known in hidden) >= smallest:
            break
        hidden[place] = Withheld.CALCULABLE
    return hidden


def _told(counts: Counts, by: GroupBy | None, withheld: Withheld | None) -> dict[str, Any]:
    if withheld is not None:
        return {}
    return {
        "werknemers": _people(counts, by),
        "verzuimpercentage": rounded(counts.verzuimpercentage, 2),
        "meldingsfrequentie": rounded(counts.meldingsfrequentie, 2),
        "gemiddelde_verzuimduur": rounded(counts.gemiddelde_verzuimduur, 1),
        "nulverzuim": None if by == "length" else rounded(counts.nulverzuim, 1),
    }
