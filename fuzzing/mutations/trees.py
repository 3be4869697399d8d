"""Changes of the tree of elements: what stands where. The outcome is well-formed, and often nearly a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import TypeAlias

from attrs import frozen
from lxml import etree

from fuzzing.mutations.odd import many, odd_value

__all__ = ["change_tree"]

_TYPE, _NIL = (f"{{http://www.w3.org/2001/XMLSchema-instance}}{name}" for name in ("type", "nil"))
_TAGS = ("Foo", "Wrknmr", "Wrkgvr", "BrAlg", "Voorl", "Dnstvbnd", "Vrzm", "a")
_OTHERS = ("{urn:x}", "", "{http://www.sivi.org/Other}")


@frozen
class _Tree:
    """A message that is being changed."""

    root: etree._Element
    random: Random
    corpus: Sequence[bytes]

    def any(self) -> etree._Element:
        """An element; often one of those around the employees: that is where a reader of parts has to think."""
        around = [self.root, *self.root, *(node for child in self.root for node in child)]
        found: list[etree._Element] = around if self.random.randrange(2) else list(self.root.iter("*"))
        return self.random.choice(found)

    def below(self) -> etree._Element | None:
        """An element that is not the root."""
        node = self.any()
        return None if node is self.root else node


_Change: TypeAlias = Callable[[_Tree], None]


def change_tree(data: bytes, random: Random, corpus: Sequence[bytes], times: int) -> bytes:
    """A message with some of its elements changed; of what is no message at all nothing is."""
    root = _parsed(data)
    if root is None:
        return data
    tree = _Tree(root, random, corpus)
    for _ in range(times):
        random.choice(_CHANGES)(tree)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=bool(random.randrange(2)))


def _parsed(data: bytes) -> etree._Element | None:
    # A fuzzer guided by coverage gives its own outcomes to be changed again.
    parser: etree.XMLParser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _namespace(node: etree._Element) -> str:
    uri = etree.QName(node).namespace
    return "" if uri is None else f"{{{uri}}}"


def _put(parent: etree._Element, at: int, node: etree._Element) -> None:
    node.tail = None if len(parent) else node.tail
    parent.insert(at, node)


def _remove(tree: _Tree) -> None:
    node = tree.below()
    if node is not None and (parent := node.getparent()) is not None:
        parent.remove(node)


def _double(tree: _Tree) -> None:
    node = tree.below()
    if node is not None and (parent := node.getparent()) is not None:
        size = len(etree.tostring(node))
        at = tree.random.randint(0, len(parent)) if tree.random.randrange(2) else parent.index(node)
        for copied in [deepcopy(node) for _ in range(many(tree.random, size))]:
            parent.insert(at, copied)


def _move(tree: _Tree) -> None:
    node, place = tree.below(), tree.any()
    if node is not None and node not in [place, *place.iterancestors()]:
        place.insert(tree.random.randint(0, len(place)), node)


def _move_beside(tree: _Tree) -> None:
    node = tree.below()
    if node is not None and (parent := node.getparent()) is not None:
        parent.insert(tree.random.randint(0, len(parent)), node)


def _swap(tree: _Tree) -> None:
    """The children of two elements."""
    one, other = tree.any(), tree.any()
    if one not in [other, *other.iterancestors()] and other not in one.iterancestors():
        first, second = list(one), list(other)
        one.extend(second)
        other.extend(first)
        one.text, other.text = other.text, one.text


def _wrap(tree: _Tree) -> None:
    node = tree.below()
    if node is not None and (parent := node.getparent()) is not None:
        around = etree.Element(_namespace(node) + tree.random.choice((*_TAGS, etree.QName(node).localname)))
        parent.replace(node, around)
        around.append(node)


def _unwrap(tree: _Tree) -> None:
    node = tree.below()
    if node is not None and (parent := node.getparent()) is not None:
        at = parent.index(node)
        parent[at : at + 1] = list(node)


def _rename(tree: _Tree) -> None:
    node = tree.any()
    node.tag = _namespace(node) + tree.random.choice(_TAGS)


def _put_elsewhere(tree: _Tree) -> None:
    """In another namespace: one element, or all below it."""
    node, other = tree.any(), tree.random.choice(_OTHERS)
    for changed in list(node.iter("*")) if tree.random.randrange(2) else [node]:
        changed.tag = other + etree.QName(changed).localname


def _mark(tree: _Tree) -> None:
    name, value = tree.random.choice((("a", "x"), (_TYPE, "Werknemer"), (_NIL, "true"), (_NIL, "x"), ("{urn:x}a", "")))
    tree.any().set(name, value)


def _stray_text(tree: _Tree) -> None:
    node, text = tree.any(), tree.random.choice((" ", "x", "\n", "\u00a0", "\u2003"))
    if node is tree.root or tree.random.randrange(2):
        node.text = text
    else:
        node.tail = text


def _value(tree: _Tree) -> None:
    node, value = tree.any(), odd_value(tree.random)
    if not len(node) or not tree.random.randrange(8):
        node.text = value


def _add(tree: _Tree) -> None:
    node = tree.any()
    node.insert(tree.random.randint(0, len(node)), etree.Element(_namespace(node) + tree.random.choice(_TAGS)))


def _deepen(tree: _Tree) -> None:
    node = tree.any()
    for _ in range(tree.random.choice((5, 22, 24, 30, 40, 245, 250, 256, 300))):
        node = etree.SubElement(node, tree.random.choice(("a", node.tag)))


def _graft(tree: _Tree) -> None:
    """An element of another message in the place of one, mostly one of the same name."""
    other = _parsed(tree.random.choice(tree.corpus))
    node = tree.below()
    if other is None or node is None or (parent := node.getparent()) is None:
        return
    name = etree.QName(node).localname
    same = [found for found in other.iter("*") if etree.QName(found).localname == name and found is not other]
    taken = deepcopy(tree.random.choice(same if same and tree.random.randrange(8) else list(other.iter("*"))))
    for changed in taken.iter("*") if tree.random.randrange(8) else ():
        changed.tag = _namespace(node) + etree.QName(changed).localname
    if tree.random.randrange(2):
        parent.replace(node, taken)
    else:
        parent.insert(parent.index(node), taken)


_CHANGES: tuple[_Change, ...] = (
    _remove,
    _remove,
    _double,
    _double,
    _move,
    _move_beside,
    _swap,
    _wrap,
    _unwrap,
    _rename,
    _put_elsewhere,
    _mark,
    _stray_text,
    _value,
    _value,
    _value,
    _add,
    _deepen,
    _graft,
    _graft,
)
