"""What a test hands over, whatever it is: to be checked, compared and looked into more than once."""

from __future__ import annotations

import os
from typing import TypeAlias, cast

from lxml import etree

from sivi2017 import bindings
from sivi2017.checking import validate
from sivi2017.errors import InvalidMessage
from sivi2017.reading.limits import Limits
from sivi2017.reading.parsing import NotXml, parse
from sivi2017.reading.source import Source, opened
from sivi2017.schema.paths import local_name
from sivi2017.writing.writer import to_xml, write

__all__ = ["Given", "content", "message_of", "repeatable", "text_at", "tree_of"]

Given: TypeAlias = "Source | bindings.Message"
"""A path, bytes, a file open for reading bytes, or an object of ``sivi2017.bindings``."""


def repeatable(given: Given) -> Given:
    """The same, but for a file, which can be read only once: of that its bytes."""
    if isinstance(given, str | os.PathLike | bindings.Message) or not hasattr(given, "read"):
        return given
    return content(given)


def content(source: Source) -> bytes:
    """The bytes of a source.

    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is no source, or a file that gives text.
    """
    with opened(source) as file:
        data = file.read()
    if not isinstance(data, bytes):
        raise TypeError("the file gives text: open it for reading bytes, with mode 'rb'")
    return data


def message_of(given: Given, *, tolerant: bool = False) -> bindings.Message:
    """What a message says, with every value as reading gives it: values of other types in an object are written and read.

    :raises InvalidMessage: when the schema does not allow it.
    """
    source = write(given) if isinstance(given, bindings.Message) else given
    report = validate(source, tolerant=tolerant, rules=False)
    if not report.ok:
        raise InvalidMessage(report)
    return cast("bindings.Message", report.message)


def tree_of(given: Given) -> etree._Element | None:
    """The elements; None where there are none."""
    if isinstance(given, bindings.Message):
        return to_xml(given).root
    try:
        return parse(given, Limits())
    except NotXml:
        return None


def text_at(root: etree._Element, path: str) -> str | None:
    """The text of the element to which the path of a finding leads; None where there is no such element, or it is a group."""
    node = root
    for part in path.split("/")[2:]:
        name, _, number = part.removesuffix("]").partition("[")
        named = [child for child in node if local_name(child) == name]
        if len(named) < int(number or 1):
            return None
        node = named[int(number or 1) - 1]
    return None if len(node) else node.text or ""
