"""Tests of the stranger that fail, to show what they tell."""

from __future__ import annotations

import opvang
from hypothesis import Phase, given, settings

from sivi2017 import testing, write
from sivi2017.bindings import Message
from sivi2017.testing import Broken

same = settings(database=None, derandomize=True, phases=[Phase.generate, Phase.shrink])
"""The same failure every time, and soon: without Hypothesis' own search for an explanation."""


@same
@given(testing.verzuimmeldingen())
def test_names(message: Message) -> None:
    assert "" not in opvang.names(write(message))


@same
@given(testing.broken(testing.verzuimmeldingen(level="realistic"), id="XSD-MISSING"))
def test_a_broken_message_is_refused(broken: Broken) -> None:
    assert not opvang.accept(broken.data)
