"""The employers of a company."""

from __future__ import annotations

from sivi2017.domain.adres import Adres
from sivi2017.domain.werkgever import Werkgever
from sivi2017.fakes import names
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.numbers import kvk_nummer, loonheffingennummer

__all__ = ["employer"]

_AFTER_EMPLOYEES = 1 << 31


def employer(seed: int, number: int) -> Werkgever:
    """An invented employer.

    :param number: from 0.
    """
    dice = Dice(seed, _AFTER_EMPLOYEES + number)
    rounds, index = divmod(number, len(names.BEDRIJVEN))
    woonplaats, area = dice.one(names.PLAATSEN)
    return Werkgever(
        naam=names.BEDRIJVEN[index] + (f" {rounds + 1}" if rounds else ""),
        id=f"WG-{number + 1:04}",
        aansluitnummer=f"AANSL-{number + 1:04}",
        loonheffingennummer=loonheffingennummer(seed, number),
        kvk_nummer=kvk_nummer(seed, number),
        adressen=(
            Adres(
                postcode=f"{area}{dice.whole(0, 99):02}VB",
                woonplaats=woonplaats,
                huisnummer=str(dice.whole(1, 99)),
                straat="Industrieweg",
            ),
        ),
    )
