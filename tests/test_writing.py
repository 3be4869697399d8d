"""What is written is what the schema allows, in one form; what it does not allow is refused with the name of the field."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any, cast

import pytest
from conftest import DIENSTVERBANDEN, MESSAGES, VERZUIM, check, full_message, namespace, on_one_line
from lxml import etree
from xsdata.models.datatype import XmlDate, XmlDateTime, XmlTime

import sivi2017
from sivi2017 import InvalidMessage, Layer, Severity
from sivi2017.bindings import Dienstverbanden, verzuimmeldingen, werknemergegevens
from sivi2017.bindings.verzuimmeldingen import Verzuimmeldingen
from sivi2017.lexical import parse_decimal

WERKNEMER = "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]"
DIENSTVERBAND = f"{WERKNEMER}/Dnstvbnd[1]"
VERZUIMGEVAL = f"{DIENSTVERBAND}/Vrzm[1]"


@pytest.fixture
def message() -> Any:
    """A message about absence, to be changed in ways that its types do not allow."""
    return sivi2017.read(VERZUIM.encode())


class Parts:
    """The parts of a message, by name."""

    def __init__(self, message: Any) -> None:
        self.kop = message.bericht_algemeen
        self.werkgever = message.werkgever[0]
        self.werknemer = self.werkgever.werknemer[0]
        self.dienstverband = self.werknemer.dienstverband[0]
        self.verzuim = self.dienstverband.verzuim[0]


def told(message: Any, **options: Any) -> list[tuple[str, str | None]]:
    """Why a message is not written, by id and path."""
    with pytest.raises(InvalidMessage) as caught:
        sivi2017.write(message, **options)
    return [(finding.id, finding.path) for finding in caught.value.report.findings]


class TestForm:
    """The same bytes for the same message, as a partner's parser likes them."""

    @pytest.mark.parametrize("name", MESSAGES)
    def test_a_message_is_one_line_in_the_default_namespace(self, name: str) -> None:
        """After a declaration; without a prefix, and without a word of where a schema would be."""
        written = sivi2017.write(sivi2017.read(MESSAGES[name].encode()))
        declaration, body = written.decode("utf-8").split("\n")
        assert declaration == "<?xml version='1.0' encoding='UTF-8'?>"
        assert body == on_one_line(MESSAGES[name].split("?>\n")[1])
        assert body.count("xmlns") == 1
        assert b"xsi" not in written
        assert b":" not in written.replace(b"http:", b"").replace(b"09:15:00", b"")

    @pytest.mark.parametrize("name", MESSAGES)
    def test_the_same_message_gives_the_same_bytes(self, name: str) -> None:
        data = full_message(name, times=2).encode()
        assert len({sivi2017.write(sivi2017.read(data)) for _ in range(3)}) == 1

    @pytest.mark.parametrize("name", MESSAGES)
    def test_a_pretty_message_is_one_element_a_line(self, name: str) -> None:
        message = sivi2017.read(MESSAGES[name].encode())
        written = sivi2017.write(message, pretty=True)
        assert written.decode() == MESSAGES[name].replace('"1.0"', "'1.0'").replace('"UTF-8"', "'UTF-8'")
        assert sivi2017.read(written) == message

    def test_elements_are_in_the_order_of_the_schema(self) -> None:
        """Whatever the order in which the fields were given."""
        message: Any = sivi2017.read(VERZUIM.encode())
        werkgever = Verzuimmeldingen(werkgever=message.werkgever, bericht_algemeen=message.bericht_algemeen)
        assert sivi2017.write(werkgever) == sivi2017.write(message)

    @pytest.mark.parametrize("character", "&<>\r\t\n'\"]")
    @pytest.mark.parametrize("hours", [Decimal("36.00"), parse_decimal("036.00")])
    def test_a_character_with_a_meaning_is_read_as_it_was_written(self, message: Any, character: str, hours: Decimal) -> None:
        """Each alone: one that is written in another way must not depend on another one, nor on how hours were written."""
        Parts(message).kop.berichtreferentienummer = f"BER{character}1"
        Parts(message).dienstverband.contracturen_per_week = hours
        again: Any = sivi2017.read(sivi2017.write(message))
        assert Parts(again).kop.berichtreferentienummer == f"BER{character}1"

    def test_text_is_escaped_and_not_changed(self, message: Any) -> None:
        text = " <a> & ]]> \"'\t\r\n é\u0085\u2028\U0001f600\ufffd "
        message.bericht_algemeen.berichtreferentienummer = text
        written = sivi2017.write(message)
        again: Any = sivi2017.read(written)
        assert again.bericht_algemeen.berichtreferentienummer == text
        assert "\U0001f600".encode() in written

    @pytest.mark.parametrize("value", ["ABC", "A1", 3], ids=["valid", "invalid", "of the wrong type"])
    def test_writing_does_not_change_the_message(self, message: Any, value: Any) -> None:
        Parts(message).werknemer.voorletters = value
        before = copy.deepcopy(message)
        sivi2017.write(message, check=False)
        check(message)
        assert message == before

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Decimal(36), "36.00"),
            (Decimal("36.5"), "36.50"),
            (Decimal("36.50"), "36.50"),
            (Decimal("36.500"), "36.50"),
            (Decimal("3E+2"), "300.00"),
            (Decimal("0E-7"), "0.00"),
        ],
    )
    def test_a_decimal_gets_two_digits(self, message: Any, value: Decimal, text: str) -> None:
        Parts(message).dienstverband.contracturen_per_week = value
        assert f"<CntrctUrnWk>{text}</CntrctUrnWk>".encode() in sivi2017.write(message)

    def test_an_empty_text_is_an_element_and_none_is_not(self, message: Any) -> None:
        werknemer = Parts(message).werknemer
        werknemer.roepnaam, werknemer.voorvoegsels = "", None
        written = sivi2017.write(message)
        assert b"<Roepnaam></Roepnaam>" in written
        assert b"Voorv" not in written
        assert sivi2017.read(written) == message

    def test_an_empty_part_is_an_element(self, message: Any) -> None:
        Parts(message).werknemer.bankrekening = verzuimmeldingen.Bankrekening()
        assert b"<BnkGiro/>" in sivi2017.write(message)
        assert sivi2017.read(sivi2017.write(message)) == message

    def test_what_is_written_is_valid_to_others(self) -> None:
        """To libxml2 on its own, with the schema as a partner has it."""
        from sivi2017.schema.files import schema_file

        for name in MESSAGES:
            schema = etree.XMLSchema(etree.parse(schema_file(name)))
            for pretty in (False, True):
                written = sivi2017.write(sivi2017.read(full_message(name, times=2).encode()), pretty=pretty)
                schema.assertValid(etree.fromstring(written))


class Teken(StrEnum):
    """Text that is also an enum."""

    A = "A"


class Getal(IntEnum):
    """A number that is also an enum."""

    EEN = 1


WRONG_TYPES: list[tuple[str, str, Any, str, str]] = [
    ("werknemer", "voorletters", 3, f"{WERKNEMER}/Voorl", "must be a str, is a int"),
    ("werknemer", "voorletters", 3.5, f"{WERKNEMER}/Voorl", "must be a str, is a float"),
    ("werknemer", "voorletters", b"ABC", f"{WERKNEMER}/Voorl", "must be a str, is a bytes"),
    ("werknemer", "voorletters", ["A"], f"{WERKNEMER}/Voorl", "must be a str, is a list"),
    ("werknemer", "burgerservicenummer", 12345672, f"{WERKNEMER}/SofiNr", "must be a str, is a int"),
    ("dienstverband", "contracturen_per_week", 36, f"{DIENSTVERBAND}/CntrctUrnWk", "must be a Decimal, is a int"),
    ("dienstverband", "contracturen_per_week", 36.0, f"{DIENSTVERBAND}/CntrctUrnWk", "must be a Decimal, is a float"),
    ("dienstverband", "contracturen_per_week", "36.00", f"{DIENSTVERBAND}/CntrctUrnWk", "must be a Decimal, is a str"),
    ("verzuim", "verzuimgeval_volgnummer_melding", True, f"{VERZUIMGEVAL}/VrzmgvlVnrMld", "must be a int, is a bool"),
    ("verzuim", "verzuimgeval_volgnummer_melding", "1", f"{VERZUIMGEVAL}/VrzmgvlVnrMld", "must be a int, is a str"),
    ("verzuim", "verzuimgeval_volgnummer_melding", Decimal(1), f"{VERZUIMGEVAL}/VrzmgvlVnrMld", "must be a int, is a Decimal"),
    ("werknemer", "geboortedatum", dt.date(1980, 2, 29), f"{WERKNEMER}/Gebdat", "must be a XmlDate, is a date"),
    ("werknemer", "geboortedatum", "1980-02-29", f"{WERKNEMER}/Gebdat", "must be a XmlDate, is a str"),
    ("werknemer", "geboortedatum", (1980, 2, 29, None), f"{WERKNEMER}/Gebdat", "must be a XmlDate, is a tuple"),
    (
        "werknemer",
        "geboortedatum",
        XmlDateTime(1980, 2, 29, 0, 0, 0),
        f"{WERKNEMER}/Gebdat",
        "must be a XmlDate, is a XmlDateTime",
    ),
    ("kop", "aanmaaktijd_bericht", dt.time(9, 15), "/Verzuimmeldingen/BrAlg/AantijdBr", "must be a XmlTime, is a time"),
    (
        "werknemer",
        "geslachtsaanduiding",
        "V",
        f"{WERKNEMER}/GslchtCd",
        "must be a bindings.verzuimmeldingen.Geslachtsaanduiding, is a str",
    ),
    (
        "werknemer",
        "geslachtsaanduiding",
        werknemergegevens.Geslachtsaanduiding.VROUW,
        f"{WERKNEMER}/GslchtCd",
        "must be a bindings.verzuimmeldingen.Geslachtsaanduiding, is a bindings.werknemergegevens.Geslachtsaanduiding",
    ),
    (
        "werknemer",
        "geslachtsaanduiding",
        verzuimmeldingen.JaNee.JA,
        f"{WERKNEMER}/GslchtCd",
        "must be a bindings.verzuimmeldingen.Geslachtsaanduiding, is a bindings.verzuimmeldingen.JaNee",
    ),
    (
        "werknemer",
        "partner",
        "Jansen",
        f"{WERKNEMER}/Prtnr",
        "must be a bindings.verzuimmeldingen.Partner, is a str",
    ),
    (
        "werknemer",
        "partner",
        werknemergegevens.Partner(significant_deel_van_de_achternaam="Jansen"),
        f"{WERKNEMER}/Prtnr",
        "must be a bindings.verzuimmeldingen.Partner, is a bindings.werknemergegevens.Partner",
    ),
    (
        "werkgever",
        "werknemer",
        [None],
        f"{WERKNEMER}",
        "must be a bindings.verzuimmeldingen.Werknemer, is a NoneType",
    ),
    (
        "werkgever",
        "werknemer",
        ["Jansen"],
        f"{WERKNEMER}",
        "must be a bindings.verzuimmeldingen.Werknemer, is a str",
    ),
    (
        "dienstverband",
        "kostenplaats",
        [verzuimmeldingen.Actie(actie=verzuimmeldingen.SoortActie("01"))],
        f"{DIENSTVERBAND}/Kostenplaats[1]",
        "must be a bindings.verzuimmeldingen.Kostenplaats, is a bindings.verzuimmeldingen.Actie",
    ),
]


class TestWrongTypes:
    """A value is what its field says it is; nothing is converted on a guess."""

    @pytest.mark.parametrize(("part", "field", "value", "path", "sentence"), WRONG_TYPES)
    def test_a_value_of_the_wrong_type_is_refused(
        self, message: Any, part: str, field: str, value: Any, path: str, sentence: str
    ) -> None:
        """With the name of the field, its path, the type that it should have and the one that it has; once."""
        setattr(getattr(Parts(message), part), field, value)
        report = check(message)
        (finding,) = report.findings
        assert (finding.id, finding.severity, finding.layer) == ("XSD-TYPE", Severity.ERROR, Layer.XSD)
        assert (finding.line, finding.path) == (None, path)
        assert finding.message == f"{'/'.join(path.split('/')[-2:])}: {field} {sentence}"
        assert told(message) == [("XSD-TYPE", path)]

    @pytest.mark.parametrize("value", [None, (), {}, "x", iter([])], ids=["None", "tuple", "dict", "str", "iterator"])
    def test_a_list_is_a_list(self, message: Any, value: Any) -> None:
        Parts(message).werkgever.communicatie = value
        (finding,) = check(message).findings
        assert finding.id == "XSD-TYPE"
        assert finding.message.endswith(f": communicatie must be a list, is a {type(value).__name__}")

    def test_a_list_that_is_none_does_not_hide_other_faults(self, message: Any) -> None:
        message.werkgever = ()
        message.bericht_algemeen.versienummer = "7"
        assert ("XSD-LENGTH", "/Verzuimmeldingen/BrAlg/VnrBrCd") in told(message)
        assert ("XSD-TYPE", "/Verzuimmeldingen/Wrkgvr[1]") in told(message)

    def test_a_required_list_that_is_none_is_told_once_and_in_its_place(self, message: Any) -> None:
        message.werkgever = None
        message.bericht_algemeen.versienummer = "7"
        assert told(message) == [("XSD-LENGTH", "/Verzuimmeldingen/BrAlg/VnrBrCd"), ("XSD-TYPE", "/Verzuimmeldingen/Wrkgvr[1]")]

    def test_one_wrong_part_in_a_list_is_told_by_its_number(self, message: Any) -> None:
        communicatie = verzuimmeldingen.CommunicatieWerknemer(
            soort_communicatie=verzuimmeldingen.SoortCommunicatieWerknemer("01"), nummer_of_adres="030"
        )
        Parts(message).werknemer.communicatie = [communicatie, "030", communicatie]
        assert told(message) == [("XSD-TYPE", f"{WERKNEMER}/Com[2]")]

    def test_an_enum_is_written_as_what_it_stands_for(self, message: Any) -> None:
        """Where it is also a text or a number, as the field asks."""
        parts = Parts(message)
        parts.werknemer.voorletters = Teken.A
        parts.verzuim.verzuimgeval_volgnummer_melding = Getal.EEN
        written = sivi2017.write(message)
        assert b"<Voorl>A</Voorl>" in written
        assert b"<VrzmgvlVnrMld>1</VrzmgvlVnrMld>" in written

    def test_a_part_may_be_of_a_class_of_ones_own(self, message: Any) -> None:
        """Or is refused as a value of the wrong type."""

        class EigenWerknemer(verzuimmeldingen.Werknemer):
            pass

        werkgever = Parts(message).werkgever
        fields = verzuimmeldingen.Werknemer.__dataclass_fields__
        werkgever.werknemer = [EigenWerknemer(**{name: getattr(werkgever.werknemer[0], name) for name in fields})]
        report = check(message)
        assert report.ok

    @pytest.mark.parametrize(
        ("part", "field", "value", "path"),
        [
            ("werknemer", "geboortedatum", XmlDate("1980", 2, 29), f"{WERKNEMER}/Gebdat"),  # type: ignore[arg-type]  # the point
            ("werknemer", "geboortedatum", XmlDate(1980, 2, None), f"{WERKNEMER}/Gebdat"),  # type: ignore[arg-type]  # the point
            ("werknemer", "geboortedatum", XmlDate(1980, 2, 29.0), f"{WERKNEMER}/Gebdat"),  # type: ignore[arg-type]  # the point
            ("verzuim", "verzuimgeval_volgnummer_melding", 10**5000, f"{VERZUIMGEVAL}/VrzmgvlVnrMld"),
            ("werknemer", "voorletters", XmlDate("1980", 2, 29), f"{WERKNEMER}/Voorl"),  # type: ignore[arg-type]  # the point
            ("werknemer", "voorletters", 10**5000, f"{WERKNEMER}/Voorl"),
        ],
        ids=[
            "year as text",
            "no day",
            "day as float",
            "too many digits",
            "a date for a text",
            "a number for a text",
        ],
    )
    def test_a_value_that_has_no_text_is_refused(self, message: Any, part: str, field: str, value: Any, path: str) -> None:
        setattr(getattr(Parts(message), part), field, value)
        assert told(message) == [("XSD-TYPE", path)]

    def test_a_value_that_has_no_text_is_not_written_unchecked_either(self, message: Any) -> None:
        Parts(message).verzuim.verzuimgeval_volgnummer_melding = 10**5000
        with pytest.raises(InvalidMessage):
            sivi2017.write(message, check=False)


def test_an_identifier_with_blanks_is_refused(message: Any) -> None:
    """The schema says that they mean nothing, so a reader would not give them back."""
    Parts(message).werknemer.burgerservicenummer = " 012345672"
    assert told(message) == [("XSD-VALUE", f"{WERKNEMER}/SofiNr")]


class TestWrongValues:
    """A value of the right type that the schema does not allow."""

    @pytest.mark.parametrize(
        ("part", "field", "value", "finding_id", "path"),
        [
            ("werknemer", "geboortedatum", XmlDate(2017, 2, 30), "XSD-VALUE", f"{WERKNEMER}/Gebdat"),
            ("werknemer", "geboortedatum", XmlDate(0, 1, 1), "XSD-VALUE", f"{WERKNEMER}/Gebdat"),
            ("werknemer", "geboortedatum", XmlDate(2017, 2, 3, 900), "XSD-VALUE", f"{WERKNEMER}/Gebdat"),
            ("kop", "aanmaaktijd_bericht", XmlTime(25, 0, 0), "XSD-VALUE", "/Verzuimmeldingen/BrAlg/AantijdBr"),
            ("kop", "aanmaaktijd_bericht", XmlTime(9, 0, 0, -1), "XSD-TYPE", "/Verzuimmeldingen/BrAlg/AantijdBr"),
            ("kop", "versienummer", "7", "XSD-LENGTH", "/Verzuimmeldingen/BrAlg/VnrBrCd"),
            ("werknemer", "voorletters", "ABCDEFG", "XSD-LENGTH", f"{WERKNEMER}/Voorl"),
            ("werknemer", "voorletters", "A1", "XSD-PATTERN", f"{WERKNEMER}/Voorl"),
            ("werknemer", "burgerservicenummer", "123.45", "XSD-VALUE", f"{WERKNEMER}/SofiNr"),
            ("werknemer", "burgerservicenummer", "1234567890", "XSD-LENGTH", f"{WERKNEMER}/SofiNr"),
            ("verzuim", "verzuimgeval_volgnummer_melding", -1, "XSD-VALUE", f"{VERZUIMGEVAL}/VrzmgvlVnrMld"),
            ("verzuim", "verzuimgeval_volgnummer_melding", 1000, "XSD-LENGTH", f"{VERZUIMGEVAL}/VrzmgvlVnrMld"),
            ("verzuim", "percentage_verzuim", Decimal("33.333"), "XSD-PATTERN", f"{VERZUIMGEVAL}/PrcVrzm"),
            ("verzuim", "percentage_verzuim", Decimal(-1), "XSD-PATTERN", f"{VERZUIMGEVAL}/PrcVrzm"),
            ("verzuim", "percentage_verzuim", Decimal(10000), "XSD-PATTERN", f"{VERZUIMGEVAL}/PrcVrzm"),
            ("verzuim", "percentage_verzuim", Decimal("NaN"), "XSD-VALUE", f"{VERZUIMGEVAL}/PrcVrzm"),
            ("verzuim", "percentage_verzuim", Decimal("Infinity"), "XSD-VALUE", f"{VERZUIMGEVAL}/PrcVrzm"),
            ("verzuim", "percentage_verzuim", Decimal("1E+999999"), "XSD-VALUE", f"{VERZUIMGEVAL}/PrcVrzm"),
            ("verzuim", "percentage_verzuim", Decimal("1E-999999"), "XSD-VALUE", f"{VERZUIMGEVAL}/PrcVrzm"),
        ],
    )
    def test_a_value_that_the_schema_does_not_allow_is_refused(
        self, message: Any, part: str, field: str, value: Any, finding_id: str, path: str
    ) -> None:
        setattr(getattr(Parts(message), part), field, value)
        assert told(message) == [(finding_id, path)]

    @pytest.mark.parametrize(
        ("part", "field", "path", "sentence"),
        [
            ("werknemer", "geboortedatum", WERKNEMER, "Gebdat (Geboortedatum) is missing"),
            ("werknemer", "geslachtsaanduiding", WERKNEMER, "GslchtCd (Geslachtsaanduiding, code) is missing"),
            ("verzuim", "percentage_verzuim", VERZUIMGEVAL, "PrcVrzm (Percentage verzuim) is missing"),
            ("kop", "versienummer", "/Verzuimmeldingen/BrAlg", "VnrBrCd (Versienummer bericht, code) is missing"),
        ],
    )
    def test_a_required_value_that_is_missing_is_refused(
        self, message: Any, part: str, field: str, path: str, sentence: str
    ) -> None:
        setattr(getattr(Parts(message), part), field, None)
        (finding,) = check(message).findings
        assert (finding.id, finding.path) == ("XSD-MISSING", path)
        assert finding.message.endswith(f": {sentence}")
        assert told(message) == [("XSD-MISSING", path)]

    @pytest.mark.parametrize(
        ("part", "field", "path"),
        [("werkgever", "werknemer", "/Verzuimmeldingen/Wrkgvr[1]"), ("dienstverband", "verzuim", DIENSTVERBAND)],
    )
    def test_a_required_list_that_is_empty_is_refused(self, message: Any, part: str, field: str, path: str) -> None:
        setattr(getattr(Parts(message), part), field, [])
        assert told(message) == [("XSD-MISSING", path)]

    def test_more_than_the_schema_allows_is_refused(self, message: Any) -> None:
        dienstverband = Parts(message).dienstverband
        dienstverband.verzuim = dienstverband.verzuim * 100
        assert told(message) == [("XSD-REPEATED", f"{DIENSTVERBAND}/Vrzm[100]")]

    def test_several_faults_are_told_at_once(self, message: Any) -> None:
        parts = Parts(message)
        parts.kop.versienummer = "7"
        parts.werknemer.geboortedatum = XmlDate(2017, 2, 30)
        parts.werknemer.voorletters = 3
        parts.werknemer.significant_deel_van_de_achternaam = "Jan\0sen"
        parts.dienstverband.contracturen_per_week = 36.0
        parts.verzuim.percentage_verzuim = None
        assert sorted(told(message), key=str) == sorted(
            [
                ("XSD-LENGTH", "/Verzuimmeldingen/BrAlg/VnrBrCd"),
                ("XSD-VALUE", f"{WERKNEMER}/Gebdat"),
                ("XSD-TYPE", f"{WERKNEMER}/Voorl"),
                ("XML-CHARACTER", f"{WERKNEMER}/SignNm"),
                ("XSD-TYPE", f"{DIENSTVERBAND}/CntrctUrnWk"),
                ("XSD-MISSING", VERZUIMGEVAL),
            ],
            key=str,
        )

    def test_several_faults_are_told_in_document_order(self, message: Any) -> None:
        Parts(message).kop.versienummer = "7"
        Parts(message).werknemer.voorletters = 3
        assert told(message) == [("XSD-LENGTH", "/Verzuimmeldingen/BrAlg/VnrBrCd"), ("XSD-TYPE", f"{WERKNEMER}/Voorl")]

    def test_a_fault_in_one_field_is_no_fault_of_one_whose_name_starts_the_same(self, message: Any) -> None:
        """``IdWrknmr`` hides nothing of ``IdWrknmrOud``."""
        Parts(message).werknemer.identificatie_werknemer = 1
        Parts(message).werknemer.identificatie_werknemer_oud = "x" * 41
        assert told(message) == [("XSD-TYPE", f"{WERKNEMER}/IdWrknmr"), ("XSD-LENGTH", f"{WERKNEMER}/IdWrknmrOud")]

    def test_the_report_of_a_refusal_holds_the_message(self, message: Any) -> None:
        Parts(message).kop.versienummer = "7"
        with pytest.raises(InvalidMessage) as caught:
            sivi2017.write(message)
        assert caught.value.report.message == message
        assert caught.value.report.kind == "Verzuimmeldingen"
        assert caught.value.report == check(message)


class TestCharacters:
    """XML has no way to write some characters, not even by their number."""

    @pytest.mark.parametrize("character", [*map(chr, range(0x09)), *"\x0b\x0c", *map(chr, range(0x0E, 0x20))])
    def test_no_control_character_is_written(self, message: Any, character: str) -> None:
        """XML has none but the tab and the ends of lines."""
        Parts(message).kop.berichtreferentienummer = f"BER{character}1"
        assert told(message) == [("XML-CHARACTER", "/Verzuimmeldingen/BrAlg/Berrefnr")]

    @pytest.mark.parametrize("earlier", ["burgerservicenummer", "significant_deel_van_de_achternaam", "voorletters"])
    def test_what_cannot_be_written_unchecked_is_told_and_nothing_else(self, message: Any, earlier: str) -> None:
        """Another value of a wrong type is written as its text."""
        parts = Parts(message)
        setattr(parts.werknemer, earlier, 5)
        parts.werknemer.identificatie_werknemer = "WN\x01"
        assert told(message, check=False) == [("XML-CHARACTER", f"{WERKNEMER}/IdWrknmr")]
        parts.werknemer.identificatie_werknemer = "WN-1"
        parts.dienstverband.ingangsdatum = XmlDate.from_string("2010-01-01")
        parts.dienstverband.ingangsdatum = parts.dienstverband.ingangsdatum.replace(year=cast("Any", "2010"))
        assert told(message, check=False) == [("XSD-TYPE", f"{DIENSTVERBAND}/Ingdat")]

    def test_a_value_of_a_wrong_type_without_a_text_is_told_once(self, message: Any) -> None:
        class Mute:
            def __str__(self) -> str:
                raise RuntimeError

        parts = Parts(message)
        parts.werknemer.voorletters = 5
        parts.dienstverband.ingangsdatum = Mute()
        assert told(message) == [("XSD-TYPE", f"{WERKNEMER}/Voorl"), ("XSD-TYPE", f"{DIENSTVERBAND}/Ingdat")]

    @pytest.mark.parametrize("number", [" 12345672", "12345672 ", "1234 5672"])
    def test_a_number_with_blanks_is_refused(self, message: Any, number: str) -> None:
        Parts(message).werknemer.burgerservicenummer = number
        assert ("XSD-VALUE", f"{WERKNEMER}/SofiNr") in told(message)

    @pytest.mark.parametrize(
        "character", ["\0", "\x01", "\x08", "\x0b", "\x0c", "\x1f", chr(0xD800), chr(0xDFFF), "\ufffe", "\uffff"]
    )
    @pytest.mark.parametrize("checked", [True, False])
    def test_a_character_that_xml_does_not_have_is_refused(self, message: Any, character: str, checked: bool) -> None:
        Parts(message).werknemer.significant_deel_van_de_achternaam = f"Jan{character}sen"
        assert told(message, check=checked) == [("XML-CHARACTER", f"{WERKNEMER}/SignNm")]
        finding = next(iter(check(message).findings))
        assert finding.layer is Layer.XML
        assert finding.message == (
            "Wrknmr[1]/SignNm: significant_deel_van_de_achternaam has a character that XML does not allow"
        )

    @pytest.mark.parametrize(
        "character", ["\t", "\n", "\r", "\x7f", "\x85", "\ud7ff", "\ue000", "\ufffd", "\U00010000", "\U0010ffff"]
    )
    def test_the_characters_next_to_those_are_written(self, message: Any, character: str) -> None:
        Parts(message).werknemer.significant_deel_van_de_achternaam = character
        assert sivi2017.read(sivi2017.write(message)) == message

    def test_every_text_of_every_part_is_looked_at(self) -> None:
        """Also at the deepest place of the largest message."""
        message: Any = sivi2017.read(full_message("Verzuimmeldingen", times=2).encode())
        texts = 0

        def spoil(part: Any) -> None:
            nonlocal texts
            for name in part.__dataclass_fields__:
                value = getattr(part, name)
                if isinstance(value, str):
                    setattr(part, name, "\0")
                    texts += 1
                for inside in value if isinstance(value, list) else [value]:
                    if hasattr(inside, "__dataclass_fields__"):
                        spoil(inside)

        spoil(message)
        findings = check(message).findings
        assert texts > 100
        assert len(findings) == len({finding.path for finding in findings}) == texts
        assert {finding.id for finding in findings} == {"XML-CHARACTER"}


class TestUnchecked:
    """``check=False`` writes a wrong message, for tests of what a receiver does with one."""

    @pytest.mark.parametrize(
        ("part", "field", "value", "text"),
        [
            ("werknemer", "voorletters", "ABCDEFGHI", b"<Voorl>ABCDEFGHI</Voorl>"),
            ("werknemer", "voorletters", 3, b"<Voorl>3</Voorl>"),
            ("werknemer", "geboortedatum", dt.datetime(1980, 2, 29), b"<Gebdat>1980-02-29 00:00:00</Gebdat>"),  # noqa: DTZ001 - no zone
            ("werknemer", "geboortedatum", XmlDate(2017, 2, 30), b"<Gebdat>2017-02-30</Gebdat>"),
            ("werknemer", "geslachtsaanduiding", "?", b"<GslchtCd>?</GslchtCd>"),
            ("werknemer", "partner", "x", b"<Prtnr/>"),
            ("dienstverband", "contracturen_per_week", 36.0, b"<CntrctUrnWk>36.0</CntrctUrnWk>"),
            ("dienstverband", "contracturen_per_week", Decimal("33.333"), b"<CntrctUrnWk>33.333</CntrctUrnWk>"),
            ("verzuim", "percentage_verzuim", Decimal("NaN"), b"<PrcVrzm>NaN</PrcVrzm>"),
            ("verzuim", "percentage_verzuim", Decimal("1E+999999"), b"<PrcVrzm>1E+999999</PrcVrzm>"),
        ],
    )
    def test_a_wrong_value_is_written_as_its_text(self, message: Any, part: str, field: str, value: Any, text: bytes) -> None:
        setattr(getattr(Parts(message), part), field, value)
        written = sivi2017.write(message, check=False)
        assert text in written
        assert not check(written).ok

    def test_what_is_missing_is_left_out(self, message: Any) -> None:
        Parts(message).werknemer.geboortedatum = None
        Parts(message).werkgever.communicatie = None
        written = sivi2017.write(message, check=False)
        assert [finding.id for finding in check(written).findings] == ["XSD-MISSING"]

    def test_a_valid_message_is_the_same_either_way(self, message: Any) -> None:
        assert sivi2017.write(message, check=False) == sivi2017.write(message)


class Look:
    """Has the name of a message and is none."""


@pytest.mark.parametrize("call", [sivi2017.write, sivi2017.validate])
@pytest.mark.parametrize(
    "thing",
    [
        None,
        42,
        ["<Verzuimmeldingen/>"],
        Verzuimmeldingen,
        type("Verzuimmeldingen", (Look,), {})(),
        verzuimmeldingen.Bankrekening(),
    ],
    ids=["None", "int", "list", "the class", "a class of the same name", "a part"],
)
def test_what_is_no_message_is_refused(call: Callable[[Any], Any], thing: Any) -> None:
    with pytest.raises(TypeError, match=r"message is (one of|read from)"):
        call(thing)


def test_bytes_and_text_are_not_written() -> None:
    for thing in (VERZUIM, VERZUIM.encode()):
        with pytest.raises(TypeError, match=r"from sivi2017\.bindings") as caught:
            sivi2017.write(thing)  # type: ignore[arg-type]  # the point of the test
        assert "Bakkerij" not in str(caught.value)


def test_a_message_may_be_of_a_class_of_ones_own() -> None:
    """What it adds is no part of the message."""

    class Eigen(Dienstverbanden):
        pass

    message: Any = sivi2017.read(DIENSTVERBANDEN.encode())
    own = Eigen(bericht_algemeen=message.bericht_algemeen, werkgever=message.werkgever)
    assert sivi2017.write(own) == sivi2017.write(message)
    assert check(own).kind == "Dienstverbanden"


def test_a_namespace_is_that_of_the_message_for_every_element() -> None:
    for name in MESSAGES:
        root = etree.fromstring(sivi2017.write(sivi2017.read(full_message(name).encode())))
        assert {etree.QName(node).namespace for node in root.iter()} == {namespace(name)}
