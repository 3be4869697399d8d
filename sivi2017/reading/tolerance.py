"""What partners really send, put into the form of the standard; every departure a finding of severity warning.

Four departures are known and put right here: the root or the namespace of another edition, elements that the standard does
not have, elements in another order, and a leading zero before a code that has none. All else is for the schema to refuse.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sivi2017.reading.identity import Identity
from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.inspection import misplaced
from sivi2017.schema.model import Element
from sivi2017.schema.paths import children_with_steps, local_name, namespace_of, shortened

__all__ = ["normalise"]

_PUBLISHER = ("http://www.sivi.org/", "https://www.sivi.org/")


def normalise(root: etree._Element, identity: Identity) -> Iterator[Finding]:
    """Change the tree in place to what the standard asks for, and tell each change.

    A root in a namespace that is not the publisher's is left alone: it may be anything.
    """
    model, before, path = identity.model, namespace_of(root), f"/{identity.root_name}"
    if not _familiar(before):
        return
    if identity.root_name != model.name:
        yield _departure("TOL-ROOT", f"read as {model.name}, by its message code", root, path)
    if before != model.namespace:
        had = "another edition's" if before else "no"
        yield _departure("TOL-NAMESPACE", f"has {had} namespace; read as that of {model.name}", root, path)
    root.tag = f"{{{model.namespace}}}{model.name}"
    yield from _group(root, model.root, path, model.namespace, before)


def _familiar(namespace: str | None) -> bool:
    return namespace is None or namespace.startswith(_PUBLISHER)


def _group(node: etree._Element, element: Element, path: str, namespace: str, before: str | None) -> Iterator[Finding]:
    """Put the children of one element right.

    :param namespace: the namespace of the message.
    :param before: the namespace that the element had in the file.
    """
    for child, name, step in list(children_with_steps(node, element)):
        child_path, had = f"{path}/{step}", namespace_of(child)
        part = element.by_tag.get(name) if _familiar(had) else None
        if part is None:
            yield _departure(
                "TOL-UNKNOWN", f"not an element of {element.tag}; left out with all that it holds", child, child_path
            )
            _remove(node, child)
            continue
        if had != before:
            yield _departure("TOL-NAMESPACE", f"has another namespace than {element.tag}", child, child_path)
        child.tag = f"{{{namespace}}}{name}"
        if part.format is None:
            yield from _group(child, part, child_path, namespace, had)
        else:
            yield from _code(child, part, child_path)
    yield from _order(node, element, path)


def _code(node: etree._Element, element: Element, path: str) -> Iterator[Finding]:
    """A leading zero goes where the code list has the code without it, and not with it."""
    assert element.format is not None
    text = node.text or ""
    bare = text.lstrip("0") or "0"
    if element.format.codes and element.format.code(text) is None and element.format.code(bare) is not None:
        yield _departure("TOL-CODE", f"a leading zero before the code; read as {bare}", node, path)
        node.text = bare


def _order(node: etree._Element, element: Element, path: str) -> Iterator[Finding]:
    """The children in the order of the schema; those with the same name keep theirs."""
    positions = {tag: index for index, tag in enumerate(element.by_tag)}
    order = [positions[local_name(child)] for child in node]
    moved = misplaced(order)
    if moved:
        for index, (child, _, step) in enumerate(list(children_with_steps(node, element))):
            if index in moved:
                yield _departure("TOL-ORDER", f"not in the order of {element.tag}; put in its place", child, f"{path}/{step}")
        node[:] = sorted(node, key=lambda child: positions[local_name(child)])


def _remove(parent: etree._Element, child: etree._Element) -> None:
    """Remove an element, and leave the text that follows it where it is: the schema must still see it."""
    previous = child.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + (child.tail or "")
    else:
        previous.tail = (previous.tail or "") + (child.tail or "")
    parent.remove(child)


def _departure(finding_id: str, text: str, node: etree._Element, path: str) -> Finding:
    return Finding(finding_id, Severity.WARNING, Layer.XSD, f"{shortened(path)}: {text}", node.sourceline, path)
