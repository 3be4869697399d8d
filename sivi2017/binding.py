"""Between trees and bindings: what each field of a generated class is called in XML, and how its text becomes a value.

xsdata generates the classes; its own parser and serializer are not used. They check no facet, no order and no missing
element, lose leading zeros, and turn a value that does not fit into text with no more than a warning. The plan of a class is
made from its own metadata, so a new schema needs no work here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from types import NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints

from attrs import frozen
from xsdata.models.datatype import XmlDate, XmlTime

from sivi2017.lexical import parse_date, parse_decimal, parse_int, parse_time

__all__ = ["FieldPlan", "class_plan", "codec_of", "plan_by_name"]


@frozen
class FieldPlan:
    """One field of a generated class."""

    name: str
    tag: str
    """The name of the element, without its namespace."""
    qualified_tag: str
    """The name of the element, with its namespace in braces."""
    type: type[Any]
    """The class of one value: a generated class or enum, or str, int, Decimal, XmlDate or XmlTime."""
    is_group: bool
    is_list: bool
    is_required: bool
    """Whether the schema asks for it; a list may be empty all the same."""
    collapses: bool
    """Whether white space around the text means nothing."""
    fraction_digits: int | None
    parse: Callable[[str], Any]
    """From text to value; raises ValueError."""


_PARSERS: dict[type[Any], Callable[[str], Any]] = {
    str: str,
    int: parse_int,
    Decimal: parse_decimal,
    XmlDate: parse_date,
    XmlTime: parse_time,
}


def class_plan(part_class: type[Any]) -> dict[str, FieldPlan]:
    """The fields of a generated class in schema order, by the name of their element."""
    return _class_plan(cast("Any", part_class))


@cache
def _class_plan(part_class: Any) -> dict[str, FieldPlan]:
    hints = get_type_hints(part_class)
    generated = next(base for base in part_class.__mro__ if base.__module__.startswith("sivi2017.bindings."))
    namespace = sys.modules[generated.__module__].__NAMESPACE__
    plans = (_field_plan(item, hints[item.name], namespace) for item in fields(generated))
    return {plan.tag: plan for plan in plans}


def plan_by_name(part_class: type[Any]) -> dict[str, FieldPlan]:
    """The fields of a generated class in schema order, by their own name."""
    return _plan_by_name(cast("Any", part_class))


@cache
def _plan_by_name(part_class: Any) -> dict[str, FieldPlan]:
    return {plan.name: plan for plan in _class_plan(part_class).values()}


def codec_of(name: str) -> Any:
    """The module of ``sivi2017.codec`` for a message, imported when it is first needed."""
    return import_module(f"sivi2017.codec.{name.lower()}")


def _field_plan(item: Field[Any], hint: Any, namespace: str) -> FieldPlan:
    metadata = item.metadata
    is_list = get_origin(hint) is list
    value_type = next((option for option in get_args(hint) if option is not NoneType), hint)
    is_group = value_type not in _PARSERS and not issubclass(value_type, Enum)
    return FieldPlan(
        name=item.name,
        tag=metadata["name"],
        qualified_tag=f"{{{namespace}}}{metadata['name']}",
        type=value_type,
        is_group=is_group,
        is_list=is_list,
        is_required=item.default is MISSING and item.default_factory is MISSING,
        # Identifiers are numbers by the schema and text here: they have digits to count.
        collapses=not issubclass(value_type, Enum) and (value_type is not str or "total_digits" in metadata),
        fraction_digits=metadata.get("fraction_digits"),
        parse=_PARSERS.get(value_type, value_type),
    )
