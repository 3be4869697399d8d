"""The generated code reads and writes what the code that goes by the plan of a class does, and what xsdata's own does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from conftest import VERZUIM, changed, full_message
from hypothesis import given
from lxml import etree
from strategies import Message, Spelling, messages, spell, thorough, usual_values
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.models.datatype import XmlDate, XmlTime

import sivi2017
from sivi2017 import bindings
from sivi2017.lexical import parse_date, parse_decimal, parse_time
from sivi2017.reading.binder import bind, bind_valid
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import message_model
from sivi2017.writing.text import usual_bytes
from sivi2017.writing.tree import TreeBuilder
from sivi2017.writing.writer import to_xml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "sivi2017" / "codec"
USUAL = changed(VERZUIM, ("036.00", "36.00"))


def by_the_plan(message: Any) -> bytes:
    """A message written by the code that can write all."""
    name = type(message).__name__
    builder = TreeBuilder(stand_in=False)
    root = builder.build(message, name, message_model(name).namespace)
    assert not builder.findings
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def read(data: bytes) -> Any:
    """A message of any kind."""
    return sivi2017.read(data)


def usual() -> Any:
    """An absence message in which all values are written as usual."""
    return read(USUAL)


def written(message: Any) -> bytes | None:
    return usual_bytes(message, type(message).__name__)


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the generator makes now."""
    folder = tmp_path_factory.mktemp("codec")
    subprocess.run([sys.executable, str(ROOT / "tools" / "generate_codec.py"), str(folder)], check=True)
    return folder


class TestGenerated:
    def test_the_generator_makes_the_same_files(self, regenerated: Path) -> None:
        assert sorted(file.name for file in regenerated.iterdir()) == sorted(file.name for file in FOLDER.glob("*.py"))

    @pytest.mark.parametrize("file", sorted(FOLDER.glob("*.py")), ids=lambda file: file.name)
    def test_the_generator_makes_the_same_bytes(self, regenerated: Path, file: Path) -> None:
        assert (regenerated / file.name).read_bytes() == file.read_bytes()

    @pytest.mark.parametrize("name", MESSAGES)
    def test_a_module_is_imported_when_its_message_is_first_needed(self, name: str) -> None:
        code = "import sys, sivi2017; sivi2017.read; print(any(m.startswith('sivi2017.codec.') for m in sys.modules))"
        ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        assert ran.stdout == "False\n"
        assert message_model(name).namespace == import_module(f"sivi2017.codec.{name.lower()}").NAMESPACE


class TestReading:
    @thorough
    @given(messages())
    def test_the_objects_are_those_that_the_plan_gives(self, message: Message) -> None:
        root = etree.fromstring(spell(message, Spelling()))
        name = message.model.name
        assert exactly(bind_valid(root, name)) == exactly(bind(root, getattr(bindings, name)))

    @pytest.mark.parametrize("name", MESSAGES)
    def test_the_largest_message_too(self, name: str) -> None:
        root = etree.fromstring(full_message(name, times=2).encode())
        assert exactly(bind_valid(root, name)) == exactly(bind(root, getattr(bindings, name)))


def exactly(part: Any) -> Any:
    """An object as tuples, with the class of each value and how it was written."""
    if is_dataclass(part):
        return type(part), [(item.name, exactly(getattr(part, item.name))) for item in fields(part)]
    if isinstance(part, list):
        return [exactly(item) for item in part]
    return type(part), part, getattr(part, "text", None)


_XSDATA = XmlContext()


class TestWriting:
    @thorough
    @given(messages(usual_values))
    def test_the_bytes_are_those_that_the_plan_gives(self, message: Message) -> None:
        objects = sivi2017.read(spell(message, Spelling()))
        assert written(objects) in (by_the_plan(objects), None)

    @pytest.mark.parametrize("name", MESSAGES)
    def test_the_largest_message_is_written_the_short_way(self, name: str) -> None:
        """Else the test above would hold of nothing."""
        objects = sivi2017.read(full_message(name, times=2).encode())
        assert written(objects) == by_the_plan(objects)

    @thorough
    @given(messages(usual_values))
    def test_the_bytes_say_what_those_of_the_serializer_of_xsdata_say(self, message: Message) -> None:
        objects = sivi2017.read(spell(message, Spelling()))
        namespace = message.model.namespace
        theirs = XmlSerializer(context=_XSDATA).render(objects, ns_map={None: namespace})
        # It takes the time 00:00:00 for midnight with a fraction, and a decimal for as many digits as it has.
        assert sivi2017.read(theirs.encode()) == sivi2017.read(sivi2017.write(objects)) == objects
        assert without_digits(theirs.encode(), message) == without_digits(sivi2017.write(objects), message)

    @pytest.mark.parametrize("name", MESSAGES)
    def test_a_message_without_anything(self, name: str) -> None:
        empty = object.__new__(getattr(bindings, name))
        for item in fields(empty):
            setattr(empty, item.name, [] if item.name in {"werkgever", "foutmelding"} else None)
        assert sivi2017.write(empty, check=False) == by_the_plan(empty)
        assert written(empty) == by_the_plan(empty)

    def test_a_group_without_anything(self) -> None:
        message = read(full_message("WerknemerGegevens").encode())
        werknemer = message.werkgever[0].werknemer[0]
        werknemer.bankrekening = bindings.werknemergegevens.Bankrekening()
        assert written(message) == by_the_plan(message)
        assert b"<BnkGiro/>" in by_the_plan(message)

    def test_a_group_without_what_it_must_have(self) -> None:
        message = read(full_message("Verzuimmeldingen").encode())
        verzuim = message.werkgever[0].werknemer[0].dienstverband[0].verzuim[0]
        verzuim.actie[0].actie = None
        assert written(message) == by_the_plan(message)

    def test_an_empty_text_in_a_pretty_message(self) -> None:
        """Whatever the other values are."""
        message = usual()
        message.bericht_algemeen.identificatie_inzender = ""
        assert b"<IdInzndr></IdInzndr>" in sivi2017.write(message, pretty=True, check=False)
        message.bericht_algemeen.identificatie_ontvanger = "A&B"
        assert b"<IdInzndr></IdInzndr>" in sivi2017.write(message, pretty=True, check=False)

    def test_nothing_of_a_person_is_shown(self) -> None:
        assert "012345672" not in repr(to_xml(usual()))


def without_digits(data: bytes, message: Message) -> str:
    """The canonical form, with each value as the class of the bindings understands it."""
    root = etree.fromstring(data)
    for node, element in pairs(root, message):
        if element.format is not None and element.format.base == "decimal":
            node.text = f"{Decimal(node.text or ''):.5f}"
        if element.format is not None and element.format.base == "time":
            node.text = str(XmlTime.from_string(node.text or ""))
    return etree.canonicalize(etree.tostring(root, encoding="unicode"))


def pairs(root: etree._Element, message: Message) -> Iterator[tuple[etree._Element, Any]]:
    """Each element of a tree beside what the schema says of it."""

    def below(node: etree._Element, element: Any) -> Iterator[tuple[etree._Element, Any]]:
        yield node, element
        for child in node:
            yield from below(child, element[etree.QName(child).localname])

    yield from below(root, message.model.root)


class Kleur(StrEnum):
    ROOD = "rood"


class Vermomd(str):
    """A text that shows another one."""

    __slots__ = ()

    def __str__(self) -> str:
        return "<Vermomd/>"

    def __format__(self, _form: str) -> str:
        return "<Vermomd/>"


class TestUnusual:
    """What the short way must leave to the other."""

    @pytest.mark.parametrize(
        "value", ["a&b", "a<b", "a>b", "a\rb", "a\x00b", "a\ufffeb", "a\uffffb", "a\ud800b", 1, Kleur.ROOD, Vermomd("x")]
    )
    def test_a_text(self, value: Any) -> None:
        assert written(with_header(identificatie_inzender=value)) is None

    @pytest.mark.parametrize("value", ["a b", "a\tb", "a\nb", " a ", "\u00e9\U0001f600", "]]", "'\""])
    def test_a_text_that_can_stand_as_it_is(self, value: str) -> None:
        message = with_header(identificatie_inzender=value)
        assert written(message) == by_the_plan(message)

    @pytest.mark.parametrize(
        "value",
        [
            parse_date("2017-03-06+00:00"),
            XmlDate(2017, 3, 6, 0),
            XmlDate(2017.0, 3, 6),  # type: ignore[arg-type]  # a caller's mistake
            XmlDate("x", 3, 6),  # type: ignore[arg-type]  # the same
            "2017-03-06",
        ],
    )
    def test_a_date(self, value: Any) -> None:
        written(with_header(aanmaakdatum_bericht=XmlDate(2017, 3, 6)))  # whose text is remembered
        assert written(with_header(aanmaakdatum_bericht=value)) is None

    @pytest.mark.parametrize("value", [parse_time("09:00:00.50"), XmlTime(9, 0, 0, 10**9), XmlTime("x", 0, 0), "09:00:00"])  # type: ignore[arg-type]  # a caller's mistake
    def test_a_time(self, value: Any) -> None:
        assert written(with_header(aanmaaktijd_bericht=value)) is None

    @pytest.mark.parametrize("value", [True, 1.0, "1", 10**30])
    def test_a_whole_number(self, value: Any) -> None:
        assert written(with_verzuim(verzuimgeval_volgnummer_melding=value)) is None

    @pytest.mark.parametrize("value", [parse_decimal("036.00"), 36, 36.0, "36.00"])
    def test_a_decimal_number(self, value: Any) -> None:
        assert written(with_verzuim(percentage_verzuim=value)) is None

    @pytest.mark.parametrize("value", ["36", "36.00", "36.5", "36.125", "0", "-0", "1E+2", "1E-7", "1E+40", "NaN", "-Infinity"])
    def test_a_decimal_number_that_can_stand_as_it_is(self, value: str) -> None:
        message = with_verzuim(percentage_verzuim=Decimal(value))
        assert written(message) == by_the_plan(message)

    @pytest.mark.parametrize("value", ["", " 1", "1 ", "+1", "a", "\u0661", 1])
    def test_an_identifier(self, value: Any) -> None:
        message = usual()
        message.werkgever[0].inschrijvingsnummer_kamer_van_koophandel = value
        assert written(message) is None

    def test_a_code_of_another_list(self) -> None:
        assert written(with_header(test=bindings.werknemergegevens.JaNee.JA)) is None

    def test_a_list_that_is_none(self) -> None:
        assert written(replace(usual(), werkgever=())) is None

    def test_a_part_of_another_message(self) -> None:
        other = read(full_message("WerknemerGegevens").encode())
        assert written(replace(usual(), werkgever=other.werkgever)) is None

    def test_a_class_of_a_caller(self) -> None:
        class Eigen(bindings.Verzuimmeldingen):
            pass

        message = usual()
        own = Eigen(**{item.name: getattr(message, item.name) for item in fields(message)})
        assert usual_bytes(own, "Verzuimmeldingen") is None
        assert sivi2017.write(own) == sivi2017.write(message)


def with_header(**values: Any) -> Any:
    message = usual()
    return replace(message, bericht_algemeen=replace(message.bericht_algemeen, **values))


def with_verzuim(**values: Any) -> Any:
    message = usual()
    dienstverband = message.werkgever[0].werknemer[0].dienstverband[0]
    dienstverband.verzuim[0] = replace(dienstverband.verzuim[0], **values)
    return message
