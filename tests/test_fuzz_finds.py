"""Every input that was once not answered as it must be is answered now, in whatever way it is asked about."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="what an input costs is not measured on this system")

from fuzzing.checks import check_ways, every_way
from fuzzing.examining import examine
from fuzzing.options import BOUNDS
from fuzzing.problems import Problem

FILES = sorted((Path(__file__).parent / "data" / "finds").glob("*.xml"))


def test_there_are_finds() -> None:
    assert len(FILES) > 5


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_answered(file: Path) -> None:
    data = file.read_bytes()
    problems: list[Problem] = []
    for ways in every_way():
        problem = examine(lambda found, _, ways=ways: check_ways(found, ways), data, BOUNDS, Counter())  # type: ignore[misc]  # the ways of this turn
        problems += [problem] if problem else []
    assert problems == []
