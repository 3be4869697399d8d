"""One input is tried, and what it costs is measured."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import process_time
from typing import TypeAlias
from zlib import crc32

from fuzzing.options import Bounds
from fuzzing.problems import Problem, of_exception

__all__ = ["Target", "choices_of", "examine", "expected_warnings", "megabytes"]

_STATUS = Path("/proc/self/status")

Target: TypeAlias = Callable[[bytes, Random], Iterator[str]]
"""Asks for answers to an input, and names each of them when it is there. It raises when an answer is wrong. How it asks, where
there are several ways, the ``Random`` decides."""


def choices_of(data: bytes) -> Random:
    """What decides how an input is asked about: the input itself, so that a file of it says all."""
    return Random(crc32(data))  # noqa: S311 - no secret


def examine(target: Target, data: bytes, bounds: Bounds, counts: Counter[str], choices: Random | None = None) -> Problem | None:
    """Try an input, and tell what is wrong with the answers.

    :param counts: the answers so far, by name; those that are given now are added.
    :param choices: how to ask, when it is not the input that decides.
    """
    grown = megabytes()
    with expected_warnings():
        started = process_time()
        try:
            for answer in target(data, choices or choices_of(data)):
                counts[answer] += 1
                now = process_time()
                if now - started > bounds.seconds:
                    return Problem("slow", answer, f"{now - started:.2f} s of processor time for {len(data)} bytes")
                started = now
        except Exception as error:  # noqa: BLE001 - to find out which ones there are is the point
            return of_exception(error)
    grown = megabytes() - grown
    if grown > bounds.megabytes:
        return Problem("memory", "one input", f"{grown:.0f} MB more for {len(data)} bytes")
    return None


@contextmanager
def expected_warnings() -> Iterator[None]:
    """Every warning is an error, but for the one that reading promises."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "[0-9]+ departures? from the standard|departures from the standard")
        yield


def megabytes() -> float:
    """The most memory that this process ever had."""
    if _STATUS.exists():  # what rusage tells on Linux may be the parent's
        return next(int(line.split()[1]) for line in _STATUS.read_bytes().splitlines() if line.startswith(b"VmHWM")) / 2**10
    import resource  # noqa: PLC0415 - Windows has none, and the mutations are of use there too

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
