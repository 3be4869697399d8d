"""``Pseudonymiser``: the same person under one pseudonym, a right message, and nothing that names anybody."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from conftest import DIENSTVERBANDEN, MESSAGES, RETOUR, VERZUIM, WERKNEMER, changed, full_message
from hypothesis import given, settings
from hypothesis import strategies as st

import sivi2017
from sivi2017 import testing
from sivi2017.fakes import Company
from sivi2017.privacy import Pseudonymiser
from sivi2017.rules.leeg import is_blank

KEY = bytes(range(32))
PSEUDONYMISER = Pseudonymiser(KEY)
SETTINGS = [
    PSEUDONYMISER,
    Pseudonymiser(KEY, birth_date="month", keep=["werkgevers", "partijen"]),
    Pseudonymiser(KEY, birth_date="five-years", keep=["afdelingen", "functies"], addresses=False),
]
EXAMPLES = sorted(item.name for item in files("sivi2017.examples").iterdir() if item.name.endswith(".xml"))


def made(data: str | bytes, pseudonymiser: Pseudonymiser = PSEUDONYMISER) -> str:
    """What becomes of a message, as text."""
    message = sivi2017.read(data.encode() if isinstance(data, str) else data)
    return sivi2017.write(pseudonymiser.message(message)).decode()


def value(text: str, tag: str) -> str | None:
    """The first value of an element."""
    found = re.search(f"<{tag}>([^<]*)</{tag}>", text)
    return found[1] if found else None


def full(name: str) -> str:
    """A message with every element that there is, with a postcode in the place of one."""
    return re.sub("(<Pc>)[^<]*", r"\g<1>1234XY", full_message(name))


def example(name: str) -> Any:
    return sivi2017.read(files("sivi2017.examples").joinpath(name).read_bytes())


class TestRight:
    @settings(max_examples=25, deadline=None)
    @given(testing.messages(level="rules"), st.sampled_from(SETTINGS))
    def test_every_valid_message_gives_a_valid_one(self, message: Any, pseudonymiser: Pseudonymiser) -> None:
        """Without an error of the schema or a rule; the one that was given stays as it was, and the same gives the same."""
        before = copy.deepcopy(message)
        result = pseudonymiser.message(message)
        assert type(result) is type(message)
        assert sivi2017.validate(result).ok
        assert message == before
        assert pseudonymiser.message(message) == result

    @settings(max_examples=15, deadline=None)
    @given(testing.messages(level="realistic"), st.sampled_from(SETTINGS))
    def test_a_realistic_one_gives_one_without_warnings(self, message: Any, pseudonymiser: Pseudonymiser) -> None:
        assert sivi2017.validate(pseudonymiser.message(message)).findings == ()

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_the_examples_are_right(self, name: str) -> None:
        assert sivi2017.validate(PSEUDONYMISER.message(example(name))).findings == ()

    @pytest.mark.parametrize("kind", ["both", "dienstverband"])
    def test_a_year_of_a_company_is_right(self, kind: Any) -> None:
        """All kinds of events, changed keys and corrections among them."""
        events = list(Company(employees=12, seed=3, kind=kind, bsn=True).events())
        assert len(events) > 12
        for event in events:
            assert sivi2017.validate(PSEUDONYMISER.message(event.message())).findings == ()

    @settings(max_examples=25, deadline=None)
    @given(testing.messages(level="schema"))
    def test_any_message_gives_a_right_one_or_a_report(self, message: Any) -> None:
        """Whatever the schema allows: a message that breaks a rule, and still would, is refused with what is wrong."""
        refused: list[sivi2017.Finding] = []
        try:
            result = PSEUDONYMISER.message(message)
        except sivi2017.InvalidMessage as error:
            refused += error.report.errors
            result = message
        assert {finding.layer for finding in refused} <= {sivi2017.Layer.RULE}
        assert sivi2017.validate(result).ok == (not refused)

    def test_a_message_that_is_not_valid_is_refused(self) -> None:
        """By what is wrong with it as it was given."""
        message: Any = sivi2017.read(VERZUIM.encode())
        message.werkgever[0].werknemer[0].geboortedatum = "1980-13-45"
        with pytest.raises(sivi2017.InvalidMessage, match="Gebdat"):
            PSEUDONYMISER.message(message)

    def test_a_message_that_would_break_a_rule_is_refused(self) -> None:
        """Its days stay as they are; the profile of the coupling says what counts."""
        text = changed(VERZUIM, ("<EndVrzmJN>N</EndVrzmJN>", "<EndVrzmJN>J</EndVrzmJN>")).decode()
        wrong = re.sub("(<DatEerstVrzmdg>)[^<]*", r"\g<1>2017-03-31", text)
        with pytest.raises(sivi2017.InvalidMessage, match="DAT-2"):
            made(wrong)
        profile = sivi2017.RuleProfile(severities={"DAT-2": None})
        assert value(made(wrong, Pseudonymiser(KEY, profile=profile)), "DatEerstVrzmdg") == "2017-03-31"

    def test_something_else_is_refused(self) -> None:
        with pytest.raises(TypeError, match="a message is one of"):
            PSEUDONYMISER.message(VERZUIM)  # type: ignore[type-var]  # that is what is tested


class TestPseudonyms:
    def test_one_person_is_the_same_in_both_flows(self) -> None:
        """In the messages on absence, on employees and on employments; under another key it is another one."""
        keys = {value(made(text), "IdWrknmr") for text in (VERZUIM, WERKNEMER, DIENSTVERBANDEN)}
        assert keys == {PSEUDONYMISER.pseudonym("werknemer", "WN-1")}
        other = Pseudonymiser(KEY[::-1])
        assert other.pseudonym("werknemer", "WN-1") not in keys
        assert value(made(VERZUIM, other), "IdWrknmr") == other.pseudonym("werknemer", "WN-1")

    def test_an_answer_finds_its_message(self) -> None:
        answer = changed(RETOUR, ("<BerrefnrIngzndnBer>", "<BerrefnrIngzndnBer>X")).decode()
        answer = re.sub("(<BerrefnrIngzndnBer>)[^<]*", r"\g<1>BER-0001", answer)
        assert value(made(answer), "BerrefnrIngzndnBer") == value(made(VERZUIM), "Berrefnr")

    @pytest.mark.parametrize(
        ("tag", "kind"),
        [
            ("IdWrknmr", "werknemer"),
            ("IdDnstvbnd", "dienstverband"),
            ("PersNr", "personeelsnummer"),
            ("IdArbeidsrelatie", "arbeidsrelatie"),
            ("VrzmgvlId", "verzuimgeval"),
        ],
    )
    def test_a_change_of_key_leads_from_the_old_one_to_the_new_one(self, tag: str, kind: str) -> None:
        text = full("Verzuimmeldingen")
        text = re.sub(f"(<{tag}>)[^<]*", r"\g<1>NIEUW", text)
        result = made(re.sub(f"(<{tag}Oud>)[^<]*", r"\g<1>OUD", text))
        assert value(result, tag) == PSEUDONYMISER.pseudonym(kind, "NIEUW")
        assert value(result, f"{tag}Oud") == PSEUDONYMISER.pseudonym(kind, "OUD")

    @given(st.sets(st.text(max_size=8), max_size=20), st.sampled_from(["werknemer", "verzuimgeval", "functie"]))
    def test_two_values_have_two_pseudonyms(self, values: set[str], kind: str) -> None:
        """Also where they differ in case or in blanks only; what is blank stays as it is, so that the rules refuse it."""
        pseudonyms = {PSEUDONYMISER.pseudonym(kind, item) for item in values}
        assert len(pseudonyms) == len(values)
        blank = {item for item in values if is_blank(item)}
        assert blank <= pseudonyms
        assert all(re.fullmatch("[A-Z2-7]{26}|[A-Z2-7]{15}", item) for item in pseudonyms - blank)

    def test_what_is_written_alike_and_is_something_else_has_another_one(self) -> None:
        pseudonyms = {PSEUDONYMISER.pseudonym(kind, "1001") for kind in ("werknemer", "personeelsnummer", "verzuimgeval")}
        assert len(pseudonyms) == 3

    def test_a_kind_that_there_is_not_is_refused(self) -> None:
        with pytest.raises(ValueError, match="a kind is one of bericht, partij, werkgever, "):
            PSEUDONYMISER.pseudonym("persoon", "WN-1")

    def test_the_cases_are_the_same_ones(self) -> None:
        """Of a whole year: by their keys, the reports group as they did, with the same days and percentages."""
        events = [event.message() for event in Company(employees=10, seed=5).events()]
        originals = [*_reports(events)]
        results = [*_reports([PSEUDONYMISER.message(event) for event in events])]
        assert len(originals) > 10
        assert [rest for _, rest in results] == [rest for _, rest in originals]
        renamed = {old: new for (old, _), (new, _) in zip(originals, results, strict=True)}
        assert len({*renamed.values()}) == len(renamed) == len({old for old, _ in originals})
        assert [renamed[old] for old, _ in originals] == [new for new, _ in results]


def _texts(company: Company) -> tuple[str, str]:
    """All messages of a company, before and after."""
    messages = [event.message() for event in company.events()]
    written = (b"".join(map(sivi2017.write, some)) for some in (messages, map(PSEUDONYMISER.message, messages)))
    before, after = (data.decode() for data in written)
    return before, after


def _reports(messages: list[Any]) -> Iterator[tuple[tuple[str, ...], tuple[Any, ...]]]:
    """Each report of an absence: the keys of its employer, employee, employment and case, and what it tells."""
    for message in messages:
        for werkgever in message.werkgever:
            for werknemer in werkgever.werknemer:
                for dienstverband in werknemer.dienstverband:
                    for verzuim in getattr(dienstverband, "verzuim", ()):
                        yield (
                            (
                                werkgever.identificatie_werkgever_bij_arbodienst,
                                werknemer.identificatie_werknemer,
                                dienstverband.identificatie_dienstverband,
                                verzuim.verzuimgeval_identificatie,
                            ),
                            (
                                verzuim.verwerking,
                                verzuim.verzuimgeval_volgnummer_melding,
                                verzuim.datum_eerste_verzuimdag,
                                verzuim.ingangsdatum_mutatie_verzuim,
                                verzuim.percentage_verzuim,
                                verzuim.datum_hersteld,
                            ),
                        )


class TestBirthDate:
    @pytest.mark.parametrize(
        ("setting", "expected"), [("month", "1980-02-15"), ("year", "1980-07-01"), ("five-years", "1982-07-01")]
    )
    def test_it_is_the_middle_of_its_period(self, setting: Any, expected: str) -> None:
        assert value(made(WERKNEMER, Pseudonymiser(KEY, birth_date=setting)), "Gebdat") == expected

    @given(st.dates(date(1, 1, 1), date(2016, 1, 1)), st.sampled_from(SETTINGS))
    def test_nobody_starts_to_work_before_being_born(self, born: date, pseudonymiser: Pseudonymiser) -> None:
        """Whoever is said to begin on the next day gets the first day of the period."""
        next_day = date.fromordinal(born.toordinal() + 1).isoformat()
        text = re.sub("(<Gebdat>)[^<]*", rf"\g<1>{born.isoformat()}", WERKNEMER)
        text = re.sub("(<Ingdat>)[^<]*", rf"\g<1>{next_day}", text)
        found = date.fromisoformat(str(value(made(text, pseudonymiser), "Gebdat")))
        assert found <= born


class TestAddresses:
    def test_four_digits_of_the_postcode_stay(self) -> None:
        text = made(full("WerknemerGegevens"))
        home = text[text.index("<StrAdrNl>") : text.index("</StrAdrNl>")]
        assert re.fullmatch("[0-9]{4}AA", str(value(home, "Pc")))
        assert (value(home, "Wnpl"), value(home, "Huisnr"), value(home, "StraatLang")) == ("Onbekend", "1", None)

    def test_a_verpleegadres_goes(self) -> None:
        """That somebody is in care is no part of figures; the home address stays."""
        message = example("08-ziekmelding-met-verpleegadres.xml")
        before = message.werkgever[0].werknemer[0].straatadres_nederland
        (home,) = PSEUDONYMISER.message(message).werkgever[0].werknemer[0].straatadres_nederland
        assert sorted(item.soort_adres.value for item in before) == ["01", "06"]
        assert home.soort_adres.value == "01"

    def test_a_verpleegadres_that_is_called_a_home_goes(self) -> None:
        """Where the coupling lets that pass."""
        message = example("08-ziekmelding-met-verpleegadres.xml")
        text = sivi2017.write(message).decode().replace("<SrtAdrsCd>06<", "<SrtAdrsCd>01<")
        lax = Pseudonymiser(KEY, profile=sivi2017.RuleProfile(severities={"ADR-1": None}))
        made_of: Any = lax.message(sivi2017.read(text.encode(), rules=False))
        assert len(made_of.werkgever[0].werknemer[0].straatadres_nederland) == 1

    def test_a_day_that_is_the_date_of_birth_goes(self) -> None:
        born = value(WERKNEMER, "Gebdat")
        text = re.sub("(<Wrknmr>.*?<StrAdrNl>.*?<Ingdat>)[^<]*", rf"\g<1>{born}", full("WerknemerGegevens"), flags=re.DOTALL)
        text = re.sub("(<Gebdat>)[^<]*", rf"\g<1>{born}", text)
        text = re.sub("(<Wrknmr>.*?<IngdatMut>)[^<]*", rf"\g<1>{born}", text, count=1, flags=re.DOTALL)
        assert text.count(f">{born}<") > 1
        assert f">{born}<" not in made(text)

    def test_a_country_stays_and_what_is_none_does_not(self) -> None:
        text = sivi2017.write(example("06-ziekmelding-werknemer-in-belgie.xml")).decode()
        assert value(made(text), "LandCd") == "BE"
        assert value(made(text.replace("<LandCd>BE<", "<LandCd>AP<")), "LandCd") == "XX"

    def test_what_is_no_postcode_leaves_nothing(self) -> None:
        """Not even the digits in it; and it is refused, as it is no postcode, unless the profile lets it pass."""
        text = re.sub("(<Pc>)[^<]*", r"\g<1>98765X", sivi2017.write(example(EXAMPLES[0])).decode())
        with pytest.raises(sivi2017.InvalidMessage, match="PC-1"):
            made(text)
        profile = sivi2017.RuleProfile(severities={"PC-1": None})
        assert value(made(text, Pseudonymiser(KEY, profile=profile)), "Pc") == "0000AA"

    @pytest.mark.parametrize(
        ("written", "left"), [("1234AB", "1234"), ("1234 ab", "1234"), ("B-1050", None), ("12345", None), ("Jansen", None)]
    )
    def test_of_a_place_of_work_the_digits_of_a_dutch_postcode_stay(self, written: str, left: str | None) -> None:
        text = re.sub("(<PcStandplts>)[^<]*", rf"\g<1>{written}", sivi2017.write(example(EXAMPLES[0])).decode())
        assert value(made(text), "PcStandplts") == left

    def test_they_all_go_when_that_is_asked(self) -> None:
        text = made(full("WerknemerGegevens"), Pseudonymiser(KEY, addresses=False))
        assert "StrAdr" not in text
        assert "PcStandplts" not in text


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "tags"),
        [
            ("werkgevers", ["IdWrkgvrArbdnst", "HndlsnmOrg", "Lhnr", "IdWrkgvrUWV", "CntrnrArbdnst", "IndERDZW"]),
            ("afdelingen", ["OrgeenhCd", "NmOrgeenh", "OndOrgeenhCd", "OndOrgeenhCdNm", "KostenplaatsCd", "NmKostenplaats"]),
            ("functies", ["Fnctcd", "NmFnct"]),
            ("partijen", ["IdInzndr", "IdOntvngr"]),
            ("vangnet", ["VngntJN"]),
        ],
    )
    def test_what_is_to_be_kept_is_kept(self, name: Any, tags: list[str]) -> None:
        """And is not kept otherwise."""
        text = full("Verzuimmeldingen")
        text = re.sub("(<VngntJN>)[^<]*", r"\g<1>J", text)
        employer = text[: text.index("<AdmKantoor>")] + text[text.index("</AdmKantoor>") :]
        before = {tag: value(employer, tag) for tag in tags}
        kept, usual = (made(text, pseudonymiser) for pseudonymiser in (Pseudonymiser(KEY, keep=[name]), PSEUDONYMISER))
        assert None not in before.values()
        assert {tag: value(kept, tag) for tag in tags} == before
        assert [tag for tag in tags if value(usual, tag) == before[tag]] == []

    def test_departments_still_group(self) -> None:
        before, after = (re.findall("<OrgeenhCd>([^<]*)", text) for text in _texts(Company(employees=30, seed=2)))
        pairs = {*zip(before, after, strict=True)}
        assert len(before) > len(pairs) == len({*before}) == len({*after}) > 2

    def test_other_settings_are_refused(self) -> None:
        with pytest.raises(ValueError, match="birth_date must be one of month, year, five-years"):
            Pseudonymiser(KEY, birth_date="day")  # type: ignore[arg-type]  # that is what is tested
        with pytest.raises(
            ValueError, match="keep may have werkgevers, afdelingen, functies, partijen, vangnet, and nothing else"
        ):
            Pseudonymiser(KEY, keep=["namen"])  # type: ignore[list-item]  # that is what is tested

    def test_the_settings_are_shown(self) -> None:
        shown = "<Pseudonymiser: birth_date five-years, keeps afdelingen, functies, no addresses>"
        assert repr(SETTINGS[2]) == shown

    def test_one_name_is_taken_for_itself(self) -> None:
        """And not for its letters."""
        assert repr(Pseudonymiser(KEY, keep="functies")) == repr(Pseudonymiser(KEY, keep=["functies"]))  # type: ignore[arg-type]  # that is what is tested


def test_every_kind_of_message_has_an_example_here() -> None:
    """What is tested above is tested on all of them."""
    assert {type(example(name)).__name__ for name in EXAMPLES} == {*MESSAGES}
