"""Whether a message keeps to its schema: libxml2's verdict, and the findings where it does not."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

from lxml import etree

from sivi2017.lexical import collapsed
from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.files import schema_file
from sivi2017.schema.model import Element, MessageModel, Repeated, message_model
from sivi2017.schema.parts import FrameCopy
from sivi2017.schema.paths import local_name

__all__ = ["employee_is_valid", "is_valid", "second_opinion", "second_opinion_on_employee"]

# For each fault libxml2 counts the elements beside it, so that very many faults side by side would take it hours. What has no
# more elements than this has no crowd.
_FEW = 2500
_has_many = etree.XPath(f"boolean(descendant::*[{_FEW + 1}]) or count(descendant-or-self::*/@*) > {_FEW}")
_has_crowd_of_parts = etree.XPath(f"boolean(*[{_FEW + 1}]) or boolean(*/*[{_FEW + 1}])")
_has_large_part = etree.XPath(f"boolean(*/*/descendant::*[{_FEW + 1}])")


def is_valid(root: etree._Element, model: MessageModel) -> bool:
    """Whether libxml2 finds nothing wrong; False also where it should not be asked first.

    A large message is looked at in parts, and libxml2 should not be asked first about a part that is large itself.
    """
    if _has_many(root):
        if _has_crowd_of_parts(root):
            parts = model.repeated
            return parts is not None and _is_valid_in_parts(root, model, parts)
        if _has_large_part(root):
            return False
    with _borrowed(model.name) as schema:
        return schema.validate(root)


def employee_is_valid(node: etree._Element, model: MessageModel) -> bool:
    """Whether libxml2 finds nothing wrong with one employee; False also where it should not be asked first."""
    if _has_many(node):
        return False
    with _borrowed(model.name, of_employees=True) as schema:
        return schema.validate(node)


def _is_valid_in_parts(root: etree._Element, model: MessageModel, parts: Repeated) -> bool:
    employers = root.findall(parts.employer_tag)
    employees = [employer.findall(parts.employee_tag) for employer in employers]
    around = len(root) + sum(len(employer) - len(found) for employer, found in zip(employers, employees, strict=True))
    if around > _FEW:
        return False
    with _borrowed(model.name, of_employees=True) as schema:
        for employee in chain.from_iterable(employees):
            if _has_many(employee) or not schema.validate(employee) or (employee.tail or "").strip(" \t\r\n"):
                return False
    rest = FrameCopy(model).message(root)
    if _has_many(rest):
        return False
    with _borrowed(model.name) as schema:
        return schema.validate(rest)


def second_opinion(root: etree._Element, model: MessageModel) -> list[Finding]:
    """What libxml2 says of a message in which we find no fault.

    It is asked without the blanks around dates and times, which are taken out of the tree: XML Schema says that they mean
    nothing, and libxml2 refuses them all the same. What it still refuses is told as it is.
    """
    _strip_blanks(root, model.root)
    with _borrowed(model.name) as schema:
        return _other(schema, root, f"/{model.name}")


def second_opinion_on_employee(node: etree._Element, model: MessageModel, path: str) -> list[Finding]:
    """The same of one employee."""
    parts = model.repeated
    assert parts is not None
    _strip_blanks(node, parts.employee)
    with _borrowed(model.name, of_employees=True) as schema:
        return _other(schema, node, path)


def _other(schema: etree.XMLSchema, node: etree._Element, path: str) -> list[Finding]:
    schema.validate(node)
    return [
        Finding("XSD-OTHER", Severity.ERROR, Layer.XSD, f"unfit for the schema: {error.type_name}", error.line, path)
        for error in schema.error_log
    ]


def _strip_blanks(node: etree._Element, element: Element) -> None:
    if element.format is not None and element.format.collapses:
        node.text = collapsed(node.text or "")
    for child in node:
        _strip_blanks(child, element[local_name(child)])


# Schema objects that no thread uses at the moment: of whole messages, and of employees by themselves.
_idle: dict[tuple[str, bool], deque[etree.XMLSchema]] = defaultdict(deque)


@contextmanager
def _borrowed(name: str, *, of_employees: bool = False) -> Iterator[etree.XMLSchema]:
    """A schema object that no other thread has at the same time: the errors in its log are ours alone."""
    idle = _idle[name, of_employees]
    try:
        schema = idle.pop()
    except IndexError:
        schema = etree.XMLSchema(_schema_of_employees(name) if of_employees else etree.parse(schema_file(name)))
    yield schema
    idle.append(schema)


def _schema_of_employees(name: str) -> etree._Element:
    """A schema in which an employee is a document of its own."""
    model, file = message_model(name), schema_file(name)
    parts = model.repeated
    assert parts is not None
    text = f"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{model.namespace}" targetNamespace="{model.namespace}"
                   elementFormDefault="qualified">
          <xs:include schemaLocation="{file.name}"/>
          <xs:element name="{parts.employee.tag}" type="{parts.employee.type_name}"/>
        </xs:schema>"""
    return etree.fromstring(text, base_url=(file.parent / "employees.xsd").as_uri())
