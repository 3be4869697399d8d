"""What is wrong is told once, with what it is and where it is, and nothing of the person that the message is about."""

from __future__ import annotations

from collections import Counter
from functools import cache
from xml.parsers import expat

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import (
    KINDS,
    Broken,
    Message,
    Spelling,
    broken,
    broken_apart,
    build,
    local,
    longest_value,
    messages,
    spell,
    spellings,
    thorough,
    usual_values,
)

import sivi2017
from sivi2017.schema.files import schema_file
from sivi2017.schema.model import every_message, message_model


def lines_by_path(data: bytes) -> dict[str, int]:
    """The line of each start tag, by a path in which every step but the first has its number; from another parser than ours."""
    lines, steps, counts = dict[str, int](), list[str](), [Counter[str]()]
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, _attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        counts[-1][tag] += 1
        steps.append(f"{tag}[{counts[-1][tag]}]" if steps else tag)
        counts.append(Counter())
        lines["/" + "/".join(steps)] = parser.CurrentLineNumber

    def end(_name: str) -> None:
        steps.pop()
        counts.pop()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return lines


def numbered(path: str) -> str:
    """A path with [1] where a step has no number."""
    empty, root, *steps = path.split("/")
    return "/".join([empty, root, *(step if step.endswith("]") else f"{step}[1]" for step in steps)])


some = settings(max_examples=30, deadline=None)
each_kind = pytest.mark.parametrize("kind", KINDS)


@each_kind
@some
@given(data=st.data())
def test_one_fault_gives_one_finding_at_its_place(kind: str, data: st.DataObject) -> None:
    made = data.draw(broken(kind))
    source = spell(made.message, data.draw(spellings()))
    [fault], [finding] = made.faults, sivi2017.validate(source).findings
    assert (finding.id, finding.layer, finding.severity) == (fault.id, sivi2017.Layer.XSD, sivi2017.Severity.ERROR)
    assert finding.path in fault.paths
    assert finding.line == lines_by_path(source)[numbered(finding.path)]


@thorough
@given(broken_apart(5), spellings())
def test_five_faults_in_five_places_give_five_findings(made: Broken, spelling: Spelling) -> None:
    findings = sivi2017.validate(spell(made.message, spelling)).findings
    expected = [(fault.id, path) for fault in made.faults for path in fault.paths]
    assert len({fault.kind for fault in made.faults}) == len(set(expected)) == 5
    assert sorted((finding.id, finding.path) for finding in findings) == sorted(expected)


@cache
def _second_validator(name: str) -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(schema_file(name))


@each_kind
@some
@given(data=st.data())
def test_there_are_as_many_findings_as_places_that_xmlschema_points_at(kind: str, data: st.DataObject) -> None:
    """It may have several sentences for one fault, and may point at what a fault stands in."""
    made = data.draw(broken(kind))
    source = spell(made.message, Spelling())
    errors = list(_second_validator(made.message.model.name).iter_errors(source))
    assert errors
    assert len({error.path for error in errors}) <= len(sivi2017.validate(source).findings)


@each_kind
@some
@given(data=st.data())
def test_no_value_shows(kind: str, data: st.DataObject) -> None:
    """Neither in a finding nor in an exception nor in a report; only codes, which say nothing of who it is."""
    made = data.draw(broken(kind))
    source = spell(made.message, Spelling())
    report = sivi2017.validate(source)
    with pytest.raises(sivi2017.InvalidMessage) as raised:
        sivi2017.read(source)
    shown = [repr(report), str(raised.value), repr(raised.value), *(str(finding) for finding in report.findings)]
    shown += [repr(report.message), *(str(finding.path) for finding in report.findings)]
    for value in values(made.message):
        assert not [text for text in shown if value in text]


_CODE_TAGS = {
    element.tag for model in every_message() for _, element in model.root.walk() if element.format and element.format.codes
}


def values(message: Message) -> set[str]:
    """All that the message holds but its codes, where it is long enough to tell something."""
    texts = set()
    for node in message.root.iter():
        text = node.text or ""
        is_code = local(node) in _CODE_TAGS and text.isascii()
        texts |= {"" if is_code else text, node.tail or "", *map(str, node.attrib.values())}
    return {text.strip() for text in texts if len(text.strip()) >= 3}


def test_a_group_alone_in_another_namespace_is_one_finding() -> None:
    message = build(message_model("Dienstverbanden"), longest_value)
    group = message.root[1]
    group.tag = "{urn:vreemd}Wrkgvr"
    findings = sivi2017.validate(spell(message, Spelling())).findings
    assert [(finding.id, finding.path) for finding in findings] == [("XSD-NAMESPACE", "/Dienstverbanden/Wrkgvr[1]")]


@thorough
@given(messages(), spellings())
def test_no_business_rule_fails_on_a_valid_message(message: Message, spelling: Spelling) -> None:
    findings = sivi2017.validate(spell(message, spelling)).findings
    assert "RULE-FAILED" not in {finding.id for finding in findings}
    assert all(finding.layer is sivi2017.Layer.RULE and finding.line and finding.path for finding in findings)


@thorough
@given(messages(usual_values))
def test_no_value_shows_in_what_a_business_rule_finds(message: Message) -> None:
    """Only the version of the message does, in the rule about it."""
    findings = sivi2017.validate(spell(message, Spelling())).findings
    shown = [finding.message for finding in findings if finding.id != "KOP-1"]
    for value in values(message):
        assert not [text for text in shown if value in text]
