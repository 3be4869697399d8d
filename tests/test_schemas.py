"""The schemas have the shape that was agreed, say of everything in them how sure it is, and load wherever they lie."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from strategies import Spelling, build, longest_value, optional_paths, spell

from sivi2017.schema import model as schema_model
from sivi2017.schema.files import MESSAGES, schema_file
from sivi2017.schema.model import Element, message_model

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "xsd"
OUTLINES = ROOT / "tests" / "data" / "outline"
FILES = sorted(FOLDER.rglob("*.xsd"))

XS = "{http://www.w3.org/2001/XMLSchema}"
FACTS = "{urn:sivi2017:facts}"

GRADES = {"A", "B", "C", "D", "I"}
CERTAINTIES = {"certain", "inferred-strong", "inferred-medium", "inferred-weak", "unknown"}
NOT_KNOWN = "betekenis niet bekend"

each_message = pytest.mark.parametrize("name", MESSAGES)
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))


def elements(name: str) -> list[Element]:
    """All elements of a message, as the library knows them."""
    return [element for _, element in message_model(name).root.walk()]


@each_message
def test_the_shape_of_a_message_is_the_one_that_was_agreed(name: str) -> None:
    outline = runpy.run_path(str(ROOT / "tools" / "outline.py"))["outline"]
    assert outline(message_model(name)) == (OUTLINES / f"{name}.txt").read_text(encoding="utf-8")


def test_there_is_an_outline_of_each_message_and_of_nothing_else() -> None:
    assert {file.stem for file in OUTLINES.iterdir()} == set(MESSAGES) == {file.stem for file in FOLDER.glob("*.xsd")}


@each_message
def test_every_element_has_a_dutch_name_and_a_grade(name: str) -> None:
    for element in elements(name):
        assert element.label.strip() == element.label != ""
        assert element.grade in GRADES
        assert element.emit in {"always", "given", "request"}
        assert element.privacy in {"none", "identifying", "sensitive"}


@each_message
def test_what_may_be_newer_than_2017_is_sent_on_request_only(name: str) -> None:
    assert {element.emit for element in elements(name) if element.grade == "D"} <= {"request"}


@each_message
def test_what_a_group_requires_is_sent_always_where_the_group_is(name: str) -> None:
    groups = [element for element in elements(name) if element.emit == "always"]
    assert {child.emit for group in groups for child in group.children if child.minimum} <= {"always"}


@each_message
def test_every_code_has_a_meaning_or_none_that_is_known(name: str) -> None:
    for element in elements(name):
        for code in element.format.codes if element.format else ():
            assert code.certainty in CERTAINTIES
            assert (code.meaning is None) == (code.certainty == "unknown") == (code.english is None)
            assert code.meaning != NOT_KNOWN


@each_message
def test_each_code_of_a_list_is_there_once(name: str) -> None:
    for element in elements(name):
        codes = [code.value for code in element.format.codes] if element.format else []
        assert len(set(codes)) == len(codes)


@each_file
def test_every_element_in_a_file_says_what_it_rests_on(file: Path) -> None:
    """In the shared parts too, in the order appinfo, documentation."""
    for element in etree.parse(file).iter(f"{XS}element"):
        assert [part.tag for part in element.iterfind(f"{XS}annotation/*")] == [f"{XS}appinfo", f"{XS}documentation"]
        [fact] = element.iterfind(f"{XS}annotation/{XS}appinfo/*")
        assert fact.tag == f"{FACTS}fact"
        assert fact.attrib["grade"] in GRADES
        assert set(fact.attrib) <= {"grade", "emit", "privacy", "note"}


@each_file
def test_every_code_in_a_file_says_how_sure_its_meaning_is(file: Path) -> None:
    for code in etree.parse(file).iter(f"{XS}enumeration"):
        [fact] = code.iterfind(f"{XS}annotation/{XS}appinfo/*")
        assert fact.tag == f"{FACTS}code"
        assert fact.attrib["certainty"] in CERTAINTIES
        assert set(fact.attrib) <= {"certainty", "english", "edition", "note"}
        meaning = code.findtext(f"{XS}annotation/{XS}documentation")
        assert (meaning == NOT_KNOWN) == (fact.attrib["certainty"] == "unknown")
        assert meaning


@each_file
def test_every_sentence_in_a_file_is_marked_as_dutch(file: Path) -> None:
    languages = {
        part.get("{http://www.w3.org/XML/1998/namespace}lang") for part in etree.parse(file).iter(f"{XS}documentation")
    }
    assert languages <= {"nl"}


@each_file
def test_a_shared_part_has_no_namespace_and_a_message_has_its_own(file: Path) -> None:
    is_message = file.parent == FOLDER
    expected = f"http://www.sivi.org/Verzuimmanagement/{file.stem}/2017" if is_message else None
    assert etree.parse(file).getroot().get("targetNamespace") == expected


def test_every_shared_type_and_group_is_used() -> None:
    """What no message uses would be neither tested nor missed."""
    trees = [etree.parse(file) for file in FILES]
    named = {
        part.attrib["name"] for tree in trees for part in tree.getroot() if part.tag != f"{XS}element" and part.get("name")
    }
    used = {
        value
        for tree in trees
        for part in tree.iter(f"{XS}*")
        for key, value in part.attrib.items()
        if key in ("type", "ref", "base")
    }
    assert named - used == set()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The schemas in a folder with a blank and a letter beyond ASCII in its name."""
    return shutil.copytree(FOLDER, tmp_path / "bestanden van Zoë" / "xsd")


@each_message
def test_a_schema_loads_from_a_folder_with_a_blank_and_a_letter_beyond_ascii(elsewhere: Path, name: str) -> None:
    file = elsewhere / f"{name}.xsd"
    data = spell(build(message_model(name), longest_value, optional_paths(message_model(name))), Spelling())
    assert schema_model._Loader(file).message(name) == message_model(name)
    assert etree.XMLSchema(etree.parse(file)).validate(etree.fromstring(data))
    assert xmlschema.XMLSchema10(file).is_valid(data)


def test_the_library_finds_its_schemas_in_the_checkout() -> None:
    assert schema_file("Verzuimmeldingen") == FOLDER / "Verzuimmeldingen.xsd"
