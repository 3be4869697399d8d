"""Files checked by several processes, and told in the order in which they were given.

Each process gets a batch and gives back what it did of it; a batch follows when the one before is back, so that no side ever
waits for the other to make place. What is ready before its turn is kept packed, and only so much of it.

Processes are started afresh (``spawn``) and not forked: a fork copies the locks of all threads of the program in whatever
state they are, and Windows and macOS do not do it. A fresh process is there in a fifth of a second.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from attrs import define, field

from sivi2017.bulk.batches import Batch, Batches
from sivi2017.bulk.files import FileReport, aborted, check_file, options_of, refuse_one
from sivi2017.bulk.worker import Check, Given, packed, unpacked, work
from sivi2017.reading.limits import Limits

if TYPE_CHECKING:
    from sivi2017.rules.profile import RuleProfile

__all__ = ["processors", "validate_files"]

_LIMITS = Limits()
_MOST_FILES = 10_000
"""How many files may be given out before the first of them is told."""
_MOST_BYTES = 16 * 1024 * 1024
"""How large the reports may be together that wait for an earlier one, before no other file is begun."""
_MOST_JOBS = 60 if os.name == "nt" else 1000
"""How many processes can be waited for: Windows sets a bound."""


def validate_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int = 1,
    tolerant: bool = False,
    rules: bool = True,
    profile: RuleProfile | None = None,
    limits: Limits = _LIMITS,
    max_size: int | None = None,
) -> Generator[FileReport, None, None]:
    """What is found in each of many files, in the order of the paths.

    Files are checked as the outcome is asked for, and neither all paths nor all reports are in memory. A file that cannot be
    read has a finding that says so, and the others follow.

    With several jobs this program is imported by each process: what it does must stand under ``if __name__ == "__main__":``.
    All processes end with the last file, with an exception such as ``KeyboardInterrupt``, and with ``close()`` of what this
    gives. A process that the system kills is replaced; the file that it had in hand has a finding.

    :param jobs: how many processes check. With 1, this one does; 0 means as many as there are processors.
    :param tolerant: as for ``validate``; so are ``rules`` and ``profile``.
    :param limits: as for ``validate``, and for a file of more than 8 MiB as for ``validate_stream``.
    :param max_size: how many bytes a file may have; None for any number.
    :raises ValueError: for less than no jobs.
    :raises TypeError: for one path in the place of several, and for what is no path.
    :raises RuntimeError: when processes cannot begin.
    """
    refuse_one(paths)
    if jobs < 0:
        raise ValueError("jobs must be 0 or more")
    check: Check = partial(
        check_file, **options_of(tolerant=tolerant, rules=rules, profile=profile, limits=limits, max_size=max_size)
    )
    names = (os.fspath(path) for path in paths)
    processes = min(jobs or processors(), _MOST_JOBS)
    return (check(name) for name in names) if processes == 1 else _checked(_Pool(check, processes, Batches(names)))


def processors() -> int:
    """How many processors this program may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _checked(pool: _Pool) -> Generator[FileReport, None, None]:
    try:
        yield from pool.reports()
    finally:
        pool.end()


@define(eq=False)
class _Worker:
    """A process that checks, seen from the one that asks."""

    process: SpawnProcess
    connection: Connection
    batch: Batch | None = None
    """What it has in hand."""


@define(eq=False)
class _Pool:
    check: Check
    jobs: int
    batches: Batches
    told: int = 0
    """How many reports were taken from here."""
    workers: list[_Worker] = field(factory=list)
    ready: dict[int, Given] = field(factory=dict)
    """Reports that were given, by the number of the first of their files."""
    waiting: int = 0
    """How many bytes these are together."""
    begun: bool = False
    """Whether any process has begun to check."""

    def reports(self) -> Iterator[FileReport]:
        """The reports in the order of the files."""
        while busy := self._give_out():
            for worker in _heard(busy):
                self._take_in(worker)
            self._give_out()  # before anything is told, which may take long
            while self.told in self.ready:
                number, data = self.ready.pop(self.told)
                self.told += number
                self.waiting -= len(data)
                yield from unpacked(data)

    def end(self) -> None:
        """End all processes: those without work by having nobody to ask them, the others by force."""
        for worker in self.workers:
            worker.connection.close()
            if worker.batch is not None:
                worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.process.close()
        self.workers.clear()

    def _give_out(self) -> list[_Worker]:
        """Give work to all who have none, as long as there is any; these have some then."""
        while len(busy := [worker for worker in self.workers if worker.batch is not None]) < self.jobs:
            ahead = self.batches.taken - self.told
            batch = self.batches.take(_MOST_FILES - ahead if self.waiting < _MOST_BYTES else 0)
            if batch is None:
                break
            self._give(batch)
        return busy

    def _give(self, batch: Batch) -> None:
        worker = next((worker for worker in self.workers if worker.batch is None), None) or self._started()
        worker.batch = batch
        try:
            worker.connection.send(batch.paths)
        except ConnectionError:  # it ended while it had nothing to do
            self._forget(worker)
            self.batches.again(batch)

    def _take_in(self, worker: _Worker) -> None:
        """Take what a worker has to give."""
        batch = worker.batch
        assert batch is not None
        try:
            number, data = worker.connection.recv()
        except (EOFError, OSError):
            how = self._forget(worker)
            path, *others = batch.paths
            if others:
                self.batches.again(batch)  # one of them is to blame
            else:
                report = aborted(f"ended with its process ({how}; perhaps memory ran out)")
                self._keep(batch.first, (1, packed([FileReport(path, report, readable=False, seconds=0)])))
            return
        if number:
            worker.batch = None
            self._keep(batch.first, (number, data))
            self.batches.done(batch, number)
        else:
            self.begun = True

    def _keep(self, first: int, given: Given) -> None:
        self.ready[first] = given
        self.waiting += len(given[1])

    def _started(self) -> _Worker:
        """A new worker."""
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(self.check, theirs), daemon=True)
        try:
            with _interrupt_held():
                process.start()
                worker = _Worker(process, ours)
                self.workers.append(worker)
        except OSError as error:
            raise RuntimeError(f"no process can be started: {error.strerror}") from None
        theirs.close()  # so that the end of the process is the end of the connection
        return worker

    def _forget(self, worker: _Worker) -> str:
        """Let go of a worker that ended by itself.

        :return: how it ended.
        :raises RuntimeError: when none has begun yet: the next would do no better.
        """
        self.workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        code = worker.process.exitcode or 0
        worker.process.close()
        if not self.begun:
            raise RuntimeError("a process ended before it began; is what this program does under if __name__ == '__main__'?")
        return f"signal {-code}" if code < 0 else f"exit status {code}"


def _heard(workers: list[_Worker]) -> list[_Worker]:
    """Wait until there are workers that have something to give, or have ended, and give these."""
    heard = wait([worker.connection for worker in workers])
    return [worker for worker in workers if worker.connection in heard]


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Have Ctrl-C wait, so that a process that begins now is deaf to it from the first moment, and none begins unseen."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    from multiprocessing.resource_tracker import ensure_running  # noqa: PLC0415 - not everywhere is it of use

    # It comes with the first process, and would end the wait.
    ensure_running()
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)
