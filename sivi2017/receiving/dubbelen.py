"""People who may be there twice: what one koppelsleutel in both flows is meant to prevent."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import frozen

from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.stand import Werknemerstand

__all__ = ["VermoedelijkDubbel", "names_of", "vermoedelijke_dubbelen"]


@frozen(repr=False)
class VermoedelijkDubbel:
    """Two keys that may name one person."""

    een: Werknemerstand
    ander: Werknemerstand
    redenen: tuple[str, ...]
    """What makes it likely, such as ``same date of birth``."""

    def __repr__(self) -> str:
        return f"<VermoedelijkDubbel: {', '.join(self.redenen)}>"


def vermoedelijke_dubbelen(werknemers: Iterable[Werknemerstand]) -> Iterator[VermoedelijkDubbel]:
    """Pairs of employees of one employer who may be one person, by employer and key.

    They have the same BSN; or the same date of birth and name, initials that begin alike, and no two BSNs that differ. Twins
    with initials that begin alike are told of too: a person decides. Who was taken back, or has no name here, is not compared.
    """
    by_employer: dict[str, list[Werknemerstand]] = defaultdict(list)
    for stand in werknemers:
        if stand.werknemer is not None and not stand.is_ingetrokken:
            by_employer[stand.werkgever.id].append(stand)
    for employer in sorted(by_employer):
        stands = sorted(by_employer[employer], key=lambda stand: stand.sleutel)
        for een, ander in _candidates(stands):
            assert een.werknemer is not None
            assert ander.werknemer is not None
            reasons = tuple(_reasons(een.werknemer, ander.werknemer))
            if reasons:
                yield VermoedelijkDubbel(een, ander, reasons)


def _candidates(stands: list[Werknemerstand]) -> Iterator[tuple[Werknemerstand, Werknemerstand]]:
    """Pairs that share a BSN, or a date of birth, a name and the first initial: only those need to be compared."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index, stand in enumerate(stands):
        assert stand.werknemer is not None
        who = stand.werknemer
        for name in names_of(who):
            groups[who.geboortedatum, name, _plain(who.voorletters)[:1]].append(index)
        if who.burgerservicenummer is not None:
            groups[who.burgerservicenummer].append(index)
    pairs = {pair for group in groups.values() for pair in combinations(group, 2)}
    return ((stands[first], stands[second]) for first, second in sorted(pairs))


def _reasons(een: Werknemer, ander: Werknemer) -> Iterator[str]:
    numbers = {een.burgerservicenummer, ander.burgerservicenummer}
    same_number = len(numbers) == 1 and None not in numbers
    same_birth, same_name = een.geboortedatum == ander.geboortedatum, bool(names_of(een) & names_of(ander))
    same_initial = _plain(een.voorletters)[:1] == _plain(ander.voorletters)[:1]
    differ = None not in numbers and len(numbers) == 2
    if not same_number and (differ or not (same_birth and same_name and same_initial)):
        return
    yield "same employer"
    for holds, text in (
        (same_number, "same burgerservicenummer"),
        (same_birth, "same date of birth"),
        (same_name, "same name"),
        (same_initial, "initials that begin alike"),
    ):
        if holds:
            yield text


def names_of(werknemer: Werknemer) -> set[str]:
    """The own name and that of the partner: an employee may be known by either."""
    partner = werknemer.partner.achternaam if werknemer.partner is not None else ""
    return {_plain(name) for name in (werknemer.achternaam, partner) if _plain(name)}


def _plain(name: str) -> str:
    """A name without capitals, accents, blanks and signs: those are written in many ways."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalpha())
