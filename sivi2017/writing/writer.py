"""``write``: a message as bytes, and what stands in the way."""

from __future__ import annotations

from functools import cached_property

from attrs import evolve, frozen
from lxml import etree

from sivi2017 import bindings
from sivi2017.errors import InvalidMessage
from sivi2017.report import Finding, Report, in_document_order
from sivi2017.schema.checking import schema_findings
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import MessageModel, message_model
from sivi2017.schema.paths import lines_by_path
from sivi2017.writing.text import usual_bytes
from sivi2017.writing.tree import TreeBuilder

__all__ = ["Written", "message_name", "to_xml", "write"]


@frozen(repr=False)
class Written:
    """A message in XML, and the values that could not be written in it."""

    model: MessageModel
    data: bytes | None
    """The bytes, where they could be had the short way; None where there is only a tree."""
    tree: etree._Element | None
    """The root element, where it had to be built."""
    refused: tuple[Finding, ...] = ()
    """What was told of values while the tree was built."""
    lost: tuple[Finding, ...] = ()
    """Those of them that are not in the tree."""

    @cached_property
    def root(self) -> etree._Element:
        """The root element; the lines that lxml may give for it mean nothing."""
        if self.tree is not None:
            return self.tree
        assert self.data is not None
        return etree.fromstring(self.data, etree.XMLParser(huge_tree=True, collect_ids=False))

    def findings(self) -> list[Finding]:
        """All that keeps the message from being valid; of a value that could not be written just that."""
        found = [evolve(finding, line=None) for finding in schema_findings(self.root, self.model)]
        if not self.refused:
            return found
        told = tuple(f"{finding.path}/" for finding in self.refused)
        others = [finding for finding in found if not f"{finding.path}/".startswith(told)]
        paths = lines_by_path(self.root, self.model.root, f"/{self.model.name}")
        return in_document_order([*self.refused, *others], paths)


def message_name(message: bindings.Message) -> str:
    """The name of a message, also of one of a caller's own class.

    :raises TypeError: when it is no message of ``sivi2017.bindings``.
    """
    for name in MESSAGES:
        if isinstance(message, getattr(bindings, name)):
            return name
    actual = type(message).__name__
    raise TypeError(f"a message is one of {', '.join(MESSAGES)} from sivi2017.bindings, not a {actual}")


def to_xml(message: bindings.Message, *, stand_in: bool = True, as_tree: bool = False) -> Written:
    """A message as bytes or as a tree.

    :param stand_in: put an empty element where a list is none, so that it is not missing as well.
    :param as_tree: make a tree in any case, in which an empty text is not the same as an empty group.
    :raises TypeError: when it is no message of ``sivi2017.bindings``.
    """
    name = message_name(message)
    model, data = message_model(name), None if as_tree else usual_bytes(message, name)
    if data is not None:
        return Written(model, data, None)
    builder = TreeBuilder(stand_in)
    root = builder.build(message, name, model.namespace)
    return Written(model, None, root, tuple(builder.findings), tuple(builder.lost))


def write(message: bindings.Message, *, pretty: bool = False, check: bool = True) -> bytes:
    """A message as XML: UTF-8 with a declaration, in the message's namespace without a prefix, in schema order.

    The same message gives the same bytes. A ``Decimal`` gets the two digits after the point that the standard asks for,
    where that does not change it. What was read is written as it was read: leading zeros, zones and fractions are kept.

    :param message: one of ``sivi2017.bindings``.
    :param pretty: one element a line, indented.
    :param check: refuse a message that the schema does not allow. Without it, values of the wrong type are written as
        their text: meant for tests of what a receiver does with a wrong message.
    :raises InvalidMessage: when the message is not valid, or has a character that XML cannot carry; its report names the
        fields.
    :raises TypeError: when it is no message.
    """
    written = to_xml(message, stand_in=check, as_tree=pretty)
    findings = written.findings() if check else written.lost
    if findings:
        raise InvalidMessage(Report(findings, message, written.model.name))
    if written.data is not None:
        return written.data
    return etree.tostring(written.root, encoding="UTF-8", xml_declaration=True, pretty_print=pretty)
