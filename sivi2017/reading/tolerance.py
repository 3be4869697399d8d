"""What partners really send, put into the form of the standard.

The departures have been told before anything is changed here: ``inspect(…, tolerant=True)`` gives a warning for each. They
are the root or the namespace of another edition, elements that the standard does not have, elements in another order, and a
leading zero before a code that has none.
"""

from __future__ import annotations

from operator import itemgetter

from lxml import etree

from sivi2017.schema.model import Element, MessageModel
from sivi2017.schema.parts import take_out
from sivi2017.schema.paths import is_familiar, local_name, namespace_of
from sivi2017.schema.values import bare_code

__all__ = ["normalise", "normalise_part"]


def normalise(root: etree._Element, model: MessageModel) -> None:
    """Change the tree in place to what the standard asks for.

    A root in a namespace that is not the publisher's is left alone: it may be anything.
    """
    if is_familiar(namespace_of(root)):
        normalise_part(root, model.root, model.namespace)


def normalise_part(node: etree._Element, element: Element, namespace: str) -> None:
    """Change an element and all that it holds in the same way.

    :param namespace: that of the standard.
    """
    node.tag = f"{{{namespace}}}{element.tag}"
    _group(node, element, namespace)


def _group(node: etree._Element, element: Element, namespace: str) -> None:
    following = next(iter(node), None)
    while following is not None:
        child, following = following, following.getnext()
        name = local_name(child)
        part = element.by_tag.get(name)
        if part is None or not is_familiar(namespace_of(child)):
            take_out(child)
        else:
            child.tag = f"{{{namespace}}}{name}"
            if part.format is None:
                if len(child):
                    _group(child, part, namespace)
            elif not len(child):
                bare = bare_code(child.text or "", part.format)
                if bare is not None:  # a text that is set has lost the line on which it stood
                    child.text = bare
    order = {tag: index for index, tag in enumerate(element.by_tag)}
    placed = [order[local_name(child)] for child in node]
    if placed != sorted(placed):
        _sort(node, placed)


_size = etree.XPath("count(descendant::*)")


def _sort(node: etree._Element, placed: list[int]) -> None:
    """Put the children in order. Those that are called as the largest one is stay, since lxml takes long to move it.

    :param placed: the place of each child, by which they are sorted.
    """
    children = sorted(zip(placed, node, strict=True), key=itemgetter(0))
    staying, _ = max(children, key=lambda child: _size(child[1]))
    first = next(child for place, child in children if place == staying)
    for place, child in children:
        if place < staying:
            first.addprevious(child)
        elif place > staying:
            node.append(child)
