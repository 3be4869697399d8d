"""The parts of a message that may be very many: the employees of the employers.

A message of a hundred thousand employees is one small frame, the header and the employers, and the same kind of part again and
again. Where a message is too large to be looked at whole, each employee is looked at by itself, and the frame with one of them.
"""

from __future__ import annotations

from copy import copy  # of an element it copies all that is in it

from attrs import define, field
from lxml import etree

from sivi2017.report import Finding
from sivi2017.schema.model import Repeated
from sivi2017.schema.paths import local_name

__all__ = ["Run", "employer_alone", "frame"]


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


def frame(root: etree._Element, parts: Repeated, until: etree._Element | None = None) -> dict[etree._Element, etree._Element]:
    """A copy of a message in which of employees that follow each other only the first is left.

    :param until: an employee or an employer after which the copy ends.
    :returns: for the root, and each employer and employee that has one, its copy.
    """
    copies = {root: _without_children(root)}
    for child in root:
        if local_name(child) == parts.employer.tag:
            copies[child] = _without_children(child)
            copies[root].append(copies[child])
            _copy_children(child, parts, until, copies)
        else:
            copies[root].append(copy(child))
        if until is not None and (child is until or child is until.getparent()):
            break
    if until is not None:
        copies[until].tail = None  # what comes after it
    return copies


def employer_alone(employer: etree._Element, parts: Repeated, until: etree._Element) -> dict[etree._Element, etree._Element]:
    """A copy of an employer in which of employees that follow each other only the first is left.

    :param until: an employee after which the copy ends, or the employer itself for all of it.
    :returns: for the employer, and each employee that has one, its copy.
    """
    copies = {employer: _without_children(employer)}
    _copy_children(employer, parts, until, copies)
    copies[until].tail = None
    return copies


def _copy_children(
    employer: etree._Element,
    parts: Repeated,
    until: etree._Element | None,
    copies: dict[etree._Element, etree._Element],
) -> None:
    before = None
    for child in employer:
        if local_name(child) != parts.employee.tag:
            copies[employer].append(copy(child))
        elif child.tag != before:
            copies[child] = copy(child)
            copies[employer].append(copies[child])
        if child is until:
            break
        before = child.tag


def _without_children(node: etree._Element) -> etree._Element:
    bare = etree.Element(node.tag, node.attrib, node.nsmap)
    bare.text, bare.tail = node.text, node.tail
    if node.sourceline is not None and node.sourceline <= _LAST_LINE:
        bare.sourceline = node.sourceline  # type: ignore[misc]  # the stubs do not know that it can be set
    return bare


_LAST_LINE = 65535
"""The highest line that lxml lets an element be given."""
