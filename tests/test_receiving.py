"""The receiving side: what stands after messages, in whatever order they came."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from attrs import evolve
from conftest import RETOUR, VERZUIM, WERKNEMER, changed
from hypothesis import given, settings
from hypothesis import strategies as st
from receiving_messages import GEVAL, KOPPELING, Zender, dienstverband, werkgever, werknemer

import sivi2017
from sivi2017 import Dienstverband, InvalidMessage, InvalidValue, Verzuimgeval, bindings, codes, testing
from sivi2017.domain.adres import Adres, Verpleegadres
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimstatus
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.fakes import Company
from sivi2017.receiving import Administratie, Gevolg, SoortGevolg, Werknemerstand, verloop

HALF = GEVAL.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
HERSTELD = HALF.hersteldmelding(per=date(2017, 3, 20))


def taken_in(*messages: bindings.Message, **options: Any) -> Administratie:
    return Administratie(**options).receive_all(messages)[0]


def only(administratie: Administratie) -> Werknemerstand:
    (stand,) = administratie.werknemers
    return stand


def kinds(gevolgen: tuple[Gevolg, ...]) -> list[SoortGevolg]:
    return [gevolg.soort for gevolg in gevolgen]


def signals(administratie: Administratie) -> list[str]:
    return [signal.id for signal in administratie.signalen]


class TestEmployee:
    def test_both_flows_land_on_one_employee(self) -> None:
        zender = Zender()
        stand = only(taken_in(zender.gegevens(), zender.verzuim(GEVAL)))
        assert (stand.sleutel, stand.werknemer, stand.werkgever) == ("W-1", werknemer(), werkgever())
        assert [item.geval.id for item in stand.gevallen] == ["VG-1"]
        assert [item.dienstverband for item in stand.dienstverbanden] == [dienstverband()]
        assert [bericht.soort for bericht in stand.berichten] == ["WerknemerGegevens", "Verzuimmeldingen"]

    def test_an_employee_known_from_absence_alone(self) -> None:
        stand = only(taken_in(Zender().verzuim(GEVAL)))
        assert stand.werknemer == werknemer()
        assert stand.open_gevallen == stand.gevallen

    def test_what_was_made_last_holds_in_whatever_order_it_came(self) -> None:
        zender = Zender()
        first, second = zender.gegevens(), zender.gegevens(werknemer(achternaam="De Vries"))
        for messages in ([first, second], [second, first]):
            stand = only(taken_in(*messages))
            assert stand.werknemer == werknemer(achternaam="De Vries")
            assert [versie.werknemer.achternaam for versie in stand.geschiedenis] == ["Jansen", "De Vries"]
            assert [str(versie.vanaf) for versie in stand.geschiedenis] == ["2017-03-06 09:00:00", "2017-03-06 09:01:00"]

    def test_a_change_of_key_takes_everything_along(self) -> None:
        zender = Zender()
        messages = [
            zender.verzuim(GEVAL),
            zender.gegevens(werknemer("W-2", id_oud="W-1")),
            zender.verzuim(HALF, werknemer("W-2")),
            zender.gegevens(werknemer("W-3", id_oud="W-2")),
        ]
        for order in (messages, messages[::-1]):
            administratie = taken_in(*order)
            stand = only(administratie)
            assert (stand.sleutel, stand.oude_sleutels) == ("W-3", ("W-1", "W-2"))
            assert stand.gevallen[0].geval == HALF
            assert {administratie.werknemer("WG-1", key) for key in ("W-1", "W-2", "W-3")} == {stand}
            assert signals(administratie) == []

    def test_a_key_that_was_given_up_and_is_used_again_is_told(self) -> None:
        zender = Zender()
        administratie = taken_in(zender.gegevens(werknemer("W-2", id_oud="W-1")), zender.verzuim(GEVAL, werknemer("W-1")))
        assert only(administratie).sleutel == "W-2"
        assert signals(administratie) == ["ADM-OLD-KEY"]

    def test_the_same_key_with_another_employer_is_another_employee(self) -> None:
        zender = Zender()
        administratie = taken_in(zender.gegevens(), zender.gegevens(bij="WG-2"))
        assert [stand.werkgever.id for stand in administratie.werknemers] == ["WG-1", "WG-2"]

    def test_an_employee_that_is_taken_back_leaves_a_trace(self) -> None:
        zender = Zender()
        stand = only(taken_in(zender.gegevens(), zender.gegevens(mutatie=Mutatie.INTREKKING)))
        assert stand.is_ingetrokken
        assert not stand.is_in_dienst(date(2017, 3, 6))
        assert stand.werknemer == werknemer()

    def test_a_message_without_names_tells_of_employments(self) -> None:
        zender = Zender()
        stand = only(taken_in(zender.zonder_naam()))
        assert stand.werknemer is None
        assert stand.geschiedenis == ()
        assert [item.dienstverband.id for item in stand.dienstverbanden] == ["D-1"]
        named = only(taken_in(zender.gegevens(), zender.zonder_naam()))
        assert named.werknemer == werknemer()

    def test_a_bsn_without_its_leading_zero_gets_it_back(self) -> None:
        message = sivi2017.read(changed(WERKNEMER, (">012345672<", ">12345672<")))
        stand = only(taken_in(message))
        assert stand.werknemer is not None
        assert stand.werknemer.burgerservicenummer == "012345672"

    def test_several_employees_in_a_message(self) -> None:
        data = (sivi2017.read(text.encode()) for text in (VERZUIM, WERKNEMER))
        administratie, gevolgen = Administratie().receive_all(data)
        assert len(administratie.werknemers) == 1
        assert SoortGevolg.NIEUWE_WERKNEMER in kinds(gevolgen)


class TestAddresses:
    """An absence message has no place for a postal address: the one that the other flow told of is still there."""

    HOME = Adres(postcode="1234AB", woonplaats="Voorbeeldstad", huisnummer="1")
    OTHER_HOME = Adres(postcode="1234AB", woonplaats="Voorbeeldstad", huisnummer="2")
    POSTAL = Adres(postcode="1234AB", woonplaats="Voorbeeldstad", huisnummer="3", soort=codes.SoortAdres.of("02"))

    @pytest.mark.parametrize(
        ("told", "in_absence", "known"),
        [
            ((POSTAL, HOME), (HOME,), (POSTAL, HOME)),
            ((HOME, POSTAL), (OTHER_HOME,), (OTHER_HOME, POSTAL)),
            ((HOME, POSTAL), (), (POSTAL,)),
            ((HOME,), (OTHER_HOME,), (OTHER_HOME,)),
            ((POSTAL,) * 8, (HOME, OTHER_HOME), (HOME, OTHER_HOME)),  # more than nine: no message can have told of them
        ],
    )
    def test_after_an_absence_message(
        self, told: tuple[Adres, ...], in_absence: tuple[Adres, ...], known: tuple[Adres, ...]
    ) -> None:
        zender = Zender()
        messages = [zender.gegevens(werknemer(adressen=told)), zender.verzuim(GEVAL, werknemer(adressen=in_absence))]
        stand = only(taken_in(*messages))
        assert stand.werknemer == werknemer(adressen=known)

    def test_the_other_flow_tells_of_all(self) -> None:
        zender = Zender()
        stand = only(taken_in(zender.gegevens(werknemer(adressen=[self.POSTAL])), zender.gegevens()))
        assert stand.werknemer == werknemer()


class TestEmployment:
    def test_a_departure_closes_the_employment(self) -> None:
        zender = Zender()
        stand = only(taken_in(zender.verzuim(GEVAL), zender.gegevens(waar=[dienstverband(einddatum=date(2017, 4, 30))])))
        (employment,) = stand.dienstverbanden
        assert [employment.is_in_dienst(day) for day in (date(2010, 3, 31), date(2017, 4, 30), date(2017, 5, 1))] == [
            False,
            True,
            False,
        ]

    def test_what_held_from_when(self) -> None:
        zender = Zender()
        moved = dienstverband(geldt_vanaf=date(2017, 6, 1), afdeling_code="WINKEL")
        (employment,) = only(taken_in(zender.gegevens(), zender.gegevens(waar=[moved]))).dienstverbanden
        assert [item.afdeling_code for item in employment.versies] == ["BAK", "WINKEL"]
        held = [employment.op(day) for day in (date(2016, 1, 1), date(2017, 5, 31), date(2017, 6, 1), date(2009, 1, 1))]
        assert [item.afdeling_code if item else None for item in held] == ["BAK", "BAK", "WINKEL", None]
        assert employment.dienstverband == moved

    def test_a_correctie_takes_the_place_of_what_was_told_before(self) -> None:
        zender = Zender()
        right = dienstverband(geldt_vanaf=date(2017, 7, 1), afdeling_code="WINKEL")
        wrong = dienstverband(geldt_vanaf=date(2017, 6, 1), afdeling_code="WINKEL")
        messages = [zender.gegevens(), zender.gegevens(waar=[wrong]), zender.gegevens(waar=[right], mutatie=Mutatie.CORRECTIE)]
        (employment,) = only(taken_in(*messages)).dienstverbanden
        assert [item.geldt_vanaf for item in employment.versies] == [date(2017, 1, 1), date(2017, 7, 1)]

    def test_a_first_message_may_be_a_correctie(self) -> None:
        (employment,) = only(taken_in(Zender().gegevens(mutatie=Mutatie.CORRECTIE))).dienstverbanden
        assert employment.versies == (dienstverband(),)

    def test_another_key(self) -> None:
        zender = Zender()
        messages = [zender.verzuim(GEVAL), zender.gegevens(waar=[dienstverband("D-2", id_oud="D-1")])]
        (employment,) = only(taken_in(*messages)).dienstverbanden
        assert (employment.dienstverband.id, employment.oude_sleutels) == ("D-2", ("D-1",))
        assert [item.dienstverband_id for item in employment.gevallen] == ["D-2"]

    def test_an_employment_that_is_taken_back(self) -> None:
        zender = Zender()
        two = [dienstverband(), dienstverband("D-2")]
        messages = [zender.gegevens(waar=two), zender.gegevens(waar=two, mutaties={"D-2": Mutatie.INTREKKING})]
        stand = only(taken_in(*messages))
        assert [item.is_ingetrokken for item in stand.dienstverbanden] == [False, True]
        assert stand.dienstverbanden[1].op(date(2017, 3, 6)) is None

    def test_a_correctie_of_an_older_version_leaves_the_newer_one(self) -> None:
        zender = Zender()
        june, right = dienstverband(geldt_vanaf=date(2017, 6, 1), afdeling_code="WINKEL"), dienstverband(afdeling_code="OVEN")
        messages = [zender.gegevens(), zender.gegevens(waar=[june]), zender.gegevens(waar=[right], mutatie=Mutatie.CORRECTIE)]
        (employment,) = only(taken_in(*messages)).dienstverbanden
        assert [item.afdeling_code for item in employment.versies] == ["OVEN", "WINKEL"]

    def test_told_under_its_old_key(self) -> None:
        zender = Zender()
        messages = [zender.gegevens(waar=[dienstverband("D-2", id_oud="D-1")]), zender.verzuim(GEVAL)]
        (employment,) = only(taken_in(*messages)).dienstverbanden
        assert (employment.dienstverband.id, employment.oude_sleutels) == ("D-2", ("D-1",))

    def test_a_death_in_a_message_without_names(self) -> None:
        stand = only(taken_in(Zender().zonder_naam(werknemer(overlijdensdatum=date(2017, 3, 1)))))
        assert (stand.werknemer, stand.overlijdensdatum) == (None, date(2017, 3, 1))
        zoned: Any = Zender().zonder_naam(werknemer(overlijdensdatum=date(2017, 3, 1)))
        employee = zoned.werkgever[0].werknemer[0]
        employee.overlijdensdatum = type(employee.overlijdensdatum).from_string("2017-03-01Z")
        administratie = taken_in(zoned)
        assert (only(administratie).overlijdensdatum, signals(administratie)) == (None, ["ADM-UNREADABLE"])

    @pytest.mark.parametrize(
        ("later", "versions"),
        [
            (dienstverband(), [("BAK", "2017-01-01")]),
            (dienstverband(afdeling_code="WINKEL"), [("BAK", "2017-01-01"), ("WINKEL", "2017-03-06")]),
        ],
    )
    def test_without_a_date_where_something_was_known(self, later: Dienstverband, versions: list[tuple[str, str]]) -> None:
        """The same goes on; something else is taken to hold from the day of the message."""
        zender = Zender()
        dated, undated = zender.gegevens(), zender.gegevens(waar=[later])
        parts: Any = undated
        parts.werkgever[0].werknemer[0].dienstverband[0].ingangsdatum_mutatie = None
        administratie = taken_in(dated, undated)
        (employment,) = only(administratie).dienstverbanden
        assert [(item.afdeling_code, str(item.geldt_vanaf)) for item in employment.versies] == versions
        assert signals(administratie) == ["ADM-NO-DATE"]

    def test_without_a_date_from_which_it_holds(self) -> None:
        assert "<IngdatMut>" not in WERKNEMER
        administratie = taken_in(sivi2017.read(WERKNEMER.encode()))
        (employment,) = only(administratie).dienstverbanden
        assert employment.dienstverband.geldt_vanaf == employment.dienstverband.ingangsdatum
        assert "ADM-NO-DATE" in signals(administratie)


class TestCases:
    def test_the_reports_of_a_case_in_any_order(self) -> None:
        messages = Zender().verzuimen(HERSTELD)
        for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0, 1]):
            (case,) = only(taken_in(*(messages[index] for index in order))).gevallen
            assert case.geval == HERSTELD
            assert case.geval.status is Verzuimstatus.HERSTELD
            assert not case.is_open

    def test_a_report_whose_predecessor_is_missing_waits(self) -> None:
        first, _, third = Zender().verzuimen(HERSTELD)
        administratie = taken_in(first, third)
        (case,) = only(administratie).gevallen
        assert (case.geval, case.wachtend) == (GEVAL, HERSTELD.meldingen[2:])
        assert only(administratie).wachtend == case.wachtend
        (signal,) = administratie.signalen
        assert (signal.id, signal.verzuimgeval_id, signal.volgnummer) == ("ADM-WAITING", "VG-1", 3)
        assert signal.message == "report 3 of a case waits for number 2, which has not come"
        assert signal.referenties == (third.bericht_algemeen.berichtreferentienummer,)

    def test_a_case_that_is_known_by_a_later_report_alone(self) -> None:
        _, second, _ = Zender().verzuimen(HERSTELD)
        waiting = only(taken_in(second))
        assert (waiting.gevallen, waiting.wachtend) == ((), HERSTELD.meldingen[1:2])
        going_on = only(taken_in(second, begin_halverwege=True))
        assert [item.geval.meldingen for item in going_on.gevallen] == [HERSTELD.meldingen[1:2]]

    def test_a_correctie_replaces(self) -> None:
        corrected = HALF.correctie(verzuimpercentage=60)
        (case,) = only(taken_in(*Zender().verzuimen(corrected))).gevallen
        assert (case.geval, case.geval.verzuimpercentage) == (corrected, Decimal(60))

    def test_a_correctie_of_the_key_of_a_case(self) -> None:
        corrected = GEVAL.correctie(id="VG-2")
        messages = Zender().verzuimen(corrected)
        for order in (messages, messages[::-1]):
            (case,) = only(taken_in(*order)).gevallen
            assert (case.geval.id, case.oude_sleutels) == ("VG-2", ("VG-1",))

    def test_a_withdrawal_leaves_a_trace(self) -> None:
        (case,) = only(taken_in(*Zender().verzuimen(HALF.intrekking()))).gevallen
        assert case.geval.status is Verzuimstatus.INGETROKKEN
        assert len(case.geval.meldingen) == 3

    def test_a_case_that_moves_to_another_employment(self) -> None:
        zender = Zender()
        messages = [zender.verzuim(GEVAL), zender.verzuim(HALF, waar=dienstverband("D-2"))]
        stand = only(taken_in(*messages))
        assert [len(item.gevallen) for item in stand.dienstverbanden] == [0, 1]

    def test_the_care_address_belongs_to_the_case(self) -> None:
        adres = Adres(postcode="1234AB", woonplaats="Voorbeeldstad", huisnummer="1")
        cared_for = replaced(GEVAL, verpleegadres=Verpleegadres(adres=adres, naam="Ziekenhuis Voorbeeld"))
        stand = only(taken_in(*Zender().verzuimen(cared_for)))
        assert stand.gevallen[0].geval == cared_for
        zender = Zender()
        moved = only(taken_in(zender.verzuim(cared_for), zender.verzuim(GEVAL)))
        assert moved.gevallen[0].geval == GEVAL
        assert stand.werknemer == werknemer()


def replaced(geval: Verzuimgeval, **changes: Any) -> Verzuimgeval:
    return Verzuimgeval(**{"meldingen": geval.meldingen, **changes})


class TestSignals:
    """What is remarkable is told, and never stops a message."""

    def test_two_open_cases_on_one_employment(self) -> None:
        zender = Zender()
        other = Verzuimgeval.ziekmelding(id="VG-2", eerste_verzuimdag=date(2017, 3, 7))
        administratie = taken_in(zender.verzuim(GEVAL), zender.verzuim(other))
        assert signals(administratie) == ["ADM-TWO-OPEN"]
        elsewhere = taken_in(zender.verzuim(GEVAL), zender.verzuim(other, waar=dienstverband("D-2")))
        assert signals(elsewhere) == []

    def test_an_open_case_on_an_employment_that_has_ended(self) -> None:
        zender = Zender()
        messages = [zender.verzuim(GEVAL), zender.gegevens(waar=[dienstverband(einddatum=date(2017, 4, 30))])]
        assert signals(taken_in(*messages)) == ["ADM-OPEN-AFTER-DEPARTURE"]

    def test_what_was_taken_back_and_what_comes_after(self) -> None:
        zender = Zender()
        reported, withdrawn, again = zender.verzuim(GEVAL), zender.gegevens(mutatie=Mutatie.INTREKKING), zender.verzuim(HALF)
        assert signals(taken_in(reported, withdrawn)) == ["ADM-OPEN-AFTER-WITHDRAWAL"]
        assert signals(taken_in(reported, withdrawn, again)) == ["ADM-BACK-AGAIN"]
        ended = zender.gegevens(waar=[dienstverband()], mutaties={"D-1": Mutatie.INTREKKING})
        assert signals(taken_in(reported, ended)) == ["ADM-OPEN-AFTER-WITHDRAWAL"]

    def test_two_reports_with_one_number(self) -> None:
        zender = Zender()
        other = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 7))
        messages = [zender.verzuim(GEVAL), zender.verzuim(other), zender.verzuim(other)]
        for order in (messages, messages[::-1]):
            administratie = taken_in(*order)
            assert signals(administratie) == ["ADM-TWO-REPORTS"]
            assert only(administratie).gevallen[0].geval.eerste_verzuimdag == date(2017, 3, 7)

    def test_a_change_of_a_case_that_is_not_known(self) -> None:
        change = Verzuimgeval.hervat(
            soort=SoortMelding.GEDEELTELIJKE_HERSTELDMELDING,
            verzuimgeval_id="VG-1",
            volgnummer=1,
            ingangsdatum=date(2017, 3, 13),
            eerste_verzuimdag=date(2017, 3, 6),
            verzuimpercentage=50,
        )
        assert signals(taken_in(Zender().verzuim(change))) == ["ADM-UNKNOWN-CASE"]

    def test_a_new_case_that_exists_already(self) -> None:
        again = Verzuimgeval.hervat(
            soort=SoortMelding.ZIEKMELDING,
            verzuimgeval_id="VG-1",
            volgnummer=2,
            ingangsdatum=date(2017, 3, 6),
            eerste_verzuimdag=date(2017, 3, 6),
            verzuimpercentage=100,
        )
        zender = Zender()
        assert signals(taken_in(zender.verzuim(GEVAL), zender.verzuim(again))) == ["ADM-CASE-AGAIN"]

    def test_a_number_that_goes_back(self) -> None:
        zender = Zender()
        second, first = zender.verzuim(HALF), zender.verzuim(GEVAL)
        assert signals(taken_in(first, second)) == ["ADM-NUMBER-BACK"]

    def test_a_report_after_recovery(self) -> None:
        after = replaced(HERSTELD, meldingen=(*HERSTELD.meldingen, evolve(HALF.melding, volgnummer=4)))
        assert signals(taken_in(*Zender().verzuimen(after))) == ["ADM-AFTER-END"]

    def test_a_report_after_withdrawal_does_not_count(self) -> None:
        withdrawn = GEVAL.intrekking()
        after = replaced(GEVAL, meldingen=(*withdrawn.meldingen, evolve(HALF.melding, volgnummer=3)))
        administratie = taken_in(*Zender().verzuimen(after))
        assert signals(administratie) == ["ADM-AFTER-WITHDRAWAL"]
        assert only(administratie).gevallen[0].geval == withdrawn

    def test_two_messages_of_one_second(self) -> None:
        zender, numbers, moment = Zender(), count(1), Zender().koppeling.klok()
        zender.koppeling = zender.koppeling.met(klok=lambda: moment, referentie=lambda _moment: f"BER-{next(numbers)}")
        one, same, other = zender.gegevens(), zender.verzuim(GEVAL), zender.gegevens(werknemer(achternaam="De Vries"))
        assert signals(taken_in(one, same)) == []
        for order in ((one, other), (other, one)):
            administratie = taken_in(*order)
            assert signals(administratie) == ["ADM-SAME-MOMENT"]
            assert only(administratie).werknemer == werknemer(achternaam="De Vries")
        moved = zender.zonder_naam(waar=[dienstverband(afdeling_code="WINKEL"), dienstverband("D-2")])
        assert signals(taken_in(one, moved)) == ["ADM-SAME-MOMENT"]

    def test_one_reference_for_two_messages(self) -> None:
        zender = Zender(referentie=lambda _moment: "BER-1")
        messages = [zender.verzuim(GEVAL), zender.verzuim(HALF)]
        for order in (messages, messages[::-1]):
            administratie = taken_in(*order)
            assert signals(administratie) == ["ADM-REFERENCE"]
            assert only(administratie).gevallen[0].geval == HALF

    def test_one_case_of_two_employees(self) -> None:
        zender = Zender()
        assert signals(taken_in(zender.verzuim(GEVAL), zender.verzuim(GEVAL, werknemer("W-2")))) == ["ADM-SHARED-CASE"]

    def test_what_the_domain_cannot_say_is_not_taken_in_and_the_rest_is(self) -> None:
        message = sivi2017.read(changed(VERZUIM, (">1980-02-29<", ">1980-02-29+01:00<")))
        administratie, gevolgen = Administratie().receive(message)
        stand = only(administratie)
        assert (stand.werknemer, stand.sleutel, len(stand.gevallen)) == (None, "WN-1", 1)
        signal, _ = administratie.signalen
        assert (signal.id, signal.werknemer_id) == ("ADM-UNREADABLE", "WN-1")
        assert "Werknemer.geboortedatum" in signal.message
        assert "1980" not in signal.message
        assert kinds(gevolgen)[0] == SoortGevolg.SIGNAAL
        again = administratie.receive(message)[1]
        assert kinds(again) == [SoortGevolg.AL_BEKEND, SoortGevolg.SIGNAAL]
        assert again[1].signaal == signal

    @pytest.mark.parametrize(
        ("old", "new", "known"),
        [
            ("<Ingdat>2010-01-01<", "<Ingdat>2010-01-01Z<", (1, 0, 0)),  # the employment, and its cases with it
            ("<DatEerstVrzmdg>2017-03-06<", "<DatEerstVrzmdg>2017-03-06Z<", (1, 1, 0)),
            ("<HndlsnmOrg>Bakkerij Voorbeeld<", "<HndlsnmOrg> <", (0, 0, 0)),  # the employer
            ("<IdWrknmr>WN-1<", "<IdWrknmr> <", (0, 0, 0)),
        ],
    )
    def test_only_the_part_that_cannot_be_said_is_left_out(self, old: str, new: str, known: tuple[int, int, int]) -> None:
        administratie = taken_in(sivi2017.read(changed(VERZUIM, (old, new))))
        people = administratie.werknemers
        counted = (len(people), sum(len(p.dienstverbanden) for p in people), sum(len(p.gevallen) for p in people))
        assert (counted, set(signals(administratie)) - {"ADM-NO-DATE"}) == (known, {"ADM-UNREADABLE"})

    def test_a_blank_text_says_nothing(self) -> None:
        message: Any = Zender().verzuim(GEVAL, werknemer(roepnaam="Anna"))
        employee = message.werkgever[0].werknemer[0]
        employee.identificatie_werknemer_oud, employee.roepnaam = "", " "
        administratie = taken_in(message)
        assert (only(administratie).werknemer, signals(administratie)) == (werknemer(), [])

    def test_a_bsn_that_cannot_be_one_is_left_out(self) -> None:
        administratie = taken_in(sivi2017.read(changed(WERKNEMER, (">012345672<", ">012345678<"))))
        who = only(administratie).werknemer
        assert who is not None
        assert who.burgerservicenummer is None
        assert "ADM-LEFT-OUT" in signals(administratie)
        assert "012345678" not in str(administratie.signalen[0])

    def test_a_message_of_other_parties(self) -> None:
        message = Zender(ontvanger="EEN ANDER").verzuim(GEVAL)
        administratie = taken_in(message, koppeling=KOPPELING)
        assert (administratie.werknemers, signals(administratie)) == ((), ["ADM-PARTY"])
        own_side = KOPPELING.met(inzender="ONTVANGER", ontvanger="ZENDER")
        assert len(taken_in(Zender().verzuim(GEVAL), koppeling=own_side).werknemers) == 1

    def test_a_key_that_was_given_to_somebody_else(self) -> None:
        zender = Zender()
        other = {"achternaam": "De Vries", "geboortedatum": date(1990, 1, 1)}
        swapped = [
            zender.gegevens(),
            zender.gegevens(werknemer("W-2", **other), [dienstverband("D-2")]),
            zender.gegevens(werknemer("W-2", id_oud="W-1")),
            zender.gegevens(werknemer("W-1", id_oud="W-2", **other), [dienstverband("D-2")]),
        ]
        for order in (swapped, swapped[::-1]):
            assert "ADM-OTHER-PERSON" in signals(taken_in(*order))
        corrected = [zender.gegevens(), zender.gegevens(werknemer(geboortedatum=date(1980, 5, 18)))]
        assert signals(taken_in(*corrected)) == []

    def test_one_employer_with_two_aansluitnummers(self) -> None:
        zender = Zender()
        one = zender.verzuim(GEVAL)
        other: Any = zender.gegevens()
        other.werkgever[0].aansluitnummer_gegevensuitwisseling_arbodienst = "AN-2"
        assert signals(taken_in(one, other)) == ["ADM-OTHER-EMPLOYER"]

    def test_a_departure_that_a_later_message_does_not_tell(self) -> None:
        zender = Zender()
        messages = [zender.gegevens(waar=[dienstverband(einddatum=date(2017, 4, 30))]), zender.verzuim(GEVAL)]
        administratie = taken_in(*messages)
        assert signals(administratie) == ["ADM-DEPARTURE-UNDONE"]
        assert only(administratie).is_in_dienst(date(2018, 1, 1))

    def test_a_report_that_waits_under_another_key(self) -> None:
        first, second, _ = Zender().verzuimen(HERSTELD)
        other = Zender().verzuimen(HERSTELD, wie=werknemer("W-2"))[1]
        assert second != other
        assert set(signals(taken_in(first, other))) == {"ADM-WAITING", "ADM-SHARED-CASE"}

    def test_a_test_among_messages_that_are_none(self) -> None:
        test = Zender(test=True).verzuim(GEVAL)
        administratie = taken_in(test, koppeling=KOPPELING)
        assert (administratie.werknemers, signals(administratie)) == ((), ["ADM-TEST"])
        assert len(taken_in(test, koppeling=KOPPELING.met(test=True)).werknemers) == 1
        assert len(taken_in(test).werknemers) == 1
        (signal,) = taken_in(Zender().verzuim(GEVAL), koppeling=KOPPELING.met(test=True)).signalen
        assert "is no test" in signal.message


class TestConsequences:
    """What each message changed."""

    def test_of_a_case(self) -> None:
        zender, administratie, told = Zender(), Administratie(), []
        for message in [*zender.verzuimen(HERSTELD), *zender.verzuimen(GEVAL.intrekking())[1:]]:
            administratie, gevolgen = administratie.receive(message)
            told.append(kinds(gevolgen))
        assert told[0] == [SoortGevolg.NIEUWE_WERKNEMER, SoortGevolg.NIEUW_DIENSTVERBAND, SoortGevolg.NIEUW_GEVAL]
        assert told[1:3] == [[SoortGevolg.GEWIJZIGD_GEVAL], [SoortGevolg.GEVAL_HERSTELD]]
        assert SoortGevolg.GEVAL_INGETROKKEN in told[3]

    def test_a_case_that_is_opened_again(self) -> None:
        reopened = HERSTELD.correctie(einde_verzuim=False, verzuimpercentage=50)
        messages = Zender().verzuimen(reopened)
        before = taken_in(*messages[:-1])
        assert kinds(before.receive(messages[-1])[1]) == [SoortGevolg.GEWIJZIGD_GEVAL]

    def test_the_same_message_twice_changes_nothing(self) -> None:
        message = Zender().verzuim(GEVAL)
        once = taken_in(message)
        twice, gevolgen = once.receive(sivi2017.read(sivi2017.write(message, pretty=True)))
        assert kinds(gevolgen) == [SoortGevolg.AL_BEKEND]
        assert twice == once

    def test_the_same_report_in_another_message_changes_nothing(self) -> None:
        zender = Zender()
        administratie = taken_in(zender.verzuim(GEVAL))
        assert administratie.receive(zender.verzuim(GEVAL))[1] == ()

    def test_of_an_employee_and_employments(self) -> None:
        zender = Zender()
        steps = [
            (zender.gegevens(), [SoortGevolg.NIEUWE_WERKNEMER, SoortGevolg.NIEUW_DIENSTVERBAND]),
            (zender.gegevens(werknemer(achternaam="De Vries")), [SoortGevolg.GEWIJZIGDE_WERKNEMER]),
            (
                zender.gegevens(werknemer("W-2", achternaam="De Vries", id_oud="W-1")),
                [SoortGevolg.ANDERE_SLEUTEL, SoortGevolg.GEWIJZIGDE_WERKNEMER],
            ),
            (
                zender.gegevens(werknemer("W-2", achternaam="De Vries", id_oud="W-1"), [dienstverband(afdeling_code="X")]),
                [SoortGevolg.GEWIJZIGD_DIENSTVERBAND],
            ),
            (
                zender.gegevens(
                    werknemer("W-2", achternaam="De Vries", id_oud="W-1"),
                    [dienstverband(afdeling_code="X", einddatum=date(2017, 12, 31))],
                ),
                [SoortGevolg.UIT_DIENST],
            ),
            (
                zender.gegevens(
                    werknemer("W-2", achternaam="De Vries", id_oud="W-1"),
                    [dienstverband(afdeling_code="X", einddatum=date(2017, 12, 31))],
                    mutatie=Mutatie.INTREKKING,
                ),
                [SoortGevolg.WERKNEMER_INGETROKKEN, SoortGevolg.DIENSTVERBAND_INGETROKKEN],
            ),
        ]
        administratie = Administratie()
        for number, (message, expected) in enumerate(steps):
            administratie, gevolgen = administratie.receive(message)
            assert kinds(gevolgen) == expected, number
            assert all(gevolg.werknemer_id == only(administratie).sleutel for gevolg in gevolgen)
        again, gevolgen = administratie.receive(
            zender.gegevens(werknemer("W-2", achternaam="De Vries", id_oud="W-1"), mutatie=Mutatie.INTREKKING)
        )
        assert kinds(gevolgen) == []
        assert only(again).is_ingetrokken

    def test_two_that_turn_out_to_be_one(self) -> None:
        zender = Zender()
        administratie = taken_in(zender.gegevens(), zender.gegevens(werknemer("W-2")))
        assert len(administratie.werknemers) == 2
        administratie, gevolgen = administratie.receive(zender.gegevens(werknemer("W-2", id_oud="W-1")))
        assert len(administratie.werknemers) == 1
        assert SoortGevolg.ANDERE_SLEUTEL in kinds(gevolgen)

    def test_what_was_waited_for(self) -> None:
        first, second, third = Zender().verzuimen(HERSTELD)
        administratie, gevolgen = taken_in(first).receive(third)
        assert kinds(gevolgen) == [SoortGevolg.SIGNAAL]
        _, gevolgen = administratie.receive(second)
        assert kinds(gevolgen) == [SoortGevolg.GEVAL_HERSTELD, SoortGevolg.SIGNAAL_WEG]

    def test_another_order_of_what_is_known_is_what_it_was(self) -> None:
        zender = Zender()
        messages = [zender.verzuim(GEVAL), zender.gegevens(), zender.verzuim(HALF)]
        assert taken_in(*messages) == taken_in(*messages[::-1])
        assert taken_in(*messages) != taken_in(*messages[1:])
        assert taken_in() != 1


class TestRefused:
    def test_a_message_of_neither_flow(self) -> None:
        with pytest.raises(InvalidValue, match="must be one of Verzuimmeldingen"):
            Administratie().receive(sivi2017.read(RETOUR.encode()))

    def test_a_message_that_the_schema_does_not_allow(self) -> None:
        message: Any = Zender().verzuim(GEVAL)
        message.werkgever[0].werknemer.clear()
        with pytest.raises(InvalidMessage):
            Administratie().receive(message)

    def test_a_date_of_making_that_no_calendar_has(self) -> None:
        message = sivi2017.read(changed(VERZUIM, ("<AandatBr>2017-03-06<", "<AandatBr>-0001-03-06<")))
        with pytest.raises(InvalidValue, match="in the years 1 to 9999"):
            Administratie().receive(message)

    def test_nothing_of_a_list_with_a_wrong_one_is_taken_in(self) -> None:
        administratie = Administratie()
        with pytest.raises(InvalidValue):
            administratie.receive_all([Zender().verzuim(GEVAL), sivi2017.read(RETOUR.encode())])
        assert administratie == Administratie()


class TestSettings:
    def test_other_meanings_of_the_codes(self) -> None:
        swapped = Verwerkingscodes(correctie="05", intrekking="03")
        koppeling = KOPPELING.met(verwerkingscodes={"Verzuimmeldingen": swapped})
        zender = Zender(verwerkingscodes={"Verzuimmeldingen": swapped})
        (case,) = only(taken_in(*zender.verzuimen(HALF.intrekking()), koppeling=koppeling)).gevallen
        assert case.geval.status is Verzuimstatus.INGETROKKEN

    def test_nothing_of_a_person_is_shown(self) -> None:
        administratie, gevolgen = Administratie().receive_all(Zender().verzuimen(HERSTELD)[::2])
        stand = only(administratie)
        shown = repr(
            [
                administratie,
                gevolgen,
                stand,
                stand.dienstverbanden,
                stand.gevallen,
                stand.berichten,
                stand.geschiedenis,
                [verloop(case.geval) for case in stand.gevallen],
                administratie.signalen,
                administratie.berichten,
                *map(str, administratie.signalen),
            ]
        )
        for value in ("Jansen", "W-1", "VG-1", "D-1", "1980", "WG-1"):
            assert value not in shown


POOL_SENDER = Zender()


def pool() -> list[bindings.Message]:
    """Messages that contradict each other in every way that is known of."""
    zender = POOL_SENDER
    other = Verzuimgeval.ziekmelding(id="VG-2", eerste_verzuimdag=date(2017, 3, 7))
    return [
        *zender.verzuimen(HERSTELD.correctie(verzuimpercentage=30, einde_verzuim=False)),
        *zender.verzuimen(HALF.intrekking()),
        *zender.verzuimen(other, wie=werknemer("W-2")),
        *zender.verzuimen(other.correctie(id="VG-1")),
        zender.gegevens(),
        zender.gegevens(werknemer("W-2", id_oud="W-1"), [dienstverband("D-2", id_oud="D-1")]),
        zender.gegevens(werknemer("W-3", id_oud="W-2", achternaam="De Vries")),
        zender.gegevens(werknemer("W-1", id_oud="W-3"), [dienstverband("D-1", id_oud="D-2", geldt_vanaf=date(2017, 5, 1))]),
        zender.gegevens(werknemer("W-2"), mutatie=Mutatie.CORRECTIE),
        zender.gegevens(werknemer("W-2"), mutatie=Mutatie.INTREKKING),
        zender.gegevens(waar=[dienstverband(einddatum=date(2017, 4, 30)), dienstverband("D-3")], mutatie=Mutatie.NIEUW),
        zender.zonder_naam(werknemer("W-3")),
        sivi2017.read(changed(VERZUIM, (">1980-02-29<", ">1980-02-29+01:00<"))),
        sivi2017.read(VERZUIM.encode()),
        _with_header_of(zender.verzuim(GEVAL), zender.verzuim(HALF)),
    ]


def _with_header_of(message: Any, other: Any) -> bindings.Message:
    """A message with the reference number and moment of another one."""
    return replace(message, bericht_algemeen=other.bericht_algemeen)  # type: ignore[no-any-return]  # it is what it was


POOL = pool()


@given(st.lists(st.sampled_from(range(len(POOL))), max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_any_order_and_any_repetition_ends_the_same(chosen: list[int], shuffled: random.Random) -> None:
    """One message at a time, all at once, and in another order: what is known in the end is the same."""
    at_once = taken_in(*(POOL[index] for index in chosen))
    one_at_a_time = Administratie()
    for index in chosen:
        one_at_a_time, _ = one_at_a_time.receive(POOL[index])
    another = chosen + chosen[:3]
    shuffled.shuffle(another)
    in_another_order = taken_in(*(POOL[index] for index in another))
    assert at_once == one_at_a_time == in_another_order
    assert at_once.werknemers == in_another_order.werknemers
    assert at_once.signalen == in_another_order.signalen
    assert at_once.berichten == in_another_order.berichten


def test_a_year_delivered_doubled_and_shuffled_is_the_senders_truth() -> None:
    """Employees, employments and every report of every case."""
    company = Company(employees=150, seed=6)
    messages = [event.message() for event in company.events()] * 2
    random.Random(6).shuffle(messages)  # noqa: S311 - nothing secret
    administratie = taken_in(*messages)
    assert len(administratie.werknemers) == 150
    for number in range(1, 151):
        history = company.history(number)
        stand = administratie.werknemer(company.werkgever(number).id, history.werknemer.id)
        assert stand is not None
        assert stand.werknemer == history.werknemer
        assert [item.dienstverband for item in stand.dienstverbanden] == sorted(
            history.dienstverbanden, key=lambda item: item.id
        )
        assert {item.geval.id: item.geval.meldingen for item in stand.gevallen} == {
            geval.id: geval.meldingen for geval in history.gevallen
        }
    assert {signal.id for signal in administratie.signalen} <= {"ADM-OPEN-AFTER-DEPARTURE"}


@given(testing.messages(level="schema"), testing.messages(level="rules"))
@settings(max_examples=60, deadline=None)
def test_whatever_the_schema_allows_is_taken_in_or_told(one: bindings.Message, other: bindings.Message) -> None:
    """Of each employee something stands or a signal says why not; only what is of neither flow, or of no date, is refused."""
    administratie, refused = Administratie(), list[str]()
    for message in (one, other):
        try:
            administratie, _ = administratie.receive(message)
        except InvalidValue as error:
            refused += error.faults
            continue
        told = {(signal.werkgever_id, signal.werknemer_id) for signal in administratie.signalen}
        for employer in message.werkgever:  # type: ignore[union-attr]  # a message of a flow has employers
            for employee in employer.werknemer:
                place = employer.identificatie_werkgever_bij_arbodienst, employee.identificatie_werknemer
                assert administratie.werknemer(*place) is not None or place in told
    assert all(fault.startswith("message: ") for fault in refused)
