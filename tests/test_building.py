"""Messages from a document in JSON: what it may say, what is refused and where, and the command that builds."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

import click
import pytest
from domain_strategies import objects
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import sivi2017
from sivi2017 import codes
from sivi2017.bindings import Message
from sivi2017.building.cases import EVENTS
from sivi2017.building.json_text import JsonObject, parse_json
from sivi2017.building.messages import Built, Kind, build_messages
from sivi2017.building.objects import Objects
from sivi2017.building.schema import json_schema, shipped_schema
from sivi2017.building.values import code_names
from sivi2017.cli import building
from sivi2017.cli.building import build_files, print_schema
from sivi2017.codelist import CodeList
from sivi2017.domain.adres import Adres, BuitenlandsAdres
from sivi2017.domain.base import Domain, fields_of
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.report import Severity

KOPPELING = Koppeling(inzender="SYSTEEM", ontvanger="ARBODIENST", datakluis=True)

WERKGEVER = {"naam": "Bakkerij Voorbeeld", "id": "WG-1", "aansluitnummer": "AN-1", "loonheffingennummer": "123456789L01"}
WERKNEMER = {"id": "WN-1", "achternaam": "Voorbeeld", "voorletters": "A.B.", "geboortedatum": "1980-05-17", "geslacht": "V"}
DIENSTVERBAND = {"id": "DV-1", "ingangsdatum": "2010-04-01", "geldt_vanaf": "2017-01-01", "afdeling_code": "BAK"}
ZIEKMELDING = {"soort": "ziekmelding", "eerste_verzuimdag": "2017-03-06"}
LAST = {
    "soort": "ziekmelding",
    "volgnummer": 1,
    "ingangsdatum": "2017-03-06",
    "eerste_verzuimdag": "2017-03-06",
    "verzuimpercentage": 100,
}


def absence(*events: Any, **changes: Any) -> dict[str, Any]:
    """An object for a verzuimmutatie."""
    case = {"id": "VG-1", "gebeurtenissen": list(events or (ZIEKMELDING,))}
    return deepcopy({"werkgever": WERKGEVER, "werknemer": WERKNEMER, "dienstverband": DIENSTVERBAND, "geval": case, **changes})


def employee(**changes: Any) -> dict[str, Any]:
    """An object for a werknemermutatie."""
    return deepcopy({"werkgever": WERKGEVER, "werknemer": WERKNEMER, "dienstverbanden": [DIENSTVERBAND], **changes})


def build(document: Any, kind: Kind = Kind.VERZUIMMUTATIE, koppeling: Koppeling = KOPPELING) -> list[Built]:
    """The messages of a document; one in text is taken as it is."""
    text = document if isinstance(document, str) else json.dumps(document)
    return build_messages(kind, parse_json(text.encode()), koppeling)


def message(document: Any, kind: Kind = Kind.VERZUIMMUTATIE, koppeling: Koppeling = KOPPELING) -> Message:
    """The one message of a document."""
    (built,) = build(document, kind, koppeling)
    assert sivi2017.validate(sivi2017.write(built.message)).ok
    return built.message


def verzuim(*events: Any, **changes: Any) -> Any:
    """What the message says of a case after some events."""
    made: Any = message(absence(*events, **changes))
    return made.werkgever[0].werknemer[0].dienstverband[0].verzuim[0]


def werknemer(**changes: Any) -> Any:
    """The employee of a message."""
    made: Any = message(employee(werknemer={**WERKNEMER, **changes}), Kind.WERKNEMERMUTATIE)
    return made.werkgever[0].werknemer[0]


def faults(document: Any, kind: Kind = Kind.VERZUIMMUTATIE, koppeling: Koppeling = KOPPELING) -> tuple[str, ...]:
    """What is wrong with a document."""
    with pytest.raises(InvalidValue) as caught:
        build(document, kind, koppeling)
    return caught.value.faults


def fault(document: Any, kind: Kind = Kind.VERZUIMMUTATIE, koppeling: Koppeling = KOPPELING) -> str:
    """The one thing that is wrong with a document."""
    (found,) = faults(document, kind, koppeling)
    return found


def of_werknemer(**changes: Any) -> tuple[str, ...]:
    """What is wrong with an employee, without the place."""
    found = faults(absence(werknemer={**WERKNEMER, **changes}))
    assert all(text.startswith("werknemer.") for text in found)
    return tuple(text.removeprefix("werknemer.") for text in found)


def as_json(value: Any) -> Any:
    """An object of the domain as a document has it."""
    if isinstance(value, Domain):
        return {item.name: as_json(getattr(value, item.name)) for item in fields_of(type(value))}
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    if isinstance(value, StrEnum):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value


class TestDocuments:
    def test_the_document_of_the_documentation(self) -> None:
        """The example in the package is one."""
        text = sys.modules["sivi2017.building"].__doc__ or ""
        example = text[text.index("    {\n") : text.index("\n    }\n") + 6]
        made: Any = message(example)
        assert made.werkgever[0].werknemer[0].dienstverband[0].verzuim[0].percentage_verzuim == 50

    def test_one_object_is_one_message(self) -> None:
        """Its place needs no name."""
        (built,) = build(absence())
        assert built.path == ""

    def test_several_objects_are_several_messages(self) -> None:
        """In their order, each with a reference number of its own."""
        second = absence(werknemer={**WERKNEMER, "id": "WN-2"})
        built: list[Any] = build({"berichten": [absence(), second]})
        assert [each.path for each in built] == ["berichten[0]", "berichten[1]"]
        keys = [each.message.werkgever[0].werknemer[0].identificatie_werknemer for each in built]
        assert keys == ["WN-1", "WN-2"]
        assert len({each.message.bericht_algemeen.berichtreferentienummer for each in built}) == 2

    @pytest.mark.parametrize("kind", Kind)
    def test_each_kind_is_the_message_of_the_coupling(self, kind: Kind) -> None:
        """A document says the same as a program that calls the coupling."""
        made = message(absence() if kind is Kind.VERZUIMMUTATIE else employee(), kind)
        names = {"verzuimmutatie": "Verzuimmeldingen", "werknemermutatie": "WerknemerGegevens"}
        assert type(made).__name__ == names.get(kind, "Dienstverbanden")

    def test_an_employee_has_one_employment_or_several(self) -> None:
        """Both can be said as it comes."""
        one = employee(dienstverband=DIENSTVERBAND)
        del one["dienstverbanden"]
        two = employee(dienstverbanden=[DIENSTVERBAND, {**DIENSTVERBAND, "id": "DV-2"}])
        numbers = []
        for document in (one, two):
            made: Any = message(document, Kind.WERKNEMERMUTATIE)
            numbers.append(len(made.werkgever[0].werknemer[0].dienstverband))
        assert numbers == [1, 2]

    def test_what_happened_to_the_employee(self) -> None:
        """As in the coupling: what to do with the employee, and whether the receiver knows them from an absence."""
        off = KOPPELING.met(datakluis=False)
        leaves = {**DIENSTVERBAND, "einddatum": "2017-03-31"}
        document = employee(dienstverbanden=[leaves], mutatie="correctie", verzuim_gehad=True)
        made: Any = message(document, Kind.WERKNEMERMUTATIE, off)
        assert made.werkgever[0].werknemer[0].verwerking.value == "03"

    def test_the_name_of_the_schema_may_stand_at_the_top(self) -> None:
        """Editors find the schema by it."""
        assert len(build({"$schema": "berichten.schema.json", **absence()})) == 1
        assert len(build({"$schema": "berichten.schema.json", "berichten": [absence()]})) == 1
        assert fault({"berichten": [{"$schema": "x", **absence()}]}).startswith("berichten[0].(a key that is no name): unknown")

    @pytest.mark.parametrize(
        ("document", "expected"),
        [
            ([], "the document must be an object, is a list"),
            (3, "the document must be an object, is a number"),
            ({"berichten": []}, "berichten: must be a list of at least one object, is empty"),
            ({"berichten": {}}, "berichten: must be a list of at least one object, is an object"),
            ({"berichten": [absence()], "test": True}, "test: unknown; there are $schema, berichten"),
            ({"berichten": [True]}, "berichten[0]: must be an object, is true or false"),
            (absence(geval=None), "geval: must be given"),
            (absence(dienstverbanden=[DIENSTVERBAND]), "dienstverbanden: unknown; did you mean dienstverband?"),
        ],
    )
    def test_what_is_no_document(self, document: Any, expected: str) -> None:
        """What was expected is said where it was expected."""
        assert fault(document) == expected

    def test_an_employee_without_employments_or_with_both_forms(self) -> None:
        """Which of the two holds is not guessed."""
        expected = "dienstverbanden: must be given, or else one dienstverband"
        assert fault(employee(dienstverbanden=None), Kind.WERKNEMERMUTATIE) == expected
        assert fault(employee(dienstverband=DIENSTVERBAND), Kind.WERKNEMERMUTATIE) == expected

    def test_an_employee_message_has_no_case(self) -> None:
        """Absence goes with the other message."""
        found = fault(employee(geval={"id": "VG-1"}), Kind.WERKNEMERMUTATIE)
        assert found.startswith("geval: unknown; there are werkgever, werknemer,")

    def test_all_faults_of_all_objects_are_told_together(self) -> None:
        """And a message is built of none."""
        found = faults(
            {"berichten": [absence(), {"werkgever": {}}, 3, absence(werknemer={**WERKNEMER, "voorletters": "ABCDEFGHI"})]}
        )
        assert found == (
            "berichten[1].werkgever.naam: must be given",
            "berichten[1].werkgever.id: must be given",
            "berichten[1].werkgever.aansluitnummer: must be given",
            "berichten[1].werknemer: must be given",
            "berichten[1].dienstverband: must be given",
            "berichten[1].geval: must be given",
            "berichten[2]: must be an object, is a number",
            "berichten[3].werknemer.voorletters: at most 6 characters, has 9",
        )

    def test_parts_that_contradict_each_other(self) -> None:
        """What the coupling refuses is told with the object that it is about."""
        born = {**WERKNEMER, "geboortedatum": "2011-01-01"}
        for document, place in ((absence(werknemer=born), ""), ({"berichten": [absence(werknemer=born)]}, "berichten[0]: ")):
            assert fault(document).startswith(f"{place}Werknemer.geboortedatum: must be before the ingangsdatum")

    def test_an_employee_of_whom_the_receiver_may_not_be_told(self) -> None:
        """The reason is the coupling's."""
        found = fault({"berichten": [employee()]}, Kind.WERKNEMERMUTATIE, KOPPELING.met(datakluis=False))
        assert found.startswith("berichten[0]: the Datakluis of the receiver is off for this employer")

    def test_a_message_that_the_receiver_would_refuse(self) -> None:
        """A rule that the coupling made an error keeps the message back."""
        strict = KOPPELING.met(ernst={"LHN-2": Severity.ERROR})
        document = employee(werkgever={key: value for key, value in WERKGEVER.items() if key != "loonheffingennummer"})
        assert fault({"berichten": [document]}, Kind.WERKNEMERMUTATIE, strict).startswith("berichten[0]: LHN-2: ")
        (built,) = build({"berichten": [document]}, Kind.WERKNEMERMUTATIE)
        assert [(item.id, item.message.startswith("berichten[0]: ")) for item in built.findings] == [("LHN-2", True)]

    def test_what_the_coupling_does_not_ask_for_is_told(self) -> None:
        """Nothing is left out in silence."""
        (built,) = build(absence(werknemer={**WERKNEMER, "burgerservicenummer": "999990019"}))
        assert [(item.id, item.message) for item in built.findings] == [
            ("BLD-NOT-REQUESTED", "Werknemer.burgerservicenummer: not sent; the coupling does not ask for it")
        ]


class TestJson:
    def test_numbers_are_what_is_written(self) -> None:
        """No number becomes a binary fraction on its way."""
        document = json.dumps(employee()).replace('"afdeling_code"', '"uren_per_week": 36.10, "afdeling_code"')
        made: Any = message(document, Kind.WERKNEMERMUTATIE)
        assert repr(made.werkgever[0].werknemer[0].dienstverband[0].contracturen_per_week) == "Decimal('36.10')"

    def test_a_mark_at_the_start_is_no_part_of_the_document(self) -> None:
        """Some editors begin a file with a byte order mark."""
        assert parse_json(b"\xef\xbb\xbf{}") == {}

    def test_a_file_or_a_path(self, tmp_path: Path) -> None:
        """As with messages."""
        path = tmp_path / "data.json"
        path.write_bytes(b"[1]")
        assert parse_json(path) == parse_json(io.BytesIO(b"[1]")) == [1]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (b'{"naam":\n "GEHEIM}', "Unterminated string starting at (line 2, column 2)"),
            (b"", "Expecting value (line 1, column 1)"),
            (b'{"naam": GEHEIM}', "Expecting value (line 1, column 10)"),
            (b'{}\n"caf\xe9"', "line 2 is not written in UTF-8"),
            (b"[" * 200_000, "lists or objects stand too deep in each other"),
            (b"[NaN]", "it has NaN or Infinity, which JSON does not know"),
        ],
    )
    def test_what_is_no_json(self, text: bytes, expected: str) -> None:
        """The place is named, and nothing of what stands there."""
        with pytest.raises(InvalidValue) as caught:
            parse_json(text)
        assert caught.value.faults == (f"the document is no JSON that can be read: {expected}",)

    @pytest.mark.parametrize("number", ["1" * 101, f"0.{'1' * 100}", "1e200", "1e-200", "1e99999999999999999999"])
    def test_a_number_that_no_message_can_hold(self, number: str) -> None:
        """It is refused before it takes any work."""
        with pytest.raises(InvalidValue) as caught:
            parse_json(f"[{number}]".encode())
        assert caught.value.faults == ("the document has a number of more than 100 digits",)

    @pytest.mark.parametrize("zero", ["0", "0.0", "0e5"])
    def test_nothing_is_a_number_too(self, zero: str) -> None:
        """In each of its forms."""
        assert parse_json(f"[{zero}]".encode()) == [0]

    def test_a_key_that_is_given_twice(self) -> None:
        """Which of the two holds is not guessed; the rest is checked all the same."""
        text = json.dumps(absence(werknemer={**WERKNEMER, "voorletters": "ABCDEFGHI"}))
        text = text.replace('"id": "WN-1"', '"id": "WN-1", "id": "WN-2"').replace('"geval":', '"dienstverband": {}, "geval":')
        assert faults(text) == (
            "dienstverband: given more than once",
            "werknemer.id: given more than once",
            "werknemer.voorletters: at most 6 characters, has 9",
        )


class TestValues:
    @pytest.mark.parametrize("text", ['"36.5"', '"36.50"', "36.5", "36.50", "36.500", "3650e-2"])
    def test_a_number_as_text_or_as_a_number(self, text: str) -> None:
        """However it is written, the message says the same."""
        document = json.dumps(employee()).replace('"afdeling_code"', f'"uren_per_week": {text}, "afdeling_code"')
        (built,) = build(document, Kind.WERKNEMERMUTATIE)
        assert b"<CntrctUrnWk>36.50</CntrctUrnWk>" in sivi2017.write(built.message)

    @pytest.mark.parametrize(("given_code", "kind"), [("V", "V"), ("VROUW", "V"), ("O", "O"), ("ONBEKEND", "O")])
    def test_a_code_by_its_value_or_by_its_name(self, given_code: str, kind: str) -> None:
        """The name says more, the value is what systems have."""
        assert werknemer(geslacht=given_code).geslachtsaanduiding.value == kind

    def test_no_code_is_the_name_of_another(self) -> None:
        """So that each says one thing."""
        for name in codes.__all__:
            members: type[CodeList] = getattr(codes, name)
            values = {member.value for member in members}
            assert not any(member.name in values and member.name != member.value for member in members)

    def test_a_code_without_a_meaning_has_no_name(self) -> None:
        """``CODE_02`` would say no more than the code."""
        assert set(code_names(codes.SoortAdres)) == {
            *("01", "02", "03", "04", "05", "06"),
            *("WOONADRES_OF_HOOFDADRES", "VERPLEEGADRES"),
        }

    def test_null_is_no_value(self) -> None:
        """Many systems write it for what they do not have."""
        assert werknemer(roepnaam=None, partner=None, adressen=None).roepnaam is None
        assert of_werknemer(achternaam=None) == ("achternaam: must be given",)

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"voorleters": "A"}, "voorleters: unknown; did you mean voorletters?"),
            ({"adres": {}}, "adres: unknown; did you mean adressen?"),
            ({"id": 12}, "id: must be text, is a number: write it in quotes, since a leading zero counts"),
            ({"id": 1.5}, "id: must be text, is a number: write it in quotes, since a leading zero counts"),
            ({"id": True}, "id: must be text, is true or false"),
            ({"id": "x" * 41}, "id: at most 40 characters, has 41"),
            ({"id": "\ud800"}, "id: has a character that XML does not allow"),
            ({"id": " "}, "id: must not be empty or blank"),
            ({"geboortedatum": 19800517}, 'geboortedatum: must be a date such as "2017-03-06", is a number'),
            ({"geboortedatum": "17-05-1980"}, 'geboortedatum: must be a date such as "2017-03-06", without a time'),
            ({"geboortedatum": "1980-05-17T00:00:00"}, 'geboortedatum: must be a date such as "2017-03-06", without a time'),
            ({"geboortedatum": "1980-02-30"}, "geboortedatum: must be a day that exists"),
            ({"geboortedatum": ""}, "geboortedatum: must not be empty or blank; leave it out where there is no value"),
            ({"geslacht": 1}, "geslacht: must be a code in quotes, is a number"),
            ({"geslacht": "X"}, "geslacht: must be one of M, O, V, MAN, ONBEKEND, VROUW"),
            ({"partner": "Jansen"}, "partner: must be an object, is text"),
            ({"partner": {}}, "partner.achternaam: must be given"),
            ({"partner": {"achternaam": "x", "voorvoegsels": "v1"}}, "partner.voorvoegsels: must have no digits, has 1"),
            ({"adressen": {}}, "adressen: must be a list, is an object"),
            ({"adressen": [None]}, "adressen[0]: must be an object, is null"),
            ({"communicatie": "0612345678"}, "communicatie: must be a list, is text"),
            ({"communicatie": [{"soort": "01"}]}, "communicatie[0].nummer_of_adres: must be given"),
            ({"communicatie": {"fax": "0182"}}, "communicatie.fax: unknown; there are telefoon, email"),
            (
                {"communicatie": {"0612345678": "telefoon"}},
                "communicatie.(a key that is no name): unknown; there are telefoon, email",
            ),
            (
                {"communicatie": {"telefoon": 612345678}},
                "communicatie.telefoon: must be text, is a number: write it in quotes,",
            ),
            ({"communicatie": {"telefoon": "6" * 513}}, "communicatie.telefoon: at most 512 characters, has 513"),
            ({"naamvoorkeur": "02"}, "naamvoorkeur: one with the partner's name needs a partner"),
            ({"burgerservicenummer": "999990018"}, "burgerservicenummer: must be nine digits that pass the eleven test"),
        ],
    )
    def test_a_fault_has_its_place_and_no_value(self, changes: dict[str, Any], expected: str) -> None:
        """Whoever made the document finds the place, and nobody else reads the value in a log."""
        (found,) = of_werknemer(**changes)
        assert found.startswith(expected)

    def test_a_fault_in_a_list_has_its_place(self) -> None:
        """Counted from 0, as programs do."""
        adres = {"postcode": "2801AB", "woonplaats": "Gouda", "huisnummer": "012"}
        assert of_werknemer(adressen=[adres, {**adres, "postcode": "2801 AB"}]) == (
            "adressen[1].postcode: exactly 6 characters, has 7",
        )
        (found,) = of_werknemer(adressen=[adres, {**adres, "soort": "03"}])
        assert found.startswith("adressen[1]: soort must be one of 01, 02, 04")

    def test_all_faults_of_an_object_are_told_together(self) -> None:
        """Those of the form, and those of the values that could be read."""
        assert of_werknemer(id=1, voorletters="ABCDEFGHI", geboortedatum="x", achternaam=None, roepnaam="R2") == (
            "id: must be text, is a number: write it in quotes, since a leading zero counts",
            'geboortedatum: must be a date such as "2017-03-06", without a time',
            "achternaam: must be given",
            "voorletters: at most 6 characters, has 9",
            "roepnaam: must have no digits, has 1",
        )

    @pytest.mark.parametrize(
        ("key", "value", "expected"),
        [
            ("uren_per_week", "36,50", 'must be a number in digits with a point, such as "36.50"'),
            ("uren_per_week", "1e2", 'must be a number in digits with a point, such as "36.50"'),
            ("uren_per_week", True, "must be a number, is true or false"),
            ("uren_per_week", 36.125, "must be at most four digits, a point and two digits, such as 36.00"),
            ("loonwachtdagen", "2", "must be a whole number, is text"),
            ("loonwachtdagen", 2.5, "must be a whole number, is one with a fraction"),
            ("loonwachtdagen", True, "must be a whole number, is true or false"),
            ("loonwachtdagen", 1000, "at most 3 digits, has 4"),
            ("bepaalde_tijd", "J", "must be true or false, is text"),
            ("contactpersonen", [{"achternaam": "Voorbeeld", "rol": "01", "communicatie": []}], "at least 1, has 0"),
        ],
    )
    def test_a_value_of_another_kind(self, key: str, value: Any, expected: str) -> None:
        """What was expected is said in the words of JSON."""
        found = fault(employee(dienstverbanden=[{**DIENSTVERBAND, key: value}]), Kind.WERKNEMERMUTATIE)
        place, _, text = found.partition(": ")
        assert place.startswith(f"dienstverbanden[0].{key}")
        assert text.startswith(expected)

    def test_contact_data_by_their_kind(self) -> None:
        """The coupling knows which code each gets."""
        made = werknemer(communicatie={"telefoon": "0612345678", "email": "anna@example.nl"})
        kinds = [(each.soort_communicatie.value, each.nummer_of_adres) for each in made.communicatie]
        assert kinds == [("01", "0612345678"), ("04", "anna@example.nl")]


class TestCareOfTheCoupling:
    def test_texts_that_may_be_shortened_are(self) -> None:
        """With a finding that names the place."""
        shortens = KOPPELING.met(verkorten=["Werknemer.voorletters"])
        (built,) = build({"berichten": [absence(werknemer={**WERKNEMER, "voorletters": "ABCDEFGHI"})]}, koppeling=shortens)
        made: Any = built.message
        assert made.werkgever[0].werknemer[0].voorletters == "ABCDEF"
        assert [(item.id, item.message) for item in built.findings] == [
            ("BLD-SHORTENED", "berichten[0].werknemer.voorletters: shortened from 9 to 6 characters")
        ]

    def test_a_text_that_may_be_shortened_is_no_fault_beside_others(self) -> None:
        """What will be shortened is not complained of."""
        shortens = KOPPELING.met(verkorten=["Werknemer.voorletters"])
        document = absence(werknemer={**WERKNEMER, "voorletters": "ABCDEFGHI", "id": 1})
        assert len(faults(document, koppeling=shortens)) == 1

    def test_what_is_wrong_after_shortening_is_told(self) -> None:
        """A shorter text is still checked."""
        shortens = KOPPELING.met(verkorten=["Werknemer.voorletters"])
        document = absence(werknemer={**WERKNEMER, "voorletters": "ABC4EFGHI"})
        assert fault(document, koppeling=shortens) == "werknemer.voorletters: must have no digits, has 1"

    def test_empty_values_are_left_out_where_the_coupling_says_so(self) -> None:
        """Also empty dates and codes, which systems that export text have."""
        drops = KOPPELING.met(lege_waarde="weglaten")
        empty = {"roepnaam": "", "overlijdensdatum": " ", "naamvoorkeur": "", "communicatie": {"telefoon": "", "email": None}}
        (built,) = build(absence({**ZIEKMELDING, "gemeld_op": ""}, werknemer={**WERKNEMER, **empty}), koppeling=drops)
        places = (
            "werknemer.roepnaam",
            "werknemer.overlijdensdatum",
            "werknemer.naamvoorkeur",
            "werknemer.communicatie.telefoon",
        )
        told = [(item.id, item.message) for item in built.findings]
        assert told == [
            ("BLD-EMPTY", f"{place}: empty, and left out") for place in (*places, "geval.gebeurtenissen[0].gemeld_op")
        ]

    def test_what_is_needed_cannot_be_left_out(self) -> None:
        """An empty key is no key."""
        drops = KOPPELING.met(lege_waarde="weglaten")
        assert fault(absence(werknemer={**WERKNEMER, "id": ""}), koppeling=drops) == "werknemer.id: must be given"


class TestCases:
    def test_the_last_event_is_reported(self) -> None:
        """The others made the case what it is."""
        part = verzuim(
            ZIEKMELDING,
            {"soort": "gedeeltelijke_hersteldmelding", "per": "2017-03-13", "verzuimpercentage": "50"},
            {"soort": "hersteldmelding", "per": "2017-03-20", "reden_einde": "01"},
        )
        assert (part.verwerking.value, part.verzuimgeval_volgnummer_melding) == ("02", 3)
        assert (str(part.datum_hersteld), part.reden_einde_verzuim.value) == ("2017-03-20", "01")

    def test_a_correction(self) -> None:
        """What was reported stands beside what should have been."""
        part = verzuim(ZIEKMELDING, {"soort": "correctie", "eerste_verzuimdag": "2017-03-05", "id": "VG-2"})
        assert (part.verwerking.value, part.verzuimgeval_volgnummer_melding) == ("03", 2)
        assert (str(part.datum_eerste_verzuimdag), str(part.datum_eerste_verzuimdag_oud)) == ("2017-03-05", "2017-03-06")
        assert (part.verzuimgeval_identificatie, part.verzuimgeval_identificatie_oud) == ("VG-2", "VG-1")

    def test_a_correction_takes_away_what_it_says_is_null(self) -> None:
        """Only there null is not the same as nothing."""
        first = {**ZIEKMELDING, "gemeld_op": "2017-03-05", "vangnet": True}
        part = verzuim(first, {"soort": "correctie", "gemeld_op": None, "vangnet": None, "verzuimpercentage": None})
        assert (part.datum_verzuimmelding_werkgever, part.vangnetgeval.value, part.percentage_verzuim) == (None, "O", 100)
        part = verzuim(first, {"soort": "hersteldmelding", "per": "2017-03-20", "gemeld_op": None})
        assert str(part.datum_verzuimmelding_werkgever) == "2017-03-05"

    def test_a_recovery_that_was_none(self) -> None:
        """A case that was closed by mistake can be opened again."""
        again = {"soort": "correctie", "einde_verzuim": False, "verzuimpercentage": 100}
        part = verzuim(ZIEKMELDING, {"soort": "hersteldmelding", "per": "2017-03-20"}, again)
        assert (part.einde_verzuim.value, part.datum_hersteld) == ("N", None)

    @pytest.mark.parametrize("soort", [soort for soort in EVENTS if EVENTS[soort].takes])
    def test_every_event_takes_every_key_that_it_names(self, soort: SoortMelding) -> None:
        """The methods of the domain take what a document can say, and fill the rest themselves."""
        words = {
            "eerste_verzuimdag": "2017-03-06",
            "per": "2017-03-20",
            "verzuimpercentage": 40,
            "id": "VG-3",
            "ingangsdatum": "2017-03-20",
            "einde_verzuim": True,
            "datum_hersteld": "2017-03-20",
            "reden_einde": "01",
            "oorzaak": "10",
            "vangnet": False,
            "bijzondere_reden_start": "01",
            "wazo": "01",
            "acties": ["01"],
            "gemeld_op": "2017-03-06",
            "hersteld_volgens_werkgever": "2017-03-20",
            "verwacht_herstel": "2017-04-01",
            "percentage_arbeidstherapie": "10.5",
            "nummer_uitkerende_bedrijfsvereniging": 7,
            "vrije_tekst": ["Belt morgen."],
            "contactpersonen": [{"achternaam": "Baas", "rol": "01", "communicatie": {"telefoon": "0182"}}],
        }
        if soort is SoortMelding.CORRECTIE:
            words["verzuimpercentage"] = 0
        event = {"soort": soort.name.lower(), **{key: words[key] for key in EVENTS[soort].takes}}
        part = verzuim(*([] if soort is SoortMelding.ZIEKMELDING else [ZIEKMELDING]), event)
        assert part.oorzaak_verzuim.value == "10"

    def test_a_withdrawal(self) -> None:
        """It needs nothing but its name."""
        assert verzuim(ZIEKMELDING, {"soort": "intrekking"}).verwerking.value == "05"

    def test_what_else_a_report_says(self) -> None:
        """By the names of the fields of a Verzuimmelding."""
        part = verzuim({**ZIEKMELDING, "verzuimpercentage": 60, "oorzaak": "ARBEIDSONGEVAL", "vangnet": True})
        assert (part.percentage_verzuim, part.oorzaak_verzuim.value, part.vangnetgeval.value) == (60, "10", "J")

    def test_going_on_from_the_last_report(self) -> None:
        """Where the earlier events are no longer known."""
        case = {
            "id": "VG-9",
            "hervat": {**LAST, "volgnummer": 4},
            "gebeurtenissen": [{"soort": "hersteldmelding", "per": "2017-03-20"}],
        }
        part = verzuim(geval=case)
        assert (part.verzuimgeval_identificatie, part.verzuimgeval_volgnummer_melding) == ("VG-9", 5)

    @pytest.mark.parametrize(
        ("adres", "tag"),
        [
            ({"postcode": "2801AB", "woonplaats": "Gouda", "huisnummer": "1"}, "straatadres_nederland"),
            ({"land_code": "BE", "woonplaats": "Gent", "huisnummer": "1"}, "straatadres_buitenland"),
        ],
    )
    def test_an_address_of_care(self, adres: dict[str, str], tag: str) -> None:
        """With a land_code it is outside the Netherlands."""
        case = {"id": "VG-1", "gebeurtenissen": [ZIEKMELDING], "verpleegadres": {"adres": adres, "naam": "Huis Voorbeeld"}}
        made: Any = message(absence(geval=case))
        (address,) = getattr(made.werkgever[0].werknemer[0], tag)
        assert address.naam_verpleegadres == "Huis Voorbeeld"

    def test_an_address_of_care_that_is_none(self) -> None:
        """Without a land_code it is taken for one in the Netherlands."""
        for adres, expected in (("Gouda", "must be an object, is text"), ({"land": "BE"}, "land: unknown")):
            case = {"id": "VG-1", "gebeurtenissen": [ZIEKMELDING], "verpleegadres": {"adres": adres}}
            assert any(
                text.startswith("geval.verpleegadres.adres") and expected in text for text in faults(absence(geval=case))
            )

    @pytest.mark.parametrize(
        ("events", "expected"),
        [
            ([{"soort": "ziek"}], "[0].soort: must be one of ziekmelding, gedeeltelijke_hersteldmelding, hersteldmelding,"),
            ([{"soort": 1}], "[0].soort: must be a word in quotes, is a number"),
            ([{}], "[0].soort: must be given"),
            (["ziekmelding"], "[0]: must be an object, is text"),
            ([{"soort": "ziekmelding"}], "[0].eerste_verzuimdag: must be given"),
            ([{**ZIEKMELDING, "per": "2017-03-06"}], "[0].per: unknown"),
            ([{**ZIEKMELDING, "einde_verzuim": True}], "[0].einde_verzuim: unknown"),
            ([{**ZIEKMELDING, "verzuimpercentage": 0}], "[0]: ziekmelding: the verzuimpercentage must be above 0"),
            ([{**ZIEKMELDING, "verzuimpercentage": 101}], "[0].verzuimpercentage: must be from 0 to 100"),
            ([{**ZIEKMELDING, "vrije_tekst": ["x" * 513]}], "[0].vrije_tekst[0]: at most 512 characters, has 513"),
            ([{**ZIEKMELDING, "vrije_tekst": "x"}], "[0].vrije_tekst: must be a list, is text"),
            ([ZIEKMELDING, ZIEKMELDING], "[1]: ziekmelding: a case begins with it, and has it once"),
            ([{"soort": "intrekking"}], "[0]: intrekking: a case begins with a ziekmelding, or with its last report as hervat"),
            ([ZIEKMELDING, {"soort": "intrekking"}, {"soort": "intrekking"}], "[2]: intrekking: the case is ingetrokken"),
            ([ZIEKMELDING, {"soort": "intrekking", "per": "2017-03-06"}], "[1].per: unknown"),
            ([ZIEKMELDING, {"soort": "hersteldmelding"}], "[1].per: must be given"),
            ([ZIEKMELDING, {"soort": "hersteldmelding", "per": "2017-03-01"}], "[1]: hersteldmelding: per lies before"),
        ],
    )
    def test_events_that_cannot_be(self, events: list[Any], expected: str) -> None:
        """The event that is wrong is named by its place."""
        found = fault(absence(geval={"id": "VG-1", "gebeurtenissen": events}))
        assert found.startswith(f"geval.gebeurtenissen{expected}")

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            ("VG-1", "geval: must be an object, is text"),
            ({"gebeurtenissen": [ZIEKMELDING]}, "geval.id: must be given"),
            ({"id": "x" * 41, "gebeurtenissen": [ZIEKMELDING]}, "geval.id: at most 40 characters, has 41"),
            ({"id": "VG-1"}, "geval.gebeurtenissen: must be a list of at least one event, is null"),
            ({"id": "VG-1", "gebeurtenissen": []}, "geval.gebeurtenissen: must be a list of at least one event, is empty"),
            ({"id": "VG-1", "gebeurtenissen": [ZIEKMELDING], "hervat": LAST}, "geval.gebeurtenissen[0]: ziekmelding: a case"),
            ({"id": "VG-1", "gebeurtenissen": [{"soort": "intrekking"}], "hervat": {}}, "geval.hervat.soort: must be given"),
            (
                {"id": "VG-1", "gebeurtenissen": [{"soort": "intrekking"}], "hervat": {**LAST, "ingangsdatum": "2017-03-01"}},
                "geval.hervat.ingangsdatum: must not be before eerste_verzuimdag",
            ),
            ({"id": "VG-1", "gebeurtenissen": [ZIEKMELDING], "samengesteld_met": "VG-0"}, "geval.samengesteld_met: unknown"),
        ],
    )
    def test_cases_that_cannot_be(self, case: Any, expected: str) -> None:
        """What a case needs is said."""
        assert faults(absence(geval=case))[0].startswith(expected)

    def test_every_event_is_a_method(self) -> None:
        """The words of a document are the names in the domain."""
        assert all(hasattr(Verzuimgeval, soort.name.lower()) for soort in SoortMelding)


class TestRoundTrip:
    @given(st.one_of([objects(each) for each in (Werkgever, Werknemer, Dienstverband, Adres, BuitenlandsAdres)]))
    def test_a_document_can_say_whatever_the_domain_can(self, value: Any) -> None:
        """An object that is written as JSON by its fields is the same object when it is read."""
        made = Objects(KOPPELING)
        assert made.make(type(value), parse_json(json.dumps(as_json(value)).encode()), "x") == value
        assert made.faults == []

    @given(objects(Verzuimmelding))
    def test_a_last_report_can_be_any(self, melding: Verzuimmelding) -> None:
        """``hervat`` takes every report that there can be."""
        last = {name: value for name, value in as_json(melding).items() if name != "verzuimgeval_id"}
        if melding.soort is SoortMelding.INTREKKING or melding.volgnummer == 999:
            return
        case = {"id": melding.verzuimgeval_id, "hervat": last, "gebeurtenissen": [{"soort": "intrekking"}]}
        (built,) = build(absence(geval=case))
        made: Any = built.message
        part = made.werkgever[0].werknemer[0].dienstverband[0].verzuim[0]
        assert part.verzuimgeval_identificatie == melding.verzuimgeval_id
        assert part.verzuimgeval_volgnummer_melding == melding.volgnummer + 1


SCHEMA = Draft202012Validator(json.loads(shipped_schema()))

HIDDEN = "GEHEIM"


def nodes(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document, as what holds it and its key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield value, key
        yield from nodes(part)


RICH = {
    "berichten": [
        absence(
            ZIEKMELDING | {"contactpersonen": [{"achternaam": "Baas", "rol": "01", "communicatie": {"telefoon": "0182"}}]},
            {"soort": "gedeeltelijke_hersteldmelding", "per": "2017-03-13", "verzuimpercentage": 50},
            {"soort": "correctie", "verzuimpercentage": "40.00", "acties": ["01"]},
            {"soort": "hersteldmelding", "per": "2017-03-20"},
            werknemer={
                **WERKNEMER,
                "partner": {"achternaam": "Pieters"},
                "adressen": [{"postcode": "2801AB", "woonplaats": "Gouda", "huisnummer": "012"}],
                "communicatie": [{"soort": "TELEFOON", "nummer_of_adres": "0612345678"}],
                "bankrekening": {"iban": "NL02ABNA0123456789"},
            },
        ),
        absence(
            {"soort": "intrekking"},
            geval={
                "id": "VG-2",
                "hervat": LAST,
                "gebeurtenissen": [{"soort": "intrekking"}],
                "verpleegadres": {"adres": {"land_code": "BE", "woonplaats": "Gent", "huisnummer": "1"}, "soort": "01"},
            },
            dienstverband={
                **DIENSTVERBAND,
                "uren_per_week": 36.5,
                "arbeidsrelatie": {"id": "AR-1", "ingangsdatum": "2010-04-01", "uren_per_week": "36"},
                "kostenplaatsen": [{"code": "K1", "naam": "Oven"}],
                "bepaalde_tijd": False,
                "loonwachtdagen": 2,
            },
        ),
    ]
}


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """A document with one or two places changed into something else."""
    document = deepcopy(RICH)
    for _ in range(draw(st.integers(0, 2))):
        places = list(nodes(document))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        other = st.sampled_from(
            [None, True, 0, -1, 36, 1e9, HIDDEN, "", "2017-03-10", "01", [], {}, [HIDDEN], {HIDDEN: HIDDEN}]
        )
        action = draw(st.sampled_from(["replace", "remove", "rename"]))
        if action == "replace":
            holder[key] = deepcopy(draw(other))
        elif action == "remove":
            del holder[key]
        elif isinstance(holder, dict):
            holder[f"{key}s"] = holder.pop(key)
    return document


class TestSchema:
    def test_the_shipped_schema_is_made_from_the_domain(self) -> None:
        """After a change of the domain: write what ``json_schema()`` gives to ``building/berichten.schema.json``."""
        assert shipped_schema() == json_schema()

    def test_it_is_a_schema(self) -> None:
        """By the rules of the draft that it names."""
        schema = json.loads(shipped_schema())
        Draft202012Validator.check_schema(schema)
        used = {line.partition("#/$defs/")[2].rstrip('"') for line in shipped_schema().splitlines() if '"$ref"' in line}
        assert used == set(schema["$defs"])

    @pytest.mark.parametrize(
        "document",
        [
            absence(),
            employee(),
            employee(dienstverbanden=None, dienstverband=DIENSTVERBAND, mutatie="nieuw", verzuim_gehad=None),
            {"$schema": "x", "berichten": [absence(), employee()]},
            {"$schema": "x", **absence()},
            absence(werknemer={**WERKNEMER, "communicatie": {"telefoon": "1"}, "roepnaam": None}),
            RICH,
        ],
    )
    def test_good_documents(self, document: Any) -> None:
        """What can be built is right by the schema too."""
        assert [error.message for error in SCHEMA.iter_errors(document)] == []

    @pytest.mark.parametrize(
        ("document", "path"),
        [
            ([], "$"),
            ({"berichten": []}, "$.berichten"),
            ({"berichten": [absence()], "test": True}, "$"),
            (absence(geval=None), "$.geval"),
            (employee(dienstverbanden=None), "$"),
            (employee(dienstverband=DIENSTVERBAND), "$"),
            (absence(werknemer={**WERKNEMER, "voorletters": "ABCDEFGHI"}), "$.werknemer.voorletters"),
            (absence(werknemer={**WERKNEMER, "voorletters": "A1"}), "$.werknemer.voorletters"),
            (absence(werknemer={**WERKNEMER, "voorletters": ""}), "$.werknemer.voorletters"),
            (absence(werknemer={**WERKNEMER, "voorletters": None}), "$.werknemer.voorletters"),
            (absence(werknemer={**WERKNEMER, "voorleters": "A"}), "$.werknemer"),
            (absence(werknemer={**WERKNEMER, "id": 12}), "$.werknemer.id"),
            (absence(werknemer={**WERKNEMER, "geslacht": "X"}), "$.werknemer.geslacht"),
            (absence(werknemer={**WERKNEMER, "geboortedatum": "17-05-1980"}), "$.werknemer.geboortedatum"),
            (absence(werknemer={**WERKNEMER, "burgerservicenummer": "1234567890"}), "$.werknemer.burgerservicenummer"),
            (absence(werknemer={**WERKNEMER, "adressen": [{}] * 10}), "$.werknemer.adressen"),
            (absence(dienstverband={**DIENSTVERBAND, "uren_per_week": "36,50"}), "$.dienstverband.uren_per_week"),
            (absence(dienstverband={**DIENSTVERBAND, "uren_per_week": -1}), "$.dienstverband.uren_per_week"),
            (absence(dienstverband={**DIENSTVERBAND, "bepaalde_tijd": "J"}), "$.dienstverband.bepaalde_tijd"),
            (absence(dienstverband={**DIENSTVERBAND, "loonwachtdagen": 1000}), "$.dienstverband.loonwachtdagen"),
            (absence({"soort": "ziek"}), "$.geval.gebeurtenissen[0].soort"),
            (absence({"soort": "ziekmelding"}), "$.geval.gebeurtenissen[0]"),
            (absence({"soort": "intrekking", "per": "2017-03-06"}), "$.geval.gebeurtenissen[0]"),
        ],
    )
    def test_bad_documents(self, document: Any, path: str) -> None:
        """Each is refused where the fault is; and the builder refuses it as well."""
        assert path in {error.json_path for error in SCHEMA.iter_errors(document)}
        for kind in Kind:
            with pytest.raises(InvalidValue):
                build(document, kind)

    @given(changed())
    def test_the_schema_takes_what_the_builder_takes(self, document: Any) -> None:
        """Of any document there is either a message, which the schema allows, or a list of faults without a value."""
        told: tuple[str, ...] = ()
        try:
            build(document)
        except InvalidValue as error:
            told = error.faults
        assert bool(told) or SCHEMA.is_valid(document)
        assert HIDDEN not in "".join(text.replace(f".{HIDDEN}: unknown", "") for text in told)


class TestCommand:
    @pytest.fixture
    def koppeling(self, tmp_path: Path) -> str:
        """A file of settings."""
        path = tmp_path / "koppeling.toml"
        text = 'inzender = "A"\nontvanger = "B"\nverkorten = ["Werknemer.voorletters"]\n'
        path.write_text(text, encoding="utf-8")
        return str(path)

    @pytest.fixture
    def data(self, tmp_path: Path) -> Path:
        """A document of two messages, of which one has a text to be shortened."""
        second = absence(werknemer={**WERKNEMER, "voorletters": "ABCDEFGHI"})
        path = tmp_path / "data.json"
        path.write_text(json.dumps({"berichten": [absence(), second]}), encoding="utf-8")
        return path

    def test_messages_are_written_to_a_folder(
        self, koppeling: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """One file a message, called after its reference number; standard output has the paths."""
        out = tmp_path / "uit" / "nieuw"
        assert build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out=str(out)) == 0
        told = capsys.readouterr()
        paths = told.out.splitlines()
        assert sorted(paths) == sorted(str(path) for path in out.iterdir())
        for path in paths:
            message: Any = sivi2017.read(path)
            assert path == str(out / f"{message.bericht_algemeen.berichtreferentienummer}.xml")
        place = "berichten[1].werknemer.voorletters"
        assert told.err.splitlines() == [
            f"{data}: warning BLD-SHORTENED {place}: shortened from 9 to 6 characters",
            f"2 messages written to {out}.",
        ]

    def test_one_message_is_written_to_standard_output(
        self, koppeling: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """From standard input, as a filter."""
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(absence()).encode())))
        assert build_files("verzuimmutatie", koppeling=koppeling, data="-", out="-", pretty=True) == 0
        written = capsysbinary.readouterr().out
        assert sivi2017.validate(written).ok
        assert b"\n  <Wrkgvr>\n" in written

    def test_several_messages_do_not_fit_there(self, koppeling: str, data: Path) -> None:
        """They would be no XML together."""
        with pytest.raises(click.ClickException, match="standard output takes one message, and there are 2") as caught:
            build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out="-")
        assert caught.value.exit_code == 2

    def test_nothing_is_written_where_something_is_wrong(
        self, koppeling: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Whoever repairs the document and builds again sends nothing twice."""
        document = {"berichten": [absence(), absence(werknemer={**WERKNEMER, "voorleters\x1b": 1})]}
        data.write_text(json.dumps(document), encoding="utf-8")
        assert build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out=str(tmp_path / "uit")) == 1
        assert not (tmp_path / "uit").exists()
        told = capsys.readouterr()
        assert told.out == ""
        place = "berichten[1].werknemer.(a key that is no name)"
        assert told.err.splitlines() == [
            f"{data}: error {place}: unknown; did you mean voorletters?",
            "1 error; nothing is written.",
        ]

    def test_files_that_cannot_be_read(self, koppeling: str, data: Path, tmp_path: Path) -> None:
        """The command could not do its work."""
        for settings, document in ((koppeling, str(tmp_path / "geen.json")), (str(tmp_path / "geen.toml"), str(data))):
            with pytest.raises(click.ClickException, match=r"cannot read .*geen.*: No such file or directory") as caught:
                build_files("verzuimmutatie", koppeling=settings, data=document, out=str(tmp_path / "uit"))
            assert caught.value.exit_code == 2

    def test_settings_that_are_wrong(self, koppeling: str, data: Path, tmp_path: Path) -> None:
        """Without a coupling there is nothing to build with."""
        Path(koppeling).write_text('inzendr = "A"\n', encoding="utf-8")
        with pytest.raises(click.ClickException) as caught:
            build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out=str(tmp_path / "uit"))
        assert caught.value.exit_code == 2
        expected = f"the settings of the coupling are wrong:\n{koppeling}: Koppeling.inzendr: unknown; did you mean inzender?"
        assert caught.value.message == expected

    def test_a_file_is_never_overwritten(
        self, koppeling: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And where one name is taken, none is written."""
        numbers = iter(["BER-1", "BER/2"])
        settings = Koppeling(
            inzender="A", ontvanger="B", referentie=lambda _moment: next(numbers), verkorten=["Werknemer.voorletters"]
        )
        monkeypatch.setattr(building, "settings", lambda _file: settings)
        (tmp_path / "BER_2.xml").write_text("taken", encoding="utf-8")
        before = sorted(tmp_path.iterdir())
        with pytest.raises(click.ClickException, match=r"BER_2\.xml is there already") as caught:
            build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out=str(tmp_path))
        assert caught.value.exit_code == 2
        assert sorted(tmp_path.iterdir()) == before
        assert (tmp_path / "BER_2.xml").read_text(encoding="utf-8") == "taken"

    def test_two_messages_with_one_number(
        self, koppeling: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The second does not take the place of the first."""
        settings = Koppeling(
            inzender="A", ontvanger="B", referentie=lambda _moment: "BER-1", verkorten=["Werknemer.voorletters"]
        )
        monkeypatch.setattr(building, "settings", lambda _file: settings)
        with pytest.raises(click.ClickException, match=r"cannot write to .*: File exists"):
            build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out=str(tmp_path / "uit"))
        assert list((tmp_path / "uit").iterdir()) == []

    def test_a_disk_that_is_full_leaves_nothing(
        self, koppeling: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What got its name before is taken away again."""
        names: list[Path] = []
        rename = Path.rename

        def limited(self: Path, target: Path) -> Path:
            if names:
                raise OSError
            names.append(target)
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", limited)
        with pytest.raises(click.ClickException, match=r"cannot write to .*: OSError"):
            build_files("verzuimmutatie", koppeling=koppeling, data=str(data), out=str(tmp_path / "uit"))
        assert len(names) == 1
        assert list((tmp_path / "uit").iterdir()) == []

    def test_the_schema_can_be_printed(self, capsys: pytest.CaptureFixture[str]) -> None:
        """For an editor, or for whoever makes documents."""
        assert print_schema() == 0
        assert capsys.readouterr().out == shipped_schema()


def test_objects_know_what_they_have_twice() -> None:
    """A plain object has nothing twice."""
    assert JsonObject({"a": 1}).twice == ()
