"""The first call of a process, and later ones: ``python -m benchmarks.fresh CALL``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

__all__ = ["CALLS"]

_LATER = 20


def _read() -> Callable[[], object]:
    from benchmarks.data import message
    from sivi2017 import read

    data = message(1)
    return lambda: read(data)


def _validate() -> Callable[[], object]:
    from benchmarks.data import message
    from sivi2017 import validate

    data = message(1)
    return lambda: validate(data)


def _write() -> Callable[[], object]:
    from benchmarks.data import message
    from benchmarks.with_xsdata import parse
    from sivi2017 import write

    objects = parse(message(1))
    return lambda: write(objects)


def _xsdata() -> Callable[[], object]:
    from xsdata.formats.dataclass.parsers import XmlParser

    from benchmarks.data import message
    from sivi2017.bindings import WerknemerGegevens

    data, parser = message(1), XmlParser()
    return lambda: parser.from_bytes(data, WerknemerGegevens)


CALLS: dict[str, Callable[[], Callable[[], object]]] = {
    "sivi2017.read": _read,
    "sivi2017.validate": _validate,
    "sivi2017.write": _write,
    "xsdata's XmlParser": _xsdata,
}
"""By name what imports and prepares a call, and gives it."""


def main(name: str) -> None:
    """Print how long the first call takes, how long a later one, and the difference."""
    call = CALLS[name]()
    first, *later = (_seconds(call) for _ in range(1 + _LATER))
    print(json.dumps({"first": first, "later": median(later), "extra": first - median(later)}))


def _seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1])
