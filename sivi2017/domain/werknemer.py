"""The employee."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from sivi2017.codes import Geslachtsaanduiding, Naamvoorkeur, NiveauOpleiding, SoortAdres
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie
from sivi2017.domain.base import Domain, many, says
from sivi2017.domain.codes_of import kind_faults
from sivi2017.domain.dates import before
from sivi2017.domain.numbers import bsn_fault, iban_fault

__all__ = ["Bankrekening", "Partner", "Werknemer"]


@frozen(kw_only=True, repr=False)
class Partner(Domain):
    """The partner whose name an employee may carry."""

    bindings = ("Partner",)

    achternaam: str = field(metadata=says("significant_deel_van_de_achternaam"))
    """Without the prefix."""
    voorvoegsels: str | None = field(default=None, metadata=says("voorvoegsels"))
    """At most 10 characters, no digits."""


@frozen(kw_only=True, repr=False)
class Bankrekening(Domain):
    """A bank account. Sensitive, and grade D: sent only where the coupling asks for it."""

    bindings = ("Bankrekening",)

    iban: str | None = field(default=None, metadata=says("iban", iban_fault))
    """Without blanks."""
    bic: str | None = field(default=None, metadata=says("bic"))
    """At most 11 characters."""


@frozen(kw_only=True, repr=False)
class Werknemer(Domain):
    """An employee, with current name, address and contact data.

    >>> Werknemer(
    ...     id="W-1", achternaam="Jansen", voorletters="ABCDEFGHI", geboortedatum=date(1980, 5, 17),
    ...     geslacht=Geslachtsaanduiding.VROUW,
    ... )
    Traceback (most recent call last):
    sivi2017.errors.InvalidValue: Werknemer.voorletters: at most 6 characters, has 9
    """

    bindings = ("Werknemer",)

    id: str = field(metadata=says("identificatie_werknemer"))
    """The koppelsleutel: the same in both flows and for ever, at most 40 characters. What prevents that somebody is there
    twice; never a BSN."""
    achternaam: str = field(metadata=says("significant_deel_van_de_achternaam"))
    """Without the prefix, at most 200 characters."""
    voorletters: str = field(metadata=says("voorletters"))
    """At most 6 characters, no digits."""
    geboortedatum: date = field(metadata=says("geboortedatum"))
    geslacht: Geslachtsaanduiding = field(metadata=says("geslachtsaanduiding"))
    """``ONBEKEND`` came after 2017, and gives a warning."""
    voorvoegsels: str | None = field(default=None, metadata=says("voorvoegsels"))
    """At most 10 characters, no digits."""
    roepnaam: str | None = field(default=None, metadata=says("roepnaam"))
    titel_voor: str | None = field(default=None, metadata=says("titulatuur_voor_de_naam"))
    titel_achter: str | None = field(default=None, metadata=says("titulatuur_achter_de_naam"))
    naamvoorkeur: Naamvoorkeur = field(default=Naamvoorkeur.EIGEN_NAAM, metadata=says("naamvoorkeur"))
    """Every other preference needs a ``partner``."""
    partner: Partner | None = field(default=None, metadata=says("partner"))
    adressen: tuple[Adres, ...] = field(default=(), converter=many, metadata=says("straatadres_nederland"))
    """Addresses in the Netherlands, at most nine."""
    buitenlandse_adressen: tuple[BuitenlandsAdres, ...] = field(
        default=(), converter=many, metadata=says("straatadres_buitenland")
    )
    """Addresses elsewhere, at most nine."""
    communicatie: tuple[Communicatie, ...] = field(default=(), converter=many, metadata=says("communicatie"))
    """At most nine."""
    overlijdensdatum: date | None = field(default=None, metadata=says("overlijdensdatum"))
    mutatiedatum: date | None = field(default=None, metadata=says("ingangsdatum_mutatie"))
    """From when what is said of the employee holds."""
    id_oud: str | None = field(default=None, metadata=says("identificatie_werknemer_oud"))
    """The koppelsleutel until now, when it changes."""
    burgerservicenummer: str | None = field(default=None, metadata=says("burgerservicenummer", bsn_fault))
    """Nine digits, as text; sent only where the coupling asks for it."""
    niveau_opleiding: NiveauOpleiding | None = field(default=None, metadata=says("niveau_opleiding"))
    """Sent only where the coupling asks for it; the meanings of the codes are not known."""
    bankrekening: Bankrekening | None = field(default=None, metadata=says("bankrekening"))
    """Sent only where the coupling asks for it."""

    def faults(self) -> Iterator[str]:
        yield from kind_faults(self, "adressen", "StraatadresNederland")
        yield from kind_faults(self, "buitenlandse_adressen", "StraatadresBuitenland")
        yield from before(self, "overlijdensdatum", "geboortedatum")
        for name in ("adressen", "buitenlandse_adressen"):
            if any(adres.soort is SoortAdres.VERPLEEGADRES for adres in getattr(self, name)):
                yield f"{name}: a care address belongs to the Verzuimgeval"
        if self.id == self.burgerservicenummer:
            yield "id: must not be the burgerservicenummer"
        if self.naamvoorkeur is not Naamvoorkeur.EIGEN_NAAM and self.partner is None:
            yield "naamvoorkeur: one with the partner's name needs a partner"
