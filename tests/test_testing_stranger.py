"""A project that uses the strategies as its author learnt from the documentation, run in a Python of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from conftest import uncounted

pytestmark = pytest.mark.once

pytest_plugins = ["pytester"]

RECEIVER = Path(__file__).parent / "projects" / "receiver"


@pytest.fixture
def receiver(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """The project, in a folder of its own, where all health checks of Hypothesis are on: no lines are counted there."""
    for name in os.environ.keys() - uncounted().keys():
        monkeypatch.delenv(name)
    shutil.copytree(RECEIVER, pytester.path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return pytester


def test_its_right_tests_pass(receiver: pytest.Pytester) -> None:
    receiver.runpytest_subprocess("test_right.py").assert_outcomes(passed=4)


def test_its_wrong_tests_show_the_smallest_message_that_fails(receiver: pytest.Pytester) -> None:
    """As XML, with what is required and no more; and of a broken message, what is wrong with it."""
    result = receiver.runpytest_subprocess("test_wrong.py")
    result.assert_outcomes(failed=2)
    shown = result.stdout.str()
    names, _, refused = shown.partition("test_a_broken_message_is_refused ___")
    assert "AttributeError: 'NoneType' object has no attribute 'capitalize'" in names
    assert "<Wrknmr>" in names
    assert "<Voorv>" not in names
    assert names.count("<Wrknmr>") == 1
    assert "message=<Verzuimmeldingen: bericht_algemeen, werkgever[1]>" in names
    told = "broken=Broken(id='XSD-MISSING', path='/Verzuimmeldingen', what='a required element is missing'), which is"
    # Where continuous integration runs, pytest tells all of it once more in its summary.
    assert "<BrAlg>" not in refused.partition(told)[2].partition("test_wrong.py:")[0]
    assert "<Wrkgvr>" in refused.partition(told)[2]
