"""What an administratie knows, and all of it but one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import define, field

from sivi2017.receiving.dossier import Dossier
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht
from sivi2017.report import Severity

__all__ = ["Kennis", "Plaats"]

Plaats: TypeAlias = tuple[str, str]
"""An employer's id and a key of one of its employees; or a sender and a reference number."""


@define(repr=False)
class Kennis:
    """What an administratie knows."""

    berichten: dict[str, Bericht] = field(factory=dict)
    """By fingerprint."""
    referenties: dict[Plaats, tuple[str, ...]] = field(factory=dict)
    """By sender and reference number the fingerprints; more than one where a sender gave a number twice."""
    dossiers: dict[Plaats, Dossier] = field(factory=dict)
    """By the first of the keys of the employee."""
    first_keys: dict[Plaats, str] = field(factory=dict)
    """By each key of an employee the first one."""
    refused: dict[str, tuple[Signaal, ...]] = field(factory=dict)
    """By fingerprint of a message what of it was not taken in."""

    def copy(self) -> Kennis:
        return Kennis(
            dict(self.berichten), dict(self.referenties), dict(self.dossiers), dict(self.first_keys), dict(self.refused)
        )

    def reference_signals(self, place: Plaats) -> tuple[Signaal, ...]:
        """What is remarkable about a reference number of a sender."""
        prints = self.referenties.get(place, ())
        if len(prints) < 2:
            return ()
        text = f"{len(prints)} messages that say different things have one reference number"
        return (Signaal("ADM-REFERENCE", Severity.ERROR, text, referenties=(place[1],)),)

    def dossiers_of(self, places: Iterable[Plaats]) -> list[Dossier]:
        """The dossiers of employees by any of their keys, each once."""
        first_ones = {
            (employer, self.first_keys[employer, key]) for employer, key in places if (employer, key) in self.first_keys
        }
        return [self.dossiers[place] for place in sorted(first_ones)]

    def without(self, werkgever_id: str, sleutel: str) -> Kennis:
        """The same without one person, under all keys; the messages themselves stay known.

        :raises LookupError: when nothing is known of the person.
        """
        dossiers = self.dossiers_of([(werkgever_id, sleutel)])
        keys = {sleutel, *(key for dossier in dossiers for key in (dossier.sleutels.now, *dossier.sleutels.former))}
        gone = {(werkgever_id, key) for key in keys}
        refused = {
            vingerafdruk: tuple(item for item in signals if (item.werkgever_id, item.werknemer_id) not in gone)
            for vingerafdruk, signals in self.refused.items()
        }
        left = {vingerafdruk: signals for vingerafdruk, signals in refused.items() if signals}
        if not dossiers and left == self.refused:
            raise LookupError("no employee of this employer has the key, or had it")
        return Kennis(
            dict(self.berichten),
            dict(self.referenties),
            {place: dossier for place, dossier in self.dossiers.items() if place not in gone},
            {place: first for place, first in self.first_keys.items() if place not in gone},
            left,
        )
