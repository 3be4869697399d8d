"""The people of a company: invented, with names, addresses and ways to reach them that look like Dutch life."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import Any

from sivi2017.codes import Geslachtsaanduiding, Naamvoorkeur
from sivi2017.domain.adres import Adres, BuitenlandsAdres
from sivi2017.domain.werknemer import Partner, Werknemer
from sivi2017.fakes import names
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.frequencies import Frequencies
from sivi2017.fakes.numbers import burgerservicenummer
from sivi2017.koppeling.koppeling import Koppeling

__all__ = ["address", "born_before", "name_of_partner", "person"]

_LETTERS = "ABCDEFGHIJKLMNOPRSTVWZ"
_POSTCODE_LETTERS = "ABCDEFGHJKLMNPRTVWXZ"  # without S there is none of the three pairs that are not given out
_YEARS_OF_LIFE = (18, 66)


def person(
    dice: Dice, frequencies: Frequencies, *, koppeling: Koppeling, seed: int, number: int, year: int, bsn: bool
) -> Werknemer:
    """An employee as the year begins."""
    woman = dice.chance(0.5)
    roepnaam = dice.one(names.ROEPNAMEN if dice.chance(0.1) else names.ROEPNAMEN_VROUWEN if woman else names.ROEPNAMEN_MANNEN)
    achternaam, voorvoegsels = dice.one(names.NAMEN)
    initials = "".join(dice.one(_LETTERS) for _ in range(dice.row(((0.4, 0), (0.4, 1), (0.2, 2)))[1]))
    share = frequencies.uses_name_of_partner * (1 if woman else 0.1)
    more: dict[str, Any] = name_of_partner(dice) if dice.chance(share) else {}
    more |= address(dice, frequencies)
    if bsn:
        more["burgerservicenummer"] = burgerservicenummer(seed, number)
    return Werknemer(
        id=f"W-{number:07}",
        achternaam=achternaam,
        voorvoegsels=voorvoegsels,
        voorletters=roepnaam[0] + initials,
        roepnaam=roepnaam,
        geboortedatum=_born(dice, year),
        geslacht=Geslachtsaanduiding.VROUW if woman else Geslachtsaanduiding.MAN,
        communicatie=_ways_to_reach(koppeling, f"{roepnaam}.{achternaam}", number),
        **more,
    )


def born_before(werknemer: Werknemer) -> date:
    """The first day on which an employee may work."""
    return werknemer.geboortedatum + timedelta(days=366 * _YEARS_OF_LIFE[0])


def address(dice: Dice, frequencies: Frequencies, since: date | None = None) -> dict[str, tuple[Any, ...]]:
    """Where somebody lives: the fields of a ``Werknemer``."""
    huisnummer = str(dice.whole(1, 180))
    if dice.chance(frequencies.lives_abroad):
        land_code, land, woonplaats, postcode = dice.one(names.BUITENLAND)
        elsewhere = BuitenlandsAdres(
            woonplaats=woonplaats,
            land_code=land_code,
            land=land,
            huisnummer=huisnummer,
            straat=dice.one(names.STRATEN_ELDERS),
            postcode=postcode,
            ingangsdatum=since,
        )
        return {"adressen": (), "buitenlandse_adressen": (elsewhere,)}
    woonplaats, area = dice.one(names.PLAATSEN)
    letters = dice.one(_POSTCODE_LETTERS) + dice.one(_POSTCODE_LETTERS)
    here = Adres(
        postcode=f"{area}{dice.whole(0, 99):02}{letters}",
        woonplaats=woonplaats,
        huisnummer=huisnummer,
        huisnummertoevoeging=dice.one(("A", "B", "bis", "hs")) if dice.chance(0.08) else None,
        straat=dice.one(names.STRATEN),
        ingangsdatum=since,
    )
    return {"adressen": (here,), "buitenlandse_adressen": ()}


def name_of_partner(dice: Dice) -> dict[str, Any]:
    """The name of a partner, and how it is used: fields of a ``Werknemer``."""
    achternaam, voorvoegsels = dice.one(names.NAMEN)
    naamvoorkeur = dice.row(
        (
            (0.5, Naamvoorkeur.NAAM_PARTNER_GEVOLGD_DOOR_EIGEN_NAAM),
            (0.3, Naamvoorkeur.NAAM_PARTNER),
            (0.2, Naamvoorkeur.EIGEN_NAAM_GEVOLGD_DOOR_NAAM_PARTNER),
        )
    )[1]
    return {"partner": Partner(achternaam=achternaam, voorvoegsels=voorvoegsels), "naamvoorkeur": naamvoorkeur}


def _born(dice: Dice, year: int) -> date:
    youngest, oldest = _YEARS_OF_LIFE
    return date(year - dice.whole(youngest + 1, oldest), 1, 1) + timedelta(days=dice.whole(0, 364))


def _ways_to_reach(koppeling: Koppeling, name: str, number: int) -> tuple[Any, ...]:
    """A telephone number and an e-mail address, as far as the coupling has codes for them."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    telephone = f"0100{number % 1_000_000:06}"  # no number of a subscriber begins with a zero after the area
    ways = {"telefoon": telephone, "email": f"{plain.replace(' ', '')}.{number}@example.com"}
    return koppeling.communicatie(**{kind: way for kind, way in ways.items() if kind in koppeling.soorten_communicatie})
