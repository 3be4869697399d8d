"""From a message to what it says of each employee, as plain values that never change.

Milder than ``Koppeling.inhoud``: what a sender may leave out, and what other systems are known to spoil, does not stop a
receiver. What the domain cannot say at all is told of, and not taken in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

from attrs import frozen

from sivi2017.bindings import Message
from sivi2017.codes import SoortAdres
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Verpleegadres
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.convert import from_binding
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht
from sivi2017.report import Severity
from sivi2017.writing.writer import write

__all__ = ["Dienstverbandvermelding", "Vermelding", "mentions", "moment_of", "received"]

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
    """What a message says of each employee; a signal of one that cannot be taken in.

    :param codes: by message what its verwerkingscodes mean.
    :param first: which employee of the message the first one is, where it is a part of that.
    """
    employers: Any = getattr(message, "werkgever", ())
    number = count(first)
    for employer in employers:
        for employee in employer.werknemer:
            try:
                yield _mention(employer, employee, bericht, next(number), codes[bericht.soort])
            except InvalidValue as error:
                yield Signaal(
                    "ADM-UNREADABLE",
                    Severity.ERROR,
                    f"what a message says of an employee cannot be taken in: {'; '.join(error.faults)}",
                    werkgever_id=employer.identificatie_werkgever_bij_arbodienst,
                    werknemer_id=employee.identificatie_werknemer,
                    referenties=(bericht.referentie,),
                )


def _mention(employer: Any, employee: Any, bericht: Bericht, number: int, codes: Verwerkingscodes) -> Vermelding:
    has_names = bericht.soort != "Dienstverbanden"
    return Vermelding(
        bericht=bericht,
        nummer=number,
        werkgever=from_binding(employer, Werkgever),
        sleutel=employee.identificatie_werknemer,
        oude_sleutel=employee.identificatie_werknemer_oud,
        werknemer=_werknemer(employee) if has_names else None,
        mutatie=_mutatie(employee, codes),
        dienstverbanden=tuple(_employment(part, codes) for part in employee.dienstverband),
        verpleegadres=_care_address(employee) if has_names else None,
    )


def _employment(part: Any, codes: Verwerkingscodes) -> Dienstverbandvermelding:
    has_date = part.ingangsdatum_mutatie is not None
    dated = part if has_date else replace(part, ingangsdatum_mutatie=part.ingangsdatum)
    return Dienstverbandvermelding(
        dienstverband=from_binding(dated, Dienstverband),
        mutatie=_mutatie(part, codes),
        meldingen=tuple(_report(report, codes) for report in getattr(part, "verzuim", ())),
        has_date=has_date,
    )


def _report(part: Any, codes: Verwerkingscodes) -> Verzuimmelding:
    soort = {
        Mutatie.NIEUW: SoortMelding.ZIEKMELDING,
        Mutatie.CORRECTIE: SoortMelding.CORRECTIE,
        Mutatie.INTREKKING: SoortMelding.INTREKKING,
    }.get(_mutatie(part, codes))
    if soort is None:
        ended = part.einde_verzuim.value == "J"
        soort = SoortMelding.HERSTELDMELDING if ended else SoortMelding.GEDEELTELIJKE_HERSTELDMELDING
    return from_binding(part, Verzuimmelding, soort=soort)


def _mutatie(part: Any, codes: Verwerkingscodes) -> Mutatie:
    """What happened to a part; a sender need not say it of employees and employments."""
    return Mutatie.WIJZIGING if part.verwerking is None else Mutatie(codes.meaning(part.verwerking.value))


def _werknemer(part: Any) -> Werknemer:
    """The employee, without a care address: that belongs to the case. A BSN that lost its leading zeros gets them back."""
    bsn = part.burgerservicenummer
    return from_binding(
        part,
        Werknemer,
        burgerservicenummer=None if bsn is None else bsn.zfill(9),
        adressen=tuple(from_binding(item, Adres) for item in part.straatadres_nederland if not _is_care(item)),
        buitenlandse_adressen=tuple(
            from_binding(item, BuitenlandsAdres) for item in part.straatadres_buitenland if not _is_care(item)
        ),
    )


def _is_care(address: Any) -> bool:
    return bool(address.soort_adres.value == SoortAdres.VERPLEEGADRES.value)


def _care_address(part: Any) -> Verpleegadres | None:
    """The care address; of several the last."""
    found = [
        from_binding(item, Verpleegadres, adres=from_binding(item, kind, soort=SoortAdres.WOONADRES_OF_HOOFDADRES))
        for name, kind in (("straatadres_nederland", Adres), ("straatadres_buitenland", BuitenlandsAdres))
        for item in getattr(part, name, ())
        if _is_care(item)
    ]
    return found[-1] if found else None
