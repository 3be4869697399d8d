"""Dates in their order: DAT-1 to DAT-6."""

from __future__ import annotations

import pytest
from test_rules_support import DIENSTVERBANDEN_MESSAGE, VERZUIM_MESSAGE, WERKNEMER_MESSAGE, found, insert, replace

from sivi2017.rules import RuleProfile

FIRST_DAY = "<DatEerstVrzmdg>2017-03-06</DatEerstVrzmdg>"
MUTATION = "<IngdatMutVrzm>2017-03-06</IngdatMutVrzm>"
EMPLOYED = "<Ingdat>2010-01-01</Ingdat>"


@pytest.mark.parametrize(
    ("recovered", "places"),
    [
        ("2017-03-07", []),
        ("2017-03-06", []),
        ("2017-03-06+14:00", []),
        ("12017-01-01", []),
        ("2017-03-05", ["Vrzm[1]/DatHrstld"]),
        ("2016-12-31Z", ["Vrzm[1]/DatHrstld"]),
        ("-2017-03-07", ["Vrzm[1]/DatHrstld"]),
    ],
)
def test_recovery_is_not_before_the_first_day(recovered: str, places: list[str]) -> None:
    """A zone changes nothing, and years before 1 and after 9999 are dates as well."""
    assert found("DAT-1", insert(VERZUIM_MESSAGE, FIRST_DAY, f"<DatHrstld>{recovered}</DatHrstld>")) == places


@pytest.mark.parametrize(
    ("mutation", "places"),
    [("2017-03-06", []), ("2017-04-01", []), ("2017-03-05", ["Vrzm[1]/IngdatMutVrzm"])],
)
def test_a_report_does_not_hold_before_the_first_day(mutation: str, places: list[str]) -> None:
    text = replace(VERZUIM_MESSAGE, (MUTATION, f"<IngdatMutVrzm>{mutation}</IngdatMutVrzm>"))
    assert found("DAT-2", text) == places


def test_an_employment_does_not_end_before_it_begins() -> None:
    assert found("DAT-3", insert(VERZUIM_MESSAGE, EMPLOYED, "<Enddat>2010-01-01</Enddat>")) == []
    assert found("DAT-3", insert(VERZUIM_MESSAGE, EMPLOYED, "<Enddat>2009-12-31</Enddat>")) == ["Dnstvbnd[1]/Enddat"]


PERIODS = {
    "StrAdrNl[1]": (
        "</IdWrknmr>",
        "<StrAdrNl><SrtAdrsCd>01</SrtAdrsCd>{}<Pc>1234AB</Pc><Wnpl>Voorbeeldstad</Wnpl><Huisnr>1</Huisnr></StrAdrNl>",
    ),
    "StrAdrBl[1]": (
        "</IdWrknmr>",
        "<StrAdrBl><SrtAdrsCd>01</SrtAdrsCd>{}<WnplBtl>Stad</WnplBtl><LandCd>BE</LandCd><HuisnrBtl>1</HuisnrBtl></StrAdrBl>",
    ),
    "PbadrsNl[1]": (
        "</AansltnrGeguitwlngArbdnst>",
        "<PbadrsNl>{}<Pc>1234AB</Pc><Wnpl>Voorbeeldstad</Wnpl><Pbnr>1</Pbnr></PbadrsNl>",
    ),
    "Kostenplaats[1]": (
        "</CntrctUrnWk>",
        "<Kostenplaats>{}<NmKostenplaats>Winkel</NmKostenplaats><KostenplaatsCd>1</KostenplaatsCd></Kostenplaats>",
    ),
    "Arbeidsrelatie": (
        "</CntrctUrnWk>",
        (
            "<Arbeidsrelatie><IdArbeidsrelatie>AR-1</IdArbeidsrelatie>{}"
            "<AantCtrcturenPWk>36.00</AantCtrcturenPWk></Arbeidsrelatie>"
        ),
    ),
}


@pytest.mark.parametrize("group", PERIODS)
def test_no_other_period_ends_before_it_begins(group: str) -> None:
    """One day is a period too."""
    after, element = PERIODS[group]

    def places(dates: str) -> list[str]:
        return found("DAT-3", insert(VERZUIM_MESSAGE, after, element.format(dates)))

    assert places("<Ingdat>2016-02-29</Ingdat><Enddat>2016-02-29</Enddat>") == []
    assert places("<Ingdat>2016-02-29</Ingdat>") == []
    assert places("<Ingdat>2016-02-29</Ingdat><Enddat>2016-02-28</Enddat>") == [f"{group}/Enddat"]


@pytest.mark.parametrize("dates", ["", "<Enddat>2016-02-28</Enddat>"])
def test_a_period_without_a_start_has_no_order(dates: str) -> None:
    """An address may have an end alone."""
    after, element = PERIODS["StrAdrNl[1]"]
    assert found("DAT-3", insert(VERZUIM_MESSAGE, after, element.format(dates))) == []


@pytest.mark.parametrize(
    ("employed", "places"),
    [
        ("<Ingdat>2017-03-06</Ingdat>", []),
        ("<Ingdat>2010-01-01</Ingdat><Enddat>2017-03-06</Enddat>", []),
        ("<Ingdat>2010-01-01</Ingdat><Enddat>2017-12-31</Enddat>", []),
        ("<Ingdat>2017-03-07</Ingdat>", ["Vrzm[1]/DatEerstVrzmdg"]),
        ("<Ingdat>2010-01-01</Ingdat><Enddat>2017-03-05</Enddat>", ["Vrzm[1]/DatEerstVrzmdg"]),
    ],
)
def test_the_first_day_lies_within_the_employment(employed: str, places: list[str]) -> None:
    """The first and the last day of an employment belong to it."""
    assert found("DAT-4", replace(VERZUIM_MESSAGE, (EMPLOYED, employed))) == places


def test_a_withdrawn_case_may_lie_outside_the_employment() -> None:
    """That may be just why it is withdrawn; the profile says which code a withdrawal has."""
    text = replace(VERZUIM_MESSAGE, (EMPLOYED, "<Ingdat>2017-03-07</Ingdat>"), ("<VrwrkCd>01", "<VrwrkCd>05"))
    assert found("DAT-4", text) == []
    assert found("DAT-4", text, RuleProfile(verwerkingscodes={"intrekking": "03"})) == ["Vrzm[1]/DatEerstVrzmdg"]


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE])
def test_somebody_is_born_before_the_employment(text: str) -> None:
    """In every message that has both; the day itself is too late."""
    right = replace(text, ("1980-02-29", "2009-12-31"))
    wrong = replace(text, ("1980-02-29", "2010-01-01"))
    assert found("DAT-5", right) == []
    assert found("DAT-5", wrong) == ["Dnstvbnd[1]/Ingdat"]


def test_somebody_is_born_before_every_employment() -> None:
    """Each that is too early has a finding of its own."""
    employment = "<Dnstvbnd><IdDnstvbnd>DV-{}</IdDnstvbnd><Ingdat>{}</Ingdat><OrgeenhCd>OE-1</OrgeenhCd></Dnstvbnd>"
    more = employment.format(2, "1979-01-01") + employment.format(3, "1980-03-01") + employment.format(4, "1980-02-28")
    assert found("DAT-5", insert(WERKNEMER_MESSAGE, "</Dnstvbnd>", more)) == ["Dnstvbnd[2]/Ingdat", "Dnstvbnd[4]/Ingdat"]


@pytest.mark.parametrize(("died", "places"), [("2017-03-06", []), ("1980-02-29", []), ("1980-02-28", ["Wrknmr[1]/Overldat"])])
def test_somebody_does_not_die_before_birth(died: str, places: list[str]) -> None:
    assert found("DAT-5", insert(VERZUIM_MESSAGE, "</Gebdat>", f"<Overldat>{died}</Overldat>")) == places


@pytest.mark.parametrize(
    ("made", "date", "places"),
    [
        ("2017-03-06", "2019-03-06", []),
        ("2017-03-06", "2019-03-06-14:00", []),
        ("2017-03-06", "2017-03-07", []),
        ("2018-03-06", "2020-03-06", []),
        ("2017-03-06", "2018-12-31", []),
        ("2016-02-29", "2018-02-28", []),
        ("2017-03-06", "2019-03-07", ["Dnstvbnd[1]/Enddat"]),
        ("2017-03-06", "2020-01-01", ["Dnstvbnd[1]/Enddat"]),
        ("2016-02-29", "2018-03-01", ["Dnstvbnd[1]/Enddat"]),
        ("2017-03-06", "20170-03-06", ["Dnstvbnd[1]/Enddat"]),
    ],
)
def test_no_date_is_more_than_two_years_after_the_message(made: str, date: str, places: list[str]) -> None:
    """To the day, also for a message of 29 February."""
    text = replace(WERKNEMER_MESSAGE, ("<AandatBr>2017-03-06", f"<AandatBr>{made}"))
    assert found("DAT-6", insert(text, EMPLOYED, f"<Enddat>{date}</Enddat>")) == places


def test_every_date_is_looked_at() -> None:
    """Each has a finding of its own."""
    text = replace(WERKNEMER_MESSAGE, ("2017-03-06", "1970-01-01"))
    assert found("DAT-6", text) == ["Wrknmr[1]/Gebdat", "Dnstvbnd[1]/Ingdat"]
