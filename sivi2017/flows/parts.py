"""What both flows put together in the same way: header, employer, employee, employment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from xsdata.models.datatype import XmlDate, XmlTime

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.convert import Conversion
from sivi2017.flows.settings import CouplingSettings

__all__ = ["dienstverband_keys", "header", "message", "refuse_contradictions", "werkgever_part", "werknemer_keys"]


def message(name: str, koppeling: CouplingSettings, conversion: Conversion, werkgever: Any) -> Any:
    """A whole message around an employer.

    :param name: the name of the message.
    :param werkgever: the employer's part of the bindings.
    """
    module = binding_modules()[name]
    office = koppeling.administratiekantoor
    return getattr(module, name)(
        bericht_algemeen=header(name, koppeling),
        administratiekantoor=None if office is None else conversion.part(office, module.Administratiekantoor),
        werkgever=[werkgever],
    )


def header(name: str, koppeling: CouplingSettings, **own: Any) -> Any:
    """The header of a message that is made now.

    :param own: fields that are not as the coupling has them.
    """
    module = binding_modules()[name]
    now, number = _moment_and_number(koppeling)
    yes_no = {True: module.JaNee.JA, False: module.JaNee.NEE}
    (berichtcode,) = module.Berichtcode
    fields = {
        "berichtcode": berichtcode,
        "versienummer": koppeling.versienummers[name],
        "aanmaakdatum_bericht": XmlDate(now.year, now.month, now.day),
        "aanmaaktijd_bericht": XmlTime(now.hour, now.minute, now.second),
        "identificatie_inzender": koppeling.inzender,
        "identificatie_ontvanger": koppeling.ontvanger,
        "berichtreferentienummer": number,
        "test": yes_no[koppeling.test],
        "ontvangstbevestiging_gewenst": yes_no[koppeling.ontvangstbevestiging],
    }
    return module.BerichtAlgemeen(**{**fields, **own})


def _moment_and_number(koppeling: CouplingSettings) -> tuple[datetime, str]:
    """When the message is made, and its reference number.

    :raises InvalidValue: when a function of the coupling gives something else.
    """
    now = koppeling.klok()
    if not isinstance(now, datetime):
        raise InvalidValue([f"Koppeling.klok: must give a datetime, gave {type(now).__name__}"])
    number = koppeling.referentie(now)
    if not isinstance(number, str):
        raise InvalidValue([f"Koppeling.referentie: must give a str, gave {type(number).__name__}"])
    return now, number


def werkgever_part(name: str, conversion: Conversion, werkgever: Werkgever, werknemers: list[Any]) -> Any:
    """An employer with the employees that the message is about."""
    return conversion.part(werkgever, binding_modules()[name].Werkgever, werknemer=werknemers)


def refuse_contradictions(werknemer: Werknemer, dienstverbanden: Iterable[Dienstverband]) -> None:
    """Refuse an employee and employments that each are right by themselves, and not together.

    :raises InvalidValue: with all that contradicts.
    """
    faults = list(_contradictions(werknemer, tuple(dienstverbanden)))
    if faults:
        raise InvalidValue(faults)


def werknemer_keys(
    koppeling: CouplingSettings, werknemer: Werknemer, dienstverbanden: Iterable[Dienstverband]
) -> dict[str, str | None]:
    """The key of an employee, and the one until now where it changes."""
    employments = tuple(dienstverbanden)
    return {
        "identificatie_werknemer": koppeling.koppelsleutel(werknemer, employments),
        "identificatie_werknemer_oud": koppeling.koppelsleutel_oud(werknemer, employments),
    }


def dienstverband_keys(koppeling: CouplingSettings, dienstverband: Dienstverband) -> dict[str, str | None]:
    """The key of an employment, and the one until now where it changes."""
    return {
        "identificatie_dienstverband": koppeling.sleutel_dienstverband(dienstverband),
        "identificatie_dienstverband_oud": koppeling.sleutel_dienstverband_oud(dienstverband),
    }


def _contradictions(werknemer: Werknemer, dienstverbanden: tuple[Dienstverband, ...]) -> Iterator[str]:
    if len({dienstverband.id for dienstverband in dienstverbanden}) < len(dienstverbanden):
        yield "Dienstverband.id: two employments of an employee have the same"
    if any(dienstverband.ingangsdatum <= werknemer.geboortedatum for dienstverband in dienstverbanden):
        yield "Werknemer.geboortedatum: must be before the ingangsdatum of every Dienstverband"
