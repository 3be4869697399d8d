"""Memory: the most that a process has at any time, each time in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.cases.parts import employees, ratio
from benchmarks.children import told_by
from benchmarks.data import write_message
from benchmarks.options import Options
from benchmarks.results import Measurement, Ratio, Section

__all__ = ["sections"]

_WHOLE = {
    "lxml": ("lxml.etree.fromstring", "XML → tree"),
    "hand-written": ("hand-written ElementTree", "XML → dataclasses; no schema"),
    "xsdata": ("xsdata's XmlParser", "XML → bindings; no schema"),
    "read": ("sivi2017.read", "XML, schema → bindings"),
    "validate": ("sivi2017.validate", "XML, schema, rules; findings"),
    "write": ("sivi2017.read and write", "there and back"),
}
_STREAMED = {
    "iterparse": ("lxml.etree.iterparse", "XML → elements, each cleared"),
    "stream": ("sivi2017.stream", "XML, schema → bindings"),
    "validate_stream": ("sivi2017.validate_stream", "XML, schema, rules; findings"),
    "write_stream": ("sivi2017.stream into write_stream", "from one file to another"),
}


def sections(options: Options) -> Iterator[Section]:
    """One for each size of a message that is read as a whole, and one for all that are streamed."""
    for number in options.employees:
        section = Section(
            "memory",
            f"Peak memory of the process, {employees(number)}",
            "Python, the libraries, the bytes of the message, and what is made of them.",
            _measured(options, number, _WHOLE),
        )
        yield ratio(
            section,
            ("sivi2017.read", "lxml.etree.fromstring", None, None),
            ("xsdata's XmlParser", "sivi2017.read", None, None),
            ("hand-written ElementTree", "sivi2017.read", None, None),
        )
    yield _streamed(options)


def _streamed(options: Options) -> Section:
    few, *_, many = options.streamed
    found = [item for number in options.streamed for item in _measured(options, number, _STREAMED)]
    peaks = {(item.name, item.size): item.median for item in found}
    ratios = [
        Ratio(f"{name}: {employees(many)} / {employees(few)}", peaks[name, many] / peaks[name, few], 0.9, 1.1)
        for name, _ in _STREAMED.values()
        if name.startswith("sivi2017")
    ]
    return Section("memory", "Peak memory of the process, streamed from a file", "", found, ratios)


def _measured(options: Options, number: int, works: dict[str, tuple[str, str]]) -> list[Measurement]:
    path = options.folder / f"{number}.xml"
    write_message(path, number)
    found = [
        Measurement(name, does, [told_by("-m", "benchmarks.peak", work, str(path))], "B", number)
        for work, (name, does) in works.items()
    ]
    for made in options.folder.glob(f"{number}.*"):
        made.unlink()
    return found
