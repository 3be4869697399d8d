"""From how things stood to how they stand: the messages that tell the difference.

So a system that only knows how things are today can send mutations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias, cast

from attrs import frozen

from sivi2017.domain.base import required
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.errors import InvalidValue, SiviError
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.bekend import Bekend, key_of
from sivi2017.receiving.momentopname import Momentopname, Persoon
from sivi2017.receiving.paren import Paar, paren
from sivi2017.receiving.persoon_verschil import Besluit, Telling
from sivi2017.receiving.vergelijking import Vergelijking
from sivi2017.receiving.verzending import Reden, Verzending, Weggelaten

__all__ = ["IncompleteSnapshot", "Momentopname", "Persoon", "Reden", "Verschil", "Verzending", "Weggelaten", "verschil"]

Verdwenen: TypeAlias = date | Mutatie
"""The last day of who is not there any more, or ``Mutatie.INTREKKING``."""


class IncompleteSnapshot(SiviError):
    """More is gone since the last snapshot than is believable: half of it may be missing. Nothing is to be sent."""


@frozen(repr=False, eq=False)
class Verschil:
    """What is to be told, and what the receiver knows afterwards."""

    oud: Momentopname
    nieuw: Momentopname
    koppeling: Koppeling
    verzendingen: tuple[Verzending, ...]
    """The messages to send, in this order."""
    weggelaten: tuple[Weggelaten, ...]
    """What is not told, and why."""

    def stand(self, verzonden: Iterable[Verzending] | None = None) -> Momentopname:
        """What the receiver knows once messages were sent, with the numbers that the reports got. Keep it as the next ``oud``.

        :param verzonden: those of the ``verzendingen`` that were sent, where not all were; what they tell comes again the next
            time.
        """
        sent = self.verzendingen if verzonden is None else tuple(verzonden)
        known = {key_of(self.koppeling, persoon): Bekend.van(self.koppeling, persoon) for persoon in self.oud.personen}
        for item in sent:
            key = self.koppeling.koppelsleutel(item.werknemer, item.dienstverbanden)
            former = self.koppeling.koppelsleutel_oud(item.werknemer, item.dienstverbanden) or key
            person = known.pop(former, None) or known.pop(key, None) or Bekend(self.koppeling)
            person.vertel(item)
            known[key] = person
        people = (person.persoon() for person in known.values())
        werkgever = self.nieuw.werkgever if sent else self.oud.werkgever
        return Momentopname(werkgever, [persoon for persoon in people if persoon is not None])

    def __repr__(self) -> str:
        return f"<Verschil: {len(self.verzendingen)} messages, {len(self.weggelaten)} left out>"


def verschil(
    oud: Momentopname,
    nieuw: Momentopname,
    koppeling: Koppeling,
    *,
    verdwenen: Verdwenen | Mapping[str, Verdwenen] | None = None,
    alle_gevallen: bool = False,
    zonder_namen: bool = False,
    hoogste_aandeel: float = 0.10,
    altijd_toegestaan: int = 3,
) -> Verschil:
    """The fewest messages that bring a receiver from one snapshot to another.

    Of everybody of whom something changed there is one message on the employee and the employments, and of each case a message
    for each report. Nothing is built or sent yet, and nothing is kept.

    :param oud: what the receiver knows: what ``Verschil.stand`` gave the last time; of nobody the first time.
    :param nieuw: how things are now.
    :param verdwenen: what became of people and employments that are not in ``nieuw`` any more: the last day of the employment,
        or ``Mutatie.INTREKKING`` where they should never have been told of; one answer for all, or by id of the ``Werknemer``.
        Nobody is asked for of whom an einddatum was told already.
    :param alle_gevallen: whether ``nieuw`` has all cases that there ever were, so that one that has ended and is not in it any
        more is taken back. Otherwise only an open case is.
    :param zonder_namen: whether the receiver takes Dienstverbanden, without names, in the place of WerknemerGegevens.
    :param hoogste_aandeel: which part of the people, of the employments of the others, and of their cases may be gone: from 0
        to 1.
    :param altijd_toegestaan: how many may be gone whatever part of all that is.
    :raises IncompleteSnapshot: when more is gone.
    :raises InvalidValue: when the snapshots are of different employers, when two people or employments have one key, and when
        it is not said what became of those who are gone.
    """
    for name, value in (("oud", oud), ("nieuw", nieuw)):
        required(name, value, Momentopname)
    required("koppeling", koppeling, Koppeling)
    if (oud.werkgever.id, oud.werkgever.aansluitnummer) != (nieuw.werkgever.id, nieuw.werkgever.aansluitnummer):
        raise InvalidValue(["nieuw: must be of the same Werkgever as oud, by its id and aansluitnummer"])
    if not 0 <= hoogste_aandeel <= 1:
        raise InvalidValue(["hoogste_aandeel: must be from 0 to 1"])
    pairs = paren(oud, nieuw, koppeling, alle_gevallen=alle_gevallen)
    _refuse_half(pairs, hoogste_aandeel, altijd_toegestaan, alle_gevallen=alle_gevallen)
    decided = _decided(pairs, verdwenen)
    settings = Vergelijking(koppeling=koppeling, werkgever=nieuw.werkgever, zonder_namen=zonder_namen)
    tellings = [Telling(settings, paar, besluit) for paar, besluit in decided]
    for telling in tellings:
        telling.tell()
    return Verschil(
        oud,
        nieuw,
        koppeling,
        tuple(item for telling in tellings for item in telling.verzendingen),
        tuple(item for telling in tellings for item in telling.weggelaten),
    )


def _refuse_half(pairs: Iterable[Paar], share: float, allowed: int, *, alle_gevallen: bool) -> None:
    """Refuse a snapshot in which too much is missing.

    :raises IncompleteSnapshot: with how many of how many.
    """
    counts = {"people": [0, 0], "employments of the others": [0, 0], "cases of the others": [0, 0]}
    for paar in pairs:
        if paar.oud is not None:
            for what, gone, number in _gone(paar, paar.oud, alle_gevallen=alle_gevallen):
                counts[what][0] += gone
                counts[what][1] += number
    faults = [f"{gone} of {number} {what}" for what, (gone, number) in counts.items() if gone > max(allowed, share * number)]
    if faults:
        raise IncompleteSnapshot(
            f"{', '.join(faults)} are not in nieuw any more, and more than {share:.0%} is not believed; where it is right, "
            "give a higher hoogste_aandeel"
        )


def _gone(paar: Paar, oud: Persoon, *, alle_gevallen: bool) -> Iterator[tuple[str, int, int]]:
    """How much of an employee is gone, of how much that could be."""
    lasting = sum(dienstverband.einddatum is None for dienstverband, _ in oud.dienstverbanden)
    if paar.nieuw is None:
        yield "people", bool(paar.verdwenen), bool(lasting)
        return
    yield "people", 0, bool(lasting)
    yield "employments of the others", len(paar.verdwenen), lasting
    cases = sum(_could_go(geval, alle_gevallen=alle_gevallen) for geval in oud.gevallen)
    yield "cases of the others", len(paar.verdwenen_gevallen), cases


def _could_go(geval: Verzuimgeval, *, alle_gevallen: bool) -> bool:
    return geval.status is Verzuimstatus.OPEN or (alle_gevallen and geval.status is Verzuimstatus.HERSTELD)


def _decided(pairs: Iterable[Paar], verdwenen: Verdwenen | Mapping[str, Verdwenen] | None) -> list[tuple[Paar, Besluit]]:
    """Each pair with what became of what is gone; without those of whom there is nothing to tell any more.

    :raises InvalidValue: with how many of whom it is not said, or cannot be.
    """
    decided = [(paar, _decision(paar, verdwenen)) for paar in pairs if paar.nieuw is not None or paar.verdwenen]
    open_ones = [paar for paar, besluit in decided if paar.verdwenen and besluit is None]
    if open_ones:
        people = sum(paar.nieuw is None for paar in open_ones)
        employments = sum(len(paar.verdwenen) for paar in open_ones if paar.nieuw is not None)
        text = (
            f"verdwenen: {people} people, and {employments} employments of others, are not in nieuw any more; give their last "
            "day, or Mutatie.INTREKKING where they should never have been told of"
        )
        raise InvalidValue([text])
    early = sum(
        isinstance(besluit, date) and any(item.ingangsdatum > besluit for _, item in paar.verdwenen)
        for paar, besluit in decided
    )
    if early:
        raise InvalidValue(
            [f"verdwenen: for {early} people the last day lies before the first; Mutatie.INTREKKING takes them back"]
        )
    return decided


def _decision(paar: Paar, verdwenen: Verdwenen | Mapping[str, Verdwenen] | None) -> Besluit:
    if not paar.verdwenen:
        return None
    if isinstance(verdwenen, Mapping):
        ids = [persoon.werknemer.id for persoon in (paar.nieuw, paar.oud) if persoon is not None]
        verdwenen = next((verdwenen[name] for name in ids if name in verdwenen), None)
    if verdwenen is None or verdwenen is Mutatie.INTREKKING:
        return verdwenen
    return cast("date", required("verdwenen", verdwenen, date))
