"""Stream: one employee at a time, from files of growing size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import sivi2017
from benchmarks.cases.parts import employees, ratio
from benchmarks.data import write_message
from benchmarks.options import LIMITS, Options
from benchmarks.peak import WORKS, without_employees
from benchmarks.results import Ratio, Section
from benchmarks.timing import Contender, measured
from sivi2017.bindings import WerknemerGegevens

__all__ = ["sections"]


def sections(options: Options) -> Iterator[Section]:
    """One on growth, and one on what else streams."""
    few, many = options.streamed[0], options.streamed[-1]
    paths = {number: options.folder / f"{number}.xml" for number in (few, many)}
    for number, path in paths.items():
        write_message(path, number)
    yield _growth(paths, options)
    paths[many].unlink()
    yield _others(paths[few], few, options)
    paths[few].unlink()


def _growth(paths: dict[int, Path], options: Options) -> Section:
    contenders = [
        Contender("sivi2017.stream", "XML, schema → bindings", partial(WORKS["stream"], path), number)
        for number, path in paths.items()
    ]
    few, many = measured(contenders, options)
    smallest, largest = paths
    times = largest / smallest
    growth = Ratio(
        f"{employees(largest)} / {employees(smallest)}",
        many.median / few.median,
        at_least=times * 0.9,
        at_most=times * 1.1,
    )
    return Section("stream", "Stream, a small and a large file", "From a file.", [few, many], [growth])


def _others(path: Path, number: int, options: Options) -> Section:
    whole = sivi2017.read(path, limits=LIMITS)
    assert isinstance(whole, WerknemerGegevens)
    people, empty = whole.werkgever[0].werknemer, without_employees(whole)
    contenders = [
        Contender("lxml.etree.iterparse", "XML → elements, each cleared", partial(WORKS["iterparse"], path), number),
        Contender("sivi2017.read", "XML, schema → bindings, all at once", lambda: sivi2017.read(path, limits=LIMITS), number),
        Contender("sivi2017.stream", "XML, schema → bindings", partial(WORKS["stream"], path), number),
        Contender("sivi2017.validate_stream", "XML, schema, rules; findings", partial(WORKS["validate_stream"], path), number),
        Contender("sivi2017.validate", "XML, schema, rules; findings", lambda: sivi2017.validate(path, limits=LIMITS), number),
        Contender(
            "sivi2017.write_stream",
            "bindings, types, schema → XML",
            lambda: sivi2017.write_stream(BytesIO(), empty, people),
            number,
        ),
        Contender("sivi2017.write", "bindings, types, schema → XML", lambda: sivi2017.write(whole), number),
    ]
    section = Section(
        "stream", f"Stream or all at once, {employees(number)}", "From a file, or to memory.", measured(contenders, options)
    )
    return ratio(
        section,
        ("sivi2017.stream", "lxml.etree.iterparse", None, None),
        ("sivi2017.stream", "sivi2017.read", None, None),
        ("sivi2017.validate_stream", "sivi2017.validate", None, None),
        ("sivi2017.write_stream", "sivi2017.write", None, None),
    )
