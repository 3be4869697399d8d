"""The example messages that ship with the library: valid, lossless, invented, and telling one story in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import frozen
from lxml import etree
from stdnum.nl import bsn

import sivi2017
from sivi2017 import examples
from sivi2017.bindings import Dienstverbanden, Message, Retourmelding1, Verzuimmeldingen, WerknemerGegevens
from sivi2017.bindings.verzuimmeldingen import Dienstverband, Verzuim, Werkgever, Werknemer
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import Element, message_model
from sivi2017.schema.paths import local_name

FILES = sorted(Path(examples.__file__).parent.glob("*.xml"))
WITH_BSN = "12-indiensttreding-met-burgerservicenummer.xml"
# The rules that a file is meant to show; every other file has no finding at all.
MEANT = {WITH_BSN: {"PRV-2"}}

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@frozen
class Mutation:
    """What one message says of one Verzuimgeval, and where it says it."""

    werkgever: Werkgever
    werknemer: Werknemer
    dienstverband: Dienstverband
    verzuim: Verzuim

    @property
    def keys(self) -> tuple[str, ...]:
        return (
            self.werkgever.identificatie_werkgever_bij_arbodienst,
            self.werkgever.aansluitnummer_gegevensuitwisseling_arbodienst,
            self.werknemer.identificatie_werknemer,
            self.dienstverband.identificatie_dienstverband,
        )


def messages() -> list[Message]:
    return [sivi2017.read(file) for file in FILES]


def example(number: int) -> Message:
    return sivi2017.read(FILES[number - 1])


def absence(number: int) -> list[Mutation]:
    message = example(number)
    assert isinstance(message, Verzuimmeldingen)
    return list(mutations(message))


def update(number: int) -> WerknemerGegevens:
    message = example(number)
    assert isinstance(message, WerknemerGegevens)
    return message


def mutations(message: Verzuimmeldingen) -> Iterator[Mutation]:
    for werkgever in message.werkgever:
        for werknemer in werkgever.werknemer:
            for dienstverband in werknemer.dienstverband:
                for verzuim in dienstverband.verzuim:
                    yield Mutation(werkgever, werknemer, dienstverband, verzuim)


def cases() -> dict[str, list[Mutation]]:
    """The mutations of each Verzuimgeval in reading order."""
    found: dict[str, list[Mutation]] = {}
    for message in messages():
        if isinstance(message, Verzuimmeldingen):
            for mutation in mutations(message):
                found.setdefault(mutation.verzuim.verzuimgeval_identificatie, []).append(mutation)
    return found


def event(verzuim: Verzuim, before: Verzuim | None) -> str:
    """The event that a Verzuim reports, from what it says and what was said before."""
    code = verzuim.verwerking.value
    if code != "02":
        return {"01": "ziekmelding", "03": "correctie", "05": "intrekking"}[code]
    if verzuim.einde_verzuim.value == "J":
        return "hersteldmelding"
    assert before is not None
    worse = float(verzuim.percentage_verzuim) > float(before.percentage_verzuim)
    return "worse again" if worse else "gedeeltelijke hersteldmelding"


def events() -> dict[str, list[str]]:
    """The events of each Verzuimgeval in reading order."""
    told = {}
    for case, steps in cases().items():
        verzuimen = [step.verzuim for step in steps]
        told[case] = [event(verzuim, before) for before, verzuim in zip([None, *verzuimen], verzuimen, strict=False)]
    return told


def canonical(data: bytes) -> str:
    """C14N 2.0 without comments, and without the white space that only indents."""
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True, remove_comments=True))
    return etree.canonicalize(etree.tostring(root, encoding="unicode"), with_comments=False)


def texts(tag: str) -> dict[str, list[str]]:
    """By file name the texts of all elements with a tag; files without one are left out."""
    found = {file.name: [node.text or "" for node in etree.parse(file).iter(f"{{*}}{tag}")] for file in FILES}
    return {name: values for name, values in found.items() if values}


def used(file: Path) -> Iterator[Element]:
    """What the schema says of each element in a file, in document order."""
    root = etree.parse(file).getroot()

    def below(node: etree._Element, element: Element) -> Iterator[Element]:
        for child in node:
            yield element[local_name(child)]
            yield from below(child, element[local_name(child)])

    return below(root, message_model(local_name(root)).root)


class TestFiles:
    def test_names_are_numbered_for_reading_order_in_kebab_case(self) -> None:
        """01, 02, … and small letters, digits and hyphens."""
        assert [int(file.name[:2]) for file in FILES] == list(range(1, len(FILES) + 1))
        assert all(re.fullmatch(r"\d\d(-[a-z0-9]+)+\.xml", file.name) for file in FILES)
        assert 12 <= len(FILES) <= 14

    @each_file
    def test_it_is_valid_without_findings(self, file: Path) -> None:
        """No error in any example, and no warning but the one that an example is meant to show."""
        report = sivi2017.validate(file)
        assert report.ok
        assert {finding.id for finding in report.findings} <= MEANT.get(file.name, set())

    @each_file
    def test_it_survives_reading_and_writing(self, file: Path) -> None:
        """What is written is canonically what was read."""
        assert canonical(sivi2017.write(sivi2017.read(file))) == canonical(file.read_bytes())

    @each_file
    def test_its_comment_says_in_a_sentence_or_two_what_it_shows(self, file: Path) -> None:
        """The comment stands between the XML declaration and the root, and nowhere else."""
        text = file.read_text(encoding="utf-8")
        match = re.match(r'<\?xml version="1\.0" encoding="UTF-8"\?>\n<!-- (.+?\.) -->\n<(?!!)', text, re.DOTALL)
        assert match is not None
        assert 1 <= len(re.findall(r"\.(?:\s|$)", match[1])) <= 2
        assert text.count("<!--") == 1

    @each_file
    def test_it_is_indented_with_two_spaces(self, file: Path) -> None:
        """After the comment it is as lxml pretty-prints it."""
        root = etree.fromstring(file.read_bytes(), etree.XMLParser(remove_blank_text=True, remove_comments=True))
        pretty = etree.tostring(root, encoding="unicode", pretty_print=True)
        assert file.read_text(encoding="utf-8").partition("-->\n")[2] == pretty


class TestCoverage:
    def test_every_message_type_occurs(self) -> None:
        """All four messages of the standard."""
        assert {type(message).__name__ for message in messages()} == set(MESSAGES)

    def test_every_event_occurs(self) -> None:
        """Everything that can happen to a Verzuimgeval."""
        assert {name for told in events().values() for name in told} == {
            "ziekmelding",
            "gedeeltelijke hersteldmelding",
            "worse again",
            "hersteldmelding",
            "correctie",
            "intrekking",
        }

    def test_an_employee_has_two_employments_each_with_its_own_case(self) -> None:
        """One message, one Werknemer, two Dienstverbanden, two Verzuimgevallen."""
        first, second = absence(1)
        assert first.werknemer is second.werknemer
        assert first.dienstverband is not second.dienstverband
        assert first.verzuim.verzuimgeval_identificatie != second.verzuim.verzuimgeval_identificatie

    def test_an_employee_lives_abroad(self) -> None:
        """Only an address in another country."""
        (mutation,) = absence(6)
        assert [address.land_code for address in mutation.werknemer.straatadres_buitenland] == ["BE"]
        assert not mutation.werknemer.straatadres_nederland

    def test_a_care_address_stands_beside_the_home_address(self) -> None:
        """Code 01 and code 06; only the second has the name of a place."""
        (mutation,) = absence(8)
        home, care = mutation.werknemer.straatadres_nederland
        assert (home.soort_adres.value, home.naam_verpleegadres) == ("01", None)
        assert care.soort_adres.value == "06"
        assert care.naam_verpleegadres

    def test_a_name_preference_asks_for_the_name_of_the_partner(self) -> None:
        """The preference changed from the employee's own name, and the partner's is there."""
        before, after = (update(number).werkgever[0].werknemer[0] for number in (9, 10))
        assert (before.naamvoorkeur.value, before.partner) == ("01", None)
        assert after.naamvoorkeur.value == "03"
        assert after.partner is not None

    def test_a_change_of_department_and_hours_has_its_date(self) -> None:
        """IngdatMut moves with department, function and hours; the start of the employment stays."""
        before = absence(5)[0].dienstverband
        after = update(9).werkgever[0].werknemer[0].dienstverband[0]
        assert after.identificatie_dienstverband == before.identificatie_dienstverband
        assert after.organisatie_eenheid_code != before.organisatie_eenheid_code
        assert after.contracturen_per_week != before.contracturen_per_week
        assert str(after.ingangsdatum_mutatie) == "2017-06-01"
        assert str(before.ingangsdatum_mutatie) == "2016-09-01"
        assert after.ingangsdatum == before.ingangsdatum

    def test_a_departure_has_an_end_date_and_a_reason(self) -> None:
        """The employment of the driver ends."""
        (dienstverband,) = update(11).werkgever[0].werknemer[0].dienstverband
        assert str(dienstverband.einddatum) == "2017-10-31"
        assert dienstverband.reden_einde_dienstverband is not None

    def test_a_return_notice_answers_the_message_that_asked_for_one(self) -> None:
        """By its reference, from the receiver to the sender."""
        asked, answer = example(13), example(14)
        assert isinstance(asked, Dienstverbanden)
        assert isinstance(answer, Retourmelding1)
        question, header = asked.bericht_algemeen, answer.bericht_algemeen
        assert question.ontvangstbevestiging_gewenst.value == "J"
        assert header.berichtreferentienummer_ingezonden_bericht == question.berichtreferentienummer
        assert header.identificatie_inzender == question.identificatie_ontvanger
        assert header.identificatie_ontvanger == question.identificatie_inzender


class TestStory:
    def test_the_bakery_employee_is_ill_recovers_partly_is_worse_recovers_and_is_corrected(self) -> None:
        """The whole life of one Verzuimgeval, and a second one that has a shorter life."""
        assert list(events().values())[:2] == [
            ["ziekmelding", "gedeeltelijke hersteldmelding", "worse again", "hersteldmelding", "correctie"],
            ["ziekmelding", "hersteldmelding"],
        ]

    def test_percentages_are_what_is_left_of_the_absence(self) -> None:
        """Ill, half recovered, worse, recovered, and still recovered after the correctie."""
        steps = cases()["VG-2017-0042"]
        assert [str(step.verzuim.percentage_verzuim) for step in steps] == ["100.00", "50.00", "80.00", "0.00", "0.00"]

    def test_numbers_of_a_case_rise_by_one_from_one(self) -> None:
        """For every Verzuimgeval in the examples."""
        for steps in cases().values():
            assert [step.verzuim.verzuimgeval_volgnummer_melding for step in steps] == list(range(1, len(steps) + 1))

    def test_keys_of_a_case_stay_the_same(self) -> None:
        """Employer, connection, employee and employment."""
        assert [len({step.keys for step in steps}) for steps in cases().values()] == [1, 1, 1, 1]

    def test_the_first_day_stays_the_same_until_it_is_corrected(self) -> None:
        """A correctie has the right value, and beside it the one that all reports before it had."""
        *before, last = [step.verzuim for step in cases()["VG-2017-0042"]]
        assert {verzuim.datum_eerste_verzuimdag for verzuim in before} == {last.datum_eerste_verzuimdag_oud}
        assert all(verzuim.datum_eerste_verzuimdag_oud is None for verzuim in before)
        assert str(last.datum_eerste_verzuimdag) == "2017-03-05"

    def test_a_withdrawal_repeats_the_case_as_last_sent(self) -> None:
        """All but the verwerkingscode and the number."""
        (first,), (second,) = absence(6), absence(7)
        first.verzuim.verwerking = second.verzuim.verwerking
        first.verzuim.verzuimgeval_volgnummer_melding = 2
        assert second == first

    def test_both_flows_know_an_employee_and_an_employment_by_the_same_keys(self) -> None:
        """The employee messages of the bakery employee and of the driver have the keys of the absence messages."""
        known = {step.keys for steps in cases().values() for step in steps}
        for number in (9, 10, 11):
            (werkgever,) = update(number).werkgever
            (werknemer,) = werkgever.werknemer
            for dienstverband in werknemer.dienstverband:
                keys = (
                    werkgever.identificatie_werkgever_bij_arbodienst,
                    werkgever.aansluitnummer_gegevensuitwisseling_arbodienst,
                    werknemer.identificatie_werknemer,
                    dienstverband.identificatie_dienstverband,
                )
                assert keys in known

    def test_messages_are_in_the_order_in_which_they_were_made(self) -> None:
        """In 2017, each after the one before it, each with a reference of its own."""
        headers = [message.bericht_algemeen for message in messages()]
        made = [(str(header.aanmaakdatum_bericht), str(header.aanmaaktijd_bericht)) for header in headers]
        assert all(one < other for one, other in pairwise(made))
        assert {date[:4] for date, _ in made} == {"2017"}
        assert len({header.berichtreferentienummer for header in headers}) == len(headers)


class TestPrivacy:
    def test_one_example_has_a_citizen_service_number_and_its_leading_zeros_survive(self) -> None:
        """A number that passes the eleven test, from the range used for testing."""
        assert list(texts("SofiNr")) == [WITH_BSN]
        message = sivi2017.read(FILES[11])
        assert isinstance(message, WerknemerGegevens)
        number = message.werkgever[0].werknemer[0].burgerservicenummer
        assert number is not None
        assert re.fullmatch(r"0000\d{5}", number)
        assert bsn.is_valid(number)
        assert f"<SofiNr>{number}</SofiNr>".encode() in sivi2017.write(message)

    @each_file
    def test_nothing_else_that_is_sent_on_request_only_is_in_an_example(self, file: Path) -> None:
        """No bank account, no free text, no element that may be newer than 2017."""
        requested = [element.tag for element in used(file) if element.emit == "request"]
        assert requested == (["SofiNr"] if file.name == WITH_BSN else [])

    def test_phone_numbers_and_addresses_lead_to_nobody(self) -> None:
        """A number that cannot be dialled, or a domain kept for examples."""
        values = [value for in_file in texts("NrCom").values() for value in in_file]
        assert values
        assert all(re.fullmatch(r"06-0000000\d|[a-z]+@example\.(nl|com)", value) for value in values)

    def test_every_example_is_marked_as_a_test(self) -> None:
        """A receiver who gets one by mistake does not act on it."""
        assert texts("TestJN") == {file.name: ["J"] for file in FILES}
