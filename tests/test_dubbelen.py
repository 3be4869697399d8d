"""Who may be there twice, and who may be invited."""

from __future__ import annotations

from datetime import date

import pytest
from receiving_messages import GEVAL, KOPPELING, Zender, dienstverband, werknemer

from sivi2017 import Koppeling, codes
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.werknemer import Partner, Werknemer
from sivi2017.receiving import Administratie, RedenNiet

BSN, OTHER_BSN = "012345672", "123456782"
PARTNER = Partner(achternaam="De Vries")


def doubles(*people: Werknemer) -> list[tuple[str, ...]]:
    zender = Zender()
    administratie, _ = Administratie().receive_all(zender.gegevens(who) for who in people)
    found = administratie.vermoedelijke_dubbelen()
    assert all((item.een.sleutel, item.ander.sleutel) == ("W-1", "W-2") for item in found)
    return [item.redenen for item in found]


class TestDoubles:
    """What one koppelsleutel in both flows prevents."""

    @pytest.mark.parametrize(
        ("other", "reasons"),
        [
            ({}, ("same date of birth", "same name", "initials that begin alike")),
            ({"achternaam": "JANSEN"}, ("same date of birth", "same name", "initials that begin alike")),
            ({"achternaam": "Jánsen"}, ("same date of birth", "same name", "initials that begin alike")),
            ({"voorletters": "A.C."}, ("same date of birth", "same name", "initials that begin alike")),
            (
                {"achternaam": "De Vries", "partner": Partner(achternaam="Jansen")},
                ("same date of birth", "same name", "initials that begin alike"),
            ),
        ],
    )
    def test_the_same_birth_and_name(self, other: dict[str, object], reasons: tuple[str, ...]) -> None:
        assert doubles(werknemer(), werknemer("W-2", **other)) == [("same employer", *reasons)]

    @pytest.mark.parametrize(
        "other",
        [
            {"achternaam": "De Vries"},
            {"geboortedatum": date(1980, 5, 18)},
            {"voorletters": "C"},
        ],
    )
    def test_others_are_not(self, other: dict[str, object]) -> None:
        assert doubles(werknemer(), werknemer("W-2", **other)) == []

    def test_the_same_bsn_is_enough(self) -> None:
        one = werknemer(burgerservicenummer=BSN)
        other = werknemer(
            "W-2", burgerservicenummer=BSN, achternaam="De Vries", voorletters="C", geboortedatum=date(1970, 1, 1)
        )
        assert doubles(one, other) == [("same employer", "same burgerservicenummer")]

    def test_two_bsns_that_differ_are_two_people(self) -> None:
        assert doubles(werknemer(burgerservicenummer=BSN), werknemer("W-2", burgerservicenummer=OTHER_BSN)) == []
        assert len(doubles(werknemer(burgerservicenummer=BSN), werknemer("W-2"))) == 1

    def test_only_of_one_employer(self) -> None:
        zender = Zender()
        administratie, _ = Administratie().receive_all([zender.gegevens(), zender.gegevens(werknemer("W-2"), bij="WG-2")])
        assert administratie.vermoedelijke_dubbelen() == ()

    def test_who_was_taken_back_or_has_no_name_is_not_compared(self) -> None:
        zender = Zender()
        messages = [
            zender.gegevens(),
            zender.gegevens(werknemer("W-2"), mutatie=Mutatie.INTREKKING),
            zender.zonder_naam(werknemer("W-3")),
        ]
        administratie, _ = Administratie().receive_all(messages)
        assert administratie.vermoedelijke_dubbelen() == ()

    def test_nothing_of_a_person_is_shown(self) -> None:
        zender = Zender()
        administratie, _ = Administratie().receive_all([zender.gegevens(), zender.gegevens(werknemer("W-2"))])
        assert repr(administratie.vermoedelijke_dubbelen()) == (
            "(<VermoedelijkDubbel: same employer, same date of birth, same name, initials that begin alike>,)"
        )


class TestInvitations:
    """The Datakluis must be on, and the employee in service."""

    ON = KOPPELING.met(datakluis=["WG-1"])

    def told(self, *messages: object, koppeling: Koppeling | None = ON) -> list[RedenNiet | None]:
        administratie, _ = Administratie(koppeling).receive_all(messages)  # type: ignore[arg-type]  # messages they are
        found = administratie.oproepbaar(date(2017, 4, 1))
        assert [item.mag for item in found] == [item.reden is None for item in found]
        assert "W-1" not in repr(found)
        return [item.reden for item in found]

    def test_with_or_without_absence(self) -> None:
        zender = Zender()
        assert self.told(zender.gegevens(), zender.verzuim(GEVAL, werknemer("W-2"))) == [None, None]

    def test_where_the_datakluis_is_off(self) -> None:
        zender = Zender()
        assert self.told(zender.gegevens(), zender.gegevens(bij="WG-2")) == [None, RedenNiet.DATAKLUIS_UIT]
        assert self.told(zender.gegevens(), koppeling=None) == [RedenNiet.DATAKLUIS_UIT]

    @pytest.mark.parametrize(
        ("first", "last", "reason"),
        [
            (date(2010, 4, 1), date(2017, 3, 31), RedenNiet.NIET_IN_DIENST),
            (date(2010, 4, 1), date(2017, 4, 1), None),
            (date(2017, 4, 1), None, None),
            (date(2017, 4, 2), None, RedenNiet.NIET_IN_DIENST),
        ],
    )
    def test_in_service_on_the_day(self, first: date, last: date | None, reason: RedenNiet | None) -> None:
        employment = dienstverband(ingangsdatum=first, geldt_vanaf=first, einddatum=last)
        assert self.told(Zender().gegevens(waar=[employment])) == [reason]

    def test_other_reasons(self) -> None:
        assert self.told(Zender().gegevens(mutatie=Mutatie.INTREKKING)) == [RedenNiet.INGETROKKEN]
        assert self.told(Zender().zonder_naam()) == [RedenNiet.GEEN_NAAM]
        died = werknemer(overlijdensdatum=date(2017, 4, 1), geslacht=codes.Geslachtsaanduiding.MAN)
        assert self.told(Zender().gegevens(died)) == [RedenNiet.OVERLEDEN]
        assert self.told(Zender().gegevens(werknemer(overlijdensdatum=date(2017, 4, 2)))) == [None]
