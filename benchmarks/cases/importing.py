"""Import: in a fresh Python each time."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.cases.parts import ratio
from benchmarks.children import told_by
from benchmarks.options import Options
from benchmarks.results import Measurement, Section

__all__ = ["sections"]

_WANTED = {
    "import lxml.etree, attrs": "what the library stands on",
    "import sivi2017": "the rest comes with the first use of a name",
    "from sivi2017 import read, validate, write": "with all that these need",
    "import sivi2017.bindings": "the generated classes",
}
_CODE = "from time import perf_counter as now; start = now(); {}; print(now() - start)"


def sections(options: Options) -> Iterator[Section]:
    """One."""
    samples: dict[str, list[float]] = {code: [] for code in _WANTED}
    for code in _WANTED:
        told_by("-c", _CODE.format(code))  # so that the compiled modules are there
    for _ in range(options.repeat):
        for code, times in samples.items():
            times.append(told_by("-c", _CODE.format(code)))
    section = Section(
        "import",
        "Import, each time in a fresh Python",
        "The start of Python itself does not count.",
        [Measurement(code, _WANTED[code], times) for code, times in samples.items()],
    )
    base, lazy, used, _ = _WANTED
    yield ratio(section, (lazy, base, None, 1.5), (used, base, None, None))
