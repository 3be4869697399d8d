"""Objects of the bindings, filled field by field from their own plans and from what the schema says of each element."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from attrs import field, frozen
from hypothesis import strategies as st

from sivi2017.binding import FieldPlan, class_plan
from sivi2017.domain.base import Domain
from sivi2017.schema.model import Element
from sivi2017.testing.fixed import Fixed, Given, binding_value, part_of_domain, parts_below, said_by
from sivi2017.testing.levels import Level
from sivi2017.testing.realistic import fits, realistic_texts, together
from sivi2017.testing.right_values import level_texts
from sivi2017.testing.shapes import Shape, size_of
from sivi2017.testing.values import texts

__all__ = ["Filler", "texts_of"]


def texts_of(element: Element, level: Level) -> st.SearchStrategy[str]:
    """The texts of an element at a level."""
    if level == "schema":
        assert element.format is not None
        return texts(element.format)
    return level_texts(element) if level == "rules" else realistic_texts(element)


@frozen(eq=False)
class Filler:
    """Fills the objects of one message."""

    draw: st.DrawFn
    level: Level
    shape: Shape
    given: Given
    once: frozenset[str] = frozenset()
    """The paths of what stands there once, whatever the shape says."""
    needed: frozenset[str] = frozenset()
    """The paths of what may not be taken away later."""
    requested: frozenset[str] | None = None
    """The tags of what an object of the domain sends only on request; None for all of them."""
    fixed: Fixed = field(factory=Fixed)

    def part(self, part_class: type[Any], element: Element, path: str) -> Any:
        """An object with its fields: the required ones, those of the shape and those that are given."""
        values = self._fields(part_class, element, path)
        part = part_class(**values)
        self._keep_given(part, path)
        return part

    def _keep_given(self, part: Any, path: str) -> None:
        for tag, plan in class_plan(type(part)).items():
            if f"{path}/{tag}" in self.needed or self.given.get(f"{path}/{tag}") is not None:
                self.fixed.keep(part, plan.name)

    def _fields(
        self, part_class: type[Any], element: Element, path: str, without: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        """The values of the fields of an object.

        :param without: the names of the fields that come from elsewhere.
        """
        fitting = self.draw(together(frozenset(element.by_tag))) if self.level == "realistic" else {}
        values: dict[str, Any] = {}
        for tag, plan in class_plan(part_class).items():
            place = f"{path}/{tag}"
            given = self.given.get(place)
            if plan.name in without:
                continue
            if given is not None:
                values[plan.name] = self._as_given(plan, element[tag], place, given[0])
            else:
                values[plan.name] = self._drawn(plan, element[tag], place, fitting)
        return values

    # ---- What is drawn ----

    def _drawn(self, plan: FieldPlan, element: Element, path: str, fitting: Mapping[str, str]) -> Any:
        is_needed = path in self.needed
        if not plan.is_list:
            is_there = plan.is_required or is_needed or self.shape.has()
            return self._one(plan, element, path, fitting) if is_there else None
        count = max(self.shape.count(element.minimum, element.maximum, size_of(element)), int(is_needed))
        count = min(count, 1) if path in self.once else count
        # Of many only the first two differ: a message has so many elements that an example would be too large.
        different = min(count, 1 if self.shape.is_full else 2)
        parts = [self._one(plan, element, path, fitting) for _ in range(different)]
        return parts + [self._copy(parts[-1]) for _ in range(count - different)]

    def _one(self, plan: FieldPlan, element: Element, path: str, fitting: Mapping[str, str]) -> Any:
        if plan.is_group:
            return self.part(plan.type, element, path)
        assert element.format is not None
        text = fitting.get(element.tag)
        return plan.parse(text if text and fits(text, element.format) else self.draw(texts_of(element, self.level)))

    def _copy(self, part: Any) -> Any:
        copy = deepcopy(part)
        for old, new in zip(parts_below(part), parts_below(copy), strict=True):
            self.fixed.keep_as(old, new)
        return copy

    # ---- What is given ----

    def _as_given(self, plan: FieldPlan, element: Element, path: str, given: Any) -> Any:
        value = self.draw(given) if isinstance(given, st.SearchStrategy) else given
        if not plan.is_list:
            return None if value is None else self._given_one(plan, element, path, value)
        several = value if isinstance(value, list | tuple) else [] if value is None else [value]
        return [self._given_one(plan, element, path, each) for each in several]

    def _given_one(self, plan: FieldPlan, element: Element, path: str, value: Any) -> Any:
        if isinstance(value, Domain):
            return self._from_domain(plan, element, path, value)
        if plan.is_group:
            self.fixed.keep_all(value)
            return value
        return binding_value(plan, value)

    def _from_domain(self, plan: FieldPlan, element: Element, path: str, value: Domain) -> Any:
        said = said_by(value)
        more = self._fields(plan.type, element, path, said)
        part = part_of_domain(value, plan.type, self.requested, **more)
        for item in class_plan(plan.type).values():
            if item.name in said:
                self.fixed.keep(part, item.name)
                for below in parts_below(getattr(part, item.name)):
                    self.fixed.keep_all(below)
        self._keep_given(part, path)
        return part
