"""Write: from objects to bytes."""

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
from sivi2017.bindings import WerknemerGegevens

__all__ = ["sections"]


def sections(options: Options) -> Iterator[Section]:
    """One for each size of a message."""
    for number in options.employees:
        yield _section(number, options)


def _section(number: int, options: Options) -> Section:
    data = message(number)
    root, values = etree.fromstring(data), hand_written.read(data)
    objects = sivi2017.read(data, limits=LIMITS)
    assert isinstance(objects, WerknemerGegevens)
    contenders = [
        Contender(
            "lxml.etree.tostring",
            "tree that is there → XML",
            lambda: etree.tostring(root, encoding="UTF-8", xml_declaration=True),
            number,
        ),
        Contender("hand-written ElementTree", "dataclasses → XML", lambda: hand_written.write(values), number),
        Contender("xsdata's XmlSerializer", "bindings → XML", lambda: with_xsdata.serialize(objects), number),
        Contender("sivi2017.write(check=False)", "bindings → XML", lambda: sivi2017.write(objects, check=False), number),
        Contender("sivi2017.write", "bindings, types, schema → XML", lambda: sivi2017.write(objects), number),
    ]
    section = Section(
        "write",
        f"Write, {described_size(number, data, root)}",
        f"xsdata with its {with_xsdata.serializer_name()}.",
        measured(contenders, options),
    )
    return ratio(
        section,
        ("xsdata's XmlSerializer", "sivi2017.write(check=False)", 40, None),
        ("sivi2017.write(check=False)", "lxml.etree.tostring", None, 3),
        ("xsdata's XmlSerializer", "sivi2017.write", None, None),
        ("sivi2017.write", "lxml.etree.tostring", None, None),
        ("hand-written ElementTree", "sivi2017.write(check=False)", None, None),
    )
