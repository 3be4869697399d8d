"""What a coupling decides: editions, sensitive data, version and test. EDI-1, PRV-1, PRV-2, KOP-1 and KOP-2."""

from __future__ import annotations

import pytest
from test_rules_support import (
    ASKED,
    DIENSTVERBANDEN_MESSAGE,
    RETOUR_MESSAGE,
    VERZUIM_MESSAGE,
    WERKNEMER_MESSAGE,
    found,
    insert,
    replace,
)

from sivi2017.rules import RuleProfile


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE])
def test_gender_unknown_came_later(text: str) -> None:
    assert found("EDI-1", replace(text, ("<GslchtCd>V", "<GslchtCd>M"))) == []
    assert found("EDI-1", replace(text, ("<GslchtCd>V", "<GslchtCd>O"))) == ["Wrknmr[1]/GslchtCd"]


@pytest.mark.parametrize("code", ["01", "02", "04", "05", "06", "07", "08", "09", "10"])
def test_kinds_of_communication_from_06_came_later(code: str) -> None:
    text = insert(VERZUIM_MESSAGE, "</IdWrknmr>", f"<Com><SrtComCd>{code}</SrtComCd><NrCom>0000000000</NrCom></Com>")
    assert found("EDI-1", text) == (["Com[1]/SrtComCd"] if code >= "06" else [])


@pytest.mark.parametrize("code", ["01", "19", "20", "24"])
def test_kinds_of_employment_from_20_came_later(code: str) -> None:
    text = replace(VERZUIM_MESSAGE, ("<FsIndFZ>", f"<SrtDnstvbndCd>{code}</SrtDnstvbndCd><FsIndFZ>"))
    assert found("EDI-1", text) == (["Dnstvbnd[1]/SrtDnstvbndCd"] if code >= "20" else [])


@pytest.mark.parametrize(
    ("after", "elements", "tag", "place"),
    [
        ("</OrgeenhCd>", "<OmsStandplts>Winkel</OmsStandplts>", "OmsStandplts", "Dnstvbnd[1]/OmsStandplts"),
        ("</GslchtCd>", "<NivOpldngCd>01</NivOpldngCd>", "NivOpldngCd", "Wrknmr[1]/NivOpldngCd"),
        ("</IdWrknmr>", "<BnkGiro><Iban>NL91ABNA0417164300</Iban></BnkGiro>", "BnkGiro", "Wrknmr[1]/BnkGiro"),
        (
            "</AansltnrGeguitwlngArbdnst>",
            "<PbadrsNl><Pc>1234AB</Pc><Wnpl>Stad</Wnpl><Pbnr>1</Pbnr></PbadrsNl>",
            "PbadrsNl",
            "Wrkgvr[1]/PbadrsNl[1]",
        ),
        (
            "</CntrctUrnWk>",
            "<Kostenplaats><NmKostenplaats>Winkel</NmKostenplaats><KostenplaatsCd>1</KostenplaatsCd></Kostenplaats>",
            "Kostenplaats",
            "Dnstvbnd[1]/Kostenplaats[1]",
        ),
    ],
)
def test_an_element_of_a_later_edition_is_found_once_unless_asked_for(after: str, elements: str, tag: str, place: str) -> None:
    """A group is told of, and not what is in it."""
    text = insert(VERZUIM_MESSAGE, after, elements)
    assert found("EDI-1", text) == [place]
    assert found("EDI-1", text, RuleProfile(requested={tag})) == []


def test_free_text_is_found_wherever_it_stands() -> None:
    """Asking for it does not make it safe."""
    free = "<VrTkst><VrijeTekst>tekst</VrijeTekst></VrTkst><VrTkst><VrijeTekst/></VrTkst>"
    text = insert(VERZUIM_MESSAGE, "</VngntJN>", free)
    profile = RuleProfile(requested={"VrTkst", "VrijeTekst"})
    assert found("PRV-1", text, profile) == ["VrTkst[1]/VrijeTekst", "VrTkst[2]/VrijeTekst"]
    assert found("PRV-1", VERZUIM_MESSAGE) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (VERZUIM_MESSAGE, "Wrknmr[1]/SofiNr"),
        (WERKNEMER_MESSAGE, "Wrknmr[1]/SofiNr"),
        (insert(DIENSTVERBANDEN_MESSAGE, "</GslchtCd>", "<NivOpldngCd>01</NivOpldngCd>"), "Wrknmr[1]/NivOpldngCd"),
    ],
)
def test_sensitive_data_are_found_unless_asked_for(text: str, place: str) -> None:
    assert found("PRV-2", text, RuleProfile()) == [place]
    assert found("PRV-2", text, RuleProfile(requested={place.split("/")[1]})) == []


def test_a_bank_account_is_found_once() -> None:
    """Not for each number in it."""
    account = "<BnkGiro><Iban>NL91ABNA0417164300</Iban><Bic>ABNANL2A</Bic></BnkGiro>"
    assert found("PRV-2", insert(VERZUIM_MESSAGE, "</IdWrknmr>", account)) == ["Wrknmr[1]/BnkGiro"]


def test_leave_for_pregnancy_adoption_or_foster_care_is_sensitive() -> None:
    text = insert(VERZUIM_MESSAGE, "</VngntJN>", "<WAZOCd>01</WAZOCd>")
    assert found("PRV-2", text) == ["Vrzm[1]/WAZOCd"]
    assert found("PRV-2", text, RuleProfile(requested={"SofiNr", "WAZOCd"})) == []


@pytest.mark.parametrize(
    ("text", "version"),
    [
        (VERZUIM_MESSAGE, "00007"),
        (WERKNEMER_MESSAGE, "00001"),
        (DIENSTVERBANDEN_MESSAGE, "00001"),
        (RETOUR_MESSAGE, "00001"),
    ],
)
def test_each_message_has_the_version_that_is_expected_of_it(text: str, version: str) -> None:
    assert found("KOP-1", text) == []
    assert found("KOP-1", replace(text, (f"<VnrBrCd>{version}", "<VnrBrCd>00010"))) == ["BrAlg/VnrBrCd"]


def test_the_expected_version_is_a_setting_of_the_coupling() -> None:
    """Of a message for which none is set every version is right."""
    assert found("KOP-1", VERZUIM_MESSAGE, RuleProfile(versions={"Verzuimmeldingen": "00010"})) == ["BrAlg/VnrBrCd"]
    assert found("KOP-1", VERZUIM_MESSAGE, RuleProfile(versions={})) == []


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE, RETOUR_MESSAGE])
def test_a_test_message_belongs_in_a_test_environment(text: str) -> None:
    """All these messages are a test. Where it is not known what the environment is, the rule is silent."""
    real = replace(text, ("<TestJN>J", "<TestJN>N"))
    assert found("KOP-2", text, RuleProfile(test=True)) == []
    assert found("KOP-2", real, RuleProfile(test=False)) == []
    assert found("KOP-2", text, RuleProfile(test=False)) == ["BrAlg/TestJN"]
    assert found("KOP-2", real, RuleProfile(test=True)) == ["BrAlg/TestJN"]
    assert found("KOP-2", text, ASKED) == found("KOP-2", real, ASKED) == []
