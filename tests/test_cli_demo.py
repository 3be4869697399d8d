"""``sivi2017 demo``: example messages, written and checked."""

from __future__ import annotations

import os
import re
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import RETOUR, VERZUIM, changed

import sivi2017
from sivi2017.cli import demonstrating
from sivi2017.cli.commands import commands

EXAMPLES = sorted(item.name for item in files("sivi2017").joinpath("examples").iterdir() if item.name.endswith(".xml"))


def demo(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["demo", *map(str, arguments)])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the one of the package, with two examples: one right, one wrong."""
    folder = tmp_path / "package"
    (folder / "examples").mkdir(parents=True)
    first = RETOUR.replace("<Retourmelding1", "<!-- Een antwoord.\n     Van de arbodienst. -->\n<Retourmelding1")
    (folder / "examples" / "a.xml").write_text(first, encoding="utf-8")
    (folder / "examples" / "b.xml").write_bytes(changed(VERZUIM, ("<TestJN>J<", "<TestJN>X<")))
    (folder / "examples" / "README.md").write_text("not a message", encoding="utf-8")
    monkeypatch.setattr(demonstrating, "files", lambda _name: folder)
    return folder


class TestExamples:
    def test_they_are_written_as_they_are_and_all_are_right(self, here: Path) -> None:
        """The messages that come with the library are examples to follow."""
        done = demo("voorbeelden")
        assert done.exit_code == 0
        assert sorted(path.name for path in (here / "voorbeelden").iterdir()) == EXAMPLES
        assert done.stdout.count(": valid\n") == len(EXAMPLES) >= 12
        for name in EXAMPLES:
            original = files("sivi2017").joinpath("examples", name).read_bytes()
            assert (here / "voorbeelden" / name).read_bytes() == original

    def test_each_says_what_it_is_about(self) -> None:
        """A verdict is followed by a sentence or two on the message."""
        lines = demo().stdout.splitlines()
        verdicts = [index for index, line in enumerate(lines) if line.endswith(": valid")]
        assert len(verdicts) == len(EXAMPLES)
        assert [lines[index + 1] for index in verdicts if not re.match(r"  \w+ \w+", lines[index + 1])] == []

    def test_the_last_line_can_be_copied(self, here: Path) -> None:
        """The command that it names shows a message that is there."""
        (here / "de map").mkdir()
        last = demo("de map").stdout.splitlines()[-1]
        name = str(Path("de map") / EXAMPLES[0])
        assert last == f"See what one says: sivi2017 show '{name}'"
        assert CliRunner().invoke(commands, ["show", name]).exit_code == 0

    def test_without_a_name_the_folder_is_sivi2017_demo(self, here: Path) -> None:
        assert demo().exit_code == 0
        assert len(list((here / "sivi2017-demo").glob("*.xml"))) == len(EXAMPLES)


@pytest.mark.usefixtures("package")
class TestVerdicts:
    def test_a_message_that_is_wrong_is_told_with_its_findings(self) -> None:
        """The demo does not call right what is not."""
        done = demo("out")
        assert done.exit_code == 1
        lines = done.stdout.splitlines()
        first, second = (str(Path("out") / name) for name in ("a.xml", "b.xml"))
        assert lines[:4] == [f"{first}: valid", "  Een antwoord.", "  Van de arbodienst.", f"{second}: NOT VALID"]
        assert lines[4].startswith(f"  {second}:11: error XSD-CODE ")
        assert lines[5] == "2 messages written, 1 valid."


@pytest.mark.usefixtures("package")
class TestWriting:
    def test_a_file_that_exists_is_never_overwritten(self, here: Path) -> None:
        """Where one name is taken nothing at all is written."""
        (here / "out").mkdir()
        (here / "out" / "b.xml").write_text("mine", encoding="utf-8")
        done = demo("out")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "Error: out already has b.xml; nothing was written. Give another folder.\n"
        assert [path.read_text(encoding="utf-8") for path in (here / "out").iterdir()] == ["mine"]

    def test_a_second_time_is_refused(self) -> None:
        """Also what an earlier demo wrote may have been changed since."""
        assert demo().exit_code == 1
        done = demo()
        assert done.exit_code == 2
        assert "sivi2017-demo already has a.xml and 1 more; nothing was written." in done.stderr

    def test_a_link_to_nowhere_is_a_name_that_is_taken(self, here: Path) -> None:
        """Writing through it would make a file elsewhere."""
        (here / "out").mkdir()
        (here / "out" / "a.xml").symlink_to(here / "elsewhere.xml")
        assert demo("out").exit_code == 2
        assert not (here / "elsewhere.xml").exists()

    def test_other_files_in_the_folder_do_not_matter(self, here: Path) -> None:
        (here / "out").mkdir()
        (here / "out" / "c.xml").write_text("mine", encoding="utf-8")
        done = demo("out")
        assert "2 messages written" in done.stdout
        assert (here / "out" / "c.xml").read_text(encoding="utf-8") == "mine"

    def test_folders_are_made_as_needed(self, here: Path) -> None:
        assert "2 messages written" in demo("a/b/c").stdout
        assert (here / "a" / "b" / "c" / "a.xml").exists()

    @pytest.mark.parametrize(("folder", "reason"), [("file", 17), ("file/out", 20)])
    def test_a_place_that_cannot_be_written_is_told_in_a_sentence(self, here: Path, folder: str, reason: int) -> None:
        """Exit status 2 and no traceback."""
        (here / "file").write_text("mine", encoding="utf-8")
        done = demo(folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"Error: cannot write to {Path(folder)}: {os.strerror(reason)}\n"

    def test_a_file_that_appears_meanwhile_is_not_overwritten(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Between looking and writing another program may have been there."""
        (here / "out").mkdir()
        (here / "out" / "a.xml").write_text("mine", encoding="utf-8")
        monkeypatch.setattr(os.path, "lexists", lambda _path: False)
        assert demo("out").exit_code == 2
        assert (here / "out" / "a.xml").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("emptied", [True, False])
    def test_an_installation_without_examples(self, package: Path, emptied: bool) -> None:
        """A package that somebody made smaller is told, not a success of nothing."""
        for path in (package / "examples").iterdir():
            path.unlink()
        if not emptied:
            (package / "examples").rmdir()
        done = demo("out")
        assert (done.exit_code, done.stderr) == (2, "Error: this installation has no example messages\n")


def test_the_examples_are_not_about_one_kind_of_message() -> None:
    """Every message of the edition has an example."""
    demo("out")
    assert {sivi2017.validate(path).kind for path in Path("out").iterdir()} == {
        "Verzuimmeldingen",
        "WerknemerGegevens",
        "Dienstverbanden",
        "Retourmelding1",
    }
