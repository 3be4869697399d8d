"""What the tests of the rules start from: small messages in which no rule finds anything, and one question to ask."""

from __future__ import annotations

import pytest
from conftest import DIENSTVERBANDEN, RETOUR, VERZUIM, WERKNEMER, changed

import sivi2017
from sivi2017.rules import RuleProfile, rule_findings

ASKED = RuleProfile(requested={"SofiNr"})
"""The messages have a SofiNr: this is the profile of a coupling that asks for it."""

_LHNR = "<Lhnr>123456789L01</Lhnr>"


def insert(text: str, after: str, new: str) -> str:
    """A message with something more in it, after a text that stands there once."""
    return changed(text, (after, after + new)).decode()


def replace(text: str, *changes: tuple[str, str]) -> str:
    """A message with each text, that stands there once, replaced by another."""
    return changed(text, *changes).decode()


VERZUIM_MESSAGE = VERZUIM
WERKNEMER_MESSAGE = insert(WERKNEMER, "</AansltnrGeguitwlngArbdnst>", _LHNR)
DIENSTVERBANDEN_MESSAGE = insert(DIENSTVERBANDEN, "</AansltnrGeguitwlngArbdnst>", _LHNR)
RETOUR_MESSAGE = RETOUR


def found(rule_id: str, text: str, profile: RuleProfile = ASKED) -> list[str]:
    """Where a rule finds something in a message that is valid: the last two parts of each path."""
    findings = rule_findings(sivi2017.read(text.encode()), profile)
    return ["/".join(str(finding.path).split("/")[-2:]) for finding in findings if finding.id == rule_id]


@pytest.mark.parametrize("text", [VERZUIM_MESSAGE, WERKNEMER_MESSAGE, DIENSTVERBANDEN_MESSAGE, RETOUR_MESSAGE])
def test_no_rule_finds_anything_in_the_messages_that_the_tests_start_from(text: str) -> None:
    """So what a test finds comes from what it changed."""
    assert rule_findings(sivi2017.read(text.encode()), ASKED) == []
