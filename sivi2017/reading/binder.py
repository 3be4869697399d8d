"""From a tree to bindings.

A message that keeps to its schema is bound whole, by the generated code of ``sivi2017.codec``. Of one that does not, what can
be bound is, for a report to show: an element that has no place is passed over, and a value that does not fit is None; the
report has a finding for each.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from sivi2017.binding import FieldPlan, class_plan, codec_of
from sivi2017.lexical import collapsed
from sivi2017.reading.collecting import without_collecting
from sivi2017.schema.paths import local_name

__all__ = ["bind", "bind_valid"]


def bind_valid(root: etree._Element, name: str) -> Any:
    """A message from a root element that the schema allows.

    :param name: the name of the message.
    :raises ValueError: when a value is beyond what the bindings can hold, such as a year of twenty digits.
    """
    read = codec_of(name).read_message
    if sum(map(len, root)) < _MANY:
        return read(root)
    with without_collecting():
        return read(root)


_MANY = 500
"""How many employees and the like make a message large."""


def bind(node: etree._Element, part_class: type[Any]) -> Any:
    """An object of a generated class from an element, as far as there is something to bind."""
    plan = class_plan(part_class)
    values: dict[str, Any] = {item.name: [] if item.is_list else None for item in plan.values()}
    for child in node:
        item = plan.get(local_name(child))
        if item is None:
            continue
        value = bind(child, item.type) if item.is_group else _value(child, item)
        if item.is_list:
            values[item.name].append(value)
        elif values[item.name] is None:
            values[item.name] = value
    return part_class(**values)


def _value(node: etree._Element, item: FieldPlan) -> Any:
    text = node.text or ""
    try:
        return item.parse(collapsed(text) if item.collapses else text)
    except ValueError:
        return None
