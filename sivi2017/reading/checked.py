"""The layers xml and xsd in their order: from a source to a tree, what is wrong with it, and what could be bound of it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from attrs import frozen
from lxml import etree

from sivi2017 import bindings
from sivi2017.reading.binder import bind, bind_valid
from sivi2017.reading.crowds import refuse_crowds
from sivi2017.reading.identity import identify, unknown_message
from sivi2017.reading.limits import Limits
from sivi2017.reading.parsing import NotXml, parse, too_deep
from sivi2017.reading.source import Source
from sivi2017.reading.tolerance import normalise
from sivi2017.report import Finding, Layer, Severity, has_error
from sivi2017.schema.checking import inspected
from sivi2017.schema.inspection import inspect
from sivi2017.schema.model import MessageModel
from sivi2017.schema.paths import lines_by_path, local_name
from sivi2017.schema.verdict import is_valid, second_opinion

__all__ = ["Checked", "checked", "checked_tree", "depth_finding"]


@frozen
class Checked:
    """A document that was read, as far as it could be."""

    findings: list[Finding]
    model: MessageModel | None = None
    message: Any = None
    root: etree._Element | None = None
    """The tree as it was bound; None where there is nothing to bind."""
    root_name: str = ""
    """What the root is called in the file."""
    in_file: bool = True
    """Whether the elements have lines."""

    def lines(self) -> dict[str, int | None]:
        """The paths of all elements in document order, each with its line; None where there is no file."""
        assert self.root is not None
        assert self.model is not None
        lines = lines_by_path(self.root, self.model.root, f"/{self.root_name}")
        return lines if self.in_file else dict.fromkeys(lines)


def checked(source: Source, *, tolerant: bool, limits: Limits) -> Checked:
    """Check a source against XML and the schema.

    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is no source.
    """
    try:
        root = parse(source, limits)
        refuse_crowds(root)
    except NotXml as error:
        return Checked([error.finding])
    return checked_tree(root, tolerant=tolerant, limits=limits)


def checked_tree(root: etree._Element, *, tolerant: bool, limits: Limits) -> Checked:
    """Check a tree against the schema; for a tolerant reader it is put right after that."""
    model = identify(root, tolerant)
    if model is None:
        return Checked([unknown_message(root)])
    root_name, message_class = local_name(root), getattr(bindings, model.name)
    if is_valid(root, model):
        with suppress(ValueError):
            return Checked([], model, bind_valid(root, model.name), root, root_name)
    if too_deep(root, limits):
        return Checked([depth_finding(limits)], model)
    findings = inspected(root, inspect(root, model, most=limits.max_findings, tolerant=tolerant), limits.max_findings)
    if tolerant:
        normalise(root, model)
    if not has_error(findings):
        findings += second_opinion(root, model)
    return Checked(findings, model, bind(root, message_class), root, root_name)


def depth_finding(limits: Limits) -> Finding:
    """The finding on a message with more levels of elements than the limits allow."""
    return Finding("XML-DEPTH", Severity.ERROR, Layer.XML, f"more than {limits.max_depth} levels of elements")
