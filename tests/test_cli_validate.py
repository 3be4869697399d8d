"""``sivi2017 validate``: which files, what is told of them, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import RETOUR, WERKNEMER, changed
from conftest import VERZUIM as WITH_SOFINR
from lxml import etree

import sivi2017
from sivi2017.bulk.files import FileReport
from sivi2017.cli import validating
from sivi2017.cli.commands import commands
from sivi2017.cli.progress import progress
from sivi2017.report import Finding, Layer, Report, Severity

# Without the one value that gives a warning wherever no coupling has asked for it.
VERZUIM = changed(WITH_SOFINR, ("      <SofiNr>012345672</SofiNr>\n", "")).decode()

WRONG = changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>ABCDEFGH<"), ("<PrcVrzm>100.00<", "<PrcVrzm>100<"))
"""A message with two errors."""

LINES = tuple(VERZUIM[: VERZUIM.index(tag)].count("\n") + 1 for tag in ("<Voorl>", "<PrcVrzm>"))
"""Where they are."""

DEPARTING = changed(RETOUR, ("<Foutmldng>", "<Extra/><Foutmldng>"))
"""A message with a departure that a tolerant reader takes as a warning."""

UNREADABLE = {
    "id": "FILE-UNREADABLE",
    "severity": "error",
    "layer": "xml",
    "message": f"cannot be read: {os.strerror(2)}",
    "line": None,
    "path": None,
}


def validate(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["validate", *map(str, arguments)], input=stdin)


def told(*arguments: str | Path, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """What the JSON report has for each file."""
    report = json.loads(validate("--format", "json", *arguments, stdin=stdin).stdout)
    assert list(report) == ["files"]
    files: list[dict[str, Any]] = report["files"]
    return files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a right message, a wrong one and one that departs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "right.xml").write_text(VERZUIM, encoding="utf-8")
    (tmp_path / "wrong.xml").write_bytes(WRONG)
    (tmp_path / "departing.xml").write_bytes(DEPARTING)
    return tmp_path


@pytest.mark.usefixtures("folder")
class TestExitStatus:
    def test_0_when_nothing_is_wrong(self) -> None:
        assert validate("right.xml").exit_code == 0

    def test_1_when_a_file_has_an_error(self) -> None:
        assert validate("right.xml", "wrong.xml", "right.xml").exit_code == 1

    def test_a_warning_counts_only_when_asked(self) -> None:
        """Warnings let a message pass, unless --fail-on says otherwise."""
        assert validate("--tolerant", "departing.xml").exit_code == 0
        assert validate("--tolerant", "--fail-on", "warning", "departing.xml").exit_code == 1
        assert validate("--fail-on", "warning", "right.xml").exit_code == 0

    def test_2_when_a_file_cannot_be_read_and_the_others_are_told(self) -> None:
        """One missing file hides nothing of the others, and outweighs their findings."""
        done = validate("absent.xml", "wrong.xml")
        assert done.exit_code == 2
        assert "absent.xml: error FILE-UNREADABLE cannot be read: " in done.stdout
        assert f"wrong.xml:{LINES[0]}: error XSD-LENGTH" in done.stdout

    def test_2_without_arguments(self) -> None:
        assert validate().exit_code == 2

    @pytest.mark.parametrize("option", ["--max-size", "--max-findings"])
    def test_2_for_a_limit_of_nothing(self, option: str) -> None:
        assert validate(option, "0", "right.xml").exit_code == 2


@pytest.mark.usefixtures("folder")
class TestFiles:
    def test_a_folder_means_all_messages_below_it_in_order(self, folder: Path) -> None:
        """Folders are searched to the bottom; the order is the same on every machine; capitals make no difference."""
        for name in ["sub/b.xml", "sub/a/z.xml", "sub/C.XML", "sub/notes.txt", "sub/d.xml/e.xml"]:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(RETOUR, encoding="utf-8")
        names = ["sub/C.XML", "sub/a/z.xml", "sub/b.xml", "sub/d.xml/e.xml"]
        assert [entry["file"] for entry in told("sub")] == [str(Path(name)) for name in names]

    def test_a_file_that_is_named_needs_no_ending(self, folder: Path) -> None:
        """The ending matters in a folder only."""
        (folder / "message").write_text(RETOUR, encoding="utf-8")
        assert told("message")[0]["ok"] is True

    def test_a_file_is_checked_once(self, folder: Path) -> None:
        """A file that is named twice, or stands in a named folder, has one entry."""
        assert [entry["file"] for entry in told("right.xml", folder / "right.xml", "./right.xml", folder)] == [
            "right.xml",
            *(str(folder / name) for name in ("right.xml", "departing.xml", "wrong.xml")),
        ]

    def test_a_folder_without_messages_is_an_error_of_use(self, folder: Path) -> None:
        """A check of nothing is a mistake, told before anything is checked."""
        (folder / "empty\x1b").mkdir()
        done = validate("right.xml", "empty\x1b")
        assert (done.exit_code, done.stdout) == (2, "")
        assert "there is no *.xml in the folder empty<U+001B> or below it" in done.stderr

    def test_a_dash_is_standard_input(self) -> None:
        """A message can be piped in, and is told under the name that was given."""
        (entry,) = told("-", stdin=WRONG)
        assert entry["file"] == "-"
        assert [finding["line"] for finding in entry["findings"]] == list(LINES)

    def test_a_file_called_dash_can_still_be_meant(self, folder: Path) -> None:
        """With its folder before it a dash is a file like any other."""
        (folder / "-").write_text(RETOUR, encoding="utf-8")
        assert [(entry["file"], entry["message"]) for entry in told("./-", "-", stdin=WRONG)] == [
            ("./-", "Retourmelding1"),
            ("-", "Verzuimmeldingen"),
        ]

    def test_closed_standard_input_is_told(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A process without standard input cannot read it, and says so."""
        monkeypatch.setattr(sys, "stdin", None)
        limits = sivi2017.Limits()
        status = validating.validate_files(["-"], form="text", fail_on="error", options={"limits": limits})
        assert status == 2
        assert "-: error FILE-UNREADABLE cannot be read: standard input is closed\n" in capsys.readouterr().out

    def test_a_name_that_looks_like_a_message_is_a_name(self) -> None:
        """The library takes a text that begins with < for a message by mistake; here it is always a path."""
        assert told("<right.xml")[0]["findings"] == [UNREADABLE]

    def test_a_link_to_nowhere_in_a_folder_is_told(self, folder: Path) -> None:
        """What a folder promises and does not have is not passed over."""
        (folder / "sub").mkdir()
        (folder / "sub" / "gone.xml").symlink_to(folder / "absent.xml")
        assert told("sub") == [{"file": str(Path("sub/gone.xml")), "message": None, "ok": False, "findings": [UNREADABLE]}]

    def test_a_link_to_itself_in_a_folder_is_told(self, folder: Path) -> None:
        """As one to nowhere is."""
        (folder / "sub").mkdir()
        (folder / "sub" / "round.xml").symlink_to("round.xml")
        assert [(entry["file"], entry["ok"]) for entry in told("sub")] == [(str(Path("sub/round.xml")), False)]

    def test_a_link_to_a_folder_is_not_followed(self, folder: Path) -> None:
        """It may lead out of what was asked for, or in a circle."""
        (folder / "sub.xml").symlink_to(folder, target_is_directory=True)
        assert [entry["file"] for entry in told(".")] == ["departing.xml", "right.xml", "wrong.xml"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_pipe_in_a_folder_is_passed_over(self, folder: Path) -> None:
        """Nobody may ever write to it."""
        os.mkfifo(folder / "pipe.xml")
        assert [Path(entry["file"]).name for entry in told(folder)] == ["departing.xml", "right.xml", "wrong.xml"]

    def test_a_folder_that_cannot_be_listed_is_told(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A closed folder among the others is an entry of its own: its messages are not silently missed."""
        (folder / "closed").mkdir()
        scandir = os.scandir

        def refusing(path: str) -> Iterator[os.DirEntry[str]]:
            if str(path).endswith("closed"):
                raise PermissionError(13, os.strerror(13), path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
        entries = told(".")
        assert [entry["file"] for entry in entries] == ["closed", "departing.xml", "right.xml", "wrong.xml"]
        assert entries[0]["findings"] == [{**UNREADABLE, "message": f"cannot be read: {os.strerror(13)}"}]

    def test_an_error_without_a_text_is_told_by_its_kind(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Some errors of reading have no sentence of the system."""

        def failing(*_source: object, **_options: object) -> Report:
            raise OSError

        monkeypatch.setattr(sivi2017, "validate", failing)
        assert told("right.xml")[0]["findings"] == [{**UNREADABLE, "message": "cannot be read: OSError"}]

    def test_limits_are_for_each_file(self, folder: Path) -> None:
        """--max-size and --max-findings bound one file, not all together."""
        (folder / "large.xml").write_bytes(b"<a>" + b" " * 1024 * 1024 + b"</a>")
        assert [finding["id"] for finding in told("--max-size", "1", "large.xml")[0]["findings"]] == ["XML-SIZE"]
        entries = told("--max-findings", "1", "wrong.xml", "right.xml")
        assert [[finding["id"] for finding in entry["findings"]] for entry in entries] == [["XSD-LENGTH", "XSD-MANY"], []]

    def test_a_message_is_let_go_before_the_next_is_read(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """However many files there are, what they say is in memory one at a time."""
        kept: list[FileReport] = []

        class Keeping:
            def start(self) -> str:
                return ""

            def entry(self, checked: FileReport) -> str:
                kept.append(checked)
                return ""

            def end(self) -> str:
                return ""

        monkeypatch.setattr(validating, "Text", Keeping)
        assert validate(folder).exit_code == 1
        assert [(checked.report.kind, checked.report.message) for checked in kept] == [
            ("Retourmelding1", None),
            ("Verzuimmeldingen", None),
            ("Verzuimmeldingen", None),
        ]


@pytest.mark.usefixtures("folder")
class TestText:
    def test_a_line_for_each_finding_and_a_summary(self) -> None:
        """The lines are like a compiler's, so that editors find the place."""
        lines = validate("--tolerant", ".").stdout.splitlines()
        assert lines[0].startswith("departing.xml:16: warning TOL-UNKNOWN Retourmelding1/Extra: ")
        assert lines[1].startswith(
            f"wrong.xml:{LINES[0]}: error XSD-LENGTH Wrknmr[1]/Voorl (Voorletters): at most 6 characters"
        )
        assert lines[2].startswith(f"wrong.xml:{LINES[1]}: error XSD-PATTERN ")
        assert lines[3:] == ["3 files: 2 errors, 1 warning"]

    def test_files_that_could_not_be_read_are_counted_apart(self) -> None:
        """Who reads only the last line sees that not everything was checked."""
        assert validate("right.xml", "absent.xml").stdout.splitlines()[-1] == (
            "2 files: 1 error, 0 warnings; 1 file could not be read"
        )

    def test_a_file_name_cannot_command_the_terminal(self, folder: Path) -> None:
        """Names come from elsewhere too."""
        (folder / "\x1b[2J\n.xml").write_text("<a/>", encoding="utf-8")
        assert "<U+001B>[2J<U+000A>.xml:1: error XSD-ROOT" in validate(folder).stdout


@pytest.mark.usefixtures("folder")
class TestJson:
    def test_the_object(self) -> None:
        """The names and their order are a promise to programs."""
        right, wrong, absent = told("right.xml", "wrong.xml", "absent.xml")
        assert right == {"file": "right.xml", "message": "Verzuimmeldingen", "ok": True, "findings": []}
        assert [*wrong] == ["file", "message", "ok", "findings"]
        assert (wrong["message"], wrong["ok"], len(wrong["findings"])) == ("Verzuimmeldingen", False, 2)
        expected = sivi2017.validate("wrong.xml").findings[0]
        assert wrong["findings"][0] == {
            "id": "XSD-LENGTH",
            "severity": "error",
            "layer": "xsd",
            "message": expected.message,
            "line": LINES[0],
            "path": "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/Voorl",
        }
        assert absent == {"file": "absent.xml", "message": None, "ok": False, "findings": [UNREADABLE]}

    def test_ok_is_about_errors_whatever_the_command_fails_on(self) -> None:
        """A message with warnings is accepted; --fail-on is about the exit status."""
        (entry,) = told("--tolerant", "--fail-on", "warning", "departing.xml")
        assert entry["ok"] is True
        assert [finding["severity"] for finding in entry["findings"]] == ["warning"]

    def test_standard_output_has_the_object_and_nothing_else(self) -> None:
        """Nothing has to be cut off before it is parsed, and nothing is told beside it."""
        done = validate("--format", "json", ".")
        assert json.loads(done.stdout)["files"]
        assert (done.stderr, done.exit_code) == ("", 1)

    def test_it_is_ascii_and_valid_for_any_file_name(self, folder: Path) -> None:
        """No encoding of standard output can break it; a name that is no text gets a mark in its place."""
        (folder / os.fsdecode(b"caf\xe9.xml")).write_text(RETOUR, encoding="utf-8")
        (folder / "ŝ.xml").write_text(RETOUR, encoding="utf-8")
        assert validate("--format", "json", ".").stdout.isascii()
        names = [entry["file"] for entry in told(".")]
        assert "caf\N{REPLACEMENT CHARACTER}.xml" in names
        assert "ŝ.xml" in names


@pytest.mark.usefixtures("folder")
class TestJunit:
    def suite(self, *arguments: str) -> etree._Element:
        """The test suite in the report, whose totals are also those of the whole."""
        root = etree.fromstring(validate("--format", "junit", *arguments).stdout.encode())
        assert root.tag == "testsuites"
        (suite,) = root
        assert all(root.get(name) == suite.get(name) for name in ("tests", "failures", "errors", "time"))
        return suite

    def test_one_case_a_file(self) -> None:
        """Errors fail the case of their file; the totals are those of the cases."""
        suite = self.suite("--tolerant", "right.xml", "wrong.xml", "departing.xml", "absent.xml")
        assert [case.get("name") for case in suite] == ["right.xml", "wrong.xml", "departing.xml", "absent.xml"]
        assert [[part.tag for part in case] for case in suite] == [[], ["failure"], ["system-out"], ["failure"]]
        assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
            "tests": "4",
            "failures": "2",
            "errors": "0",
            "skipped": "0",
        }
        assert all(float(case.attrib["time"]) >= 0 for case in suite)

    def test_all_errors_of_a_file_are_one_failure(self) -> None:
        """Readers show the message of a failure first; it names the first error and counts the others."""
        failure = self.suite("wrong.xml")[0][0]
        assert failure.attrib["type"] == "XSD-LENGTH"
        assert failure.attrib["message"].startswith("XSD-LENGTH: Wrknmr[1]/Voorl")
        assert failure.attrib["message"].endswith("(and 1 more)")
        assert [line.split(" ")[0] for line in (failure.text or "").splitlines()] == [f"wrong.xml:{line}:" for line in LINES]

    def test_what_fails_the_command_fails_the_case(self) -> None:
        """The report and the exit status never contradict each other."""
        assert [part.tag for part in self.suite("--tolerant", "--fail-on", "warning", "departing.xml")[0]] == ["failure"]

    def test_errors_and_warnings_of_one_file_are_kept_apart(self, folder: Path) -> None:
        """Errors in the failure, warnings in the output of the case."""
        data = changed(RETOUR, ("<Foutmldng>", "<Extra/><Foutmldng>"), ("<TestJN>J<", "<TestJN>X<"))
        (folder / "both.xml").write_bytes(data)
        failure, output = self.suite("--tolerant", "both.xml")[0]
        assert "error XSD-CODE" in (failure.text or "")
        assert "warning TOL-UNKNOWN" in (output.text or "")

    def test_it_is_well_formed_for_any_file_name(self, folder: Path) -> None:
        """Characters that XML does not have are shown by their number."""
        (folder / '\x1b"<&é.xml').write_text("<a/>", encoding="utf-8")
        (case,) = self.suite('\x1b"<&é.xml')
        assert case.get("name") == '<U+001B>"<&é.xml'
        assert validate("--format", "junit", ".").stdout.isascii()

    def test_a_finding_text_cannot_break_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever a finding says, the report stays XML."""
        finding = Finding("X-1", Severity.ERROR, Layer.XML, "a\x00\uffff]]>b")
        monkeypatch.setattr(sivi2017, "validate", lambda *_source, **_options: Report([finding]))
        assert self.suite("right.xml")[0][0].get("message") == "X-1: a<U+0000><U+FFFF>]]>b"


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal_as_stderr(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal that can move its cursor, from here on as standard error."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    for name in ("TTY_COMPATIBLE", "TTY_INTERACTIVE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return terminal


class TestProgress:
    def test_a_bar_on_the_terminal_for_several_files(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The bar is on standard error; what is written is on standard output, as it is."""
        stderr = terminal_as_stderr(monkeypatch)
        with progress(2) as bar:
            bar.write("")
            bar.write("a\n")
            bar.advance()
            bar.advance()
        assert capsys.readouterr().out == "a\n"
        assert "2/2" in stderr.getvalue()

    def test_the_bar_makes_place_for_text_on_the_same_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A line of the report begins where the bar was, not behind it."""
        stderr = terminal_as_stderr(monkeypatch)
        monkeypatch.setattr(sys, "stdout", stderr)
        with progress(2) as bar:
            bar.write("a\n")
        before, _, after = stderr.getvalue().partition("a\n")
        assert before.endswith("\x1b[2K")  # the line is empty
        assert "0/2" in after  # and the bar is back

    def test_no_bar_for_one_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """One file is done before a bar could be seen."""
        stderr = terminal_as_stderr(monkeypatch)
        with progress(1) as bar:
            bar.advance()
        assert stderr.getvalue() == ""

    def test_no_bar_on_a_terminal_that_cannot_move_its_cursor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A bar would fill such a terminal with copies of itself."""
        stderr = terminal_as_stderr(monkeypatch)
        monkeypatch.setenv("TERM", "dumb")
        with progress(2) as bar:
            bar.advance()
        assert stderr.getvalue() == ""

    def test_no_bar_without_standard_error(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A process that was started without it works all the same."""
        monkeypatch.setattr(sys, "stderr", None)
        with progress(2) as bar:
            bar.write("a\n")
        assert capsys.readouterr().out == "a\n"

    def test_no_bar_and_no_rich_in_a_pipe(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where nobody looks, rich is not even imported."""
        for name in ("rich.console", "rich.progress"):
            monkeypatch.setitem(sys.modules, name, None)
        (folder / "more.xml").write_text(WERKNEMER, encoding="utf-8")
        done = validate("right.xml", "more.xml")
        assert (done.exit_code, done.stderr) == (0, "")
