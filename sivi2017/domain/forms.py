"""What the schema asks for in the fields of the bindings."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

from sivi2017.binding import class_plan
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import Element, message_model

__all__ = ["binding_modules", "elements_of"]


@cache
def binding_modules() -> dict[str, ModuleType]:
    """The modules of the bindings, by the name of their message."""
    return {name: import_module(f"sivi2017.bindings.{name.lower()}") for name in MESSAGES}


@cache
def _groups(name: str) -> dict[str, Element]:
    """The groups of a message by the name of their class."""
    elements = (element for _, element in message_model(name).root.walk())
    return {element.type_name: element for element in elements if element.format is None}


@cache
def elements_of(classes: tuple[str, ...]) -> dict[str, tuple[Element, ...]]:
    """For classes of the bindings, by field, the elements that the field is in one message or another."""
    elements: dict[str, list[Element]] = {}
    for name, module in binding_modules().items():
        for class_name in classes:
            group = _groups(name).get(class_name)
            if group is not None:
                for plan in class_plan(getattr(module, class_name)).values():
                    elements.setdefault(plan.name, []).append(group[plan.tag])
    return {name: tuple(found) for name, found in elements.items()}
