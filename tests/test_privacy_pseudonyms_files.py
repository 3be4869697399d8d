"""``Pseudonymiser.file``: messages of any size, of which the file is whole and right or not there."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import pytest
from conftest import RETOUR, VERZUIM, WERKNEMER, changed
from hypothesis import given, settings

import sivi2017
from sivi2017 import testing
from sivi2017.privacy import Pseudonymiser

PSEUDONYMISER = Pseudonymiser(bytes(range(32)))


class Pipe(io.BytesIO):
    """What can be read once."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "uit.xml"


def expected(data: bytes) -> bytes:
    """What is to be written."""
    return sivi2017.write(PSEUDONYMISER.message(sivi2017.read(data)))


def people(text: str, *keys: str) -> bytes:
    """A message with these employees."""
    start, end = text.index("    <Wrknmr>"), text.index("  </Wrkgvr>")
    each = [text[start:end].replace("<IdWrknmr>WN-1<", f"<IdWrknmr>{key}<") for key in keys]
    return (text[:start] + "".join(each) + text[end:]).encode()


@settings(max_examples=15, deadline=None)
@given(testing.messages(level="rules"))
def test_the_bytes_are_those_of_the_whole_message(message: Any) -> None:
    """With several employers, and of every kind of message; the header is that of the result."""
    data = sivi2017.write(message)
    with TemporaryDirectory() as folder:
        path = Path(folder, "uit.xml")
        header = PSEUDONYMISER.file(data, path)
        assert path.read_bytes() == expected(data)
        assert [*path.parent.iterdir()] == [path]
    assert header == PSEUDONYMISER.message(message).bericht_algemeen


def test_employers_stay_apart_and_in_order(target: Path) -> None:
    """Also two that are alike."""
    message: Any = sivi2017.read(people(VERZUIM, "WN-1", "WN-2"))
    (werkgever,) = message.werkgever
    other = replace(werkgever, identificatie_werkgever_bij_arbodienst="WG-2")
    data = sivi2017.write(replace(message, werkgever=[werkgever, other, other]), check=False)
    lax = Pseudonymiser(bytes(range(32)), profile=sivi2017.RuleProfile(severities={"VRZ-7": None, "SLT-1": None}))
    lax.file(data, target)
    found: Any = sivi2017.read(target)
    keys = [PSEUDONYMISER.pseudonym("werkgever", key) for key in ("WG-1", "WG-2", "WG-2")]
    assert [item.identificatie_werkgever_bij_arbodienst for item in found.werkgever] == keys
    assert [len(item.werknemer) for item in found.werkgever] == [2, 2, 2]


def _path(data: bytes, folder: Path) -> Path:
    path = folder / "in.xml"
    path.write_bytes(data)
    return path


def _further_on(data: bytes) -> IO[bytes]:
    file = io.BytesIO(b"something else" + data)
    file.seek(14)
    return file


@pytest.mark.parametrize("text", [VERZUIM, RETOUR], ids=["Verzuimmeldingen", "Retourmelding1"])
def test_a_source_is_what_read_takes(text: str, target: Path, tmp_path: Path) -> None:
    """A path, bytes, or a file from where it stands, also for a message that is read twice."""
    data = text.encode()
    for source in (
        _path(data, tmp_path),
        str(_path(data, tmp_path)),
        data,
        bytearray(data),
        io.BytesIO(data),
        _further_on(data),
    ):
        PSEUDONYMISER.file(source, target)
        assert target.read_bytes() == expected(data)
        target.unlink()


def test_a_pipe_is_read_once(target: Path) -> None:
    """Which does for employees, and does not for a message without."""
    PSEUDONYMISER.file(Pipe(VERZUIM.encode()), target)
    assert target.read_bytes() == expected(VERZUIM.encode())
    with pytest.raises(sivi2017.InvalidMessage, match="STREAM-WHOLE"):
        PSEUDONYMISER.file(Pipe(RETOUR.encode()), target)


class TestWhole:
    """Of a message that is refused there is no file; what was there stays."""

    @pytest.fixture(autouse=True)
    def before(self, target: Path) -> Iterator[None]:
        target.write_text("van gisteren", encoding="utf-8")
        yield
        assert target.read_text(encoding="utf-8") == "van gisteren"
        assert [path.name for path in target.parent.iterdir()] == ["uit.xml"]

    def test_when_a_later_employee_is_not_right(self, target: Path) -> None:
        """With the line of the source."""
        data = people(WERKNEMER, "WN-1", "WN-2<!-- --></IdWrknmr><IdWrknmr>")
        with pytest.raises(sivi2017.InvalidMessage, match=r"line \d+: XSD-"):
            PSEUDONYMISER.file(data, target)

    def test_when_the_source_breaks_off(self, target: Path) -> None:
        with pytest.raises(sivi2017.InvalidMessage, match="XML-SYNTAX"):
            PSEUDONYMISER.file(people(WERKNEMER, "WN-1", "WN-2")[:-30], target)

    def test_when_employees_together_break_a_rule(self, target: Path) -> None:
        """Which shows in the result; its lines would say nothing to whoever has the source."""
        with pytest.raises(sivi2017.InvalidMessage) as caught:
            PSEUDONYMISER.file(people(WERKNEMER, "WN-1", "WN-1"), target)
        (finding,) = caught.value.report.errors
        assert (finding.id, finding.line, caught.value.report.message) == ("SLT-1", None, None)

    def test_when_there_is_no_source(self, target: Path) -> None:
        with pytest.raises(FileNotFoundError):
            PSEUDONYMISER.file(target.with_name("afwezig.xml"), target)

    def test_when_it_is_too_large_to_be_held(self, target: Path) -> None:
        with pytest.raises(sivi2017.InvalidMessage, match="more than 500 bytes"):
            PSEUDONYMISER.file(VERZUIM.encode(), target, limits=sivi2017.Limits(max_bytes=500))


def test_a_file_that_was_there_is_replaced(target: Path) -> None:
    target.write_text("van gisteren", encoding="utf-8")
    PSEUDONYMISER.file(VERZUIM.encode(), target)
    assert target.read_bytes() == expected(VERZUIM.encode())


def test_a_link_stays_a_link(target: Path) -> None:
    """The file that it leads to is written."""
    link = target.with_name("link.xml")
    link.symlink_to(target)
    PSEUDONYMISER.file(VERZUIM.encode(), link)
    assert link.is_symlink()
    assert target.read_bytes() == expected(VERZUIM.encode())


@pytest.mark.parametrize("text", [VERZUIM, RETOUR], ids=["Verzuimmeldingen", "Retourmelding1"])
def test_a_partner_may_depart_from_the_standard(text: str, target: Path) -> None:
    """What the standard does not have is left out; the result is of the standard."""
    data = changed(text, ("</BrAlg>", "<Naam>Jansen</Naam></BrAlg>"))
    data = re.sub(rb' xmlns="[^"]*"', b"", data)
    with pytest.raises(sivi2017.InvalidMessage, match="XSD-"):
        PSEUDONYMISER.file(data, target)
    with pytest.warns(sivi2017.DepartureWarning):
        PSEUDONYMISER.file(data, target, tolerant=True)
    assert target.read_bytes() == expected(text.encode())


def test_the_source_is_never_the_target(target: Path) -> None:
    """By whatever way it is named: the only copy would be gone."""
    target.write_bytes(VERZUIM.encode())
    with target.open("rb") as opened:
        for source in (target, str(target), opened):
            with pytest.raises(ValueError, match=r"^the target is the source, which would be lost$"):
                PSEUDONYMISER.file(source, target)
    assert target.read_bytes() == VERZUIM.encode()


def test_a_file_is_its_owner_s(target: Path) -> None:
    PSEUDONYMISER.file(VERZUIM.encode(), target)
    assert target.stat().st_mode & 0o777 == 0o600
