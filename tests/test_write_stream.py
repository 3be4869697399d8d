"""A message that is written one employee at a time has the bytes of one that is written whole."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import RETOUR, VERZUIM, changed, full_message
from hypothesis import given
from strategies import Message, Spelling, messages, spell, thorough

import sivi2017
from sivi2017 import InvalidMessage, bindings

USUAL = changed(VERZUIM, ("036.00", "36.00")).decode()


def whole(text: str = USUAL) -> Any:
    return sivi2017.read(text.encode())


def without_employees(message: Any) -> Any:
    return replace(message, werkgever=[replace(message.werkgever[0], werknemer=[])])


def people(message: Any, number: int) -> Iterator[Any]:
    """So many employees with keys of their own."""
    (werknemer,) = message.werkgever[0].werknemer
    return (replace(werknemer, identificatie_werknemer=f"WN-{index}") for index in range(1, number + 1))


def with_people(message: Any, number: int) -> Any:
    return replace(message, werkgever=[replace(message.werkgever[0], werknemer=list(people(message, number)))])


def written(message: Any, werknemers: Any, **options: bool) -> bytes:
    file = io.BytesIO()
    sivi2017.write_stream(file, message, werknemers, **options)
    return file.getvalue()


class TestBytes:
    @pytest.mark.parametrize("pretty", [False, True])
    @pytest.mark.parametrize("check", [False, True])
    @pytest.mark.parametrize("name", ["Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden"])
    def test_they_are_those_of_write(self, name: str, check: bool, pretty: bool) -> None:
        message = whole(full_message(name))
        expected = sivi2017.write(with_people(message, 3), check=check, pretty=pretty)
        assert written(without_employees(message), people(message, 3), check=check, pretty=pretty) == expected

    @thorough
    @given(messages())
    def test_whatever_the_values_are(self, message: Message) -> None:
        objects: Any = sivi2017.read(spell(message, Spelling()))
        if hasattr(objects, "werkgever") and len(objects.werkgever) == 1:
            again = [*objects.werkgever[0].werknemer, *objects.werkgever[0].werknemer]
            twice = replace(objects, werkgever=[replace(objects.werkgever[0], werknemer=again)])
            assert written(without_employees(objects), again) == sivi2017.write(twice)

    def test_a_text_that_xml_writes_in_another_way(self) -> None:
        message = whole()
        odd = [replace(item, significant_deel_van_de_achternaam="A&B") for item in people(message, 2)]
        assert written(without_employees(message), odd).count(b"<SignNm>A&amp;B</SignNm>") == 2

    def test_how_many_there_were_is_told(self) -> None:
        message = whole()
        assert sivi2017.write_stream(io.BytesIO(), without_employees(message), people(message, 7)) == 7

    def test_each_is_written_before_the_next_is_asked_for(self) -> None:
        message, file = whole(), io.BytesIO()
        lengths = []

        def watched() -> Iterator[Any]:
            for werknemer in people(message, 4):
                lengths.append(file.tell())
                yield werknemer

        sivi2017.write_stream(file, without_employees(message), watched())
        assert sorted(set(lengths)) == lengths


class TestPath:
    def test_the_file_is_there_when_all_is_written(self, tmp_path: Path) -> None:
        message, path = whole(), tmp_path / "levering.xml"

        def watched() -> Iterator[Any]:
            for werknemer in people(message, 3):
                assert not path.exists()
                yield werknemer

        assert sivi2017.write_stream(path, without_employees(message), watched()) == 3
        assert sivi2017.read(path) == with_people(message, 3)
        assert list(tmp_path.iterdir()) == [path]

    def test_an_error_leaves_what_was_there(self, tmp_path: Path) -> None:
        message, path = whole(), tmp_path / "levering.xml"
        path.write_text("van gisteren")

        def failing() -> Iterator[Any]:
            yield from people(message, 3)
            raise RuntimeError("the database has gone")

        with pytest.raises(RuntimeError, match="the database has gone"):
            sivi2017.write_stream(str(path), without_employees(message), failing())
        assert path.read_text() == "van gisteren"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        message = whole()
        with pytest.raises(FileNotFoundError):
            sivi2017.write_stream(tmp_path / "nergens" / "levering.xml", without_employees(message), people(message, 1))

    def test_a_link_leads_to_what_is_meant(self, tmp_path: Path) -> None:
        message, file, link = whole(), tmp_path / "levering.xml", tmp_path / "laatste.xml"
        file.write_text("van gisteren")
        link.symlink_to(file)
        sivi2017.write_stream(link, without_employees(message), people(message, 1))
        assert link.is_symlink()
        assert sivi2017.read(file) == with_people(message, 1)

    def test_who_may_read_it_stays_as_it_was(self, tmp_path: Path) -> None:
        message, file = whole(), tmp_path / "levering.xml"
        file.write_text("van gisteren")
        file.chmod(0o600)
        sivi2017.write_stream(file, without_employees(message), people(message, 1))
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_a_name_as_long_as_names_may_be(self, tmp_path: Path) -> None:
        message, file = whole(), tmp_path / f"{'x' * 251}.xml"
        assert sivi2017.write_stream(file, without_employees(message), people(message, 1)) == 1

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_pipe_gets_the_bytes_and_stays(self, tmp_path: Path) -> None:
        message, pipe = whole(), tmp_path / "pijp"
        os.mkfifo(pipe)
        with ThreadPoolExecutor(1) as pool:
            got = pool.submit(pipe.read_bytes)
            sivi2017.write_stream(pipe, without_employees(message), people(message, 2))
        assert got.result() == sivi2017.write(with_people(message, 2))
        assert pipe.is_fifo()

    def test_a_file_that_takes_a_little_at_a_time(self) -> None:
        message, taken = whole(), io.BytesIO()

        class Slow(io.RawIOBase):
            def writable(self) -> bool:
                return True

            def write(self, data: Any, /) -> int:
                return taken.write(bytes(data[:100]))

        sivi2017.write_stream(Slow(), without_employees(message), people(message, 3))  # type: ignore[arg-type]  # raw
        assert taken.getvalue() == sivi2017.write(with_people(message, 3))


class TestRefused:
    @pytest.mark.parametrize("pretty", [False, True])
    @pytest.mark.parametrize("wrong", [1, 2, 3])
    def test_an_employee_that_the_schema_does_not_allow(self, wrong: int, pretty: bool) -> None:
        message = whole()
        each = list(people(message, 3))
        each[wrong - 1] = replace(each[wrong - 1], voorletters="ABCDEFGHI")
        with pytest.raises(InvalidMessage) as caught:
            written(without_employees(message), each, pretty=pretty)
        (finding,) = caught.value.report.findings
        assert (finding.id, finding.path) == ("XSD-LENGTH", f"/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[{wrong}]/Voorl")
        assert finding.message.startswith(f"Wrknmr[{wrong}]/Voorl ")
        assert b"ABCDEFGHI" in written(without_employees(message), each, pretty=pretty, check=False)

    def test_something_that_is_no_employee_of_the_message(self) -> None:
        message = whole()
        other = next(people(whole(full_message("WerknemerGegevens")), 1))
        for each in ([other], [next(people(message, 1)), other]):
            with pytest.raises(InvalidMessage, match="XSD-TYPE"):
                written(without_employees(message), each)

    def test_what_stands_around_the_employees(self) -> None:
        message = whole()
        message.bericht_algemeen.versienummer = "x"
        file = io.BytesIO()
        with pytest.raises(InvalidMessage, match="VnrBrCd"):
            sivi2017.write_stream(file, without_employees(message), people(message, 2))
        assert file.getvalue() == b""

    def test_no_employees(self) -> None:
        message = without_employees(whole())
        with pytest.raises(InvalidMessage, match="XSD-MISSING"):
            written(message, [])
        assert written(message, [], check=False) == sivi2017.write(message, check=False)

    @pytest.mark.parametrize("number", [0, 2])
    def test_another_number_of_employers_than_one(self, number: int) -> None:
        message = without_employees(whole())
        with pytest.raises(ValueError, match="must have one employer"):
            written(replace(message, werkgever=message.werkgever * number), [])

    @pytest.mark.parametrize("werkgever", [None, [None]])
    def test_no_employer_at_all(self, werkgever: Any) -> None:
        with pytest.raises(ValueError, match="must have one employer"):
            written(replace(whole(), werkgever=werkgever), [])

    @pytest.mark.parametrize("target", [b"levering.xml", 1, None])
    def test_a_target_that_is_none(self, target: Any) -> None:
        message = whole()
        with pytest.raises(TypeError, match="written to a path or a binary file"):
            sivi2017.write_stream(target, without_employees(message), people(message, 1))

    @pytest.mark.parametrize("each", [[None], [None, None], [object.__new__(bindings.verzuimmeldingen.Partner)]])
    def test_what_is_not_checked_is_written_as_far_as_it_goes(self, each: list[Any]) -> None:
        message = whole()
        expected = sivi2017.write(replace(message, werkgever=[replace(message.werkgever[0], werknemer=each)]), check=False)
        assert written(without_employees(message), each, check=False) == expected

    def test_employees_that_are_there_already(self) -> None:
        with pytest.raises(ValueError, match="these are given apart"):
            written(whole(), [])

    @pytest.mark.parametrize("message", [sivi2017.read(RETOUR.encode()), "bericht", bindings.werknemergegevens.Partner])
    def test_what_has_no_employees(self, message: Any) -> None:
        with pytest.raises(TypeError, match=r"has no employees|a message is one of"):
            written(message, [])
