"""From the table and the schema to what is done with a message, made once for each kind of message.

The result is made anew from the classes of the bindings, field by field, and has just what a decision put there: what nobody
thought of is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from sivi2017 import bindings
from sivi2017.binding import FieldPlan, class_plan
from sivi2017.errors import SiviError
from sivi2017.privacy.birth import is_day
from sivi2017.privacy.keys import Pseudonyms
from sivi2017.privacy.settings import Settings
from sivi2017.privacy.table import Decision, Treatment, by_place
from sivi2017.privacy.treatments import Act, Field, act_on
from sivi2017.schema.model import Element, message_model

__all__ = ["GroupPlan", "UndecidedElement", "message_plan"]

_REGIONS = (Treatment.ADDRESSES, Treatment.POSTCODE_DIGITS)
_HOME = "01"
_OF_VERPLEEGADRES = ("SrtVrplgadrsCd", "NmVrpladrs")


class UndecidedElement(SiviError):
    """The schema asks for an element of which nobody has decided what becomes of it, so that no message can be made."""


@frozen(eq=False)
class GroupPlan:
    """What becomes of a group."""

    part_class: type[Any]
    acts: tuple[tuple[str, Act], ...]
    """By name of a field what is done with its value; a field that goes is not among them."""

    def __call__(self, part: Any) -> Any:
        """A new group in the place of one."""
        values = ((name, act, getattr(part, name)) for name, act in self.acts)
        return self.part_class(**{name: act(value, part) for name, act, value in values if value is not None})


def message_plan(name: str, settings: Settings, pseudonyms: Pseudonyms) -> GroupPlan:
    """What becomes of a message.

    :param name: the name of the message.
    :raises UndecidedElement: when the table does not name an element that must be there.
    """
    return _Planner(settings, pseudonyms, by_place()).group(message_model(name).root, getattr(bindings, name))


@frozen(eq=False)
class _Planner:
    settings: Settings
    pseudonyms: Pseudonyms
    decisions: dict[str, Decision]

    def group(self, element: Element, part_class: type[Any]) -> GroupPlan:
        return GroupPlan(part_class, tuple(self._acts(element, part_class)))

    def _acts(self, element: Element, part_class: type[Any]) -> Iterator[tuple[str, Act]]:
        for plan in class_plan(part_class).values():
            child = element[plan.tag]
            place = f"{element.tag}/{child.tag}"
            decision = self.decisions.get(place)
            if decision is None and child.minimum:
                raise UndecidedElement(f"nobody has decided what becomes of {place} ({child.label}), which must be there")
            if decision is not None and self._stays(decision):
                yield plan.name, self._act(decision, child, plan, part_class)

    def _stays(self, decision: Decision) -> bool:
        if decision.treatment is Treatment.GONE:
            return decision.unless in self.settings.keep
        return self.settings.addresses or decision.treatment not in _REGIONS

    def _act(self, decision: Decision, element: Element, plan: FieldPlan, part_class: type[Any]) -> Act:
        if not plan.is_group:
            return act_on(Field(decision, plan, part_class, self.settings, self.pseudonyms))
        below = self.group(element, plan.type)
        if decision.treatment is Treatment.ADDRESSES:
            return _homes(below, class_plan(part_class)["Gebdat"].name)
        return (lambda parts, _: [below(part) for part in parts]) if plan.is_list else (lambda part, _: below(part))


def _homes(below: GroupPlan, birth_date: str) -> Act:
    """What becomes of addresses: those that are a home and no verpleegadres, whatever their kind says, without a birthday."""
    plans = class_plan(below.part_class)
    kind, start = plans["SrtAdrsCd"].name, plans["Ingdat"].name
    care = [plans[tag].name for tag in _OF_VERPLEEGADRES if tag in plans]

    def is_home(part: Any) -> bool:
        return getattr(part, kind).value == _HOME and all(getattr(part, name) is None for name in care)

    def act(parts: Any, employee: Any) -> Any:
        made = [(part, below(part)) for part in parts if is_home(part)]
        for part, home in made:
            if is_day(getattr(part, start), getattr(employee, birth_date)):
                setattr(home, start, None)
        return [home for _, home in made]

    return act
