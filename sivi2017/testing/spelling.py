"""The ways to write a message down that all mean the same: encodings, prefixes, layout, references, CDATA, comments."""

from __future__ import annotations

import codecs
from typing import Any, TypeAlias
from xml.sax.saxutils import quoteattr

from attrs import frozen
from hypothesis import strategies as st
from lxml import etree

from sivi2017 import bindings
from sivi2017.rules import RuleProfile
from sivi2017.schema.model import MessageModel, message_model
from sivi2017.schema.paths import local_name
from sivi2017.testing.levels import Level
from sivi2017.testing.messages import messages
from sivi2017.writing.writer import message_name, write

__all__ = ["Spelling", "files", "spell", "spellings", "tree_of"]

_PROFILE = RuleProfile()

Node: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
Mark: TypeAlias = tuple[str, int, int]

_ENCODINGS = {
    "UTF-8": ("UTF-8", b"", "utf-8"),
    "UTF-8 with a BOM": ("UTF-8", codecs.BOM_UTF8, "utf-8"),
    "UTF-16, low byte first": ("UTF-16", codecs.BOM_UTF16_LE, "utf-16-le"),
    "UTF-16, high byte first": ("UTF-16", codecs.BOM_UTF16_BE, "utf-16-be"),
    "ISO-8859-1": ("ISO-8859-1", b"", "iso-8859-1"),
}
_MARKS = ("comment", "instruction", "reference", "hexadecimal reference", "CDATA", "prefix of its own", "blanks")
_INSERTED = {"comment": "<!-- <Gebdat>1980-01-01</Gebdat> & zo -->", "instruction": '<?verzuim stap="1"?>'}
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_BLANKS = ("\n    ", " ", "\t")
_XML = "http://www.w3.org/XML/1998/namespace"
_HINTS = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{} bericht.xsd"'


@frozen
class Spelling:
    """How a message is written; all of it means the same."""

    encoding: str = "UTF-8"
    declaration: bool = True
    prefix: str = ""
    indent: str | None = "  "
    """What a level of elements is indented by; None for all on one line."""
    newline: str = "\n"
    short: bool = False
    """Whether an empty element is written as one tag."""
    hints: bool = False
    """Whether the root says where the schema is."""
    marks: tuple[Mark, ...] = ()
    """Comments and the like: what, at which element, and where in it; numbers beyond the last start again."""


def files(
    message: bindings.Message | st.SearchStrategy[Any] | None = None, *, level: Level = "rules", profile: RuleProfile = _PROFILE
) -> st.SearchStrategy[bytes]:
    """Messages as files, in any of the ways to write one: who reads it rightly finds the same in all of them.

    Encodings and byte order marks, prefixes, layout, line ends, comments and instructions, CDATA and references, blanks around
    a number, a hint where the schema is.

    :param message: a message, or a strategy for such; without it messages of any kind, see ``messages``.
    :param level: how near to life they are, where none is given.
    :param profile: what the coupling expects, where none is given.
    """
    drawn = messages(level=level, profile=profile) if message is None else message
    several = drawn if isinstance(drawn, st.SearchStrategy) else st.just(drawn)
    return st.builds(_file, several, spellings())


def tree_of(data: bytes) -> Node:
    """The root element of a message of any size."""
    return etree.fromstring(data, etree.XMLParser(huge_tree=True))


def _file(message: bindings.Message, spelling: Spelling) -> bytes:
    return spell(tree_of(write(message)), message_model(message_name(message)), spelling)


def spellings() -> st.SearchStrategy[Spelling]:
    """Ways to write a message; latin-1 writes what it lacks as references."""
    marks = st.lists(st.tuples(st.sampled_from(_MARKS), st.integers(0, 99), st.integers(0, 20)), max_size=12)
    return st.builds(
        Spelling,
        encoding=st.sampled_from(list(_ENCODINGS)),
        declaration=st.booleans(),
        prefix=st.sampled_from(["", "", "v", "ns0"]),
        indent=st.sampled_from(["  ", "\t", "", None]),
        newline=st.sampled_from(["\n", "\r\n"]),
        short=st.booleans(),
        hints=st.booleans(),
        marks=marks.map(tuple),
    )


def spell(root: Node, model: MessageModel, spelling: Spelling) -> bytes:
    """A message as a file. It need not be valid.

    :param root: its tree, with the values as they are to be written.
    """
    name, mark, codec = _ENCODINGS[spelling.encoding]
    declaration = f'<?xml version="1.0" encoding="{name}"?>\n' if spelling.declaration or codec == "iso-8859-1" else ""
    nodes = list(root.iter(etree.Element))
    marked: dict[Node, list[tuple[str, int]]] = {node: [] for node in nodes}
    for kind, index, position in spelling.marks:
        marked[nodes[index % len(nodes)]].append((kind, position))
    numbers = [path for path, element in model.root.walk() if element.format is not None and element.format.collapses]
    collapsing = {node for path in numbers for node in _at(root, path)}
    body = _Speller(root, model.namespace, spelling, marked, collapsing).element(root, 0, "")
    text = f"{declaration}{body}\n".replace("\n", spelling.newline)
    return mark + text.encode(codec, "xmlcharrefreplace")


def _at(root: Node, path: str) -> list[Node]:
    return root.findall("/".join(f"{{*}}{tag}" for tag in path.split("/")[2:]))


@frozen
class _Speller:
    root: Node
    namespace: str
    spelling: Spelling
    marked: dict[Node, list[tuple[str, int]]]
    collapsing: set[Node]
    """The elements in which blanks around the value mean nothing."""

    def element(self, node: Node, depth: int, default: str) -> str:
        """An element as text.

        :param default: the namespace of names without a prefix.
        """
        name, attributes, default = self._name(node, default)
        attributes += [_attribute(str(key), str(value)) for key, value in node.attrib.items()]
        start = " ".join([name, *attributes])
        content = self._content(node, depth, default)
        return f"<{start}/>" if self.spelling.short and not content else f"<{start}>{content}</{name}>"

    def _name(self, node: Node, default: str) -> tuple[str, list[str], str]:
        """The name with its prefix, what must be declared for it, and the default namespace from here."""
        namespace, prefix, declared = etree.QName(node).namespace or "", self.spelling.prefix, list[str]()
        if node is self.root:
            declared += [f'xmlns:{prefix}="{self.namespace}"'] if prefix else []
            declared += [_HINTS.format(self.namespace)] if self.spelling.hints else []
        if namespace and self._is_marked(node, "prefix of its own"):
            return f"eigen:{local_name(node)}", [*declared, f'xmlns:eigen="{namespace}"'], default
        if prefix and namespace == self.namespace:
            return f"{prefix}:{local_name(node)}", declared, default
        declared += [f'xmlns="{namespace}"'] if namespace != default else []
        return local_name(node), declared, namespace

    def _is_marked(self, node: Node, kind: str) -> bool:
        return any(each == kind for each, _ in self.marked[node])

    def _content(self, node: Node, depth: int, default: str) -> str:
        pieces = self._text(node)
        is_group = len(node) > 0 and not (node.text or "").strip(" \t\r\n")
        line = "" if self.spelling.indent is None or not is_group else "\n" + self.spelling.indent * (depth + 1)
        for child in node:
            pieces += [line, self.element(child, depth + 1, default), *map(_character, child.tail or "")]
        for kind, position in self.marked[node]:
            if kind in _INSERTED:
                pieces.insert(position % (len(pieces) + 1), _INSERTED[kind])
            if kind == "blanks" and node in self.collapsing:
                pieces = [_BLANKS[position % 3], *pieces, _BLANKS[(position + 1) % 3]]
        return "".join(pieces) + line.removesuffix(self.spelling.indent or "")

    def _text(self, node: Node) -> list[str]:
        """The text of an element, a piece a character."""
        text = node.text or ""
        if self._is_marked(node, "CDATA") and self._fits_cdata(text):
            return [f"<![CDATA[{text}]]>"]
        pieces = [_character(character) for character in text]
        for kind, position in self.marked[node]:
            if kind.endswith("reference") and text:
                code = ord(text[position % len(text)])
                pieces[position % len(text)] = f"&#x{code:X};" if kind.startswith("hex") else f"&#{code};"
        return pieces

    def _fits_cdata(self, text: str) -> bool:
        """Whether nothing in a text needs a reference, which means nothing within CDATA."""
        is_encodable = text.isascii() or self.spelling.encoding != "ISO-8859-1"
        return bool(text) and is_encodable and "\r" not in text and "]]>" not in text


def _character(character: str) -> str:
    return _SPECIAL.get(character, character)


def _attribute(name: str, value: str) -> str:
    namespace, tag = etree.QName(name).namespace, etree.QName(name).localname
    quoted = quoteattr(value)
    if namespace is None:
        return f"{tag}={quoted}"
    return f"xml:{tag}={quoted}" if namespace == _XML else f'vreemd:{tag}={quoted} xmlns:vreemd="{namespace}"'
