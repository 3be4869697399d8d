"""How the place of an element is written, for a program and for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from sivi2017.schema.model import Element

__all__ = ["children_with_steps", "local_name", "namespace_of", "shortened"]


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def namespace_of(element: etree._Element) -> str | None:
    """The namespace of an element, None where it has none."""
    return etree.QName(element).namespace


def children_with_steps(node: etree._Element, element: Element) -> Iterator[tuple[etree._Element, str, str]]:
    """The children of an element, each with its name and with the last part of its path.

    That part has a number where the schema allows more than one, or where there are more.
    """
    names = [local_name(child) for child in node]
    totals, seen = Counter(names), Counter[str]()
    for child, name in zip(node, names, strict=True):
        seen[name] += 1
        known = element.by_tag.get(name)
        numbered = totals[name] > 1 or (known is not None and known.maximum != 1)
        yield child, name, f"{name}[{seen[name]}]" if numbered else name


def shortened(path: str) -> str:
    """The last two parts of a path: what a person needs who has the line and the whole path beside it.

    >>> shortened("/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[3]/Voorl")
    'Wrknmr[3]/Voorl'
    """
    return "/".join(path.split("/")[-2:]).removeprefix("/")
