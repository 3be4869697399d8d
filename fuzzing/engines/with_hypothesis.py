"""Inputs that Hypothesis decides on: it likes the extremes, and repeats itself less."""

from __future__ import annotations

from random import Random

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fuzzing.mutations import Mutator
from fuzzing.trying import Trying

__all__ = ["run"]

_BATCH = 200


def run(trying: Trying) -> None:
    """Try inputs in batches, each with a seed of its own."""
    task = trying.task
    mutator = Mutator(task.corpus)
    number = task.first
    while number < task.end and not trying.is_over:
        number = _batch(trying, mutator, number)


def _batch(trying: Trying, mutator: Mutator, number: int) -> int:
    task = trying.task

    # What goes wrong is kept by ``trying``: nothing fails here, so that there is nothing to shrink.
    @hypothesis.seed(f"{task.seed}/{number}")
    @settings(
        max_examples=_BATCH, phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.sampled_from(task.corpus), st.randoms(use_true_random=False))
    def an_input_is_answered(data: bytes, random: Random) -> None:
        nonlocal number
        made = mutator.mutated(data, random)  # whatever is drawn must be drawn each time: Hypothesis tries some again
        if number < task.end and not trying.is_over:
            trying.take(number, made)
            number += task.step

    before = number
    an_input_is_answered()
    return max(number, before + 1)
