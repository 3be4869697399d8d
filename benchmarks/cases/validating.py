"""Validate: each layer alone, and all together."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

import sivi2017
from benchmarks.cases.parts import described_size, ratio
from benchmarks.data import message, with_fault
from benchmarks.options import LIMITS, Options
from benchmarks.results import Section
from benchmarks.timing import Contender, measured
from sivi2017.reading.parsing import parse
from sivi2017.rules import rule_findings
from sivi2017.schema.files import schema_file
from sivi2017.schema.model import message_model
from sivi2017.schema.verdict import is_valid

__all__ = ["sections"]

_KIND = "WerknemerGegevens"


def sections(options: Options) -> Iterator[Section]:
    """One for each size of a message."""
    for number in options.employees:
        yield _section(number, options)


def _section(number: int, options: Options) -> Section:
    data = message(number)
    faulty = with_fault(data)
    root, objects, model = etree.fromstring(data), sivi2017.read(data, limits=LIMITS), message_model(_KIND)
    schema = etree.XMLSchema(etree.parse(schema_file(_KIND)))
    contenders = [
        Contender("lxml", "XML, schema; a verdict", lambda: schema.validate(etree.fromstring(data)), number),
        Contender("sivi2017's layer xml", "bytes → safe tree", lambda: parse(data, LIMITS), number),
        Contender("sivi2017's layer xsd", "tree; a verdict", lambda: is_valid(root, model), number),
        Contender("sivi2017's layer rule", "bindings; findings", lambda: rule_findings(objects), number),
        Contender(
            "sivi2017.validate(rules=False)",
            "XML, schema; findings",
            lambda: sivi2017.validate(data, rules=False, limits=LIMITS),
            number,
        ),
        Contender("sivi2017.validate", "XML, schema, rules; findings", lambda: sivi2017.validate(data, limits=LIMITS), number),
        Contender(
            "sivi2017.validate, one fault",
            "XML, schema; where and what the fault is",
            lambda: sivi2017.validate(faulty, limits=LIMITS),
            number,
        ),
    ]
    section = Section(
        "validate",
        f"Validate, {described_size(number, data, root)}",
        "The message is right, except for the last line, where a value of its last employee is too long. lxml gives no more "
        "than yes or no; its XMLSchema was made beforehand.",
        measured(contenders, options),
    )
    return ratio(
        section,
        ("sivi2017.validate(rules=False)", "lxml", None, None),
        ("sivi2017.validate", "lxml", None, None),
        ("sivi2017.validate, one fault", "lxml", None, None),
    )
