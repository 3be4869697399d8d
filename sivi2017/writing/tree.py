"""From bindings to a tree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import define, field
from lxml import etree
from xsdata.models.datatype import XmlDate, XmlTime

from sivi2017.binding import FieldPlan, class_plan
from sivi2017.lexical import collapsed, lexical
from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.paths import shortened
from sivi2017.schema.values import has_character_outside_xml

__all__ = ["TreeBuilder"]


@define
class TreeBuilder:
    """Builds one tree, and gathers what cannot be written in it."""

    stand_in: bool
    """Whether an empty element stands where a list is none, so that it is not missing as well."""
    findings: list[Finding] = field(factory=list)
    """Values of the wrong type, and characters that XML does not have."""
    lost: list[Finding] = field(factory=list)
    """Those of them for which nothing stands in the tree."""

    def build(self, message: Any, tag: str, namespace: str) -> etree._Element:
        """The tree of a message; where a value has a finding, something stands in its place."""
        root = etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})
        self._fill(root, message, f"/{tag}")
        return root

    def _fill(self, node: etree._Element, part: Any, path: str) -> None:
        for item in class_plan(type(part)).values():
            for number, value in enumerate(_values(part, item), start=1):
                if value is _NO_LIST and not self.stand_in:
                    continue
                child = etree.SubElement(node, item.qualified_tag)
                place = f"{path}/{item.tag}[{number}]" if item.is_list else f"{path}/{item.tag}"
                right = isinstance(value, item.type) and not isinstance(value, bool)
                if not right:
                    kind = "a list" if value is _NO_LIST else f"a {_type_name(item.type)}"
                    actual = getattr(part, item.name) if value is _NO_LIST else value
                    self._tell("XSD-TYPE", f"{item.name} must be {kind}, is a {_type_name(type(actual))}", place)
                if not item.is_group:
                    child.text = self._text(value, item, place)
                elif right:
                    self._fill(child, value, place)

    def _text(self, value: Any, item: FieldPlan, path: str) -> str:
        try:
            text = _text_of(value, item.fraction_digits or 0)
        except Exception:  # noqa: BLE001 - a date whose year is no number, a number too long to write: whatever str() raises
            if not self.findings or self.findings[-1].path != path:
                self._tell("XSD-TYPE", f"{item.name} has no text that could be written", path)
            self.lost.append(self.findings[-1])
            return ""
        if item.collapses and text != collapsed(text):
            self._tell("XSD-VALUE", f"{item.name} must have no blanks", path)
        if has_character_outside_xml(text):
            self._tell("XML-CHARACTER", f"{item.name} has a character that XML does not allow", path)
            self.lost.append(self.findings[-1])
            return ""
        return text

    def _tell(self, finding_id: str, text: str, path: str) -> None:
        layer = Layer.XML if finding_id == "XML-CHARACTER" else Layer.XSD
        self.findings.append(Finding(finding_id, Severity.ERROR, layer, f"{shortened(path)}: {text}", None, path))


_NO_LIST = object()
"""Stands for what should be a list and is none."""


def _values(part: Any, item: FieldPlan) -> Iterator[Any]:
    """The values of a field: none, one or several."""
    value = getattr(part, item.name)
    if not item.is_list:
        if value is not None:
            yield value
    elif isinstance(value, list):
        yield from value
    else:
        yield _NO_LIST


def _text_of(value: Any, digits: int) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int | Decimal | XmlDate | XmlTime):
        return lexical(value, digits)
    return str(value)


def _type_name(type_: type[Any]) -> str:
    """A name that tells the enums and classes of two messages apart."""
    if type_.__module__.startswith("sivi2017.bindings"):
        return f"{type_.__module__.removeprefix('sivi2017.')}.{type_.__name__}"
    return type_.__name__
