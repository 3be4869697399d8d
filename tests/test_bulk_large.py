"""A large file is read one employee at a time, with the same report; how large a file may be is the caller's to say."""

from __future__ import annotations

import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import WERKNEMER, changed

import sivi2017
from sivi2017.bulk import files
from sivi2017.cli.commands import commands


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large, with a fault."""
    monkeypatch.setattr(files, "_LARGE", 1_000)
    path = tmp_path / "levering.xml"
    path.write_bytes(changed(WERKNEMER, ("<Voorl>ABC<", "<Voorl>ABCDEFGHI<")))
    return path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which of the two ways was taken."""
    made: list[str] = []
    for name in ("validate", "validate_stream"):
        monkeypatch.setattr(sivi2017, name, watched(name, made))
    return made


def watched(name: str, made: list[str]) -> Any:
    """A function of the library that tells when it is called."""
    real: Any = getattr(sivi2017, name)

    def call(source: Any, **options: Any) -> Any:
        made.append(name)
        return real(source, **options)

    return call


def told(*arguments: str, input_: bytes | None = None) -> list[dict[str, Any]]:
    """The findings that the command prints."""
    result = CliRunner().invoke(commands, ["validate", "--format", "json", *arguments], input=input_)
    findings: list[dict[str, Any]] = json.loads(result.stdout)["files"][0]["findings"]
    return findings


def test_a_large_file_is_streamed(large: Path, calls: list[str]) -> None:
    checked = files.check_file(str(large), limits=sivi2017.Limits(max_findings=5))
    assert calls == ["validate_stream"]
    assert checked.report.findings == sivi2017.validate(large).findings
    assert checked.report.message is None


def test_a_small_file_is_not(large: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGE", large.stat().st_size)
    files.check_file(str(large))
    assert calls == ["validate"]


def test_the_command_prints_the_same(large: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    streamed = told(str(large))
    monkeypatch.setattr(files, "_LARGE", 1_000_000)
    assert told(str(large)) == streamed
    assert calls == ["validate_stream", "validate"]


def test_standard_input_may_be_of_any_size(large: Path, calls: list[str]) -> None:
    assert told("-", input_=large.read_bytes()) == told(str(large))
    assert calls == ["validate_stream", "validate_stream"]


@pytest.mark.parametrize("name", ["levering.xml", "-"])
def test_a_file_that_is_larger_than_was_said(large: Path, name: str) -> None:
    data = large.read_bytes().replace(b"<Wrkgvr>", b" " * 1024 * 1024 + b"<Wrkgvr>")
    large.write_bytes(data)
    argument, given = (str(large), None) if name != "-" else ("-", data)
    assert [finding["id"] for finding in told("--max-size", "1", argument, input_=given)] == ["XML-SIZE"]
    assert [finding["id"] for finding in told("--max-size", "2", argument, input_=given)] == ["XSD-LENGTH"]


def test_a_file_that_is_as_large_as_was_said(large: Path, calls: list[str]) -> None:
    report = files.check_any_size(large, max_size=large.stat().st_size)
    assert [finding.id for finding in report.findings] == ["XSD-LENGTH"]
    assert [finding.id for finding in files.check_any_size(large, max_size=large.stat().st_size - 1).findings] == ["XML-SIZE"]
    assert calls == ["validate_stream", "validate"]


def test_a_binary_file(large: Path) -> None:
    report = files.check_any_size(io.BytesIO(large.read_bytes()))
    assert report.findings == sivi2017.validate(large).findings


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_may_be_of_any_size(large: Path, calls: list[str], tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(pipe.write_bytes, large.read_bytes())
        checked = files.check_file(str(pipe))
    assert calls == ["validate_stream"]
    assert checked.report.findings == sivi2017.validate(large).findings


def test_what_is_small_on_standard_input_is_read_whole(large: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGE", 1_000_000)
    told("-", input_=large.read_bytes())
    assert calls == ["validate"]


def test_standard_input_that_turns_out_larger_than_was_said(large: Path) -> None:
    data = large.read_bytes().replace(b"<Wrkgvr>", b" " * 100_000 + b"<Wrkgvr>")
    for size in (500, 50_000):
        report = files.check_any_size(io.BytesIO(data), max_size=size)
        assert [finding.id for finding in report.findings] == ["XML-SIZE"]


def test_a_file_of_text_is_no_binary_file() -> None:
    with pytest.raises(TypeError, match="open it for reading bytes"):
        files.check_any_size(io.StringIO("x"))  # type: ignore[arg-type]  # a caller's mistake


def test_limits_that_are_none_are_refused_before_the_first_file() -> None:
    with pytest.raises(TypeError, match="limits must be Limits"):
        sivi2017.validate_files(["bericht.xml"], limits=5)  # type: ignore[arg-type]  # a caller's mistake


def test_one_path_is_not_taken_for_its_letters() -> None:
    with pytest.raises(TypeError, match="this is one path"):
        sivi2017.bulk.file_reports("bericht.xml")
