"""A broken message has just the fault that it names, wherever that is."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis.vendor.pretty import pretty
from test_testing_messages import drawn

import sivi2017
from sivi2017 import testing
from sivi2017.testing.fault_kinds import KINDS, Kind
from sivi2017.testing.faults import broken_in_way
from sivi2017.testing.levels import Level

pytestmark = pytest.mark.once

some = settings(max_examples=50, deadline=None, database=None)


def check_fault(broken: testing.Broken, profile: sivi2017.RuleProfile | None = None) -> None:
    errors = sivi2017.validate(broken.data, profile=profile or sivi2017.RuleProfile()).errors
    assert [(error.id, error.path) for error in errors] == [(broken.id, broken.path)]


@some
@given(testing.broken())
def test_there_is_one_error_and_it_is_the_one_that_is_named(broken: testing.Broken) -> None:
    check_fault(broken)


@pytest.mark.parametrize("level", get_args(Level))
def test_messages_of_every_level_can_be_broken(level: Level) -> None:
    @some
    @given(testing.broken(testing.messages(level=level)))
    def check(broken: testing.Broken) -> None:
        check_fault(broken)

    check()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.what)
def test_every_kind_of_fault_can_be_made(kind: Kind) -> None:
    @settings(some, max_examples=8)
    @given(broken_in_way(kind))
    def check(broken: testing.Broken) -> None:
        assert (broken.id, broken.what) == (kind.id, kind.what)
        check_fault(broken)

    check()


@pytest.mark.parametrize("finding_id", ["XSD-LENGTH", "DAT-1"])
def test_a_fault_can_be_asked_for(finding_id: str) -> None:
    @settings(some, max_examples=20)
    @given(testing.broken(id=finding_id))
    def check(broken: testing.Broken) -> None:
        assert broken.id == finding_id
        check_fault(broken)

    check()


def test_a_message_of_ones_own_is_broken_and_stays_as_it_was() -> None:
    (message,) = drawn(testing.verzuimmeldingen(level="realistic"), 1)
    before = sivi2017.write(message)

    @some
    @given(testing.broken(message))
    def check(broken: testing.Broken) -> None:
        check_fault(broken)
        assert broken.data != before

    check()
    assert sivi2017.write(message) == before


def test_a_rule_that_is_no_error_is_not_broken() -> None:
    """By the profile; and one with other errors gets just the fault that is named."""
    profile = sivi2017.RuleProfile(
        severities={"PC-1": None, "BSN-1": sivi2017.Severity.WARNING, "VRZ-5": sivi2017.Severity.ERROR}
    )
    told = set()

    @settings(some, max_examples=60)
    @given(testing.broken(profile=profile))
    def check(broken: testing.Broken) -> None:
        told.add(broken.id)
        check_fault(broken, profile)

    check()
    assert {"PC-1", "BSN-1"} & told == set()
    assert len(told) > 5


def test_a_fault_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="no fault is known for DAT-99; there are XSD-MISSING, "):
        testing.broken(id="DAT-99")


def test_a_fault_that_the_profile_or_the_message_cannot_have_is_refused() -> None:
    profile = sivi2017.RuleProfile(severities={"DAT-1": sivi2017.Severity.WARNING})
    with pytest.raises(ValueError, match="this profile makes no error of DAT-1"):
        testing.broken(id="DAT-1", profile=profile)
    with pytest.raises(ValueError, match="level must be rules or realistic"):
        testing.broken(level="schema")
    (answer,) = drawn(testing.retourmeldingen(), 1)
    with pytest.raises(ValueError, match="the message has no element in which there can be DAT-1"):
        drawn(testing.broken(answer, id="DAT-1"), 1)


@some
@given(testing.broken(id="BSN-1", level="realistic"))
def test_a_realistic_message_has_what_the_fault_needs(broken: testing.Broken) -> None:
    assert broken.path.endswith("/SofiNr")
    check_fault(broken)


def test_a_failing_test_shows_the_message_with_the_fault() -> None:
    broken = testing.Broken(data=b"<A><B>x</B></A>", id="XSD-ROOT", path="/A", what="another root")
    assert pretty(broken) == f"{broken!r}, which is\n<A>\n  <B>x</B>\n</A>\n"


def test_a_broken_message_shows_its_fault_and_not_its_content() -> None:
    broken = testing.Broken(data=b"<A>Jansen</A>", id="XSD-ROOT", path="/A", what="another root")
    assert repr(broken) == "Broken(id='XSD-ROOT', path='/A', what='another root')"


@some
@given(testing.broken(testing.retourmeldingen(), id="XSD-CODE"))
def test_a_strategy_and_an_id_go_together(broken: testing.Broken) -> None:
    assert broken.id == "XSD-CODE"
    assert b"Retourmelding1" in broken.data


def test_ids_are_told_once_each() -> None:
    ids = testing.fault_ids()
    assert len(set(ids)) == len(ids)
    assert {"XSD-MISSING", "XSD-VALUE", "BSN-1", "VRZ-1"} <= set(ids)
