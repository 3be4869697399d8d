"""Whether a message keeps to its schema: libxml2's verdict, and the findings where it does not."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import islice

from lxml import etree

from sivi2017.report import Finding, Layer, Severity, in_document_order
from sivi2017.schema.files import MESSAGES, schema_file
from sivi2017.schema.inspection import inspect
from sivi2017.schema.model import Element, MessageModel
from sivi2017.schema.paths import local_name
from sivi2017.schema.values import collapsed

__all__ = ["is_valid", "schema_findings"]


def is_valid(root: etree._Element, model: MessageModel) -> bool:
    """libxml2's verdict on a message, as it stands."""
    with _borrowed(model.name) as schema:
        return schema.validate(root)


def schema_findings(root: etree._Element, model: MessageModel, root_name: str, most: int) -> list[Finding]:
    """Why libxml2 refuses a message, in words; an empty list where it should not have.

    :param root: the root element.
    :param root_name: what the root is called in the file; a tolerant reader has renamed it to the model's name.
    :param most: how many findings there may be; where there are more, the last one says so.
    """
    findings = list(islice(inspect(root, model, root_name), most + 1))
    if len(findings) > most:
        text = f"more than {most} findings; the others are not listed"
        findings[most:] = [Finding("XSD-MANY", Severity.ERROR, Layer.XSD, text, findings[most].line, f"/{root_name}")]
    return in_document_order(findings) or _second_opinion(root, model, root_name)


def _second_opinion(root: etree._Element, model: MessageModel, root_name: str) -> list[Finding]:
    """Where libxml2 refuses and we find no fault: libxml2 is asked again, without the blanks around dates and times.

    XML Schema says that they mean nothing, and libxml2 refuses them all the same. What it still refuses is told as it is.
    """
    bare = deepcopy(root)
    _strip_blanks(bare, model.root)
    with _borrowed(model.name) as schema:
        schema.validate(bare)
        return [
            Finding(
                "XSD-OTHER", Severity.ERROR, Layer.XSD, f"unfit for the schema: {error.type_name}", error.line, f"/{root_name}"
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
