"""The parts of a message that are not drawn but given, and the objects of the bindings that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import define, field, frozen
from hypothesis import strategies as st
from xsdata.models.datatype import XmlDate

from sivi2017.binding import FieldPlan, plan_by_name
from sivi2017.domain.base import Domain, fields_of
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.flows.convert import Conversion, requestable
from sivi2017.flows.verzuimmutatie import EVENT_CODES
from sivi2017.schema.model import Element
from sivi2017.testing.shapes import places

__all__ = ["Fixed", "Given", "binding_value", "part_of_domain", "parts_below", "said_by"]


@frozen
class Given:
    """Values by the ends of paths, such as ``SofiNr`` or ``Wrkgvr/HndlsnmOrg``."""

    values: Mapping[str, Any]

    def get(self, path: str) -> tuple[Any] | None:
        """What is given for a path, in a tuple since it may be None: of several ends that fit, the longest."""
        ends = [end for end in self.values if path.endswith(f"/{end}")]
        return (self.values[max(ends, key=len)],) if ends else None

    def unknown(self, roots: Iterable[Element]) -> list[str]:
        """The ends that no path of these messages has."""
        paths = [path for root in roots for path, _ in places(root)]
        return sorted(end for end in self.values if not any(path.endswith(f"/{end}") for path in paths))

    def once(self, root: Element) -> frozenset[str]:
        """The paths of what has a value in it that is given: were it there twice, so would be the value."""
        given = [path for path, _ in places(root) if self._has_value(path)]
        return frozenset("/".join(path.split("/")[:end]) for path in given for end in range(2, path.count("/") + 2))

    def _has_value(self, path: str) -> bool:
        given = self.get(path)
        return given is not None and given[0] is not None and not isinstance(given[0], st.SearchStrategy)

    @property
    def is_drawn(self) -> bool:
        """Whether one of the values is a strategy: then what one example has says nothing of the next."""
        return any(isinstance(value, st.SearchStrategy) for value in self.values.values())


@define
class Fixed:
    """The fields that keep their value, by the identity of the object, which the message keeps alive, and by name."""

    fields: set[tuple[int, str]] = field(factory=set)

    def keep(self, part: Any, name: str) -> None:
        """Keep the value of a field; where it is a group, what stands in it may still change."""
        self.fields.add((id(part), name))

    def keep_all(self, value: Any) -> None:
        """Keep all fields of an object, and all that is in them."""
        self.fields |= {(id(part), item.name) for part in parts_below(value) for item in fields(part)}

    def keep_as(self, old: Any, new: Any) -> None:
        """Keep the same fields of a copy."""
        self.fields |= {(id(new), item.name) for item in fields(old) if (id(old), item.name) in self.fields}

    def has(self, part: Any, name: str) -> bool:
        """Whether a field of an object keeps its value."""
        return (id(part), name) in self.fields

    def is_within(self, value: Any) -> bool:
        """Whether there is something in a value that stays; what stays away does not count."""
        return any(
            self.has(part, item.name) and getattr(part, item.name) not in (None, [])
            for part in parts_below(value)
            for item in fields(part)
        )


def parts_below(value: Any) -> Iterator[Any]:
    """The objects of the bindings in a value, itself among them."""
    for part in value if isinstance(value, list) else [value]:
        if is_dataclass(part):
            yield part
            for item in fields(part):
                yield from parts_below(getattr(part, item.name))


def binding_value(plan: FieldPlan, value: Any) -> Any:
    """A value as the bindings have it, from one as a person writes it: a date, a whole number, a code, True for J, a text.

    :raises ValueError: for a text or code that the element cannot have.
    """
    if isinstance(value, date):
        return XmlDate.from_date(value)
    if issubclass(plan.type, Enum) and not isinstance(value, plan.type):
        code = value.value if isinstance(value, Enum) else value
        return _parsed(plan, {True: "J", False: "N"}[code] if isinstance(code, bool) else str(code))
    if isinstance(value, str) and not issubclass(plan.type, str | Enum):
        return _parsed(plan, value)
    if plan.type is Decimal and isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value


def _parsed(plan: FieldPlan, text: str) -> Any:
    try:
        return plan.parse(text)
    except ValueError as error:
        # An enum would quote the value.
        told = "the element has no such code" if issubclass(plan.type, Enum) else str(error)
        raise ValueError(f"{plan.name}: {told}") from None


def _reported(value: Domain) -> Domain:
    """What a part of a message says: of a case its last report.

    :raises ValueError: for a case with a care address, which stands elsewhere in a message.
    """
    if not isinstance(value, Verzuimgeval):
        return value
    if value.verpleegadres is not None:
        raise ValueError("a care address stands with the employee, not with the case: Koppeling.verzuimmutatie puts it there")
    return value.melding


def said_by(value: Domain) -> frozenset[str]:
    """The fields of the bindings that an object of the domain fills."""
    part = _reported(value)
    own = {item.says for item in fields_of(type(part)) if item.says is not None}
    return frozenset(own | ({"verwerking"} if isinstance(part, Verzuimmelding) else set()))


def part_of_domain(value: Domain, target: type[Any], requested: frozenset[str] | None, **more: Any) -> Any:
    """An object of the bindings that says what one of the domain says.

    :param requested: the tags of what is sent only on request; None for all of them.
    :param more: what the domain does not say of it.
    :raises TypeError: for an object of another class than belongs there.
    """
    names = frozenset(name for name, tag in requestable().items() if requested is None or tag in requested)
    part = _reported(value)
    if target.__name__ not in part.bindings:
        raise TypeError(f"no {type(value).__name__} can stand in the place of a {target.__name__}")
    if isinstance(part, Verzuimmelding):
        code = Verwerkingscodes().code(EVENT_CODES[part.soort])
        more["verwerking"] = plan_by_name(target)["verwerking"].type(code)
    return Conversion(names, {}).part(part, target, **more)
