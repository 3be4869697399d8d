"""All that was received about one employee, and how the employee stands by it.

A dossier is a set: what it says does not depend on the order in which messages came, nor on how often.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import combinations, groupby, pairwise
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.adressen import completed
from sivi2017.receiving.dubbelen import names_of
from sivi2017.receiving.gevallen import Verslag, Wachtend, gevallen
from sivi2017.receiving.intake import Dienstverbandvermelding, Vermelding
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.sleutels import Sleutels
from sivi2017.receiving.stand import Bericht, Dienstverbandstand, Gevalstand, Werknemerstand, Werknemerversie
from sivi2017.report import Severity

__all__ = ["Dossier"]


def _in_order(mentions: Iterable[Vermelding]) -> tuple[Vermelding, ...]:
    """Each once, by the moment at which its message was made."""
    by_place = {(item.bericht.volgorde, item.nummer): item for item in mentions}
    return tuple(by_place[place] for place in sorted(by_place))


_Told: TypeAlias = tuple[Bericht, Dienstverbandvermelding]


@frozen(repr=False)
class Dossier:
    """What was received about one employee, under all keys that the employee had."""

    vermeldingen: tuple[Vermelding, ...] = field(converter=_in_order)
    begin_halverwege: bool = False

    @cached_property
    def sleutels(self) -> Sleutels:
        """The keys of the employee."""
        keys = Sleutels()
        for item in self.vermeldingen:
            keys.add(item.sleutel, item.oude_sleutel)
        return keys

    @cached_property
    def stand(self) -> Werknemerstand:
        """How the employee stands."""
        return _Reading(self).stand()


@define
class _Reading:
    """One look at a dossier."""

    dossier: Dossier
    signals: list[Signaal] = field(factory=list)
    waiting: list[Verzuimmelding] = field(factory=list)

    def stand(self) -> Werknemerstand:
        mentions = self.dossier.vermeldingen
        last, keys = mentions[-1], self.dossier.sleutels
        history = _history(mentions)
        self._tell_of_old_keys()
        self._tell_of_one_moment()
        self._tell_of_other_people()
        employments = self._employments()
        return Werknemerstand(
            werkgever=last.werkgever,
            sleutel=keys.now,
            werknemer=history[-1].werknemer if history else None,
            overlijdensdatum=last.overlijdensdatum,
            dienstverbanden=employments,
            geschiedenis=history,
            wachtend=tuple(self.waiting),
            oude_sleutels=keys.former,
            is_ingetrokken=last.mutatie is Mutatie.INTREKKING,
            berichten=tuple(dict.fromkeys(item.bericht for item in mentions)),
            signalen=tuple(self.signals),
        )

    def _tell(self, finding_id: str, severity: Severity, text: str, **where: object) -> None:
        last = self.dossier.vermeldingen[-1]
        place = {"werkgever_id": last.werkgever.id, "werknemer_id": self.dossier.sleutels.now, **where}
        self.signals.append(Signaal(finding_id, severity, text, **place))  # type: ignore[arg-type]  # what Signaal has

    def _tell_of_old_keys(self) -> None:
        keys = self.dossier.sleutels
        given_up = {item.oude_sleutel: item.bericht.moment for item in self.dossier.vermeldingen if item.oude_sleutel}
        late = [
            item.bericht.referentie
            for item in self.dossier.vermeldingen
            if item.sleutel != keys.now and item.sleutel in given_up and given_up[item.sleutel] < item.bericht.moment
        ]
        if late:
            text = "a message names the employee by a key that was given up before it was made"
            self._tell("ADM-OLD-KEY", Severity.WARNING, text, referenties=tuple(late))

    def _tell_of_one_moment(self) -> None:
        """A message says to the second when it was made: which of two came last may not be known."""
        for _, several in groupby(self.dossier.vermeldingen, key=lambda item: item.bericht.moment):
            of_one_second = list(several)
            if any(_differ(one, other) for one, other in combinations(of_one_second, 2)):
                text = (
                    "what was told of an employee in one second says different things; what has the higher reference number, "
                    "or stands later in its message, counts as the later"
                )
                referenties = tuple(dict.fromkeys(item.bericht.referentie for item in of_one_second))
                self._tell("ADM-SAME-MOMENT", Severity.WARNING, text, referenties=referenties)

    def _tell_of_other_people(self) -> None:
        """A key that was given to somebody else would give one person the cases of another."""
        told = [item for item in self.dossier.vermeldingen if item.werknemer is not None]
        for before, after in pairwise(told):
            if before.werknemer is not None and after.werknemer is not None and _are_others(before.werknemer, after.werknemer):
                text = (
                    "messages under the keys of an employee tell of people with another date of birth and another name; they "
                    "may be two people, and what is known here of one may be the other's"
                )
                referenties = before.bericht.referentie, after.bericht.referentie
                self._tell("ADM-OTHER-PERSON", Severity.ERROR, text, referenties=referenties)
        withdrawn = [item for item in self.dossier.vermeldingen if item.mutatie is Mutatie.INTREKKING]
        last = self.dossier.vermeldingen[-1]
        if withdrawn and last not in withdrawn:
            text = "an employee was taken back, and a later message tells of the employee again"
            self._tell("ADM-BACK-AGAIN", Severity.WARNING, text, referenties=(last.bericht.referentie,))
        numbers = {item.werkgever.aansluitnummer for item in self.dossier.vermeldingen}
        if len(numbers) > 1:
            text = f"messages about an employee name the employer by one key and {len(numbers)} aansluitnummers"
            self._tell("ADM-OTHER-EMPLOYER", Severity.WARNING, text)

    def _employments(self) -> tuple[Dienstverbandstand, ...]:
        keys, told = Sleutels(), list[_Told]()
        for item in self.dossier.vermeldingen:
            for part in item.dienstverbanden:
                keys.add(part.dienstverband.id, part.dienstverband.id_oud)
                told.append((item.bericht, part))
        cases: dict[str, list[Gevalstand]] = {}
        for case in self._cases(keys):
            self.waiting += case.wachtend
            if isinstance(case, Gevalstand):
                cases.setdefault(case.dienstverband_id, []).append(case)
        found = []
        for key in keys.groups:
            parts = [(bericht, part) for bericht, part in told if keys.group_of(part.dienstverband.id) == key]
            found.append(self._employment(parts, keys, tuple(cases.get(keys.now_of(key), ()))))
        return tuple(sorted(found, key=lambda item: item.dienstverband.id))

    def _employment(self, told: list[_Told], keys: Sleutels, cases: tuple[Gevalstand, ...]) -> Dienstverbandstand:
        bericht, last = told[-1]
        now = keys.now_of(last.dienstverband.id)
        versions, undated = _versions(told)
        stand = Dienstverbandstand(
            dienstverband=evolve(last.dienstverband, id=now, id_oud=None)
            if last.dienstverband.id != now
            else last.dienstverband,
            versies=versions,
            gevallen=cases,
            is_ingetrokken=last.mutatie is Mutatie.INTREKKING,
            oude_sleutels=keys.former_of(now),
        )
        if undated:
            text = (
                "a message does not say from when department, function and hours hold; taken as from the first day of the "
                "employment, or from the day of the message where other ones were known"
            )
            self._tell("ADM-NO-DATE", Severity.WARNING, text, dienstverband_id=now, referenties=undated)
        if stand.dienstverband.einddatum is None and not stand.is_ingetrokken:
            ended = [before.referentie for before, part in told if part.dienstverband.einddatum is not None]
            if ended:
                text = "an employment had ended, and a later message tells of it without its last day"
                referenties = ended[-1], bericht.referentie
                self._tell("ADM-DEPARTURE-UNDONE", Severity.WARNING, text, dienstverband_id=now, referenties=referenties)
        self._tell_of_open_cases(stand, now)
        return stand

    def _tell_of_open_cases(self, stand: Dienstverbandstand, key: str) -> None:
        still_open = [case for case in stand.gevallen if case.is_open]
        if len(still_open) > 1:
            text = f"{len(still_open)} cases are open at once on one employment"
            self._tell("ADM-TWO-OPEN", Severity.ERROR, text, dienstverband_id=key)
        if still_open and stand.dienstverband.einddatum is not None:
            text = "the employment has ended, and a case on it is open"
            self._tell("ADM-OPEN-AFTER-DEPARTURE", Severity.WARNING, text, dienstverband_id=key)
        if still_open and (stand.is_ingetrokken or self.dossier.vermeldingen[-1].mutatie is Mutatie.INTREKKING):
            text = "the employee or the employment was taken back, and a case on it is open"
            self._tell("ADM-OPEN-AFTER-WITHDRAWAL", Severity.ERROR, text, dienstverband_id=key)

    def _cases(self, keys: Sleutels) -> Iterable[Gevalstand | Wachtend]:
        reports = [
            Verslag(item.bericht, keys.now_of(part.dienstverband.id), melding, item.verpleegadres)
            for item in self.dossier.vermeldingen
            for part in item.dienstverbanden
            for melding in part.meldingen
        ]
        return gevallen(reports, self._tell, begin_halverwege=self.dossier.begin_halverwege)


def _differ(one: Vermelding, other: Vermelding) -> bool:
    """Whether two messages say different things of an employee; which addresses they tell of is a matter of their kind."""
    people = {
        evolve(item.werknemer, adressen=(), buitenlandse_adressen=()) for item in (one, other) if item.werknemer is not None
    }
    withdrawn = {item.mutatie is Mutatie.INTREKKING for item in (one, other)}
    known = {part.dienstverband.id: (part.dienstverband, part.mutatie is Mutatie.INTREKKING) for part in one.dienstverbanden}
    return (
        len(people) > 1
        or len(withdrawn) > 1
        or any(
            known.get(part.dienstverband.id, said) != said
            for part in other.dienstverbanden
            for said in [(part.dienstverband, part.mutatie is Mutatie.INTREKKING)]
        )
    )


def _are_others(one: Werknemer, other: Werknemer) -> bool:
    """Whether two descriptions cannot well be of one person: a birth date is corrected, a name changes, but hardly at once."""
    return one.geboortedatum != other.geboortedatum and not (names_of(one) & names_of(other))


def _history(mentions: Iterable[Vermelding]) -> tuple[Werknemerversie, ...]:
    history: list[Werknemerversie] = []
    for item in mentions:
        if item.werknemer is not None:
            before = history[-1].werknemer if history else None
            werknemer = item.werknemer if before is None else completed(item.werknemer, before, item.bericht.soort)
            if werknemer != before:
                history.append(Werknemerversie(item.bericht.moment, werknemer))
    return tuple(history)


def _versions(told: list[_Told]) -> tuple[tuple[Dienstverband, ...], tuple[str, ...]]:
    """What held from when, and the references of the messages that did not say from when.

    A correctie takes the place of what was told of its day, or else of what was told before it.
    """
    by_date: dict[date, Dienstverband] = {}
    before: Dienstverband | None = None
    undated = []
    for bericht, part in told:
        version = part.dienstverband
        if not part.has_date:
            undated.append(bericht.referentie)
            if before is not None:
                if evolve(before, geldt_vanaf=version.geldt_vanaf) == version:
                    continue
                version = evolve(version, geldt_vanaf=max(version.ingangsdatum, bericht.moment.date()))
        elif part.mutatie is Mutatie.CORRECTIE and before is not None and version.geldt_vanaf not in by_date:
            by_date.pop(before.geldt_vanaf, None)
        before = by_date[version.geldt_vanaf] = version
    return tuple(by_date[day] for day in sorted(by_date)), tuple(undated)
