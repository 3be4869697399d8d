"""What the XSD files say, as plain objects: elements with their Dutch names, formats, codes and evidence.

The files are written in a small part of XML Schema: sequences, groups, named types and restrictions. This module reads
just that part. The objects serve whoever must tell a person about an element; the verdict on a message is libxml2's.

>>> verzuim = message_model("Verzuimmeldingen").root["Wrkgvr"]["Wrknmr"]["Dnstvbnd"]["Vrzm"]
>>> verzuim["PrcVrzm"].label, verzuim["PrcVrzm"].grade
('Percentage verzuim', 'B')
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from attrs import Factory, field, frozen
from lxml import etree

from sivi2017.schema.files import MESSAGES, schema_file

__all__ = ["Code", "Element", "Format", "MessageModel", "Repeated", "every_message", "message_model"]

_XS = "{http://www.w3.org/2001/XMLSchema}"
_FACTS = "{urn:sivi2017:facts}"

Privacy = Literal["none", "identifying", "sensitive"]
Emit = Literal["always", "given", "request"]


@frozen
class Code:
    """One value of a code list."""

    value: str
    meaning: str | None
    """The Dutch meaning; None where it is not known."""
    english: str | None
    certainty: str
    """How sure the meaning is: certain, inferred-strong, inferred-medium, inferred-weak or unknown."""
    later: bool
    """Whether the code came after 2017: it is accepted, with a warning."""


@frozen
class Format:
    """What the text of an element must look like."""

    name: str
    base: str
    """The builtin type: string, decimal, nonNegativeInteger, date or time."""
    length: int | None = None
    max_length: int | None = None
    total_digits: int | None = None
    fraction_digits: int | None = None
    min_inclusive: int | None = None
    pattern: str | None = None
    codes: tuple[Code, ...] = ()

    @property
    def collapses(self) -> bool:
        """Whether white space around the value means nothing: everywhere but in text."""
        return self.base != "string"

    def code(self, value: str) -> Code | None:
        """The code with this value, if the list has it."""
        return next((code for code in self.codes if code.value == value), None)


def _by_tag(element: Element) -> dict[str, Element]:
    return {child.tag: child for child in element.children}


@frozen
class Element:
    """One element of a message."""

    tag: str
    label: str
    """The Dutch functional name."""
    grade: str
    """The evidence grade: A, B, C, D or I."""
    emit: Emit
    """Whether a sender gives it always, when it has a value, or on request of the coupling only."""
    privacy: Privacy
    note: str | None
    minimum: int
    maximum: int | None
    """How many may stand here; None where there is no limit."""
    type_name: str
    format: Format | None
    """The form of the text; None for a group."""
    children: tuple[Element, ...]
    by_tag: dict[str, Element] = field(init=False, eq=False, repr=False, default=Factory(_by_tag, takes_self=True))

    def __getitem__(self, tag: str) -> Element:
        return self.by_tag[tag]

    def walk(self, path: str = "") -> Iterator[tuple[str, Element]]:
        """This element and all below it, each with its path of tags."""
        path = f"{path}/{self.tag}"
        yield path, self
        for child in self.children:
            yield from child.walk(path)


@frozen
class Repeated:
    """The two elements of a message that may be very many, one within the other."""

    employer: Element
    employee: Element
    employer_tag: str
    """With the namespace in braces, as the other."""
    employee_tag: str


@frozen
class MessageModel:
    """One message.

    >>> message_model("WerknemerGegevens").repeated.employee.label
    'Werknemer'
    """

    name: str
    namespace: str
    code: str
    """The message code, such as 00100."""
    root: Element

    @cached_property
    def repeated(self) -> Repeated | None:
        """The employers and the employees in them; None for a message without."""
        for employer in _unbounded(self.root):
            for employee in _unbounded(employer):
                tags = (f"{{{self.namespace}}}{element.tag}" for element in (employer, employee))
                return Repeated(employer, employee, *tags)
        return None


def _unbounded(element: Element) -> list[Element]:
    """The groups in an element that have no highest number."""
    return [child for child in element.children if child.maximum is None and child.format is None]


@cache
def message_model(name: str) -> MessageModel:
    """The model of a message, by the name of its root element.

    :raises KeyError: when there is no such message.
    """
    if name not in MESSAGES:
        raise KeyError(name)
    return _Loader(schema_file(name)).message(name)


def every_message() -> tuple[MessageModel, ...]:
    """The models of all messages."""
    return tuple(message_model(name) for name in MESSAGES)


class _Loader:
    """Gathers the named parts of a schema and of the files that it includes, and puts the tree together."""

    def __init__(self, file: Path) -> None:
        self.parts: dict[tuple[str, str], etree._Element] = {}
        self.loaded: set[Path] = set()
        self.schema = self._gather(file)

    def _gather(self, file: Path) -> etree._Element:
        schema = etree.parse(file, etree.XMLParser(remove_comments=True, remove_blank_text=True)).getroot()
        self.loaded.add(file)
        for part in schema:
            if part.tag == f"{_XS}include":
                included = (file.parent / part.attrib["schemaLocation"]).resolve()
                if included not in self.loaded:
                    self._gather(included)
            else:
                self.parts[etree.QName(part).localname, part.attrib["name"]] = part
        return schema

    def message(self, name: str) -> MessageModel:
        root = self._element(self.parts["element", name])
        code = root["BrAlg"]["BrCd"].format
        assert code is not None
        return MessageModel(name, self.schema.attrib["targetNamespace"], code.codes[0].value, root)

    def _element(self, node: etree._Element) -> Element:
        fact = node.find(f"{_XS}annotation/{_XS}appinfo/{_FACTS}fact")
        assert fact is not None
        type_name = node.get("type", "")
        inline = node.find(f"{_XS}complexType")
        group = inline if inline is not None else self.parts.get(("complexType", type_name))
        maximum = node.get("maxOccurs", "1")
        return Element(
            tag=node.attrib["name"],
            label=_documentation(node),
            grade=fact.attrib["grade"],
            emit=fact.attrib["emit"],  # type: ignore[arg-type]  # the files hold just these
            privacy=fact.get("privacy", "none"),  # type: ignore[arg-type]  # the files hold just these
            note=fact.get("note"),
            minimum=int(node.get("minOccurs", "1")),
            maximum=None if maximum == "unbounded" else int(maximum),
            type_name=type_name,
            format=self._format(type_name) if group is None else None,
            children=() if group is None else tuple(self._sequence(group)),
        )

    def _sequence(self, group: etree._Element) -> Iterator[Element]:
        for node in group.iterfind(f"{_XS}sequence/*"):
            if node.tag == f"{_XS}group":
                yield from self._sequence(self.parts["group", node.attrib["ref"]])
            else:
                yield self._element(node)

    def _format(self, type_name: str) -> Format:
        if type_name.startswith("xs:"):
            return Format(type_name, type_name.removeprefix("xs:"))
        restriction = self.parts["simpleType", type_name].find(f"{_XS}restriction")
        assert restriction is not None
        facets = {etree.QName(facet).localname: facet.attrib["value"] for facet in restriction}

        def number(facet: str) -> int | None:
            return int(facets[facet]) if facet in facets else None

        return Format(
            name=type_name,
            base=restriction.attrib["base"].removeprefix("xs:"),
            length=number("length"),
            max_length=number("maxLength"),
            total_digits=number("totalDigits"),
            fraction_digits=number("fractionDigits"),
            min_inclusive=number("minInclusive"),
            pattern=facets.get("pattern"),
            codes=tuple(_code(node) for node in restriction.iterfind(f"{_XS}enumeration")),
        )


def _code(node: etree._Element) -> Code:
    fact = node.find(f"{_XS}annotation/{_XS}appinfo/{_FACTS}code")
    assert fact is not None
    known = fact.attrib["certainty"] != "unknown"
    return Code(
        value=node.attrib["value"],
        meaning=_documentation(node) if known else None,
        english=fact.get("english"),
        certainty=fact.attrib["certainty"],
        later=fact.get("edition") == "later",
    )


def _documentation(node: etree._Element) -> str:
    text = node.findtext(f"{_XS}annotation/{_XS}documentation")
    assert text is not None
    return text
