"""How time is taken.

The ways to do some work take turns, so that what else the machine does hits all alike. Before each turn the garbage collector
clears up, outside the time; what was made beforehand, such as the message, is taken out of its sight, and it is then left on,
as it is for who uses the libraries. What a call gives is kept until the clock has stopped. A short call is made several times
within its turn, and each counts for its part.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from math import ceil
from time import perf_counter

from attrs import frozen

from benchmarks.options import Options
from benchmarks.results import Measurement

__all__ = ["Contender", "measured"]


@frozen
class Contender:
    """One way to do some work."""

    name: str
    does: str
    run: Callable[[], object]
    size: int | None = None


def measured(contenders: Iterable[Contender], options: Options) -> list[Measurement]:
    """The times of some contenders, each with as many turns as the options say, after a call that does not count."""
    turns = [(contender, _calls_a_turn(contender, options.turn), list[float]()) for contender in contenders]
    gc.collect()
    gc.freeze()
    try:
        for _ in range(options.repeat):
            for contender, calls, samples in turns:
                samples.append(_turn(contender.run, calls))
    finally:
        gc.unfreeze()
    return [Measurement(contender.name, contender.does, samples, size=contender.size) for contender, _, samples in turns]


def _calls_a_turn(contender: Contender, least: float) -> int:
    # The first call may have something to prepare. Where it took much longer than a turn, the next one will as well.
    if _turn(contender.run, 1) > 5 * least:
        return 1
    return max(1, ceil(least / _turn(contender.run, 1)))


def _turn(run: Callable[[], object], calls: int) -> float:
    gc.collect()
    spent = 0.0
    for _ in range(calls):
        start = perf_counter()
        result = run()
        spent += perf_counter() - start
        del result
    return spent / calls
