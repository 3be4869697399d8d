"""How the place of an element is written, for a program and for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from sivi2017.schema.model import Element

__all__ = ["child_names", "lines_by_path", "local_name", "namespace_of", "short_name", "shortened", "steps"]


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def namespace_of(element: etree._Element) -> str | None:
    """The namespace of an element, None where it has none."""
    return etree.QName(element).namespace


def child_names(node: etree._Element) -> list[str]:
    """The names of the children; the same name is the same object, since a hostile element may have very many."""
    known: dict[str, str] = {}
    return [known.setdefault(name, name) for name in map(local_name, node)]


def steps(names: list[str], element: Element) -> Iterator[str]:
    """For the names of children the last parts of their paths.

    A step has a number where the schema allows more than one, or where there are more.
    """
    totals, seen = Counter(names), Counter[str]()
    for name in names:
        seen[name] += 1
        known = element.by_tag.get(name)
        numbered = totals[name] > 1 or (known is not None and known.maximum != 1)
        shown = name if known is not None else short_name(name)
        yield f"{shown}[{seen[name]}]" if numbered else shown


def lines_by_path(root: etree._Element, element: Element, root_name: str) -> dict[str, int | None]:
    """The paths of the elements that the schema knows, in document order, each with its line; None in a tree of no file.

    :param root_name: what the root is called in the file.
    """
    return dict(_lines(root, element, f"/{root_name}"))


def _lines(node: etree._Element, element: Element, path: str) -> Iterator[tuple[str, int | None]]:
    yield path, node.sourceline
    names = child_names(node)
    for child, name, step in zip(node, names, steps(names, element), strict=True):
        yield from _lines(child, element[name], f"{path}/{step}")


def short_name(name: str) -> str:
    """A name that the schema does not know, which may be very long, as far as a person needs it."""
    return name if len(name) <= 60 else f"{name[:60]}…"


def shortened(path: str) -> str:
    """The last two parts of a path: what a person needs who has the line and the whole path beside it.

    >>> shortened("/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[3]/Voorl")
    'Wrknmr[3]/Voorl'
    """
    return "/".join(path.split("/")[-2:]).removeprefix("/")
