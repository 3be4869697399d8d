"""``sivi2017 figures``: how much absence there was, from messages in whatever order."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import random
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import sivi2017
from sivi2017.cli.commands import commands
from sivi2017.fakes import Company
from sivi2017.receiving.administratie import Administratie
from sivi2017.tables import figures, months, plot

COMPANY = Company(employees=40, seed=1)


def run(*arguments: str | Path | int, stdin: bytes | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["figures", *map(str, arguments)], input=stdin)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of a company, with the files in no order."""
    folder = tmp_path_factory.mktemp("year")
    contents = [sivi2017.write(event.message()) for event in COMPANY.events()]
    random.Random(7).shuffle(contents)  # noqa: S311 - no secret
    for number, content in enumerate(contents):
        (folder / f"{number:04}.xml").write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def whole(year: Path) -> str:
    """What is told of the year."""
    return run(year).stdout


@cache
def replayed() -> tuple[Administratie, date]:
    """What is known by the messages in the order of telling, and the day of the last."""
    administratie, _ = Administratie().receive_all(event.message() for event in COMPANY.events())
    return administratie, administratie.berichten[-1].moment.date()


def expected(by: Any, smallest: int = 10) -> list[tuple[str, Any]]:
    """The groups and percentages that the library gives."""
    administratie, last = replayed()
    found = figures(administratie.werknemers, last.replace(month=1, day=1), last, by=by)
    return [(row.groep, row.verzuimpercentage) for row in found.rows(smallest)]


class TestForms:
    def test_a_table_for_a_person(self, year: Path) -> None:
        """With the period in its title, and a row for all at its end."""
        done = run(year, "--to", "2017-12-31")
        assert (done.exit_code, done.stderr) == (0, "")
        title, _, first, second, _, everybody = done.stdout.splitlines()
        assert title == "Absence from 2017-01-01 to 2017-12-31"
        assert (first.split(), second.split()) == (
            ["verzuim-", "meldings-", "gemiddelde", "nul-"],
            ["group", "people", "percentage", "frequentie", "verzuimduur", "verzuim"],
        )
        assert everybody.split()[:2] == ["all", "40"]
        assert everybody == everybody.rstrip()

    def test_groups_that_are_withheld_are_seen_to_be(self, year: Path) -> None:
        """With the reason below the table."""
        done = run(year, "--by", "age", "--smallest", 12)
        rows = {line.split("  ")[0]: line.split()[-1] for line in done.stdout.splitlines()[5:11]}
        withheld = [group for group, percentage in expected("age", 12) if percentage is None]
        assert [group for group, last in rows.items() if last == "withheld"] == withheld != []
        note = f"Withheld: {len(withheld)} rows of fewer than 12 people, or from which such a group could be calculated."
        assert done.stdout.splitlines()[-1] == note
        assert [line for line in done.stdout.splitlines() if line != line.rstrip()] == []

    def test_an_object_for_a_program(self, year: Path) -> None:
        done = run(year, "--by", "length", "--smallest", 3, "--format", "json", "--from", "2017-02-01", "--to", "2017-11-30")
        told = json.loads(done.stdout)
        assert {name: told[name] for name in ("from", "to", "by")} == {"from": "2017-02-01", "to": "2017-11-30", "by": "length"}
        assert [row["groep"] for row in told["groups"]] == ["kort", "middellang", "lang", "extra lang"]
        assert told["all"]["werknemers"] == 40
        assert isinstance(told["all"]["verzuimpercentage"], float)
        assert told["groups"][0]["nulverzuim"] is None
        hidden = [row for row in told["groups"] if row["withheld"] is not None]
        assert [row["verzuimpercentage"] for row in hidden] == [None] * len(hidden)
        assert [note.split(" of ")[0] for note in told["notes"]] == ([f"Withheld: {len(hidden)} rows"] if hidden else [])

    def test_lines_for_a_spreadsheet(self, year: Path) -> None:
        """The same figures as in Python; notes go to standard error."""
        done = run(year, "--by", "age", "--format", "csv")
        rows = list(csv.DictReader(done.stdout.splitlines()))
        assert [(row["groep"], row["verzuimpercentage"]) for row in rows] == [
            (group, "" if percentage is None else str(percentage)) for group, percentage in expected("age")
        ]
        assert {row["withheld"] == "" for row in rows if row["verzuimpercentage"]} == {True}
        assert done.stderr.startswith("Withheld: ")

    def test_a_department_that_looks_like_a_formula_is_text(self, tmp_path: Path) -> None:
        """A spreadsheet would calculate it. A terminal gets nothing to obey either."""
        event = COMPANY.history(1).events[0]
        content = sivi2017.write(event.message())
        code = event.dienstverbanden[0].afdeling_code
        content = content.replace(f"<OrgeenhCd>{code}<".encode(), "<OrgeenhCd>=1+1[red]\u202e<".encode())
        (tmp_path / "odd.xml").write_bytes(content)
        arguments = (tmp_path, "--by", "department", "--smallest", 1)
        assert run(*arguments, "--format", "csv").stdout.splitlines()[1].split(",")[1] == "'=1+1[red]\u202e"
        assert "=1+1[red]<U+202E>" in run(*arguments).stdout

    def test_departments_have_their_employer_where_there_are_several(self, tmp_path: Path) -> None:
        """Which is one column more."""
        events = [event for history in Company(employees=6, employers=3, seed=1).histories() for event in history.events[:1]]
        for number, event in enumerate(events):
            (tmp_path / f"{number}.xml").write_bytes(sivi2017.write(event.message()))
        arguments = ("--by", "department", "--smallest", 1)
        several, one = run(tmp_path, *arguments).stdout, run(tmp_path / "0.xml", *arguments).stdout
        assert "employer" in several
        assert "WG-0002" in several
        assert "employer" not in one


class TestPeriod:
    def test_by_default_it_is_the_year_to_the_day_of_the_last_message(self, year: Path) -> None:
        last = max(event.moment for event in COMPANY.events()).date()
        told = json.loads(run(year, "--format", "json").stdout)
        assert (told["from"], told["to"]) == ("2017-01-01", str(last))

    def test_a_year_is_that_of_the_last_day(self, year: Path) -> None:
        told = json.loads(run(year, "--format", "json", "--to", "2018-02-03").stdout)
        assert (told["from"], told["to"]) == ("2018-01-01", "2018-02-03")

    @pytest.mark.parametrize(
        ("more", "sentence"),
        [
            (["--from", "2018-01-01", "--to", "2017-12-31"], "the last day, 2017-12-31, lies before the first, 2018-01-01"),
            (["--from", "1 mei"], "'1 mei' does not match the format '%Y-%m-%d'"),
            (["--plot", "verzuim.xml"], "the name of a plot must end in .png or .svg"),
            (["--smallest", "0"], "0 is not in the range x>=1"),
            (["--by", "afdeling"], "'afdeling' is not one of 'department', 'age', 'length'"),
        ],
    )
    def test_arguments_that_are_wrong(self, year: Path, more: list[str], sentence: str) -> None:
        done = run(year / "0000.xml", *more)
        assert (done.exit_code, done.stdout) == (2, "")
        assert sentence in done.stderr


class TestFiles:
    def test_the_same_message_twice_counts_once(self, year: Path, whole: str, tmp_path: Path) -> None:
        for path in year.iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        assert run(year, tmp_path).stdout == whole

    def test_what_is_wrong_is_left_out_and_named(self, year: Path, whole: str, tmp_path: Path) -> None:
        """With the first reason; all of them another command tells."""
        wrong, worse = tmp_path / "wrong.xml", tmp_path / "worse.xml"
        content = (year / "0000.xml").read_bytes().replace(b"<Voorl>", b"<Voorl>ABCDEFG")
        wrong.write_bytes(content)
        worse.write_bytes(content.replace(b"</Gebdat>", b"x</Gebdat>"))
        done = run(year, wrong, worse)
        assert (done.exit_code, done.stdout) == (1, whole)
        first, second = done.stderr.splitlines()
        assert first.startswith(f"{wrong}:2: error XSD-LENGTH ")
        assert first.endswith("; not counted")
        assert second.endswith(" (and 1 more); not counted")

    def test_what_cannot_be_read_is_left_out_and_named(self, year: Path, whole: str, tmp_path: Path) -> None:
        """That is the graver of the two."""
        wrong = tmp_path / "wrong.xml"
        wrong.write_bytes(b"<Verzuimmeldingen>")
        done = run(tmp_path / "absent.xml", wrong, year)
        assert (done.exit_code, done.stdout) == (2, whole)
        assert f"absent.xml: error FILE-UNREADABLE cannot be read: {os.strerror(2)}" in done.stderr

    def test_what_only_breaks_a_business_rule_counts(self, tmp_path: Path) -> None:
        """Here an employee is told of twice."""
        message = sivi2017.write(COMPANY.history(1).events[0].message())
        before, tag, rest = message.partition(b"<Wrknmr>")
        employee, after = rest.split(b"</Wrknmr>")
        (tmp_path / "twice.xml").write_bytes(before + 2 * (tag + employee + b"</Wrknmr>") + after)
        assert not sivi2017.validate(tmp_path / "twice.xml").ok
        done = run(tmp_path / "twice.xml", "--smallest", 1, "--format", "json")
        assert (done.exit_code, json.loads(done.stdout)["all"]["werknemers"]) == (0, 1)

    def test_an_answer_is_no_message_to_count(self, year: Path, tmp_path: Path) -> None:
        """A folder may have some; they are right, and say nothing of absence."""
        answer = next(item for item in files("sivi2017.examples").iterdir() if "retour" in item.name)
        (tmp_path / "answer.xml").write_bytes(answer.read_bytes())
        assert run(year / "0000.xml", tmp_path).exit_code == 0
        done = run(tmp_path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "Error: there is no message to make figures of\n"

    def test_a_message_can_come_from_standard_input(self) -> None:
        message = sivi2017.write(COMPANY.history(1).events[0].message())
        assert run("-", stdin=message).exit_code == 0

    def test_a_file_can_be_too_large_and_a_partner_different(self, tmp_path: Path) -> None:
        message = sivi2017.write(COMPANY.history(1).events[0].message())
        (tmp_path / "other.xml").write_bytes(message.replace(b'Gegevens/2017"', b'Gegevens/2021"'))
        (tmp_path / "large.xml").write_bytes(message + b" " * 1024 * 1024)
        assert "error XML-SIZE" in run(tmp_path / "large.xml", "--max-size", 1).stderr
        assert "error XSD-NAMESPACE" in run(tmp_path / "other.xml").stderr
        assert run(tmp_path / "other.xml", "--tolerant").exit_code == 0


class TestNotes:
    def test_employees_known_from_absence_only_are_told(self, tmp_path: Path) -> None:
        """Those who were never absent are missing then."""
        company = Company(employees=12, seed=1, kind="verzuim")
        for event in company.events():
            (tmp_path / event.name).write_bytes(sivi2017.write(event.message()))
        done = run(tmp_path)
        number = sum(bool(history.gevallen) for history in company.histories())
        assert f"{number} of {number} employees are known from absence messages only." in done.stdout

    def test_hours_that_are_not_known_or_nought_are_told(self, tmp_path: Path) -> None:
        """One employment of each kind."""
        for number, hours in enumerate((b"", b"<CntrctUrnWk>0.00</CntrctUrnWk>"), start=1):
            event = COMPANY.history(number).events[0]
            before, _, rest = sivi2017.write(event.message()).partition(b"<CntrctUrnWk>")
            (tmp_path / f"{number}.xml").write_bytes(before + hours + rest.partition(b"</CntrctUrnWk>")[2])
        done = run(tmp_path, "--smallest", 1)
        assert done.exit_code == 0
        assert "The hours of 1 employment are not known; they weigh as full-time ones of 40 hours." in done.stdout
        assert "1 employment with 0 hours weigh nothing in the verzuimpercentage." in done.stdout

    def test_what_was_received_and_is_remarkable_is_told(self, tmp_path: Path, year: Path) -> None:
        """A recovery of which the report before it is missing."""
        event = next(event for event in COMPANY.events() if event.soort == "hersteldmelding")
        (tmp_path / "late.xml").write_bytes(sivi2017.write(event.message()))
        done = run(tmp_path, "--to", "2017-12-31", "--format", "json")
        note = "What was received contradicts itself or is not complete: 1 ADM-WAITING."
        assert (done.exit_code, json.loads(done.stdout)["notes"][-1]) == (1, note)
        assert json.loads(run(year, "--format", "json").stdout)["notes"] == []

    def test_settings_of_a_coupling_say_which_messages_count(self, year: Path, tmp_path: Path) -> None:
        """Those of a test do not, where the coupling is none; and settings that cannot be read are no settings."""
        (tmp_path / "koppeling.toml").write_text('inzender = "HR"\nontvanger = "ARBO"\n', encoding="utf-8")
        done = run(year / "0000.xml", "--koppeling", tmp_path / "koppeling.toml")
        assert "1 ADM-TEST" in done.stdout
        assert run(year / "0000.xml", "--koppeling", tmp_path / "absent.toml").exit_code == 2

    def test_no_name_or_key_of_a_person_is_told(self, year: Path) -> None:
        told = run(year, "--by", "department", "--smallest", 1, "--format", "json").output
        for history in COMPANY.histories():
            assert history.werknemer.id not in told
            assert f'"{history.werknemer.achternaam}"' not in told


class TestPlot:
    def test_it_is_drawn_beside_the_table(self, year: Path, whole: str, tmp_path: Path) -> None:
        """Month by month, with the same groups and the same bound."""
        done = run(year, "--plot", tmp_path / "verzuim.svg")
        assert (done.exit_code, done.stdout) == (0, whole)
        run(year, "--by", "age", "--smallest", 3, "--plot", tmp_path / "age.svg")
        administratie, last = replayed()
        plot(months(administratie.werknemers, last.replace(month=1, day=1), last, by="age"), tmp_path / "it.svg", smallest=3)
        assert (tmp_path / "age.svg").read_bytes() == (tmp_path / "it.svg").read_bytes()

    def test_a_place_that_cannot_be_written(self, year: Path, tmp_path: Path) -> None:
        done = run(year / "0000.xml", "--plot", tmp_path / "absent" / "verzuim.png")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"Error: cannot write {tmp_path / 'absent' / 'verzuim.png'}: {os.strerror(2)}\n"

    def test_without_matplotlib_it_says_what_to_install_before_it_reads(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Reading an archive takes a while."""
        monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
        monkeypatch.setattr("sivi2017.cli.figuring.find_spec", lambda _name: None)
        done = run(tmp_path / "absent.xml", "--plot", "verzuim.png")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "Error: matplotlib is not installed; run: pip install 'sivi2017[tables]'\n"
