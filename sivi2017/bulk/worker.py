"""What a process does that checks files for another.

It gets a list of paths, checks until its turn is over, and gives back how many it came to and what was found in them. So small
files travel by the dozen, and a large one keeps no other waiting: whoever asked gives the rest to whom it likes.
"""

from __future__ import annotations

import pickle
import signal
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from time import perf_counter

from sivi2017.bulk.files import FileReport

__all__ = ["Check", "Given", "packed", "unpacked", "work"]

Check = Callable[[str], FileReport]
Given = tuple[int, bytes]
"""What a worker gives: of how many files, and their reports, packed. Of none, when it has begun."""

_TURN = 0.05
"""Seconds after which a worker tells what it has."""


def work(check: Check, connection: Connection) -> None:
    """Check the files that are asked for, as long as there is somebody who asks."""
    # Ctrl-C in a terminal goes to all processes: the one that asks decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        connection.send((0, b""))
        while True:
            connection.send(_turn(check, connection.recv()))
    except (EOFError, ConnectionError):
        return  # nobody asks any more


def _turn(check: Check, paths: Sequence[str]) -> Given:
    reports = []
    over = perf_counter() + _TURN
    for path in paths:
        reports.append(check(path))
        if perf_counter() >= over:
            break
    return len(reports), packed(reports)


def packed(reports: list[FileReport]) -> bytes:
    """Reports in a form that takes little room."""
    return pickle.dumps(reports, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> list[FileReport]:
    """The reports again."""
    reports: list[FileReport] = pickle.loads(data)  # noqa: S301 - our own process made it
    return reports
