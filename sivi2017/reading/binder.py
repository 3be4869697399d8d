"""From a tree to bindings.

Of a message that keeps to its schema everything is bound. Of one that does not, what can be bound is, for a report to show: an
element that has no place is passed over, and a value that does not fit is None; the report has a finding for each.
"""

from __future__ import annotations

from typing import Any

from attrs import define
from lxml import etree

from sivi2017.binding import FieldPlan, class_plan
from sivi2017.schema.paths import local_name
from sivi2017.schema.values import collapsed

__all__ = ["bind"]


def bind(root: etree._Element, message_class: type[Any]) -> tuple[Any, bool]:
    """A message from its root element, and whether every value of it could be bound."""
    binder = _Binder()
    return binder.part(root, message_class), binder.complete


@define
class _Binder:
    complete: bool = True

    def part(self, node: etree._Element, part_class: type[Any]) -> Any:
        """An object of a generated class from an element."""
        plan = class_plan(part_class)
        values: dict[str, Any] = {item.name: [] if item.is_list else None for item in plan.values()}
        for child in node:
            item = plan.get(local_name(child))
            if item is None:
                continue
            value = self.part(child, item.type) if item.is_group else self._value(child, item)
            if item.is_list:
                values[item.name].append(value)
            elif values[item.name] is None:
                values[item.name] = value
        return part_class(**values)

    def _value(self, node: etree._Element, item: FieldPlan) -> Any:
        text = node.text or ""
        try:
            return item.parse(collapsed(text) if item.collapses else text)
        except ValueError:
            self.complete = False
            return None
