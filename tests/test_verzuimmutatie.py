"""Flow 1: what each event of an absence case says in its message, element by element."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from domain_strategies import example
from lxml import etree
from strategies import local
from xsdata.models.datatype import XmlDate

import sivi2017
from sivi2017 import bindings
from sivi2017.codes import RedenEindeVerzuim, SoortActie, SoortAdres, SoortVerpleegadres
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Verpleegadres
from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Partner, Werknemer
from sivi2017.errors import InvalidMessage, InvalidValue, LeftOutWarning
from sivi2017.flows.verzuimmutatie import EVENT_CODES, Verzuimregel
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.report import Finding

KOPPELING = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST")
WERKGEVER, WERKNEMER, DIENSTVERBAND = example(Werkgever), example(Werknemer), example(Dienstverband)
ZIEK = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6))
DEELS = ZIEK.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
HERSTELD = DEELS.hersteldmelding(per=date(2017, 3, 20))


def message(geval: Verzuimgeval = ZIEK, koppeling: Koppeling = KOPPELING, **other: Any) -> bindings.Verzuimmeldingen:
    """The message of the last report of a case."""
    given = {"werkgever": WERKGEVER, "werknemer": WERKNEMER, "dienstverband": DIENSTVERBAND, **other}
    return koppeling.verzuimmutatie(geval=geval, **given)


def group(message: bindings.Message, tag: str) -> dict[str, str | None]:
    """The elements with a value in a group that stands in a message once, by tag."""
    nodes = [node for node in etree.fromstring(sivi2017.write(message)).iter() if local(node) == tag]
    (node,) = nodes
    return {local(child): child.text for child in node if not len(child)}


# The events


def report(**other: str | None) -> dict[str, str]:
    """What a ziekmelding says, with other values; None for an element that is not there."""
    elements: dict[str, str | None] = {
        "VrwrkCd": "01",
        "IngdatMutVrzm": "2017-03-06",
        "VrzmgvlId": "VG-1",
        "VrzmgvlVnrMld": "1",
        "EndVrzmJN": "N",
        "DatEerstVrzmdg": "2017-03-06",
        "PrcVrzm": "100.00",
        "OorzkVrzmCd": "99",
        "VngntJN": "O",
        **other,
    }
    return {tag: text for tag, text in elements.items() if text is not None}


PARTLY = {"VrwrkCd": "02", "VrzmgvlVnrMld": "2", "IngdatMutVrzm": "2017-03-13", "PrcVrzm": "50.00"}
ENDED = {"IngdatMutVrzm": "2017-03-20", "EndVrzmJN": "J", "DatHrstld": "2017-03-20", "PrcVrzm": "0.00"}


@pytest.mark.parametrize(
    ("geval", "expected"),
    [
        pytest.param(ZIEK, report(), id="ziekmelding"),
        pytest.param(
            Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6), verzuimpercentage=50),
            report(PrcVrzm="50.00"),
            id="ziekmelding of a part",
        ),
        pytest.param(DEELS, report(**PARTLY), id="gedeeltelijke hersteldmelding"),
        pytest.param(
            DEELS.gedeeltelijke_hersteldmelding(per=date(2017, 3, 14), verzuimpercentage=80),
            report(VrwrkCd="02", VrzmgvlVnrMld="3", IngdatMutVrzm="2017-03-14", PrcVrzm="80.00"),
            id="worse again",
        ),
        pytest.param(HERSTELD, report(VrwrkCd="02", VrzmgvlVnrMld="3", **ENDED), id="hersteldmelding"),
        pytest.param(
            ZIEK.hersteldmelding(per=date(2017, 3, 20), reden_einde=RedenEindeVerzuim.CODE_01),
            report(VrwrkCd="02", VrzmgvlVnrMld="2", RdnEndVrzmCd="01", **ENDED),
            id="hersteldmelding with a reason",
        ),
        pytest.param(
            ZIEK.correctie(eerste_verzuimdag=date(2017, 3, 5)),
            report(
                VrwrkCd="03",
                VrzmgvlVnrMld="2",
                IngdatMutVrzm="2017-03-05",
                IngdatMutVrzmOud="2017-03-06",
                DatEerstVrzmdg="2017-03-05",
                DatEerstVrzmdgOud="2017-03-06",
            ),
            id="correctie of the first day after the ziekmelding",
        ),
        pytest.param(
            HERSTELD.correctie(eerste_verzuimdag=date(2017, 3, 5)),
            report(VrwrkCd="03", VrzmgvlVnrMld="4", DatEerstVrzmdg="2017-03-05", DatEerstVrzmdgOud="2017-03-06", **ENDED),
            id="correctie of the first day after a later report",
        ),
        pytest.param(
            HERSTELD.correctie(datum_hersteld=date(2017, 3, 21)),
            report(
                VrwrkCd="03",
                VrzmgvlVnrMld="4",
                IngdatMutVrzmOud="2017-03-20",
                **ENDED | {"IngdatMutVrzm": "2017-03-21", "DatHrstld": "2017-03-21"},
            ),
            id="correctie of the day of recovery",
        ),
        pytest.param(
            DEELS.correctie(verzuimpercentage=40),
            report(**PARTLY | {"VrwrkCd": "03", "VrzmgvlVnrMld": "3", "PrcVrzm": "40.00"}),
            id="correctie of the percentage",
        ),
        pytest.param(
            ZIEK.correctie(id="VG-2"),
            report(VrwrkCd="03", VrzmgvlVnrMld="2", VrzmgvlId="VG-2", VrzmgvlIdOud="VG-1"),
            id="correctie of the key",
        ),
        pytest.param(
            HERSTELD.correctie(einde_verzuim=False, verzuimpercentage=50),
            report(VrwrkCd="03", VrzmgvlVnrMld="4", IngdatMutVrzm="2017-03-20", PrcVrzm="50.00"),
            id="correctie of a recovery that was none",
        ),
        pytest.param(HERSTELD.intrekking(), report(VrwrkCd="05", VrzmgvlVnrMld="4", **ENDED), id="intrekking of a closed case"),
        pytest.param(ZIEK.intrekking(), report(VrwrkCd="05", VrzmgvlVnrMld="2"), id="intrekking of an open case"),
        pytest.param(
            ZIEK.correctie(id="VG-2").intrekking(),
            report(VrwrkCd="05", VrzmgvlVnrMld="3", VrzmgvlId="VG-2"),
            id="intrekking after a correctie",
        ),
    ],
)
def test_an_event_says_just_this(geval: Verzuimgeval, expected: dict[str, str]) -> None:
    assert group(message(geval), "Vrzm") == expected


def test_every_event_has_a_meaning() -> None:
    assert set(EVENT_CODES) == set(SoortMelding)


def test_the_codes_of_the_events_are_those_of_the_coupling() -> None:
    codes = Verwerkingscodes(correctie="05", intrekking="03")
    koppeling = KOPPELING.met(verwerkingscodes={"Verzuimmeldingen": codes})
    for geval, code in ((ZIEK.correctie(verzuimpercentage=50), "05"), (ZIEK.intrekking(), "03"), (DEELS, "02")):
        built = message(geval, koppeling)
        assert group(built, "Vrzm")["VrwrkCd"] == code
        assert koppeling.inhoud(built)[0].gevallen[0].melding.soort is geval.melding.soort


def test_what_is_known_of_a_safety_net_is_said() -> None:
    for vangnet, code in ((True, "J"), (False, "N"), (None, "O")):
        geval = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6), vangnet=vangnet)
        assert group(message(geval), "Vrzm")["VngntJN"] == code


def test_actions_and_texts_stand_each_in_a_group_of_its_own() -> None:
    geval = Verzuimgeval.ziekmelding(
        id="VG-1",
        eerste_verzuimdag=date(2017, 3, 6),
        acties=[SoortActie.CODE_01, SoortActie.CODE_17],
        vrije_tekst=["bel", "mij"],
    )
    built = message(geval, KOPPELING.met(gevraagde_gegevens=["vrije_tekst"]))
    (verzuim,) = built.werkgever[0].werknemer[0].dienstverband[0].verzuim
    assert [actie.actie.value for actie in verzuim.actie] == ["01", "17"]
    assert [tekst.vrije_tekst for tekst in verzuim.vrije_tekst] == ["bel", "mij"]


# The header, and who goes with the event


def test_the_message_has_its_code_its_version_and_who_sends_it_to_whom() -> None:
    header = group(message(), "BrAlg")
    header.pop("AandatBr")
    header.pop("AantijdBr")
    assert len(header.pop("Berrefnr") or "") > 32
    assert header == {
        "BrCd": "00100",
        "VnrBrCd": "00007",
        "IdInzndr": "VERZUIMSYSTEEM",
        "IdOntvngr": "ARBODIENST",
        "TestJN": "N",
        "OntvngstbevJN": "N",
    }


def test_employee_and_employment_are_said_to_be_unchanged() -> None:
    werknemer = example(Werknemer, partner=example(Partner))
    dienstverband = example(Dienstverband, arbeidsrelatie=example(Arbeidsrelatie))
    built = message(werknemer=werknemer, dienstverband=dienstverband)
    for tag in ("Wrknmr", "Prtnr", "Dnstvbnd", "Arbeidsrelatie"):
        assert group(built, tag)["VrwrkCd"] == "04"


def test_what_is_said_of_the_employee_is_a_setting() -> None:
    built = message(koppeling=KOPPELING.met(werknemer_bij_verzuim=Mutatie.NIEUW))
    assert group(built, "Wrknmr")["VrwrkCd"] == "01"
    assert group(built, "Vrzm")["VrwrkCd"] == "01"


@pytest.mark.parametrize("level", ["werknemer", "partner", "dienstverband", "arbeidsrelatie"])
def test_on_which_levels_there_is_a_code_is_a_setting(level: str) -> None:
    werknemer = example(Werknemer, partner=example(Partner))
    dienstverband = example(Dienstverband, arbeidsrelatie=example(Arbeidsrelatie))
    koppeling = KOPPELING.met(niveaus_met_verwerkingscode=[level])
    built = message(koppeling=koppeling, werknemer=werknemer, dienstverband=dienstverband)
    tags = {"werknemer": "Wrknmr", "partner": "Prtnr", "dienstverband": "Dnstvbnd", "arbeidsrelatie": "Arbeidsrelatie"}
    assert [name for name, tag in tags.items() if "VrwrkCd" in group(built, tag)] == [level]
    assert group(built, "Vrzm")["VrwrkCd"] == "01"


def test_hours_department_and_function_hold_from_a_date() -> None:
    dienstverband = example(
        Dienstverband,
        geldt_vanaf=date(2017, 1, 1),
        uren_per_week=36,
        functie="Bakker",
        afdeling="Bakkerij",
        bepaalde_tijd=False,
    )
    assert group(message(dienstverband=dienstverband), "Dnstvbnd") == {
        "VrwrkCd": "04",
        "IngdatMut": "2017-01-01",
        "IdDnstvbnd": "DV-1",
        "Ingdat": "2010-01-01",
        "NmFnct": "Bakker",
        "NmOrgeenh": "Bakkerij",
        "OrgeenhCd": "OE-1",
        "CdBepTd": "O",
        "CntrctUrnWk": "36.00",
    }


# Care addresses


def care(**given: Any) -> Verzuimgeval:
    """A case of somebody who is cared for elsewhere."""
    return attrs.evolve(ZIEK, verpleegadres=example(Verpleegadres, **given))


def test_a_care_address_stands_among_the_addresses_of_the_employee() -> None:
    geval = care(naam="Ziekenhuis", soort=SoortVerpleegadres.CODE_99, adres=example(Adres, soort=SoortAdres.CODE_02))
    built = message(geval, werknemer=example(Werknemer, adressen=[example(Adres)]))
    home, away = built.werkgever[0].werknemer[0].straatadres_nederland
    assert (home.soort_adres.value, home.naam_verpleegadres, home.soort_verpleegadres) == ("01", None, None)
    assert away.soort_verpleegadres is not None
    assert (away.soort_adres.value, away.naam_verpleegadres, away.soort_verpleegadres.value) == ("06", "Ziekenhuis", "99")
    (inhoud,) = KOPPELING.inhoud(built)
    assert inhoud.werknemer == example(Werknemer, adressen=[example(Adres)])


def test_a_care_address_can_be_in_another_country() -> None:
    geval = care(adres=example(BuitenlandsAdres))
    built = message(geval)
    (away,) = built.werkgever[0].werknemer[0].straatadres_buitenland
    assert (away.soort_adres.value, away.land_code) == ("06", "BE")
    (inhoud,) = KOPPELING.inhoud(built)
    assert inhoud.gevallen[0].verpleegadres == geval.verpleegadres


def test_a_care_address_beside_nine_others_is_refused() -> None:
    with pytest.raises(InvalidMessage, match=r"XSD-REPEATED: .*StrAdrNl"):
        message(care(), werknemer=example(Werknemer, adressen=[example(Adres)] * 9))


def test_two_cases_with_one_care_address_name_it_once() -> None:
    gevallen = [care(), attrs.evolve(care(), meldingen=[example(Verzuimmelding, verzuimgeval_id="VG-2")])]
    built = KOPPELING.verzuimmeldingen(WERKGEVER, [Verzuimregel(WERKNEMER, [(DIENSTVERBAND, gevallen)])])
    assert len(built.werkgever[0].werknemer[0].straatadres_nederland) == 1
    (inhoud,) = KOPPELING.inhoud(built)
    assert {geval.verpleegadres for geval in inhoud.gevallen} == {example(Verpleegadres)}


def test_two_care_addresses_of_one_employee_are_refused() -> None:
    gevallen = [care(), attrs.evolve(care(naam="Elders"), meldingen=[example(Verzuimmelding, verzuimgeval_id="VG-2")])]
    with pytest.raises(InvalidValue, match=r"^Verzuimgeval\.verpleegadres: an employee has one in a message, whatever the"):
        KOPPELING.verzuimmeldingen(WERKGEVER, [Verzuimregel(WERKNEMER, [(DIENSTVERBAND, gevallen)])])


def test_a_message_with_two_care_addresses_has_no_content_of_this_kind() -> None:
    built = message(care())
    addresses = built.werkgever[0].werknemer[0].straatadres_nederland
    addresses.append(addresses[0])
    with pytest.raises(InvalidValue, match=r"^Verzuimgeval\.verpleegadres: the message has several, and a case has one$"):
        KOPPELING.inhoud(built)


def test_an_address_of_another_kind_is_left_out_with_a_warning_that_names_the_place_of_the_call() -> None:
    werknemer = example(Werknemer, adressen=[example(Adres), example(Adres, soort=SoortAdres.CODE_04)])
    with pytest.warns(LeftOutWarning) as caught:
        built = KOPPELING.verzuimmutatie(WERKGEVER, werknemer, DIENSTVERBAND, ZIEK)
    with pytest.warns(LeftOutWarning) as caught_of_several:
        KOPPELING.verzuimmeldingen(WERKGEVER, [Verzuimregel(werknemer, [(DIENSTVERBAND, [ZIEK])])])
    assert len(built.werkgever[0].werknemer[0].straatadres_nederland) == 1
    for (warning,) in (caught, caught_of_several):
        assert warning.filename == __file__
        assert str(warning.message) == "Werknemer.adressen: number 2 not sent; this message has no kind 04"


# Several in one message


def several(koppeling: Koppeling = KOPPELING, **ids: list[str]) -> bindings.Verzuimmeldingen:
    """A message with employees, by key, and the keys of their employments; each with a case."""
    regels = [
        Verzuimregel(
            example(Werknemer, id=werknemer),
            [
                (
                    example(Dienstverband, id=key, personeelsnummer=f"P-{werknemer}"),
                    [Verzuimgeval.ziekmelding(id=f"VG-{werknemer}-{key}", eerste_verzuimdag=date(2017, 3, 6))],
                )
                for key in keys
            ],
        )
        for werknemer, keys in ids.items()
    ]
    return koppeling.verzuimmeldingen(WERKGEVER, regels)


def test_a_message_can_have_several_employees_and_employments() -> None:
    inhoud = KOPPELING.inhoud(sivi2017.read(sivi2017.write(several(A=["1", "2"], B=["1"]))))
    assert [(each.werknemer and each.werknemer.id, each.dienstverband.id, each.gevallen[0].id) for each in inhoud] == [
        ("A", "1", "VG-A-1"),
        ("A", "2", "VG-A-2"),
        ("B", "1", "VG-B-1"),
    ]


def test_an_employment_can_have_several_cases() -> None:
    later = Verzuimgeval.ziekmelding(id="VG-2", eerste_verzuimdag=date(2017, 5, 1))
    built = KOPPELING.verzuimmeldingen(WERKGEVER, iter([Verzuimregel(WERKNEMER, iter([(DIENSTVERBAND, (HERSTELD, later))]))]))
    (inhoud,) = KOPPELING.inhoud(built)
    assert [geval.melding for geval in inhoud.gevallen] == [HERSTELD.melding, later.melding]


def test_two_employees_have_two_keys() -> None:
    regel = Verzuimregel(WERKNEMER, [(DIENSTVERBAND, [ZIEK])])
    with pytest.raises(InvalidValue, match=r"^Werknemer\.id: two employees in one message have the same$"):
        KOPPELING.verzuimmeldingen(WERKGEVER, [regel, regel])


def test_a_case_is_reported_once_in_a_message() -> None:
    regel = Verzuimregel(WERKNEMER, [(DIENSTVERBAND, [ZIEK, ZIEK])])
    with pytest.raises(InvalidMessage, match="VRZ-7"):
        KOPPELING.verzuimmeldingen(WERKGEVER, [regel])


@pytest.mark.parametrize("given", [[], [(DIENSTVERBAND, [])]], ids=["no employment", "no case"])
def test_a_line_without_a_case_is_refused(given: list[Any]) -> None:
    with pytest.raises(InvalidValue, match=r"^Verzuimregel\.dienstverbanden: at least one, has 0$"):
        Verzuimregel(WERKNEMER, given)


def test_a_message_without_a_line_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"^regels: at least one, has 0$"):
        KOPPELING.verzuimmeldingen(WERKGEVER, [])


def test_more_cases_than_a_message_holds_are_refused() -> None:
    gevallen = [Verzuimgeval(meldingen=[example(Verzuimmelding, verzuimgeval_id=f"VG-{number}")]) for number in range(100)]
    regel = Verzuimregel(WERKNEMER, [(DIENSTVERBAND, gevallen)])
    with pytest.raises(InvalidMessage, match=r"XSD-REPEATED: .*Vrzm"):
        KOPPELING.verzuimmeldingen(WERKGEVER, [regel])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(DIENSTVERBAND, ZIEK)], "must be several of Verzuimgeval, is a Verzuimgeval"),
        ([(ZIEK, [ZIEK])], "must be a Dienstverband, is a Verzuimgeval"),
        ([(DIENSTVERBAND, [ZIEK, None])], "number 2: must be a Verzuimgeval, is a NoneType"),
        ([DIENSTVERBAND], "must be pairs of a Dienstverband and its cases"),
        (DIENSTVERBAND, "must be pairs of a Dienstverband and its cases"),
        ([(DIENSTVERBAND,)], "must be pairs of a Dienstverband and its cases"),
    ],
)
def test_a_line_is_made_of_employments_and_their_cases(given: Any, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Verzuimregel(WERKNEMER, given)
    assert str(caught.value) == f"Verzuimregel.dienstverbanden: {expected}"


def test_a_line_is_of_an_employee() -> None:
    wrong: Any = WERKGEVER
    with pytest.raises(InvalidValue, match=r"^Verzuimregel\.werknemer: must be a Werknemer, is a Werkgever$"):
        Verzuimregel(wrong, [(DIENSTVERBAND, [ZIEK])])


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("werkgever", WERKNEMER, "werkgever: must be a Werkgever, is a Werknemer"),
        ("werknemer", WERKGEVER, "Verzuimregel.werknemer: must be a Werknemer, is a Werkgever"),
        ("dienstverband", [DIENSTVERBAND], "dienstverband: must be a Dienstverband, is a list"),
        ("geval", ZIEK.melding, "geval: must be a Verzuimgeval, is a Verzuimmelding"),
        ("geval", None, "geval: must be given"),
    ],
)
def test_an_argument_in_the_wrong_place_is_named(name: str, value: Any, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        message(**{name: value})
    assert str(caught.value) == expected


def test_lines_are_lines() -> None:
    wrong: Any = [WERKNEMER]
    with pytest.raises(InvalidValue, match=r"^regels: number 1: must be a Verzuimregel, is a Werknemer$"):
        KOPPELING.verzuimmeldingen(WERKGEVER, wrong)


# Back from a message


def test_a_report_that_nothing_changed_is_a_change_to_the_reader() -> None:
    built = message(HERSTELD)
    (verzuim,) = built.werkgever[0].werknemer[0].dienstverband[0].verzuim
    verzuim.verwerking = bindings.verzuimmeldingen.Verwerkingscode("04")
    (inhoud,) = KOPPELING.inhoud(built)
    assert inhoud.gevallen[0].melding.soort is SoortMelding.HERSTELDMELDING


@pytest.mark.parametrize("day", [XmlDate(2017, 3, 6, 0), XmlDate(2017, 3, 6, 60), XmlDate(10000, 1, 1), XmlDate(-1, 12, 31)])
def test_a_date_that_python_lacks_is_refused_by_its_field(day: XmlDate) -> None:
    built = message()
    built.werkgever[0].werknemer[0].geboortedatum = day
    with pytest.raises(InvalidValue) as caught:
        KOPPELING.inhoud(built)
    expected = "Werknemer.geboortedatum: the domain has dates from the year 1 to 9999, without a zone"
    assert caught.value.faults == (expected,)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_date_that_there_are_are_read(day: date) -> None:
    built = message(werknemer=example(Werknemer, adressen=[example(Adres, ingangsdatum=day)]))
    (inhoud,) = KOPPELING.inhoud(sivi2017.read(sivi2017.write(built)))
    assert inhoud.werknemer == example(Werknemer, adressen=[example(Adres, ingangsdatum=day)])


def test_a_message_that_the_domain_cannot_say_is_refused_by_field() -> None:
    built = message()
    (verzuim,) = built.werkgever[0].werknemer[0].dienstverband[0].verzuim
    verzuim.einde_verzuim = bindings.verzuimmeldingen.JaNee.JA
    with pytest.raises(InvalidValue, match=r"^Verzuimmelding\.datum_hersteld: must be given when the absence has ended$"):
        KOPPELING.inhoud(built)


def test_a_retourmelding_has_no_such_content() -> None:
    from conftest import RETOUR

    assert KOPPELING.inhoud(sivi2017.read(RETOUR.encode())) == ()


def test_only_a_message_has_content() -> None:
    wrong: Any = b"<Verzuimmeldingen/>"
    with pytest.raises(InvalidValue, match=r"^message: must be a Verzuimmeldingen or .*, is a bytes$"):
        KOPPELING.inhoud(wrong)


def test_the_rules_have_their_say_and_warnings_can_be_had() -> None:
    findings: list[Finding] = []
    message(
        dienstverband=example(Dienstverband, ingangsdatum=date(2018, 1, 1), geldt_vanaf=date(2018, 1, 1)), findings=findings
    )
    assert [finding.id for finding in findings] == ["DAT-4"]
