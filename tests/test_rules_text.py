"""Text that is empty, or that holds what nobody sees: LEEG-1, LEEG-2 and TXT-1."""

from __future__ import annotations

import pytest
from test_rules_support import RETOUR_MESSAGE, VERZUIM_MESSAGE, found, insert, replace

from sivi2017.rules.tekst import is_text
from sivi2017.schema.model import every_message

BLANKS = ["", " ", " \t\n ", "\u00a0", "\u200b\u2003"]

KEYS = {
    "BrAlg/IdInzndr": "VERZUIMSYSTEEM",
    "BrAlg/IdOntvngr": "ARBODIENST",
    "BrAlg/Berrefnr": "BER-0001",
    "Wrkgvr[1]/IdWrkgvrArbdnst": "WG-1",
    "Wrknmr[1]/IdWrknmr": "WN-1",
    "Dnstvbnd[1]/IdDnstvbnd": "DV-1",
    "Vrzm[1]/VrzmgvlId": "VG-1",
    "Wrknmr[1]/SignNm": ">Voorbeeld<",
    "Dnstvbnd[1]/OrgeenhCd": "OE-1",
}


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(("place", "value"), KEYS.items())
def test_a_key_is_not_blank(place: str, value: str, blank: str) -> None:
    """White space of every kind, and what has no width, is blank."""
    bare = value.strip("><")
    assert found("LEEG-1", replace(VERZUIM_MESSAGE, (value, value.replace(bare, blank)))) == [place]


@pytest.mark.parametrize("value", ["0", ".", " WN-1 "])
def test_one_character_that_can_be_seen_is_enough(value: str) -> None:
    assert found("LEEG-1", replace(VERZUIM_MESSAGE, ("WN-1", value))) == []


def test_the_key_of_a_contact_person_is_not_blank_either() -> None:
    """It is the key of an employee; who has none leaves the element out."""
    person = (
        "<Cntprsn><IdWrknmr> </IdWrknmr><Achternaam>Voorbeeld</Achternaam><RolCntprsnCd>01</RolCntprsnCd>"
        "<Com><SrtComCd>01</SrtComCd><NrCom>0000000000</NrCom></Com></Cntprsn>"
    )
    text = insert(VERZUIM_MESSAGE, "</AansltnrGeguitwlngArbdnst>", person)
    assert found("LEEG-1", text) == ["Cntprsn[1]/IdWrknmr"]
    assert found("LEEG-1", replace(text, ("<IdWrknmr> </IdWrknmr>", ""))) == []


def test_an_answer_has_its_own_reference() -> None:
    assert found("LEEG-1", replace(RETOUR_MESSAGE, ("RET-0001", " "))) == ["BrAlg/Berrefnr"]


@pytest.mark.parametrize("blank", BLANKS)
def test_the_aansluitnummer_is_better_not_blank(blank: str) -> None:
    text = replace(VERZUIM_MESSAGE, ("AANSL-1", blank))
    assert found("LEEG-2", text) == ["Wrkgvr[1]/AansltnrGeguitwlngArbdnst"]
    assert found("LEEG-1", text) == []


def with_name(name: str) -> str:
    return replace(VERZUIM_MESSAGE, (">Voorbeeld<", f">{name}<"))


@pytest.mark.parametrize(
    "name", ["Voorbeeld", "de Vries-van Dijk", "O'Hara \u2013 \u0141\u00f3d\u017a", "e\u0301", "", "x  y", "\U0001f600"]
)
def test_text_that_shows_what_it_has_is_right(name: str) -> None:
    """Any letter, sign or accent, and blanks between words."""
    assert found("TXT-1", with_name(name)) == []


@pytest.mark.parametrize(
    "name",
    [
        " Voorbeeld",
        "Voorbeeld ",
        " ",
        "Voor\tbeeld",
        "Voorbeeld\n",
        "Voor\u00a0beeld",
        "Voor\u2003beeld",
        "Voor\u007fbeeld",
        "Voor\u0085beeld",
        "Voor\u009fbeeld",
        "Voor\u2028beeld",
        "Voor\u2029beeld",
        "Voor\u200bbeeld",
        "\ufeffVoorbeeld",
        "Voor\u202ebeeld",
        "Voor\u00adbeeld",
    ],
)
def test_text_with_something_that_nobody_sees_is_found(name: str) -> None:
    """Blanks at an end, other white space, control characters, separators of lines, and format characters."""
    assert found("TXT-1", with_name(name)) == ["Wrknmr[1]/SignNm"]


def test_what_the_font_does_not_have_is_not_invisible() -> None:
    """A character for private use, or one that a later Unicode has, is for others to judge."""
    assert found("TXT-1", with_name("Voor\ue000beeld\u0378")) == []


def test_a_key_is_no_text() -> None:
    """It is compared as it is; so is a telephone number."""
    text = replace(VERZUIM_MESSAGE, ("WN-1", " WN\u00a01 "), ("OE-1", " OE-1 "))
    assert found("TXT-1", insert(text, "</IdWrknmr>", "<Com><SrtComCd>01</SrtComCd><NrCom> 0000000000 </NrCom></Com>")) == []


def test_these_elements_are_text() -> None:
    """Names, places and free text; the addition to a house number is part of a place."""
    elements = {element for message in every_message() for _, element in message.root.walk()}
    assert {element.tag for element in elements if is_text(element)} == {
        "Achternaam",
        "HndlsnmOrg",
        "HuisToev",
        "Landnm",
        "LocomsBtl",
        "NmFnct",
        "NmKostenplaats",
        "NmOrgeenh",
        "NmVrpladrs",
        "OmsStandplts",
        "OndKostenplaatsNm",
        "OndOrgeenhCdNm",
        "RegBtl",
        "Roepnaam",
        "SignNm",
        "StraatLang",
        "TitANm",
        "TitVNm",
        "Toelchtng",
        "Voorl",
        "Voorv",
        "VrijeTekst",
        "Wnpl",
        "WnplBtl",
    }
