"""Everything that is wrong with the structure and the values of a message, in one walk, in words for a person.

libxml2 gives the verdict (``sivi2017.schema.verdict``), but it stops checking a parent's children at the first one that is
out of place, and it speaks of types and facets. This walk goes on where it stops: every element is looked at once,
against the model of the schema, and independent faults give independent findings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from attrs import define
from lxml import etree

from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.model import Element, MessageModel
from sivi2017.schema.paths import children_with_steps, local_name, namespace_of, shortened
from sivi2017.schema.values import value_fault

__all__ = ["inspect", "misplaced"]

_HINTS = {
    "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation",
    "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation",
}


def inspect(root: etree._Element, model: MessageModel, root_name: str) -> Iterator[Finding]:
    """The findings on a message, element by element; a missing element comes with its parent.

    :param root: the root element; its name is taken to be right, its namespace is checked.
    :param root_name: what the root is called in the file; a tolerant reader has renamed it to the model's name.
    """
    place = _Place(root, model.root, f"/{root_name}", namespace_of(root))
    if place.namespace != model.namespace:
        had = "has another" if place.namespace else "has none"
        yield place.finding("XSD-NAMESPACE", f"must be in the namespace {model.namespace}, {had}")
    yield from place.findings()


def misplaced(positions: list[int]) -> set[int]:
    """The indices of the fewest items that must move to put a list in rising order.

    >>> misplaced([1, 2, 5, 3, 4])
    {2}
    >>> misplaced([1, 2, 2, 3])
    set()
    """
    tails: list[int] = []  # the smallest last position of a rising run of each length
    ends: list[int] = []  # where that run ends
    before: list[int] = []  # the item before each item in its run
    for index, position in enumerate(positions):
        length = bisect_right(tails, position)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [position]
        ends[length : length + 1] = [index]
    stay = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        stay.add(index)
        index = before[index]
    return set(range(len(positions))) - stay


@define
class _Place:
    """One element of the message beside what the schema says of it."""

    node: etree._Element
    element: Element
    path: str
    namespace: str | None

    def findings(self) -> Iterator[Finding]:
        yield from self._attributes()
        if self.element.format is not None:
            yield from self._value()
        else:
            yield from self._stray_text()
            yield from self._children()

    def _attributes(self) -> Iterator[Finding]:
        for name in self.node.attrib:
            if name not in _HINTS:
                yield self.finding("XSD-ATTRIBUTE", f"attribute {etree.QName(str(name)).localname} is not allowed here")

    def _value(self) -> Iterator[Finding]:
        assert self.element.format is not None
        for child in self.node:
            yield self._unknown(child, local_name(child), "an element with text holds no other elements")
        if not len(self.node):
            fault = value_fault(self.node.text or "", self.element.format)
            if fault is not None:
                yield self.finding(fault.id, fault.text)

    def _stray_text(self) -> Iterator[Finding]:
        texts = [self.node.text, *(child.tail for child in self.node)]
        if any(text and text.strip(" \t\r\n") for text in texts):
            yield self.finding("XSD-TEXT", "holds other elements, so text between them is not allowed")

    def _children(self) -> Iterator[Finding]:
        allowed = self.element.by_tag
        children = list(children_with_steps(self.node, self.element))
        totals, seen = Counter(name for _, name, _ in children), Counter[str]()
        moved = self._moved([name for _, name, _ in children])
        yield from self._missing(totals)
        for index, (child, name, step) in enumerate(children):
            if name not in allowed:
                yield self._unknown(child, step, f"is not an element of {self.element.tag}")
                continue
            place = _Place(child, allowed[name], f"{self.path}/{step}", namespace_of(child))
            if place.namespace != self.namespace:
                yield place.finding("XSD-NAMESPACE", f"must be in the namespace of {self.element.tag}")
            if index in moved:
                yield place.finding("XSD-ORDER", f"stands in the wrong place: {self._where(name)}")
            seen[name] += 1
            if place.element.maximum is not None and seen[name] == place.element.maximum + 1:
                yield place.finding("XSD-REPEATED", f"at most {place.element.maximum} allowed, has {totals[name]}")
            yield from place.findings()

    def _moved(self, names: list[str]) -> set[int]:
        """Which of the children are out of place among those that are known."""
        positions = {tag: index for index, tag in enumerate(self.element.by_tag)}
        known = [index for index, name in enumerate(names) if name in positions]
        return {known[index] for index in misplaced([positions[names[index]] for index in known])}

    def _missing(self, totals: Counter[str]) -> Iterator[Finding]:
        for child in self.element.children:
            if totals[child.tag] < child.minimum:
                yield self.finding("XSD-MISSING", f"{child.tag} ({child.label}) is missing")

    def _where(self, tag: str) -> str:
        """Between which elements an element belongs."""
        tags = list(self.element.by_tag)
        index = tags.index(tag)
        if index == 0:
            return f"it comes first in {self.element.tag}"
        return f"it comes after {tags[index - 1]}" + (f" and before {tags[index + 1]}" if index + 1 < len(tags) else "")

    def _unknown(self, child: etree._Element, step: str, text: str) -> Finding:
        path = f"{self.path}/{step}"
        return Finding("XSD-UNKNOWN", Severity.ERROR, Layer.XSD, f"{shortened(path)}: {text}", child.sourceline, path)

    def finding(self, finding_id: str, text: str) -> Finding:
        label = "" if self.element.label == self.element.tag else f" ({self.element.label})"
        message = f"{shortened(self.path)}{label}: {text}"
        return Finding(finding_id, Severity.ERROR, Layer.XSD, message, self.node.sourceline, self.path)
