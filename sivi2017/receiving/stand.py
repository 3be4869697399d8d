"""How an employee, an employment and a case stand by all that was received."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.signaal import Signaal

__all__ = ["Bericht", "Dienstverbandstand", "Gevalstand", "Werknemerstand", "Werknemerversie"]


@frozen(repr=False)
class Bericht:
    """A message that was received."""

    soort: str
    """The name of the message, such as ``Verzuimmeldingen``."""
    inzender: str
    ontvanger: str
    referentie: str
    """Its reference number: one sender gives it once."""
    moment: datetime
    """When it was made, as it says itself. Of two messages the later one holds, in whatever order they come."""
    test: bool
    vingerafdruk: str
    """A hash of all that it says, in hexadecimals: the same message is the same, however it was written down."""

    @property
    def volgorde(self) -> tuple[datetime, str, str]:
        """By what messages are sorted: the moment, and within a second the reference number, which many senders let rise."""
        return self.moment, self.referentie, self.vingerafdruk

    def __repr__(self) -> str:
        return f"<Bericht {self.soort}>"


@frozen(repr=False)
class Werknemerversie:
    """What was told of an employee for some time."""

    vanaf: datetime
    """The moment of the message that told it first."""
    werknemer: Werknemer

    def __repr__(self) -> str:
        return "<Werknemerversie>"


@frozen(repr=False)
class Gevalstand:
    """A case."""

    geval: Verzuimgeval
    """The reports that count, oldest first; a withdrawn case keeps them, and its status says that it is withdrawn."""
    dienstverband_id: str
    """The employment that it is on, by its key now."""
    wachtend: tuple[Verzuimmelding, ...] = ()
    """Reports whose predecessor has not come; they do not count yet."""
    oude_sleutels: tuple[str, ...] = ()
    """The keys that the case had before."""
    berichten: tuple[Bericht, ...] = ()
    """The messages that told of it, oldest first."""

    @property
    def is_open(self) -> bool:
        """Whether the absence has not ended."""
        return self.geval.status is Verzuimstatus.OPEN

    def __repr__(self) -> str:
        waiting = f", {len(self.wachtend)} waiting" if self.wachtend else ""
        return f"<Gevalstand {self.geval.status}, {len(self.geval.meldingen)} reports{waiting}>"


@frozen(repr=False)
class Dienstverbandstand:
    """An employment."""

    dienstverband: Dienstverband
    """As it was told of last."""
    versies: tuple[Dienstverband, ...]
    """What held from when, by ``geldt_vanaf``; of what was told twice of one day the last."""
    gevallen: tuple[Gevalstand, ...]
    """The cases, by first day; withdrawn ones among them."""
    is_ingetrokken: bool = False
    """Whether the sender took it back: it should never have been told of."""
    oude_sleutels: tuple[str, ...] = ()

    def op(self, dag: date) -> Dienstverband | None:
        """The combination of department, function and hours that held on a day; None outside the employment."""
        if self.is_ingetrokken or not self.is_in_dienst(dag):
            return None
        held = [versie for versie in self.versies if versie.geldt_vanaf <= dag]
        return held[-1] if held else self.versies[0]

    def is_in_dienst(self, dag: date) -> bool:
        """Whether the employment lasts on a day; the last day counts."""
        last = self.dienstverband.einddatum
        return not self.is_ingetrokken and self.dienstverband.ingangsdatum <= dag and (last is None or dag <= last)

    def __repr__(self) -> str:
        ended = " ended" if self.dienstverband.einddatum is not None else ""
        return f"<Dienstverbandstand{' withdrawn' if self.is_ingetrokken else ended}, {len(self.gevallen)} cases>"


@frozen(repr=False)
class Werknemerstand:
    """An employee of an employer, under whatever keys."""

    werkgever: Werkgever
    """The employer as it was told of last."""
    sleutel: str
    """The koppelsleutel as it is now."""
    werknemer: Werknemer | None
    """As told of last; None where only messages without names came (Dienstverbanden)."""
    overlijdensdatum: date | None
    """By the last message that told of the employee, one without names as well."""
    dienstverbanden: tuple[Dienstverbandstand, ...]
    """By key."""
    geschiedenis: tuple[Werknemerversie, ...]
    """What was told of the employee, oldest first; the last is how it stands."""
    wachtend: tuple[Verzuimmelding, ...]
    """Reports whose predecessor has not come, those of cases of which no report counts yet among them."""
    oude_sleutels: tuple[str, ...]
    is_ingetrokken: bool
    """Whether the sender took the employee back."""
    berichten: tuple[Bericht, ...]
    """The messages that told of the employee, oldest first."""
    signalen: tuple[Signaal, ...]
    """What is remarkable."""

    @property
    def gevallen(self) -> tuple[Gevalstand, ...]:
        """The cases of all employments, by first day; withdrawn ones among them."""
        cases = [geval for dienstverband in self.dienstverbanden for geval in dienstverband.gevallen]
        return tuple(sorted(cases, key=lambda item: (item.geval.eerste_verzuimdag, item.geval.id)))

    @property
    def open_gevallen(self) -> tuple[Gevalstand, ...]:
        """The cases that have not ended."""
        return tuple(item for item in self.gevallen if item.is_open)

    def is_in_dienst(self, dag: date) -> bool:
        """Whether an employment lasts on a day."""
        return not self.is_ingetrokken and any(item.is_in_dienst(dag) for item in self.dienstverbanden)

    def __repr__(self) -> str:
        return f"<Werknemerstand {len(self.dienstverbanden)} employments, {len(self.gevallen)} cases>"
