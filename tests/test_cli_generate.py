"""``sivi2017 generate``: invented messages, as many as wanted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sivi2017
from sivi2017.cli import generating, main
from sivi2017.cli.commands import commands
from sivi2017.fakes import Company

SETTINGS = 'inzender = "HR"\nontvanger = "ARBO"\n'


def generate(*arguments: str | Path | int) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["generate", *map(str, arguments)])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder in the order of their names."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class TestFolder:
    def test_a_year_is_written_in_the_order_of_telling(self, here: Path) -> None:
        """A file for each message; by name they are in order."""
        done = generate("--employees", 12, "--seed", 3, "jaar")
        assert (done.exit_code, done.stderr) == (0, "")
        expected = {event.name: sivi2017.write(event.message()) for event in Company(employees=12, seed=3).events()}
        assert contents(here / "jaar") == expected
        assert list(contents(here / "jaar")) == list(expected)

    def test_it_says_what_was_written(self, here: Path) -> None:
        done = generate("--employees", 40, "jaar")
        number = len(list((here / "jaar").iterdir()))
        first, second = done.stdout.splitlines()
        assert first == f"{number} messages with 40 employees in 2017 written to jaar."
        assert second.startswith("Absence: ")
        assert second.endswith("% without.")

    def test_a_program_is_told_in_json(self, here: Path) -> None:
        """With the figures of the absence, which a test can look for at the other end."""
        done = generate("--employees", 40, "--employers", 2, "--kind", "verzuim", "--year", 2018, "--format", "json", "jaar")
        told = json.loads(done.stdout)
        figures = told.pop("absence")
        assert told == {
            "target": "jaar",
            "kind": "verzuim",
            "seed": 0,
            "year": 2018,
            "employers": 2,
            "employees": 40,
            "messages": len(list((here / "jaar").iterdir())),
        }
        assert 0 < figures["percentage"] < 10
        assert figures["reports_per_employee"] == pytest.approx(1, abs=0.5)
        assert 0 < figures["share_without"] < 1

    def test_all_options_reach_the_messages(self, here: Path) -> None:
        """The settings of a coupling, one element a line, and a burgerservicenummer where that is asked for."""
        (here / "koppeling.toml").write_text(SETTINGS + "datakluis = true\n", encoding="utf-8")
        done = generate("--employees", 2, "--koppeling", "koppeling.toml", "--bsn", "--pretty", "--kind", "werknemer", "jaar")
        assert done.exit_code == 0
        for data in contents(here / "jaar").values():
            assert b"\n    <IdInzndr>HR</IdInzndr>\n" in data
            assert b"<SofiNr>" in data

    def test_other_files_stay_and_those_of_the_same_name_go_with_force(self, here: Path) -> None:
        """Without it nothing is written in a folder that has something."""
        generate("--employees", 2, "jaar")
        before = contents(here / "jaar")
        first = min(before)
        (here / "jaar" / first).write_bytes(b"mine")
        (here / "jaar" / "other.txt").write_bytes(b"mine")
        refused = generate("--employees", 2, "jaar")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert refused.stderr == "Error: jaar is not empty; nothing was written. Give another folder, or --force.\n"
        assert contents(here / "jaar")[first] == b"mine"
        assert generate("--employees", 2, "--force", "jaar").exit_code == 0
        assert contents(here / "jaar") == {**before, "other.txt": b"mine"}

    def test_a_file_that_appears_meanwhile_is_not_overwritten(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Another program may write in the folder too."""
        monkeypatch.setattr(os.path, "lexists", lambda _path: True)
        done = generate("--employees", 2, "jaar")
        assert (done.exit_code, done.stderr) == (2, f"Error: cannot write to jaar: {os.strerror(17)}\n")
        assert list((here / "jaar").iterdir()) == []

    def test_a_file_is_whole_or_not_there(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who watches the folder never reads a part; when it cannot be whole, none is left."""

        def full(path: Path, _data: bytes) -> None:
            path.touch()
            raise OSError(28, os.strerror(28))

        monkeypatch.setattr(Path, "write_bytes", full)
        done = generate("--employees", 2, "jaar")
        assert (done.exit_code, done.stderr) == (2, f"Error: cannot write to jaar: {os.strerror(28)}\n")
        assert list((here / "jaar").iterdir()) == []

    @pytest.mark.parametrize(
        ("error", "status", "reason"),
        [
            (KeyboardInterrupt(), 130, "\n"),
            (OSError(28, os.strerror(28)), 2, f"Error: cannot write to jaar: {os.strerror(28)}\n"),
        ],
    )
    def test_when_it_ends_halfway_the_folder_is_said_to_be_incomplete(
        self,
        here: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        error: BaseException,
        status: int,
        reason: str,
    ) -> None:
        """With Ctrl-C, or a disk that is full: every file is whole, and so the folder looks as if it were."""
        replace = Path.replace

        def stop(path: Path, target: Path) -> Path:
            if any(here.glob("jaar/*.xml")):
                raise error
            return replace(path, target)

        monkeypatch.setattr(Path, "replace", stop)
        monkeypatch.setattr(sys, "argv", ["sivi2017", "generate", "jaar"])
        assert main() == status
        told = capsys.readouterr()
        assert (told.out, told.err) == ("", "stopped: the folder is not complete\n" + reason)
        assert [path.suffix for path in (here / "jaar").iterdir()] == [".xml"]

    @pytest.mark.parametrize("kind", ["werknemer", "dienstverband"])
    def test_of_absence_that_no_file_tells_there_is_no_summary(self, kind: str) -> None:
        assert json.loads(generate("--employees", 5, "--kind", kind, "--format", "json", "jaar").stdout)["absence"] is None
        again = generate("--employees", 5, "--kind", kind, "--force", "jaar").stdout
        assert again.endswith(" with 5 employees in 2017 written to jaar.\n")

    def test_a_folder_may_be_called_as_a_file(self, here: Path) -> None:
        """Where it is there already."""
        (here / "jaar.xml").mkdir()
        assert generate("--employees", 1, "jaar.xml").exit_code == 0
        assert contents(here / "jaar.xml") != {}


class TestFile:
    def test_one_message_has_all_employees(self, here: Path) -> None:
        done = generate("--employees", 30, "--kind", "werknemer", "levering.xml")
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == "1 message with 30 employees in 2017 written to levering.xml.\n"
        report = sivi2017.validate(here / "levering.xml")
        assert (report.kind, report.findings) == ("WerknemerGegevens", ())

    def test_a_file_that_is_there_is_overwritten_with_force_only(self, here: Path) -> None:
        path = here / "levering.xml"
        path.write_text("mine", encoding="utf-8")
        refused = generate("--employees", 1, "--kind", "werknemer", "levering.xml")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert refused.stderr == "Error: levering.xml is there already; nothing was written. Give another name, or --force.\n"
        assert path.read_text(encoding="utf-8") == "mine"
        assert generate("--employees", 1, "--kind", "werknemer", "--force", "levering.xml").exit_code == 0
        assert sivi2017.validate(path).ok

    def test_standard_output_has_the_message_alone(self) -> None:
        """What is told about it goes to standard error."""
        done = generate("--employees", 3, "--kind", "dienstverband", "-")
        assert sivi2017.validate(done.stdout_bytes).ok
        assert done.stderr == "1 message with 3 employees in 2017 written to standard output.\n"

    @pytest.mark.parametrize(
        ("more", "sentence"),
        [
            ([], "one message has one kind of content: give --kind"),
            (["--kind", "verzuim", "--employers", "2"], "one message has one employer; a folder can have several"),
        ],
    )
    def test_what_one_message_cannot_hold(self, here: Path, more: list[str], sentence: str) -> None:
        done = generate(*more, "levering.xml")
        assert done.exit_code == 2
        assert sentence in done.stderr
        assert list(here.iterdir()) == []

    def test_of_one_who_was_never_absent_there_is_no_message(self, here: Path) -> None:
        """An empty message would not be valid."""
        seed = next(seed for seed in range(50) if not Company(employees=1, seed=seed).history(1).gevallen)
        done = generate("--employees", 1, "--seed", seed, "--kind", "verzuim", "levering.xml")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "Error: nobody was absent, and so there is nothing to tell\n"
        assert list(here.iterdir()) == []


class TestRefusals:
    def test_a_place_that_cannot_be_written(self, here: Path) -> None:
        (here / "file").write_text("mine", encoding="utf-8")
        done = generate("file/jaar")
        assert (done.exit_code, done.stderr) == (2, f"Error: cannot write to file/jaar: {os.strerror(20)}\n")

    def test_more_employees_than_have_a_number(self) -> None:
        done = generate("--employees", 10_000_000, "jaar")
        assert (done.exit_code, done.stderr) == (2, "Error: Company.employees: must be from 1 to 9000000\n")

    def test_a_coupling_that_may_not_tell_of_employees(self, here: Path) -> None:
        """The reason is that of the builder."""
        (here / "koppeling.toml").write_text(SETTINGS, encoding="utf-8")
        done = generate("--koppeling", "koppeling.toml", "jaar")
        assert done.exit_code == 2
        assert done.stderr.startswith("Error: the Datakluis of the receiver is off")

    def test_settings_that_cannot_be_read(self) -> None:
        done = generate("--koppeling", "koppeling.toml", "jaar")
        assert (done.exit_code, done.stderr) == (2, f"Error: cannot read koppeling.toml: {os.strerror(2)}\n")


def test_who_has_seen_enough_ends_it_quietly() -> None:
    """As ``| head`` does with any program."""
    program = "import sys; from sivi2017.cli import main; sys.exit(main())"
    arguments = ["generate", "--employees", "300", "--kind", "werknemer", "-"]
    with subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        assert done.stdout.read(10) == b"<?xml vers"
        done.stdout.close()
        told = done.stderr.read()
    assert (done.returncode, told) == (141, b"")


@pytest.mark.parametrize(
    "arguments", [["jaar"], ["--kind", "werknemer", "levering.xml"], ["--kind", "verzuim", "levering.xml"]]
)
@pytest.mark.parametrize("watched", [True, False])
def test_how_far_it_is_is_shown_to_a_person_only(monkeypatch: pytest.MonkeyPatch, arguments: list[str], watched: bool) -> None:
    """A terminal gets a bar, which comes to its end; standard error of a program stays empty."""
    monkeypatch.setattr(generating, "_is_watched", lambda: watched)
    bar = generate("--employees", 12, *arguments).stderr
    assert ("100%" in bar or "generating" in bar) is watched
