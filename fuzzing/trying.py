"""Within the process that tries the inputs: each is shown to the one that watches before it is tried."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from importlib import import_module
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from attrs import Factory, define, evolve, frozen

from fuzzing.examining import Target, choices_of, examine, megabytes
from fuzzing.options import BOUNDS, MOST_BYTES, Bounds, Engine
from fuzzing.problems import Problem
from fuzzing.shrinking import shrunk

__all__ = ["RESTART", "Find", "Shown", "Task", "Trying", "main"]

RESTART = 75
"""The exit status that asks for a process with fresh memory."""


@frozen(kw_only=True)
class Task:
    """What one process has to do."""

    corpus: Sequence[bytes]
    engine: Engine = "random"
    target: str = "fuzzing.checks:check"
    seed: int = 1
    first: int = 0
    end: int = 0
    step: int = 1
    until: float | None = None
    """When it is over, on the clock that all processes share."""
    bounds: Bounds = BOUNDS


@frozen
class Find:
    """A problem with the number of its input, and with what of the input is enough for it."""

    number: int
    problem: Problem
    data: bytes


class Shown:
    """The number and the bytes of the input that is being tried, in memory that outlives the process."""

    def __init__(self, context: Any) -> None:
        self.numbers = context.RawArray("q", 3)
        self._data = context.RawArray("B", MOST_BYTES)

    def show(self, number: int, data: bytes) -> None:
        memoryview(self._data).cast("B")[: len(data)] = data
        self.numbers[1] = len(data)
        self.numbers[0] = number
        self.numbers[2] += 1

    @property
    def number(self) -> int:
        return int(self.numbers[0])

    @property
    def begun(self) -> int:
        """How many inputs have been begun: where this does not change, nothing goes on."""
        return int(self.numbers[2])

    @property
    def data(self) -> bytes:
        return bytes(memoryview(self._data).cast("B")[: self.numbers[1]])


@define
class Trying:
    """Tries one input after the other, and tells what came of it."""

    task: Task
    target: Target
    shown: Shown
    connection: Connection
    counts: Counter[str] = Factory(Counter)
    _megabytes: float = Factory(megabytes)
    _told: float = Factory(monotonic)
    _seen: set[str] = Factory(set)

    @property
    def is_over(self) -> bool:
        """Whether there is no more time."""
        return self.task.until is not None and monotonic() > self.task.until

    def take(self, number: int, data: bytes) -> None:
        """Try an input."""
        data = data[: MOST_BYTES - 1]
        self.shown.show(number, data)
        problem = examine(self.target, data, self.task.bounds, self.counts)
        self.counts["inputs"] += 1
        self.counts["bytes"] += len(data)
        if problem is None and megabytes() - self._megabytes > self.task.bounds.megabytes:
            problem = Problem(
                "memory", "inputs together", f"{megabytes() - self._megabytes:.0f} MB more since the process began"
            )
        if problem is not None:
            self._tell(number, problem, data)
        elif monotonic() - self._told > 1:
            self.finish()

    def finish(self) -> None:
        """Tell how many there were since it was told last, and how much memory there ever was."""
        self.connection.send(self.counts)
        self.connection.send(megabytes())
        self.counts = Counter()
        self._told = monotonic()

    def _tell(self, number: int, problem: Problem, data: bytes) -> None:
        self.connection.send(Find(number, problem, data))
        self.finish()
        if problem.kind == "memory":
            raise SystemExit(RESTART)
        if problem.kind in {"exception", "disagreement"} and problem.key not in self._seen:
            self._seen.add(problem.key)
            self.connection.send(Find(-1, problem, shrunk(data, self._gives(problem, data), self.task.bounds.patience / 2)))

    def _gives(self, problem: Problem, data: bytes) -> Callable[[bytes], bool]:
        """Whether the same happens to another input that is asked about in the way of this one."""
        bounds = evolve(self.task.bounds, megabytes=float("inf"))

        def is_same(other: bytes) -> bool:
            found = examine(self.target, other, bounds, Counter(), choices_of(data))
            return found is not None and found.key == problem.key

        return is_same


def main(task: Task, shown: Shown, connection: Connection) -> None:
    """Try all inputs of a task; what a process of its own begins with."""
    _bound_memory(task.bounds)
    names = {"random": "random_numbers", "hypothesis": "with_hypothesis", "atheris": "with_atheris"}
    engine = import_module(f"fuzzing.engines.{names[task.engine]}")
    module, _, name = task.target.partition(":")
    with getattr(engine, "instrumented", nullcontext)():
        target: Target = getattr(import_module(module), name)
    gc.freeze()  # what is there already stays
    trying = Trying(task, target, shown, connection)
    engine.run(trying)
    trying.finish()


def _bound_memory(bounds: Bounds) -> None:
    """Let an input that asks for very much more memory fail, before the machine does."""
    import resource  # noqa: PLC0415 - Windows has none, and the mutations are of use there too

    most = 4 * 2**30 + int(bounds.megabytes * 2**20)
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
