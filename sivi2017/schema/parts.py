"""The parts of a message that may be very many: the employees of the employers.

A message of a hundred thousand employees is one small frame, the header and the employers, and the same kind of part again and
again. Where a message is too large to be looked at whole, each employee is looked at by itself, and the frame with one of them.

>>> from sivi2017.schema.model import message_model
>>> repeated(message_model("WerknemerGegevens")).employee.label
'Werknemer'
>>> repeated(message_model("Retourmelding1")) is None
True
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from attrs import frozen
from lxml import etree

from sivi2017.schema.model import Element, MessageModel

__all__ = ["Repeated", "frame", "repeated"]


@frozen
class Repeated:
    """The two elements of a message that repeat, one within the other."""

    employer: Element
    employee: Element
    employer_tag: str
    """With the namespace in braces, as the other."""
    employee_tag: str


def repeated(model: MessageModel) -> Repeated | None:
    """The parts of a message; None for one without employees."""
    return _repeated(model.name, model.namespace, model.root)


@cache
def _repeated(_name: str, namespace: str, root: Element) -> Repeated | None:
    for employer in _unbounded(root):
        for employee in _unbounded(employer):
            return Repeated(employer, employee, f"{{{namespace}}}{employer.tag}", f"{{{namespace}}}{employee.tag}")
    return None


def _unbounded(element: Element) -> list[Element]:
    return [child for child in element.children if child.maximum is None and child.format is None]


def frame(root: etree._Element, parts: Repeated) -> etree._Element:
    """A copy of a message in which of employees that follow each other only the first is left."""
    copy = _without_children(root)
    for child in root:
        if child.tag == parts.employer_tag:
            copy.append(_employer(child, parts))
        else:
            copy.append(deepcopy(child))
    return copy


def _employer(node: etree._Element, parts: Repeated) -> etree._Element:
    copy, before = _without_children(node), None
    for child in node:
        if before != parts.employee_tag or child.tag != before:
            copy.append(deepcopy(child))
        before = child.tag
    return copy


def _without_children(node: etree._Element) -> etree._Element:
    copy = etree.Element(node.tag, node.attrib, node.nsmap)
    copy.text, copy.tail = node.text, node.tail
    return copy
