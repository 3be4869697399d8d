"""What a receiver knows of an employee by the messages that were sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from attrs import define, evolve, field

from sivi2017.domain.base import Domain, fields_of
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werknemer import Werknemer
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.momentopname import Persoon
from sivi2017.receiving.verzending import Verzending

__all__ = ["Bekend", "key_of", "with_changed_keys"]

Part = TypeVar("Part", bound=Domain)


def key_of(koppeling: Koppeling, persoon: Persoon) -> str:
    """The koppelsleutel of somebody."""
    return koppeling.koppelsleutel(persoon.werknemer, [dienstverband for dienstverband, _ in persoon.dienstverbanden])


def with_changed_keys(part: Part, told: Domain | None) -> Part:
    """An employee or an employment with only those former keys (…_oud) of which the change is still to be told.

    :param told: as it was told; None for one that was not: the receiver may know it by another way.
    """
    if told is None:
        return part
    former = [item.name for item in fields_of(type(part)) if item.name.endswith("_oud")]
    return _without(part, [name for name in former if not _is_news(part, told, name)])


def _is_news(part: Domain, told: Domain, name: str) -> bool:
    current = name.removesuffix("_oud")
    return bool(getattr(told, current) == getattr(part, name) != getattr(part, current))


@define(repr=False)
class Bekend:
    """An employee as the receiver knows it, message by message."""

    koppeling: Koppeling
    sleutel: str | None = None
    """The koppelsleutel; None as long as nothing was told."""
    werknemer: Werknemer | None = None
    dienstverbanden: dict[str, Dienstverband] = field(factory=dict)
    """By key."""
    gevallen: dict[str, tuple[str, Verzuimgeval]] = field(factory=dict)
    """By key, with the key of the employment."""

    @classmethod
    def van(cls, koppeling: Koppeling, persoon: Persoon) -> Bekend:
        """Somebody of whom all has been told."""
        keys = {
            dienstverband.id: koppeling.sleutel_dienstverband(dienstverband) for dienstverband, _ in persoon.dienstverbanden
        }
        return cls(
            koppeling,
            key_of(koppeling, persoon),
            persoon.werknemer,
            {keys[dienstverband.id]: dienstverband for dienstverband, _ in persoon.dienstverbanden},
            {geval.id: (keys[item.id], geval) for item, gevallen in persoon.dienstverbanden for geval in gevallen},
        )

    def vertel(self, verzending: Verzending) -> None:
        """A message has been sent."""
        if verzending.geval is None and verzending.mutatie is Mutatie.INTREKKING:
            self.sleutel = self.werknemer = None
            self.dienstverbanden, self.gevallen = {}, {}
            return
        self.sleutel = self.koppeling.koppelsleutel(verzending.werknemer, verzending.dienstverbanden)
        self.werknemer = _without_former_keys(verzending.werknemer)
        if self.koppeling.koppelsleutel_werknemer == "personeelsnummer":  # all employments go over to it
            self.dienstverbanden = {
                key: evolve(item, personeelsnummer=self.sleutel) for key, item in self.dienstverbanden.items()
            }
        for dienstverband in verzending.dienstverbanden:
            self._tell_employment(dienstverband, verzending.mutaties.get(dienstverband.id))
        if verzending.geval is not None:
            melding = verzending.geval.melding
            self.gevallen.pop(melding.verzuimgeval_id_oud or "", None)
            key = self.koppeling.sleutel_dienstverband(verzending.dienstverbanden[0])
            self.gevallen[verzending.geval.id] = (key, verzending.geval)

    def _tell_employment(self, dienstverband: Dienstverband, mutatie: Mutatie | None) -> None:
        key = self.koppeling.sleutel_dienstverband(dienstverband)
        former = self.koppeling.sleutel_dienstverband_oud(dienstverband)
        if former is not None and former != key and former in self.dienstverbanden:
            del self.dienstverbanden[former]
            moved = {name: (key, geval) for name, (place, geval) in self.gevallen.items() if place == former}
            self.gevallen |= moved
        if mutatie is Mutatie.INTREKKING:
            self.dienstverbanden.pop(key, None)
            self.gevallen = {name: item for name, item in self.gevallen.items() if item[0] != key}
        else:
            self.dienstverbanden[key] = _without_former_keys(dienstverband)

    def persoon(self) -> Persoon | None:
        """As somebody in a snapshot; None where the receiver knows of no employment."""
        if self.werknemer is None or not self.dienstverbanden:
            return None
        on = {key: [geval for place, geval in self.gevallen.values() if place == key] for key in self.dienstverbanden}
        return Persoon(self.werknemer, [(dienstverband, on[key]) for key, dienstverband in self.dienstverbanden.items()])


def _without_former_keys(part: Part) -> Part:
    return _without(part, [item.name for item in fields_of(type(part)) if item.name.endswith("_oud")])


def _without(part: Part, names: Iterable[str]) -> Part:
    return cast("Part", evolve(cast("Any", part), **dict.fromkeys(names)))
