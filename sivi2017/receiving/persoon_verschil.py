"""What is to be told of one employee."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, TypeAlias, cast

from attrs import define, evolve, field

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidEvent, NotPermitted
from sivi2017.flows.settings import CouplingSettings
from sivi2017.flows.werknemermutatie import refuse_without_datakluis
from sivi2017.receiving.bekend import Bekend, with_changed_keys
from sivi2017.receiving.gevallen_verschil import following
from sivi2017.receiving.paren import Paar
from sivi2017.receiving.verandering import Doel, Verandering, employment_with_changed_keys, verandering
from sivi2017.receiving.vergelijking import Vergelijking
from sivi2017.receiving.verzending import Reden, Verzending, Weggelaten

__all__ = ["Besluit", "Telling"]

Besluit: TypeAlias = date | Mutatie | None
"""What is to happen to the employments of somebody that are not there any more; None where all still are."""

_NO_DATAKLUIS = (
    "the Datakluis of the receiver is off for this employer: besides absence only the departure of who had absence may be told"
)
_NO_CODE = "the coupling has no verwerkingscode on this level, by which it could be said"


@define
class Telling:
    """Tells what changed of one employee: gathers the messages, and keeps what the receiver knows after each."""

    vergelijking: Vergelijking
    paar: Paar
    besluit: Besluit
    verzendingen: list[Verzending] = field(factory=list)
    weggelaten: list[Weggelaten] = field(factory=list)
    bekend: Bekend = field(init=False)
    werknemer: Werknemer = field(init=False)
    """As the employee must be known."""

    def __attrs_post_init__(self) -> None:
        koppeling, paar = self.vergelijking.koppeling, self.paar
        self.bekend = Bekend(koppeling) if paar.oud is None else Bekend.van(koppeling, paar.oud)
        self.werknemer = paar.persoon.werknemer

    def tell(self) -> None:
        """Gather all messages, in an order that a receiver can process."""
        for key, geval in self._withdrawn():
            self._send_report(key, geval.intrekking())
        if self.besluit is Mutatie.INTREKKING:
            if self.paar.nieuw is None:
                self._take_back()
                return
            if not self._can_take_back("dienstverband"):
                self._leave_out((Reden.INTREKKING,), _NO_CODE)
        steps = list(self._steps())
        if self._datakluis and not self._leaves_last({key for key, _ in steps}):
            self._send_change()
        for key, geval in steps:
            self._send_report(key, geval)
        self._send_change()
        if self.besluit is Mutatie.INTREKKING and any(self._has_cases(key) for key, _ in self.paar.verdwenen):
            self._leave_out(
                (Reden.INTREKKING,), "a case is on the employment by what was told, and no report has told otherwise"
            )

    def _can_take_back(self, *levels: str) -> bool:
        return not self.vergelijking.koppeling.niveaus_met_verwerkingscode.isdisjoint(levels)

    def _has_cases(self, key: str) -> bool:
        cases = (geval for place, geval in self.bekend.gevallen.values() if place == key)
        return any(geval.status is not Verzuimstatus.INGETROKKEN for geval in cases)

    @property
    def _datakluis(self) -> bool:
        return self.vergelijking.koppeling.datakluis_aan(self.vergelijking.werkgever)

    # Cases

    def _withdrawn(self) -> Iterator[tuple[str, Verzuimgeval]]:
        """The cases that should never have been told, each with the key of the employment."""
        gone = self.paar.verdwenen_gevallen
        if self.besluit is Mutatie.INTREKKING:
            gone = (*gone, *self.paar.meegenomen_gevallen)
        for key, geval in gone:
            if geval.volgnummer == 999:
                self._leave_out(
                    (Reden.INTREKKING,), "the case has 999 reports, and the message has no number for more", geval.id
                )
            else:
                yield key, geval

    def _steps(self) -> Iterator[tuple[str, Verzuimgeval]]:
        """Each report that is to be sent, as the case that has it last, with the key of the employment."""
        for key, told, now in self.paar.gevallen:
            try:
                steps = list(following(told, now, self.vergelijking.melding_velden))
            except InvalidEvent as error:
                self._leave_out((Reden.CORRECTIE if told else Reden.ZIEKMELDING,), str(error), now.id)
                continue
            yield from ((key, step) for step in steps)
            if told is not None and not steps and self.paar.is_moved(told, key):
                self._leave_out(
                    (Reden.GEWIJZIGD_DIENSTVERBAND,), "the case is on another employment; the next report on it says so", now.id
                )

    def _send_report(self, key: str, geval: Verzuimgeval) -> None:
        self._send(
            redenen=(Reden(geval.melding.soort),),
            werknemer=self._reported_employee(),
            dienstverbanden=(self._reported_employment(key),),
            geval=geval,
        )

    def _reported_employee(self) -> Werknemer:
        """The employee in an absence message. Where the other flow tells of all changes, it is as the receiver knows it."""
        known = self.bekend.werknemer
        if self._datakluis and not self.vergelijking.zonder_namen and known is not None:
            return known
        return with_changed_keys(self.werknemer, known)

    def _reported_employment(self, key: str) -> Dienstverband:
        now = self.paar.dienstverband(key)
        known = self.paar.bekend(self.bekend.dienstverbanden, key)
        if known is not None and (self._datakluis or now is None):
            return known
        assert now is not None
        now = employment_with_changed_keys(self.bekend, self.paar, now, known)
        if known is not None and known.einddatum is None:  # the departure has a message of its own
            now = evolve(now, einddatum=None, reden_einde=None)
        return now

    # The employee and the employments

    def _change(self) -> Verandering | None:
        """What is still to be told of the employee and the employments; None where nothing is."""
        return verandering(self.vergelijking, self.bekend, self.paar, self._targets())

    def _targets(self) -> Iterator[Doel]:
        """The employments as they must be known."""
        yield from (Doel(key, former, now) for key, former, now in self.paar.dienstverbanden)
        for key, item in self.paar.verdwenen:
            gone = self._with_the_key(item)
            if isinstance(self.besluit, Mutatie):
                if self._can_take_back("dienstverband") and not self._has_cases(key):
                    yield Doel(key, key, gone, is_ingetrokken=True)
            else:
                yield Doel(key, key, evolve(gone, einddatum=self.besluit))

    def _with_the_key(self, gone: Dienstverband) -> Dienstverband:
        """An employment that is not there any more, with the key that the employee has now."""
        by_number = self.vergelijking.koppeling.koppelsleutel_werknemer == "personeelsnummer"
        if not by_number or gone.personeelsnummer == self.paar.sleutel:
            return gone
        return evolve(gone, personeelsnummer=self.paar.sleutel, personeelsnummer_oud=gone.personeelsnummer)

    def _leaves_last(self, keys: Collection[str]) -> bool:
        """Whether what changed is told after the reports: a departure is, unless they are about what it must tell of first.

        :param keys: of the employments that the reports are about.
        """
        change = self._change()
        if change is None or not {Reden.UIT_DIENST, Reden.INTREKKING} & set(change.redenen):
            return False
        return self.bekend.sleutel == self.paar.sleutel and all(key in self.bekend.dienstverbanden for key in keys)

    def _send_change(self) -> None:
        change = self._change()
        if change is None:
            return
        werknemer = with_changed_keys(self.werknemer, self.bekend.werknemer)
        had_absence = bool(self.bekend.gevallen)
        try:
            self._refuse_without_datakluis(werknemer, change.dienstverbanden, had_absence=had_absence)
        except NotPermitted:
            self._leave_out(change.redenen, _NO_DATAKLUIS)
            return
        self._send(
            redenen=change.redenen,
            werknemer=werknemer,
            dienstverbanden=change.dienstverbanden,
            mutatie=change.mutatie,
            mutaties=change.mutaties,
            verzuim_gehad=had_absence,
            zonder_namen=self.vergelijking.zonder_namen,
        )

    def _take_back(self) -> None:
        """The employee should never have been told of."""
        employments = tuple(self.bekend.dienstverbanden.values())
        try:
            self._refuse_without_datakluis(self.werknemer, employments, had_absence=False)
        except NotPermitted:
            self._leave_out((Reden.INTREKKING,), _NO_DATAKLUIS)
            return
        if not self._can_take_back("werknemer", "dienstverband"):
            self._leave_out((Reden.INTREKKING,), _NO_CODE)
            return
        self._send(
            redenen=(Reden.INTREKKING,),
            werknemer=self.werknemer,
            dienstverbanden=employments,
            mutatie=Mutatie.INTREKKING,
            zonder_namen=self.vergelijking.zonder_namen,
        )

    def _refuse_without_datakluis(
        self, werknemer: Werknemer, employments: tuple[Dienstverband, ...], *, had_absence: bool
    ) -> None:
        # pyright takes a field with a converter for something else than its value.
        settings = cast("CouplingSettings", self.vergelijking.koppeling)
        refuse_without_datakluis(settings, self.vergelijking.werkgever, werknemer, employments, had_absence)

    # What comes of it

    def _send(self, **parts: Any) -> None:
        verzending = Verzending(
            koppeling=self.vergelijking.koppeling,
            werkgever=self.vergelijking.werkgever,
            nummer=len(self.verzendingen),
            **parts,
        )
        self.verzendingen.append(verzending)
        self.bekend.vertel(verzending)

    def _leave_out(self, reasons: tuple[Reden, ...], why: str, case: str | None = None) -> None:
        self.weggelaten.append(Weggelaten(reasons, why, self.werknemer.id, case))
