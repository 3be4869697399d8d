"""From a message to what it says of each employee, as plain values that never change.

Milder than ``Koppeling.inhoud``: what a sender may leave out, and what other systems are known to spoil, does not stop a
receiver. What the domain cannot say at all is told of, and not taken in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial
from hashlib import sha256
from itertools import count
from typing import Any, TypeVar

from attrs import define, field, frozen

from sivi2017.bindings import Message
from sivi2017.domain.adres import Verpleegadres
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.numbers import bsn_fault
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.contents import care_addresses, melding_from, werknemer_from
from sivi2017.flows.convert import from_binding, refuse_date
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht
from sivi2017.report import Severity
from sivi2017.writing.writer import write

__all__ = ["Dienstverbandvermelding", "Vermelding", "mentions", "moment_of", "received"]

Made = TypeVar("Made")

FLOWS = ("Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden")


@frozen(repr=False)
class Dienstverbandvermelding:
    """What a message says of an employment."""

    dienstverband: Dienstverband
    mutatie: Mutatie
    meldingen: tuple[Verzuimmelding, ...]
    has_date: bool
    """Whether the message says from when the combination of department, function and hours holds."""


@frozen(repr=False)
class Vermelding:
    """What a message says of an employee."""

    bericht: Bericht
    nummer: int
    """Which employee of the message it is, from 1."""
    werkgever: Werkgever
    sleutel: str
    oude_sleutel: str | None
    """The key until now, where it changes."""
    werknemer: Werknemer | None
    """None in a message that has no names (Dienstverbanden)."""
    mutatie: Mutatie
    dienstverbanden: tuple[Dienstverbandvermelding, ...]
    verpleegadres: Verpleegadres | None = None
    overlijdensdatum: date | None = None
    """Also of a message without names."""


def received(message: Message) -> Bericht:
    """Which message it is.

    :raises InvalidMessage: when the schema does not allow it.
    :raises InvalidValue: when it is of neither flow, or its date is none of the years 1 to 9999.
    """
    soort = type(message).__name__
    if soort not in FLOWS:
        raise InvalidValue([f"message: must be one of {', '.join(FLOWS)}, is a {soort}"])
    print_ = sha256(write(message)).hexdigest()
    header: Any = message.bericht_algemeen
    return Bericht(
        soort=soort,
        inzender=header.identificatie_inzender,
        ontvanger=header.identificatie_ontvanger,
        referentie=header.berichtreferentienummer,
        moment=moment_of("message", header),
        test=header.test.value == "J",
        vingerafdruk=print_,
    )


def moment_of(name: str, header: Any) -> datetime:
    """When a message was made, as the clock on the wall had it; a zone says nothing here.

    :param name: what the message is called in an error.
    :raises InvalidValue: when that is none of the years 1 to 9999.
    """
    day, clock = header.aanmaakdatum_bericht, header.aanmaaktijd_bericht
    try:
        begin = datetime.combine(day.to_date(), time())
        return begin + timedelta(
            hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.fractional_second // 1000
        )
    except (ValueError, OverflowError):
        raise InvalidValue([f"{name}: its date of making must be in the years 1 to 9999"]) from None


def mentions(
    message: Message, bericht: Bericht, codes: Mapping[str, Verwerkingscodes], first: int = 1
) -> Iterator[Vermelding | Signaal]:
    """What a message says of each employee; a signal of each part that cannot be taken in.

    :param codes: by message what its verwerkingscodes mean.
    :param first: which employee of the message the first one is, where it is a part of that.
    """
    employers: Any = getattr(message, "werkgever", ())
    number = count(first)
    for employer in employers:
        for employee in employer.werknemer:
            reading = _Reading(bericht, codes[bericht.soort], _Place(employer, employee))
            mention = reading.mention(next(number))
            yield from reading.signals
            if mention is not None:
                yield mention


@frozen
class _Place:
    """An employee of an employer, in bindings."""

    employer: Any
    employee: Any


@define
class _Reading:
    """What a message says of one employee. What cannot be said in the domain is told of, and the rest is kept."""

    bericht: Bericht
    codes: Verwerkingscodes
    place: _Place
    signals: list[Signaal] = field(factory=list)

    def mention(self, number: int) -> Vermelding | None:
        employer, employee = self.place.employer, _without_blanks(self.place.employee)
        werkgever = self._or_none(lambda: from_binding(_without_blanks(employer), Werkgever))
        sleutel = employee.identificatie_werknemer
        if werkgever is None or not sleutel.strip():
            if werkgever is not None:
                self._tell("ADM-UNREADABLE", Severity.ERROR, "an employee without a key cannot be taken in")
            return None
        has_names = self.bericht.soort != "Dienstverbanden"
        employments = [self._employment(part) for part in employee.dienstverband]
        return Vermelding(
            bericht=self.bericht,
            nummer=number,
            werkgever=werkgever,
            sleutel=sleutel,
            oude_sleutel=employee.identificatie_werknemer_oud,
            werknemer=self._or_none(lambda: self._werknemer(employee)) if has_names else None,
            mutatie=_mutatie(employee, self.codes),
            dienstverbanden=tuple(item for item in employments if item is not None),
            verpleegadres=self._or_none(lambda: _care_address(employee)) if has_names else None,
            overlijdensdatum=self._or_none(lambda: _day(employee.overlijdensdatum, "Werknemer.overlijdensdatum")),
        )

    def _or_none(self, make: Callable[[], Made]) -> Made | None:
        """What a part says; None, with a signal, where the domain cannot say it."""
        try:
            return make()
        except InvalidValue as error:
            text = f"what a message says of an employee cannot be taken in: {'; '.join(error.faults)}"
            self._tell("ADM-UNREADABLE", Severity.ERROR, text)
            return None

    def _tell(self, finding_id: str, severity: Severity, text: str) -> None:
        self.signals.append(
            Signaal(
                finding_id,
                severity,
                text,
                werkgever_id=self.place.employer.identificatie_werkgever_bij_arbodienst,
                werknemer_id=self.place.employee.identificatie_werknemer,
                referenties=(self.bericht.referentie,),
            )
        )

    def _employment(self, part: Any) -> Dienstverbandvermelding | None:
        has_date = part.ingangsdatum_mutatie is not None
        dated = part if has_date else replace(part, ingangsdatum_mutatie=part.ingangsdatum)
        dienstverband = self._or_none(lambda: from_binding(dated, Dienstverband))
        if dienstverband is None:
            return None
        reports = [self._or_none(partial(melding_from, report, self.codes)) for report in getattr(part, "verzuim", ())]
        return Dienstverbandvermelding(
            dienstverband=dienstverband,
            mutatie=_mutatie(part, self.codes),
            meldingen=tuple(report for report in reports if report is not None),
            has_date=has_date,
        )

    def _werknemer(self, part: Any) -> Werknemer:
        """The employee, without a care address: that belongs to the case. A BSN that lost its leading zeros gets them back."""
        bsn = None if part.burgerservicenummer is None else part.burgerservicenummer.zfill(9)
        if bsn is not None and bsn_fault(bsn) is not None:
            self._tell("ADM-LEFT-OUT", Severity.WARNING, f"the burgerservicenummer is left out: {bsn_fault(bsn)}")
            bsn = None
        return werknemer_from(part, burgerservicenummer=bsn)


def _without_blanks(part: Any) -> Any:
    """A part without optional texts that are empty or blank: a sender who has nothing to say may say that."""
    changes: dict[str, Any] = {}
    for item in fields(part):
        value = getattr(part, item.name)
        if isinstance(value, str):
            if item.default is None and not value.strip():
                changes[item.name] = None
        elif isinstance(value, list):
            changes[item.name] = [_without_blanks(each) if is_dataclass(each) else each for each in value]
        elif is_dataclass(value) and not isinstance(value, Enum):
            changes[item.name] = _without_blanks(value)
    return replace(part, **changes)


def _day(value: Any, name: str) -> date | None:
    refuse_date(value, name)
    day: date | None = None if value is None else value.to_date()
    return day


def _mutatie(part: Any, codes: Verwerkingscodes) -> Mutatie:
    """What happened to a part; a sender need not say it of employees and employments."""
    return Mutatie.WIJZIGING if part.verwerking is None else Mutatie(codes.meaning(part.verwerking.value))


def _care_address(part: Any) -> Verpleegadres | None:
    """The care address; of several the last."""
    found = care_addresses(part)
    return found[-1] if found else None
