"""A message that is to be sent, and why; and what is not sent, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from attrs import field, frozen

from sivi2017.bindings import Message
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.report import Finding

__all__ = ["Reden", "Verzending", "Weggelaten"]


class Reden(StrEnum):
    """Why there is something to tell."""

    NIEUWE_WERKNEMER = "nieuwe werknemer"
    GEWIJZIGDE_WERKNEMER = "gewijzigde werknemer"
    NIEUW_DIENSTVERBAND = "nieuw dienstverband"
    GEWIJZIGD_DIENSTVERBAND = "gewijzigd dienstverband"
    UIT_DIENST = "uit dienst"
    ANDERE_SLEUTEL = "andere sleutel"
    """Of the employee, or of an employment."""
    ZIEKMELDING = "ziekmelding"
    GEDEELTELIJKE_HERSTELDMELDING = "gedeeltelijke hersteldmelding"
    HERSTELDMELDING = "hersteldmelding"
    CORRECTIE = "correctie"
    """Of a case."""
    INTREKKING = "intrekking"
    """Of a case; or of an employee or an employment that should never have been told of."""


@frozen(repr=False, eq=False, kw_only=True)
class Verzending:
    """A message that is to be sent. It is built when it is asked for."""

    koppeling: Koppeling
    redenen: tuple[Reden, ...]
    """All that it tells."""
    werkgever: Werkgever
    werknemer: Werknemer
    dienstverbanden: tuple[Dienstverband, ...]
    geval: Verzuimgeval | None = None
    """The case, with the report that is sent last; None in a message without absence."""
    mutatie: Mutatie = Mutatie.ONGEWIJZIGD
    """What happened to the employee; with an absence that is for the coupling to say."""
    mutaties: Mapping[str, Mutatie] = field(factory=dict)
    """By id of an employment what happened to it, where that is something else."""
    verzuim_gehad: bool = False
    """Whether the receiver knows the employee from an absence."""
    zonder_namen: bool = False
    """Whether employees are told of by their employments only, in Dienstverbanden."""
    nummer: int = 0
    """How many messages about the same employee come before it. By so many seconds its clock is put on: of two messages about
    somebody the later one holds, and they say to the second when they were made."""

    def message(self, *, findings: list[Finding] | None = None) -> Message:
        """The message. Each time it is another one, with a reference number of its own: build it once, when it is sent.

        :param findings: takes what was left out, and the warnings of the rules; see ``Koppeling.verzuimmutatie``.
        :raises InvalidValue: when parts contradict each other, naming the fields.
        :raises InvalidMessage: when the receiver would refuse the message, with the report.
        """
        koppeling = self.koppeling.met(klok=self._clock)
        if self.geval is not None:
            (dienstverband,) = self.dienstverbanden
            return koppeling.verzuimmutatie(self.werkgever, self.werknemer, dienstverband, self.geval, findings=findings)
        build = koppeling.dienstverbandmutatie if self.zonder_namen else koppeling.werknemermutatie
        return build(
            self.werkgever,
            self.werknemer,
            self.dienstverbanden,
            mutatie=self.mutatie,
            mutaties=self.mutaties,
            verzuim_gehad=self.verzuim_gehad,
            findings=findings,
        )

    def _clock(self) -> datetime:
        return self.koppeling.klok() + timedelta(seconds=self.nummer)

    def __repr__(self) -> str:
        return f"<Verzending: {', '.join(self.redenen)}>"


@frozen(repr=False)
class Weggelaten:
    """Something to tell that is not sent. The ids are for whoever looks it up, and stand in no ``repr``."""

    redenen: tuple[Reden, ...]
    """What is not told."""
    waarom: str
    """Why not: a sentence without personal data."""
    werknemer_id: str
    verzuimgeval_id: str | None = None

    def __repr__(self) -> str:
        return f"<Weggelaten: {', '.join(self.redenen)}>"
