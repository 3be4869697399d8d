"""``sivi2017 pseudonymise``: from files that name people to files that name nobody."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import RETOUR, VERZUIM, WERKNEMER, changed

import sivi2017
from sivi2017.cli import main, pseudonymising
from sivi2017.cli.commands import commands
from sivi2017.fakes import Company
from sivi2017.privacy import Pseudonymiser

KEY = bytes(range(32))
PSEUDONYMISER = Pseudonymiser(KEY)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the current one, with a key and a folder of messages."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sleutel").write_text(KEY.hex(), encoding="ascii")
    (tmp_path / "sleutel").chmod(0o600)
    (tmp_path / "in").mkdir()
    for name, text in {"jansen-ziek.xml": VERZUIM, "jansen.xml": WERKNEMER, "antwoord.xml": RETOUR}.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path


def pseudonymise(*arguments: str, data: bytes | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["pseudonymise", "--key-file", "sleutel", *arguments], input=data)


def expected(text: str | bytes, pseudonymiser: Pseudonymiser = PSEUDONYMISER) -> bytes:
    """What is to be written."""
    data = text.encode() if isinstance(text, str) else text
    return sivi2017.write(pseudonymiser.message(sivi2017.read(data)))


class TestKey:
    def test_a_new_one_is_written(self, here: Path) -> None:
        done = CliRunner().invoke(commands, ["pseudonymise", "--new-key", "nieuw"])
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == "There is a new key in nieuw. Keep it apart from the messages.\n"
        assert stat.S_IMODE((here / "nieuw").stat().st_mode) == 0o600
        assert repr(Pseudonymiser.from_file(here / "nieuw")).startswith("<Pseudonymiser")

    def test_one_that_is_there_stays(self, here: Path) -> None:
        done = CliRunner().invoke(commands, ["pseudonymise", "--new-key", "sleutel"])
        assert (done.exit_code, done.stderr) == (2, f"Error: cannot write a key to sleutel: {os.strerror(errno.EEXIST)}\n")
        assert (here / "sleutel").read_text(encoding="ascii") == KEY.hex()

    def test_it_can_come_from_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SLEUTEL", KEY.hex())
        done = CliRunner().invoke(commands, ["pseudonymise", "--key-env", "SLEUTEL", "in/jansen.xml"])
        assert done.stdout_bytes == expected(WERKNEMER)

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--key-file", "afwezig"], f"cannot read the key in afwezig: {os.strerror(errno.ENOENT)}"),
            (["--key-file", "kort"], "kort: a key must have at least 32 bytes; this one has 4"),
            (
                ["--key-file", "in/jansen.xml"],
                "in/jansen.xml: the file has no key: a key is written on one line, without white space between its digits",
            ),
            (["--key-env", "AFWEZIG"], "AFWEZIG: there is no such variable in the environment"),
        ],
    )
    def test_what_is_none_is_refused(self, here: Path, arguments: list[str], told: str) -> None:
        """Before anything is read or written."""
        (here / "kort").write_text("0badcafe", encoding="ascii")
        for path in (here / "kort", here / "in" / "jansen.xml"):
            path.chmod(0o600)
        done = CliRunner().invoke(commands, ["pseudonymise", *arguments, "--out", "uit", "in"])
        assert done.exit_code == 2
        assert f"Error: {told}" in done.stderr
        assert "badcafe" not in done.stderr
        assert not (here / "uit").exists()

    @pytest.mark.parametrize(
        "arguments", [["in"], ["--key-file", "sleutel"], ["--key-file", "sleutel", "--key-env", "X", "in"]]
    )
    def test_there_must_be_one_and_files(self, arguments: list[str]) -> None:
        done = CliRunner().invoke(commands, ["pseudonymise", *arguments])
        assert done.exit_code == 2
        assert "Error: files are needed, and either --key-file or --key-env" in done.stderr

    @pytest.mark.parametrize("option", ["--key-file", "--key-env", "--new-key"])
    def test_one_in_the_place_of_a_name_is_not_repeated(self, here: Path, option: str) -> None:
        files = [] if option == "--new-key" else ["in"]
        done = CliRunner().invoke(commands, ["pseudonymise", option, KEY.hex(), *files])
        assert done.exit_code == 2
        assert f"what is given with {option} looks like a key itself; give the name of the " in done.stderr
        assert KEY.hex()[:16] not in done.output
        assert not (here / KEY.hex()).exists()

    def test_a_new_one_is_made_alone(self, here: Path) -> None:
        for more in (["in"], ["--key-file", "sleutel"]):
            done = CliRunner().invoke(commands, ["pseudonymise", "--new-key", "nieuw", *more])
            assert (done.exit_code, (here / "nieuw").exists()) == (2, False)
            assert "--new-key writes a key and does nothing else; give it alone" in done.stderr


class TestFolder:
    @pytest.mark.parametrize("out", ["in", "in/uit", "in/uit.xml"])
    def test_nothing_is_written_among_what_is_read(self, here: Path, out: str) -> None:
        before = sorted((here / "in").iterdir())
        done = pseudonymise("--out", out, "in")
        assert done.exit_code == 2
        assert done.stderr == f"Error: {out} is or lies in a folder that is read; give another one with --out\n"
        assert sorted((here / "in").iterdir()) == before

    def test_each_message_gets_a_file_of_another_name(self, here: Path) -> None:
        """The moment and the pseudonym of the reference number: the old name may name somebody."""
        done = pseudonymise("--out", "uit", "in/jansen-ziek.xml", "in/antwoord.xml")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "2 of 2 messages written to uit.\n")
        names = {
            PSEUDONYMISER.pseudonym("bericht", key): text for key, text in {"BER-0001": VERZUIM, "RET-0001": RETOUR}.items()
        }
        made = {path.name: path.read_bytes() for path in (here / "uit").iterdir()}
        assert made == {f"20170306T091500-{key}.xml": expected(text) for key, text in names.items()}

    def test_they_are_in_the_order_of_telling(self, here: Path) -> None:
        events = [event.message() for event in Company(employees=8, seed=1).events()]
        (here / "jaar").mkdir()
        for number, message in enumerate(reversed(events)):
            (here / "jaar" / f"{number:03}.xml").write_bytes(sivi2017.write(message))
        assert pseudonymise("--out", "uit", "jaar").exit_code == 0
        made = [path.read_bytes() for path in sorted((here / "uit").iterdir())]
        assert len(made) > 8
        assert made == [sivi2017.write(PSEUDONYMISER.message(message)) for message in events]

    def test_a_message_that_was_delivered_twice_is_there_once(self, here: Path) -> None:
        """And so is one that was pseudonymised before."""
        (here / "in" / "nog-eens.xml").write_text(VERZUIM, encoding="utf-8")
        for _ in range(2):
            done = pseudonymise("--out", "uit", "in/jansen-ziek.xml", "in/nog-eens.xml")
            assert (done.exit_code, done.stderr) == (0, "2 of 2 messages written to uit.\n")
            assert len([*(here / "uit").iterdir()]) == 1

    def test_nothing_is_overwritten(self, here: Path) -> None:
        """Two messages with one reference number are a fault of the sender; the first stays, and the others are written."""
        done = pseudonymise("--out", "uit", "in")
        (name,) = [path.name for path in (here / "uit").iterdir() if b"<Verzuim" in path.read_bytes()]
        assert done.exit_code == 2
        assert done.stderr == (
            f"in/jansen.xml: uit/{name} is there already and says something else; it was left as it is\n"
            "2 of 3 messages written to uit.\n"
        )

    def test_a_message_that_is_not_right_is_told_and_the_others_are_written(self, here: Path) -> None:
        """No part of it is left."""
        (here / "in" / "fout.xml").write_bytes(changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A.B.C.D.<")))
        done = pseudonymise("--out", "uit", "in/fout.xml", "in/jansen.xml")
        assert done.exit_code == 1
        first, second = done.stderr.splitlines()
        assert re.fullmatch(r"in/fout\.xml:\d+: error XSD-LENGTH .*", first)
        assert second == "1 of 2 messages written to uit."
        assert [path.suffix for path in (here / "uit").iterdir()] == [".xml"]

    def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(self) -> None:
        done = pseudonymise("--out", "uit", "afwezig.xml", "in/jansen.xml")
        assert done.exit_code == 2
        told = f"afwezig.xml: cannot be read: {os.strerror(errno.ENOENT)}\n1 of 2 messages written to uit.\n"
        assert done.stderr == told

    def test_a_folder_that_cannot_be_made_is_told(self, here: Path) -> None:
        (here / "uit").write_text("mine", encoding="utf-8")
        done = pseudonymise("--out", "uit", "in")
        assert done.exit_code == 2
        assert done.stderr == f"0 of 3 messages written to uit.\nError: cannot write to uit: {os.strerror(errno.EEXIST)}\n"

    def test_when_it_is_stopped_it_says_how_far_it_came(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With Ctrl-C; the files that are there are whole."""
        file = Pseudonymiser.file

        def stop(*arguments: Any, **options: Any) -> Any:
            if any(here.glob("uit/*.xml")):
                raise KeyboardInterrupt
            return file(*arguments, **options)

        monkeypatch.setattr(Pseudonymiser, "file", stop)
        monkeypatch.setattr(sys, "argv", ["sivi2017", "pseudonymise", "--key-file", "sleutel", "--out", "uit", "in"])
        assert main() == 130
        assert capsys.readouterr().err == "1 of 3 messages written to uit.\n\n"
        assert [path.suffix for path in (here / "uit").iterdir()] == [".xml"]


class TestOne:
    def test_one_message_goes_to_a_file(self, here: Path) -> None:
        done = pseudonymise("--out", "nieuw/uit.xml", "in/jansen.xml")
        assert (done.exit_code, done.stderr) == (0, "1 of 1 message written to nieuw/uit.xml.\n")
        assert (here / "nieuw" / "uit.xml").read_bytes() == expected(WERKNEMER)
        assert len([*(here / "nieuw").iterdir()]) == 1

    def test_a_folder_may_be_called_as_a_file(self, here: Path) -> None:
        """Where it is there already."""
        (here / "uit.xml").mkdir()
        assert pseudonymise("--out", "uit.xml", "in/jansen.xml", "in/antwoord.xml").exit_code == 0
        assert len([*(here / "uit.xml").iterdir()]) == 2

    @pytest.mark.parametrize("out", ["-", "uit.xml"])
    def test_several_do_not_go_to_one_file(self, here: Path, out: str) -> None:
        done = pseudonymise("--out", out, "in")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "Error: one file takes one message, and there are 3; give a folder with --out\n"
        assert not (here / "uit.xml").exists()

    @pytest.mark.parametrize("text", [VERZUIM, RETOUR], ids=["Verzuimmeldingen", "Retourmelding1"])
    def test_standard_input_goes_to_standard_output(self, text: str) -> None:
        """Where nothing else is; what is told goes to standard error."""
        done = pseudonymise("-", data=text.encode())
        assert (done.stdout_bytes, done.exit_code) == (expected(text), 0)
        assert done.stderr == "1 of 1 message written to standard output.\n"

    @pytest.mark.parametrize("at_once", [10, 100_000])
    def test_a_pipe_is_read_once(self, here: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
        """Little of it is held and can be read again; of much an answer, which has no employees, cannot be read."""
        monkeypatch.setattr(pseudonymising, "_AT_ONCE", at_once)
        statuses = []
        for name in ("jansen.xml", "antwoord.xml"):
            pipe = subprocess.Popen(["cat", here / "in" / name], stdout=subprocess.PIPE)
            assert pipe.stdout is not None
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(pipe.stdout))
            out = here / f"uit-{name}"
            statuses.append(
                pseudonymising.pseudonymise_files(
                    ["-"], key_file="sleutel", key_env=None, out=str(out), koppeling=None, tolerant=False
                )
            )
            assert pipe.wait() == 0
            sys.stdin.close()
        assert statuses == [0, int(at_once == 10)]
        assert (here / "uit-jansen.xml").read_bytes() == expected(WERKNEMER)

    def test_who_reads_may_have_seen_enough(self, here: Path) -> None:
        """That is no error of ours."""
        command = f"{sys.executable} -m sivi2017 pseudonymise --key-file sleutel groot.xml | head -c 10"
        Company(employees=300, kind="werknemer").write(here / "groot.xml")
        done = subprocess.run(["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False)
        assert done.returncode == 141
        assert done.stdout == b"<?xml vers"
        assert b"Error" not in done.stderr


class TestOptions:
    @pytest.mark.parametrize(
        ("arguments", "chosen"),
        [
            (["--birth-date", "month"], {"birth_date": "month"}),
            (["--keep", "functies", "--keep", "werkgevers"], {"keep": ["functies", "werkgevers"]}),
            (["--no-addresses"], {"addresses": False}),
        ],
    )
    def test_the_settings_reach_the_messages(self, here: Path, arguments: list[str], chosen: dict[str, Any]) -> None:
        data = sivi2017.write(Company(employees=1).history(1).events[0].message())
        (here / "in" / "vulling.xml").write_bytes(data)
        done = pseudonymise(*arguments, "in/vulling.xml")
        assert done.stdout_bytes == expected(data, Pseudonymiser(KEY, **chosen))
        assert done.stdout_bytes != expected(data)

    def test_a_partner_may_depart_from_the_standard(self, here: Path) -> None:
        """Without a word on how; validate tells that."""
        (here / "in" / "anders.xml").write_bytes(changed(VERZUIM, ("</BrAlg>", "<Naam>Jansen</Naam></BrAlg>")))
        assert pseudonymise("in/anders.xml").exit_code == 1
        done = pseudonymise("--tolerant", "in/anders.xml")
        assert (done.stdout_bytes, done.exit_code) == (expected(VERZUIM), 0)
        assert done.stderr == "1 of 1 message written to standard output.\n"

    def test_the_coupling_says_which_rules_count(self, here: Path) -> None:
        wrong = changed(VERZUIM, ("<DatEerstVrzmdg>2017-03-06<", "<DatEerstVrzmdg>2017-03-07<"))
        (here / "in" / "fout.xml").write_bytes(wrong)
        (here / "koppeling.toml").write_text(
            'inzender = "HR"\nontvanger = "ARBO"\nernst = { DAT-2 = "warning" }\n', encoding="utf-8"
        )
        refused = pseudonymise("in/fout.xml")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert refused.stderr.startswith("in/fout.xml: error DAT-2 ")
        assert pseudonymise("--profile", "koppeling.toml", "in/fout.xml").exit_code == 0
