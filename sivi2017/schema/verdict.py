"""Whether a message keeps to its schema: libxml2's verdict, and the findings where it does not."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.files import MESSAGES, schema_file
from sivi2017.schema.model import Element, MessageModel
from sivi2017.schema.paths import local_name
from sivi2017.schema.values import collapsed

__all__ = ["is_valid", "second_opinion"]

# libxml2 counts the elements before each fault, so that very many faults side by side would take it hours. Where there are more
# elements side by side than this, ours is the first opinion.
_CROWD = 2500
_is_crowded = etree.XPath(f"boolean(//*[{_CROWD + 1}])")


def is_valid(root: etree._Element, model: MessageModel) -> bool:
    """Whether libxml2 finds nothing wrong; False also where it should not be asked first."""
    if _is_crowded(root):
        return False
    with _borrowed(model.name) as schema:
        return schema.validate(root)


def second_opinion(root: etree._Element, model: MessageModel) -> list[Finding]:
    """What libxml2 says of a message in which we find no fault.

    It is asked without the blanks around dates and times, which are taken out of the tree: XML Schema says that they mean
    nothing, and libxml2 refuses them all the same. What it still refuses is told as it is.
    """
    _strip_blanks(root, model.root)
    with _borrowed(model.name) as schema:
        schema.validate(root)
        return [
            Finding(
                "XSD-OTHER", Severity.ERROR, Layer.XSD, f"unfit for the schema: {error.type_name}", error.line, f"/{model.name}"
            )
            for error in schema.error_log
        ]


def _strip_blanks(node: etree._Element, element: Element) -> None:
    if element.format is not None and element.format.collapses:
        node.text = collapsed(node.text or "")
    for child in node:
        _strip_blanks(child, element[local_name(child)])


# Schema objects that no thread uses at the moment.
_idle: dict[str, deque[etree.XMLSchema]] = {name: deque() for name in MESSAGES}


@contextmanager
def _borrowed(name: str) -> Iterator[etree.XMLSchema]:
    """A schema object that no other thread has at the same time: the errors in its log are ours alone."""
    try:
        schema = _idle[name].pop()
    except IndexError:
        schema = etree.XMLSchema(etree.parse(schema_file(name)))
    yield schema
    _idle[name].append(schema)
