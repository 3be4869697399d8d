"""One small message: the ziekmelding that a receiver gets when somebody falls ill."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

import sivi2017
from benchmarks.cases.parts import described_size, ratio
from benchmarks.data import ziekmelding
from benchmarks.options import Options
from benchmarks.results import Section
from benchmarks.timing import Contender, measured
from sivi2017.schema.files import schema_file

__all__ = ["sections"]


def sections(options: Options) -> Iterator[Section]:
    """One."""
    data = ziekmelding()
    objects = sivi2017.read(data)
    schema = etree.XMLSchema(etree.parse(schema_file("Verzuimmeldingen")))
    contenders = [
        Contender("lxml", "XML, schema; a verdict", lambda: schema.validate(etree.fromstring(data)), 1),
        Contender("sivi2017.read(rules=True)", "XML, schema, rules → bindings", lambda: sivi2017.read(data, rules=True), 1),
        Contender("sivi2017.read", "XML, schema → bindings", lambda: sivi2017.read(data), 1),
        Contender("sivi2017.write", "bindings, types, schema → XML", lambda: sivi2017.write(objects), 1),
    ]
    section = Section(
        "small",
        f"One small message: a ziekmelding, {described_size(1, data, etree.fromstring(data))}",
        "lxml's XMLSchema was made beforehand.",
        measured(contenders, options),
    )
    yield ratio(section, ("sivi2017.read(rules=True)", "lxml", None, 6), ("sivi2017.read", "lxml", None, None))
