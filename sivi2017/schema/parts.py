"""The parts of a message that may be very many: the employees of the employers.

A message of a hundred thousand employees is one small frame, the header and the employers, and the same kind of part again and
again. Where a message is too large to be looked at whole, each employee is looked at by itself, and the frame with one of them.
"""

from __future__ import annotations

from copy import copy  # of an element it copies all that is in it

from attrs import define, field
from lxml import etree

from sivi2017.report import Finding
from sivi2017.schema.model import Element, MessageModel
from sivi2017.schema.paths import is_familiar, local_name, namespace_of

__all__ = ["FrameCopy", "Run", "take_out"]


@define(eq=False, repr=False)
class Run:
    """Elements that follow each other and have one name, of which only the first and the last are still in the tree.

    What was found on those that are gone is remembered with their places in the run, from 0.
    """

    first: etree._Element
    last: etree._Element
    count: int = 1
    lines: list[int | None] = field(factory=list)
    """The lines of the first of them, as many as there may be findings."""
    findings: dict[int, list[Finding]] = field(factory=dict)
    has_stray_text: bool = False
    """Whether there is text after one of them that is gone."""

    @property
    def findings_kept(self) -> int:
        """How many findings there are."""
        return sum(map(len, self.findings.values()))

    def unjudged(self) -> Run:
        """The same elements without what was found on them."""
        return Run(self.first, self.last, self.count, self.lines, {}, self.has_stray_text)


@define(eq=False, repr=False)
class FrameCopy:
    """A copy of a message, or of one employer, in which of employees that follow each other only the first is left."""

    model: MessageModel
    until: etree._Element | None = None
    """An employee or an employer after which the copy ends; its own text after it is left out."""
    tolerant: bool = False
    """Whether what a tolerant reader leaves out is not copied, unless there is text after it."""
    bare: bool = False
    """Whether no more of an employee is copied than its tag."""
    copies: dict[etree._Element, etree._Element] = field(factory=dict)
    """For the root, and each employer and employee that has one, its copy."""
    has_left_out: bool = False
    """Whether anything was left out, which must be told."""

    def message(self, root: etree._Element) -> etree._Element:
        """A copy of a whole message."""
        assert self.model.repeated is not None
        copied = self.copies[root] = _without_children(root)
        for child in root:
            if local_name(child) == self.model.repeated.employer.tag:
                copied.append(self.employer(child))
            elif not self._is_left_out(child, self.model.root):
                copied.append(copy(child))
            if self.until is not None and (child is self.until or child is self.until.getparent()):
                break
        return copied

    def employer(self, node: etree._Element) -> etree._Element:
        """A copy of an employer."""
        parts = self.model.repeated
        assert parts is not None
        copied = self.copies[node] = _without_children(node)
        before = None
        for child in node:
            if local_name(child) == parts.employee.tag:
                if child.tag != before:
                    self.copies[child] = _without_children(child) if self.bare else copy(child)
                    copied.append(self.copies[child])
            elif not self._is_left_out(child, parts.employer):
                copied.append(copy(child))
            if child is self.until:
                break
            before = child.tag
        if self.until is not None and self.until in self.copies:
            self.copies[self.until].tail = None  # what comes after it
        return copied

    def _is_left_out(self, child: etree._Element, parent: Element) -> bool:
        if not self.tolerant or (child.tail or "").strip(" \t\r\n"):
            return False
        is_known = local_name(child) in parent.by_tag and is_familiar(namespace_of(child))
        self.has_left_out = self.has_left_out or not is_known
        return not is_known


def take_out(node: etree._Element) -> None:
    """Take an element out of its tree, with all that it holds and the text after it.

    What it holds goes first: lxml moves an element in a time that grows with the square of what is in it.
    """
    parent = node.getparent()
    assert parent is not None
    node.clear()
    parent.remove(node)


def _without_children(node: etree._Element) -> etree._Element:
    bare = etree.Element(node.tag, node.attrib, node.nsmap)
    bare.text, bare.tail = node.text, node.tail
    if node.sourceline is not None and node.sourceline <= _LAST_LINE:
        bare.sourceline = node.sourceline  # type: ignore[misc]  # the stubs do not know that it can be set
    return bare


_LAST_LINE = 65535
"""The highest line that lxml lets an element be given."""
