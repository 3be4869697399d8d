"""Flow 1: at every event of an absence case one message, with employer, employee, current employment and the event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from attrs import field, frozen

from sivi2017.bindings import Verzuimmeldingen
from sivi2017.codes import SoortAdres
from sivi2017.domain.adres import Adres, Verpleegadres
from sivi2017.domain.base import required
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.convert import Conversion
from sivi2017.flows.parts import dienstverband_keys, message, refuse_contradictions, werkgever_part, werknemer_keys
from sivi2017.flows.settings import CouplingSettings

__all__ = ["EVENT_CODES", "Verzuimregel", "verzuimmeldingen"]

NAME = "Verzuimmeldingen"

EVENT_CODES = {
    SoortMelding.ZIEKMELDING: "nieuw",
    SoortMelding.GEDEELTELIJKE_HERSTELDMELDING: "wijziging",
    SoortMelding.HERSTELDMELDING: "wijziging",
    SoortMelding.CORRECTIE: "correctie",
    SoortMelding.INTREKKING: "intrekking",
}
"""Which of the coupling's verwerkingscodes says each event."""


def _pairs(given: Iterable[tuple[Dienstverband, Iterable[Verzuimgeval]]]) -> tuple[Any, ...]:
    name = "Verzuimregel.dienstverbanden"
    try:
        pairs = [(dienstverband, gevallen) for dienstverband, gevallen in given]
    except (TypeError, ValueError):
        raise InvalidValue([f"{name}: must be pairs of a Dienstverband and its cases"]) from None
    if not pairs:
        raise InvalidValue([f"{name}: at least one, has 0"])
    return tuple(
        (required(name, dienstverband, Dienstverband), required(name, gevallen, Verzuimgeval, several=True))
        for dienstverband, gevallen in pairs
    )


@frozen
class Verzuimregel:
    """One employee in a message with several: the current employments, and the cases about which to report."""

    werknemer: Werknemer
    dienstverbanden: tuple[tuple[Dienstverband, tuple[Verzuimgeval, ...]], ...] = field(converter=_pairs)
    """Each employment with its cases; of each case the last report is sent."""

    def __attrs_post_init__(self) -> None:
        required("Verzuimregel.werknemer", self.werknemer, Werknemer)


def verzuimmeldingen(
    koppeling: CouplingSettings, conversion: Conversion, werkgever: Werkgever, regels: Iterable[Verzuimregel]
) -> Verzuimmeldingen:
    """The message of flow 1.

    :raises InvalidValue: when parts that are right by themselves contradict each other.
    """
    lines = required("regels", regels, Verzuimregel, several=True)
    werknemers = [_werknemer(koppeling, conversion, regel) for regel in lines]
    if len({werknemer.identificatie_werknemer for werknemer in werknemers}) < len(werknemers):
        raise InvalidValue(["Werknemer.id: two employees in one message have the same"])
    part = werkgever_part(NAME, conversion, werkgever, werknemers)
    return cast("Verzuimmeldingen", message(NAME, koppeling, conversion, part))


def _werknemer(koppeling: CouplingSettings, conversion: Conversion, regel: Verzuimregel) -> Any:
    dienstverbanden = [dienstverband for dienstverband, _ in regel.dienstverbanden]
    refuse_contradictions(regel.werknemer, dienstverbanden)
    module = binding_modules()[NAME]
    part = conversion.part(
        regel.werknemer,
        module.Werknemer,
        **werknemer_keys(koppeling, regel.werknemer, dienstverbanden),
        dienstverband=[_dienstverband(koppeling, conversion, *item) for item in regel.dienstverbanden],
    )
    cases = (geval for _, gevallen in regel.dienstverbanden for geval in gevallen)
    care = {geval.verpleegadres for geval in cases if geval.verpleegadres is not None}
    if len(care) > 1:
        raise InvalidValue(["Verzuimgeval.verpleegadres: an employee has one in a message, whatever the case"])
    for verpleegadres in care:
        _add_care_address(part, conversion, verpleegadres)
    return part


def _dienstverband(
    koppeling: CouplingSettings, conversion: Conversion, dienstverband: Dienstverband, gevallen: tuple[Verzuimgeval, ...]
) -> Any:
    module = binding_modules()[NAME]
    return conversion.part(
        dienstverband,
        module.Dienstverband,
        **dienstverband_keys(koppeling, dienstverband),
        verzuim=[_verzuim(koppeling, conversion, geval) for geval in gevallen],
    )


def _verzuim(koppeling: CouplingSettings, conversion: Conversion, geval: Verzuimgeval) -> Any:
    module = binding_modules()[NAME]
    code = koppeling.verwerkingscodes[NAME].code(EVENT_CODES[geval.melding.soort])
    return conversion.part(geval.melding, module.Verzuim, verwerking=module.Verwerkingscode(code))


def _add_care_address(part: Any, conversion: Conversion, verpleegadres: Verpleegadres) -> None:
    module = binding_modules()[NAME]
    is_dutch = isinstance(verpleegadres.adres, Adres)
    target = module.StraatadresNederland if is_dutch else module.StraatadresBuitenland
    addresses = part.straatadres_nederland if is_dutch else part.straatadres_buitenland
    soort = verpleegadres.soort
    addresses.append(
        conversion.part(
            verpleegadres.adres,
            target,
            soort_adres=module.SoortAdresWerknemer(SoortAdres.VERPLEEGADRES.value),
            naam_verpleegadres=verpleegadres.naam,
            soort_verpleegadres=None if soort is None else module.SoortVerpleegadres(soort.value),
        )
    )
