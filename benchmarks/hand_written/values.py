"""The values of a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

__all__ = [
    "NAMESPACE",
    "Adres",
    "Arbeidsrelatie",
    "Bericht",
    "BuitenlandsAdres",
    "Communicatie",
    "Contactpersoon",
    "Dienstverband",
    "Kop",
    "Partner",
    "Werkgever",
    "Werknemer",
]

NAMESPACE = "http://www.sivi.org/Verzuimmanagement/WerknemerGegevens/2017"


@dataclass(slots=True)
class Kop:
    code: str
    versie: str
    datum: date
    tijd: time
    inzender: str
    ontvanger: str
    referentie: str
    test: bool
    bevestiging: bool


@dataclass(slots=True)
class Adres:
    soort: str
    ingangsdatum: date | None
    postcode: str
    plaats: str
    straat: str | None
    huisnummer: str
    toevoeging: str | None


@dataclass(slots=True)
class BuitenlandsAdres:
    soort: str
    postcode: str | None
    plaats: str
    landcode: str
    land: str | None
    straat: str | None
    huisnummer: str


@dataclass(slots=True)
class Communicatie:
    soort: str
    adres: str


@dataclass(slots=True)
class Contactpersoon:
    achternaam: str
    voorletters: str | None
    geslacht: str | None
    rol: str
    communicatie: list[Communicatie]


@dataclass(slots=True)
class Arbeidsrelatie:
    verwerking: str | None
    id: str
    personeelsnummer: str | None
    ingangsdatum: date
    uren: Decimal


@dataclass(slots=True)
class Dienstverband:
    verwerking: str | None
    geldt_vanaf: date | None
    id: str
    ingangsdatum: date
    einddatum: date | None
    reden_einde: str | None
    personeelsnummer: str | None
    contractnummer: str | None
    soort: str | None
    functiecode: str | None
    functie: str | None
    afdeling: str | None
    afdelingscode: str
    onderdeelcode: str | None
    onderdeel: str | None
    standplaats: str | None
    verdeling: str | None
    bepaalde_tijd: str | None
    uren: Decimal | None
    deeltijdfactor: Decimal | None
    loonwachtdagen: int | None
    loondoorbetaling: Decimal | None
    arbeidsrelatie: Arbeidsrelatie | None
    contactpersonen: list[Contactpersoon]


@dataclass(slots=True)
class Partner:
    verwerking: str | None
    achternaam: str


@dataclass(slots=True)
class Werknemer:
    verwerking: str | None
    geldt_vanaf: date | None
    geboortedatum: date
    achternaam: str
    voorletters: str
    voorvoegsels: str | None
    roepnaam: str | None
    naamvoorkeur: str
    geslacht: str
    id: str
    partner: Partner | None
    adressen: list[Adres]
    buitenlandse_adressen: list[BuitenlandsAdres]
    communicatie: list[Communicatie]
    dienstverbanden: list[Dienstverband]


@dataclass(slots=True)
class Werkgever:
    naam: str
    kvk_nummer: str | None
    vestigingsnummer: str | None
    id: str
    aansluitnummer: str
    loonheffingennummer: str | None
    adressen: list[Adres]
    contactpersonen: list[Contactpersoon]
    werknemers: list[Werknemer]


@dataclass(slots=True)
class Bericht:
    kop: Kop
    werkgevers: list[Werkgever]
