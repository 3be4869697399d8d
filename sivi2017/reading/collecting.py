"""The garbage collector rests while a large message is made.

It would go through all that was made, again and again, and none of it is garbage: for a message of 50,000 employees that takes
as long as making it. There is one collector for all threads: the first one that makes a large message lets it rest, and the
last one wakes it, unless the program had it rest before that.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["without_collecting"]


class _Resting:
    """Who wants the collector to rest."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.number = 0
        """How many want it now."""
        self.was_enabled = False

    def begin(self) -> None:
        with self.lock:
            if self.number == 0:
                self.was_enabled = gc.isenabled()
                gc.disable()
            self.number += 1

    def end(self) -> None:
        with self.lock:
            self.number -= 1
            if self.number == 0 and self.was_enabled:
                gc.enable()

    def forget(self) -> None:
        """Begin anew in a process that was forked: the threads that wanted it are not in it."""
        if self.number and self.was_enabled:
            gc.enable()
        self.lock = Lock()  # the other may have been held
        self.number = 0


_resting = _Resting()
# Where nothing is forked there is nothing to call.
getattr(os, "register_at_fork", dict)(after_in_child=_resting.forget)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the garbage collector from running."""
    _resting.begin()
    try:
        yield
    finally:
        _resting.end()
