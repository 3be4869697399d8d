"""From a message back to the domain: who, at which employer, in which employment, and which reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from sivi2017.bindings import Message
from sivi2017.codes import SoortAdres
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Verpleegadres
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.convert import from_binding
from sivi2017.flows.settings import CouplingSettings

__all__ = ["Inhoud", "care_addresses", "contents", "melding_from", "werknemer_from"]


@frozen
class Inhoud:
    """One employment in a message."""

    werkgever: Werkgever
    werknemer: Werknemer | None
    """None in a message that does not name the employee (Dienstverbanden)."""
    dienstverband: Dienstverband
    gevallen: tuple[Verzuimgeval, ...]
    """Each report as a case with that report last; empty in a message without absence."""


def contents(message: Message, koppeling: CouplingSettings) -> Iterator[Inhoud]:
    """What a message says, employment by employment.

    :raises InvalidValue: when the domain cannot say what the message says, such as a date with a zone.
    """
    name = type(message).__name__
    for employer in getattr(message, "werkgever", ()):
        werkgever = from_binding(employer, Werkgever)
        for employee in employer.werknemer:
            care = _care_address(employee)
            werknemer = None if name == "Dienstverbanden" else werknemer_from(employee)
            for employment in employee.dienstverband:
                reports = getattr(employment, "verzuim", ())
                codes = koppeling.verwerkingscodes[name]
                cases = tuple(Verzuimgeval(meldingen=(melding_from(part, codes),), verpleegadres=care) for part in reports)
                yield Inhoud(werkgever, werknemer, from_binding(employment, Dienstverband), cases)


def _is_care(address: Any) -> bool:
    return bool(address.soort_adres.value == SoortAdres.VERPLEEGADRES.value)


def werknemer_from(part: Any, **more: Any) -> Werknemer:
    """The employee, without the care address: that belongs to the case.

    :param more: fields of the domain that do not come from the object itself.
    :raises InvalidValue: when the domain cannot say what the message says.
    """
    dutch = (from_binding(address, Adres) for address in part.straatadres_nederland if not _is_care(address))
    foreign = (from_binding(address, BuitenlandsAdres) for address in part.straatadres_buitenland if not _is_care(address))
    return from_binding(part, Werknemer, adressen=tuple(dutch), buitenlandse_adressen=tuple(foreign), **more)


def care_addresses(part: Any) -> list[Verpleegadres]:
    """The care addresses of an employee.

    :raises InvalidValue: when the domain cannot say what the message says.
    """
    return [
        from_binding(
            address, Verpleegadres, adres=from_binding(address, domain_class, soort=SoortAdres.WOONADRES_OF_HOOFDADRES)
        )
        for name, domain_class in (("straatadres_nederland", Adres), ("straatadres_buitenland", BuitenlandsAdres))
        for address in getattr(part, name, ())
        if _is_care(address)
    ]


def melding_from(part: Any, codes: Verwerkingscodes) -> Verzuimmelding:
    """A report about a case.

    :param codes: what the verwerkingscodes of the message mean.
    :raises InvalidValue: when the domain cannot say what the message says.
    """
    soort = {
        "nieuw": SoortMelding.ZIEKMELDING,
        "correctie": SoortMelding.CORRECTIE,
        "intrekking": SoortMelding.INTREKKING,
    }.get(codes.meaning(part.verwerking.value))
    if soort is None:
        ended = part.einde_verzuim.value == "J"
        soort = SoortMelding.HERSTELDMELDING if ended else SoortMelding.GEDEELTELIJKE_HERSTELDMELDING
    return from_binding(part, Verzuimmelding, soort=soort)


def _care_address(part: Any) -> Verpleegadres | None:
    found = care_addresses(part)
    if len(found) > 1:
        raise InvalidValue(["Verzuimgeval.verpleegadres: the message has several, and a case has one"])
    return found[0] if found else None
