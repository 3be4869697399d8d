"""Messages with one fault, of which is known what it is and where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from attrs import field, frozen
from hypothesis import assume
from hypothesis import strategies as st
from lxml import etree

from sivi2017 import bindings
from sivi2017.checking import validate
from sivi2017.report import Severity
from sivi2017.rules import RuleProfile
from sivi2017.schema.model import Element, every_message, message_model
from sivi2017.schema.paths import local_name
from sivi2017.testing.fault_kinds import KINDS, Kind, Node, Place, path_by_tags, path_of
from sivi2017.testing.levels import Level, checked_level
from sivi2017.testing.messages import messages_with
from sivi2017.testing.spelling import tree_of
from sivi2017.writing.writer import message_name, write

__all__ = ["Broken", "broken", "broken_in_way", "fault_ids"]

_PROFILE = RuleProfile()


@frozen
class Broken:
    """A message that was valid but for one fault."""

    data: bytes = field(repr=False)
    """The message as a file."""
    id: str
    """What the finding is called, such as ``XSD-LENGTH`` or ``DAT-1``."""
    path: str
    """The element at which it is reported."""
    what: str
    """The fault in words."""

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """What Hypothesis shows with a failing test."""
        printer.text(f"{self!r}, which is\n")
        printer.text(etree.tostring(tree_of(self.data), encoding="unicode", pretty_print=True))


def fault_ids() -> tuple[str, ...]:
    """The ids of the findings for which ``broken`` can make a fault."""
    return tuple(dict.fromkeys(kind.id for kind in KINDS))


def broken(
    message: bindings.Message | st.SearchStrategy[Any] | None = None,
    *,
    id: str | None = None,  # noqa: A002 - the name that a finding has for it
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
) -> st.SearchStrategy[Broken]:
    """Messages with just one fault, anywhere where it can be: the report has this one error, whatever warnings it has.

    :param message: a message without errors, or a strategy for such; without it messages of any kind, each with what the fault
        needs.
    :param id: what the finding is called, where only such a fault is wanted.
    :param level: how near to life the messages are, where none is given: ``rules`` or ``realistic``.
    :param profile: what the coupling expects. A fault against a rule is made only where that is an error.
    :raises ValueError: for the id of a finding for which no fault can be made, or not with this profile; and in a test for a
        message that has no element in which it can be. Of a strategy such messages are passed over.
    """
    if id is not None and id not in fault_ids():
        raise ValueError(f"no fault is known for {id}; there are {', '.join(fault_ids())}")
    if checked_level(level) == "schema":
        raise ValueError("at the level schema a message may have other errors; level must be rules or realistic")
    if not _kinds(id, profile):
        raise ValueError(f"this profile makes no error of {id}")
    if message is None:
        return st.sampled_from(_kinds(id, profile)).flatmap(lambda kind: broken_in_way(kind, profile, level))
    return _broken(message, id, profile)


@st.composite
def _broken(draw: st.DrawFn, drawn: Any, finding_id: str | None, profile: RuleProfile) -> Broken:
    message = draw(drawn) if isinstance(drawn, st.SearchStrategy) else drawn
    places = _places(message)
    able = {kind: found for kind in _kinds(finding_id, profile) if (found := [one for one in places if _is_able(kind, one)])}
    if not able and not isinstance(drawn, st.SearchStrategy):
        raise ValueError(f"the message has no element in which there can be {finding_id or 'a fault'}")
    assume(able)
    kind = draw(st.sampled_from(list(able)))
    return _made(kind, draw(st.sampled_from(able[kind])), message, profile)


@st.composite
def broken_in_way(draw: st.DrawFn, kind: Kind, profile: RuleProfile = _PROFILE, level: Level = "rules") -> Broken:
    """Messages with a fault of one kind: first where it is to be, and then a message in which it can be made there."""
    name, path, needed = draw(st.sampled_from(_candidates(kind)))
    message = draw(messages_with(name, needed, level=level, profile=profile, may_fail=True))
    places = [place for place in _places(message) if _is_able(kind, place) and path_by_tags(place.node) == path]
    return _made(kind, draw(st.sampled_from(places)), message, profile)


def _made(kind: Kind, place: Place, message: bindings.Message, profile: RuleProfile) -> Broken:
    root = place.node.getroottree()
    node = kind.make(place)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    made = Broken(data, kind.id, path_of(node, message_model(message_name(message))), kind.what)
    # Where another element depends on it too, or a profile makes errors of warnings, a change can break two rules.
    assume(not kind.is_rule or _is_told(made, profile))
    return made


def _is_told(made: Broken, profile: RuleProfile) -> bool:
    errors = validate(made.data, profile=profile).errors
    return [(error.id, error.path) for error in errors] == [(made.id, made.path)]


def _kinds(finding_id: str | None, profile: RuleProfile) -> list[Kind]:
    """The kinds that give an error; the usual severity of every rule that is broken here is one."""
    kinds = [kind for kind in KINDS if finding_id in (None, kind.id)]
    return [kind for kind in kinds if not kind.is_rule or profile.severity(kind.id, Severity.ERROR) is Severity.ERROR]


def _is_able(kind: Kind, place: Place) -> bool:
    return kind.fits(place.element, place.parent) and kind.is_able(place)


@cache
def _candidates(kind: Kind) -> list[tuple[str, str, frozenset[str]]]:
    """Where a fault can be made: the message, the path by tags, and the paths of what must be there for it."""
    return [
        (model.name, path, frozenset([path, *(f"{path.rpartition('/')[0]}/{tag}" for tag in kind.needs(element, parent))]))
        for model in every_message()
        for path, element, parent in _elements(model.root, None, "")
        if kind.fits(element, parent)
    ]


def _elements(element: Element, parent: Element | None, above: str) -> Iterator[tuple[str, Element, Element | None]]:
    path = f"{above}/{element.tag}"
    yield path, element, parent
    for child in element.children:
        yield from _elements(child, element, path)


def _places(message: bindings.Message) -> list[Place]:
    """Every element of a message."""
    root = tree_of(write(message))

    def below(node: Node, element: Element, parent: Element | None) -> Iterator[Place]:
        yield Place(node, element, parent)
        for child in node:
            yield from below(child, element[local_name(child)], element)

    return list(below(root, message_model(message_name(message)).root, None))
