"""Whatever comes in, the answer is a report: soon, in little memory, and without a look at anything that it points to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs.exceptions import FrozenInstanceError
from conftest import MESSAGES, RETOUR, VERZUIM, changed, check, on_one_line, uncounted

import sivi2017
from sivi2017 import InvalidMessage, Limits

BODY = VERZUIM.split("?>\n")[1]


def ids(data: bytes, *, limits: Limits | None = None) -> list[str]:
    """The ids of the findings on some bytes, which a tolerant reader must find too."""
    limits = limits or Limits()
    report = check(data, limits=limits)
    assert check(data, limits=limits, tolerant=True).findings == report.findings
    with pytest.raises(InvalidMessage):
        sivi2017.read(data, limits=limits)
    assert report.message is None
    return [finding.id for finding in report.findings]


class TestNotAMessage:
    """One finding that says why nothing could be read."""

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"", "XML-EMPTY: is empty"),
            (b"   \n\n", "line 3: XML-SYNTAX: ends before its first element (line 3, column 1)"),
            (b"\xef\xbb\xbf", "line 1: XML-SYNTAX: ends before its first element (line 1, column 2)"),
            (b"<!-- only this -->", "line 1: XML-SYNTAX: ends before its first element (line 1, column 19)"),
            (b"Beste collega,", "line 1: XML-SYNTAX: is not XML up to the end of the first tag (line 1, column 1)"),
            (b'{"a": 1}', "line 1: XML-SYNTAX: is not XML up to the end of the first tag (line 1, column 1)"),
            (b"PK\x03\x04\x14\x00", "line 1: XML-SYNTAX: is not XML up to the end of the first tag (line 1, column 3)"),
            (b"<a>", "line 1: XML-SYNTAX: the file ends before the element that was opened is closed (line 1, column 4)"),
            (b"<a>\n<b></a>", "line 2: XML-SYNTAX: an element is closed that is not the last one opened (line 2, column 8)"),
            (b"<a/>x", "line 1: XML-SYNTAX: something follows after the end of the message (line 1, column 5)"),
            (b"<a/>\n<a/>", "line 2: XML-SYNTAX: something follows after the end of the message (line 2, column 1)"),
            (b"<a/>\0", "line 1: XML-SYNTAX: something follows after the end of the message (line 1, column 5)"),
            (b"<v:a/>", "line 1: XML-SYNTAX: a prefix without a namespace (line 1, column 5)"),
            (b"<a><b c='1' c='2'/></a>", "line 1: XML-SYNTAX: an attribute that stands twice (line 1, column 18)"),
            (b"<a>x & y</a>", "line 1: XML-SYNTAX: a bare & or <, which in text is written &amp; or &lt; (line 1, column 7)"),
        ],
    )
    def test_what_is_wrong_is_told_in_words(self, data: bytes, text: str) -> None:
        assert len(ids(data)) == 1
        assert str(check(data).findings[0]) == text

    @pytest.mark.parametrize(
        "character", [*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(0x0E, 0x20)), "\ufffe", "\uffff"]
    )
    def test_a_character_that_xml_does_not_have(self, character: str) -> None:
        """Neither as it is nor by its number."""
        assert ids(changed(VERZUIM, ("BER-0001", f"BER{character}")))[0].startswith("XML-")
        assert ids(changed(VERZUIM, ("BER-0001", f"BER&#{ord(character)};"))) == ["XML-SYNTAX"]

    @pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\x80", b"\xff", b"\xe2\x82", b"\xf4\x90\x80\x80"])
    def test_bytes_that_are_no_character(self, half: bytes) -> None:
        """Half a surrogate pair, a long spelling, a lone byte, a character cut off, one beyond the last."""
        assert ids(VERZUIM.encode().replace(b"BER-0001", half)) == ["XML-ENCODING"]

    def test_half_a_surrogate_pair_in_utf_16(self) -> None:
        data = VERZUIM.replace("UTF-8", "UTF-16").replace("BER-0001", "\ud83d").encode("utf-16", "surrogatepass")
        assert ids(data) == ["XML-ENCODING"]

    @pytest.mark.parametrize(
        "reference", ["&#xD800;", "&#x110000;", "&#0;", "&#99999999999;", "&#;", "&;", "&", "&amp", "<", "]]>"]
    )
    def test_a_reference_to_nothing(self, reference: str) -> None:
        assert ids(changed(VERZUIM, ("BER-0001", reference))) == ["XML-SYNTAX"]

    @pytest.mark.parametrize("name", MESSAGES)
    def test_a_message_cut_off_anywhere(self, name: str) -> None:
        """Of every beginning of a message nothing is read, not even what stands there whole."""
        data = on_one_line(MESSAGES[name]).encode()
        assert check(data).ok
        for end in range(len(data)):
            report = check(data[:end])
            assert not report.ok
            assert report.message is None
            assert report.findings[0].id in {"XML-EMPTY", "XML-SYNTAX", "XML-ENCODING"}

    def test_reading_a_message_cut_off_anywhere(self) -> None:
        """In UTF-16 too, between bytes and between characters."""
        text = on_one_line(RETOUR)
        for data in (text.encode(), text.replace("UTF-8", "UTF-16").encode("utf-16")):
            for end in range(len(data)):
                for tolerant in (False, True):
                    with pytest.raises(InvalidMessage):
                        sivi2017.read(data[:end], tolerant=tolerant)

    def test_a_message_with_one_byte_changed(self) -> None:
        """It is a message or it is not; there is no third."""
        data = on_one_line(RETOUR).encode()
        for position in range(len(data)):
            for byte in (0, 0x3C, 0x26, 0xFF, data[position] ^ 1):
                broken = data[:position] + bytes([byte]) + data[position + 1 :]
                report = check(broken)
                assert report.ok == (not report.errors)
                if report.ok:
                    assert sivi2017.read(broken) == report.message


DOCTYPES = {
    "empty": "<!DOCTYPE Verzuimmeldingen>",
    "of a web page": "<!DOCTYPE html>",
    "internal": "<!DOCTYPE Verzuimmeldingen [<!ELEMENT Verzuimmeldingen ANY>]>",
    "with an entity": '<!DOCTYPE Verzuimmeldingen [<!ENTITY e "x">]>',
    "with an attribute of default": '<!DOCTYPE Verzuimmeldingen [<!ATTLIST Verzuimmeldingen a CDATA "x">]>',
    "external": '<!DOCTYPE Verzuimmeldingen SYSTEM "PLACE">',
    "public": '<!DOCTYPE Verzuimmeldingen PUBLIC "-//X//Y" "PLACE">',
    "with an external entity": '<!DOCTYPE Verzuimmeldingen [<!ENTITY e SYSTEM "PLACE">]>',
    "with an external parameter entity": '<!DOCTYPE Verzuimmeldingen [<!ENTITY % e SYSTEM "PLACE"> %e;]>',
    "with an unparsed entity": '<!DOCTYPE Verzuimmeldingen [<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "PLACE" NDATA n>]>',
}
BEFORE = {"first": "", "after a comment": "<!-- <a> -->", "after an instruction": "<?a <b> ?>", "after much": "\n" * 100_000}


class TestDoctype:
    """A message has none; what it declares is not read and what it points to is not touched."""

    @pytest.mark.parametrize("declaration", DOCTYPES.values(), ids=DOCTYPES)
    @pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
    @pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1"])
    def test_any_doctype_is_refused(self, declaration: str, before: str, encoding: str) -> None:
        text = VERZUIM.replace("UTF-8", encoding).replace("?>\n", f"?>\n{before}{declaration}", 1)
        assert ids(text.encode(encoding)) == ["XML-DOCTYPE"]
        assert ids(text.replace("BER-0001", "&e;").encode(encoding)) == ["XML-DOCTYPE"]

    def test_a_doctype_is_told_with_its_line(self) -> None:
        (finding,) = check(f"\n\n<!DOCTYPE geheim>{BODY}".encode()).findings
        assert finding.line == 3
        assert finding.message == "has a DOCTYPE; a message has none, and what it declares or points to is never read"

    @pytest.mark.parametrize("place", ["content", "attribute"])
    def test_entities_that_grow_without_end_are_not_expanded(self, place: str) -> None:
        entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
        use = "&a9;" if place == "content" else "<Berrefnr a='&a9;'/>"
        text = BODY.replace("BER-0001", use)
        assert ids(f"<!DOCTYPE Verzuimmeldingen [{entities}]>{text}".encode()) == ["XML-DOCTYPE"]

    @pytest.mark.parametrize(
        "text",
        [
            BODY.replace("BER-0001", "&e;").replace("<BrAlg>", "<!DOCTYPE a [<!ENTITY e 'x'>]><BrAlg>"),
            f"{BODY}<!DOCTYPE a>",
        ],
        ids=["within", "after"],
    )
    def test_a_doctype_that_comes_too_late_is_no_xml(self, text: str) -> None:
        assert ids(text.encode()) == ["XML-SYNTAX"]

    @pytest.mark.parametrize("codec", ["hz", "iso2022_jp", "ISO-2022-JP", "UTF-7", "utf_7", "unicode_internal"])
    def test_a_doctype_cannot_hide_in_an_encoding_with_shifts(self, codec: str) -> None:
        """To a parser that knows the shifts, the comment ends after them; to one that does not, before."""
        for shift, back in (("~{", "~}"), ("\x1b$B", "\x1b(B"), ("+", "-")):
            for filler in ("", "a", "ab", "abc"):
                hidden = f"<!-- {shift}{filler}--><a>{filler}{back} --><!DOCTYPE Verzuimmeldingen [<!ENTITY e 'geheim'>]>"
                text = f'<?xml version="1.0" encoding="{codec}"?>{hidden}{BODY.replace("BER-0001", "&e;")}'
                assert ids(text.encode())[0].startswith("XML-")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
    @pytest.mark.parametrize("kind", [kind for kind, text in DOCTYPES.items() if "PLACE" in text])
    def test_what_a_doctype_points_to_is_not_opened(self, kind: str, tmp_path: Path) -> None:
        """Opening a pipe that nobody writes to would wait for ever."""
        pipe = tmp_path / "pijp"
        os.mkfifo(pipe)
        for place in (str(pipe), pipe.as_uri()):
            file = tmp_path / "bericht.xml"
            file.write_text(f"{DOCTYPES[kind].replace('PLACE', place)}{BODY.replace('BER-0001', '&e;')}", encoding="utf-8")
            assert measured(f"{str(file)!r}").ids == ["XML-DOCTYPE"]


# Runs in a Python of its own: the most memory that a process ever had only grows.
PROBE = """
import json, resource, sys, time
import sivi2017
from sivi2017 import Limits

class Stream:
    "A file of any size that is nowhere in memory as a whole."
    def __init__(self, start, filler, times, end):
        self.start, self.filler, self.times, self.end, self.at = start, filler, times, end, 0
    def read(self, size):
        if self.start:
            piece, self.start = self.start[:size], self.start[size:]
            return piece
        left = len(self.filler) * self.times - self.at
        if left:
            first = self.at % len(self.filler)
            piece = (self.filler * (size // len(self.filler) + 2))[first:first + min(size, left)]
            self.at += len(piece)
            return piece
        piece, self.end = self.end[:size], self.end[size:]
        return piece

class Dribble:
    "A file that gives one byte at a time."
    def __init__(self, data):
        self.data, self.at = data, 0
    def read(self, size):
        self.at += 1
        return self.data[self.at - 1:self.at]

def message(inside):
    "A message with something at its end."
    return MESSAGE.replace(b"</Verzuimmeldingen>", inside + b"</Verzuimmeldingen>")

def used():
    "The most megabytes so far; what rusage tells on Linux may be the parent's."
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 2**10
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20

MESSAGE = <message>
sivi2017.validate(message(b"<x/>"), tolerant=True)
source = <source>
before, started = used(), time.process_time()
report = sivi2017.validate(source, rules=False, <options>)
seconds = time.process_time() - started
print(json.dumps([sorted({finding.id for finding in report.findings}), seconds, used() - before, used()]))
"""


class Measured:
    """What it took to refuse something."""

    def __init__(self, output: str) -> None:
        self.ids, self.seconds, self.more_megabytes, self.megabytes = json.loads(output)

    def soon_and_small(self) -> bool:
        """Within a hundred megabytes, and with no more work than a bound that only a cost that grows too fast exceeds.

        All of these take less than two seconds; a slow or busy machine must not fail a test.
        """
        return bool(self.seconds < 15 and self.more_megabytes < 100)

    def __repr__(self) -> str:
        return f"<{self.ids} in {self.seconds:.2f} s, {self.more_megabytes:.0f} MB more, {self.megabytes:.0f} MB in all>"


def measured(source: str, options: str = "") -> Measured:
    """Validate in a new process a source that an expression makes there."""
    pytest.importorskip("resource")
    program = PROBE.replace("<message>", repr(on_one_line(BODY).encode()))
    program = program.replace("<source>", source).replace("<options>", options)
    # Counting the lines of the library would cost more than what is measured.
    done = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, timeout=300, check=True, env=uncounted()
    )
    return Measured(done.stdout)


STREAM = "Stream(b'<Verzuimmeldingen>', b'x', 200_000_000, b'</Verzuimmeldingen>')"
HUGE = "limits=Limits(max_bytes=2**40)"


class TestCost:
    """A hostile file costs no more than a glance."""

    @pytest.mark.parametrize(
        ("source", "options", "expected"),
        [
            ("b'<a>' * 1_000_000", "", "XML-LIMIT"),
            ("b'<Verzuimmeldingen>' * 1_000_000", "", "XML-LIMIT"),
            ("b'<a>' * 255 + b'</a>' * 255", "", "XSD-ROOT"),
            ("b'<Verzuimmeldingen>' * 255 + b'</Verzuimmeldingen>' * 255", "", "XML-DEPTH"),
            (STREAM, "", "XML-SIZE"),
            (STREAM, HUGE, "XML-LIMIT"),
            ("Stream(b'<a b=\"', b'x', 200_000_000, b'\"/>')", "", "XML-LIMIT"),
            ("Stream(b'<a>', b'<!-- -->', 50_000_000, b'</a>')", "", "XML-SIZE"),
            ("Stream(b'<a>', b'&lt;', 50_000_000, b'</a>')", HUGE, "XML-LIMIT"),
            ("Stream(b'<a><![CDATA[', b'x', 200_000_000, b']]></a>')", HUGE, "XML-SYNTAX"),
            ("Stream(b'<', b'a', 200_000_000, b'/>')", "", "XML-LIMIT"),
            ("Stream(b'<!DOCTYPE a [<!ENTITY e \"', b'x', 2_000_000_000, b'\">]><a>&e;</a>')", HUGE, "XML-DOCTYPE"),
            ("b'<!DOCTYPE a [<!ENTITY e \"' + b'x' * 20_000 + b'\">]><a>' + b'&e;' * 100_000 + b'</a>'", "", "XML-DOCTYPE"),
        ],
        ids=[
            "a million elements in each other",
            "a million messages in each other",
            "255 levels of no message",
            "255 levels of messages",
            "200 MB of text",
            "200 MB of text within limits",
            "200 MB of attribute",
            "400 MB of comments",
            "200 MB of references",
            "200 MB of CDATA",
            "200 MB of name",
            "an entity of 2 GB",
            "entities that expand to 2 GB",
        ],
    )
    def test_a_hostile_file_is_refused_soon_and_in_little_memory(self, source: str, options: str, expected: str) -> None:
        result = measured(source, options)
        assert result.ids == [expected]
        assert result.soon_and_small(), result

    def test_a_text_of_200_megabytes_in_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "groot.xml"
        with file.open("wb") as opened:
            opened.write(b"<Verzuimmeldingen>")
            for _ in range(200):
                opened.write(b"x" * 1_000_000)
            opened.write(b"</Verzuimmeldingen>")
        for options, expected in (("", "XML-SIZE"), (HUGE, "XML-LIMIT")):
            result = measured(f"{str(file)!r}", options)
            assert result.ids == [expected]
            assert result.soon_and_small(), result

    @pytest.mark.parametrize(
        ("source", "options"),
        [
            ("Stream(b'<!--', b'x', 60_000_000, b'--><a/>')", ""),
            ("Stream(b'<a b=\"', b'x', 60_000_000, b'\"/>')", ""),
            ("Stream(b'', b'<?x ?>', 10_000_000, b'<a/>')", ""),
            ("Stream(b'', b'\\n', 60_000_000, b'<a/>')", ""),
            ("Dribble(b'<!--' + b'x' * 150_000 + b'--><a/>')", ""),
            ("message(b'<a/>' * 300_000)", ""),
            ("message(b'<a/>' * 300_000)", "tolerant=True"),
            ("message(b'<a/>    ' * 100_000)", "tolerant=True"),
            ("message(b'<a/>xxxx' * 50_000)", "tolerant=True"),
            ("message(b'<Wrkgvr/>' * 80_000)", ""),
            ("message(b'<Wrkgvr/>' * 80_000)", "tolerant=True"),
            ("message(b'<Wrkgvr>' + b'<Wrknmr/>' * 40_000 + b'</Wrkgvr>')", ""),
            ("MESSAGE.replace(b'012345672', b'0' * 9_000_000 + b'x')", ""),
            ("MESSAGE.replace(b'012345672', b'1' * 9_000_000)", ""),
            ("MESSAGE.replace(b'036.00', b'1' * 9_000_000)", ""),
            ("MESSAGE.replace(b'09:15:00', b'09:15:00.' + b'1' * 4_000_000 + b'x')", ""),
            ("MESSAGE.replace(b'1980-02-29', b' ' * 9_000_000)", ""),
            ("MESSAGE.replace(b'>ABC<', b'>' + b'x1' * 4_500_000 + b'<')", ""),
            ("message(b'<BrAlg ' + b' '.join(b'a%d=\"\"' % i for i in range(80_000)) + b'/>')", ""),
        ],
        ids=[
            "a comment before the root",
            "an attribute of the root",
            "instructions before the root",
            "empty lines before the root",
            "a comment in pieces of one byte",
            "unknown elements",
            "unknown elements that are left out",
            "unknown elements with blanks",
            "unknown elements with text",
            "faulty siblings",
            "faulty siblings for a tolerant reader",
            "faulty siblings further down",
            "zeros before a letter",
            "digits of a whole number",
            "digits of a decimal number",
            "digits of a second",
            "blanks for a date",
            "a text with digits",
            "attributes",
        ],
    )
    def test_a_file_within_the_limits_costs_no_more(self, source: str, options: str) -> None:
        """Whatever is repeated in it, the cost grows with its size and no faster."""
        result = measured(source, options)
        assert result.ids
        assert result.soon_and_small(), result


class TestLimits:
    """How large a message may be is the caller's to say."""

    def test_a_message_of_just_as_many_bytes_as_allowed(self) -> None:
        data = VERZUIM.encode()
        assert check(data, limits=Limits(max_bytes=len(data))).ok
        assert ids(data, limits=Limits(max_bytes=len(data) - 1)) == ["XML-SIZE"]
        assert ids(data, limits=Limits(max_bytes=1)) == ["XML-SIZE"]

    def test_the_limit_is_told(self) -> None:
        (finding,) = check(VERZUIM.encode(), limits=Limits(max_bytes=100)).findings
        assert str(finding) == "XML-SIZE: more than 100 bytes: larger than the limits of the reader"

    @pytest.mark.parametrize("levels", [16, 40, 256])
    def test_more_levels_than_allowed(self, levels: int) -> None:
        limits = Limits(max_depth=levels)
        for extra, expected in ((0, "XSD-UNKNOWN"), (1, "XML-DEPTH")):
            if levels + extra > 256:
                expected = "XML-LIMIT"  # noqa: PLW2901 - the parser's own bound comes first
            inside = levels + extra - 2
            data = changed(BODY, ("<BrAlg>", f"<BrAlg>{'<a>' * inside}{'</a>' * inside}"))
            assert [finding.id for finding in check(data, limits=limits).findings] == [expected]

    def test_levels_are_told_with_the_kind_of_message(self) -> None:
        data = changed(BODY, ("<BrAlg>", f"<BrAlg>{'<a>' * 40}{'</a>' * 40}"))
        report = check(data)
        assert [str(finding) for finding in report.findings] == ["XML-DEPTH: more than 32 levels of elements"]
        assert (report.kind, report.message) == ("Verzuimmeldingen", None)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("max_bytes", 0),
            ("max_bytes", -1),
            ("max_depth", 15),
            ("max_depth", 257),
            ("max_findings", 0),
            ("max_findings", -5),
        ],
    )
    def test_a_limit_that_makes_no_sense_is_refused(self, field: str, value: float) -> None:
        with pytest.raises(ValueError, match=field):
            Limits(**{field: value})  # type: ignore[arg-type]  # the point of the test

    @pytest.mark.parametrize("field", ["max_bytes", "max_depth", "max_findings"])
    @pytest.mark.parametrize("value", ["20", None, b"20"])
    def test_a_limit_that_is_no_number_is_refused(self, field: str, value: object) -> None:
        with pytest.raises(TypeError):
            Limits(**{field: value})  # type: ignore[arg-type]  # the point of the test

    @pytest.mark.parametrize("field", ["max_bytes", "max_depth", "max_findings"])
    @pytest.mark.parametrize("value", [20.5, 20.0, float("nan"), float("inf"), True])
    def test_a_limit_that_is_no_whole_number_is_refused(self, field: str, value: float) -> None:
        with pytest.raises((TypeError, ValueError)):
            Limits(**{field: value})  # type: ignore[arg-type]  # the point of the test

    def test_limits_do_not_change(self) -> None:
        with pytest.raises(FrozenInstanceError):
            Limits().max_bytes = 1  # type: ignore[misc]  # the point of the test
