"""Flow 2: what is told of an employee or an employment without absence, and to whom it may be told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from domain_strategies import example
from lxml import etree
from strategies import local

import sivi2017
from sivi2017 import bindings, examples
from sivi2017.codes import RedenEindeDienstverband, SoortAdres
from sivi2017.domain.adres import Adres
from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Partner, Werknemer
from sivi2017.errors import InvalidMessage, InvalidValue, NotPermitted, SiviError
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.report import Finding

KOPPELING = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", datakluis=True)
DICHT = KOPPELING.met(datakluis=False)
"""A coupling whose receiver may not know people who never were ill."""
WERKGEVER, WERKNEMER, DIENSTVERBAND = example(Werkgever), example(Werknemer), example(Dienstverband)
UIT_DIENST = example(Dienstverband, einddatum=date(2017, 3, 31), reden_einde=RedenEindeDienstverband.CODE_01)
OP_NUMMER = KOPPELING.met(koppelsleutel_werknemer="personeelsnummer", koppelsleutel_dienstverband="personeelsnummer")
BEIDE = pytest.mark.parametrize("name", ["werknemermutatie", "dienstverbandmutatie"])


def build(
    name: str,
    dienstverbanden: Any = (DIENSTVERBAND,),
    koppeling: Koppeling = KOPPELING,
    werknemer: Werknemer = WERKNEMER,
    **other: Any,
) -> Any:
    """A message of flow 2."""
    return getattr(koppeling, name)(WERKGEVER, werknemer, dienstverbanden, **other)


def group(message: bindings.Message, tag: str) -> dict[str, str | None]:
    """The elements with a value in the first group of a message with a tag."""
    node = next(node for node in etree.fromstring(sivi2017.write(message)).iter() if local(node) == tag)
    return {local(child): child.text for child in node if not len(child)}


# What the message says


def test_an_employee_is_told_with_name_and_employment() -> None:
    message = KOPPELING.werknemermutatie(WERKGEVER, WERKNEMER, [DIENSTVERBAND])
    assert group(message, "Wrknmr") == {
        "VrwrkCd": "02",
        "Gebdat": "1980-02-29",
        "SignNm": "Voorbeeld",
        "Voorl": "ABC",
        "NmvrkrCd": "01",
        "GslchtCd": "V",
        "IdWrknmr": "WN-1",
    }
    assert group(message, "Dnstvbnd") == {
        "VrwrkCd": "02",
        "IngdatMut": "2010-01-01",
        "IdDnstvbnd": "DV-1",
        "Ingdat": "2010-01-01",
        "OrgeenhCd": "OE-1",
    }


def test_employments_can_be_told_without_name() -> None:
    message = KOPPELING.dienstverbandmutatie(WERKGEVER, WERKNEMER, [DIENSTVERBAND])
    expected = {"VrwrkCd": "02", "Gebdat": "1980-02-29", "GslchtCd": "V", "IdWrknmr": "WN-1"}
    assert group(message, "Wrknmr") == expected
    (inhoud,) = KOPPELING.inhoud(message)
    assert (inhoud.werknemer, inhoud.gevallen) == (None, ())


def test_the_name_of_the_partner_is_read_back() -> None:
    """A group in a group, with fields of its own."""
    file = Path(examples.__file__).parent / "10-naam-van-de-partner.xml"
    partners = [inhoud.werknemer.partner for inhoud in KOPPELING.inhoud(sivi2017.read(file)) if inhoud.werknemer]
    assert [(partner.achternaam, partner.voorvoegsels) for partner in partners if partner] == [("Horstakker", "ter")] * 2


@pytest.mark.parametrize(
    ("name", "code", "version"),
    [("werknemermutatie", "00600", "00001"), ("dienstverbandmutatie", "00106", "00001")],
)
def test_a_message_has_its_code_and_its_version(name: str, code: str, version: str) -> None:
    header = group(build(name), "BrAlg")
    assert (header["BrCd"], header["VnrBrCd"]) == (code, version)


@BEIDE
@pytest.mark.parametrize(
    ("mutatie", "code"),
    [("nieuw", "01"), ("wijziging", "02"), ("correctie", "03"), ("ongewijzigd", "04"), ("intrekking", "05")],
)
def test_what_happened_is_said_on_every_level(name: str, mutatie: str, code: str) -> None:
    werknemer = example(Werknemer, partner=example(Partner))
    dienstverband = example(Dienstverband, arbeidsrelatie=example(Arbeidsrelatie))
    message = build(name, [dienstverband], werknemer=werknemer, mutatie=Mutatie(mutatie))
    levels = {"Wrknmr", "Prtnr", "Dnstvbnd", "Arbeidsrelatie"} - ({"Prtnr"} if name == "dienstverbandmutatie" else set())
    assert {tag: group(message, tag)["VrwrkCd"] for tag in levels} == dict.fromkeys(levels, code)


def test_the_codes_are_those_of_the_message() -> None:
    koppeling = KOPPELING.met(verwerkingscodes={"WerknemerGegevens": Verwerkingscodes(correctie="05", intrekking="03")})
    assert group(build("werknemermutatie", koppeling=koppeling, mutatie=Mutatie.INTREKKING), "Wrknmr")["VrwrkCd"] == "03"
    assert group(build("dienstverbandmutatie", koppeling=koppeling, mutatie=Mutatie.INTREKKING), "Wrknmr")["VrwrkCd"] == "05"


@BEIDE
def test_levels_without_a_code_are_a_setting(name: str) -> None:
    message = build(name, koppeling=KOPPELING.met(niveaus_met_verwerkingscode=[]))
    assert "VrwrkCd" not in group(message, "Wrknmr") | group(message, "Dnstvbnd")


@BEIDE
def test_a_departure_is_the_end_of_the_employment(name: str) -> None:
    told = group(build(name, [UIT_DIENST]), "Dnstvbnd")
    assert (told["Enddat"], told["RdEndDnstvbndCd"]) == ("2017-03-31", "01")


@BEIDE
def test_a_death_is_told_of_the_employee(name: str) -> None:
    message = build(name, werknemer=example(Werknemer, overlijdensdatum=date(2017, 3, 6)))
    assert group(message, "Wrknmr")["Overldat"] == "2017-03-06"


@BEIDE
def test_a_change_of_key_tells_the_old_one(name: str) -> None:
    dienstverband = example(Dienstverband, id_oud="DV-0", personeelsnummer="P-1", personeelsnummer_oud="P-0")
    message = build(name, [dienstverband], werknemer=example(Werknemer, id_oud="WN-0"))
    assert group(message, "Wrknmr")["IdWrknmrOud"] == "WN-0"
    told = group(message, "Dnstvbnd")
    assert (told["IdDnstvbndOud"], told["PersNr"], told["PersNrOud"]) == ("DV-0", "P-1", "P-0")


def test_an_address_that_no_absence_message_takes_is_told() -> None:
    werknemer = example(Werknemer, adressen=[example(Adres, soort=SoortAdres.CODE_04)])
    assert group(build("werknemermutatie", werknemer=werknemer), "StrAdrNl")["SrtAdrsCd"] == "04"


# The key


def key_of(message: Any) -> tuple[str, str]:
    """The keys of the employee and of the first employment."""
    werknemer = message.werkgever[0].werknemer[0]
    return werknemer.identificatie_werknemer, werknemer.dienstverband[0].identificatie_dienstverband


def test_the_key_is_the_same_in_both_flows() -> None:
    dienstverband = example(Dienstverband, personeelsnummer="P-1")
    geval = Verzuimgeval(meldingen=[example(Verzuimmelding)])
    for koppeling, keys in ((KOPPELING, ("WN-1", "DV-1")), (OP_NUMMER, ("P-1", "P-1"))):
        absence = koppeling.verzuimmutatie(WERKGEVER, WERKNEMER, dienstverband, geval)
        employee = koppeling.werknemermutatie(WERKGEVER, WERKNEMER, [dienstverband])
        assert key_of(absence) == key_of(employee) == keys


@BEIDE
def test_where_the_number_is_the_key_the_old_number_is_the_old_key(name: str) -> None:
    dienstverband = example(Dienstverband, id_oud="DV-0", personeelsnummer="P-1", personeelsnummer_oud="P-0")
    message = build(name, [dienstverband], OP_NUMMER, example(Werknemer, id_oud="WN-0"))
    assert group(message, "Wrknmr")["IdWrknmrOud"] == "P-0"
    assert group(message, "Dnstvbnd")["IdDnstvbndOud"] == "P-0"


@BEIDE
def test_where_the_number_is_the_key_it_must_be_there(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        build(name, koppeling=OP_NUMMER.met(koppelsleutel_dienstverband="id"))
    text = "must be given, since it is the koppelsleutel of the employee"
    assert caught.value.faults == (f"Dienstverband.personeelsnummer: {text}",)
    with pytest.raises(InvalidValue) as caught:
        build(name, koppeling=OP_NUMMER.met(koppelsleutel_werknemer="id"))
    text = "must be given, since it is the key of the employment"
    assert caught.value.faults == (f"Dienstverband.personeelsnummer: {text}",)


@pytest.mark.parametrize("wrong", ["personeelsnummer", "personeelsnummer_oud"])
def test_where_the_number_is_the_key_there_is_one(wrong: str) -> None:
    koppeling = OP_NUMMER.met(koppelsleutel_dienstverband="id")
    same = {"personeelsnummer": "P-1", "personeelsnummer_oud": "P-0"}
    dienstverbanden = [example(Dienstverband, **same), example(Dienstverband, **same | {"id": "DV-2"})]
    assert key_of(build("werknemermutatie", dienstverbanden, koppeling)) == ("P-1", "DV-1")
    other = example(Dienstverband, **same | {"id": "DV-2", wrong: "P-9"})
    with pytest.raises(InvalidValue) as caught:
        build("werknemermutatie", [dienstverbanden[0], other], koppeling)
    text = "every employment must have the same, since it is the koppelsleutel of the employee"
    assert caught.value.faults == (f"Dienstverband.{wrong}: {text}",)


def test_what_only_an_absence_message_says_is_told_of() -> None:
    findings: list[Finding] = []
    werkgever = example(Werkgever, eigenrisicodrager_wga=True)
    KOPPELING.werknemermutatie(werkgever, WERKNEMER, [DIENSTVERBAND], findings=findings)
    assert [(finding.id, finding.message) for finding in findings if finding.id.startswith("BLD-")] == [
        (
            "BLD-OTHER-MESSAGE",
            "Werkgever.eigenrisicodrager_wga: not sent; this kind of message has no element for it",
        )
    ]
    again = KOPPELING.werknemermutatie(werkgever, WERKNEMER, [DIENSTVERBAND])  # without a warning, which would be an error here
    assert again.werkgever[0].handelsnaam_organisatie == werkgever.naam


def test_two_employments_with_one_number_are_refused_where_it_is_their_key() -> None:
    same = {"personeelsnummer": "P-1"}
    dienstverbanden = [example(Dienstverband, **same), example(Dienstverband, **same, id="DV-2")]
    with pytest.raises(InvalidMessage, match="SLT-2"):
        build("werknemermutatie", dienstverbanden, OP_NUMMER)


# The Datakluis


@BEIDE
def test_without_datakluis_nobody_is_told_of_who_never_was_ill(name: str) -> None:
    with pytest.raises(NotPermitted) as caught:
        build(name, [UIT_DIENST], DICHT)
    assert isinstance(caught.value, SiviError)
    assert str(caught.value).startswith("the Datakluis of the receiver is off for this employer, so that it may not be told of")


@BEIDE
def test_without_datakluis_the_changes_of_who_was_ill_are_not_told(name: str) -> None:
    leaving, staying = UIT_DIENST, example(Dienstverband, id="DV-2")
    with pytest.raises(NotPermitted) as caught:
        build(name, [leaving, staying], DICHT, verzuim_gehad=True)
    assert str(caught.value).endswith("only the departure may be told, with an einddatum on every Dienstverband")


@BEIDE
def test_without_datakluis_the_departure_of_who_was_ill_is_told(name: str) -> None:
    assert group(build(name, [UIT_DIENST], DICHT, verzuim_gehad=True), "Dnstvbnd")["Enddat"] == "2017-03-31"


@BEIDE
def test_without_datakluis_the_death_of_who_was_ill_is_told(name: str) -> None:
    werknemer = example(Werknemer, overlijdensdatum=date(2017, 3, 6))
    assert group(build(name, koppeling=DICHT, werknemer=werknemer, verzuim_gehad=True), "Wrknmr")["Overldat"] == "2017-03-06"


def test_the_datakluis_can_be_on_for_some_employers() -> None:
    koppeling = KOPPELING.met(datakluis=["WG-1", "WG-2"])
    assert key_of(build("werknemermutatie", koppeling=koppeling)) == ("WN-1", "DV-1")
    with pytest.raises(NotPermitted):
        koppeling.werknemermutatie(example(Werkgever, id="WG-3"), WERKNEMER, [DIENSTVERBAND])


def test_an_absence_is_told_without_datakluis() -> None:
    geval = Verzuimgeval(meldingen=[example(Verzuimmelding)])
    assert key_of(DICHT.verzuimmutatie(WERKGEVER, WERKNEMER, DIENSTVERBAND, geval)) == ("WN-1", "DV-1")


# What is refused


@BEIDE
@pytest.mark.parametrize(
    ("dienstverbanden", "expected"),
    [
        (DIENSTVERBAND, "dienstverbanden: must be several of Dienstverband, is a Dienstverband"),
        ([WERKNEMER], "dienstverbanden: number 1: must be a Dienstverband, is a Werknemer"),
        (None, "dienstverbanden: must be given"),
        (
            [example(Dienstverband, ingangsdatum=date(1980, 2, 29))],
            "Werknemer.geboortedatum: must be before the ingangsdatum of every Dienstverband",
        ),
        ([DIENSTVERBAND, DIENSTVERBAND], "Dienstverband.id: two employments of an employee have the same"),
    ],
)
def test_employments_that_cannot_be_are_refused(name: str, dienstverbanden: Any, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        build(name, dienstverbanden)
    assert caught.value.faults == (expected,)


@BEIDE
def test_all_that_contradicts_comes_in_one_error(name: str) -> None:
    young = example(Werknemer, geboortedatum=date(2015, 1, 1))
    with pytest.raises(InvalidValue) as caught:
        build(name, [DIENSTVERBAND, DIENSTVERBAND], werknemer=young)
    assert [fault.split(":")[0] for fault in caught.value.faults] == ["Dienstverband.id", "Werknemer.geboortedatum"]


@BEIDE
def test_a_message_without_employment_is_refused(name: str) -> None:
    for koppeling in (KOPPELING, DICHT):
        with pytest.raises(InvalidValue, match=r"^dienstverbanden: at least one, has 0$"):
            build(name, [], koppeling, verzuim_gehad=True)


@BEIDE
def test_an_argument_in_the_wrong_place_is_named(name: str) -> None:
    with pytest.raises(InvalidValue, match=r"^werkgever: must be a Werkgever, is a Werknemer$"):
        getattr(KOPPELING, name)(WERKNEMER, WERKGEVER, [DIENSTVERBAND])
    with pytest.raises(InvalidValue, match=r"^werknemer: must be a Werknemer, is a Dienstverband$"):
        getattr(KOPPELING, name)(WERKGEVER, DIENSTVERBAND, [DIENSTVERBAND])


@BEIDE
def test_what_happened_is_one_of_five(name: str) -> None:
    expected = "^mutatie: must be one of nieuw, wijziging, correctie, ongewijzigd, intrekking$"
    for wrong in ({"mutatie": "verwijderd"}, {"mutaties": {"DV-1": "verwijderd"}}):
        with pytest.raises(InvalidValue, match=expected):
            build(name, **wrong)


@BEIDE
def test_warnings_of_the_rules_can_be_had(name: str) -> None:
    findings: list[Finding] = []
    build(name, findings=findings)
    assert [finding.id for finding in findings] == ["LHN-2"]


@BEIDE
def test_a_rule_that_the_coupling_makes_an_error_refuses_the_message(name: str) -> None:
    from sivi2017.report import Severity

    findings: list[Finding] = []
    with pytest.raises(InvalidMessage) as caught:
        build(name, koppeling=KOPPELING.met(ernst={"LHN-2": Severity.ERROR}), findings=findings)
    assert [finding.id for finding in caught.value.report.errors] == ["LHN-2"]
    assert caught.value.report.message is not None
    assert findings == []
    build(name, koppeling=KOPPELING.met(ernst={"LHN-2": None}), findings=findings)
    assert findings == []


@BEIDE
def test_a_new_employment_of_an_employee_who_is_known_is_told_apart(name: str) -> None:
    """What happened to one employment need not have happened to the others, or to the employee."""
    new = example(Dienstverband, id="DV-2")
    message = build(name, (DIENSTVERBAND, new), mutaties={"DV-2": Mutatie.NIEUW})
    (werknemer,) = message.werkgever[0].werknemer
    assert werknemer.verwerking.value == "02"
    assert [dienstverband.verwerking.value for dienstverband in werknemer.dienstverband] == ["02", "01"]


def test_where_employments_have_no_code_none_is_told_apart() -> None:
    koppeling = KOPPELING.met(niveaus_met_verwerkingscode=["werknemer"])
    message = build("werknemermutatie", koppeling=koppeling, mutaties={"DV-1": Mutatie.NIEUW})
    assert message.werkgever[0].werknemer[0].dienstverband[0].verwerking is None


def test_what_happened_to_an_employment_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidValue, match="mutaties: 1 of the ids are of no Dienstverband"):
        build("werknemermutatie", mutaties={"DV-9": Mutatie.NIEUW})


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ({"werknemer", "dienstverband"}, {"mutatie": Mutatie.INTREKKING}),
        ({"dienstverband"}, {"mutaties": {DIENSTVERBAND.id: Mutatie.INTREKKING}}),
    ],
)
def test_taking_back_without_a_code_for_it_is_refused(levels: set[str], told: dict[str, Any]) -> None:
    """Without a verwerkingscode the receiver would see a change of what should go."""
    silent = KOPPELING.met(niveaus_met_verwerkingscode={"partner"})
    told_of = f"intrekking cannot be said; niveaus_met_verwerkingscode has no {' or '.join(sorted(levels, reverse=True))}"
    with pytest.raises(InvalidValue, match=told_of):
        silent.werknemermutatie(WERKGEVER, WERKNEMER, [DIENSTVERBAND], **told)
    for level in levels:
        saying = KOPPELING.met(niveaus_met_verwerkingscode={level})
        message = saying.werknemermutatie(WERKGEVER, WERKNEMER, [DIENSTVERBAND], **told)
        assert b"<VrwrkCd>05<" in sivi2017.write(message)
