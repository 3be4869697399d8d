"""Make well-known kinds of bug in a copy of this checkout, one after another, and see whether a test notices each.

    python tools/injected_bugs.py              # all of them
    python tools/injected_bugs.py escape mask  # those with one of these words in their name

It prints a table, and ends with status 1 when no test notices one of them. First the tests run that ought to notice, and all
tests when those do not. That generated files are what their generators make is not asked: it would catch whatever is changed
in them, and says nothing of what they do.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from checkout import ROOT, copied, environment

PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", "--hypothesis-profile=ci")
OF_GENERATORS = "not test_the_generator_makes and not test_the_file_is_what_its_generator_makes"


@dataclass(frozen=True)
class Bug:
    """A text of one file and what it becomes: a bug as somebody might make it."""

    name: str
    file: str
    text: str
    becomes: str
    tests: str
    """The files of tests that ought to notice, with blanks between them."""


BUGS = (
    # Values and their text
    Bug(
        "a leading zero of a number is dropped",
        "sivi2017/lexical.py",
        "return value if str(value) == text else _written(WrittenInt(value), text)",
        "return value",
        "tests/test_lexical.py tests/test_reading.py",
    ),
    Bug(
        "a leading zero of a reference is dropped",
        "sivi2017/codec/retourmelding1.py",
        'part.berichtreferentienummer = child.text or ""',
        'part.berichtreferentienummer = (child.text or "").lstrip("0")',
        "tests/test_reading.py tests/test_codec.py",
    ),
    Bug(
        "a decimal is rounded to two digits",
        "sivi2017/lexical.py",
        'f"{value:f}".partition(".")',
        'f"{value:.2f}".partition(".")',
        "tests/test_lexical.py tests/test_writing.py",
    ),
    Bug(
        "a date is written without zeros before a month of one digit",
        "sivi2017/codec_values/writing.py",
        "return str(XmlDate(year, month, day))",
        'return f"{XmlDate(year, month, day).year:04}-{month}-{day}"',
        "sivi2017/codec_values tests/test_writing.py",
    ),
    Bug(
        "a time zone is lost when a message is written",
        "sivi2017/codec_values/writing.py",
        "value.__class__ is not XmlDate or value.offset is not None",
        "value.__class__ is not XmlDate",
        "tests/test_codec.py tests/test_writing.py",
    ),
    Bug(
        "a time zone west of Greenwich is read as one east of it",
        "sivi2017/lexical.py",
        'return -minutes if zone[0] == "-" else minutes',
        "return minutes",
        "tests/test_lexical.py",
    ),
    # Reading
    Bug(
        "a limit is off by one",
        "sivi2017/reading/source.py",
        "self.bytes > self._limits.max_bytes",
        "self.bytes >= self._limits.max_bytes",
        "tests/test_reading.py",
    ),
    Bug(
        "an encoding that is not known is guessed",
        "sivi2017/reading/parsing.py",
        "if declared and not _KNOWN_ENCODINGS.fullmatch(declared[1]):",
        "if declared and not declared[1]:",
        "tests/test_reading.py",
    ),
    Bug(
        "a DOCTYPE is passed over",
        "sivi2017/reading/parsing.py",
        "parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(parser.CurrentLineNumber)",
        "parser.StartDoctypeDeclHandler = None",
        "tests/test_reading.py",
    ),
    Bug(
        "elements in another order stay so",
        "sivi2017/reading/tolerance.py",
        "if placed != sorted(placed):",
        "if not placed:",
        "tests/test_tolerant_reading.py",
    ),
    Bug(
        "a finding is swallowed where there are others",
        "sivi2017/checking.py",
        "in_document_order([*found.findings, *placed], lines)",
        "in_document_order(placed, lines)",
        "tests/test_reading.py",
    ),
    Bug(
        "the garbage collector stays off after a large message",
        "sivi2017/reading/collecting.py",
        "if self.number == 0 and self.was_enabled:",
        "if self.number == 0 and not self.was_enabled:",
        "tests/test_crowds.py",
    ),
    Bug(
        "a stream stops before the last employees",
        "sivi2017/streaming/pulling.py",
        "                    yield from _ended(parser)\n                self.root = parser.close()",
        "                    yield from list(_ended(parser))[:-1]\n                self.root = parser.close()",
        "tests/test_streaming.py",
    ),
    # Writing
    Bug(
        "an ampersand is not escaped",
        "sivi2017/writing/text.py",
        'b"&<>"',
        'b"<>"',
        "tests/test_writing.py",
    ),
    Bug(
        "a carriage return becomes a new line",
        "sivi2017/writing/text.py",
        "{0x09, 0x0A}",
        "{0x09, 0x0A, 0x0D}",
        "tests/test_writing.py",
    ),
    Bug(
        "a file that could not be written whole stays behind",
        "sivi2017/streaming/writing.py",
        "        part.unlink(missing_ok=True)\n",
        "        pass\n",
        "tests/test_write_stream.py",
    ),
    Bug(
        "two elements change places",
        "sivi2017/codec/verzuimmeldingen.py",
        '        f"{datum_hersteld_}"\n        f"{datum_hersteld_werkgever_}"\n',
        '        f"{datum_hersteld_werkgever_}"\n        f"{datum_hersteld_}"\n',
        "tests/test_writing.py tests/test_codec.py",
    ),
    Bug(
        "an element that may be there is not read",
        "sivi2017/codec/verzuimmeldingen.py",
        "part.datum_verwacht_herstel = read_date(child.text)",
        "part.datum_verwacht_herstel = None",
        "tests/test_reading.py",
    ),
    Bug(
        "a code list is one code short",
        "sivi2017/bindings/verzuimmeldingen.py",
        '    WETTELIJK_REGIME = "5"\n',
        "",
        "tests/test_bindings.py tests/test_codes.py",
    ),
    Bug(
        "a field has the element of another",
        "sivi2017/bindings/werknemergegevens.py",
        '"name": "TitANm"',
        '"name": "TitVNm"',
        "tests/test_bindings.py",
    ),
    Bug(
        "a schema allows one character too few",
        "xsd/gedeeld/typen.xsd",
        '"Locatieomschrijving">\n    <xs:restriction base="xs:string">\n      <xs:maxLength value="35"/>',
        '"Locatieomschrijving">\n    <xs:restriction base="xs:string">\n      <xs:maxLength value="34"/>',
        "tests/test_schemas.py",
    ),
    # Rules
    Bug(
        "a rule is turned around",
        "sivi2017/rules/datums.py",
        "day(verzuim.datum_hersteld) < day(verzuim.datum_eerste_verzuimdag)",
        "day(verzuim.datum_hersteld) > day(verzuim.datum_eerste_verzuimdag)",
        "tests/test_rules_dates.py",
    ),
    Bug(
        "a rule is off by one day",
        "sivi2017/rules/datums.py",
        "day(dienstverband.value.ingangsdatum) <= birth",
        "day(dienstverband.value.ingangsdatum) < birth",
        "tests/test_rules_dates.py",
    ),
    Bug(
        "a rule compares employees of different employers",
        "sivi2017/rules/sleutels.py",
        "of_employer = place.parent.step, key.value",
        'of_employer = "", key.value',
        "tests/test_rules_employee.py tests/test_rules.py",
    ),
    Bug(
        "a rule that fails says nothing",
        "sivi2017/rules/engine.py",
        'found.append(_finding("RULE-FAILED", Severity.ERROR, place, f": {text}"))',
        "assert text",
        "tests/test_rules.py",
    ),
    Bug(
        "a version number is that of a later edition",
        "sivi2017/rules/profile.py",
        '"Verzuimmeldingen": "00007"',
        '"Verzuimmeldingen": "00008"',
        "tests/test_rules_coupling.py tests/test_koppeling.py",
    ),
    # The domain and the flows
    Bug(
        "a coupling says by default that its messages are a test",
        "sivi2017/koppeling/koppeling.py",
        "    test: bool = False\n",
        "    test: bool = True\n",
        "tests/test_koppeling.py",
    ),
    Bug(
        "a coupling may by default send employees who never were ill",
        "sivi2017/koppeling/koppeling.py",
        "datakluis: bool | frozenset[str] = field(default=False,",
        "datakluis: bool | frozenset[str] = field(default=True,",
        "tests/test_koppeling.py tests/test_werknemermutatie.py",
    ),
    Bug(
        "the koppelsleutel is that of the employment",
        "sivi2017/flows/parts.py",
        '"identificatie_werknemer": koppeling.koppelsleutel(werknemer, employments)',
        '"identificatie_werknemer": koppeling.sleutel_dienstverband(employments[0])',
        "tests/test_verzuimmutatie.py",
    ),
    Bug(
        "a report has the number of the one before it",
        "sivi2017/domain/verzuimgeval.py",
        "volgnummer=self.volgnummer + 1",
        "volgnummer=self.volgnummer",
        "tests/test_verzuimgeval.py",
    ),
    Bug(
        "a case is linked to one of 28 days before",
        "sivi2017/domain/verzuimgeval.py",
        ".days < HERHALING_BINNEN_DAGEN",
        ".days <= HERHALING_BINNEN_DAGEN",
        "tests/test_verzuimgeval.py",
    ),
    Bug(
        "a week of absence has six days",
        "sivi2017/poortwachter/mijlpaal.py",
        "_verzuimdag(keten, 7 * termijn.week)",
        "_verzuimdag(keten, 6 * termijn.week)",
        "tests/test_poortwachter.py",
    ),
    # Personal data
    Bug(
        "the mask of a repr is off",
        "sivi2017/masked.py",
        "parts.append(item.name)",
        'parts.append(f"{item.name}={value}")',
        "tests/test_bindings.py",
    ),
    Bug(
        "the mask of an outline is off",
        "sivi2017/outline/values.py",
        'return element.privacy != "none"',
        'return element.privacy == "special"',
        "tests/test_cli_show.py",
    ),
    Bug(
        "an error quotes the value that is no code",
        "sivi2017/codelist.py",
        "has no such code; it has",
        "has no code {value}; it has",
        "tests/test_codes.py",
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("word", nargs="*", help="a word in the names of the bugs to make; default: all bugs")
    words = parser.parse_args().word
    bugs = [bug for bug in BUGS if not words or set(words) & set(bug.name.split())]
    rotten = [bug.name for bug in bugs if occurrences(bug) != 1]
    if rotten:
        sys.exit(f"the text to replace must stand in the file just once: {'; '.join(rotten)}")
    with tempfile.TemporaryDirectory() as name:
        checkout = copied(Path(name).resolve() / "checkout")
        if failed := first_failure(checkout, sorted({file for bug in bugs for file in bug.tests.split()})):
            sys.exit(f"without a bug {failed} fails")
        print("| bug | file | noticed by | seconds |")
        print("|---|---|---|---:|", flush=True)
        missed = 0
        for bug in bugs:
            started = time.monotonic()
            noticed = noticed_by(bug, checkout)
            missed += noticed is None
            seconds = round(time.monotonic() - started)
            print(f"| {bug.name} | `{bug.file}` | {f'`{noticed}`' if noticed else 'NO TEST'} | {seconds} |", flush=True)
    sys.exit(f"{missed} of {len(bugs)} bugs are noticed by no test" if missed else 0)


def occurrences(bug: Bug) -> int:
    """How often the text that a bug replaces stands in its file."""
    return (ROOT / bug.file).read_text(encoding="utf-8").count(bug.text)


def noticed_by(bug: Bug, checkout: Path) -> str | None:
    """The test that notices a bug, asking all tests where those that ought to do not; None where none does."""
    file = checkout / bug.file
    right = file.read_text(encoding="utf-8")
    file.write_text(right.replace(bug.text, bug.becomes), encoding="utf-8")
    try:
        expected = first_failure(checkout, bug.tests.split())
        other = None if expected else first_failure(checkout, [])
    finally:
        file.write_text(right, encoding="utf-8")
    if other and first_failure(checkout, [other]):
        sys.exit(f"without a bug {other} fails")
    return expected or other


def first_failure(checkout: Path, tests: list[str]) -> str | None:
    """The first test that fails; None when all pass.

    :param tests: files or folders with tests; none for all of them.
    """
    command = [sys.executable, *PYTEST, "-k", OF_GENERATORS, *tests]
    done = subprocess.run(  # noqa: S603 - this Python, and files of this checkout
        command,
        cwd=checkout,
        env=environment(checkout),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode == 0:
        return None
    found = re.search(r"^(?:FAILED|ERROR) (\S+?)(?:\[.*)?(?: - .*)?$", done.stdout, re.MULTILINE)
    if found is None:  # such as a conftest that cannot be imported
        return f"pytest, which ends with status {done.returncode}"
    return found[1]


if __name__ == "__main__":
    main()
