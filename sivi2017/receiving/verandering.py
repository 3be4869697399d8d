"""What changed of an employee and the employments, for one message without absence."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.receiving.bekend import Bekend, with_changed_keys
from sivi2017.receiving.paren import Paar
from sivi2017.receiving.vergelijking import Vergelijking, differing, is_correction
from sivi2017.receiving.verzending import Reden

__all__ = ["Doel", "Verandering", "employment_with_changed_keys", "verandering"]

_DEPARTURE = frozenset({"einddatum", "reden_einde"})


@frozen
class Doel:
    """An employment as it must be known."""

    sleutel: str
    oude_sleutel: str
    """The key by which it was told; the same for one that was not."""
    dienstverband: Dienstverband
    is_ingetrokken: bool = False
    """Whether it should never have been told of."""


@frozen
class Verandering:
    """What changed."""

    redenen: tuple[Reden, ...]
    dienstverbanden: tuple[Dienstverband, ...]
    mutatie: Mutatie
    mutaties: dict[str, Mutatie]
    """By id of an employment what happened to it, where that is not what happened to the employee."""


def verandering(vergelijking: Vergelijking, bekend: Bekend, paar: Paar, doelen: Iterable[Doel]) -> Verandering | None:
    """What is to be told of an employee and the employments; None where nothing is.

    :param bekend: what the receiver knows.
    """
    reasons, mutatie = _of_employee(vergelijking, bekend, paar)
    parts, mutaties = [], {}
    for doel in doelen:
        known = bekend.dienstverbanden.get(doel.sleutel) or bekend.dienstverbanden.get(doel.oude_sleutel)
        why, what = _of_employment(vergelijking, bekend, doel, known)
        parts.append(employment_with_changed_keys(bekend, paar, doel.dienstverband, known))
        mutaties[doel.dienstverband.id] = what
        if mutatie is not Mutatie.NIEUW:
            reasons += why
    if not reasons:
        return None
    other = {name: what for name, what in mutaties.items() if what is not mutatie}
    return Verandering(tuple(dict.fromkeys(reasons)), tuple(parts), mutatie, other)


def employment_with_changed_keys(
    bekend: Bekend, paar: Paar, dienstverband: Dienstverband, known: Dienstverband | None
) -> Dienstverband:
    """An employment with only those former keys of which the change is still to be told; see ``with_changed_keys``."""
    part = with_changed_keys(dienstverband, known)
    if bekend.koppeling.koppelsleutel_werknemer == "id":
        return part
    # The number is the key of the employee: all employments say the same of it.
    changes = bekend.sleutel != paar.sleutel
    return evolve(part, personeelsnummer_oud=dienstverband.personeelsnummer_oud if changes else None)


def _of_employee(vergelijking: Vergelijking, bekend: Bekend, paar: Paar) -> tuple[list[Reden], Mutatie]:
    if bekend.werknemer is None:
        return [Reden.NIEUWE_WERKNEMER], Mutatie.NIEUW
    names = differing(bekend.werknemer, paar.persoon.werknemer, vergelijking.werknemer_velden)
    reasons = [Reden.ANDERE_SLEUTEL] * (bekend.sleutel != paar.sleutel) + [Reden.GEWIJZIGDE_WERKNEMER] * bool(names)
    if "geboortedatum" in names:  # it never changes
        return reasons, Mutatie.CORRECTIE
    return reasons, Mutatie.WIJZIGING if reasons else Mutatie.ONGEWIJZIGD


def _of_employment(
    vergelijking: Vergelijking, bekend: Bekend, doel: Doel, known: Dienstverband | None
) -> tuple[list[Reden], Mutatie]:
    if doel.is_ingetrokken:
        return [Reden.INTREKKING], Mutatie.INTREKKING
    if known is None:
        return [Reden.NIEUW_DIENSTVERBAND], Mutatie.NIEUW
    names = differing(known, doel.dienstverband, vergelijking.dienstverband_velden)
    leaves = known.einddatum is None and doel.dienstverband.einddatum is not None
    reasons = [Reden.UIT_DIENST] * leaves + [Reden.ANDERE_SLEUTEL] * (doel.sleutel not in bekend.dienstverbanden)
    reasons += [Reden.GEWIJZIGD_DIENSTVERBAND] * bool(names - _DEPARTURE if leaves else names)
    if is_correction(known, doel.dienstverband, names):
        return reasons, Mutatie.CORRECTIE
    return reasons, Mutatie.WIJZIGING if reasons else Mutatie.ONGEWIJZIGD
