"""From bindings to a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from attrs import define, field
from lxml import etree

from sivi2017.binding import FieldPlan, class_plan
from sivi2017.lexical import lexical
from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.paths import shortened

__all__ = ["TreeBuilder"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@define
class TreeBuilder:
    """Builds one tree, and gathers what cannot be written in it."""

    findings: list[Finding] = field(factory=list)
    """Values of the wrong type, and characters that XML does not have."""

    def build(self, message: Any, tag: str, namespace: str) -> etree._Element:
        """The tree of a message; where a value has a finding, something stands in its place."""
        root = etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})
        self._fill(root, message, f"/{tag}")
        return root

    def _fill(self, node: etree._Element, part: Any, path: str) -> None:
        for item in class_plan(type(part)).values():
            for number, value in enumerate(self._values(part, item, path), start=1):
                child = etree.SubElement(node, item.qualified_tag)
                place = f"{path}/{item.tag}[{number}]" if item.is_list else f"{path}/{item.tag}"
                right = isinstance(value, item.type) and not isinstance(value, bool)
                if not right:
                    text = f"{item.name} must be a {_type_name(item.type)}, is a {_type_name(type(value))}"
                    self._tell("XSD-TYPE", Layer.XSD, text, place)
                if not item.is_group:
                    child.text = self._text(value if right else str(value), item, place)
                elif right:
                    self._fill(child, value, place)

    def _values(self, part: Any, item: FieldPlan, path: str) -> Iterator[Any]:
        value = getattr(part, item.name)
        if not item.is_list:
            if value is not None:
                yield value
        elif isinstance(value, list):
            yield from value
        else:
            self._tell("XSD-TYPE", Layer.XSD, f"{item.name} must be a list, is a {_type_name(type(value))}", path)

    def _text(self, value: Any, item: FieldPlan, path: str) -> str:
        if isinstance(value, Enum):
            value = value.value
        text = value if isinstance(value, str) else lexical(value, item.fraction_digits or 0)
        if _NOT_XML.search(text):
            self._tell("XML-CHARACTER", Layer.XML, f"{item.name} has a character that XML does not allow", path)
            return ""
        return text

    def _tell(self, finding_id: str, layer: Layer, text: str, path: str) -> None:
        self.findings.append(Finding(finding_id, Severity.ERROR, layer, f"{shortened(path)}: {text}", None, path))


def _type_name(type_: type[Any]) -> str:
    """A name that tells the enums and classes of two messages apart."""
    if type_.__module__.startswith("sivi2017.bindings"):
        return f"{type_.__module__.removeprefix('sivi2017.')}.{type_.__name__}"
    return type_.__name__
