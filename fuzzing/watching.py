"""The processes that try inputs are watched: one that hangs is ended, and in the place of one that is gone comes another."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import monotonic
from typing import Any

from attrs import Factory, define, evolve

from fuzzing.finds import Finds
from fuzzing.options import Options
from fuzzing.problems import Problem
from fuzzing.trying import RESTART, Find, Shown, Task, main

__all__ = ["Outcome", "run"]

# A process made by fork would begin with all that this one holds, its threads' locks too.
_CONTEXT = get_context("spawn")
_TO_BEGIN = 60.0
"""How many seconds a process has to begin."""


@define
class Outcome:
    """What came of a run."""

    finds: Finds
    counts: Counter[str] = Factory(Counter)
    seconds: float = 0.0
    restarts: int = 0
    megabytes: float = 0.0
    """The most memory that any of the processes had."""

    @property
    def inputs(self) -> int:
        """How many inputs were tried to the end."""
        return self.counts["inputs"]


@define(eq=False)
class _Worker:
    """One process after the other, for one part of the inputs."""

    task: Task
    outcome: Outcome
    _shown: Shown = Factory(lambda: Shown(_CONTEXT))
    _process: Any = None
    _connection: Any = None
    _begun: int = 0
    _since: float = 0.0

    def start(self) -> None:
        self._connection, theirs = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=main, args=(self.task, self._shown, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._begun, self._since = self._shown.begun, monotonic() + _TO_BEGIN

    @property
    def signs(self) -> list[Any]:
        """What to wait for."""
        return [self._connection, self._process.sentinel]

    def look(self) -> bool:
        """Take in what the process told, see how it is, and tell whether it goes on."""
        told = self._listen()
        if told or self._shown.begun != self._begun:
            self._begun, self._since = self._shown.begun, monotonic()
        if not self._process.is_alive():
            self._process.join()
            self._listen()
            return self._ended(self._process.exitcode)
        if monotonic() - self._since > self.task.bounds.patience:
            self._process.kill()
            self._process.join()
            self._listen()
            return self._gone(Problem("hang", "no answer", f"none in {self.task.bounds.patience:g} s"))
        return True

    def _listen(self) -> bool:
        told = False
        try:
            while self._connection.poll():
                self._take(self._connection.recv())
                told = True
        except EOFError:
            pass
        return told

    def _take(self, told: Find | Counter[str] | float) -> None:
        if isinstance(told, Find):
            self._keep(told.number, told.problem, told.data)
        elif isinstance(told, float):
            self.outcome.megabytes = max(self.outcome.megabytes, told)
        else:
            self.outcome.counts.update(told)

    def _keep(self, number: int, problem: Problem, data: bytes) -> None:
        if number < 0:
            smaller = Problem(problem.kind, f"{problem.where}, made smaller", problem.text)
            self.outcome.finds.keep(smaller, data, "the same with what it does not need left out")
            del self.outcome.finds.counts[smaller.key]
        else:
            self.outcome.finds.keep(problem, data, f"engine {self.task.engine}, seed {self.task.seed}, number {number}")

    def _ended(self, status: int) -> bool:
        if status == 0:
            return False
        if status == RESTART:
            return self._again()
        if status < 0:
            return self._gone(Problem("crash", signal.Signals(-status).name))
        return self._gone(Problem("crash", f"exit status {status}", "what stands on standard error says more"))

    def _gone(self, problem: Problem) -> bool:
        if self._shown.begun == 0 or self.outcome.restarts > 1_000:
            raise RuntimeError(f"the inputs cannot be tried: {problem.key}")
        self._keep(self._shown.number, problem, self._shown.data)
        return self._again()

    def _again(self) -> bool:
        self.outcome.restarts += 1
        self.task = evolve(self.task, first=self._shown.number + self.task.step)
        if self.task.first >= self.task.end:
            return False
        self.start()
        return True


def run(options: Options, corpus: Sequence[bytes], tell: Callable[[Outcome], None] = lambda _: None) -> Outcome:
    """Try the inputs that the options ask for.

    :param tell: is given the outcome so far, some times a second.
    """
    started = monotonic()
    outcome = Outcome(Finds(options.finds))
    task = Task(
        corpus=corpus,
        engine=options.engine,
        target=options.target,
        seed=options.seed,
        end=options.first + options.inputs,
        step=options.processes,
        until=None if options.seconds is None else started + options.seconds,
        bounds=options.bounds,
    )
    workers = [_Worker(evolve(task, first=options.first + place), outcome) for place in range(options.processes)]
    for worker in workers:
        worker.start()
    while workers:
        wait([sign for worker in workers for sign in worker.signs], timeout=0.2)
        workers = [worker for worker in workers if worker.look()]
        outcome.seconds = monotonic() - started
        tell(outcome)
    return outcome
