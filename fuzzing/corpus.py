"""The valid messages that inputs are made from."""

from __future__ import annotations

from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

import sivi2017
from sivi2017 import testing
from sivi2017.testing import Level

__all__ = ["corpus"]

_SEED = 2017
_LARGEST = 6_000
"""In bytes: what is large is made of small ones by repetition, and seldom, so that many inputs can be tried."""


def corpus(each: int = 200) -> list[bytes]:
    """Messages of every kind and at every level, and the examples of the library: the same ones at every call.

    :param each: how many are drawn at each level.
    """
    found = [file.read_bytes() for file in sorted((Path(sivi2017.__file__).parent / "examples").glob("*.xml"))]
    levels: tuple[Level, ...] = ("schema", "rules", "realistic")
    for level in levels:
        found += _drawn(level, each)
    return [data for data in found if len(data) <= _LARGEST]


def _drawn(level: Level, number: int) -> list[bytes]:
    made: list[bytes] = []

    # Nothing is tested here: a message that takes long to draw is as good as another.
    @hypothesis.seed(_SEED)
    @settings(
        max_examples=number, phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(testing.messages(level=level))
    def draw(message: sivi2017.bindings.Message) -> None:
        made.append(sivi2017.write(message, pretty=len(made) % 2 == 0))

    draw()
    return made
