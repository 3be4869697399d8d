"""What stands in the place of the library in the tests of ``fuzzing``, each with a fault of its own.

A process of its own imports this, and should not wait for more.
"""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Iterator
from random import Random

from fuzzing.problems import Disagreement

HIT = b"<hit/>"
"""An input with this is not answered as it must be."""
HANG, CRASH, FILL = b"<hang/>", b"<crash/>", b"<fill/>"


def answers(_data: bytes, _choices: Random) -> Iterator[str]:
    yield "answer"


def raises(data: bytes, _choices: Random) -> Iterator[str]:
    yield "before"
    if HIT in data:
        raise KeyError("something")
    yield "after"


def disagrees(data: bytes, _choices: Random) -> Iterator[str]:
    yield "one"
    if HIT in data:
        raise Disagreement("one and other")


def warns(data: bytes, _choices: Random) -> Iterator[str]:
    yield "before"
    if HIT in data:
        warnings.warn("this is not told", stacklevel=1)


def is_slow(data: bytes, _choices: Random) -> Iterator[str]:
    end = time.process_time() + (0.4 if HIT in data else 0)
    while time.process_time() < end:
        pass
    yield "slow answer"


def ends_badly(data: bytes, _choices: Random) -> Iterator[str]:
    if HANG in data:
        signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP})
        time.sleep(600)
    if CRASH in data:
        os.kill(os.getpid(), signal.SIGKILL)
    filled = b"x" * (100 * 2**20 if FILL in data else 0)
    yield f"answer {len(filled)}"
