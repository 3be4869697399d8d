"""The figures of a period: sums over employees, which can be made in parts and added."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from attrs import define, evolve, field, frozen

from sivi2017.receiving.stand import Werknemerstand
from sivi2017.tables.counting import TOTAL, Counting
from sivi2017.tables.counts import Counts
from sivi2017.tables.days import Employment, employments
from sivi2017.tables.groups import GROUPINGS, Group, GroupBy, Grouping, in_order
from sivi2017.tables.rows import Row, rows_of

__all__ = ["FULL_TIME", "Figures", "figures", "months"]

FULL_TIME = Decimal(40)
"""Hours a week of a full-time job, unless it is said otherwise."""

_FLOW_OF_ABSENCE = "Verzuimmeldingen"


@frozen(kw_only=True, repr=False)
class Figures:
    """The absence of employees in a period, exact.

    ``+`` gives the figures of the employees of both. No employee may be in both: nothing of who they are is kept, so that
    cannot be looked at.
    """

    van: date
    """The first day."""
    tot: date
    """The last day, which counts."""
    by: GroupBy | None = None
    """By what the groups are told apart; None where there is only the total."""
    full_time_hours: Decimal = FULL_TIME
    """The hours a week that weigh 1, as unknown ones do."""
    total: Counts = field(factory=Counts)
    """What is counted of all, however few they are."""
    groups: Mapping[Group, Counts] = field(factory=dict, hash=False)
    """What is counted of each group, by the id of the employer (of a department) and the name or code."""
    names: Mapping[Group, tuple[date, str]] = field(factory=dict, hash=False)
    """What departments are called, and from when the latest version is that says it."""

    def __attrs_post_init__(self) -> None:
        if self.tot < self.van:
            raise ValueError("the last day of the period lies before the first")
        if self.by is not None and self.by not in GROUPINGS:
            raise ValueError(f"by must be one of {', '.join(GROUPINGS)}, or None")
        if not 0 < self.full_time_hours < Decimal("Infinity"):
            raise ValueError("full_time_hours must be above 0")

    def __add__(self, other: Figures) -> Figures:
        for name in ("van", "tot", "by", "full_time_hours"):
            if getattr(self, name) != getattr(other, name):
                raise ValueError(f"figures with another {name} cannot be added")
        groups = {**self.groups}
        for group, counts in other.groups.items():
            groups[group] = groups.get(group, Counts()) + counts
        names = {**self.names}
        for group, named in other.names.items():
            names[group] = max(names.get(group, named), named)
        return evolve(self, total=self.total + other.total, groups=groups, names=names)

    def __repr__(self) -> str:
        by = f", {len(self.groups)} groups by {self.by}" if self.by else ""
        return f"<Figures of {self.van} to {self.tot}{by}>"

    def rows(self, smallest: int = 10) -> tuple[Row, ...]:
        """A row for each group in order, and one for all at the end.

        :param smallest: how many people a group must have to be told; also one that could be calculated from the others is not.
        :raises ValueError: when it is below 1.
        """
        groups = [(group, self.groups[group], self._name(group)) for group in in_order(self.groups, self.by)]
        return rows_of(self.total, groups, self.by, smallest)

    def _name(self, group: Group) -> str:
        return self.names[group][1] if group in self.names else ""


def figures(
    standen: Iterable[Werknemerstand],
    van: date,
    tot: date,
    *,
    by: GroupBy | None = None,
    full_time_hours: Decimal | int = FULL_TIME,
) -> Figures:
    """The figures of employees over a period.

    :param standen: each employee once, as ``Administratie.werknemers`` has them.
    :param van: the first day.
    :param tot: the last day, which counts.
    :param by: by what they are told apart: ``department``, ``age`` or ``length``.
    :param full_time_hours: the hours a week that weigh 1. It only matters where hours are not known: those weigh 1.
    :raises ValueError: when the period or a setting is wrong.
    """
    whole = Figures(van=van, tot=tot, by=by, full_time_hours=Decimal(full_time_hours))
    adding = _Adding(whole)
    for stand in standen:
        adding.add(stand, tuple(employments(stand)))
    return adding.figures()


def months(
    standen: Iterable[Werknemerstand],
    van: date,
    tot: date,
    *,
    by: GroupBy | None = None,
    full_time_hours: Decimal | int = FULL_TIME,
) -> tuple[Figures, ...]:
    """The figures of each month of a period; the first and the last may be a part of a month."""
    whole = Figures(van=van, tot=tot, by=by, full_time_hours=Decimal(full_time_hours))
    adding = [_Adding(evolve(whole, van=first, tot=last)) for first, last in _months(van, tot)]
    for stand in standen:
        parts = tuple(employments(stand))
        for month in adding:
            month.add(stand, parts)
    return tuple(month.figures() for month in adding)


def _months(van: date, tot: date) -> Iterator[tuple[date, date]]:
    while True:
        last = min(tot, van.replace(day=monthrange(van.year, van.month)[1]))
        yield van, last
        if last == tot:
            return
        van = last + timedelta(days=1)


@define
class _Adding:
    """Adds up employees."""

    whole: Figures
    total: Counts = field(factory=Counts)
    groups: dict[Group, Counts] = field(factory=dict)
    names: dict[Group, tuple[date, str]] = field(factory=dict)

    def figures(self) -> Figures:
        return evolve(self.whole, total=self.total, groups=self.groups, names=self.names)

    def add(self, stand: Werknemerstand, parts: Iterable[Employment]) -> None:
        """Count one more employee; nothing of one who was not in service in the period."""
        whole = self.whole
        first, after = whole.van.toordinal(), whole.tot.toordinal() + 1
        counting = Counting(Grouping(whole.by, stand, whole.tot.year), first, after, whole.full_time_hours)
        for employment in parts:
            counting.add(employment)
        only = bool(stand.berichten) and all(bericht.soort == _FLOW_OF_ABSENCE for bericht in stand.berichten)
        for group, tally in counting.tallies.items():
            counts = tally.done(alleen_verzuim=only)
            if group == TOTAL:
                self.total += counts
            else:
                self.groups[group] = self.groups.get(group, Counts()) + counts
        for group, named in counting.names.items():
            self.names[group] = max(self.names.get(group, named), named)
