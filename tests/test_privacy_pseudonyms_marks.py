"""No value that could name anybody is left in a pseudonymised message, whatever it was and wherever it stood.

A mark takes the place of every value that does not stay as it is (see ``marking``), and what is made of the message is searched
for the marks: the bytes, the names of the files, and all that is said on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from marking import DIGITS, LETTER, leaks, marked, said

import sivi2017
from sivi2017 import testing
from sivi2017.cli.commands import commands
from sivi2017.fakes import Company
from sivi2017.privacy import Pseudonymiser
from sivi2017.privacy.table import Treatment, by_place
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import message_model
from sivi2017.schema.paths import local_name

PSEUDONYMISER = Pseudonymiser(bytes(range(32)))

_PARTLY = {Treatment.BIRTH_DATE: r".*-0[17]-01", Treatment.POSTCODE: "[0-9]{4}AA", Treatment.POSTCODE_DIGITS: "[0-9]{4}"}
"""Of what a part stays: what it must look like then."""


def treatment(node: etree._Element) -> Treatment:
    """What becomes of an element; what stands in a group that goes, goes."""
    parent = node.getparent()
    assert parent is not None
    decision = by_place().get(f"{local_name(parent)}/{local_name(node)}")
    return Treatment.GONE if decision is None else decision.treatment


def leaves(root: etree._Element) -> Iterator[etree._Element]:
    return (node for node in root.iter(etree.Element) if not len(node))


def all_marked(data: bytes, number: int) -> bytes:
    """A right message with marks, which is right too.

    A key has a mark of its own for each value that it had, so that two employees have two.
    """
    before = etree.fromstring(data)
    model = message_model(local_name(before))
    root, known = etree.fromstring(marked(data, model, number)), dict(model.root.walk())
    keys: dict[str, int] = {}
    for index, (old, node) in enumerate(zip(leaves(before), leaves(root), strict=True)):
        text = old.text or ""
        match treatment(node):
            case Treatment.KEPT | Treatment.BIRTH_DATE | Treatment.DAY:
                node.text = text
            case Treatment.PSEUDONYM if text:
                node.text = f"{LETTER}{DIGITS}{keys.setdefault(text, len(keys))}"
            case Treatment.POSTCODE:
                node.text = f"{DIGITS}XZ"
            case Treatment.POSTCODE_DIGITS:
                node.text = (f"{DIGITS}XZ", LETTER + DIGITS)[index % 2]
            case _:
                form = known["".join(f"/{local_name(step)}" for step in [*reversed([*node.iterancestors()]), node])].format
                # However it was written before, with a zone or with zeros, the mark is right.
                if form is not None and form.base == "date":
                    node.text = "1987-08-07"
                elif form is not None and form.base == "nonNegativeInteger":
                    node.text = (DIGITS * 3)[: form.total_digits]
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def left(data: bytes) -> list[str]:
    """The marks in a message that was made, and what stays of a value but should not."""
    found = re.findall(f"[{LETTER}{LETTER.upper()}]|&#", data.decode())
    for node in leaves(etree.fromstring(data)):
        kind, text = treatment(node), node.text or ""
        if kind in _PARTLY:
            found += [] if re.fullmatch(_PARTLY[kind], text) else [text]
        elif kind not in (Treatment.KEPT, Treatment.DAY):
            found += leaks(text)
    return found


@st.composite
def right(draw: st.DrawFn) -> bytes:
    """Messages without errors, with marks."""
    message = draw(st.one_of([testing.messages(level=level) for level in ("rules", "realistic")]))
    return all_marked(sivi2017.write(message), draw(st.integers(0, 5)))


@settings(max_examples=20, deadline=None)
@given(right())
def test_no_value_is_left_in_a_message(data: bytes) -> None:
    """Of all that is not said to stay, in every kind of message."""
    assert leaks(data.decode())
    made = sivi2017.write(PSEUDONYMISER.message(sivi2017.read(data)))
    assert left(made) == []


def test_a_mark_that_is_left_is_found() -> None:
    """So the tests here would see one: in a name, a key, a date of birth and a postcode."""
    found = []

    @settings(derandomize=True, database=None, deadline=None, max_examples=20, phases=[Phase.generate])
    @given(right())
    def look(data: bytes) -> None:
        found.append(left(data))

    look()
    assert all(found)
    values = "<Gebdat>1980-02-29</Gebdat><StrAdrNl><Pc>1234XY</Pc></StrAdrNl><SofiNr>878700006</SofiNr>"
    assert left(f"<Wrknmr>{values}</Wrknmr>".encode()) == ["1980-02-29", "1234XY", "8787"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with marked messages, one of which is not right, the same on every run."""
    made = tmp_path_factory.mktemp("berichten")

    @settings(derandomize=True, database=None, deadline=None, max_examples=25, phases=[Phase.generate])
    @given(right())
    def add(data: bytes) -> None:
        number = len([*made.iterdir()])
        (made / f"{number}.xml").write_bytes(re.sub(b"(?<=<Berrefnr>)", str(number).encode(), data))

    add()
    wrong = sivi2017.write(Company(employees=1).history(1).events[0].message())
    (made / "fout.xml").write_bytes(re.sub(b"<Gebdat>[^<]*", f"<Gebdat>{LETTER}{DIGITS}".encode(), wrong))
    return made


def test_no_value_is_left_in_what_the_command_makes(folder: Path, tmp_path: Path) -> None:
    """In the files and their names, on standard output and standard error."""
    key, out = tmp_path / "sleutel", tmp_path / "uit"
    Pseudonymiser.new_key(key)
    done = CliRunner().invoke(commands, ["pseudonymise", "--key-file", str(key), "--out", str(out), str(folder)])
    assert done.exit_code == 1
    assert "fout.xml:2: error XSD-VALUE " in done.stderr
    assert leaks(done.stdout + done.stderr) == []
    made = [*out.iterdir()]
    assert len(made) > 5
    for path in made:
        assert re.fullmatch(r"[-0-9]{8,}T[0-9]{6}-[A-Z2-7]{26}\.xml", path.name)
        assert left(path.read_bytes()) == []


def test_nothing_is_said_of_a_value(tmp_path: Path) -> None:
    """By whatever is raised, warned or logged for a message with any fault."""

    @settings(max_examples=15, deadline=None)
    @given(testing.broken(), st.integers(0, 7), st.booleans())
    def check(broken: Any, number: int, tolerant: bool) -> None:
        root = local_name(etree.fromstring(broken.data))
        data = marked(broken.data, message_model(root if root in MESSAGES else "Verzuimmeldingen"), number)
        told = said(lambda: PSEUDONYMISER.file(data, tmp_path / "uit.xml", tolerant=tolerant))
        told += said(lambda: PSEUDONYMISER.message(sivi2017.validate(data).message))  # type: ignore[type-var]  # also None
        assert leaks(told) == []

    check()


def test_no_value_of_a_company_is_left(tmp_path: Path) -> None:
    """A year of invented people, as it is: no text of a name, number or address comes again, in whatever element."""
    values, made = set(), []
    for event in Company(employees=10, seed=4, bsn=True, employers=2).events():
        data = sivi2017.write(event.message())
        values |= {node.text for node in leaves(etree.fromstring(data)) if treatment(node) is not Treatment.KEPT}
        PSEUDONYMISER.file(data, tmp_path / "uit.xml")
        made.append((tmp_path / "uit.xml").read_text(encoding="utf-8"))
    values = {value for value in values if len(value or "") > 3}  # the others are codes and house numbers
    assert len(values) > 100
    assert [value for value in values if any(f">{value}<" in text for text in made)] == []
