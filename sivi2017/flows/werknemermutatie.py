"""Flow 2: at every change of an employee or an employment one message, without absence.

It may hold people who never were ill. So it is for a receiver whose Datakluis is on for the employer; elsewhere only the
departure of somebody whom the receiver knows from an absence may be told.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import NotPermitted
from sivi2017.flows.convert import Conversion
from sivi2017.flows.parts import dienstverband_keys, message, refuse_contradictions, werkgever_part, werknemer_keys

if TYPE_CHECKING:
    from sivi2017.koppeling.koppeling import Koppeling

__all__ = ["employee_message", "refuse_without_datakluis"]


def employee_message(
    name: str,
    koppeling: Koppeling,
    conversion: Conversion,
    werkgever: Werkgever,
    werknemer: Werknemer,
    dienstverbanden: Iterable[Dienstverband],
) -> Any:
    """The message of flow 2, as WerknemerGegevens or as Dienstverbanden.

    :raises InvalidValue: when parts that are right by themselves contradict each other.
    """
    employments = tuple(dienstverbanden)
    refuse_contradictions(werknemer, employments)
    module = binding_modules()[name]
    parts = [
        conversion.part(dienstverband, module.Dienstverband, **dienstverband_keys(koppeling, dienstverband))
        for dienstverband in employments
    ]
    keys = werknemer_keys(koppeling, werknemer, employments)
    part = conversion.part(werknemer, module.Werknemer, **keys, dienstverband=parts)
    return message(name, koppeling, conversion, werkgever_part(name, conversion, werkgever, [part]))


def refuse_without_datakluis(
    koppeling: Koppeling, werkgever: Werkgever, werknemer: Werknemer, employments: tuple[Dienstverband, ...], had_absence: bool
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
