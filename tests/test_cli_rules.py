"""``sivi2017 rules``, ``sivi2017 build`` and ``--profile``: the rules and the builder from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import VERZUIM

import sivi2017
from sivi2017.cli.commands import commands
from sivi2017.rules import all_rules

KOPPELING = """\
inzender = "VERZUIMSIGNAAL"
ontvanger = "XPERTSUITE"
datakluis = true
gevraagde_gegevens = ["burgerservicenummer"]

[ernst]
LHN-2 = "off"
TXT-1 = "error"
"""

DATA = {
    "werkgever": {"naam": "Bakkerij De Korenaar", "id": "10234", "aansluitnummer": "AN-1"},
    "werknemer": {
        "id": "W-1",
        "achternaam": "Jansen",
        "voorletters": "A.B.",
        "geboortedatum": "1980-05-17",
        "geslacht": "V",
    },
    "dienstverbanden": [
        {"id": "D-1", "ingangsdatum": "2010-04-01", "geldt_vanaf": "2017-01-01", "afdeling_code": "BAK", "uren_per_week": 36}
    ],
}


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(commands, [*map(str, arguments)], input=stdin)


@pytest.fixture
def koppeling(tmp_path: Path) -> Path:
    """A file of settings."""
    file = tmp_path / "koppeling.toml"
    file.write_text(KOPPELING, encoding="utf-8")
    return file


class TestRules:
    def test_every_rule_is_listed_with_its_severity_statement_and_reason(self) -> None:
        listed = run("rules")
        assert listed.exit_code == 0
        for rule in all_rules():
            assert rule.id in listed.stdout
            assert rule.statement in listed.stdout
            assert rule.reason in listed.stdout

    def test_for_a_program(self) -> None:
        rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
        assert [rule["id"] for rule in rules] == [rule.id for rule in all_rules()]
        assert {rule["severity"] for rule in rules} == {"error", "warning"}

    def test_a_coupling_may_give_a_rule_another_severity(self, koppeling: Path) -> None:
        listed = json.loads(run("rules", "--format", "json", "--profile", koppeling).stdout)["rules"]
        severities = {rule["id"]: rule["severity"] for rule in listed}
        assert (severities["LHN-2"], severities["TXT-1"], severities["BSN-1"]) == ("off", "error", "error")


class TestProfile:
    def test_what_the_coupling_asked_for_is_no_finding(self, tmp_path: Path, koppeling: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_text(VERZUIM, encoding="utf-8")
        assert "PRV-2" in run("validate", file).stdout
        assert "PRV-2" not in run("validate", "--profile", koppeling, file).stdout

    def test_settings_that_are_wrong_are_told(self, tmp_path: Path) -> None:
        file = tmp_path / "koppeling.toml"
        file.write_text('inzender = "A"\nontvangr = "B"\n', encoding="utf-8")
        done = run("validate", "--profile", file, "-", stdin=VERZUIM)
        assert done.exit_code == 2
        assert "ontvangr" in done.stderr

    def test_settings_that_are_not_there_are_told(self, tmp_path: Path) -> None:
        done = run("rules", "--profile", tmp_path / "nergens.toml")
        assert done.exit_code == 2
        assert "cannot read" in done.stderr


def test_the_schema_alone(tmp_path: Path) -> None:
    """A message that keeps to its schema may break a rule all the same."""
    file = tmp_path / "bericht.xml"
    file.write_text(VERZUIM.replace("<SofiNr>012345672<", "<SofiNr>012345673<"), encoding="utf-8")
    assert run("validate", file).exit_code == 1
    assert run("validate", "--no-rules", file).exit_code == 0


class TestBuild:
    def test_a_message_to_standard_output(self, koppeling: Path) -> None:
        done = run("build", "werknemermutatie", "--koppeling", koppeling, "--data", "-", stdin=json.dumps(DATA))
        assert done.exit_code == 0, done.stderr
        message = sivi2017.read(done.stdout_bytes)
        assert isinstance(message, sivi2017.bindings.WerknemerGegevens)
        assert message.werkgever[0].werknemer[0].identificatie_werknemer == "W-1"

    def test_messages_to_a_folder(self, tmp_path: Path, koppeling: Path) -> None:
        done = run(
            "build", "dienstverbandmutatie", "--koppeling", koppeling, "--data", "-", "--out", tmp_path / "uit", "--pretty",
            stdin=json.dumps(DATA),
        )  # fmt: skip
        assert done.exit_code == 0, done.stderr
        (file,) = (tmp_path / "uit").iterdir()
        assert sivi2017.validate(file).ok

    def test_a_fault_names_the_place_and_not_the_value(self, koppeling: Path) -> None:
        wrong = {**DATA, "werknemer": {**DATA["werknemer"], "voorletters": "ABCDEFGHI"}}  # type: ignore[dict-item]  # a dict
        done = run("build", "werknemermutatie", "--koppeling", koppeling, "--data", "-", stdin=json.dumps(wrong))
        assert done.exit_code == 1
        assert "werknemer.voorletters: at most 6 characters, has 9" in done.stderr
        assert "ABCDEFGHI" not in done.output

    def test_the_schema_of_the_data(self) -> None:
        done = run("build", "--schema")
        assert done.exit_code == 0
        assert json.loads(done.stdout)["$schema"].startswith("https://json-schema.org/")

    def test_what_is_needed_is_said(self) -> None:
        done = run("build", "verzuimmutatie")
        assert done.exit_code == 2
        assert "--koppeling" in done.stderr


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "sivi2017", "--version"], capture_output=True, text=True, check=True)
    assert sivi2017.__version__ in done.stdout
