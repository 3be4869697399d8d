"""What a rule is, and how all of them are run over a message.

A rule looks at the places where an element stands and tells what is wrong there. It knows bindings, not XML: the tags that it
names say where it looks. The engine gives it each such place, and turns what it tells into findings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Protocol, TypeAlias

from attrs import field, frozen

from sivi2017 import bindings
from sivi2017.binding import class_plan
from sivi2017.bindings import Message
from sivi2017.report import Finding, Layer, Severity
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element, message_model
from sivi2017.schema.paths import shortened

__all__ = ["Check", "Found", "Memory", "Place", "Rule", "Run", "rule", "run_rules"]


@frozen(eq=False, repr=False)
class Place:
    """A value in a message: a group of the bindings, or the value of one element."""

    value: Any
    element: Element
    step: str
    """The last part of the path, such as ``Wrknmr[3]``."""
    parent: Place | None = None

    @property
    def path(self) -> str:
        """The whole path, such as ``/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[3]``."""
        return f"{self.parent.path if self.parent else ''}/{self.step}"

    @property
    def message(self) -> Place:
        """The place of the whole message."""
        return self.parent.message if self.parent else self

    @property
    def number(self) -> int:
        """Which one it is of those that may stand here several times, from 1."""
        return int(self.step.rpartition("[")[2].rstrip("]"))

    def at(self, tag: str) -> Place:
        """The place of an element of this group that stands here at most once; its value is None where it does not."""
        plan = class_plan(type(self.value))[tag]
        return Place(getattr(self.value, plan.name), self.element[tag], tag, self)

    def each(self, tag: str) -> Iterator[Place]:
        """The places of an element of this group that may stand here several times."""
        plan = class_plan(type(self.value))[tag]
        for number, value in enumerate(getattr(self.value, plan.name), start=1):
            yield Place(value, self.element[tag], f"{tag}[{number}]", self)


Found: TypeAlias = tuple[Place, str]
"""A place and a sentence on what is wrong there, without a personal value."""


class Memory(Protocol):
    """What a rule has to know of the places where it was before, such as a key and where it stood."""

    def get(self, key: tuple[str, ...], default: int, /) -> int: ...

    def __setitem__(self, key: tuple[str, ...], number: int, /) -> None: ...


Check: TypeAlias = Callable[[Place, RuleProfile], Iterator[Found]] | Callable[[Place, RuleProfile, Memory], Iterator[Found]]
"""What a rule does with one place, and where it remembers, with its memory of this message."""


@frozen(eq=False)
class Rule:
    """One business rule."""

    id: str
    severity: Severity
    """What it is where the profile does not say otherwise."""
    statement: str
    """What must hold, in a sentence."""
    reason: str
    """Why it must hold, for the person who has to mend it."""
    applies: Callable[[Element], bool] = field(repr=False)
    """At which elements the rule looks."""
    check: Callable[..., Iterator[Found]] = field(repr=False)
    """A ``Check``."""
    remembers: bool = False


def rule(
    rule_id: str,
    severity: Severity,
    statement: str,
    reason: str,
    *,
    on: tuple[str, ...] | Callable[[Element], bool],
    remembers: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function.

    :param on: the tags of the elements at which the rule looks, or a function that tells whether it does.
    :param remembers: whether the function gets a memory as well. A message may have a million employees, and a rule that
        compares them sees one at a time.
    """
    applies = on if callable(on) else lambda element: element.tag in on
    return lambda check: Rule(rule_id, severity, statement, reason, applies, check, remembers)


def run_rules(
    message: Message, profile: RuleProfile, rules: tuple[Rule, ...], root_name: str | None = None
) -> Iterator[Finding]:
    """The findings of the rules on a message that its schema allows; they have no line.

    :param root_name: what the root is called in the file, where that is not the name of the message.
    """
    name = type(message).__name__
    root = Place(message, message_model(name).root, root_name or name)
    return Run(name, profile, rules).findings(root)


class Run:
    """The rules on their way through one message.

    :param name: the name of the message.
    :param memory: makes the memory of a rule.
    """

    def __init__(
        self,
        name: str,
        profile: RuleProfile,
        rules: tuple[Rule, ...],
        memory: Callable[[], Memory] = dict[tuple[str, ...], int],
    ) -> None:
        active = tuple(item for item in rules if profile.severity(item.id, item.severity) is not None)
        self._looks = _looks(name, active)
        self._profile = profile
        self._memories = defaultdict[str, Memory](memory)

    def findings(self, place: Place) -> Iterator[Finding]:
        """What the rules find at a place and below it."""
        found: list[Finding] = []
        self._visit(place, self._looks[id(place.element)], found)
        return iter(found)

    def _visit(self, place: Place, look: _Look, found: list[Finding]) -> None:
        for item in look.rules:
            self._ask(item, place, found)
        for name, element, is_list, below in look.below:
            value = getattr(place.value, name)
            if is_list:
                for number, part in enumerate(value, start=1):
                    self._visit(Place(part, element, f"{element.tag}[{number}]", place), below, found)
            elif value is not None:
                self._visit(Place(value, element, element.tag, place), below, found)

    def _ask(self, item: Rule, place: Place, found: list[Finding]) -> None:
        memory = (self._memories[item.id],) if item.remembers else ()
        try:
            told = list(item.check(place, self._profile, *memory))
        except Exception as error:  # noqa: BLE001 - a rule that fails must not hide what the others find
            text = f"rule {item.id} failed with {type(error).__name__}, so that it is not known whether it holds"
            found.append(_finding("RULE-FAILED", Severity.ERROR, place, f": {text}"))
            return
        for where, text in told:
            severity = self._profile.severity(item.id, item.severity) or item.severity
            label = "" if where.element.label == where.element.tag else f" ({where.element.label})"
            found.append(_finding(item.id, severity, where, f"{label}: {text}"))


def _finding(finding_id: str, severity: Severity, place: Place, text: str) -> Finding:
    path = place.path
    return Finding(finding_id, severity, Layer.RULE, f"{shortened(path)}{text}", None, path)


@frozen(eq=False)
class _Look:
    """Where to look at one element, made beforehand: a message has far more elements than rules have places."""

    rules: tuple[Rule, ...]
    below: tuple[tuple[str, Element, bool, _Look], ...]
    """The fields in which a rule looks at something: name, element, whether it is a list, and where to look there."""


@cache
def _looks(name: str, rules: tuple[Rule, ...]) -> dict[int, _Look]:
    """For every element of a message, by its identity (the models stay as long as the program runs), where to look."""
    looks: dict[int, _Look] = {}

    def look_at(element: Element, part_class: type[Any]) -> _Look:
        below = []
        for plan in class_plan(part_class).values() if element.format is None else ():
            child = element[plan.tag]
            look = look_at(child, plan.type)
            if look.rules or look.below:
                below.append((plan.name, child, plan.is_list, look))
        looks[id(element)] = made = _Look(tuple(item for item in rules if item.applies(element)), tuple(below))
        return made

    look_at(message_model(name).root, getattr(bindings, name))
    return looks
