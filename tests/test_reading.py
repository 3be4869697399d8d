"""From any source and in any usual encoding, without losing a character."""

from __future__ import annotations

import codecs
import dataclasses
import io
import os
import socket
import stat
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from conftest import MESSAGES, VERZUIM, changed, check, full_message, line_of, namespace, on_one_line
from xsdata.models.datatype import XmlDate, XmlTime

import sivi2017
from sivi2017 import InvalidMessage, Layer, Limits, bindings
from sivi2017.bindings.verzuimmeldingen import Geslachtsaanduiding, JaNee, Verzuimmeldingen
from sivi2017.lexical import lexical
from sivi2017.reading.parsing import Beginning
from sivi2017.reading.source import Bounded

DATA = VERZUIM.encode()
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def read_verzuim(source: Any) -> Verzuimmeldingen:
    """A message about absence."""
    message = sivi2017.read(source)
    assert isinstance(message, Verzuimmeldingen)
    return message


def reference(source: Any) -> str:
    """The reference of a message: free text."""
    return read_verzuim(source).bericht_algemeen.berichtreferentienummer


def ids(source: Any) -> list[str]:
    """The ids of the findings on a source."""
    return [finding.id for finding in check(source).findings]


class Dribble(io.RawIOBase):
    """A stream like a socket: it cannot seek, and gives a few bytes at a time."""

    def __init__(self, data: bytes, piece: int) -> None:
        super().__init__()
        self._data, self._piece = data, piece

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk, self._data = self._data[: self._piece], self._data[self._piece :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


class Generous:
    """A file that gives all that it has, however little is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, _size: int) -> bytes:
        chunk, self._data = self._data, b""
        return chunk


class Breaking:
    """A file that fails after some of its bytes."""

    def __init__(self, data: bytes, after: int, error: Exception) -> None:
        self._file, self._left, self._error = io.BytesIO(data), after, error

    def read(self, size: int) -> bytes:
        if not self._left:
            raise self._error
        chunk = self._file.read(min(size, self._left))
        self._left -= len(chunk)
        return chunk


class TestSources:
    """A path, bytes or a binary file."""

    def test_a_path(self, tmp_path: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(DATA)
        assert sivi2017.read(file) == sivi2017.read(str(file)) == sivi2017.read(DATA)

    def test_anything_that_stands_for_a_path(self, tmp_path: Path) -> None:
        (tmp_path / "bericht.xml").write_bytes(DATA)
        (entry,) = os.scandir(tmp_path)
        assert sivi2017.read(entry) == sivi2017.read(DATA)

    @pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, io.BytesIO])
    def test_the_bytes_themselves(self, kind: Callable[[bytes], Any]) -> None:
        assert sivi2017.read(kind(DATA)) == sivi2017.read(DATA)
        assert check(kind(DATA)).ok

    @pytest.mark.parametrize("buffering", [-1, 0])
    def test_an_open_file(self, tmp_path: Path, buffering: int) -> None:
        """It is read to its end and left open."""
        file = tmp_path / "bericht.xml"
        file.write_bytes(DATA)
        with file.open("rb", buffering=buffering) as opened:
            assert sivi2017.read(opened) == sivi2017.read(DATA)
            assert not opened.closed
            assert opened.read() == b""

    def test_a_file_is_read_from_where_it_stands(self) -> None:
        file = io.BytesIO(b"something else" + DATA)
        file.seek(len(b"something else"))
        assert sivi2017.read(file) == sivi2017.read(DATA)

    @pytest.mark.parametrize("piece", [1, 2, 3, 1000])
    def test_a_stream_that_gives_small_pieces(self, piece: int) -> None:
        assert sivi2017.read(Dribble(DATA, piece)) == sivi2017.read(DATA)  # type: ignore[arg-type]  # mypy wants IO, read() will do

    @pytest.mark.parametrize("piece", [1, 3])
    def test_a_stream_that_gives_half_characters(self, piece: int) -> None:
        data = VERZUIM.replace("BER-0001", "é€\U0001f600").replace("UTF-8", "UTF-16").encode("utf-16")
        assert reference(Dribble(data, piece)) == "é€\U0001f600"

    def test_a_file_that_gives_more_than_it_is_asked_for(self) -> None:
        data = changed(VERZUIM, ("<BrAlg>", " " * 100_000 + "<BrAlg>"))
        assert reference(Generous(data)) == "BER-0001"

    @pytest.mark.parametrize("text", [VERZUIM, "\ufeff" + VERZUIM, "\n  <Verzuimmeldingen>", "<"])
    def test_a_str_that_holds_the_message_is_refused_without_quoting_it(self, text: str) -> None:
        with pytest.raises(TypeError, match="give it as bytes") as caught:
            sivi2017.read(text)
        assert "Verzuimmeldingen" not in str(caught.value)
        assert caught.value.__context__ is None

    @pytest.mark.parametrize("text", [str(DATA), codecs.BOM_UTF8.decode("latin-1") + VERZUIM, "\u00a0" + VERZUIM])
    def test_a_str_that_holds_the_message_after_something_else_is_refused_too(self, text: str) -> None:
        """Such as what ``str(data)`` gives, or a file read in the wrong encoding."""
        with pytest.raises(TypeError):
            sivi2017.read(text)

    @pytest.mark.parametrize("source", [None, 42, 4.2, ["bericht.xml"], object()])
    def test_anything_else_is_refused(self, source: Any) -> None:
        with pytest.raises(TypeError, match=f"not from {type(source).__name__}"):
            sivi2017.read(source)
        with pytest.raises(TypeError, match=f"not from {type(source).__name__}"):
            check(source)

    def test_a_text_file_is_refused_without_quoting_it(self, tmp_path: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(DATA)
        with file.open(encoding="utf-8") as opened, pytest.raises(TypeError, match="mode 'rb'") as caught:
            sivi2017.read(opened)  # type: ignore[arg-type]  # the point of the test
        assert "Verzuimmeldingen" not in str(caught.value)

    def test_a_text_file_in_another_encoding_is_refused_too(self) -> None:
        file = io.TextIOWrapper(io.BytesIO(VERZUIM.replace("Bakkerij", "Café").encode("latin-1")), encoding="utf-8")
        with pytest.raises((TypeError, UnicodeDecodeError)):
            check(file)

    def test_a_file_that_has_nothing_yet_is_refused(self) -> None:
        """A file that does not wait gives None where nothing has come in."""

        class Waiting:
            def read(self, _size: int) -> None:
                return None

        with pytest.raises(BlockingIOError, match="does not wait"):
            sivi2017.read(Waiting())  # type: ignore[arg-type]  # the point of the test

    def test_a_path_that_is_not_there(self, tmp_path: Path) -> None:
        for call in (sivi2017.read, sivi2017.validate):
            with pytest.raises(FileNotFoundError):
                call(tmp_path / "nergens.xml")
            with pytest.raises(FileNotFoundError):
                call(str(tmp_path / "nergens.xml"))

    def test_a_directory(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match=tmp_path.name):
            check(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(DATA)
        file.chmod(stat.S_IWUSR)
        with pytest.raises(PermissionError):
            check(file)

    @pytest.mark.parametrize("after", [0, 10, 60, 700, len(DATA) - 1, len(DATA)])
    def test_an_error_of_the_file_comes_through_wherever_it_happens(self, after: int) -> None:
        """It is the file that is wrong, not the message."""
        error = OSError(5, "the line went dead")
        with pytest.raises(OSError, match="the line went dead") as caught:
            check(Breaking(DATA, after, error))
        assert caught.value is error

    @pytest.mark.parametrize("error", [ValueError("closed"), KeyError("part"), UnicodeError("text")], ids=repr)
    @pytest.mark.parametrize("after", [0, 700])
    def test_other_errors_of_the_file_come_through_too(self, error: Exception, after: int) -> None:
        with pytest.raises(type(error)) as caught:
            check(Breaking(DATA, after, error))
        assert caught.value is error

    def test_a_closed_file(self) -> None:
        file = io.BytesIO(DATA)
        file.close()
        with pytest.raises(ValueError, match="closed file"):
            check(file)

    def test_a_file_that_is_open_for_writing(self, tmp_path: Path) -> None:
        with (tmp_path / "bericht.xml").open("wb") as file, pytest.raises(OSError, match="read"):
            check(file)


class TestEncodings:
    """What the file declares, or what its first bytes show."""

    @pytest.mark.parametrize(
        ("declared", "encoding"),
        [
            ("UTF-8", "utf-8"),
            ("utf-8", "utf-8"),
            ("UTF-8", "utf-8-sig"),
            ("UTF-16", "utf-16"),
            ("UTF-16", "utf-16-le"),
            ("UTF-16", "utf-16-be"),
            ("UTF-16LE", "utf-16-le"),
            ("UTF-16BE", "utf-16-be"),
            ("ISO-8859-1", "latin-1"),
            ("ISO-8859-15", "iso-8859-15"),
            ("windows-1252", "cp1252"),
        ],
    )
    def test_an_encoding_that_is_declared(self, declared: str, encoding: str) -> None:
        text = VERZUIM.replace("UTF-8", declared).replace("BER-0001", "Zoë één ß")
        assert reference(text.encode(encoding)) == "Zoë één ß"

    @pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
    def test_either_order_of_bytes_with_a_mark(self, bom: bytes, encoding: str) -> None:
        text = VERZUIM.replace("UTF-8", "UTF-16").replace("BER-0001", "Zoë \U0001f600")
        assert reference(bom + text.encode(encoding)) == "Zoë \U0001f600"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_an_encoding_that_shows_without_a_declaration(self, encoding: str) -> None:
        text = VERZUIM.split("?>\n")[1].replace("BER-0001", "Zoë")
        assert reference(text.encode(encoding)) == "Zoë"

    def test_the_euro_sign_of_windows(self) -> None:
        text = VERZUIM.replace("UTF-8", "windows-1252").replace("BER-0001", "100 €")
        assert reference(text.encode("cp1252")) == "100 €"

    def test_bytes_that_are_not_in_the_declared_encoding(self) -> None:
        data = VERZUIM.replace("BER-0001", "Zoë").encode("latin-1")
        (finding,) = check(data).findings
        line, column = line_of(VERZUIM, "BER-0001"), len("    <Berrefnr>Zo") + 1
        assert finding.line == line
        assert finding.message == f"has bytes that the encoding does not know (line {line}, column {column})"

    @pytest.mark.parametrize(
        ("declared", "encoding"),
        [
            ("klingon", "utf-8"),
            ("UTF-16", "utf-8"),
            ("UTF-8", "utf-16"),
            ("UTF-7", "utf-7"),
            ("Shift_JIS", "shift_jis"),
            ("GB18030", "gb18030"),
            ("cp037", "utf-8"),
            ("rot13", "utf-8"),
            ("zlib", "utf-8"),
            ("idna", "utf-8"),
            ("punycode", "utf-8"),
            ("undefined", "utf-8"),
            ("charmap", "utf-8"),
            ("ISO-8859-99", "utf-8"),
            ("windows-1259", "utf-8"),
        ],
    )
    def test_an_encoding_that_is_not_read(self, declared: str, encoding: str) -> None:
        text = VERZUIM.replace("UTF-8", declared).replace("BER-0001", "ber")
        assert ids(text.encode(encoding)) == ["XML-ENCODING"]

    def test_the_codec_of_python_escapes_is_no_encoding(self) -> None:
        assert ids(b'<?xml version="1.0" encoding="unicode_escape"?><a/>') == ["XML-ENCODING"]

    @pytest.mark.parametrize("declared", ["Shift_JIS", "unicode_escape"])
    def test_an_encoding_that_is_not_read_from_a_stream_that_gives_small_pieces(self, declared: str) -> None:
        data = VERZUIM.replace("UTF-8", declared).encode()
        assert ids(Dribble(data, 5)) == ["XML-ENCODING"]

    @pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "cp037"])
    def test_an_encoding_that_cannot_be_seen(self, encoding: str) -> None:
        assert ids(VERZUIM.replace("UTF-8", encoding).encode(encoding)) == ["XML-SYNTAX"]


class TestNothingIsLost:
    """What stands in the file stands in the message, and in what is written again."""

    @pytest.mark.parametrize("name", MESSAGES)
    @pytest.mark.parametrize("times", [1, 2])
    def test_every_element_of_every_message(self, name: str, times: int) -> None:
        """The text that is written is the text that was read, to the last character."""
        text = full_message(name, times=times)
        written = sivi2017.write(sivi2017.read(text.encode())).decode()
        assert written == f"<?xml version='1.0' encoding='UTF-8'?>\n{text}"

    def test_values_have_the_types_of_python(self) -> None:
        message = read_verzuim(DATA)
        werknemer = message.werkgever[0].werknemer[0]
        dienstverband = werknemer.dienstverband[0]
        assert message.bericht_algemeen.aanmaaktijd_bericht == XmlTime(9, 15, 0)
        assert message.bericht_algemeen.test is JaNee.JA
        assert werknemer.burgerservicenummer == "012345672"
        assert werknemer.geboortedatum == XmlDate(1980, 2, 29)
        assert werknemer.geslachtsaanduiding is Geslachtsaanduiding.VROUW
        assert werknemer.partner is None
        assert werknemer.communicatie == []
        assert isinstance(dienstverband.contracturen_per_week, Decimal)
        assert dienstverband.contracturen_per_week == 36
        assert dienstverband.verzuim[0].percentage_verzuim == Decimal(100)
        assert type(dienstverband.verzuim[0].percentage_verzuim) is Decimal
        assert dienstverband.verzuim[0].verzuimgeval_volgnummer_melding == 1

    @pytest.mark.parametrize(
        ("tag", "text"),
        [
            ("VrzmgvlVnrMld", "007"),
            ("VrzmgvlVnrMld", "+7"),
            ("VrzmgvlVnrMld", "-0"),
            ("VrzmgvlVnrMld", "0" * 5000 + "7"),
            ("SofiNr", "000000007"),
            ("CntrctUrnWk", "0036.00"),
            ("PrcVrzm", "0.00"),
            ("DatEerstVrzmdg", "2017-03-06Z"),
            ("DatEerstVrzmdg", "2017-03-06+00:00"),
            ("DatEerstVrzmdg", "2017-03-06-00:00"),
            ("DatEerstVrzmdg", "2017-03-06+01:00"),
            ("DatEerstVrzmdg", "-0044-03-15"),
            ("DatEerstVrzmdg", "12017-03-06"),
            ("AantijdBr", "09:15:00.0"),
            ("AantijdBr", "09:15:00.123456789123"),
            ("AantijdBr", "09:15:00.50+02:00"),
            ("AantijdBr", "24:00:00"),
            ("AantijdBr", "24:00:00.000Z"),
            ("Berrefnr", ""),
            ("Berrefnr", " "),
            ("Berrefnr", "  twee  blanks\tén\neen regel "),
            ("Berrefnr", "a&#13;\nb"),
            ("Berrefnr", "&lt;&amp;&gt;"),
            ("Berrefnr", "\u0085\u2028\ufeff\U0001f600e\u0301"),
        ],
    )
    def test_a_spelling_is_written_as_it_was_read(self, tag: str, text: str) -> None:
        old = VERZUIM[VERZUIM.index(f"<{tag}>") : VERZUIM.index(f"</{tag}>")]
        data = changed(VERZUIM, (old, f"<{tag}>{text}"))
        message = sivi2017.read(data)
        written = sivi2017.write(message)
        assert f"<{tag}>{text}</{tag}>".encode() in written
        assert sivi2017.read(written) == message

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("<Gebdat>1980-02-29", "<Gebdat>99999999999-01-01"),
            ("<AantijdBr>09:15:00", "<AantijdBr>24:00:00." + "0" * 400 + "1"),
        ],
        ids=["a year of eleven digits", "a very small part of a second past midnight"],
    )
    def test_no_value_of_a_valid_message_is_dropped(self, old: str, new: str) -> None:
        """Either it is read, or the message is refused."""
        report = check(changed(VERZUIM, (old, new)))
        message = report.message
        assert isinstance(message, Verzuimmeldingen)
        values = [message.bericht_algemeen.aanmaaktijd_bericht, message.werkgever[0].werknemer[0].geboortedatum]
        assert not report.ok or all(value is not None for value in values)

    @pytest.mark.parametrize(
        ("inside", "text"),
        [
            ("<![CDATA[B&<]]>", "B&<"),
            ("<![CDATA[]]>", ""),
            ("a<![CDATA[b]]>c", "abc"),
            ("a<!-- b -->c", "ac"),
            ("a<?b c?>d", "ad"),
            ("<!-- a --><?b c?>", ""),
            ("&lt;a&gt;&amp;&quot;&apos;", "<a>&\"'"),
            ("&#233;&#x1F600;", "é\U0001f600"),
        ],
    )
    def test_a_value_is_put_together_from_its_pieces(self, inside: str, text: str) -> None:
        assert reference(changed(VERZUIM, ("BER-0001", inside))) == text

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("<GslchtCd>V", "<GslchtCd><!-- a -->V<?b?>"),
            ("<Gebdat>1980", "<Gebdat><![CDATA[19]]>80"),
            ("<VrzmgvlVnrMld>1", "<VrzmgvlVnrMld>\n 1<!-- a -->\n"),
            ("<SofiNr>012345672", "<SofiNr> 012345672 "),
            ("<CntrctUrnWk>036.00", "<CntrctUrnWk>\t036.00"),
            ("<BrAlg>", "<BrAlg><!-- a --><?b c?>"),
        ],
    )
    def test_pieces_comments_and_blanks_make_no_difference_to_codes_and_numbers(self, old: str, new: str) -> None:
        assert sivi2017.read(changed(VERZUIM, (old, new))) == sivi2017.read(DATA)

    def test_a_prefix_makes_no_difference(self) -> None:
        text = VERZUIM.split("?>\n")[1].replace("</", "</v:").replace("<", "<v:").replace("<v:/v:", "</v:")
        assert sivi2017.read(text.replace("xmlns=", "xmlns:v=").encode()) == sivi2017.read(DATA)

    def test_layout_makes_no_difference(self) -> None:
        assert sivi2017.read(on_one_line(VERZUIM).encode()) == sivi2017.read(VERZUIM.replace("\n", "\r\n").encode())

    @pytest.mark.parametrize("name", MESSAGES)
    def test_every_value_of_every_message_is_bound(self, name: str) -> None:
        """Each leaf of the file is a value of the message, in document order."""
        text = full_message(name, times=2)
        message = sivi2017.read(text.encode())
        leaves = [part.split("<")[0] for part in text.split(">") if part.split("<")[0]]
        assert list(values_of(message)) == leaves


def values_of(part: Any) -> list[str]:
    """The values of a message as text, in the order of its fields."""
    if dataclasses.is_dataclass(part):
        return [text for item in dataclasses.fields(part) for text in values_of(getattr(part, item.name))]
    if isinstance(part, list):
        return [text for one in part for text in values_of(one)]
    if part is None:
        return []
    if isinstance(part, Enum):
        return [str(part.value)]
    return [part if isinstance(part, str) else lexical(part, digits=2)]


class TestLayers:
    """Well-formedness, the schema and the business rules, each asked when those before it are content."""

    # A citizen service number that fails its own test.
    BROKEN_RULE = changed(VERZUIM, ("012345672", "012345678"))

    def test_the_rules_are_asked_about_a_valid_message(self) -> None:
        report = sivi2017.validate(self.BROKEN_RULE)
        (finding,) = report.errors
        assert (finding.id, finding.layer) == ("BSN-1", Layer.RULE)
        assert finding.path == "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/SofiNr"
        assert finding.line == line_of(self.BROKEN_RULE.decode(), "<SofiNr>")
        assert report.message == sivi2017.read(self.BROKEN_RULE)

    def test_the_rules_are_not_asked_about_an_invalid_message(self) -> None:
        report = sivi2017.validate(changed(self.BROKEN_RULE.decode(), ("<Voorl>ABC<", "<Voorl>A1<")))
        assert [finding.id for finding in report.findings] == ["XSD-PATTERN"]

    def test_the_rules_need_not_be_asked(self) -> None:
        assert sivi2017.validate(self.BROKEN_RULE, rules=False).findings == ()

    def test_reading_asks_the_rules_when_it_is_told_to(self) -> None:
        assert type(sivi2017.read(self.BROKEN_RULE)) is Verzuimmeldingen
        with pytest.raises(InvalidMessage) as caught:
            sivi2017.read(self.BROKEN_RULE, rules=True)
        assert caught.value.report == sivi2017.validate(self.BROKEN_RULE)

    def test_a_warning_of_a_rule_is_no_departure(self) -> None:
        """It is in the report, and reading does not warn of it."""
        assert sivi2017.validate(DATA).warnings
        assert sivi2017.read(DATA, rules=True, tolerant=True) == sivi2017.read(DATA)

    def test_a_message_in_memory_has_the_same_findings_without_lines(self) -> None:
        in_file = sivi2017.validate(self.BROKEN_RULE)
        in_memory = sivi2017.validate(sivi2017.read(self.BROKEN_RULE))
        assert [evolve(finding, line=None) for finding in in_file.findings] == list(in_memory.findings)

    def test_departures_and_findings_of_rules_are_in_document_order(self) -> None:
        data = changed(self.BROKEN_RULE.decode(), ("<BrAlg>", "<Kop/><BrAlg>"), ("<FsIndFZ>1<", "<FsIndFZ>01<"))
        for text in (data.decode(), on_one_line(data.decode())):
            found = [finding.id for finding in sivi2017.validate(text.encode(), tolerant=True).findings]
            assert [name for name in found if name in {"TOL-UNKNOWN", "BSN-1", "TOL-CODE"}] == [
                "TOL-UNKNOWN",
                "BSN-1",
                "TOL-CODE",
            ]

    def test_a_message_without_fault_has_no_findings(self) -> None:
        assert sivi2017.validate(MESSAGES["Retourmelding1"].encode()).findings == ()


class TestNothingIsFetched:
    """What a message points to is left alone."""

    @pytest.fixture
    def listener(self) -> Any:
        """A server that notes nothing but whether somebody called."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.setblocking(False)
            yield server

    def called(self, listener: socket.socket) -> bool:
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    @pytest.mark.parametrize("hint", ["schemaLocation", "noNamespaceSchemaLocation"])
    @pytest.mark.parametrize("change", [("", ""), ("<Voorl>ABC<", "<Voorl>A1<")], ids=["valid", "with a fault"])
    def test_a_hint_where_the_schema_is(self, hint: str, change: tuple[str, str], listener: socket.socket) -> None:
        host, port = listener.getsockname()
        url = f"http://{host}:{port}/x.xsd"
        location = f"{namespace('Verzuimmeldingen')} {url}" if hint == "schemaLocation" else url
        data = changed(VERZUIM, ("<Verzuimmeldingen ", f'<Verzuimmeldingen {XSI} xsi:{hint}="{location}" '))
        if change[0]:
            data = changed(data.decode(), change)
        assert ids(data) == (["XSD-PATTERN"] if change[0] else [])
        assert not self.called(listener)

    def test_an_inclusion(self, listener: socket.socket, tmp_path: Path) -> None:
        host, port = listener.getsockname()
        (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
        for place in (f"http://{host}:{port}/x", (tmp_path / "geheim.txt").as_uri()):
            include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{place}" parse="text"/>'
            report = check(changed(VERZUIM, ("BER-0001", include)))
            assert [finding.id for finding in report.findings] == ["XSD-UNKNOWN"]
            assert isinstance(report.message, Verzuimmeldingen)
            assert report.message.bericht_algemeen.berichtreferentienummer == ""
        assert not self.called(listener)

    def test_a_style_sheet(self, listener: socket.socket) -> None:
        host, port = listener.getsockname()
        sheet = f'<?xml-stylesheet type="text/xsl" href="http://{host}:{port}/x.xsl"?>\n<Verzuimmeldingen '
        assert sivi2017.read(changed(VERZUIM, ("<Verzuimmeldingen ", sheet))) == sivi2017.read(DATA)
        assert not self.called(listener)


def test_an_entity_that_nobody_declared_is_no_text() -> None:
    (finding,) = check(changed(VERZUIM, ("BER-0001", "a&geheim;b"))).findings
    assert finding.id == "XML-SYNTAX"
    assert "only lt, gt, amp, apos and quot are" in finding.message
    assert "geheim" not in str(finding)


def test_read_gives_only_a_valid_message() -> None:
    with pytest.raises(InvalidMessage) as caught:
        sivi2017.read(changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<")))
    assert caught.value.report == check(changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<")))


@pytest.mark.parametrize("name", MESSAGES)
def test_each_message_has_a_class_of_its_own(name: str) -> None:
    message = sivi2017.read(MESSAGES[name].encode())
    assert type(message) is getattr(bindings, name)


@pytest.mark.parametrize("name", MESSAGES)
def test_validating_a_message_in_memory_is_as_validating_its_bytes(name: str) -> None:
    """The report holds the message itself; there are no lines."""
    message: Any = sivi2017.read(MESSAGES[name].encode())
    report = check(message)
    assert (report.findings, report.kind) == ((), name)
    assert report.message == message
    message.bericht_algemeen.versienummer = "7"
    (finding,) = check(message).findings
    assert (finding.id, finding.line, finding.path) == ("XSD-LENGTH", None, f"/{name}/BrAlg/VnrBrCd")


class TestBeginning:
    """What is wrong before the first tag is told with its place, and without quoting it."""

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"", "XML-EMPTY: is empty"),
            (b"<!-- a -->", "line 1: XML-SYNTAX: ends before its first element (line 1, column 11)"),
            (b"<a b>", "line 1: XML-SYNTAX: is not XML up to the end of the first tag (line 1, column 5)"),
            (
                b"<?xml version='1.0'?>\n<a  b=1>",
                "line 2: XML-SYNTAX: is not XML up to the end of the first tag (line 2, column 7)",
            ),
        ],
    )
    def test_the_finding_says_where(self, data: bytes, text: str) -> None:
        assert [str(finding) for finding in check(data).findings] == [text]

    def test_an_encoding_that_nobody_uses_is_in_the_first_line(self) -> None:
        (finding,) = check(b"<?xml version='1.0' encoding='utf-7'?><a/>").findings
        assert (finding.id, finding.line) == ("XML-ENCODING", 1)

    def test_what_was_looked_at_is_not_shown(self) -> None:
        """A debugger or a log prints what it meets."""
        assert "012345672" not in repr(Beginning(Bounded(io.BytesIO(DATA), Limits()), DATA))

    @pytest.mark.parametrize("declared", ["<!DOCTYPE Verzuimmeldingen>", "<!DOCTYPE html>"])
    def test_a_doctype(self, declared: str) -> None:
        (finding,) = check(changed(VERZUIM, ("<Verzuimmeldingen", f"{declared}<Verzuimmeldingen"))).findings
        assert (finding.id, finding.line) == ("XML-DOCTYPE", 2)


class TestBounds:
    """What is refused for its size alone; that it costs little is told beside the hostile input."""

    def test_more_than_a_megabyte_before_the_end_of_the_first_tag(self) -> None:
        (finding,) = check(b"<!--" + b"x" * 2_000_000 + b"--><a/>").findings
        assert str(finding) == "XML-LIMIT: more than 1048576 bytes before the end of the first tag"

    def test_more_bytes_than_allowed(self) -> None:
        (finding,) = check(DATA, limits=Limits(max_bytes=len(DATA) - 1)).findings
        assert str(finding) == f"XML-SIZE: more than {len(DATA) - 1} bytes: larger than the limits of the reader"
        assert check(DATA, limits=Limits(max_bytes=len(DATA))).ok

    def test_these_are_the_limits_when_nobody_sets_them(self) -> None:
        assert Limits() == Limits(max_bytes=67_108_864, max_tags=8_000_000, max_depth=32, max_findings=10_000)

    @pytest.mark.parametrize("depth", [16, 256])
    def test_a_limit_of_depth_is_from_16_to_256(self, depth: int) -> None:
        assert Limits(max_depth=depth).max_depth == depth
        with pytest.raises(ValueError, match="max_depth"):
            Limits(max_depth=15 if depth == 16 else 257)

    def test_a_limit_of_tags_is_one_or_more(self) -> None:
        assert Limits(max_tags=1).max_tags == 1
        with pytest.raises(ValueError, match="max_tags"):
            Limits(max_tags=0)

    def test_much_may_stand_before_the_first_tag(self) -> None:
        """As long as it is no megabyte."""
        assert check(DATA.replace(b"<Verzuim", b"<!--" + b"x" * 500_000 + b"--><Verzuim", 1)).ok

    def test_more_tags_than_allowed(self) -> None:
        assert not check(DATA, limits=Limits(max_tags=VERZUIM.count("<") - 1)).ok
        (finding,) = check(VERZUIM.encode(), limits=Limits(max_tags=10)).findings
        assert str(finding) == "XML-SIZE: more than 10 tags: larger than the limits of the reader"
        assert check(VERZUIM.encode(), limits=Limits(max_tags=VERZUIM.count("<"))).ok

    def test_very_many_elements_side_by_side(self) -> None:
        """Ours is the first opinion then; it is the same as of a few."""
        crowd = check(changed(VERZUIM, ("<Gebdat>", "<Nieuw/>" * 2600 + "<Gebdat>")))
        assert {finding.id for finding in crowd.findings} == {"XSD-UNKNOWN"}
        assert len(crowd.findings) == 2600
        assert check(changed(VERZUIM, ("<Gebdat>", "<Nieuw/>" * 2600 + "<Gebdat>")), tolerant=True).ok
