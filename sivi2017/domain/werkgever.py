"""The employer, and who may be spoken to there."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from sivi2017.codes import Geslachtsaanduiding, RolContactpersoon
from sivi2017.domain.adres import Adres, Communicatie, Postbusadres
from sivi2017.domain.base import Domain, many, says
from sivi2017.domain.codes_of import kind_faults

__all__ = ["Administratiekantoor", "Contactpersoon", "Werkgever"]


@frozen(kw_only=True, repr=False)
class Administratiekantoor(Domain):
    """An accounting office that delivers for the employer."""

    bindings = ("Administratiekantoor",)

    naam: str = field(metadata=says("handelsnaam_organisatie"))
    """At most 100 characters."""
    kvk_nummer: str | None = field(default=None, metadata=says("inschrijvingsnummer_kamer_van_koophandel"))
    """Eight digits, as text."""
    vestigingsnummer: str | None = field(default=None, metadata=says("vestigingsnummer"))
    """Twelve digits, as text."""


@frozen(kw_only=True, repr=False)
class Contactpersoon(Domain):
    """Somebody at the employer who may be spoken to, about the employer, an employment or an absence."""

    bindings = ("Contactpersoon",)

    achternaam: str = field(metadata=says("achternaam"))
    rol: RolContactpersoon = field(metadata=says("rol_contactpersoon"))
    """The meanings of the codes are not known."""
    communicatie: tuple[Communicatie, ...] = field(converter=many, metadata=says("communicatie"))
    """From one to nine ways to reach this person."""
    voorletters: str | None = field(default=None, metadata=says("voorletters"))
    """At most 6 characters, no digits."""
    roepnaam: str | None = field(default=None, metadata=says("roepnaam"))
    geslacht: Geslachtsaanduiding | None = field(default=None, metadata=says("geslachtsaanduiding"))
    werknemer_id: str | None = field(default=None, metadata=says("identificatie_werknemer"))
    personeelsnummer: str | None = field(default=None, metadata=says("personeelsnummer"))

    def faults(self) -> Iterator[str]:
        yield from kind_faults(self, "communicatie", "CommunicatieWerkgever")


@frozen(kw_only=True, repr=False)
class Werkgever(Domain):
    """An employer, as the occupational health service knows it."""

    bindings = ("Werkgever",)

    naam: str = field(metadata=says("handelsnaam_organisatie"))
    """The trade name, at most 100 characters."""
    id: str = field(metadata=says("identificatie_werkgever_bij_arbodienst"))
    """The key under which the health service knows the employer."""
    aansluitnummer: str = field(metadata=says("aansluitnummer_gegevensuitwisseling_arbodienst"))
    """The number under which the health service exchanges data with the employer."""
    loonheffingennummer: str | None = field(default=None, metadata=says("loonheffingennummer"))
    """Nine digits, L and two digits; expected in werknemermutaties."""
    kvk_nummer: str | None = field(default=None, metadata=says("inschrijvingsnummer_kamer_van_koophandel"))
    """Eight digits, as text."""
    vestigingsnummer: str | None = field(default=None, metadata=says("vestigingsnummer"))
    """Twelve digits, as text."""
    id_bij_uwv: str | None = field(default=None, metadata=says("identificatie_werkgever_bij_uwv"))
    eigenrisicodrager_wga: bool | None = field(default=None, metadata=says("indicatie_eigenrisicodrager_voor_de_wga"))
    """Only absence messages carry it."""
    eigenrisicodrager_zw: bool | None = field(default=None, metadata=says("indicatie_eigenrisicodrager_voor_de_zw"))
    """Only absence messages carry it."""
    adressen: tuple[Adres, ...] = field(default=(), converter=many, metadata=says("straatadres_nederland"))
    """At most nine."""
    postbusadressen: tuple[Postbusadres, ...] = field(default=(), converter=many, metadata=says("postbusadres_nederland"))
    """At most nine; sent only where the coupling asks for them."""
    communicatie: tuple[Communicatie, ...] = field(default=(), converter=many, metadata=says("communicatie"))
    """At most nine."""
    contactpersonen: tuple[Contactpersoon, ...] = field(default=(), converter=many, metadata=says("contactpersoon"))
    """At most nine."""

    def faults(self) -> Iterator[str]:
        yield from kind_faults(self, "adressen", "StraatadresWerkgever")
        yield from kind_faults(self, "communicatie", "CommunicatieWerkgever")
