"""How much memory one piece of work takes at most, in a process of its own: ``python -m benchmarks.peak WORK FILE``.

Each reads the file, of which all but those that stream have the bytes in memory. What is measured is the whole process: Python,
the libraries, the bytes and what is made of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from lxml import etree

import sivi2017
from benchmarks import hand_written, with_xsdata
from benchmarks.options import LIMITS
from sivi2017.bindings import WerknemerGegevens

__all__ = ["WORKS", "without_employees"]


def without_employees(objects: object) -> WerknemerGegevens:
    """What stands around the employees of a message, for them to be written one at a time."""
    assert isinstance(objects, WerknemerGegevens)
    return replace(objects, werkgever=[replace(werkgever, werknemer=[]) for werkgever in objects.werkgever])


def _read(path: Path) -> object:
    return sivi2017.read(path.read_bytes(), limits=LIMITS)


def _validate(path: Path) -> object:
    return sivi2017.validate(path.read_bytes(), limits=LIMITS)


def _write(path: Path) -> object:
    return sivi2017.write(sivi2017.read(path.read_bytes(), limits=LIMITS))


def _stream(path: Path) -> object:
    return sum(len(part.werknemer.dienstverband) for part in sivi2017.stream(path, limits=LIMITS))


def _validate_stream(path: Path) -> object:
    return sivi2017.validate_stream(path, limits=LIMITS)


def _write_stream(path: Path) -> object:
    """From one file to another, employee by employee."""
    parts = sivi2017.stream(path, limits=LIMITS)
    first = next(parts)
    message = without_employees(first.message)
    return sivi2017.write_stream(path.with_suffix(".copy"), message, (part.werknemer for part in chain([first], parts)))


def _iterparse(path: Path) -> object:
    number = 0
    for _, node in etree.iterparse(path, tag="{*}Wrknmr"):
        number += 1
        node.clear()
        parent = node.getparent()
        assert parent is not None
        while node.getprevious() is not None:
            del parent[0]
    return number


WORKS: dict[str, Callable[[Path], object]] = {
    "lxml": lambda path: etree.fromstring(path.read_bytes()),
    "hand-written": lambda path: hand_written.read(path.read_bytes()),
    "xsdata": lambda path: with_xsdata.parse(path.read_bytes()),
    "read": _read,
    "validate": _validate,
    "write": _write,
    "iterparse": _iterparse,
    "stream": _stream,
    "validate_stream": _validate_stream,
    "write_stream": _write_stream,
}
"""Each piece of work by its name; what it gives is in memory when the memory is measured."""


def _most() -> int:
    """The most bytes of memory that this process had so far."""
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) * 1024
    # Not on Linux, where this number may be that of the process which started us. macOS tells it in bytes.
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(work: str, file: str) -> None:
    """Print the most bytes of memory that some work takes."""
    result = WORKS[work](Path(file))
    print(json.dumps(_most()))
    del result


if __name__ == "__main__":
    main(*sys.argv[1:])
