"""One report about an absence case: what a verzuimmutatie says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from sivi2017.codes import BijzondereRedenStartVerzuim, OorzaakVerzuim, RedenEindeVerzuim, SoortActie, WazoCode
from sivi2017.domain.base import Domain, many, says, whole
from sivi2017.domain.dates import before
from sivi2017.domain.werkgever import Contactpersoon

__all__ = ["SoortMelding", "Verzuimmelding"]


class SoortMelding(StrEnum):
    """What happened: the five events of an absence case."""

    ZIEKMELDING = "ziekmelding"
    GEDEELTELIJKE_HERSTELDMELDING = "gedeeltelijke hersteldmelding"
    HERSTELDMELDING = "hersteldmelding"
    CORRECTIE = "correctie"
    INTREKKING = "intrekking"


def _percentage_faults(part: Verzuimmelding, *names: str) -> Iterator[str]:
    for name in names:
        value = getattr(part, name)
        if value is not None and not 0 <= value <= 100:
            yield f"{name}: must be from 0 to 100"


@frozen(kw_only=True, repr=False)
class Verzuimmelding(Domain):
    """One report about a case. ``Verzuimgeval`` makes them: its methods are the events.

    Only whether a safety net applies can be said, never which one; and nothing about the nature or cause of an illness, except
    that it came of an accident at work, or of one for which somebody else may be liable.
    """

    bindings = ("Verzuim",)

    soort: SoortMelding = field()
    """The event. Its code in the message is a setting of the coupling."""
    verzuimgeval_id: str = field(metadata=says("verzuimgeval_identificatie"))
    """The key of the case, at most 40 characters."""
    volgnummer: int = field(metadata=says("verzuimgeval_volgnummer_melding"))
    """The number of this report within the case, from 1 to 999."""
    ingangsdatum: date = field(metadata=says("ingangsdatum_mutatie_verzuim"))
    """From when what is reported holds."""
    eerste_verzuimdag: date = field(metadata=says("datum_eerste_verzuimdag"))
    verzuimpercentage: Decimal = field(converter=whole, metadata=says("percentage_verzuim"))
    """How much of the hours is missed: 0 to 100, two digits after the point."""
    einde_verzuim: bool = field(default=False, metadata=says("einde_verzuim"))
    """Whether the absence has ended."""
    datum_hersteld: date | None = field(default=None, metadata=says("datum_hersteld"))
    """The first day of full recovery."""
    reden_einde: RedenEindeVerzuim | None = field(default=None, metadata=says("reden_einde_verzuim"))
    """The meanings of the codes are not known."""
    oorzaak: OorzaakVerzuim = field(default=OorzaakVerzuim.OVERIG_OF_NIET_BEKEND, metadata=says("oorzaak_verzuim"))
    """Only what an employer may record."""
    vangnet: bool | None = field(default=None, metadata=says("vangnetgeval"))
    """Whether a safety net applies; None where that is not known, which is said as such."""
    gemeld_op: date | None = field(default=None, metadata=says("datum_verzuimmelding_werkgever"))
    """When the employee reported ill to the employer."""
    hersteld_volgens_werkgever: date | None = field(default=None, metadata=says("datum_hersteld_werkgever"))
    """The day of recovery that the employer gives."""
    verwacht_herstel: date | None = field(default=None, metadata=says("datum_verwacht_herstel"))
    """Sent only where the coupling asks for it."""
    bijzondere_reden_start: BijzondereRedenStartVerzuim | None = field(
        default=None, metadata=says("bijzondere_reden_start_verzuim")
    )
    """The meanings of the codes are not known."""
    percentage_arbeidstherapie: Decimal | None = field(
        default=None, converter=whole, metadata=says("percentage_arbeidstherapie")
    )
    """How much of the hours is worked as therapy: 0 to 100, two digits after the point."""
    wazo: WazoCode | None = field(default=None, metadata=says("wazo"))
    """Leave under the WAZO: sensitive, sent only where the coupling asks for it."""
    nummer_uitkerende_bedrijfsvereniging: int | None = field(
        default=None, metadata=says("nummer_uitkerende_bedrijfsvereniging")
    )
    """Sent only where the coupling asks for it."""
    contactpersonen: tuple[Contactpersoon, ...] = field(default=(), converter=many, metadata=says("contactpersoon"))
    """At most nine."""
    acties: tuple[SoortActie, ...] = field(default=(), converter=many, metadata=says("actie"))
    """What the health service is asked to do, at most 99; the meanings of the codes are not known."""
    vrije_tekst: tuple[str, ...] = field(default=(), converter=many, metadata=says("vrije_tekst"))
    """At most 99 texts of at most 512 characters. Never anything medical; sent only where the coupling asks for it."""
    verzuimgeval_id_oud: str | None = field(default=None, metadata=says("verzuimgeval_identificatie_oud"))
    eerste_verzuimdag_oud: date | None = field(default=None, metadata=says("datum_eerste_verzuimdag_oud"))
    ingangsdatum_oud: date | None = field(default=None, metadata=says("ingangsdatum_mutatie_verzuim_oud"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "ingangsdatum", "eerste_verzuimdag")
        yield from before(self, "datum_hersteld", "eerste_verzuimdag")
        yield from _percentage_faults(self, "verzuimpercentage", "percentage_arbeidstherapie")
        if self.volgnummer < 1:
            yield "volgnummer: must be 1 or more"
        if self.einde_verzuim and self.datum_hersteld is None:
            yield "datum_hersteld: must be given when the absence has ended"
        if not self.einde_verzuim and (self.datum_hersteld is not None or self.reden_einde is not None):
            yield "einde_verzuim: must be True where datum_hersteld or reden_einde is given"
