"""The employment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from sivi2017.codes import FaseIndelingFZ, RedenEindeDienstverband, SoortDienstverband, SoortVariabeleWerktijden
from sivi2017.domain.base import Domain, many, says, whole
from sivi2017.domain.dates import before
from sivi2017.domain.werkgever import Contactpersoon

__all__ = ["Arbeidsrelatie", "Dienstverband", "Kostenplaats"]


@frozen(kw_only=True, repr=False)
class Arbeidsrelatie(Domain):
    """A working relation within an employment."""

    bindings = ("Arbeidsrelatie",)

    id: str = field(metadata=says("identificatie_arbeidsrelatie"))
    ingangsdatum: date = field(metadata=says("ingangsdatum"))
    uren_per_week: Decimal = field(converter=whole, metadata=says("aantal_contracturen_per_week"))
    """Hours per week, below 1000, two digits after the point."""
    einddatum: date | None = field(default=None, metadata=says("einddatum"))
    mutatiedatum: date | None = field(default=None, metadata=says("ingangsdatum_mutatie"))
    personeelsnummer: str | None = field(default=None, metadata=says("personeelsnummer"))
    id_oud: str | None = field(default=None, metadata=says("identificatie_arbeidsrelatie_oud"))
    personeelsnummer_oud: str | None = field(default=None, metadata=says("personeelsnummer_oud"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "einddatum", "ingangsdatum")


@frozen(kw_only=True, repr=False)
class Kostenplaats(Domain):
    """A cost centre. Grade D: may be newer than 2017, so sent only where the coupling asks for it."""

    bindings = ("Kostenplaats",)

    code: str = field(metadata=says("kostenplaats_code"))
    naam: str = field(metadata=says("naam_kostenplaats"))
    onderdeel_van_code: str | None = field(default=None, metadata=says("onderdeel_van_kostenplaats_code"))
    onderdeel_van_naam: str | None = field(default=None, metadata=says("onderdeel_van_kostenplaats_naam"))
    ingangsdatum: date | None = field(default=None, metadata=says("ingangsdatum"))
    einddatum: date | None = field(default=None, metadata=says("einddatum"))
    mutatiedatum: date | None = field(default=None, metadata=says("ingangsdatum_mutatie"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "einddatum", "ingangsdatum")


@frozen(kw_only=True, repr=False)
class Dienstverband(Domain):
    """An employment: department, function and hours, and from when that combination holds.

    >>> Dienstverband(
    ...     id="D-1", ingangsdatum=date(2010, 4, 1), geldt_vanaf=date(2017, 1, 1),
    ...     afdeling_code="BAK", functie="Bakker", uren_per_week=36.0,
    ... )
    Traceback (most recent call last):
    sivi2017.errors.InvalidValue: Dienstverband.uren_per_week: must be a Decimal, is a float: \
write it as Decimal("36.50"), since a float is not exact
    """

    bindings = ("Dienstverband",)

    id: str = field(metadata=says("identificatie_dienstverband"))
    """The key of the employment, the same in both flows, at most 40 characters."""
    ingangsdatum: date = field(metadata=says("ingangsdatum"))
    """The first day of the employment."""
    geldt_vanaf: date = field(metadata=says("ingangsdatum_mutatie"))
    """The first day on which this combination of department, function and hours holds."""
    afdeling_code: str = field(metadata=says("organisatie_eenheid_code"))
    """At most 70 characters."""
    afdeling: str | None = field(default=None, metadata=says("naam_organisatie_eenheid"))
    """The name of the department."""
    hoofdafdeling_code: str | None = field(default=None, metadata=says("onderdeel_van_organisatie_eenheid_code"))
    """The department that this one is part of."""
    hoofdafdeling: str | None = field(default=None, metadata=says("onderdeel_van_organisatie_eenheid_naam"))
    functie: str | None = field(default=None, metadata=says("naam_functie"))
    """At most 35 characters."""
    functiecode: str | None = field(default=None, metadata=says("functiecode"))
    """At most 15 characters."""
    uren_per_week: Decimal | None = field(default=None, converter=whole, metadata=says("contracturen_per_week"))
    """Hours per week by contract, two digits after the point."""
    deeltijdfactor: Decimal | None = field(default=None, converter=whole, metadata=says("deeltijdfactor_nvs"))
    """As the coupling agreed: a share up to 1.00 or a percentage up to 100.00; two digits after the point."""
    einddatum: date | None = field(default=None, metadata=says("einddatum"))
    """The last day of the employment; with it the employee leaves."""
    reden_einde: RedenEindeDienstverband | None = field(default=None, metadata=says("reden_einde_dienstverband"))
    """The meanings of the codes are not known."""
    bepaalde_tijd: bool | None = field(default=None, metadata=says("bepaalde_of_onbepaalde_tijd"))
    """True for a fixed term, False for a permanent contract."""
    soort: SoortDienstverband | None = field(default=None, metadata=says("soort_dienstverband"))
    """The meanings of the codes are not known; 20 to 24 came after 2017."""
    fase: FaseIndelingFZ | None = field(default=None, metadata=says("fase_indeling_flexibiliteit_en_zekerheid"))
    """The phase of flexible work, as in the wage-tax register."""
    variabele_werktijden: SoortVariabeleWerktijden | None = field(default=None, metadata=says("soort_variabele_werktijden"))
    """The meanings of the codes are not known."""
    personeelsnummer: str | None = field(default=None, metadata=says("personeelsnummer"))
    """At most 35 characters."""
    contractnummer_arbodienst: str | None = field(default=None, metadata=says("contractnummer_bij_arbo_dienst"))
    standplaats_postcode: str | None = field(default=None, metadata=says("postcode_standplaats"))
    standplaats: str | None = field(default=None, metadata=says("omschrijving_standplaats"))
    """Sent only where the coupling asks for it."""
    verdeling_code: str | None = field(default=None, metadata=says("verdeling_code"))
    loonwachtdagen: int | None = field(default=None, metadata=says("aantal_loonwachtdagen"))
    """Days without pay at the start of an absence, below 1000."""
    loondoorbetaling: Decimal | None = field(default=None, converter=whole, metadata=says("percentage_loondoorbetaling"))
    """Percentage of the wage that is paid on, two digits after the point."""
    arbeidsrelatie: Arbeidsrelatie | None = field(default=None, metadata=says("arbeidsrelatie"))
    kostenplaatsen: tuple[Kostenplaats, ...] = field(default=(), converter=many, metadata=says("kostenplaats"))
    """At most nine; sent only where the coupling asks for them."""
    contactpersonen: tuple[Contactpersoon, ...] = field(default=(), converter=many, metadata=says("contactpersoon"))
    """At most nine."""
    id_oud: str | None = field(default=None, metadata=says("identificatie_dienstverband_oud"))
    """The key until now, when it changes."""
    personeelsnummer_oud: str | None = field(default=None, metadata=says("personeelsnummer_oud"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "einddatum", "ingangsdatum")
        yield from before(self, "geldt_vanaf", "ingangsdatum")
        if self.reden_einde is not None and self.einddatum is None:
            yield "reden_einde: given without an einddatum"
