"""Where somebody lives, works or is cared for, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from sivi2017.codes import SoortAdres, SoortCommunicatie, SoortVerpleegadres
from sivi2017.domain.base import Domain, says
from sivi2017.domain.dates import before
from sivi2017.domain.numbers import postcode_fault

__all__ = ["Adres", "BuitenlandsAdres", "Communicatie", "Postbusadres", "Verpleegadres"]


@frozen(kw_only=True, repr=False)
class Adres(Domain):
    """A street address in the Netherlands.

    >>> Adres(postcode="2801 AB", woonplaats="Gouda", huisnummer="12")
    Traceback (most recent call last):
    sivi2017.errors.InvalidValue: Adres.postcode: exactly 6 characters, has 7
    """

    bindings = ("StraatadresNederland", "StraatadresWerkgever")

    postcode: str = field(metadata=says("postcode", postcode_fault))
    """Four digits and two capitals, such as ``2801AB``."""
    woonplaats: str = field(metadata=says("woonplaatsnaam"))
    """At most 24 characters."""
    huisnummer: str = field(metadata=says("huisnummer"))
    """Digits only, as text: a leading zero is kept."""
    straat: str | None = field(default=None, metadata=says("straatnaam"))
    huisnummertoevoeging: str | None = field(default=None, metadata=says("huisnummertoevoeging"))
    """At most 4 characters, such as ``A`` or ``bis``."""
    soort: SoortAdres = field(default=SoortAdres.WOONADRES_OF_HOOFDADRES, metadata=says("soort_adres"))
    """A ``Werkgever`` takes the codes 01, 02, 03 and 05, a ``Werknemer`` 01, 02 and 04 (of which an absence message can say
    01 only)."""
    ingangsdatum: date | None = field(default=None, metadata=says("ingangsdatum"))
    einddatum: date | None = field(default=None, metadata=says("einddatum"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "einddatum", "ingangsdatum")


@frozen(kw_only=True, repr=False)
class BuitenlandsAdres(Domain):
    """A street address of an employee outside the Netherlands."""

    bindings = ("StraatadresBuitenland",)

    woonplaats: str = field(metadata=says("woonplaatsnaam_buitenland"))
    """At most 24 characters."""
    land_code: str = field(metadata=says("land_code"))
    """The ISO 3166 code of two capitals, such as ``BE``."""
    huisnummer: str = field(metadata=says("huisnummer_buitenland"))
    """At most 9 characters, with what is added to the number."""
    straat: str | None = field(default=None, metadata=says("straatnaam"))
    postcode: str | None = field(default=None, metadata=says("postcode_buitenland"))
    regio: str | None = field(default=None, metadata=says("regionaam_buitenland"))
    land: str | None = field(default=None, metadata=says("landnaam"))
    locatieomschrijving: str | None = field(default=None, metadata=says("locatieomschrijving_buitenland"))
    soort: SoortAdres = field(default=SoortAdres.WOONADRES_OF_HOOFDADRES, metadata=says("soort_adres"))
    """01, 02 or 04; an absence message can say 01 only."""
    ingangsdatum: date | None = field(default=None, metadata=says("ingangsdatum"))
    einddatum: date | None = field(default=None, metadata=says("einddatum"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "einddatum", "ingangsdatum")


@frozen(kw_only=True, repr=False)
class Postbusadres(Domain):
    """A post box of an employer. Grade D: may be newer than 2017, so sent only where the coupling asks for it."""

    bindings = ("PostbusadresNederland",)

    postcode: str = field(metadata=says("postcode", postcode_fault))
    woonplaats: str = field(metadata=says("woonplaatsnaam"))
    postbusnummer: str = field(metadata=says("postbusnummer"))
    """Digits only, as text: a leading zero is kept."""
    ingangsdatum: date | None = field(default=None, metadata=says("ingangsdatum"))
    einddatum: date | None = field(default=None, metadata=says("einddatum"))

    def faults(self) -> Iterator[str]:
        yield from before(self, "einddatum", "ingangsdatum")


@frozen(kw_only=True, repr=False)
class Verpleegadres(Domain):
    """Where somebody who is ill is cared for. It belongs to a case, and only absence messages carry it."""

    bindings = ("StraatadresNederland", "StraatadresBuitenland")

    adres: Adres | BuitenlandsAdres = field()
    """The address; its own kind is not sent, since the kind of a care address is fixed."""
    naam: str | None = field(default=None, metadata=says("naam_verpleegadres"))
    """What the place is called."""
    soort: SoortVerpleegadres | None = field(default=None, metadata=says("soort_verpleegadres"))
    """The meanings of the codes are not known."""


@frozen(kw_only=True, repr=False)
class Communicatie(Domain):
    """A telephone number, e-mail address or other way to reach somebody."""

    bindings = ("CommunicatieWerkgever", "CommunicatieWerknemer")

    soort: SoortCommunicatie = field(metadata=says("soort_communicatie"))
    """The kind. That 01 is a telephone and 04 e-mail is inferred; a coupling can say otherwise."""
    nummer_of_adres: str = field(metadata=says("nummer_of_adres"))
    """As it must be used; nothing is put into another form."""
