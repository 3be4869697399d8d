"""Numbers with a form of their own: BSN-1, BSN-2, LHN-1, LHN-2, KVK-1, VST-1, PC-1, LAND-1 and IBAN-1."""

from __future__ import annotations

import pytest
from test_rules_support import (
    ASKED,
    DIENSTVERBANDEN_MESSAGE,
    VERZUIM_MESSAGE,
    WERKNEMER_MESSAGE,
    found,
    insert,
    replace,
)

from sivi2017.rules import RuleProfile
from sivi2017.rules.landcodes import LAND_CODES
from sivi2017.rules.postcode import is_postcode


def with_sofinummer(number: str) -> str:
    return replace(VERZUIM_MESSAGE, ("012345672", number))


@pytest.mark.parametrize("number", ["012345672", "12345672", "+012345672", "0012345672", " 012345672\n", "111222333"])
def test_a_burgerservicenummer_that_passes_the_elfproef_is_right_however_it_is_written(number: str) -> None:
    assert found("BSN-1", with_sofinummer(number)) == []


@pytest.mark.parametrize("number", ["012345673", "123456789", "000000000", "0", "-0", "+123456789", "13"])
def test_a_burgerservicenummer_that_does_not_pass_the_elfproef_is_wrong(number: str) -> None:
    assert found("BSN-1", with_sofinummer(number)) == ["Wrknmr[1]/SofiNr"]


@pytest.mark.parametrize("number", ["012345672", "123456789", "\t012345672 "])
def test_a_burgerservicenummer_of_nine_digits_is_written_right(number: str) -> None:
    """The schema takes no notice of white space around a number."""
    assert found("BSN-2", with_sofinummer(number)) == []


@pytest.mark.parametrize("number", ["12345672", "0012345672", "+012345672", "-000000000", "0"])
def test_a_burgerservicenummer_of_another_form_is_not(number: str) -> None:
    assert found("BSN-2", with_sofinummer(number)) == ["Wrknmr[1]/SofiNr"]


def with_loonheffingennummer(number: str) -> str:
    return insert(VERZUIM_MESSAGE, "</AansltnrGeguitwlngArbdnst>", f"<Lhnr>{number}</Lhnr>")


def test_a_loonheffingennummer_is_nine_digits_l_and_two_digits() -> None:
    assert found("LHN-1", with_loonheffingennummer("123456789L01")) == []


@pytest.mark.parametrize(
    "number",
    ["", "123456789", "123456789l01", "123456789B01", "12345678L01", "123456789L1", "123456789L0\u0661", " 23456789L01"],
)
def test_a_loonheffingennummer_of_another_form_is_found(number: str) -> None:
    assert found("LHN-1", with_loonheffingennummer(number)) == ["Wrkgvr[1]/Lhnr"]


@pytest.mark.parametrize(
    ("text", "place"),
    [(WERKNEMER_MESSAGE, "WerknemerGegevens/Wrkgvr[1]"), (DIENSTVERBANDEN_MESSAGE, "Dienstverbanden/Wrkgvr[1]")],
)
def test_the_employee_flow_needs_a_loonheffingennummer(text: str, place: str) -> None:
    """The finding is on the employer, as there is no element to point at."""
    assert found("LHN-2", text) == []
    assert found("LHN-2", replace(text, ("<Lhnr>123456789L01</Lhnr>", ""))) == [place]


def test_the_absence_flow_does_not() -> None:
    assert found("LHN-2", VERZUIM_MESSAGE) == []


@pytest.mark.parametrize(
    ("number", "wrong"),
    [("01234567", False), ("1234567", True), ("+01234567", True), ("001234567", True)],
)
def test_a_number_of_the_kvk_has_eight_digits(number: str, wrong: bool) -> None:
    """That of the employer, and that of an administratiekantoor."""
    element = f"<InschrijvingsnrKvK>{number}</InschrijvingsnrKvK>"
    employer = insert(VERZUIM_MESSAGE, "</HndlsnmOrg>", element)
    assert found("KVK-1", employer) == (["Wrkgvr[1]/InschrijvingsnrKvK"] if wrong else [])
    office = insert(VERZUIM_MESSAGE, "</BrAlg>", f"<AdmKantoor><HndlsnmOrg>Kantoor</HndlsnmOrg>{element}</AdmKantoor>")
    assert found("KVK-1", office) == (["AdmKantoor/InschrijvingsnrKvK"] if wrong else [])


@pytest.mark.parametrize(
    ("number", "places"),
    [
        ("000012345678", []),
        ("12345678", ["Wrkgvr[1]/VestigingsnrHandelsregister"]),
        ("0000012345678", ["Wrkgvr[1]/VestigingsnrHandelsregister"]),
    ],
)
def test_a_number_of_a_branch_has_twelve_digits(number: str, places: list[str]) -> None:
    element = f"<VestigingsnrHandelsregister>{number}</VestigingsnrHandelsregister>"
    assert found("VST-1", insert(VERZUIM_MESSAGE, "</HndlsnmOrg>", element)) == places


def with_postcode(code: str) -> str:
    address = (
        f"<StrAdrNl><SrtAdrsCd>01</SrtAdrsCd><Pc>{code}</Pc><Wnpl>Voorbeeldstad</Wnpl><Huisnr>1</Huisnr></StrAdrNl>"
        f"<PbadrsNl><Pc>{code}</Pc><Wnpl>Voorbeeldstad</Wnpl><Pbnr>1</Pbnr></PbadrsNl>"
    )
    return insert(VERZUIM_MESSAGE, "</AansltnrGeguitwlngArbdnst>", address)


@pytest.mark.parametrize("code", ["1234AB", "9999ZZ", "1000AA", "1234SB"])
def test_a_dutch_postcode_is_right(code: str) -> None:
    assert found("PC-1", with_postcode(code)) == []


@pytest.mark.parametrize(
    "code", ["0234AB", "1234ab", "1234SA", "1234SD", "1234SS", "1234 A", "AB1234", "12345A", "NL1234", "-1234A", "\u0661234AB"]
)
def test_all_else_is_no_dutch_postcode(code: str) -> None:
    """Of a street address and of a post-office box."""
    assert found("PC-1", with_postcode(code)) == ["StrAdrNl[1]/Pc", "PbadrsNl[1]/Pc"]


@pytest.mark.parametrize("code", ["1234 AB", " 1234AB", "1234-AB"])
def test_a_postcode_has_nothing_between_its_signs(code: str) -> None:
    """The schema has no room for it; elsewhere there may be."""
    assert not is_postcode(code)
    assert is_postcode("1234AB")


def test_a_postcode_that_may_be_foreign_is_left_alone() -> None:
    """Where somebody works, and where somebody lives abroad."""
    text = insert(VERZUIM_MESSAGE, "</OrgeenhCd>", "<PcStandplts>B-2000</PcStandplts>")
    assert found("PC-1", insert(text, "</IdWrknmr>", abroad("BE"))) == []


def abroad(country: str) -> str:
    return (
        "<StrAdrBl><SrtAdrsCd>01</SrtAdrsCd><PcBtl>B-2000</PcBtl><WnplBtl>Voorbeeldstad</WnplBtl>"
        f"<LandCd>{country}</LandCd><HuisnrBtl>1</HuisnrBtl></StrAdrBl>"
    )


@pytest.mark.parametrize("country", ["BE", "NL", "DE", "SX", "SS"])
def test_a_country_of_iso_3166_is_right(country: str) -> None:
    assert found("LAND-1", insert(VERZUIM_MESSAGE, "</IdWrknmr>", abroad(country))) == []


@pytest.mark.parametrize("country", ["be", "B ", "UK", "AN", "XK", "EU", "ZZ", "  "])
def test_another_country_is_found(country: str) -> None:
    """Also a code that ISO has withdrawn, reserved or left to users."""
    assert found("LAND-1", insert(VERZUIM_MESSAGE, "</IdWrknmr>", abroad(country))) == ["StrAdrBl[1]/LandCd"]


def test_the_list_of_countries_is_whole() -> None:
    """ISO has assigned 249 codes of two capitals."""
    assert len(LAND_CODES) == 249
    assert all(len(code) == 2 and code.isascii() and code.isalpha() and code.isupper() for code in LAND_CODES)


ASKED_FOR_ACCOUNT = RuleProfile(requested={"SofiNr", "BnkGiro"})


def with_iban(number: str) -> str:
    return insert(VERZUIM_MESSAGE, "</IdWrknmr>", f"<BnkGiro><Iban>{number}</Iban></BnkGiro>")


@pytest.mark.parametrize("number", ["NL91ABNA0417164300", "BE68539007547034", "MT84MALT011000012345MTLCAST001S"])
def test_an_iban_that_fits_its_country_is_right(number: str) -> None:
    """The bank of the second is in no list of banks; it may be new."""
    assert found("IBAN-1", with_iban(number), ASKED_FOR_ACCOUNT) == []


@pytest.mark.parametrize(
    "number",
    [
        "",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300 ",
        "nl91abna0417164300",
        "NL92ABNA0417164300",
        "NL91ABNA041716430",
        "NL9\u0661ABNA0417164300",
        "XX91ABNA0417164300",
        "417164300",
    ],
)
def test_another_text_is_no_iban(number: str) -> None:
    assert found("IBAN-1", with_iban(number), ASKED_FOR_ACCOUNT) == ["BnkGiro/Iban"]


def test_check_digits_that_the_remainder_cannot_tell_from_the_right_ones_are_wrong() -> None:
    """97 is right for this account; 00 leaves the same remainder, and is the check digits of no IBAN."""
    assert found("IBAN-1", with_iban("NL97ABNA0000000075"), ASKED) == []
    assert found("IBAN-1", with_iban("NL00ABNA0000000075"), ASKED) == ["BnkGiro/Iban"]
