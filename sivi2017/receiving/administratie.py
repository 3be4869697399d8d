"""``Administratie``: employees, employments and cases, from messages in any order.

An administratie is a value: taking a message in gives another one, and what changed. What it knows is a set of messages, so
that the same messages give the same administratie in whatever order they come, and however often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from attrs import Factory, define, field, frozen

from sivi2017.bindings import Message
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.dossier import Dossier
from sivi2017.receiving.dubbelen import VermoedelijkDubbel, vermoedelijke_dubbelen
from sivi2017.receiving.gevolg import Gevolg, SoortGevolg, changed_signals, consequences
from sivi2017.receiving.intake import FLOWS, Vermelding, mentions, received
from sivi2017.receiving.kennis import Kennis, Plaats
from sivi2017.receiving.oproepen import Oproepbaarheid, oproepbaarheid
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht, Werknemerstand
from sivi2017.report import Severity

__all__ = ["Administratie"]


@define(repr=False)
class _Taken:
    """What was taken in."""

    again: list[str] = field(factory=list)
    """The fingerprints of messages that had come before."""
    places: list[Plaats] = field(factory=list)
    """The senders and reference numbers of the others."""
    refused: list[Signaal] = field(factory=list)
    people: list[Plaats] = field(factory=list)
    administratie: Administratie = field(init=False)

    def gevolgen(self, before: Kennis) -> Iterator[Gevolg]:
        """What it changed.

        :param before: what was known before.
        """
        known = self.administratie.known
        for vingerafdruk in self.again:
            yield Gevolg(SoortGevolg.AL_BEKEND)
            yield from changed_signals((), known.refused.get(vingerafdruk, ()))  # it is still not taken in
        for place in dict.fromkeys(self.places):
            yield from changed_signals(before.reference_signals(place), known.reference_signals(place))
        yield from changed_signals((), self.refused)
        for dossier in known.dossiers_of(self.people):
            keys = dossier.sleutels
            employer = dossier.vermeldingen[-1].werkgever.id
            earlier = before.dossiers_of((employer, key) for key in (keys.now, *keys.former))
            yield from consequences([item.stand for item in earlier], dossier.stand)


@frozen(repr=False)
class Administratie:
    """What a receiver knows. Nothing is changed: ``receive`` gives another administratie.

    >>> Administratie()
    <Administratie: 0 employees, 0 messages>
    """

    koppeling: Koppeling | None = None
    """By which the messages are read: what its verwerkingscodes mean, and whether its messages are tests. Without one the
    meanings are the defaults, which for 03, 04 and 05 are inferred, and tests are taken in with the others."""
    begin_halverwege: bool = False
    """Whether the first report that is known of a case may have another number than 1: for a receiver of a coupling that was
    running already. Otherwise reports wait for number 1."""
    _known: Kennis = field(default=Factory(Kennis), alias="known")

    @property
    def known(self) -> Kennis:
        """What it knows, for what is beside it here."""
        return self._known

    # Taking in

    def receive(self, message: Message) -> tuple[Administratie, tuple[Gevolg, ...]]:
        """Take a message of either flow in.

        :returns: the administratie that knows of it, and what it changed.
        :raises InvalidMessage: when the schema does not allow the message.
        :raises InvalidValue: when it is of neither flow.
        """
        return self.receive_all([message])

    def receive_all(self, messages: Iterable[Message]) -> tuple[Administratie, tuple[Gevolg, ...]]:
        """Take many messages in; quicker than one at a time.

        :returns: the administratie, and what all of them changed together.
        :raises InvalidMessage: when the schema does not allow one of them; none is taken in then.
        :raises InvalidValue: when one is of neither flow.
        """
        told = ((message, received(message)) for message in messages)
        return self.receive_parts((bericht, mentions(message, bericht, self.verwerkingscodes)) for message, bericht in told)

    def receive_parts(
        self, told: Iterable[tuple[Bericht, Iterable[Vermelding | Signaal]]]
    ) -> tuple[Administratie, tuple[Gevolg, ...]]:
        """Take in what messages say of some of their employees; for a store that keeps these apart."""
        known = self.known_with(told)
        return known.administratie, tuple(known.gevolgen(self._known))

    def known_with(self, told: Iterable[tuple[Bericht, Iterable[Vermelding | Signaal]]]) -> _Taken:
        """The same, without what it changed being worked out yet."""
        known, taken = self._known.copy(), _Taken()
        for bericht, parts in told:
            self._take(known, bericht, parts, taken)
        taken.administratie = Administratie(self.koppeling, self.begin_halverwege, known)
        return taken

    @property
    def verwerkingscodes(self) -> Mapping[str, Verwerkingscodes]:
        """By message what its verwerkingscodes mean."""
        if self.koppeling is None:
            return dict.fromkeys(FLOWS, Verwerkingscodes())
        return self.koppeling.verwerkingscodes

    def _take(self, known: Kennis, bericht: Bericht, parts: Iterable[Vermelding | Signaal], taken: _Taken) -> None:
        if bericht.vingerafdruk in known.berichten:
            taken.again.append(bericht.vingerafdruk)
            return
        known.berichten[bericht.vingerafdruk] = bericht
        place = bericht.inzender, bericht.referentie
        known.referenties[place] = tuple(sorted((*known.referenties.get(place, ()), bericht.vingerafdruk)))
        taken.places.append(place)
        refusal = self._refusal(bericht)
        signals = list[Signaal]()
        for part in parts if refusal is None else [refusal]:
            if isinstance(part, Signaal):
                signals.append(part)
            else:
                self._take_mention(known, part)
                taken.people.append((part.werkgever.id, part.sleutel))
        if signals:
            known.refused[bericht.vingerafdruk] = tuple(signals)
            taken.refused += signals

    def _refusal(self, bericht: Bericht) -> Signaal | None:
        """Why a message is not one of the coupling; None for one that is."""
        if self.koppeling is None:
            return None
        if bericht.test is not self.koppeling.test:
            said = "is a test" if bericht.test else "is no test"
            text = f"a message {said}, unlike those of the coupling; it is not taken in"
            return Signaal("ADM-TEST", Severity.ERROR, text, referenties=(bericht.referentie,))
        parties = (self.koppeling.inzender, self.koppeling.ontvanger)
        if (bericht.inzender, bericht.ontvanger) not in (parties, parties[::-1]):
            text = "a message is not between the parties of the coupling; it is not taken in"
            return Signaal("ADM-PARTY", Severity.ERROR, text, referenties=(bericht.referentie,))
        return None

    def _take_mention(self, known: Kennis, vermelding: Vermelding) -> None:
        employer = vermelding.werkgever.id
        keys = [key for key in (vermelding.sleutel, vermelding.oude_sleutel) if key is not None]
        first_ones = sorted({known.first_keys[employer, key] for key in keys if (employer, key) in known.first_keys})
        told = chain.from_iterable(known.dossiers.pop((employer, first)).vermeldingen for first in first_ones)
        dossier = Dossier((*told, vermelding), self.begin_halverwege)
        (first,) = dossier.sleutels.groups
        known.dossiers[employer, first] = dossier
        for key in (dossier.sleutels.now, *dossier.sleutels.former):
            known.first_keys[employer, key] = first

    # Forgetting

    def vergeet(self, werkgever_id: str, sleutel: str) -> Administratie:
        """Forget a person: when the time for keeping is over, or when somebody may ask for it.

        All that was told of the person goes, under all keys; what the same messages say of others stays. The messages stay
        known, each by its parties, its reference number, its moment and a hash of all that it says, the data of the person
        among it: who has that hash cannot read the person from it, but could confirm a guess of the whole message. So a
        message that comes again does not bring the person back. One that had not come before does, also when it was made long
        ago: tell the sender.

        :param werkgever_id: the id of the employer.
        :param sleutel: the key that the person has or had.
        :returns: the administratie without the person. This one, and other ones made before, still know of the person.
        :raises LookupError: when nothing is known of anybody with that key.
        """
        return Administratie(self.koppeling, self.begin_halverwege, self._known.without(werkgever_id, sleutel))

    # What is known

    @property
    def berichten(self) -> tuple[Bericht, ...]:
        """The messages, by the moment at which they were made."""
        return tuple(sorted(self._known.berichten.values(), key=lambda item: item.volgorde))

    @property
    def werknemers(self) -> tuple[Werknemerstand, ...]:
        """All employees, by employer and key; those that were taken back among them."""
        stands = [dossier.stand for dossier in self._known.dossiers.values()]
        return tuple(sorted(stands, key=lambda stand: (stand.werkgever.id, stand.sleutel)))

    def werknemer(self, werkgever_id: str, sleutel: str) -> Werknemerstand | None:
        """The employee who has a key or had it; None where nobody has.

        :param werkgever_id: the id of the employer.
        """
        first = self._known.first_keys.get((werkgever_id, sleutel))
        return None if first is None else self._known.dossiers[werkgever_id, first].stand

    @property
    def signalen(self) -> tuple[Signaal, ...]:
        """All that is remarkable: about messages, and then about employees."""
        known = self._known
        about = [signal for place in sorted(known.referenties) for signal in known.reference_signals(place)]
        refused = [signal for one in sorted(known.refused) for signal in known.refused[one]]
        of_people = [signal for stand in self.werknemers for signal in stand.signalen]
        return (*about, *refused, *of_people, *self._shared_cases())

    def vermoedelijke_dubbelen(self) -> tuple[VermoedelijkDubbel, ...]:
        """People who may be there twice, under two keys of one employer, with the reasons."""
        return tuple(vermoedelijke_dubbelen(self.werknemers))

    def oproepbaar(self, op: date) -> tuple[Oproepbaarheid, ...]:
        """Of each employee whether a preventive consultation may be planned on a day; without a coupling of nobody.

        It may for employees in service, with or without absence, of an employer whose Datakluis is on by the coupling.
        """
        return tuple(oproepbaarheid(self.werknemers, self.koppeling, op))

    def _shared_cases(self) -> Iterator[Signaal]:
        """One key of a case with two employees of an employer."""
        holders: dict[Plaats, list[Werknemerstand]] = {}
        for stand in self.werknemers:
            for case in stand.gevallen:
                holders.setdefault((stand.werkgever.id, case.geval.id), []).append(stand)
            for key in {melding.verzuimgeval_id for melding in stand.wachtend} - {case.geval.id for case in stand.gevallen}:
                holders.setdefault((stand.werkgever.id, key), []).append(stand)
        for (employer, key), stands in sorted(holders.items()):
            if len(stands) > 1:
                text = f"{len(stands)} employees have a case with one key"
                yield Signaal("ADM-SHARED-CASE", Severity.ERROR, text, employer, stands[0].sleutel, verzuimgeval_id=key)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Administratie):
            return NotImplemented
        return self.begin_halverwege == other.begin_halverwege and self._known == other._known

    __hash__ = None  # type: ignore[assignment]  # it holds dictionaries

    def __repr__(self) -> str:
        return f"<Administratie: {len(self._known.dossiers)} employees, {len(self._known.berichten)} messages>"
