"""The strategies for messages keep what their level says, reach every corner, and shrink to what matters."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import Phase, find, given, seed, settings
from hypothesis import strategies as st
from lxml import etree
from xsdata.models.datatype import XmlDate

import sivi2017
from sivi2017 import bindings, testing
from sivi2017.bindings import verzuimmeldingen as vm
from sivi2017.fakes import names
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import Element, every_message, message_model
from sivi2017.testing.fixed import Fixed, parts_below
from sivi2017.testing.levels import Level
from sivi2017.testing.mending import Mender
from sivi2017.testing.right_values import level_texts
from sivi2017.testing.values import texts as schema_texts

pytestmark = pytest.mark.once

LEVELS: tuple[Level, ...] = ("schema", "rules", "realistic")
EVERY_RULE_AN_ERROR = sivi2017.RuleProfile(
    severities={rule.id: sivi2017.Severity.ERROR for rule in sivi2017.all_rules()}, test=True
)
ASKED_FOR = sivi2017.RuleProfile(
    severities={rule.id: sivi2017.Severity.ERROR for rule in sivi2017.all_rules()},
    requested={element.tag for model in every_message() for _, element in model.root.walk()},
    versions={},
    verwerkingscodes={"correctie": "05", "intrekking": "03"},
)
STRATEGIES: dict[str, Callable[..., st.SearchStrategy[Any]]] = {
    "Verzuimmeldingen": testing.verzuimmeldingen,
    "WerknemerGegevens": testing.werknemergegevens,
    "Dienstverbanden": testing.dienstverbanden,
    "Retourmelding1": testing.retourmeldingen,
}
some = settings(max_examples=25, deadline=None, database=None)
"""Enough for what holds of any message; a slow machine is no fault of the library."""


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many examples, always the same ones."""
    examples: list[Any] = []

    @seed(2017)
    @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate])
    @given(strategy)
    def draw(example: Any) -> None:
        examples.append(example)

    draw()
    return examples


@some
@given(testing.messages(level="schema"))
def test_the_schema_allows_what_is_drawn_and_it_goes_round(message: bindings.Message) -> None:
    report = sivi2017.validate(sivi2017.write(message), rules=False)
    assert report.findings == ()
    assert report.message == message


@some
@given(testing.messages())
def test_the_rules_find_no_error_at_the_usual_level(message: bindings.Message) -> None:
    assert sivi2017.validate(sivi2017.write(message)).errors == ()


@some
@given(testing.messages(level="realistic"))
def test_nothing_is_found_in_a_realistic_message(message: bindings.Message) -> None:
    assert sivi2017.validate(sivi2017.write(message)).findings == ()


@pytest.mark.parametrize("profile", [EVERY_RULE_AN_ERROR, ASKED_FOR], ids=["nothing asked for", "all asked for"])
@pytest.mark.parametrize("level", ["rules", "realistic"])
def test_a_profile_decides_what_an_error_is(level: Level, profile: sivi2017.RuleProfile) -> None:
    """Every rule can be made one; so each has its way to be kept."""

    @settings(some, max_examples=60)
    @given(testing.messages(level=level, profile=profile))
    def check(message: bindings.Message) -> None:
        assert sivi2017.validate(message, profile=profile).findings == ()

    check()


@pytest.mark.parametrize("name", MESSAGES)
def test_each_message_has_a_strategy(name: str) -> None:
    assert {type(message) for message in drawn(STRATEGIES[name](), 5)} == {getattr(bindings, name)}


def test_messages_of_every_kind_are_among_all() -> None:
    assert {type(message).__name__ for message in drawn(testing.messages(), 60)} == set(MESSAGES)


def all_elements() -> list[tuple[str, Element]]:
    return [item for model in every_message() for item in model.root.walk()]


# ---- The corners --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def many() -> dict[str, list[etree._Element]]:
    """Many messages of what the schema allows, as trees, by name."""
    return {
        name: [etree.fromstring(sivi2017.write(message)) for message in drawn(make(level="schema"), 150)]
        for name, make in STRATEGIES.items()
    }


def texts(roots: list[etree._Element], path: str) -> list[str]:
    """The texts at a path of tags."""
    below = "/".join(f"{{*}}{tag}" for tag in path.split("/")[2:])
    return [node.text or "" for root in roots for node in root.iterfind(below)]


@pytest.mark.parametrize("name", MESSAGES)
def test_every_element_is_reached(name: str, many: dict[str, list[etree._Element]]) -> None:
    paths = [path for path, element in message_model(name).root.walk() if element.format is not None]
    assert [path for path in paths if not texts(many[name], path)] == []


@pytest.mark.parametrize("texts_of", [level_texts, lambda element: schema_texts(element.format)], ids=["rules", "schema"])
def test_every_code_of_every_list_is_reached(texts_of: Callable[[Element], st.SearchStrategy[str]]) -> None:
    """Every element is reached, by the test above, and in it every code."""
    lists = {element.format.name: element for _, element in all_elements() if element.format and element.format.codes}
    assert len(lists) > 20
    for element in lists.values():
        assert element.format is not None
        assert set(drawn(texts_of(element), 300)) == {code.value for code in element.format.codes}


def test_odd_corners_are_reached() -> None:
    """Longest and empty texts, white space, astral and combining characters, leading zeros, odd years, midnight at its end."""
    employer = message_model("Verzuimmeldingen").root["Wrkgvr"]
    header = message_model("Verzuimmeldingen").root["BrAlg"]

    def texts_of(element: Element) -> list[str]:
        assert element.format is not None
        return drawn(schema_texts(element.format), 400)

    names = texts_of(employer["HndlsnmOrg"])
    assert {0, 1, 100} <= set(map(len, names))
    assert {" ", "\t", "\r", "\u0301", "𐐷"} <= set("".join(names))
    assert any(text.startswith("000") for text in texts_of(employer["InschrijvingsnrKvK"]))
    assert {"-", "1", "2"} <= {text[0] for text in texts_of(header["AandatBr"])}
    assert any(text.startswith("24:00:00.0") for text in texts_of(header["AantijdBr"]))


def test_there_can_be_as_many_of_a_part_as_the_schema_allows() -> None:
    def has_all(message: bindings.Verzuimmeldingen) -> bool:
        return any(len(part.actie) == 99 for part in parts_below(message) if isinstance(part, vm.Verzuim))

    quick = settings(max_examples=3000, database=None, deadline=None, phases=[Phase.generate])
    assert has_all(find(testing.verzuimmeldingen(level="schema"), has_all, settings=quick))


def test_a_message_can_have_all_optional_parts(many: dict[str, list[etree._Element]]) -> None:
    """In some of them every element of an employer is there, down to the last."""
    paths = [path for path, element in message_model("Dienstverbanden").root.walk() if element.format is not None]
    assert any(all(texts([root], path) for path in paths) for root in many["Dienstverbanden"])


def test_realistic_texts_look_like_life() -> None:
    """A name is a name, and what belongs together fits."""
    persons = [part for message in drawn(testing.werknemergegevens(level="realistic"), 60) for part in parts_below(message)]
    employees = [part for part in persons if type(part).__name__ == "Werknemer"]
    named = [part for part in employees if part.roepnaam is not None]
    surnames = {part.significant_deel_van_de_achternaam for part in employees}
    assert len(surnames) > 5
    assert surnames <= {surname for surname, _ in names.NAMEN}
    assert named
    assert all(part.voorletters.startswith(part.roepnaam[0]) for part in named)
    gouda = [part for part in persons if getattr(part, "woonplaatsnaam", None) == "Gouda"]
    assert {part.postcode[:2] for part in gouda} == {"28"}


# ---- Shrinking ----------------------------------------------------------------------------------------------------------


def smallest(strategy: st.SearchStrategy[Any], condition: Callable[[Any], Any]) -> Any:
    return find(strategy, condition, settings=settings(max_examples=300, database=None, deadline=None))


def test_the_smallest_message_has_what_is_required_and_no_more() -> None:
    message = smallest(testing.retourmeldingen(), lambda _: True)
    assert message.foutmelding == []
    header = message.bericht_algemeen
    assert (header.identificatie_inzender, header.versienummer) == ("x", "00000")
    assert str(header.aanmaakdatum_bericht) == "2000-01-01"


def test_a_failing_test_shows_what_matters_alone() -> None:
    """The optional element that fails the test, and no other."""

    def fails(message: bindings.Retourmelding1) -> bool:
        return any(fault.toelichting is not None for fault in message.foutmelding)

    message = smallest(testing.retourmeldingen(level="schema"), fails)
    assert [(fault.toelichting, fault.soort_fout.value) for fault in message.foutmelding] == [("", "01")]


def test_a_failing_test_prints_the_message_as_xml() -> None:
    @settings(database=None, phases=[Phase.generate])
    @given(testing.retourmeldingen())
    def fails(message: bindings.Retourmelding1) -> None:
        assert message.foutmelding is None

    with pytest.raises(AssertionError) as failure:
        fails()
    assert "<SrtRetmldngCd>" in "\n".join(failure.value.__notes__)


# ---- What is given ------------------------------------------------------------------------------------------------------

ADRES = sivi2017.Adres(postcode="1000AA", woonplaats="Voorbeeldstad", huisnummer="1")
WERKGEVER = sivi2017.Werkgever(naam="Bakkerij Voorbeeld", id="WG-1", aansluitnummer="A-1", adressen=[ADRES])
WERKNEMER = sivi2017.Werknemer(
    id="WN-1",
    achternaam="Voorbeeld",
    voorletters="A",
    geboortedatum=date(1980, 2, 29),
    geslacht=sivi2017.codes.Geslachtsaanduiding.VROUW,
    burgerservicenummer="999990019",
)
DIENSTVERBAND = sivi2017.Dienstverband(
    id="DV-1", ingangsdatum=date(2010, 1, 1), geldt_vanaf=date(2010, 1, 1), afdeling_code="OE-1"
)
GEVAL = sivi2017.Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6)).hersteldmelding(per=date(2017, 3, 8))
KANTOOR = sivi2017.Administratiekantoor(naam="Kantoor Voorbeeld")


@pytest.mark.parametrize("level", LEVELS)
def test_objects_of_the_domain_go_in_as_they_are(level: Level) -> None:
    """What they do not say is drawn around them; what is sensitive is in a realistic message only where it is asked for."""

    @some
    @given(
        testing.verzuimmeldingen(
            level=level,
            werkgever=WERKGEVER,
            werknemer=WERKNEMER,
            dienstverband=DIENSTVERBAND,
            verzuimgeval=GEVAL,
            administratiekantoor=KANTOOR,
        )
    )
    def check(message: bindings.Verzuimmeldingen) -> None:
        assert message.administratiekantoor == vm.Administratiekantoor(handelsnaam_organisatie="Kantoor Voorbeeld")
        (werkgever,) = message.werkgever
        (werknemer,) = werkgever.werknemer
        (dienstverband,) = werknemer.dienstverband
        (verzuim,) = dienstverband.verzuim
        assert werkgever.handelsnaam_organisatie == WERKGEVER.naam
        assert werkgever.loonheffingennummer is None
        assert [adres.postcode for adres in werkgever.straatadres_nederland] == ["1000AA"]
        assert werknemer.burgerservicenummer == (None if level == "realistic" else WERKNEMER.burgerservicenummer)
        assert dienstverband.organisatie_eenheid_code == "OE-1"
        assert (verzuim.verzuimgeval_identificatie, verzuim.verwerking.value) == ("VG-1", "02")
        assert sivi2017.validate(message, rules=level != "schema").ok

    check()


@some
@given(testing.werknemergegevens(werkgever=WERKGEVER, werknemer=st.just(WERKNEMER), dienstverband=DIENSTVERBAND))
def test_an_object_may_come_from_a_strategy(message: bindings.WerknemerGegevens) -> None:
    names = {part.significant_deel_van_de_achternaam for part in message.werkgever[0].werknemer}
    assert names == {"Voorbeeld"}


@some
@given(testing.dienstverbanden(werkgever=WERKGEVER, werknemer=WERKNEMER, dienstverband=DIENSTVERBAND))
def test_employments_take_objects_too(message: bindings.Dienstverbanden) -> None:
    assert message.werkgever[0].werknemer[0].dienstverband[0].identificatie_dienstverband == "DV-1"


SENT = drawn(testing.verzuimmeldingen(level="realistic"), 1)[0]


@some
@given(testing.retourmeldingen(op=SENT))
def test_an_answer_goes_back_to_the_sender(message: bindings.Retourmelding1) -> None:
    sent = SENT.bericht_algemeen
    header = message.bericht_algemeen
    assert header.berichtreferentienummer_ingezonden_bericht == sent.berichtreferentienummer
    assert header.identificatie_ontvanger == sent.identificatie_inzender


PARTNER = vm.Partner(significant_deel_van_de_achternaam="Partner")
ADRESSEN = [
    vm.StraatadresNederland(
        soort_adres=vm.SoortAdresWerknemer("01"), postcode="1000AA", woonplaatsnaam="Voorbeeldstad", huisnummer="1"
    )
]
VALUES: dict[str, Any] = {
    "HndlsnmOrg": "Iedereen",
    "Wrkgvr/HndlsnmOrg": "Voorbeeld",
    "TestJN": True,
    "OntvngstbevJN": False,
    "AandatBr": date(2017, 3, 6),
    "AantijdBr": "09:15:00",
    "GslchtCd": sivi2017.codes.Geslachtsaanduiding.VROUW,
    "NmvrkrCd": vm.Naamvoorkeur.NAAM_PARTNER,
    "Wrknmr/Prtnr": PARTNER,
    "PrcVrzm": 50,
    "Wrkgvr/Com": None,
    "Overldat": None,
    "Wrknmr/SofiNr": testing.burgerservicenummers(),
}


@some
@given(testing.verzuimmeldingen(values=VALUES))
def test_values_are_given_as_a_person_writes_them(message: bindings.Verzuimmeldingen) -> None:
    header = message.bericht_algemeen
    assert (header.test.value, header.ontvangstbevestiging_gewenst.value) == ("J", "N")
    assert (str(header.aanmaakdatum_bericht), str(header.aanmaaktijd_bericht)) == ("2017-03-06", "09:15:00")
    for werkgever in message.werkgever:
        assert (werkgever.handelsnaam_organisatie, werkgever.communicatie) == ("Voorbeeld", [])
        for werknemer in werkgever.werknemer:
            assert werknemer.overlijdensdatum is None
            assert werknemer.partner == PARTNER
            assert werknemer.geslachtsaanduiding.value == "V"
            assert len(werknemer.burgerservicenummer or "") == 9
            assert {item.percentage_verzuim for each in werknemer.dienstverband for item in each.verzuim} == {50}


@some
@given(testing.verzuimmeldingen(values={"Wrknmr/StrAdrNl": ADRESSEN, "Wrknmr/Com": st.just([])}))
def test_a_list_is_given_whole(message: bindings.Verzuimmeldingen) -> None:
    werknemer = message.werkgever[0].werknemer[0]
    assert (werknemer.straatadres_nederland, werknemer.communicatie) == (ADRESSEN, [])


@pytest.mark.parametrize(
    "values", [{"Gebdat": date(2000, 1, 1)}, {"Dnstvbnd/Ingdat": date(2000, 1, 1)}, {"Overldat": date(1, 2, 3)}]
)
def test_what_is_drawn_gives_way_to_what_is_given(values: dict[str, Any]) -> None:
    """The other date moves."""

    @some
    @given(testing.werknemergegevens(values=values, profile=EVERY_RULE_AN_ERROR))
    def check(message: bindings.WerknemerGegevens) -> None:
        assert sivi2017.validate(message, profile=EVERY_RULE_AN_ERROR).ok

    check()


@pytest.mark.parametrize(
    "values",
    [
        {"DatEerstVrzmdg": date(2000, 1, 1)},
        {"DatEerstVrzmdg": date(2000, 1, 1), "Dnstvbnd/Ingdat": st.just(date(1990, 1, 1))},
        {"DatHrstld": date(2000, 1, 1)},
        {"IngdatMutVrzm": date(2000, 1, 1)},
        {"PrcVrzm": 50},
        {"PrcVrzm": 0},
        {"EndVrzmJN": True},
        {"EndVrzmJN": False},
        {"RdnEndVrzmCd": "01"},
        {"VrzmgvlVnrMld": 7},
        {"VrzmgvlId": st.just("VG-1")},
        {"Dnstvbnd/Enddat": date(2000, 1, 1)},
        {"AandatBr": date(2000, 1, 1)},
        {"DatHrstld": None},
        {"Dnstvbnd/Ingdat": date(2000, 1, 1)},
        {"DatHrstld": date(2000, 1, 1), "PrcVrzm": 0},
    ],
    ids=str,
)
@pytest.mark.parametrize("profile", [sivi2017.RuleProfile(), EVERY_RULE_AN_ERROR], ids=["usual", "every rule"])
def test_a_report_is_made_right_around_what_is_given(values: dict[str, Any], profile: sivi2017.RuleProfile) -> None:
    """Where a rule can still be kept, it is."""

    @settings(some, max_examples=12)
    @given(testing.verzuimmeldingen(values=values, profile=profile))
    def check(message: bindings.Verzuimmeldingen) -> None:
        assert sivi2017.validate(message, profile=profile).ok

    check()


@some
@given(st.data())
def test_a_date_that_is_required_stays_when_the_one_that_it_should_follow_goes(data: st.DataObject) -> None:
    """The end of the employment is too far away, and before the first day as well: it is left out, and that day is not."""
    message = data.draw(testing.verzuimmeldingen(level="realistic", dienstverband=DIENSTVERBAND, verzuimgeval=GEVAL))
    message.bericht_algemeen.aanmaakdatum_bericht = XmlDate(2000, 1, 1)
    dienstverband = message.werkgever[0].werknemer[0].dienstverband[0]
    dienstverband.einddatum = XmlDate(2010, 1, 1)
    assert Mender(cast("st.DrawFn", data.draw), message, EVERY_RULE_AN_ERROR, Fixed()).mend() == []
    assert dienstverband.einddatum is None
    assert dienstverband.verzuim[0].datum_eerste_verzuimdag is not None


def test_values_that_break_a_rule_are_refused_with_the_rule_and_the_place() -> None:
    with pytest.raises(ValueError, match=r"BSN-1 at /\S+/SofiNr; level='schema' takes it"):
        drawn(testing.verzuimmeldingen(values={"SofiNr": "123456789"}), 1)


def test_a_strategy_may_draw_values_that_break_a_rule_now_and_then() -> None:
    numbers = st.sampled_from(["999990019", "123456789"])
    found = {
        werknemer.burgerservicenummer
        for message in drawn(testing.verzuimmeldingen(values={"SofiNr": numbers}), 20)
        for werknemer in message.werkgever[0].werknemer
    }
    assert found == {"999990019"}


def test_a_text_that_is_no_value_of_the_element_is_refused() -> None:
    with pytest.raises(ValueError, match="aanmaakdatum_bericht: the text does not have the form of this value"):
        drawn(testing.verzuimmeldingen(level="schema", values={"AandatBr": "6 maart"}), 1)


def test_a_case_with_a_care_address_is_refused() -> None:
    """It would be lost: in a message it stands elsewhere."""
    care = sivi2017.Verpleegadres(adres=ADRES)
    geval = sivi2017.Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6), verpleegadres=care)
    with pytest.raises(ValueError, match=r"Koppeling\.verzuimmutatie puts it there"):
        drawn(testing.verzuimmeldingen(verzuimgeval=geval), 1)


def test_the_schema_takes_values_that_break_a_rule() -> None:
    (message,) = drawn(testing.verzuimmeldingen(level="schema", values={"SofiNr": "123456789"}), 1)
    assert message.werkgever[0].werknemer[0].burgerservicenummer == "123456789"


@pytest.mark.parametrize("make", [testing.messages, testing.werknemergegevens])
def test_a_tag_that_no_message_has_is_refused(make: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match=r"no element Naam, Wrknmr/Wrkgvr in "):
        make(values={"Wrknmr/Wrkgvr": "x", "Naam": "x", "SofiNr": None})


def test_a_level_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="level must be one of schema, rules, realistic; is 'real'"):
        testing.messages(level="real")  # type: ignore[arg-type]  # that is what is tested


# ---- Parts --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("part_class", [vm.Partner, vm.Kostenplaats, vm.Verzuim, vm.BerichtAlgemeen, vm.VrijeTekstregel])
def test_any_part_can_be_had_alone(part_class: type[Any], level: Level) -> None:
    assert {type(part) for part in drawn(testing.parts(part_class, level=level), 10)} == {part_class}


def test_values_of_a_part_are_given_too() -> None:
    (part,) = drawn(testing.parts(vm.Partner, values={"Prtnr/SignNm": "Voorbeeld"}), 1)
    assert part.significant_deel_van_de_achternaam == "Voorbeeld"


def test_a_class_that_is_no_part_is_refused() -> None:
    for other in (int, vm.JaNee, vm.Verzuimmeldingen):
        with pytest.raises(ValueError, match=f"{other.__name__} is no class of sivi2017.bindings"):
            testing.parts(other)


def test_a_part_that_the_rules_forbid_cannot_be_had() -> None:
    profile = sivi2017.RuleProfile(severities={"PRV-1": sivi2017.Severity.ERROR})
    with pytest.raises(ValueError, match="no message with what is given keeps to the rules: PRV-1 at "):
        drawn(testing.parts(vm.VrijeTekstregel, profile=profile), 1)


# ---- What cannot be given -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["schema", "rules"])
@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"IdInzndr": None},
            "XSD-MISSING: Verzuimmeldingen/BrAlg (Bericht algemeen): IdInzndr (Identificatie inzender) is missing",
        ),
        ({"Wrkgvr": []}, "XSD-MISSING: Verzuimmeldingen: Wrkgvr (Werkgever) is missing"),
        ({"IdInzndr": "geheim" * 99}, "XSD-LENGTH: BrAlg/IdInzndr (Identificatie inzender): at most 40 characters, has 594"),
        ({"SofiNr": st.just("12345678901234")}, "XSD-LENGTH: Wrknmr[1]/SofiNr (Burgerservicenummer): at most 9 digits, has 14"),
        ({"SofiNr": 111222333}, "XSD-TYPE: Wrknmr[1]/SofiNr: burgerservicenummer must be a str, is a int"),
        ({"PrcVrzm": True}, "XSD-TYPE: Vrzm[1]/PrcVrzm: percentage_verzuim must be a Decimal, is a bool"),
        ({"PrcVrzm": "50"}, "XSD-PATTERN: Vrzm[1]/PrcVrzm (Percentage verzuim): must be at most four digits, a point and two"),
        ({"Wrkgvr": "geheim"}, "XSD-TYPE: Verzuimmeldingen/Wrkgvr[1]: werkgever must be a bindings.verzuimmeldingen.Werkgever"),
        ({"GslchtCd": "geheim"}, "geslachtsaanduiding: "),
        ({"TestJN": 1}, "test: "),
    ],
    ids=str,
)
def test_values_that_the_schema_refuses_are_refused_at_every_level(values: dict[str, Any], told: str, level: Level) -> None:
    """With the element and what is asked of it, and not with the value."""
    with pytest.raises(ValueError, match=re.escape(told)) as failure:
        drawn(testing.verzuimmeldingen(level=level, values=values), 1)
    assert "geheim" not in str(failure.value).partition("\nwhile generating")[0]


@pytest.mark.parametrize("name", ["werkgever", "werknemer", "dienstverband", "verzuimgeval", "administratiekantoor"])
def test_an_object_of_another_class_is_refused(name: str) -> None:
    """It would be lost without a word."""
    told = f"{name} must be a {name.capitalize()} or a strategy for such, is a "
    given_to: Any = testing.verzuimmeldingen
    with pytest.raises(TypeError, match=told):
        given_to(**{name: ADRES})
    with pytest.raises(TypeError, match="no Adres can stand in the place of a Werknemer"):
        drawn(testing.verzuimmeldingen(values={"Wrknmr": ADRES}), 1)


def test_what_is_no_profile_or_no_class_is_refused() -> None:
    with pytest.raises(TypeError, match="profile must be a RuleProfile, is a str"):
        testing.messages(profile="koppeling.toml")  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(TypeError, match=r"part_class must be a class of sivi2017\.bindings, is a str"):
        testing.parts("Partner")  # type: ignore[arg-type]  # that is what is tested


@some
@given(testing.verzuimmeldingen(level="realistic"))
def test_a_realistic_absence_is_reported_when_it_is_there(message: bindings.Verzuimmeldingen) -> None:
    """And the change of a recovery holds from the day of recovery."""
    for verzuim in (part for part in parts_below(message) if isinstance(part, vm.Verzuim)):
        assert verzuim.datum_verzuimmelding_werkgever in (None, verzuim.datum_eerste_verzuimdag)
        assert verzuim.datum_hersteld in (None, verzuim.ingangsdatum_mutatie_verzuim)
