"""What is measured, and how often."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from sivi2017 import Limits

__all__ = ["FULL", "LIMITS", "SMALL", "Options"]

LIMITS = Limits(max_bytes=2**40, max_tags=2**40)
"""The messages measured here are larger than the reader takes from a stranger by default."""


@frozen(kw_only=True)
class Options:
    """The size of a run."""

    employees: tuple[int, ...]
    """How many employees a message has that is read, written and validated as a whole."""
    streamed: tuple[int, ...]
    """How many employees a message has that is streamed."""
    repeat: int
    """How many turns each call has."""
    turn: float
    """How many seconds a turn takes at least: a shorter call is made several times in it."""
    files: int
    """How many files a folder has."""
    folder: Path = Path()
    """Where the messages are written that are read from a file."""


FULL = Options(employees=(1, 2_000, 50_000), streamed=(10_000, 100_000, 1_000_000), repeat=5, turn=0.2, files=4_000)
SMALL = Options(employees=(1, 30), streamed=(20, 60), repeat=1, turn=0.01, files=4)
"""Enough to see that everything runs; its figures mean nothing."""
