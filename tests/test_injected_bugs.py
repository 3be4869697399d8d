"""The bugs that ``tools/injected_bugs.py`` makes can still be made: it takes minutes, and is not run with the tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.once

TOOLS = Path(__file__).resolve().parent.parent / "tools"


@pytest.fixture(scope="module")
def tool() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TOOLS))
        import injected_bugs

        yield injected_bugs
        for name in ("injected_bugs", "checkout"):
            sys.modules.pop(name, None)


def test_the_text_that_a_bug_replaces_stands_in_its_file_just_once(tool: Any) -> None:
    assert [bug.name for bug in tool.BUGS if tool.occurrences(bug) != 1] == []


def test_the_tests_that_ought_to_notice_a_bug_are_there(tool: Any) -> None:
    files = {file for bug in tool.BUGS for file in bug.tests.split()}
    assert [file for file in files if not (TOOLS.parent / file).exists()] == []


def test_every_bug_has_a_name_of_its_own(tool: Any) -> None:
    names = [bug.name for bug in tool.BUGS]
    assert len(names) == len(set(names)) >= 20
