"""Bombs of XML: each is answered by all that reads, alike, soon and in little memory.

Here they are small, so that all of them can be tried in every way. A few are large too: those that once took minutes. What all
of them cost when they are large is told by ``python tests/hostile_costs.py``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import RETOUR, changed, check, uncounted
from hostile_cases import CASES, MESSAGE, WAYS, within

import sivi2017
from sivi2017.cli.commands import commands
from sivi2017.report import Severity

SMALL = 1_000
LARGE = 950_000

STRICT = [way for way in WAYS if "tolerant" not in way]
TOLERANT = [way for way in WAYS if "tolerant" in way]


def errors(way: str, data: bytes) -> set[str]:
    """The ids of the errors; how many there are at most is another matter."""
    return {item.id for item in WAYS[way](data).findings if item.severity is Severity.ERROR} - {"XSD-MANY"}


class TestAlike:
    @pytest.mark.parametrize("case", CASES)
    def test_reading_whole_and_streaming_say_the_same_of_it(self, case: str) -> None:
        """No exception but ``InvalidMessage``; and a stream may end at the first of several faults.

        What comes too late a stream calls missing, and what it cannot take apart it does not read.
        """
        data = CASES[case](SMALL)
        for ways in (STRICT, TOLERANT):
            whole, read, streamed, parts = (errors(way, data) for way in ways)
            assert whole == read == streamed
            assert parts <= whole | ({"XSD-MISSING"} if "XSD-ORDER" in whole else set()) or parts == {"STREAM-WHOLE"}
            assert bool(parts) == bool(whole) or parts == {"STREAM-WHOLE"}
        of_schema = {finding_id for finding_id in errors("validate, tolerant", data) if finding_id.startswith("X")}
        assert of_schema <= errors("validate", data)

    @pytest.mark.parametrize("case", CASES)
    def test_the_command_line_tells_it_in_a_report(self, case: str, tmp_path: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(CASES[case](SMALL))
        expected = sivi2017.validate(file)
        done = CliRunner().invoke(commands, ["validate", "--format", "json", str(file)])
        assert done.exit_code == int(not expected.ok)
        (entry,) = json.loads(done.stdout)["files"]
        assert [item["id"] for item in entry["findings"]] == [item.id for item in expected.findings]


class TestCrowds:
    """A tag with a thousand attributes is refused; what would be told of each, and looked up for each, took minutes."""

    @pytest.mark.parametrize("tag", ["Verzuimmeldingen", "BrAlg", "Wrkgvr", "Wrknmr", "Voorl", "Vrzm"])
    def test_more_attributes_than_a_thousand_in_one_tag(self, tag: str) -> None:
        for number, expected in ((999, "XSD-ATTRIBUTE"), (1001, "XML-LIMIT")):
            attributes = " ".join(f'a{index}=""' for index in range(number))
            data = MESSAGE.replace(f"<{tag}".encode(), f"<{tag} {attributes}".encode(), 1)
            for way in WAYS:
                assert errors(way, data) == {expected}

    def test_it_is_told_with_its_line(self) -> None:
        attributes = " ".join(f'a{index}=""' for index in range(1001))
        data = MESSAGE.replace(b"<Voorl>", f"\n\n<Voorl {attributes}>".encode())
        for way in WAYS:
            (finding,) = WAYS[way](data).findings
            assert str(finding) == "line 3: XML-LIMIT: more than 1000 attributes in one tag"
        (finding,) = check(f"\n<a {attributes}/>".encode()).findings
        assert str(finding) == "line 2: XML-LIMIT: more than 1000 attributes in one tag"

    def test_a_later_employer_and_what_stands_after_it(self) -> None:
        attributes = " ".join(f'a{index}=""' for index in range(1001)).encode()
        employer = MESSAGE[MESSAGE.index(b"<Wrkgvr>") : MESSAGE.index(b"</Verzuimmeldingen>")]
        for crowd in (employer.replace(b"<Wrkgvr>", b"<Wrkgvr %b>" % attributes), b"<a %b/>" % attributes):
            data = within(b"</Verzuimmeldingen>", crowd + b"</Verzuimmeldingen>")
            for way in WAYS:
                assert errors(way, data) == {"XML-LIMIT"}
        data = within(b"</Wrkgvr>", b"<a %b/></Wrkgvr>" % attributes)
        for way in WAYS:
            assert errors(way, data) == {"XML-LIMIT"}

    def test_in_an_answer(self) -> None:
        attributes = " ".join(f'a{index}=""' for index in range(1001))
        (finding,) = check(changed(RETOUR, ("<Toelchtng>", f"<Toelchtng {attributes}>"))).findings
        assert finding.id == "XML-LIMIT"

    def test_a_few_attributes_on_each_of_many_elements_are_no_crowd(self) -> None:
        """Some systems say of each element of which type it is."""
        start, employee, end = MESSAGE.partition(b"<Wrknmr>")
        employee = employee + end.partition(b"</Wrknmr>")[0] + b"</Wrknmr>"
        typed = employee.replace(
            b"<Voorl>", b"<Voorl xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='u x'>"
        )
        data = start + typed * 1100 + b"</Wrkgvr></Verzuimmeldingen>"
        assert sivi2017.validate(data, rules=False).ok
        assert sivi2017.validate_stream(data, rules=False).ok

    def test_more_namespaces_than_a_thousand_around_the_employees(self) -> None:
        for tag, number, expected in (
            ("Wrkgvr", 900, set[str]()),
            ("Wrkgvr", 1001, {"XML-LIMIT"}),
            ("Verzuimmeldingen", 900, set()),
            ("Verzuimmeldingen", 1001, {"XML-LIMIT"}),
            ("Voorl", 1001, set()),
        ):
            namespaces = " ".join(f'xmlns:a{index}="u"' for index in range(number))
            data = MESSAGE.replace(f"<{tag}".encode(), f"<{tag} {namespaces}".encode(), 1)
            for way in WAYS:
                assert errors(way, data) == expected


# Each once took more than half a minute, or more than 250 MB.
DEAREST = [
    "attributes of the root",
    "attributes of an employer",
    "attributes of an employee",
    "attributes with prefixes",
    "namespaces of the root",
    "namespaces of an employer",
]

PROBE = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
from hostile_cases import CASES, WAYS
told = []
for case in json.loads(sys.argv[2]):
    data = CASES[case](int(sys.argv[3]))
    for way in json.loads(sys.argv[4]):
        before = time.process_time()
        WAYS[way](data)
        told.append([case, way, time.process_time() - before])
print(json.dumps(told))
"""


def test_a_megabyte_of_what_once_took_minutes() -> None:
    """Each takes a tenth of a second; what fails is a cost that grows too fast, and not a machine that is slow or busy."""
    folder = str(Path(__file__).parent)
    command = [sys.executable, "-c", PROBE, folder, json.dumps(DEAREST), str(LARGE), json.dumps(STRICT)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=300, check=True, env=uncounted())
    told = json.loads(done.stdout)
    assert len(told) == len(DEAREST) * len(STRICT)
    assert [entry for entry in told if entry[2] > 10] == []
