"""Inputs by number: each can be made again by itself, and the whole run is the same every time."""

from __future__ import annotations

from fuzzing.mutations import Mutator
from fuzzing.trying import Trying

__all__ = ["run"]


def run(trying: Trying) -> None:
    """Try the inputs of this process."""
    task = trying.task
    mutator = Mutator(task.corpus)
    for number in range(task.first, task.end, task.step):
        if trying.is_over:
            break
        trying.take(number, mutator.made(task.seed, number))
