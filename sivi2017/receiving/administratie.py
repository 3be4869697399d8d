"""``Administratie``: employees, employments and cases, from messages in any order.

An administratie is a value: taking a message in gives another one, and what changed. What it knows is a set of messages, so
that the same messages give the same administratie in whatever order they come, and however often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import TypeAlias

from attrs import Factory, define, field, frozen

from sivi2017.bindings import Message
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.dossier import Dossier
from sivi2017.receiving.dubbelen import VermoedelijkDubbel, vermoedelijke_dubbelen
from sivi2017.receiving.gevolg import Gevolg, SoortGevolg, changed_signals, consequences
from sivi2017.receiving.intake import FLOWS, Vermelding, mentions, received
from sivi2017.receiving.oproepen import Oproepbaarheid, oproepbaarheid
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht, Werknemerstand
from sivi2017.report import Severity

__all__ = ["Administratie"]

_Key: TypeAlias = tuple[str, str]
"""An employer's id and a key of one of its employees."""


@define(repr=False)
class _Known:
    """What an administratie knows."""

    berichten: dict[str, Bericht] = field(factory=dict)
    """By fingerprint."""
    referenties: dict[_Key, tuple[str, ...]] = field(factory=dict)
    """By sender and reference number the fingerprints; more than one where a sender gave a number twice."""
    dossiers: dict[_Key, Dossier] = field(factory=dict)
    """By the first of the keys of the employee."""
    first_keys: dict[_Key, str] = field(factory=dict)
    """By each key of an employee the first one."""
    refused: dict[str, tuple[Signaal, ...]] = field(factory=dict)
    """By fingerprint of a message what of it was not taken in."""

    def copy(self) -> _Known:
        return _Known(
            dict(self.berichten), dict(self.referenties), dict(self.dossiers), dict(self.first_keys), dict(self.refused)
        )


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
    _known: _Known = field(default=Factory(_Known), alias="known")

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

        :raises InvalidMessage: when the schema does not allow one of them; none is taken in then.
        :raises InvalidValue: when one is of neither flow.
        """
        told = ((message, received(message)) for message in messages)
        return self.receive_parts((bericht, mentions(message, bericht, self.verwerkingscodes)) for message, bericht in told)

    def receive_parts(
        self, told: Iterable[tuple[Bericht, Iterable[Vermelding | Signaal]]]
    ) -> tuple[Administratie, tuple[Gevolg, ...]]:
        """Take in what messages say of some of their employees; for a store that keeps these apart."""
        known = self._known.copy()
        gevolgen = tuple(gevolg for bericht, parts in told for gevolg in self._take(known, bericht, parts))
        return Administratie(self.koppeling, self.begin_halverwege, known), gevolgen

    @property
    def verwerkingscodes(self) -> Mapping[str, Verwerkingscodes]:
        """By message what its verwerkingscodes mean."""
        if self.koppeling is None:
            return dict.fromkeys(FLOWS, Verwerkingscodes())
        return self.koppeling.verwerkingscodes

    def _take(self, known: _Known, bericht: Bericht, parts: Iterable[Vermelding | Signaal]) -> Iterator[Gevolg]:
        if bericht.vingerafdruk in known.berichten:
            yield Gevolg(SoortGevolg.AL_BEKEND)
            return
        known.berichten[bericht.vingerafdruk] = bericht
        before = tuple(self._reference_signals(known, bericht))
        place = bericht.inzender, bericht.referentie
        known.referenties[place] = tuple(sorted((*known.referenties.get(place, ()), bericht.vingerafdruk)))
        yield from changed_signals(before, tuple(self._reference_signals(known, bericht)))
        if self.koppeling is not None and bericht.test is not self.koppeling.test:
            said = "is a test" if bericht.test else "is no test"
            text = f"a message {said}, unlike those of the coupling; it is not taken in"
            parts = [Signaal("ADM-TEST", Severity.ERROR, text, referenties=(bericht.referentie,))]
        signals, told = list[Signaal](), list[Vermelding]()
        for part in parts:
            if isinstance(part, Signaal):
                signals.append(part)
            else:
                told.append(part)
        if signals:
            known.refused[bericht.vingerafdruk] = tuple(signals)
            yield from changed_signals((), signals)
        for vermelding in told:
            yield from self._take_mention(known, vermelding)

    def _reference_signals(self, known: _Known, bericht: Bericht) -> Iterator[Signaal]:
        prints = known.referenties.get((bericht.inzender, bericht.referentie), ())
        if len(prints) > 1:
            text = f"{len(prints)} messages that say different things have one reference number"
            yield Signaal("ADM-REFERENCE", Severity.ERROR, text, referenties=(bericht.referentie,))

    def _take_mention(self, known: _Known, vermelding: Vermelding) -> Iterator[Gevolg]:
        employer = vermelding.werkgever.id
        keys = [key for key in (vermelding.sleutel, vermelding.oude_sleutel) if key is not None]
        first_ones = sorted({known.first_keys[employer, key] for key in keys if (employer, key) in known.first_keys})
        dossiers = [known.dossiers.pop((employer, first)) for first in first_ones]
        before = [dossier.stand for dossier in dossiers]
        told = chain.from_iterable(dossier.vermeldingen for dossier in dossiers)
        dossier = Dossier((*told, vermelding), self.begin_halverwege)
        (first,) = dossier.sleutels.groups
        known.dossiers[employer, first] = dossier
        for key in (dossier.sleutels.now, *dossier.sleutels.former):
            known.first_keys[employer, key] = first
        yield from consequences(before, dossier.stand)

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
        doubled = [min(prints) for prints in known.referenties.values() if len(prints) > 1]
        about = [signal for one in sorted(doubled) for signal in self._reference_signals(known, known.berichten[one])]
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
        holders: dict[_Key, list[Werknemerstand]] = {}
        for stand in self.werknemers:
            for case in stand.gevallen:
                holders.setdefault((stand.werkgever.id, case.geval.id), []).append(stand)
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
