"""The command ``sivi2017`` as a whole: starting, stopping, and what goes wrong around it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import RETOUR

import sivi2017
from sivi2017 import cli
from sivi2017.cli import validating
from sivi2017.cli.commands import commands
from sivi2017.cli.running import run
from sivi2017.cli.terminal import visible

COMMAND = [sys.executable, "-c", "import sys; from sivi2017.cli import main; sys.exit(main())"]


@pytest.fixture
def message(tmp_path: Path) -> str:
    """The path of a valid message."""
    path = tmp_path / "retour.xml"
    path.write_text(RETOUR, encoding="utf-8")
    return str(path)


def arguments(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    """Have these on the command line."""
    monkeypatch.setattr(sys, "argv", ["sivi2017", *given])


class TestStarting:
    def test_the_installed_command_is_main(self) -> None:
        """What packaging calls ``sivi2017`` runs this function."""
        (script,) = entry_points(group="console_scripts", name="sivi2017")
        assert script.load() is cli.main

    def test_version(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """The version of the command is that of the library."""
        arguments(monkeypatch, "--version")
        assert cli.main() == 0
        assert capsys.readouterr().out == f"sivi2017, version {sivi2017.__version__}\n"

    @pytest.mark.parametrize("command", [[], ["validate"], ["show"], ["demo"]])
    def test_help_imports_no_more_than_it_needs(self, command: list[str]) -> None:
        """Help is there at once: neither the reader nor the bindings nor rich are imported for it."""
        program = (
            f"import sys; sys.argv = ['sivi2017', *{command}, '--help']; from sivi2017.cli import main; main();"
            "print('imported:', *sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        shown, _, imported = done.stdout.partition("imported:")
        assert "Usage: sivi2017" in shown
        names = imported.split()
        assert "sivi2017.cli.commands" in names
        heavy = ("sivi2017.bindings", "sivi2017.reading", "sivi2017.schema", "xsdata", "lxml", "rich", "attrs")
        assert [name for name in names if name.startswith(heavy)] == []

    @pytest.mark.parametrize("command", ["", "validate", "show"])
    def test_help_has_examples(self, command: str) -> None:
        """Who asks for help sees a line to copy."""
        shown = CliRunner().invoke(commands, [*command.split(), "--help"]).output
        assert "Examples:\n" in shown
        assert f"  sivi2017 {command}".rstrip() in shown.partition("Examples:\n")[2]

    @pytest.mark.parametrize("name", ["click", "rich"])
    def test_without_the_extra_it_says_what_to_install(
        self, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A library without its command line answers with the line that adds it."""
        monkeypatch.setitem(sys.modules, name, None)
        assert cli.main() == 2
        assert capsys.readouterr() == ("", f"sivi2017: {name} not installed; run: pip install 'sivi2017[cli]'\n")

    def test_without_the_extra_nothing_of_it_is_imported(self) -> None:
        """Also a fresh process without click ends with one line and no traceback."""
        program = "import sys; sys.modules.update(click=None, rich=None); from sivi2017.cli import main; sys.exit(main())"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr == "sivi2017: click and rich not installed; run: pip install 'sivi2017[cli]'\n"

    def test_a_wrong_option_is_an_error_of_use(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is wrong with the arguments is told in words, with exit status 2."""
        arguments(monkeypatch, "validate", "--no-such-option", "x.xml")
        assert cli.main() == 2
        assert "No such option" in capsys.readouterr().err

    def test_the_status_of_a_command_is_that_of_the_process(
        self, message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """``main`` gives what the command ended with."""
        arguments(monkeypatch, "validate", message)
        assert cli.main() == 0
        arguments(monkeypatch, "validate", f"{message}/nothing")
        assert cli.main() == 2
        assert "1 file: 0 errors" in capsys.readouterr().out


class TestStopping:
    def test_control_c_exits_with_130(self, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who stops a command gets the status that a shell expects, and no traceback."""
        monkeypatch.setattr(validating, "check_only", raising(KeyboardInterrupt()))
        arguments(monkeypatch, "validate", message)
        assert cli.main() == 130

    def test_control_c_before_the_command_has_begun(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same while the command line itself is being imported."""
        monkeypatch.setattr(cli, "find_spec", raising(KeyboardInterrupt()))
        assert cli.main() == 130

    @pytest.mark.skipif(os.name == "nt", reason="Windows has another way to interrupt a process")
    def test_a_real_interrupt(self) -> None:
        """A process that waits for its input and is interrupted says nothing."""
        command = [*COMMAND, "validate", "--format", "json", "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.read(1) == b"{"  # it has begun
            process.send_signal(signal.SIGINT)
            _, told = process.communicate()
        assert (process.returncode, told.strip()) == (130, b"")

    def test_a_closed_pipe_is_no_error(self, tmp_path: Path) -> None:
        """Piped into ``head``, the command ends in silence, with a status that is neither right nor a finding."""
        (tmp_path / "a.xml").write_text("<a/>", encoding="utf-8")
        with subprocess.Popen([*COMMAND, "validate", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            told = process.stderr.read()
        assert (process.returncode, told) == (141, b"")

    def test_a_closed_pipe_without_a_file_behind_it(self, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same where standard output is an object of another program."""
        monkeypatch.setattr(sys, "stdout", Refusing(BrokenPipeError()))
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        arguments(monkeypatch, "validate", message)
        assert run() == 141

    def test_a_closed_pipe_under_click_itself(self, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A program that runs the command group as click does sees the same status, and no message."""
        monkeypatch.setattr(validating, "check_only", raising(BrokenPipeError()))
        done = CliRunner().invoke(commands, ["validate", message])
        assert (done.exit_code, done.output) == (141, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
    def test_a_full_disk_is_told_in_a_sentence(self, message: str) -> None:
        """Output that cannot be written is a failure of the command, told once."""
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run([*COMMAND, "validate", message], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr == f"sivi2017: the output cannot be written: {os.strerror(28)}\n"

    def test_letters_that_the_terminal_does_not_have(self, tmp_path: Path) -> None:
        """A terminal without accents gets an escape, not a traceback."""
        path = tmp_path / "reünie.xml"
        path.write_text(RETOUR, encoding="utf-8")
        environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
        (tmp_path / "ŝ.xml").write_text("<a/>", encoding="utf-8")
        done = subprocess.run([*COMMAND, "validate", str(tmp_path)], capture_output=True, env=environment, check=False)
        assert done.returncode == 1
        assert b"\\u015d.xml:1: error XSD-ROOT" in done.stdout


class TestColours:
    def test_a_terminal_gets_bold_titles(self, message: str) -> None:
        """On a terminal the titles stand out."""
        done = CliRunner().invoke(commands, ["show", message], color=True)
        assert click.style("Bericht algemeen", bold=True) in done.output

    @pytest.mark.parametrize("value", ["1", "no"])
    def test_no_color_is_honoured(self, message: str, value: str) -> None:
        """With NO_COLOR in the environment there is no escape at all, whatever it says."""
        done = CliRunner(env={"NO_COLOR": value}).invoke(commands, ["show", message], color=True)
        assert "Bericht algemeen\n" in done.output
        assert "\x1b" not in done.output

    def test_what_is_piped_has_no_escapes(self, message: str) -> None:
        """A file or a pipe gets plain text."""
        done = CliRunner(env={"NO_COLOR": ""}).invoke(commands, ["show", message])
        assert "Bericht algemeen\n" in done.output
        assert "\x1b" not in done.output


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\n", "\r", "\u202e", "\u2028", "\udce9"])
def test_a_character_that_does_something_is_shown_as_its_number(character: str) -> None:
    """Nothing that a terminal obeys, or that turns the direction of writing, gets through."""
    assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


class Refusing(io.StringIO):
    """A file that takes nothing."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def write(self, _text: str, /) -> int:
        raise self.error


def raising(error: BaseException) -> object:
    """A function that does nothing but raise."""

    def function(*_arguments: object, **_options: object) -> None:
        raise error

    return function
