"""A company that is not there: its people, and what happens to them in a year."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import IO, Any, Literal, TypeAlias, get_args

from attrs import field, frozen

from sivi2017 import bindings
from sivi2017.domain.base import DomainField
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.fakes.absence import Absence
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.employers import employer
from sivi2017.fakes.events import Event, History, merged, place_of
from sivi2017.fakes.frequencies import Frequencies
from sivi2017.fakes.life import Change, life
from sivi2017.fakes.people import person
from sivi2017.fakes.posting import Posting
from sivi2017.flows.verzuimmutatie import Verzuimregel
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.streaming.writing import write_stream

__all__ = ["Company", "Kind"]

Kind: TypeAlias = Literal["both", "verzuim", "werknemer", "dienstverband"]
"""Which messages there are: verzuimmutaties, werknemermutaties, dienstverbandmutaties, or the first two."""

_MOST = {"employees": 9_000_000, "employers": 9_000, "seed": 2**63, "year": 2100}
_FEWEST = {"employees": 1, "employers": 1, "seed": 0, "year": 1950}
_TOGETHER = 100
"""Employees of a delivery that are built at a time."""
_NUMBER_BITS, _INDEX_BITS = 24, 14
_REMEMBERED = 2_000
"""Histories that are kept while events are given in the order of telling; the others are made again."""


def _own_koppeling() -> Koppeling:
    return Koppeling(inzender="Voorbeeldgenerator", ontvanger="Voorbeelddienst", test=True, datakluis=True)


@frozen(kw_only=True, eq=False, repr=False)
class Company:
    """A company of invented people, and all that is told of them in a year. The same arguments give the same messages.

    Nothing is made before it is asked for. Each employee is made from the seed and a number alone, so that it does not matter
    how many others there are.

    >>> company = Company(employees=100, seed=1)
    >>> first = next(company.events())
    >>> first.soort, first.message()
    ('eerste vulling', <WerknemerGegevens: bericht_algemeen, werkgever[1]>)
    >>> company.history(42).werknemer.id
    'W-0000042'
    """

    employees: int
    """How many people work there at some time in the year; at most nine million."""
    seed: int = 0
    """Another number gives other people."""
    year: int = 2017
    kind: Kind = "both"
    employers: int = 1
    """How many employers there are; the employees are spread over them."""
    koppeling: Koppeling = field(factory=_own_koppeling)
    """The settings by which messages are made, save for the clock and the reference number, which are those of the event. The
    default is marked as a test, and has the Datakluis on."""
    bsn: bool = False
    """Whether employees have a burgerservicenummer, and the coupling asks for it. None is known to be free for tests: one may
    by chance be somebody's."""
    frequencies: Frequencies = field(factory=Frequencies)

    def __attrs_post_init__(self) -> None:
        faults = list(self._type_faults()) or list(self._faults())
        if faults:
            raise InvalidValue(f"Company.{fault}" for fault in faults)

    def _type_faults(self) -> Iterator[str]:
        types = {**dict.fromkeys(_MOST, int), "koppeling": Koppeling, "bsn": bool, "frequencies": Frequencies}
        for name, expected in types.items():
            for fault in DomainField(name, None, expected).faults(getattr(self, name)):
                yield f"{name}: {fault}"

    def _faults(self) -> Iterator[str]:
        for name, most in _MOST.items():
            if not _FEWEST[name] <= getattr(self, name) <= most:
                yield f"{name}: must be from {_FEWEST[name]} to {most}"
        if self.kind not in get_args(Kind):
            yield f"kind: must be one of {', '.join(get_args(Kind))}"

    def __repr__(self) -> str:
        return f"<Company of {self.employees} employees in {self.year}, seed {self.seed}>"

    # What happens

    def events(self) -> Iterator[Event]:
        """All events in the order of telling.

        For this the moments of all are needed beforehand: all histories are made once before the first event is given, and
        some 10 bytes an event are kept. ``histories`` needs neither.
        """
        keys = array("Q", sorted(self._keys()))
        history = lru_cache(_REMEMBERED)(self.history)
        for key in keys:
            number = key >> _INDEX_BITS & (1 << _NUMBER_BITS) - 1
            yield history(number).events[key & (1 << _INDEX_BITS) - 1]

    def histories(self) -> Iterator[History]:
        """The year of each employee, one at a time."""
        return map(self.history, range(1, self.employees + 1))

    def history(self, number: int) -> History:
        """The year of one employee.

        :param number: from 1.
        :raises IndexError: when there is no such employee.
        """
        if not 1 <= number <= self.employees:
            raise IndexError(f"the employees are numbered from 1 to {self.employees}")
        dice, changes = self._life(number)
        absence = Absence.of(dice, self.frequencies, f"VG-{self.year}-{number:07}", changes, self.year)
        reports = list(absence.reports())
        return History(
            number=number,
            events=tuple(event for event in merged(self, number, changes, reports) if self._is_told(event)),
            werknemer=changes[-1].werknemer,
            dienstverbanden=changes[-1].dienstverbanden,
            gevallen=tuple({geval.id: geval for _, geval in reports}.values()),
        )

    def werkgever(self, number: int) -> Werkgever:
        """The employer of an employee."""
        return self._werkgevers[(number - 1) % self.employers]

    def _life(self, number: int) -> tuple[Dice, list[Change]]:
        """What happens to an employee besides absence, and the dice for the rest."""
        dice = Dice(self.seed, number)
        werknemer = person(
            dice, self.frequencies, koppeling=self.koppeling, seed=self.seed, number=number, year=self.year, bsn=self.bsn
        )
        second = self.koppeling.koppelsleutel_dienstverband == "id"  # by the number of the employee there can be one only
        return dice, life(dice, self.frequencies, werknemer, number, year=self.year, second=second)

    def _keys(self) -> Iterator[int]:
        """For each event one number, in which the second of the year comes first, then the employee."""
        begin = datetime(self.year, 1, 1)  # noqa: DTZ001 - the messages have no zone
        for history in self.histories():
            for index, event in enumerate(history.events):
                seconds = int((event.moment - begin).total_seconds())
                yield (seconds << _NUMBER_BITS | history.number) << _INDEX_BITS | index

    def _is_told(self, event: Event) -> bool:
        return self.kind == "both" or (self.kind == "verzuim") is (event.geval is not None)

    # Messages

    def build(self, event: Event) -> bindings.Message:
        """The message of an event; see ``Event.message``."""
        with self._posting.at(event.moment, f"{self.seed}-{event.name.removesuffix('.xml')}") as koppeling:
            if event.geval is not None:
                return koppeling.verzuimmutatie(event.werkgever, event.werknemer, event.dienstverband, event.geval)
            return self._employee(koppeling, event.werkgever, event.werknemer, event.dienstverbanden, event.mutatie)

    def write(
        self,
        target: str | os.PathLike[str] | IO[bytes],
        *,
        pretty: bool = False,
        advance: Callable[[int], object] = lambda _number: None,
    ) -> int:
        """Write one message with all employees as they are at the end of the year, in memory that does not grow.

        In one of verzuimmutaties are those who were absent, each case with its last report, save for withdrawn ones.

        :param target: a path, or a file open for writing bytes; see ``sivi2017.write_stream``.
        :param pretty: one element a line, indented; this takes longer.
        :param advance: called with 1 for every employee of the company when its turn comes, to show how far the work is.
        :returns: how many employees are in it.
        :raises ValueError: when there are two kinds of messages or several employers, which one message cannot tell of; and
            when nobody was absent.
        :raises NotPermitted: for employees whom the receiver may not be told of.
        :raises InvalidMessage: when the coupling makes an error of something that is in it.
        :raises OSError: when the file cannot be written.
        """
        if self.kind == "both" or self.employers > 1:
            raise ValueError("one message has one kind of content and one employer")
        parts = self._delivered(advance)
        first = next(parts, None)
        if first is None:
            raise ValueError("nobody was absent, and so there is nothing to tell")
        around = replace(first, werkgever=[replace(first.werkgever[0], werknemer=[])])
        employees = (werknemer for part in chain([first], parts) for werknemer in part.werkgever[0].werknemer)
        # The coupling has checked every one of them.
        return write_stream(target, around, employees, pretty=pretty, check=False)

    def _delivered(self, advance: Callable[[int], object]) -> Iterator[Any]:
        """Messages with some of the employees each."""
        moment = datetime(self.year, 12, 31, 23, 0, 0)  # noqa: DTZ001 - the messages have no zone
        with self._posting.at(moment, f"{self.seed}-{self.year}-{self.kind}") as koppeling:
            yield from self._absent(koppeling, advance) if self.kind == "verzuim" else self._all(koppeling, advance)

    def _all(self, koppeling: Koppeling, advance: Callable[[int], object]) -> Iterator[Any]:
        for number in range(1, self.employees + 1):
            advance(1)
            _, changes = self._life(number)
            last = changes[-1]
            yield self._employee(koppeling, self.werkgever(number), last.werknemer, last.dienstverbanden, Mutatie.ONGEWIJZIGD)

    def _employee(
        self,
        koppeling: Koppeling,
        werkgever: Werkgever,
        werknemer: Werknemer,
        dienstverbanden: tuple[Dienstverband, ...],
        mutatie: Mutatie,
    ) -> bindings.Message:
        """What is told of an employee besides absence, in the kind of message that is asked for."""
        if self.kind == "dienstverband":
            return koppeling.dienstverbandmutatie(werkgever, werknemer, dienstverbanden, mutatie=mutatie)
        return koppeling.werknemermutatie(werkgever, werknemer, dienstverbanden, mutatie=mutatie)

    def _absent(self, koppeling: Koppeling, advance: Callable[[int], object]) -> Iterator[Any]:
        def lines() -> Iterator[Verzuimregel]:
            for history in self.histories():
                advance(1)
                yield from _lines(history)

        several = lines()
        while together := list(islice(several, _TOGETHER)):
            yield koppeling.verzuimmeldingen(self.werkgever(1), together)

    @cached_property
    def _werkgevers(self) -> tuple[Werkgever, ...]:
        return tuple(employer(self.seed, number) for number in range(self.employers))

    @cached_property
    def _posting(self) -> Posting:
        return Posting(self.koppeling, bsn=self.bsn)


def _lines(history: History) -> Iterator[Verzuimregel]:
    """What one message tells of the absence of an employee: a line, or none."""
    count = len(history.dienstverbanden)
    told: list[list[Verzuimgeval]] = [[] for _ in range(count)]
    for geval in history.gevallen:
        if geval.status is not Verzuimstatus.INGETROKKEN:
            told[place_of(geval, count)].append(geval)
    pairs = [(dienstverband, cases) for dienstverband, cases in zip(history.dienstverbanden, told, strict=True) if cases]
    if pairs:
        yield Verzuimregel(history.werknemer, pairs)
