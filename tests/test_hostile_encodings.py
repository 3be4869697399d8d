"""Encodings that are wrong, that lie, or that are odd: read as they are, or refused; the same whole and streamed."""

from __future__ import annotations

import codecs
from typing import Any

import pytest
from conftest import VERZUIM
from hostile_cases import WAYS

import sivi2017
from sivi2017.report import Severity

BODY = VERZUIM.split("?>\n")[1].replace("BER-0001", "Zoë één")


def declared(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{BODY}'


def ids(data: bytes) -> list[str]:
    """What is told of it, by every way the same."""
    told = [[item.id for item in WAYS[way](data).findings if item.severity is Severity.ERROR] for way in WAYS]
    assert told == [told[0]] * len(WAYS)
    return told[0]


def reference(data: bytes) -> str:
    message: Any = sivi2017.read(data)
    (part,) = sivi2017.stream(data)
    assert part.bericht_algemeen == message.bericht_algemeen
    text: str = message.bericht_algemeen.berichtreferentienummer
    return text


@pytest.mark.parametrize(
    ("says", "encoding"),
    [
        ("UTF-16", "utf-8"),
        ("UTF-16LE", "utf-8"),
        ("UTF-8", "utf-16"),
        ("UTF-8", "utf-16-le"),
        ("UTF-8", "latin-1"),
        ("UTF-8", "cp1252"),
        ("us-ascii", "utf-8"),
        ("US-ASCII", "latin-1"),
        ("klingon", "utf-8"),
        ("", "utf-8"),
        ("UTF-7", "utf-7"),
        ("UTF-7", "utf-8"),
        ("UTF-32", "utf-32"),
        ("UCS-4", "utf-32-be"),
        ("EBCDIC-CP-NL", "cp500"),
        ("IBM037", "cp037"),
        ("cp1140", "cp1140"),
        ("UTF-16", "utf-32"),
        ("hex", "utf-8"),
        ("base64", "utf-8"),
    ],
)
def test_an_encoding_that_lies_or_that_nobody_uses_is_refused(says: str, encoding: str) -> None:
    (finding,) = ids(declared(says).encode(encoding))
    assert finding in {"XML-ENCODING", "XML-SYNTAX"}


def test_what_a_declaration_of_one_byte_a_letter_says_cannot_be_seen_to_be_a_lie() -> None:
    """Every byte is a letter in it; the letters are other ones, and no parser can know."""
    assert reference(declared("ISO-8859-1").encode()) == "ZoÃ« Ã©Ã©n"
    assert reference(declared("ISO-8859-1").encode("latin-1")) == "Zoë één"


@pytest.mark.parametrize(
    ("mark", "encoding", "refused"),
    [
        (codecs.BOM_UTF8, "utf-8", False),
        (codecs.BOM_UTF16_LE, "utf-16-le", False),
        (codecs.BOM_UTF16_BE, "utf-16-be", False),
        (codecs.BOM_UTF16_LE, "utf-16-be", True),
        (codecs.BOM_UTF16_LE, "utf-8", True),
        (codecs.BOM_UTF8, "utf-16-le", True),
        (codecs.BOM_UTF8, "latin-1", True),
        (codecs.BOM_UTF32_LE, "utf-32-le", True),
        (codecs.BOM_UTF32_BE, "utf-32-be", True),
        (codecs.BOM_UTF8 * 2, "utf-8", True),
        (codecs.BOM_UTF16_LE * 2, "utf-16-le", True),
        (b"\n" + codecs.BOM_UTF8, "utf-8", True),
    ],
)
def test_marks_of_the_order_of_bytes(mark: bytes, encoding: str, refused: bool) -> None:
    data = mark + BODY.encode(encoding)
    if refused:
        (finding,) = ids(data)
        assert finding in {"XML-ENCODING", "XML-SYNTAX"}
    else:
        assert reference(data) == "Zoë één"


@pytest.mark.parametrize("place", ["before", "in a tag", "in a text", "after"])
def test_a_byte_of_zero(place: str) -> None:
    data = BODY.encode()
    broken = {
        "before": b"\0" + data,
        "in a tag": data.replace(b"<Voorl>", b"<Vo\0orl>"),
        "in a text": data.replace(b">ABC<", b">A\0C<"),
        "after": data + b"\0",
    }[place]
    assert ids(broken) == ["XML-SYNTAX"]


@pytest.mark.parametrize("half", [b"\xed\xa0\xbd", b"\xed\xb8\x80", b"\xed\xa0\xbd\xed\xb8\x80"])
def test_half_a_pair_of_utf_16_in_utf_8(half: bytes) -> None:
    """Also both halves, as some databases store them."""
    assert ids(BODY.encode().replace(b">ABC<", b">" + half + b"<")) == ["XML-ENCODING"]


@pytest.mark.parametrize(
    "reference_", ["&#xD83D;", "&#xDE00;", "&#xD83D;&#xDE00;", "&#55357;", "&#x1F600", "&#xFFFE;", "&#x0;"]
)
def test_half_a_pair_by_its_number(reference_: str) -> None:
    assert ids(BODY.replace(">ABC<", f">{reference_}<").encode()) == ["XML-SYNTAX"]


@pytest.mark.parametrize("written", ["&#233;", "&#xE9;", "&#x000000E9;", "<![CDATA[é]]>", "é"])
def test_one_letter_in_five_spellings(written: str) -> None:
    assert reference(BODY.replace("Zoë één", f"x{written}x").encode()) == "xéx"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_make_no_difference(end: str) -> None:
    expected = sivi2017.read(BODY.encode())
    assert sivi2017.read(BODY.replace("\n", end).encode()) == expected
    mixed = BODY.replace("\n", "\r\n", 7).replace("\n", "\r", 3)
    assert sivi2017.read(mixed.encode()) == expected
    assert [part.werknemer for part in sivi2017.stream(mixed.encode())] == list(expected.werkgever[0].werknemer)  # type: ignore[union-attr]


@pytest.mark.parametrize(("end", "read"), [("\r\n", "a\nb"), ("\r", "a\nb"), ("&#13;", "a\rb"), ("&#13;\n", "a\r\nb")])
def test_the_end_of_a_line_in_a_text(end: str, read: str) -> None:
    """XML has one; only by its number is a carriage return one."""
    assert reference(BODY.replace("Zoë één", f"a{end}b").encode()) == read
