"""How the place of an element is written, for a program and for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sivi2017.schema.model import Element

__all__ = [
    "child_names",
    "is_familiar",
    "lines_by_path",
    "local_name",
    "namespace_of",
    "short_name",
    "shortened",
    "step",
    "steps",
]


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace.

    A prefix without a namespace stays: the parser tells of it, but what was read ahead is in the tree before that.
    """
    tag: Any = element.tag  # a str, of everything that a parser made
    name: str = tag.rpartition("}")[2]
    return name


def namespace_of(element: etree._Element) -> str | None:
    """The namespace of an element, None where it has none."""
    return str(element.tag)[1:].rpartition("}")[0] or None


def is_familiar(namespace: str | None) -> bool:
    """Whether a namespace may be that of another edition: none at all, or one of the publisher's."""
    return namespace is None or namespace.startswith(_PUBLISHER)


_PUBLISHER = ("http://www.sivi.org/", "https://www.sivi.org/")


def child_names(node: etree._Element) -> list[str]:
    """The names of the children; the same name is the same object, since a hostile element may have very many."""
    known: dict[str, str] = {}
    return [known.setdefault(name, name) for name in map(local_name, node)]


def step(name: str, element: Element | None, number: int, total: int) -> str:
    """The last part of the path of an element.

    It has a number where the schema allows more than one, or where there are more.

    :param element: what the schema says of it; None where it does not know it.
    :param number: which one it is of those of its name beside it, and of how many.
    """
    numbered = total > 1 or (element is not None and element.maximum != 1)
    shown = name if element is not None else short_name(name)
    return f"{shown}[{number}]" if numbered else shown


def steps(names: list[str], parent: Element) -> Iterator[str]:
    """For the names of the children of an element the last parts of their paths."""
    totals, seen = Counter(names), Counter[str]()
    for name in names:
        seen[name] += 1
        yield step(name, parent.by_tag.get(name), seen[name], totals[name])


def lines_by_path(node: etree._Element, element: Element, path: str) -> dict[str, int | None]:
    """The paths of an element and of all below it that the schema knows, in document order, each with its line.

    The line is None in a tree of no file.

    :param path: the path of the element itself.
    """
    return dict(_lines(node, element, path))


def _lines(node: etree._Element, element: Element, path: str) -> Iterator[tuple[str, int | None]]:
    yield path, node.sourceline
    names = child_names(node)
    for child, name, child_step in zip(node, names, steps(names, element), strict=True):
        if name in element.by_tag:
            yield from _lines(child, element[name], f"{path}/{child_step}")


def short_name(name: str) -> str:
    """A name that the schema does not know, which may be very long, as far as a person needs it."""
    return name if len(name) <= 60 else f"{name[:60]}…"


def shortened(path: str) -> str:
    """The last two parts of a path: what a person needs who has the line and the whole path beside it.

    >>> shortened("/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[3]/Voorl")
    'Wrknmr[3]/Voorl'
    """
    return "/".join(path.split("/")[-2:]).removeprefix("/")
