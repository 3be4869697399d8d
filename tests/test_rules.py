"""The rules together: which there are, how they are run, and what a profile changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import full_message, sample
from test_rules_support import ASKED, VERZUIM_MESSAGE, insert, replace

import sivi2017
from sivi2017 import Layer, Severity, examples
from sivi2017.rules import Rule, RuleProfile, all_rules, rule_findings
from sivi2017.rules.engine import Found, Place, rule, run_rules
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import every_message

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

NUMBERS = ["BSN-1", "BSN-2", "LHN-1", "LHN-2", "KVK-1", "VST-1", "PC-1", "LAND-1", "IBAN-1"]
TEXT = ["LEEG-1", "LEEG-2", "TXT-1"]
DATES = ["DAT-1", "DAT-2", "DAT-3", "DAT-4", "DAT-5", "DAT-6"]
ABSENCE = ["VRZ-1", "VRZ-2", "VRZ-3", "VRZ-4", "VRZ-5", "VRZ-6", "VRZ-7", "VRZ-8"]
EMPLOYEE = ["ADR-1", "NAAM-1", "DNST-1", "SLT-1", "SLT-2"]
COUPLING = ["EDI-1", "PRV-1", "PRV-2", "KOP-1", "KOP-2"]
ERRORS = [
    *["BSN-1", "PC-1", "IBAN-1", "LEEG-1", "DAT-1", "DAT-2", "DAT-3", "DAT-5"],
    *["VRZ-1", "VRZ-4", "VRZ-7", "ADR-1", "SLT-1", "SLT-2"],
]

WRONG = replace(VERZUIM_MESSAGE, ("012345672", "12345673"))
"""The burgerservicenummer does not pass the elfproef (an error), and has eight digits (a warning)."""


def test_these_are_the_rules_in_this_order() -> None:
    """A program acts on the id of a finding, so an id never changes."""
    assert [item.id for item in all_rules()] == [*NUMBERS, *TEXT, *DATES, *ABSENCE, *EMPLOYEE, *COUPLING]


def test_these_rules_refuse_a_message() -> None:
    """All the others warn."""
    assert [item.id for item in all_rules() if item.severity is Severity.ERROR] == ERRORS


@pytest.mark.parametrize("item", all_rules(), ids=lambda item: item.id)
def test_a_rule_says_in_sentences_what_must_hold_and_why(item: Rule) -> None:
    """The reason adds something to the statement."""
    for text in (item.statement, item.reason):
        assert re.fullmatch(r"[A-Z].{20,}\.", text)
    assert item.statement != item.reason


@pytest.mark.parametrize("item", all_rules(), ids=lambda item: item.id)
def test_a_rule_looks_somewhere(item: Rule) -> None:
    """A tag that is spelt wrong in a rule would make it silent for ever."""
    elements = [element for message in every_message() for _, element in message.root.walk()]
    assert any(item.applies(element) for element in elements)


def rows() -> Iterator[tuple[str, ...]]:
    """The rows of the tables of the page on the rules."""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| [A-Z]+-[0-9]", line):
            yield tuple(cell.strip() for cell in line.strip("|").split("|"))


def test_the_page_on_the_rules_has_them_all_and_says_what_they_say() -> None:
    """In the same order, with the same severity, statement and reason."""
    assert list(rows()) == [(item.id, str(item.severity), item.statement, item.reason) for item in all_rules()]


def test_a_finding_tells_which_rule_where_and_what() -> None:
    """It has no line, as objects have none, and its sentence says no more of a number than its form."""
    error, warning = rule_findings(sivi2017.read(WRONG.encode()), ASKED)
    assert (error.id, error.severity, error.layer, error.line) == ("BSN-1", Severity.ERROR, Layer.RULE, None)
    assert error.path == "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/SofiNr"
    assert error.message == "Wrknmr[1]/SofiNr (Burgerservicenummer): is no burgerservicenummer: it does not pass the elfproef"
    assert (warning.id, warning.severity) == ("BSN-2", Severity.WARNING)
    assert warning.message.endswith("must be written with nine digits; has the form 99999999")


@pytest.mark.parametrize(
    ("old", "new", "start"),
    [
        ("<Voorl>ABC", "<Voorl>AB ", "Wrknmr[1]/Voorl (Voorletters): "),
        ("<SignNm>Voorbeeld", "<SignNm> Voorbeeld", "Wrknmr[1]/SignNm (Significant deel van de achternaam): "),
    ],
)
def test_a_finding_has_the_dutch_name_of_its_element(old: str, new: str, start: str) -> None:
    (finding,) = rule_findings(sivi2017.read(replace(VERZUIM_MESSAGE, (old, new)).encode()), ASKED)
    assert finding.message.startswith(start)


def test_a_place_shows_no_value() -> None:
    """It may end up in a log of somebody who writes a rule."""
    place = Place("Jansen", every_message()[0].root, "SignNm")
    assert "Jansen" not in repr(place)


def test_a_label_that_is_the_tag_is_not_repeated() -> None:
    """``Iban`` is called Iban in Dutch."""
    text = insert(VERZUIM_MESSAGE, "</IdWrknmr>", "<BnkGiro><Iban>NL00</Iban></BnkGiro>")
    messages = [finding.message for finding in rule_findings(sivi2017.read(text.encode())) if finding.id == "IBAN-1"]
    assert messages == ["BnkGiro/Iban: is no IBAN: its length, its form or its check digits are wrong"]


def test_a_path_begins_with_the_name_that_the_root_has_in_the_file() -> None:
    """A tolerant reader takes a root with another name."""
    findings = rule_findings(sivi2017.read(WRONG.encode()), ASKED, root_name="Message")
    assert {finding.path for finding in findings} == {"/Message/Wrkgvr[1]/Wrknmr[1]/SofiNr"}


def test_a_profile_changes_what_a_finding_is() -> None:
    """A rule that is not named keeps its own severity."""
    profile = RuleProfile(severities={"BSN-2": Severity.ERROR}, requested={"SofiNr"})
    findings = rule_findings(sivi2017.read(WRONG.encode()), profile)
    assert [(finding.id, finding.severity) for finding in findings] == [("BSN-1", Severity.ERROR), ("BSN-2", Severity.ERROR)]


def test_a_profile_switches_a_rule_off() -> None:
    """By None in the place of a severity."""
    profile = RuleProfile(severities={"BSN-1": None}, requested={"SofiNr"})
    assert [finding.id for finding in rule_findings(sivi2017.read(WRONG.encode()), profile)] == ["BSN-2"]


def test_a_profile_keeps_the_usual_verwerkingscodes_that_it_does_not_name() -> None:
    """Partners differ in one or two of them."""
    profile = RuleProfile(verwerkingscodes={"correctie": "05", "intrekking": "03"})
    assert profile.verwerkingscodes == {"nieuw": "01", "correctie": "05", "ongewijzigd": "04", "intrekking": "03"}


def test_a_profile_refuses_a_verwerkingscode_that_no_rule_knows() -> None:
    """A typing error would leave the usual code in force."""
    with pytest.raises(ValueError, match=r"are nieuw, correctie, ongewijzigd, intrekking; not corectie$"):
        RuleProfile(verwerkingscodes={"corectie": "05"})


def test_a_rule_that_fails_is_a_finding_and_hides_no_other() -> None:
    """What the exception says is left out: it may quote a person's data."""

    @rule("X-1", Severity.WARNING, "statement", "reason", on=("SofiNr",))
    def fails(place: Place, _: RuleProfile) -> Iterator[Found]:
        raise ValueError(place.value)

    message = sivi2017.read(WRONG.encode())
    failed, *others = run_rules(message, ASKED, (fails, *all_rules()))
    assert (failed.id, failed.severity, failed.path) == (
        "RULE-FAILED",
        Severity.ERROR,
        "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/SofiNr",
    )
    assert failed.message == "Wrknmr[1]/SofiNr: rule X-1 failed with ValueError, so that it is not known whether it holds"
    assert [finding.id for finding in others] == ["BSN-1", "BSN-2"]


def a_value(tag: str, form: str) -> str:
    """A valid value that most rules find wrong, and that can be told from all other text: it is made of 57 or Qq."""
    if "codes" in form or tag in {"AandatBr", "AantijdBr", "VnrBrCd"}:
        return sample(tag, form)
    if form.startswith("nonNegativeInteger"):
        return "57"
    if form.startswith("date"):
        return {"Ingdat": "1957-05-07", "Enddat": "1957-05-06", "DatHrstld": "1957-05-06"}.get(tag, "2057-05-07")
    if form.startswith("decimal"):
        return "577.57"
    return {"LandCd": "Qq", "Pc": "Qq5757"}.get(tag, " Qq")


@pytest.mark.parametrize("name", ["Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden"])
def test_no_sentence_quotes_a_value(name: str) -> None:
    """A message in which nearly all is wrong: not a name, number or date comes back in a sentence."""
    findings = rule_findings(sivi2017.read(full_message(name, a_value, times=2).encode()))
    assert {"KVK-1", "PC-1", "LHN-1", "TXT-1", "DAT-3", "DAT-5", "DAT-6", "SLT-1", "SLT-2"} <= {item.id for item in findings}
    assert [finding.message for finding in findings if re.search("57|(?i:qq)", finding.message)] == []


@pytest.mark.parametrize("name", MESSAGES)
def test_every_rule_bears_a_message_with_all_that_there_is(name: str) -> None:
    """None fails, also where an element stands several times."""
    findings = rule_findings(sivi2017.read(full_message(name, times=2).encode()))
    assert "EDI-1" in {finding.id for finding in findings} or name == "Retourmelding1"
    assert "RULE-FAILED" not in {finding.id for finding in findings}


EXAMPLES = sorted(Path(examples.__file__).parent.glob("*.xml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_examples_keep_to_the_rules(file: Path) -> None:
    """Where a coupling asks for the burgerservicenummer that one of them has."""
    assert rule_findings(sivi2017.read(file), ASKED) == []
