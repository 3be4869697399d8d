"""The benchmarks run, compare like with like, and tell all that they promise. No time is asked of them here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import sivi2017
from benchmarks import data, hand_written, with_xsdata
from benchmarks.page import figures
from benchmarks.publish import FIGURES, PAGE
from benchmarks.results import Measurement, Ratio, Section

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent

# By subject, what is measured in every run.
MEASURED = {
    "read": [
        "lxml.etree.fromstring",
        "hand-written ElementTree",
        "xsdata's XmlParser",
        "sivi2017.read",
        "sivi2017's binder alone",
    ],
    "write": [
        "lxml.etree.tostring",
        "hand-written ElementTree",
        "xsdata's XmlSerializer",
        "sivi2017.write(check=False)",
        "sivi2017.write",
    ],
    "validate": [
        "lxml",
        "sivi2017's layer xml",
        "sivi2017's layer xsd",
        "sivi2017's layer rule",
        "sivi2017.validate(rules=False)",
        "sivi2017.validate",
        "sivi2017.validate, one fault",
    ],
    "small": ["lxml", "sivi2017.read(rules=True)", "sivi2017.read", "sivi2017.write"],
    "stream": ["lxml.etree.iterparse", "sivi2017.stream", "sivi2017.validate_stream", "sivi2017.write_stream"],
    "files": ["sivi2017.validate, in a loop", "validate_files(jobs=1)", "validate_files(jobs=2)"],
    "import": ["import lxml.etree, attrs", "import sivi2017", "from sivi2017 import read, validate, write"],
    "first": ["sivi2017.read", "sivi2017.validate", "sivi2017.write", "xsdata's XmlParser"],
    "memory": ["lxml.etree.fromstring", "hand-written ElementTree", "xsdata's XmlParser", "sivi2017.read", "sivi2017.stream"],
}

# By subject, the ratios that have a target, and the target where it is the same in every run.
TARGETS = {
    ("read", "xsdata's XmlParser / sivi2017.read", "at least 12"),
    ("read", "sivi2017.read / lxml.etree.fromstring", "at most 5"),
    ("read", "sivi2017's binder alone / lxml.etree.fromstring", "at most 3"),
    ("write", "xsdata's XmlSerializer / sivi2017.write(check=False)", "at least 40"),
    ("write", "sivi2017.write(check=False) / lxml.etree.tostring", "at most 3"),
    ("small", "sivi2017.read(rules=True) / lxml", "at most 6"),
    ("stream", "60 employees / 20 employees", "2.7 to 3.3"),
    ("files", "validate_files(jobs=1) / validate_files(jobs=2)", "at least 1.7"),
    ("import", "import sivi2017 / import lxml.etree, attrs", "at most 1.5"),
    ("memory", "sivi2017.stream: 60 employees / 20 employees", "0.9 to 1.1"),
    ("memory", "sivi2017.validate_stream: 60 employees / 20 employees", "0.9 to 1.1"),
    ("memory", "sivi2017.stream into write_stream: 60 employees / 20 employees", "0.9 to 1.1"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a small run keeps."""
    folder = tmp_path_factory.mktemp("benchmarks")
    command = [sys.executable, "-m", "benchmarks", "--small", "--json", str(folder / "figures.json"), "--folder", str(folder)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert [file.name for file in folder.iterdir()] == ["figures.json"], "messages are left behind"
    found: dict[str, Any] = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("subject", MEASURED)
def test_a_small_run_measures_everything(told: dict[str, Any], subject: str) -> None:
    """Each way to do the work is there, and took some time or memory."""
    measurements = [item for section in told["sections"] if section["subject"] == subject for item in section["measurements"]]
    assert set(MEASURED[subject]) <= {item["name"] for item in measurements}
    assert all(item["median"] > 0 for item in measurements if item["does"] != "what the first costs more")
    assert all(len(item["samples"]) == 1 for item in measurements)


def test_there_is_no_other_subject(told: dict[str, Any]) -> None:
    """So that the test above looks at them all."""
    assert {section["subject"] for section in told["sections"]} == set(MEASURED)


def test_every_size_is_read_written_and_validated(told: dict[str, Any]) -> None:
    """The small run does so for 1 and 30 employees."""
    for subject in ("read", "write", "validate"):
        sections = [section for section in told["sections"] if section["subject"] == subject]
        assert [{item["size"] for item in section["measurements"]} for section in sections] == [{1}, {30}]


def test_the_ratios_have_their_targets(told: dict[str, Any]) -> None:
    """Each is a positive number beside what was aimed at."""
    sections = [Section.from_json(section) for section in told["sections"]]
    ratios = [(section.subject, ratio) for section in sections for ratio in section.ratios]
    assert {(subject, ratio.text, ratio.target) for subject, ratio in ratios if ratio.target} == TARGETS
    assert all(ratio.value > 0 for _, ratio in ratios)


def test_the_machine_and_the_versions_are_told(told: dict[str, Any]) -> None:
    """A figure says nothing without them."""
    wanted = {"date", "processor", "cores", "memory", "system", "python", "sivi2017", "lxml", "libxml2", "xsdata", "attrs"}
    assert wanted <= told["machine"].keys()


def test_a_message_to_measure_with_has_no_fault() -> None:
    """Neither by the schema nor by a rule, with its elements on one line or on many."""
    for message in (data.message(120), data.ziekmelding()):
        assert sivi2017.validate(message).findings == ()
        assert sivi2017.read(data.indented(message)) == sivi2017.read(message)


def test_an_employee_has_some_seventy_elements() -> None:
    """So the ratios hold for messages that look like those of partners."""
    root = etree.fromstring(data.message(120))
    assert 68 <= sum(1 for _ in root.iter()) / 120 <= 75


def test_a_message_written_to_a_file_is_the_same(tmp_path: Path) -> None:
    """The large ones are not made in memory."""
    size = data.write_message(tmp_path / "message.xml", 30)
    assert (tmp_path / "message.xml").read_bytes() == data.message(30)
    assert size == len(data.message(30))


def test_the_fault_that_is_looked_for_is_in_the_last_employee() -> None:
    """The whole message is gone through before it is found."""
    (finding,) = sivi2017.validate(data.with_fault(data.message(30))).findings
    assert (finding.id, "Wrknmr[30]" in str(finding.path)) == ("XSD-LENGTH", True)


def test_all_ways_to_read_give_the_same_values() -> None:
    """Nobody is quicker for doing less: the code written by hand and xsdata's parser lose nothing of these messages."""
    message = data.message(120)
    expected = sivi2017.read(message)
    assert with_xsdata.parse(message) == expected
    assert sivi2017.read(hand_written.write(hand_written.read(message))) == expected


def test_all_ways_to_write_say_the_same() -> None:
    """Also the two ways of this library, with and without its check."""
    message = data.message(120)
    objects = with_xsdata.parse(message)
    assert sivi2017.write(objects) == sivi2017.write(objects, check=False)
    assert sivi2017.read(with_xsdata.serialize(objects)) == sivi2017.read(sivi2017.write(objects)) == objects


@pytest.mark.parametrize(
    ("ratio", "target", "met"),
    [
        (Ratio("a / b", 12.0, at_least=12), "at least 12", True),
        (Ratio("a / b", 11.9, at_least=12), "at least 12", False),
        (Ratio("a / b", 3.0, at_most=3), "at most 3", True),
        (Ratio("a / b", 3.1, at_most=3), "at most 3", False),
        (Ratio("a / b", 0.8, at_least=0.9, at_most=1.1), "0.9 to 1.1", False),
        (Ratio("a / b", 5.0), "", None),
    ],
)
def test_a_verdict_keeps_to_its_target(ratio: Ratio, target: str, met: bool | None) -> None:
    """The bound itself is good enough, and no target has no verdict."""
    assert (ratio.target, ratio.met) == (target, met)


def test_the_figure_of_a_measurement_is_its_median() -> None:
    """One slow turn changes nothing."""
    assert Measurement("read", "XML", [3.0, 1.0, 100.0]).median == 3.0


def test_the_page_has_the_figures_that_are_kept() -> None:
    """``python -m benchmarks.publish`` puts them there; nobody copies them by hand."""
    kept = json.loads(FIGURES.read_text(encoding="utf-8"))
    sections = [Section.from_json(section) for section in kept["sections"]]
    assert figures(kept["machine"], sections) in PAGE.read_text(encoding="utf-8")
