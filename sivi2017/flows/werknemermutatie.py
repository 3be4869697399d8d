"""Flow 2: at every change of an employee or an employment one message, without absence.

It may hold people who never were ill. So it is for a receiver whose Datakluis is on for the employer; elsewhere only the
departure of somebody whom the receiver knows from an absence may be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue, NotPermitted
from sivi2017.flows.convert import Conversion
from sivi2017.flows.parts import dienstverband_keys, message, refuse_contradictions, werkgever_part, werknemer_keys
from sivi2017.flows.settings import CouplingSettings

__all__ = ["employee_message", "refuse_without_datakluis"]


def employee_message(
    name: str,
    koppeling: CouplingSettings,
    conversion: Conversion,
    werkgever: Werkgever,
    werknemer: Werknemer,
    dienstverbanden: Iterable[Dienstverband],
    mutaties: Mapping[str, str],
) -> Any:
    """The message of flow 2, as WerknemerGegevens or as Dienstverbanden.

    :param mutaties: by id of an employment what happened to it, where that is not what happened to the employee.
    :raises InvalidValue: when parts that are right by themselves contradict each other.
    """
    employments = tuple(dienstverbanden)
    refuse_contradictions(werknemer, employments)
    strange = mutaties.keys() - {dienstverband.id for dienstverband in employments}
    if strange:
        raise InvalidValue([f"mutaties: {len(strange)} of the ids are of no Dienstverband in the message"])
    module, parts = binding_modules()[name], []
    for dienstverband in employments:
        part = conversion.part(dienstverband, module.Dienstverband, **dienstverband_keys(koppeling, dienstverband))
        if part.verwerking is not None and dienstverband.id in mutaties:
            code = koppeling.verwerkingscodes[name].code(mutaties[dienstverband.id])
            part.verwerking = module.Verwerkingscode(code)
        parts.append(part)
    keys = werknemer_keys(koppeling, werknemer, employments)
    part = conversion.part(werknemer, module.Werknemer, **keys, dienstverband=parts)
    return message(name, koppeling, conversion, werkgever_part(name, conversion, werkgever, [part]))


def refuse_without_datakluis(
    koppeling: CouplingSettings,
    werkgever: Werkgever,
    werknemer: Werknemer,
    employments: tuple[Dienstverband, ...],
    had_absence: bool,
) -> None:
    """Refuse what a receiver may not be told while its Datakluis is off for the employer.

    :raises NotPermitted: with the reason.
    """
    if koppeling.datakluis_aan(werkgever):
        return
    if not had_absence:
        raise NotPermitted(
            "the Datakluis of the receiver is off for this employer, so that it may not be told of an employee who never had "
            "absence; set datakluis on the Koppeling when it is on, or verzuim_gehad for an employee who had absence"
        )
    leaves = werknemer.overlijdensdatum is not None or all(item.einddatum is not None for item in employments)
    if not leaves:
        raise NotPermitted(
            "the Datakluis of the receiver is off for this employer: of an employee who had absence only the departure may be "
            "told, with an einddatum on every Dienstverband"
        )
