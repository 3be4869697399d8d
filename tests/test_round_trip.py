"""What is read and written again says exactly the same, however it was written."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from strategies import (
    BLANKS,
    Message,
    Spelling,
    build,
    local,
    longest_value,
    messages,
    optional_paths,
    spell,
    spelled_values,
    spellings,
    tag_path,
    thorough,
)
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser

import sivi2017
from sivi2017 import bindings
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import Element, Format, message_model

_HINT = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def canonical(data: bytes, message: Message) -> str:
    """What a file says, in one form: without comments, prefixes, hints and the white space that means nothing."""
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True))
    root.attrib.pop(_HINT, None)
    _without_blanks(root, message.model.root)
    return etree.canonicalize(etree.tostring(root, encoding="unicode"), rewrite_prefixes=True)


def _without_blanks(node: etree._Element, element: Element) -> None:
    if element.format is None:
        node.text = None
    elif element.format.collapses:
        node.text = (node.text or "").strip(BLANKS)
    for child in node:
        child.tail = None
        _without_blanks(child, element[local(child)])


def parts(part: Any) -> Iterator[Any]:
    """An object of the bindings and all that it holds."""
    yield part
    for item in fields(part):
        value = getattr(part, item.name)
        for inner in value if isinstance(value, list) else [value]:
            if is_dataclass(inner):
                yield from parts(inner)


def test_the_canonical_form_tells_values_apart_and_not_spellings() -> None:
    """The measure of the tests below is no rubber band."""
    message = build(message_model("Retourmelding1"), longest_value)
    marks = (("comment", 1, 0), ("CDATA", 7, 0), ("reference", 8, 3), ("prefix of its own", 9, 0))
    plain, other = spell(message, Spelling()), spell(message, Spelling("UTF-16, low byte first", False, "v", None, marks=marks))
    assert canonical(plain, message) == canonical(other, message)
    assert canonical(plain, message) != canonical(plain.replace(b"x</IdInzndr>", b" </IdInzndr>"), message)
    assert canonical(plain, message) != canonical(plain.replace(b"2017-12-31", b"2017-12-31Z"), message)


@thorough
@given(messages(), spellings())
def test_a_valid_message_has_no_findings(message: Message, spelling: Spelling) -> None:
    report = sivi2017.validate(spell(message, spelling), rules=False)
    assert (report.findings, report.kind) == ((), message.model.name)
    assert type(report.message) is getattr(bindings, message.model.name)


@thorough
@given(messages(), spellings())
def test_what_is_written_says_the_same_as_what_was_read(message: Message, spelling: Spelling) -> None:
    data = spell(message, spelling)
    assert canonical(sivi2017.write(sivi2017.read(data)), message) == canonical(data, message)


@thorough
@given(messages(), spellings())
def test_how_a_message_was_written_makes_no_difference(message: Message, spelling: Spelling) -> None:
    one, other = sivi2017.read(spell(message, spelling)), sivi2017.read(spell(message, Spelling()))
    assert one == other
    assert sivi2017.write(one) == sivi2017.write(other)


@thorough
@given(messages())
def test_what_is_written_reads_back_equal_and_is_written_the_same_again(message: Message) -> None:
    first = sivi2017.read(spell(message, Spelling()))
    data = sivi2017.write(first)
    second = sivi2017.read(data)
    assert second == first
    assert sivi2017.write(first) == data
    assert sivi2017.write(second) == data


@thorough
@given(messages())
def test_a_pretty_message_reads_back_equal(message: Message) -> None:
    first = sivi2017.read(spell(message, Spelling()))
    pretty = sivi2017.write(first, pretty=True)
    assert sivi2017.read(pretty) == first
    assert canonical(pretty, message) == canonical(sivi2017.write(first), message)
    assert pretty.count(b"\n") >= len(list(message.root.iter()))


@thorough
@given(messages())
def test_a_message_that_was_read_has_no_findings_as_an_object(message: Message) -> None:
    assert sivi2017.validate(sivi2017.read(spell(message, Spelling())), rules=False).findings == ()


@thorough
@given(messages(), st.integers(2, pickle.HIGHEST_PROTOCOL))
def test_copies_are_written_the_same(message: Message, protocol: int) -> None:
    first = sivi2017.read(spell(message, Spelling()))
    copies = [copy.copy(first), copy.deepcopy(first), pickle.loads(pickle.dumps(first, protocol))]  # noqa: S301 - made here
    assert copies == [first] * 3
    assert {sivi2017.write(item) for item in copies} == {sivi2017.write(first)}


@thorough
@given(messages())
def test_a_repr_is_the_same_whatever_the_values_are(message: Message) -> None:
    """So it shows none of them."""
    for part in parts(sivi2017.read(spell(message, Spelling()))):
        values = {item.name: getattr(part, item.name) for item in fields(part)}
        changed = {name: "Voorbeeld" for name, value in values.items() if value is not None and not isinstance(value, list)}
        assert repr(part) == repr(replace(part, **changed))
        assert "Voorbeeld" not in repr(replace(part, **changed))


@cache
def _as_xsdata_reads(form: Format) -> st.SearchStrategy[str]:
    """Values without white space around a number, and with no more than nine digits of a second, which is all it takes."""
    values = spelled_values(form)
    return values.map(lambda text: re.sub(r"([.]\d{9})\d+", r"\1", text.strip(BLANKS))) if form.collapses else values


_XSDATA = XmlContext()


@thorough
@given(messages(_as_xsdata_reads))
def test_the_objects_are_those_of_the_parser_of_xsdata(message: Message) -> None:
    """It made the classes, so its own parser is a second opinion on what they should hold."""
    data = spell(message, Spelling(indent=None))
    parser = XmlParser(context=_XSDATA)
    assert sivi2017.read(data) == parser.from_bytes(data, getattr(bindings, message.model.name))


@pytest.mark.parametrize("name", MESSAGES)
def test_every_element_and_every_code_goes_round(name: str) -> None:
    """Messages with all optional elements, each text as long as it may be, and together all codes of every list."""
    model = message_model(name)
    lists = [element.format.codes for _, element in model.root.walk() if element.format is not None]
    written = set()
    for number in range(max(map(len, lists))):

        def value(element: Element, number: int = number) -> str:
            codes = element.format.codes if element.format is not None else ()
            return codes[number % len(codes)].value if codes else longest_value(element)

        message = build(model, value, optional_paths(model))
        data = spell(message, Spelling())
        assert sivi2017.validate(data, rules=False).findings == ()
        assert canonical(sivi2017.write(sivi2017.read(data)), message) == canonical(data, message)
        written |= {(tag_path(node), node.text) for node in message.root.iter() if not len(node)}
    expected = {(path, code.value) for path, element in model.root.walk() if element.format for code in element.format.codes}
    assert expected <= written


def with_date(date: str) -> bytes:
    """A message that was made on a certain date."""
    model = message_model("Retourmelding1")
    return spell(build(model, lambda element: date if element.tag == "AandatBr" else longest_value(element)), Spelling())


@pytest.mark.parametrize("date", ["12345678901-01-01", "-12345678901-01-01", "9223372036854775807-01-01"])
def test_a_year_far_away_is_refused_or_read_but_never_lost(date: str) -> None:
    report = sivi2017.validate(with_date(date), rules=False)
    assert isinstance(report.message, bindings.Retourmelding1)
    assert not report.ok or report.message.bericht_algemeen.aanmaakdatum_bericht is not None


def test_a_date_that_was_changed_is_written_as_it_is_now() -> None:
    message = sivi2017.read(with_date("2017-03-06+00:00"))
    header = message.bericht_algemeen
    header.aanmaakdatum_bericht = header.aanmaakdatum_bericht.replace(day=7)
    assert b"<AandatBr>2017-03-07" in sivi2017.write(message)
