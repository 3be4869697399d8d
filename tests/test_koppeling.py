"""The settings of a coupling: what each does, what is wrong with one, and that two couplings have nothing in common."""

from __future__ import annotations

import pickle
import re
import warnings
from datetime import date, datetime, timezone
from typing import Any

import pytest
from domain_strategies import EXAMPLES, example
from hypothesis import given
from hypothesis import strategies as st

import sivi2017
from sivi2017 import bindings
from sivi2017.codes import SoortCommunicatie
from sivi2017.domain.adres import Adres, Communicatie
from sivi2017.domain.base import fields_of
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Administratiekantoor, Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidMessage, InvalidValue, LeftOutWarning
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.koppeling.referentie import nieuwe_referentie
from sivi2017.koppeling.settings import shortenable
from sivi2017.report import Finding, Severity
from sivi2017.rules.profile import RuleProfile
from sivi2017.settings_values import names, severities, texts

PARTIJEN: dict[str, Any] = {"inzender": "VERZUIMSYSTEEM", "ontvanger": "ARBODIENST"}
KOPPELING = Koppeling(**PARTIJEN)
MOMENT = datetime(2017, 3, 6, 9, 15, 7, 999)  # noqa: DTZ001 - a message has the time of the clock on the wall


def koppeling(**settings: Any) -> Koppeling:
    """A coupling with some settings of one's own."""
    return Koppeling(**{**PARTIJEN, **settings})


def message(of: Koppeling, werknemer: Werknemer | None = None, **other: Any) -> bindings.Verzuimmeldingen:
    """A message of a coupling."""
    geval = Verzuimgeval(meldingen=[example(Verzuimmelding)])
    return of.verzuimmutatie(example(Werkgever), werknemer or example(Werknemer), example(Dienstverband), geval, **other)


# What a coupling is without settings


def test_two_names_make_a_coupling_that_sends_nothing_sensitive_and_tells_nobody_of_the_healthy() -> None:
    assert KOPPELING.gevraagde_gegevens == frozenset()
    assert KOPPELING.datakluis is False
    assert not KOPPELING.test
    assert not KOPPELING.ontvangstbevestiging
    assert KOPPELING.verkorten == frozenset()
    assert (KOPPELING.koppelsleutel_werknemer, KOPPELING.koppelsleutel_dienstverband) == ("id", "id")


def test_the_versions_are_those_that_the_rules_expect() -> None:
    assert KOPPELING.versienummers == RuleProfile().versions


def test_a_coupling_needs_both_names() -> None:
    with pytest.raises(TypeError, match="ontvanger"):
        Koppeling(inzender="VERZUIMSYSTEEM")  # type: ignore[call-arg]  # wrong on purpose


def test_a_repr_says_who_sends_to_whom() -> None:
    assert repr(KOPPELING) == "<Koppeling VERZUIMSYSTEEM -> ARBODIENST>"
    assert repr(koppeling(test=True)) == "<Koppeling VERZUIMSYSTEEM -> ARBODIENST (test)>"


def test_a_coupling_can_be_pickled() -> None:
    loaded = pickle.loads(pickle.dumps(koppeling(versienummers={"Verzuimmeldingen": "00008"})))  # noqa: S301 - made here
    assert loaded.versienummers["Verzuimmeldingen"] == "00008"
    assert message(loaded).bericht_algemeen.versienummer == "00008"


def test_a_coupling_comes_from_a_file_or_from_a_profile_with_settings_of_ones_own() -> None:
    file = b'inzender = "VERZUIMSYSTEEM"\nontvanger = "ARBODIENST"\ntest = true\n'
    assert (Koppeling.load(file).test, Koppeling.load(file, test=False).test) == (True, False)
    assert Koppeling.profile("xpert-suite", **PARTIJEN).ontvanger == "ARBODIENST"


# What is wrong with a setting


@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        ("inzender", "", "inzender: must not be empty or blank"),
        ("inzender", None, "inzender: must be given"),
        ("ontvanger", "x" * 41, "ontvanger: at most 40 characters, has 41"),
        ("ontvanger", 1, "ontvanger: must be a str, is an int: write it as text, since a leading zero counts"),
        ("ontvanger", "a\x00", "ontvanger: has a character that XML does not allow"),
        ("test", "J", "test: must be a bool, is a str"),
        ("test", None, "test: must be given"),
        ("ontvangstbevestiging", 1, "ontvangstbevestiging: must be a bool, is an int"),
        (
            "administratiekantoor",
            "Kantoor",
            "administratiekantoor: must be an Administratiekantoor, is a str",
        ),
        (
            "versienummers",
            {"Verzuimmelding": "00007"},
            "versienummers: Verzuimmelding is none of Dienstverbanden, Retourmelding1, Verzuimmeldingen, WerknemerGegevens",
        ),
        (
            "versienummers",
            {"Dienstverbanden": 10007},
            "versienummers: Dienstverbanden: must be a str, is an int: write it as text, since a leading zero counts",
        ),
        (
            "versienummers",
            {"Dienstverbanden": "7"},
            "versienummers: Dienstverbanden: exactly 5 characters, has 1",
        ),
        (
            "versienummers",
            {"Dienstverbanden": "0000a"},
            "versienummers: Dienstverbanden: must be five digits; has the form 9999x",
        ),
        (
            "verwerkingscodes",
            {"Verzuim": Verwerkingscodes()},
            "verwerkingscodes: Verzuim is none of Dienstverbanden, Retourmelding1, Verzuimmeldingen, WerknemerGegevens",
        ),
        (
            "verwerkingscodes",
            {"Verzuimmeldingen": {"correctie": "05"}},
            "verwerkingscodes: Verzuimmeldingen: must be a Verwerkingscodes, is a dict",
        ),
        (
            "niveaus_met_verwerkingscode",
            ["werkgever"],
            "niveaus_met_verwerkingscode: werkgever is none of arbeidsrelatie, dienstverband, partner, werknemer",
        ),
        (
            "werknemer_bij_verzuim",
            "nieuwe",
            "werknemer_bij_verzuim: nieuwe is none of correctie, intrekking, nieuw, ongewijzigd, wijziging",
        ),
        (
            "gevraagde_gegevens",
            ["bsn", "SofiNr"],
            (
                "gevraagde_gegevens: SofiNr, bsn are none of bankrekening, burgerservicenummer, kostenplaatsen, "
                "niveau_opleiding, nummer_uitkerende_bedrijfsvereniging, postbusadressen, standplaats, verwacht_herstel, "
                "vrije_tekst, wazo"
            ),
        ),
        ("koppelsleutel_werknemer", "bsn", "koppelsleutel_werknemer: bsn is none of id, personeelsnummer"),
        ("koppelsleutel_dienstverband", "Id", "koppelsleutel_dienstverband: Id is none of id, personeelsnummer"),
        ("lege_waarde", "negeren", "lege_waarde: negeren is none of weglaten, weigeren"),
        ("datakluis", "10234", "datakluis: must be True, False, or several ids of employers"),
        ("datakluis", 1, "datakluis: must be True, False, or several ids of employers"),
        ("datakluis", None, "datakluis: must be True, False, or several ids of employers"),
        (
            "soorten_communicatie",
            {"fax": "03"},
            "soorten_communicatie: 03 is none of 01, 02, 04, 05, 06, 07, 08, 09, 10",
        ),
        ("ernst", {"LHN-2": "off"}, "ernst: LHN-2: must be a Severity, or None for a rule that is off"),
        ("klok", MOMENT, "klok: must be a function"),
        ("referentie", "BER-1", "referentie: must be a function"),
    ],
)
def test_a_setting_that_is_wrong_is_named_with_the_reason(setting: str, value: Any, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        koppeling(**{setting: value})
    assert caught.value.faults == (f"Koppeling.{expected}",)


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(InvalidValue, match=r"^Koppeling\.ernst: BSN-9 is none of ADR-1, BSN-1, "):
        koppeling(ernst={"BSN-9": None})


@pytest.mark.parametrize("key", ["Werknemer.id", "Werknemer.burgerservicenummer", "BuitenlandsAdres.postcode", "naam"])
def test_a_key_or_a_number_cannot_be_shortened(key: str) -> None:
    with pytest.raises(InvalidValue, match=rf"^Koppeling\.verkorten: {re.escape(key)} is none of "):
        koppeling(verkorten=[key])


def test_all_settings_that_are_wrong_come_in_one_error() -> None:
    with pytest.raises(InvalidValue) as caught:
        Koppeling(inzender="", ontvanger="", datakluis="alle", verkorten=["x"])
    assert [fault.split(":")[0] for fault in caught.value.faults] == [
        "Koppeling.inzender",
        "Koppeling.ontvanger",
        "Koppeling.verkorten",
        "Koppeling.datakluis",
    ]


@pytest.mark.parametrize("setting", ["gevraagde_gegevens", "verkorten", "niveaus_met_verwerkingscode"])
def test_one_text_is_not_several_names(setting: str) -> None:
    with pytest.raises(TypeError, match=r"^several names are given as a list or a set, not as one text$"):
        koppeling(**{setting: "burgerservicenummer"})


def test_settings_are_kept_apart_from_what_they_were_made_of() -> None:
    assert names(["a", "b", "a"]) == frozenset({"a", "b"})
    codes, rules = {"fax": "02"}, {"PC-1": None}
    assert texts(codes) == codes
    assert severities(rules) == rules
    assert texts(codes) is not codes
    assert severities(rules) is not rules


@pytest.mark.parametrize("several", [["WG-1"], {"WG-1"}, ("WG-1",), iter(["WG-1"]), {"WG-1": "on"}])
def test_employers_with_a_datakluis_can_be_given_in_any_way(several: Any) -> None:
    assert koppeling(datakluis=several).datakluis == frozenset({"WG-1"})


def test_what_happens_to_the_employee_can_be_given_as_text() -> None:
    assert koppeling(werknemer_bij_verzuim="wijziging").werknemer_bij_verzuim is Mutatie.WIJZIGING


# Two couplings


def test_other_settings_make_another_coupling() -> None:
    other = KOPPELING.met(test=True, gevraagde_gegevens=["burgerservicenummer"])
    assert (KOPPELING.test, KOPPELING.gevraagde_gegevens) == (False, frozenset())
    assert (other.test, other.inzender) == (True, "VERZUIMSYSTEEM")
    with pytest.raises(InvalidValue, match=r"^Koppeling\.test: must be a bool, is a str$"):
        KOPPELING.met(test="J")


def test_two_couplings_never_share_what_can_change() -> None:
    versions, kinds = {"Verzuimmeldingen": "00008"}, {"mobiel": "01"}
    one = koppeling(versienummers=versions, soorten_communicatie=kinds, ernst={"PC-1": None})
    two, three = one.met(), koppeling()
    versions["Verzuimmeldingen"] = kinds["mobiel"] = "99999"
    for name in ("versienummers", "verwerkingscodes", "soorten_communicatie", "ernst"):
        for other in (two, three):
            assert getattr(one, name) is not getattr(other, name)
    assert one.versienummers["Verzuimmeldingen"] == two.versienummers["Verzuimmeldingen"] == "00008"
    assert one.soorten_communicatie == two.soorten_communicatie == {"mobiel": "01"}
    assert three.soorten_communicatie == {"telefoon": "01", "email": "04"}


def test_messages_of_two_couplings_do_not_mix() -> None:
    werknemer = example(Werknemer, burgerservicenummer="012345672")
    asking = koppeling(gevraagde_gegevens=["burgerservicenummer"], verwerkingscodes={"Verzuimmeldingen": CODES})
    for _ in range(2):
        assert message(asking, werknemer).werkgever[0].werknemer[0].burgerservicenummer == "012345672"
        assert message(KOPPELING, werknemer).werkgever[0].werknemer[0].burgerservicenummer is None


def test_a_coupling_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        KOPPELING.test = True  # type: ignore[misc]  # wrong on purpose


# Clock and reference


def test_the_header_has_the_moment_of_the_clock_and_the_reference_for_it() -> None:
    seen: list[datetime] = []

    def referentie(moment: datetime) -> str:
        seen.append(moment)
        return f"BER-{len(seen)}"

    of = koppeling(klok=lambda: MOMENT, referentie=referentie)
    headers = [message(of).bericht_algemeen for _ in range(2)]
    assert [header.berichtreferentienummer for header in headers] == ["BER-1", "BER-2"]
    assert seen == [MOMENT, MOMENT]
    assert {(str(header.aanmaakdatum_bericht), str(header.aanmaaktijd_bericht)) for header in headers} == {
        ("2017-03-06", "09:15:07")
    }


def test_the_same_clock_and_reference_give_the_same_bytes() -> None:
    of = koppeling(klok=lambda: MOMENT, referentie=lambda _: "BER-1")
    assert sivi2017.write(message(of)) == sivi2017.write(message(of))


def test_a_clock_with_a_zone_tells_the_time_on_its_wall() -> None:
    of = koppeling(klok=lambda: datetime(2017, 3, 6, 9, 15, tzinfo=timezone.utc))  # noqa: UP017 - as callers write it
    assert str(message(of).bericht_algemeen.aanmaaktijd_bericht) == "09:15:00"


def test_the_clock_on_the_wall_is_the_default() -> None:
    before = date.today()  # noqa: DTZ011 - what the clock says
    made = message(KOPPELING).bericht_algemeen.aanmaakdatum_bericht.to_date()
    assert before <= made <= date.today()  # noqa: DTZ011 - what the clock says


def test_references_differ_and_sort_by_time() -> None:
    made = [nieuwe_referentie(MOMENT.replace(second=second)) for second in range(5) for _ in range(3)]
    assert len(set(made)) == len(made)
    assert [reference.split("-")[0] for reference in made] == [reference.split("-")[0] for reference in sorted(made)]


@pytest.mark.parametrize(("reference", "finding"), [("", "LEEG-1"), ("x" * 513, "XSD-LENGTH")])
def test_a_reference_that_no_message_can_have_is_refused(reference: Any, finding: str) -> None:
    with pytest.raises(InvalidMessage) as caught:
        message(koppeling(referentie=lambda _: reference))
    assert [error.id for error in caught.value.report.errors] == [finding]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"klok": lambda: "nu"}, "Koppeling.klok: must give a datetime, gave str"),
        ({"referentie": lambda _: 7}, "Koppeling.referentie: must give a str, gave int"),
    ],
)
def test_what_the_functions_of_a_coupling_give_is_checked(setting: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        message(koppeling(**setting))
    assert str(caught.value) == expected


# Verwerkingscodes

CODES = Verwerkingscodes(correctie="05", intrekking="03")


def test_the_codes_of_one_message_leave_those_of_the_others() -> None:
    of = koppeling(verwerkingscodes={"Verzuimmeldingen": CODES})
    assert of.verwerkingscodes["Verzuimmeldingen"] == CODES
    assert of.verwerkingscodes["WerknemerGegevens"] == Verwerkingscodes()


def test_every_code_has_one_meaning_and_every_meaning_one_code() -> None:
    for codes in (CODES, Verwerkingscodes()):
        assert {codes.meaning(codes.code(mutatie)) for mutatie in Mutatie} == set(Mutatie)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"correctie": "06"}, ["Verwerkingscodes.correctie: must be one of 01, 02, 03, 04, 05"]),
        ({"correctie": 3}, ["Verwerkingscodes.correctie: must be one of 01, 02, 03, 04, 05"]),
        ({"correctie": "05"}, ["Verwerkingscodes: two meanings have the same code"]),
        (
            {"nieuw": None, "wijziging": None},
            [
                "Verwerkingscodes.nieuw: must be one of 01, 02, 03, 04, 05",
                "Verwerkingscodes.wijziging: must be one of 01, 02, 03, 04, 05",
                "Verwerkingscodes: two meanings have the same code",
            ],
        ),
    ],
)
def test_codes_that_cannot_be_are_refused(wrong: dict[str, Any], expected: list[str]) -> None:
    with pytest.raises(InvalidValue) as caught:
        Verwerkingscodes(**wrong)
    assert list(caught.value.faults) == expected


def test_the_rules_look_with_the_eyes_of_the_coupling() -> None:
    codes = Verwerkingscodes(nieuw="02", wijziging="01", correctie="05", ongewijzigd="03", intrekking="04")
    profile = koppeling(
        verwerkingscodes={"Verzuimmeldingen": codes},
        gevraagde_gegevens=["burgerservicenummer", "kostenplaatsen"],
        versienummers={"Dienstverbanden": "00002"},
        ernst={"PC-1": Severity.WARNING},
        test=True,
    ).regelprofiel
    assert profile.verwerkingscodes == {"nieuw": "02", "correctie": "05", "ongewijzigd": "03", "intrekking": "04"}
    assert profile.requested == {"SofiNr", "Kostenplaats"}
    assert (profile.versions["Dienstverbanden"], profile.versions["Verzuimmeldingen"]) == ("00002", "00007")
    assert (profile.severities, profile.test) == ({"PC-1": Severity.WARNING}, True)


def test_its_own_messages_give_a_coupling_no_warnings() -> None:
    of = koppeling(
        test=True, versienummers={"Verzuimmeldingen": "00010"}, gevraagde_gegevens=["burgerservicenummer"], klok=lambda: MOMENT
    )
    findings: list[Finding] = []
    message(of, example(Werknemer, burgerservicenummer="012345672"), findings=findings)
    assert findings == []


# Texts that are empty or too long


WERKNEMER = {**EXAMPLES[Werknemer], "voorletters": "ABCDEFGHI", "voorvoegsels": ""}


def test_nothing_is_shortened_or_left_out_unasked() -> None:
    with pytest.raises(InvalidValue) as caught:
        KOPPELING.maak(Werknemer, **WERKNEMER)
    assert caught.value.faults == (
        "Werknemer.voorletters: at most 6 characters, has 9",
        "Werknemer.voorvoegsels: must not be empty or blank; leave it out where there is no value",
    )


def test_named_fields_are_shortened_and_empty_ones_left_out_with_findings() -> None:
    findings: list[Finding] = []
    of = koppeling(verkorten=["Werknemer.voorletters"], lege_waarde="weglaten")
    made = of.maak(Werknemer, findings=findings, **WERKNEMER)
    assert (made.voorletters, made.voorvoegsels) == ("ABCDEF", None)
    assert [(finding.id, finding.severity, finding.message) for finding in findings] == [
        ("BLD-SHORTENED", Severity.WARNING, "Werknemer.voorletters: shortened from 9 to 6 characters"),
        ("BLD-EMPTY", Severity.WARNING, "Werknemer.voorvoegsels: empty, and left out"),
    ]


def test_without_a_place_for_findings_there_is_a_warning_where_the_call_stands() -> None:
    with pytest.warns(LeftOutWarning) as caught:
        koppeling(verkorten=["Adres.woonplaats"]).maak(Adres, **EXAMPLES[Adres] | {"woonplaats": "x" * 25})
    (warning,) = caught
    assert str(warning.message) == "Adres.woonplaats: shortened from 25 to 24 characters"
    assert warning.filename == __file__


def test_what_fits_and_what_is_no_text_is_kept() -> None:
    of = koppeling(verkorten=["Werknemer.voorletters"], lege_waarde="weglaten")
    just_fits = EXAMPLES[Werknemer] | {"voorletters": "ABCDEF"}
    findings: list[Finding] = []
    assert of.maak(Werknemer, findings=findings, **just_fits) == example(Werknemer, voorletters="ABCDEF")
    assert findings == []


def test_a_blank_at_the_cut_goes_too() -> None:
    findings: list[Finding] = []
    of = koppeling(verkorten=["Werknemer.roepnaam"])
    made = of.maak(Werknemer, findings=findings, **EXAMPLES[Werknemer], roepnaam="x" * 34 + " y")
    assert made.roepnaam == "x" * 34


def test_an_empty_text_that_must_be_there_is_missing() -> None:
    with pytest.raises(InvalidValue) as caught:
        koppeling(lege_waarde="weglaten").maak(Werknemer, **EXAMPLES[Werknemer] | {"id": " ", "achternaam": ""})
    assert caught.value.faults == ("Werknemer.id: must be given", "Werknemer.achternaam: must be given")


def test_what_is_not_given_at_all_is_missing_too() -> None:
    with pytest.raises(InvalidValue) as caught:
        KOPPELING.maak(Adres)
    assert caught.value.faults == tuple(f"Adres.{name}: must be given" for name in ("postcode", "woonplaats", "huisnummer"))


def test_a_default_comes_for_what_is_empty() -> None:
    findings: list[Finding] = []
    made = koppeling(lege_waarde="weglaten").maak(Adres, findings=findings, **EXAMPLES[Adres], soort="")
    assert made == example(Adres)
    assert len(findings) == 1


def test_a_field_that_does_not_exist_is_named() -> None:
    with pytest.raises(TypeError, match="voorletter"):
        KOPPELING.maak(Werknemer, voorletter="A")


def test_a_number_that_is_too_long_is_never_shortened() -> None:
    of = koppeling(verkorten=shortenable())
    for name in ("id", "burgerservicenummer"):
        with pytest.raises(InvalidValue, match=rf"^Werknemer\.{name}: at most"):
            of.maak(Werknemer, **EXAMPLES[Werknemer] | {name: "1" * 41})


def test_what_may_be_shortened_are_names_and_descriptions() -> None:
    assert {name.split(".")[1] for name in shortenable()} == {
        "achternaam",
        "afdeling",
        "functie",
        "hoofdafdeling",
        "land",
        "locatieomschrijving",
        "naam",
        "onderdeel_van_naam",
        "regio",
        "roepnaam",
        "standplaats",
        "straat",
        "titel_achter",
        "titel_voor",
        "voorletters",
        "voorvoegsels",
        "woonplaats",
    }


SHORTENED = [
    (domain_class, item.name)
    for domain_class in DOMAIN_CLASSES
    for item in fields_of(domain_class)
    if f"{domain_class.__name__}.{item.name}" in shortenable()
]


@given(st.sampled_from(SHORTENED), st.text("ab é", min_size=1, max_size=300))
def test_a_shortened_text_is_the_start_of_what_was_given(field: tuple[Any, str], more: str) -> None:
    domain_class, name = field
    findings: list[Finding] = []
    text = f"a{more}"
    of = koppeling(verkorten=[f"{domain_class.__name__}.{name}"])
    kept = getattr(of.maak(domain_class, findings=findings, **EXAMPLES[domain_class] | {name: text}), name)
    assert text.startswith(kept)
    assert (kept == text) is (not findings)


# Contact data by what they are


def test_contact_data_get_the_codes_of_the_coupling() -> None:
    telefoon, email = KOPPELING.communicatie(telefoon="0101234567", email="a@example.nl")
    assert telefoon == Communicatie(soort=SoortCommunicatie.TELEFOON, nummer_of_adres="0101234567")
    assert email == Communicatie(soort=SoortCommunicatie.E_MAIL, nummer_of_adres="a@example.nl")
    (mobiel,) = koppeling(soorten_communicatie={"mobiel": "07"}).communicatie(mobiel="0612345678")
    assert mobiel.soort is SoortCommunicatie.MOBIEL_PRIVE


def test_contact_data_of_an_unknown_kind_are_refused() -> None:
    with pytest.raises(InvalidValue, match=r"^Koppeling\.soorten_communicatie: has no fax, mobiel$"):
        KOPPELING.communicatie(mobiel="0612345678", telefoon="0101234567", fax="0101234568")


# What is left out


def test_what_nobody_asked_for_is_left_out_without_a_warning_and_with_a_finding() -> None:
    werknemer = example(Werknemer, burgerservicenummer="012345672")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        built = message(KOPPELING, werknemer)
    assert built.werkgever[0].werknemer[0].burgerservicenummer is None
    findings: list[Finding] = []
    message(KOPPELING, werknemer, findings=findings)
    assert [(finding.id, finding.message) for finding in findings] == [
        ("BLD-NOT-REQUESTED", "Werknemer.burgerservicenummer: not sent; the coupling does not ask for it")
    ]


def test_an_office_delivers_for_the_employers() -> None:
    kantoor = example(Administratiekantoor, kvk_nummer="01234567")
    office = message(koppeling(administratiekantoor=kantoor)).administratiekantoor
    assert office is not None
    assert (office.handelsnaam_organisatie, office.inschrijvingsnummer_kamer_van_koophandel) == (kantoor.naam, "01234567")
    assert message(KOPPELING).administratiekantoor is None
