"""``sivi2017 validate --jobs``: the same report with any number of processes, and an end at any moment."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import RETOUR, VERZUIM, changed
from lxml import etree

from sivi2017.bulk import FileReport, pool
from sivi2017.cli import main, validating
from sivi2017.cli import progress as progress_module
from sivi2017.cli.commands import commands
from sivi2017.cli.formats import Json
from sivi2017.cli.interrupting import Interrupts, interrupts
from sivi2017.cli.progress import progress

COMMAND = [sys.executable, "-c", "import sys; from sivi2017.cli import main; sys.exit(main())", "validate"]
WRONG = changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>ABCDEFGH<"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with forty files of which one in four is wrong and one cannot be read."""
    monkeypatch.chdir(tmp_path)
    for number in range(39):
        content = RETOUR.encode() if number % 4 else WRONG
        (tmp_path / f"{number:02}.xml").write_bytes(content)
    (tmp_path / "20a.xml").symlink_to("nowhere")
    return tmp_path


def validate(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(commands, ["validate", *arguments], input=stdin)


@pytest.mark.usefixtures("folder")
class TestTheReport:
    @pytest.mark.parametrize("form", ["text", "json", "junit"])
    def test_it_is_the_same_with_any_number_of_processes(self, form: str) -> None:
        """To the byte, but for the times that JUnit has."""
        one, two, all_there_are = (validate("--format", form, "--jobs", jobs, ".") for jobs in ("1", "2", "0"))
        assert [done.exit_code for done in (one, two, all_there_are)] == [2, 2, 2]
        assert "38.xml" in one.stdout or form == "text"
        assert timeless(one) == timeless(two) == timeless(all_there_are)
        assert active_children() == []

    def test_standard_input_keeps_its_place_among_the_files(self) -> None:
        """It is read by the command itself: no other process has it."""
        done = validate("--format", "json", "--jobs", "2", "01.xml", "-", "02.xml", "03.xml", stdin=WRONG)
        assert [(entry["file"], entry["ok"]) for entry in json.loads(done.stdout)["files"]] == [
            ("01.xml", True),
            ("-", False),
            ("02.xml", True),
            ("03.xml", True),
        ]

    def test_a_folder_that_cannot_be_listed_keeps_its_place(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "11a").mkdir()
        scandir = os.scandir

        def refusing(path: str) -> Iterator[os.DirEntry[str]]:
            if str(path).endswith("11a"):
                raise PermissionError(13, os.strerror(13), path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
        names = [entry["file"] for entry in json.loads(validate("--format", "json", "--jobs", "2", ".").stdout)["files"]]
        assert len(names) == 41
        assert names[11:14] == ["11.xml", "11a", "12.xml"]

    def test_one_file_takes_no_other_process(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """However many are asked for."""
        monkeypatch.setattr(pool, "get_context", None)
        assert validate("--jobs", "8", "01.xml").stdout == "1 file: 0 errors, 0 warnings\n"

    def test_less_than_no_jobs_is_an_error_of_use(self) -> None:
        assert validate("--jobs", "-1", ".").exit_code == 2

    def test_processes_that_cannot_be_started_are_told_in_a_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def failing(*_arguments: object, **_options: object) -> Iterator[None]:
            yield from ()
            raise RuntimeError("no process can be started: why")

        monkeypatch.setattr(pool, "validate_files", failing)
        done = validate("--jobs", "2", ".")
        assert (done.exit_code, done.stderr) == (2, "Error: no process can be started: why\n")

    def test_a_closed_pipe_ends_the_processes(self) -> None:
        """Who reads the report has seen enough."""
        command = [*COMMAND, "--jobs", "2", "--format", "json", "."]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            told = process.stderr.read()
        assert (process.returncode, told) == (141, b"")


def timeless(done: Result) -> str:
    return re.sub(r'time="[\d.]+"', "", done.stdout)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs named pipes, and to see the processes of others")
@pytest.mark.parametrize("jobs", ["1", "2"])
class TestControlC:
    def stopped(self, folder: Path, *options: str) -> tuple[str, str]:
        """What the command told on both outputs when Ctrl-C came while a file that never ends was checked."""
        os.mkfifo(folder / "endless")
        command = [*COMMAND, *options, "00.xml", "01.xml", "endless", "02.xml"]
        with (
            subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
            ) as process,
            (folder / "endless").open("wb"),  # waits until it is being read
        ):
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does
            told, said = process.communicate(timeout=30)
            until = time.monotonic() + 10
            while is_alive(process.pid):
                assert time.monotonic() < until
                time.sleep(0.02)
        assert process.returncode == 130
        return told, said

    def test_json_is_whole(self, folder: Path, jobs: str) -> None:
        """It has what was told before; standard error has one line, and that says how much is not there."""
        told, said = self.stopped(folder, "--jobs", jobs, "--format", "json")
        names = [entry["file"] for entry in json.loads(told)["files"]]
        assert names == ["00.xml", "01.xml"][: len(names)]
        assert said == f"Interrupted: {4 - len(names)} of 4 files are not in the report.\n"

    def test_junit_is_whole(self, folder: Path, jobs: str) -> None:
        told, said = self.stopped(folder, "--jobs", jobs, "--format", "junit")
        (suite,) = etree.fromstring(told.encode())
        assert suite.get("tests") == str(len(suite))
        assert said == f"Interrupted: {4 - len(suite)} of 4 files are not in the report.\n"

    def test_text_has_its_summary(self, folder: Path, jobs: str) -> None:
        told, said = self.stopped(folder, "--jobs", jobs)
        counted = re.search(r"^(\d) files?: \d errors?, 0 warnings\n\Z", told, flags=re.MULTILINE)
        assert counted is not None
        assert said == f"Interrupted: {4 - int(counted[1])} of 4 files are not in the report.\n"


def is_alive(group: int) -> bool:
    """Whether there is a process of a group that is not yet over."""
    states = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, of_group = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
            states[stat] = (state, int(of_group))
    return any(of_group == group and state != "Z" for state, of_group in states.values())


class TestWhenControlCIsHeard:
    def test_at_once_while_a_file_is_checked(self) -> None:
        with interrupts(), pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

    def test_after_an_entry_is_written(self) -> None:
        """So that no report ends in the middle of a line."""
        done = []

        def write(interrupt: Interrupts) -> None:
            with interrupt.held():
                signal.raise_signal(signal.SIGINT)
                done.append("written")
            done.append("gone on")

        with interrupts() as interrupt, pytest.raises(KeyboardInterrupt):
            write(interrupt)
        assert done == ["written"]

    def test_at_once_when_it_comes_again(self) -> None:
        """The writing may wait for somebody who does not read."""
        done = []

        def write(interrupt: Interrupts) -> None:
            with interrupt.held():
                signal.raise_signal(signal.SIGINT)
                done.append("asked once")
                signal.raise_signal(signal.SIGINT)
                done.append("asked twice")

        with interrupts() as interrupt, pytest.raises(KeyboardInterrupt):
            write(interrupt)
        assert done == ["asked once"]

    def test_it_is_heard_once(self) -> None:
        """What is written after it, such as the end of the report, is written."""
        with interrupts() as interrupt:
            with pytest.raises(KeyboardInterrupt), interrupt.held():
                signal.raise_signal(signal.SIGINT)
            with interrupt.held():
                assert interrupt is not None

    def test_an_error_in_writing_is_not_hidden(self) -> None:

        def write(interrupt: Interrupts) -> None:
            with interrupt.held():
                signal.raise_signal(signal.SIGINT)
                raise BrokenPipeError

        with interrupts() as interrupt, pytest.raises(BrokenPipeError):
            write(interrupt)

    def test_afterwards_it_is_as_before(self) -> None:
        with interrupts():
            assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

    def test_a_program_that_is_deaf_to_it_stays_so(self) -> None:
        """Such as one that a shell has put in the background."""
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with interrupts():
                assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        finally:
            signal.signal(signal.SIGINT, before)

    def test_a_thread_leaves_it_to_the_program(self) -> None:
        found = []

        def within() -> None:
            with interrupts():
                found.append(signal.getsignal(signal.SIGINT))

        thread = threading.Thread(target=within)
        thread.start()
        thread.join()
        assert found == [signal.default_int_handler]

    def test_while_an_entry_is_written_the_report_is_whole_with_it(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The file in hand is told, and those after it are not."""

        class Interrupting(Json):
            def entry(self, checked: FileReport) -> str:
                signal.raise_signal(signal.SIGINT)
                return super().entry(checked)

        monkeypatch.setattr(validating, "Json", Interrupting)
        assert validating.validate_files([str(folder)], form="json", fail_on="error", jobs=2, options={}) == 130
        told = capsys.readouterr()
        assert [Path(entry["file"]).name for entry in json.loads(told.out)["files"]] == ["00.xml"]
        assert told.err == "Interrupted: 39 of 40 files are not in the report.\n"
        assert active_children() == []


def test_control_c_before_the_first_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """While folders are searched there is no report yet, and none is begun."""

    def interrupted(_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(validating, "sources", interrupted)
    monkeypatch.setattr(sys, "argv", ["sivi2017", "validate", "--format", "json", "."])
    assert main() == 130
    assert capsys.readouterr().out == ""


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_bar_makes_place_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for each line: that would take longer than checking the file. No line is lost, and the order stays."""
    terminal = Terminal()
    for name in ("stderr", "stdout"):
        monkeypatch.setattr(sys, name, terminal)
    monkeypatch.setenv("TERM", "xterm")
    for name in ("TTY_COMPATIBLE", "TTY_INTERACTIVE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(progress_module, "_PAUSE", 3600)
    with progress(3) as bar:
        for text in ("first\n", "", "second\n", "third\n"):
            bar.write(text)
        assert "first\n" in terminal.getvalue()
        assert "second" not in terminal.getvalue()
    assert "second\nthird\n" in terminal.getvalue()
