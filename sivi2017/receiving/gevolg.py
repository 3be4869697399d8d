"""What a message changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from sivi2017.domain.verzuimgeval import Verzuimstatus
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Dienstverbandstand, Gevalstand, Werknemerstand

__all__ = ["Gevolg", "SoortGevolg", "changed_signals", "consequences"]

Item = TypeVar("Item")


class SoortGevolg(StrEnum):
    """What happened to what is known."""

    AL_BEKEND = "al bekend"
    """The message had come before, and changes nothing."""
    NIEUWE_WERKNEMER = "nieuwe werknemer"
    GEWIJZIGDE_WERKNEMER = "gewijzigde werknemer"
    ANDERE_SLEUTEL = "andere sleutel"
    WERKNEMER_INGETROKKEN = "werknemer ingetrokken"
    NIEUW_DIENSTVERBAND = "nieuw dienstverband"
    GEWIJZIGD_DIENSTVERBAND = "gewijzigd dienstverband"
    UIT_DIENST = "uit dienst"
    DIENSTVERBAND_INGETROKKEN = "dienstverband ingetrokken"
    NIEUW_GEVAL = "nieuw geval"
    GEWIJZIGD_GEVAL = "gewijzigd geval"
    GEVAL_HERSTELD = "geval hersteld"
    GEVAL_INGETROKKEN = "geval ingetrokken"
    SIGNAAL = "signaal"
    """Something is remarkable now."""
    SIGNAAL_WEG = "signaal weg"
    """Something is no longer: what was waited for has come, say."""


@frozen(repr=False)
class Gevolg:
    """One change. The keys are for a program, and stand in no ``repr``."""

    soort: SoortGevolg
    werkgever_id: str = ""
    werknemer_id: str = ""
    """The key of the employee as it is now."""
    dienstverband_id: str | None = None
    verzuimgeval_id: str | None = None
    signaal: Signaal | None = None

    def __repr__(self) -> str:
        return f"<Gevolg {self.soort}{f' {self.signaal.id}' if self.signaal else ''}>"


def consequences(before: Sequence[Werknemerstand], after: Werknemerstand) -> Iterator[Gevolg]:
    """What changed about an employee.

    :param before: how the employee stood; several where it shows only now that they are one, none where it is new.
    """
    place = after.werkgever.id, after.sleutel
    if not before:
        yield Gevolg(SoortGevolg.NIEUWE_WERKNEMER, *place)
    else:
        yield from _employee(before, after)
    known = {_id(item): item for stand in before for item in stand.dienstverbanden}
    for item in after.dienstverbanden:
        was = _known(item.dienstverband.id, item.oude_sleutels, known)
        for soort in _employment(was, item):
            yield Gevolg(soort, *place, item.dienstverband.id)
    cases = {item.geval.id: item for stand in before for item in stand.gevallen}
    for case in after.gevallen:
        what = _case(_known(case.geval.id, case.oude_sleutels, cases), case)
        if what is not None:
            yield Gevolg(what, *place, case.dienstverband_id, case.geval.id)
    yield from changed_signals([signal for stand in before for signal in stand.signalen], after.signalen)


def changed_signals(before: Sequence[Signaal], after: Sequence[Signaal]) -> Iterator[Gevolg]:
    """Which signals came and which went."""
    for soort, these, others in ((SoortGevolg.SIGNAAL, after, before), (SoortGevolg.SIGNAAL_WEG, before, after)):
        for signal in these:
            if signal not in others:
                yield Gevolg(
                    soort,
                    signal.werkgever_id,
                    signal.werknemer_id,
                    signal.dienstverband_id,
                    signal.verzuimgeval_id,
                    signal,
                )


def _id(item: Dienstverbandstand) -> str:
    return item.dienstverband.id


def _known(key: str, former: Sequence[str], known: Mapping[str, Item]) -> Item | None:
    return next((known[name] for name in (key, *former) if name in known), None)


def _employee(before: Sequence[Werknemerstand], after: Werknemerstand) -> Iterator[Gevolg]:
    place = after.werkgever.id, after.sleutel
    if {stand.sleutel for stand in before} != {after.sleutel}:
        yield Gevolg(SoortGevolg.ANDERE_SLEUTEL, *place)
    if after.is_ingetrokken and not all(stand.is_ingetrokken for stand in before):
        yield Gevolg(SoortGevolg.WERKNEMER_INGETROKKEN, *place)
    elif after.werknemer not in [stand.werknemer for stand in before] or after.werkgever not in [
        stand.werkgever for stand in before
    ]:
        yield Gevolg(SoortGevolg.GEWIJZIGDE_WERKNEMER, *place)


def _employment(was: Dienstverbandstand | None, now: Dienstverbandstand) -> Iterator[SoortGevolg]:
    if now.is_ingetrokken:
        if was is None or not was.is_ingetrokken:
            yield SoortGevolg.DIENSTVERBAND_INGETROKKEN
        return
    if was is None:
        yield SoortGevolg.NIEUW_DIENSTVERBAND
    if now.dienstverband.einddatum is not None and (was is None or was.dienstverband.einddatum is None):
        yield SoortGevolg.UIT_DIENST
    elif was is not None and (was.dienstverband != now.dienstverband or was.versies != now.versies or was.is_ingetrokken):
        yield SoortGevolg.GEWIJZIGD_DIENSTVERBAND


def _case(was: Gevalstand | None, now: Gevalstand) -> SoortGevolg | None:
    if was is not None and was.geval == now.geval and was.dienstverband_id == now.dienstverband_id:
        return None
    status = now.geval.status
    if was is None or status is was.geval.status:
        return SoortGevolg.NIEUW_GEVAL if was is None else SoortGevolg.GEWIJZIGD_GEVAL
    if status is Verzuimstatus.INGETROKKEN:
        return SoortGevolg.GEVAL_INGETROKKEN
    return SoortGevolg.GEVAL_HERSTELD if status is Verzuimstatus.HERSTELD else SoortGevolg.GEWIJZIGD_GEVAL
