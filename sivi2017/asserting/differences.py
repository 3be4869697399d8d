"""In which elements two messages say something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from attrs import field, frozen

from sivi2017.asserting.given import Given, message_of
from sivi2017.asserting.pairing import key_of, pairs
from sivi2017.binding import class_plan
from sivi2017.outline.values import is_private, value_text, written
from sivi2017.outline.visible import visible
from sivi2017.schema.model import Element, every_message, message_model
from sivi2017.schema.paths import step
from sivi2017.schema.values import shape
from sivi2017.writing.writer import message_name

__all__ = ["NEW_IN_EVERY_MESSAGE", "Difference", "differences", "ignored"]

NEW_IN_EVERY_MESSAGE = frozenset({"AandatBr", "AantijdBr", "Berrefnr"})
"""The elements that differ between two messages whatever they say: the moment of making and the reference number."""


@frozen(repr=False)
class Difference:
    """One element in which two messages differ. Its ``repr`` shows no value."""

    path: str
    """The element by names and positions, as in a finding; of the right message where the left one has no such element."""
    label: str
    """The Dutch name of the element."""
    left: str | None
    """The text of the element; of a group how many elements it holds; None where it is absent."""
    right: str | None
    """The same of the other message."""
    private: bool
    """Whether the text may tell something about a person."""
    element: Element = field(eq=False)
    """What the schema says of the element."""

    def __repr__(self) -> str:
        return f"<Difference at {self.path} ({self.label})>"

    def lines(self, *, reveal: bool) -> list[str]:
        """The difference for a person.

        :param reveal: show the text where it may tell something about a person; else only its form is told.
        """
        return [
            f"  {visible(self.path)} ({self.label})",
            f"    left:  {self._shown(self.left, reveal)}",
            f"    right: {self._shown(self.right, reveal)}",
        ]

    def _shown(self, text: str | None, reveal: bool) -> str:
        if text is None:
            return "absent"
        if self.element.format is None:
            return text
        if self.private and not reveal:
            return f"hidden; {shape(text)}"
        return visible(value_text(text, self.element.format)) or "(empty)"


def differences(left: Given, right: Given, *, ignore: Iterable[str] = (), tolerant: bool = False) -> list[Difference]:
    """The elements in which two messages say something else, in the order of the left one.

    What they say is compared, and not how it is written: prefixes of namespaces, white space between elements, encodings, and
    ``36.00`` beside ``036.00`` make no difference. Nor does the order of employers, employees, employments and absence reports:
    they are found by their keys.

    :param ignore: tags of elements that do not matter, such as ``Berrefnr``; with all that is in them. See
        ``NEW_IN_EVERY_MESSAGE``.
    :param tolerant: take the known departures of partners, see ``sivi2017.read``.
    :raises InvalidMessage: when the schema does not allow one of them.
    :raises ValueError: when no message has an element with a tag in ``ignore``.
    """
    tags = ignored(ignore)
    first, second = message_of(left, tolerant=tolerant), message_of(right, tolerant=tolerant)
    names = message_name(first), message_name(second)
    root = message_model(names[0]).root
    if names[0] != names[1]:
        return [Difference("/", "bericht", names[0], names[1], False, root)]
    return list(_compared(first, second, root, f"/{root.tag}", False, tags))


def ignored(tags: Iterable[str]) -> frozenset[str]:
    """The tags, when each is one of a message.

    :raises ValueError: naming those that are not.
    """
    given = frozenset([tags] if isinstance(tags, str) else tags)
    unknown = sorted(given - _tags())
    if unknown:
        raise ValueError(f"ignore: no message has an element {', '.join(unknown)}")
    return given


@cache
def _tags() -> frozenset[str]:
    return frozenset(element.tag for model in every_message() for _, element in model.root.walk())


def _compared(left: Any, right: Any, group: Element, path: str, private: bool, tags: frozenset[str]) -> Iterator[Difference]:
    plan = class_plan(type(left))
    for element in group.children:
        if element.tag in tags:
            continue
        name, hidden = plan[element.tag].name, private or is_private(element)
        lefts, rights = _values(getattr(left, name)), _values(getattr(right, name))
        for here, there in pairs(lefts, rights, key_of(element.tag)):
            mine = None if here is None else lefts[here]
            other = None if there is None else rights[there]
            place, total = (here, len(lefts)) if here is not None else (there, len(rights))
            assert place is not None
            below = f"{path}/{step(element.tag, element, place + 1, total)}"
            if element.format is None and mine is not None and other is not None:
                yield from _compared(mine, other, element, below, hidden, tags)
            elif mine != other:
                yield Difference(below, element.label, _text(mine, element), _text(other, element), hidden, element)


def _values(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _text(part: Any, element: Element) -> str | None:
    if part is None:
        return None
    if element.format is not None:
        return written(part, element.format)
    number = _elements_in(part, element)
    return f"there, with {number} element{'s' * (number > 1)}"


def _elements_in(part: Any, group: Element) -> int:
    """How many elements with a text there are in a part."""
    plan = class_plan(type(part))
    children = [(element, value) for element in group.children for value in _values(getattr(part, plan[element.tag].name))]
    return sum(1 if element.format is not None else _elements_in(value, element) for element, value in children)
