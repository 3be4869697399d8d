"""A file that a strategy gives says what its message says, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from test_testing_messages import drawn

import sivi2017
from sivi2017 import bindings, testing
from sivi2017.schema.model import message_model
from sivi2017.testing.spelling import Spelling, spell

pytestmark = pytest.mark.once

some = settings(max_examples=60, deadline=None, database=None)


@some
@given(st.data(), testing.messages(level="schema"))
def test_every_way_to_write_a_message_is_read_as_that_message(data: st.DataObject, message: bindings.Message) -> None:
    file = data.draw(testing.files(message))
    report = sivi2017.validate(file, rules=False)
    assert report.findings == ()
    assert sivi2017.write(sivi2017.read(file)) == sivi2017.write(message)


@some
@given(testing.files())
def test_files_of_any_message_keep_to_the_rules(file: bytes) -> None:
    assert sivi2017.validate(file).ok


@some
@given(testing.files(testing.retourmeldingen(level="realistic")))
def test_a_strategy_for_messages_gives_files_of_them(file: bytes) -> None:
    assert isinstance(sivi2017.read(file), bindings.Retourmelding1)


def test_every_way_is_met() -> None:
    """All encodings, a prefix, one line, comments, instructions, CDATA, references, blanks around a number."""
    files = drawn(testing.files(level="schema"), 300)
    starts = {file[:2] for file in files}
    assert {b"\xef\xbb", b"\xff\xfe", b"\xfe\xff"} <= starts
    texts = "".join(file.decode("utf-8") for file in files if file.startswith((b"<", b"\xef\xbb")) and b"8859" not in file)
    wanted = [
        ' encoding="UTF-8"',
        "<v:",
        "<ns0:",
        "eigen:",
        "<!--",
        "<?verzuim",
        "<![CDATA[",
        "&#x",
        "&#",
        "/>",
        "schemaLocation",
    ]
    assert [what for what in wanted if what not in texts] == []
    assert any(b'"ISO-8859-1"' in file for file in files)


def test_blanks_stand_around_numbers_and_not_around_texts() -> None:
    root = etree.fromstring(
        "<Retourmelding1><BrAlg><VnrBrCd>00001</VnrBrCd><AandatBr>2017-03-06</AandatBr></BrAlg></Retourmelding1>"
    )
    marks = tuple(("blanks", index, 0) for index in range(4))
    data = spell(root, message_model("Retourmelding1"), Spelling(declaration=False, marks=marks, indent=None))
    assert b"<VnrBrCd>00001</VnrBrCd><AandatBr>\n    2017-03-06 </AandatBr>" in data


def test_what_is_not_of_the_message_is_written_too() -> None:
    """Attributes with and without a namespace, and text between the elements: such files must be refused."""
    root = etree.fromstring('<A xmlns="urn:a" b="&quot;" xml:lang="nl"><B xmlns:v="urn:v" v:c="1"/>x &amp; y</A>')
    spelling = Spelling(declaration=False, indent=None, short=True)
    data = spell(root, message_model("Retourmelding1"), spelling)
    assert data == b'<A xmlns="urn:a" b=\'"\' xml:lang="nl"><B vreemd:c="1" xmlns:vreemd="urn:v"/>x &amp; y</A>\n'
