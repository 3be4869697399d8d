"""Address, name, employment and keys of an employee: ADR-1, NAAM-1, DNST-1, SLT-1 and SLT-2."""

from __future__ import annotations

import re

import pytest
from test_rules_support import ASKED, DIENSTVERBANDEN_MESSAGE, VERZUIM_MESSAGE, WERKNEMER_MESSAGE, found, insert, replace

import sivi2017
from sivi2017.rules import rule_findings

NURSED = "<SrtVrplgadrsCd>01</SrtVrplgadrsCd>", "<NmVrpladrs>Ziekenhuis Voorbeeld</NmVrpladrs>"
ADDRESSES = {
    "StrAdrNl[1]": "<StrAdrNl><SrtAdrsCd>{}</SrtAdrsCd>{}<Pc>1234AB</Pc><Wnpl>Stad</Wnpl><Huisnr>1</Huisnr></StrAdrNl>",
    "StrAdrBl[1]": (
        "<StrAdrBl><SrtAdrsCd>{}</SrtAdrsCd>{}<WnplBtl>Stad</WnplBtl><LandCd>BE</LandCd><HuisnrBtl>1</HuisnrBtl></StrAdrBl>"
    ),
}


@pytest.mark.parametrize("group", ADDRESSES)
def test_only_a_verpleegadres_has_a_kind_and_a_name_of_its_own(group: str) -> None:
    """In the country and abroad; it may also have neither."""

    def places(kind: str, fields: str) -> list[str]:
        return found("ADR-1", insert(VERZUIM_MESSAGE, "</IdWrknmr>", ADDRESSES[group].format(kind, fields)))

    assert places("06", "".join(NURSED)) == []
    assert places("06", "") == []
    assert places("01", "") == []
    assert places("01", NURSED[0]) == [f"{group}/SrtVrplgadrsCd"]
    assert places("01", NURSED[1]) == [f"{group}/NmVrpladrs"]
    assert places("01", "".join(NURSED)) == [f"{group}/SrtVrplgadrsCd", f"{group}/NmVrpladrs"]


@pytest.mark.parametrize(("preference", "needs"), [("01", False), ("02", True), ("03", True), ("04", True)])
@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE])
def test_a_preference_for_the_name_of_the_partner_needs_a_partner(text: str, preference: str, needs: bool) -> None:
    """With a Prtnr every preference is right."""
    text = replace(text, ("<NmvrkrCd>01", f"<NmvrkrCd>{preference}"))
    assert found("NAAM-1", text) == (["Wrkgvr[1]/Wrknmr[1]"] if needs else [])
    assert found("NAAM-1", insert(text, "</IdWrknmr>", "<Prtnr><SignNm>Partner</SignNm></Prtnr>")) == []


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE])
def test_a_reason_for_the_end_of_an_employment_needs_an_end(text: str) -> None:
    """An end without a reason is right."""
    employed, end, reason = "</Ingdat>", "<Enddat>2017-03-31</Enddat>", "<RdEndDnstvbndCd>01</RdEndDnstvbndCd>"
    assert found("DNST-1", insert(text, employed, reason)) == ["Dnstvbnd[1]/RdEndDnstvbndCd"]
    assert found("DNST-1", insert(text, employed, end + reason)) == []
    assert found("DNST-1", insert(text, employed, end)) == []


def repeat(text: str, tag: str, key: str, others: list[str]) -> str:
    """A message with an element again and again, each time with another key."""
    match = re.search(f"<{tag}>.*</{tag}>", text, flags=re.DOTALL)
    assert match is not None
    return insert(text, match[0], "".join(replace(match[0], (key, other)) for other in others))


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE])
def test_employees_of_an_employer_have_their_own_key(text: str) -> None:
    """Each that has the key of one before it has a finding. A key is text: another case or a zero makes another key."""
    assert found("SLT-1", repeat(text, "Wrknmr", "WN-1", ["WN-2", "wn-1", "WN-01"])) == []
    places = ["Wrknmr[2]/IdWrknmr", "Wrknmr[4]/IdWrknmr"]
    assert found("SLT-1", repeat(text, "Wrknmr", "WN-1", ["WN-1", "WN-2", "WN-2"])) == places


def test_employees_of_two_employers_may_have_the_same_key() -> None:
    assert found("SLT-1", repeat(WERKNEMER_MESSAGE, "Wrkgvr", "WG-1", ["WG-2"])) == []


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE])
def test_employments_of_an_employee_have_their_own_key(text: str) -> None:
    assert found("SLT-2", repeat(text, "Dnstvbnd", "DV-1", ["DV-2", "DV-3"])) == []
    assert found("SLT-2", repeat(text, "Dnstvbnd", "DV-1", ["DV-2", "DV-1"])) == ["Dnstvbnd[3]/IdDnstvbnd"]


def test_the_sentence_names_the_employment_that_had_the_key_first() -> None:
    text = repeat(VERZUIM_MESSAGE, "Dnstvbnd", "DV-1", ["DV-2", "DV-2", "DV-1"])
    messages = [item.message for item in rule_findings(sivi2017.read(text.encode()), ASKED) if item.id == "SLT-2"]
    assert [message.partition(": ")[2] for message in messages] == [
        "must be unique, and is that of Dnstvbnd[2] too",
        "must be unique, and is that of Dnstvbnd[1] too",
    ]


def test_employments_of_two_employees_may_have_the_same_key() -> None:
    assert found("SLT-2", repeat(WERKNEMER_MESSAGE, "Wrknmr", "WN-1", ["WN-2"])) == []
