"""Read: from bytes to objects."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

import sivi2017
from benchmarks import hand_written, with_xsdata
from benchmarks.cases.parts import described_size, ratio
from benchmarks.data import message
from benchmarks.options import LIMITS, Options
from benchmarks.results import Section
from benchmarks.timing import Contender, measured
from sivi2017.reading.binder import bind_valid

__all__ = ["sections"]

_KIND = "WerknemerGegevens"


def sections(options: Options) -> Iterator[Section]:
    """One for each size of a message."""
    for number in options.employees:
        yield _section(number, options)


def _section(number: int, options: Options) -> Section:
    data = message(number)
    root = etree.fromstring(data)
    contenders = [
        Contender("lxml.etree.fromstring", "XML → tree", lambda: etree.fromstring(data), number),
        Contender("hand-written ElementTree", "XML → dataclasses; no schema", lambda: hand_written.read(data), number),
        Contender("xsdata's XmlParser", "XML → bindings; no schema", lambda: with_xsdata.parse(data), number),
        Contender("sivi2017.read", "XML, schema → bindings", lambda: sivi2017.read(data, limits=LIMITS), number),
        Contender("sivi2017's binder alone", "checked tree → bindings", lambda: bind_valid(root, _KIND), number),
    ]
    section = Section(
        "read",
        f"Read, {described_size(number, data, root)}",
        f"xsdata with its {with_xsdata.parser_name()}.",
        measured(contenders, options),
    )
    return ratio(
        section,
        ("xsdata's XmlParser", "sivi2017.read", 12, None),
        ("sivi2017.read", "lxml.etree.fromstring", None, 5),
        ("sivi2017's binder alone", "lxml.etree.fromstring", None, 3),
        ("hand-written ElementTree", "sivi2017.read", None, None),
    )
