"""The first call: what it costs beyond the later ones, in a fresh Python each time."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.children import told_by
from benchmarks.fresh import CALLS
from benchmarks.options import Options
from benchmarks.results import Measurement, Section

__all__ = ["sections"]

_KINDS = {"first": "the first call", "later": "a later call", "extra": "what the first costs more"}


def sections(options: Options) -> Iterator[Section]:
    """One."""
    samples: dict[tuple[str, str], list[float]] = {(name, kind): [] for name in CALLS for kind in _KINDS}
    for _ in range(options.repeat):
        for name in CALLS:
            for kind, seconds in told_by("-m", "benchmarks.fresh", name).items():
                samples[name, kind].append(seconds)
    yield Section(
        "first",
        "The first call for one employee, each time in a fresh Python",
        "After the import of what is called. The schema is loaded, and what depends on it made ready, when a message first "
        "needs it. The first write is one without a read before it.",
        [Measurement(name, _KINDS[kind], times, size=1) for (name, kind), times in samples.items()],
    )
