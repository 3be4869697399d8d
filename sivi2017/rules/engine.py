"""What a rule is, and how all of them are run over a message.

A rule looks at the places where an element stands and tells what is wrong there. It knows bindings, not XML: the tags that it
names say where it looks. The engine gives it each such place, and turns what it tells into findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

from attrs import field, frozen

from sivi2017.binding import class_plan
from sivi2017.bindings import Message
from sivi2017.report import Finding, Layer, Severity
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element, message_model
from sivi2017.schema.paths import shortened

__all__ = ["Check", "Found", "Place", "Rule", "rule", "run_rules"]


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
Check: TypeAlias = Callable[[Place, RuleProfile], Iterator[Found]]
"""What a rule does with one place."""


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
    check: Check = field(repr=False)


def rule(
    rule_id: str, severity: Severity, statement: str, reason: str, *, on: tuple[str, ...] | Callable[[Element], bool]
) -> Callable[[Check], Rule]:
    """Make a rule of a function.

    :param on: the tags of the elements at which the rule looks, or a function that tells whether it does.
    """
    applies = on if callable(on) else lambda element: element.tag in on
    return lambda check: Rule(rule_id, severity, statement, reason, applies, check)


def run_rules(
    message: Message, profile: RuleProfile, rules: tuple[Rule, ...], root_name: str | None = None
) -> Iterator[Finding]:
    """The findings of the rules on a message that its schema allows; they have no line.

    :param root_name: what the root is called in the file, where that is not the name of the message.
    """
    name = type(message).__name__
    active = tuple(item for item in rules if profile.severity(item.id, item.severity) is not None)
    root = Place(message, message_model(name).root, root_name or name)
    yield from _visit(root, profile, _rules_by_element(name, active))


# For every element of a message, by its identity (the models stay as long as the program runs), the rules that look at it.
_RulesByElement: TypeAlias = dict[int, tuple[Rule, ...]]


@cache
def _rules_by_element(name: str, rules: tuple[Rule, ...]) -> _RulesByElement:
    elements = (element for _, element in message_model(name).root.walk())
    return {id(element): tuple(item for item in rules if item.applies(element)) for element in elements}


def _visit(place: Place, profile: RuleProfile, rules: _RulesByElement) -> Iterator[Finding]:
    """Run the rules at a place, then at all places below it."""
    for item in rules[id(place.element)]:
        yield from _findings(item, place, profile)
    if place.element.format is not None:
        return
    for plan in class_plan(type(place.value)).values():
        if plan.is_group or rules[id(place.element[plan.tag])]:
            for child in place.each(plan.tag) if plan.is_list else (place.at(plan.tag),):
                if child.value is not None:
                    yield from _visit(child, profile, rules)


def _findings(item: Rule, place: Place, profile: RuleProfile) -> Iterator[Finding]:
    severity = profile.severity(item.id, item.severity) or item.severity
    try:
        found = list(item.check(place, profile))
    except Exception as error:  # noqa: BLE001 - a rule that fails must not hide what the others find
        text = f"rule {item.id} failed with {type(error).__name__}, so that it is not known whether it holds"
        yield Finding("RULE-FAILED", Severity.ERROR, Layer.RULE, f"{shortened(place.path)}: {text}", None, place.path)
        return
    for where, text in found:
        label = "" if where.element.label == where.element.tag else f" ({where.element.label})"
        yield Finding(item.id, severity, Layer.RULE, f"{shortened(where.path)}{label}: {text}", None, where.path)
