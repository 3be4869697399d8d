"""What a sender tells in a year, one message an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from attrs import frozen

from sivi2017 import bindings
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.fakes.life import Change
from sivi2017.fakes.telling import NEVER

Report: TypeAlias = tuple[datetime, Verzuimgeval]

__all__ = ["Event", "History", "merged"]


class Teller(Protocol):
    """A company, as far as an event needs it."""

    def werkgever(self, number: int) -> Werkgever:
        """The employer of an employee."""
        ...

    def build(self, event: Event) -> bindings.Message:
        """The message that tells of an event."""
        ...


@frozen(repr=False, eq=False)
class Event:
    """Something to tell of an employee: an absence, or a change."""

    company: Teller
    number: int
    """That of the employee in the company."""
    moment: datetime
    """When it is told."""
    soort: str
    """What it is, such as ``ziekmelding`` or ``andere afdeling``."""
    werknemer: Werknemer
    """The employee as known at that moment; so are the employments."""
    dienstverbanden: tuple[Dienstverband, ...]
    mutatie: Mutatie
    """What happened to the employee; with an absence nothing."""
    geval: Verzuimgeval | None = None
    """The case, with what is told of it last; None with a change."""

    @property
    def werkgever(self) -> Werkgever:
        """The employer."""
        return self.company.werkgever(self.number)

    @property
    def dienstverband(self) -> Dienstverband:
        """The employment that it is about: of several the first, but for every third absence."""
        return self.dienstverbanden[0 if self.geval is None else place_of(self.geval, len(self.dienstverbanden))]

    @property
    def name(self) -> str:
        """A name for a file. Sorted by name, the events of a company stand in the order of telling."""
        return f"{self.moment:%Y%m%dT%H%M%S}-{self.number:07}-{self.soort.replace(' ', '-')}.xml"

    def message(self) -> bindings.Message:
        """The message that tells it, made by the coupling of the company.

        :raises NotPermitted: for an employee whom the receiver may not be told of.
        :raises InvalidMessage: when the coupling makes an error of something that is in it.
        """
        return self.company.build(self)

    def __repr__(self) -> str:
        return f"<Event {self.soort} of {self.moment:%Y-%m-%d %H:%M}>"


@frozen(repr=False, eq=False)
class History:
    """The year of one employee."""

    number: int
    events: tuple[Event, ...]
    """What is told, oldest first."""
    werknemer: Werknemer
    """The employee at the end of the year; so are the employments and the cases."""
    dienstverbanden: tuple[Dienstverband, ...]
    gevallen: tuple[Verzuimgeval, ...]
    """The cases as they were told of last, withdrawn ones among them."""

    def __repr__(self) -> str:
        return f"<History of {len(self.events)} events>"


def place_of(geval: Verzuimgeval, employments: int) -> int:
    """Which of several employments a case belongs to."""
    return 1 if employments > 1 and int(geval.id[-2:]) % 3 == 0 else 0


def merged(company: Teller, number: int, changes: Iterable[Change], reports: Iterable[Report]) -> Iterator[Event]:
    """Changes and reports in the order of telling; each with the employee and the employments as known by then.

    :param changes: at least one, which comes before all reports.
    """
    told: list[Change | Report] = [*changes, *reports]
    later = sorted(told, key=_moment)
    current, moment = later[0], NEVER
    assert isinstance(current, Change)
    for item in later:
        moment = max(_moment(item), moment + timedelta(seconds=1))  # no two at once, so that names sort as they must
        if isinstance(item, Change):
            current = item
            soort, mutatie, geval = str(item.soort), item.mutatie, None
        else:
            geval = item[1]
            soort, mutatie = str(geval.melding.soort), Mutatie.ONGEWIJZIGD
        yield Event(company, number, moment, soort, current.werknemer, current.dienstverbanden, mutatie, geval)


def _moment(item: Change | Report) -> datetime:
    return item.moment if isinstance(item, Change) else item[0]
