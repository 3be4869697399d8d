"""What every class of the domain has: each field knows which field of the bindings it fills, and is checked against the schema.

No limit stands here a second time: lengths, digits, patterns and codes come from the schema, through the binding that a field
fills. All faults of an object come in one error, and no error or ``repr`` shows a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, cast, get_args, get_origin, get_type_hints, overload

import attrs

from sivi2017.codelist import CodeList
from sivi2017.domain.forms import elements_of
from sivi2017.errors import InvalidValue
from sivi2017.lexical import lexical
from sivi2017.schema.model import Element, Format
from sivi2017.schema.values import has_character_outside_xml, value_fault

__all__ = ["Domain", "DomainField", "fields_of", "many", "required", "says", "whole"]


def says(binding_field: str, check: Callable[[str], str | None] | None = None) -> dict[str, Any]:
    """Metadata of a field: the field of the bindings that it fills.

    :param check: what the schema cannot check of the text of this field; gives a sentence, or None where all is well.
    """
    return {"says": binding_field, "check": check}


def many(values: Iterable[Any]) -> tuple[Any, ...]:
    """Converter: several values as a tuple; what cannot be gone through is left for the check to refuse."""
    is_bare = isinstance(values, str | bytes) or not isinstance(values, Iterable)
    return cast("tuple[Any, ...]", values) if is_bare else tuple(values)


@overload
def whole(value: Decimal | int) -> Decimal: ...
@overload
def whole(value: None) -> None: ...
def whole(value: Decimal | int | None) -> Decimal | None:
    """Converter: a whole number as a Decimal; anything else is left for the check to refuse."""
    return Decimal(value) if type(value) is int else cast("Decimal | None", value)


class Domain:
    """The base of the domain classes."""

    bindings: ClassVar[tuple[str, ...]] = ()
    """The classes of the bindings that an object becomes, in one message or another."""

    def __attrs_post_init__(self) -> None:
        faults = list(self._field_faults()) or list(self.faults())
        if faults:
            raise InvalidValue(f"{type(self).__name__}.{text}" for text in faults)

    def faults(self) -> Iterator[str]:
        """What is wrong between fields, each as ``field: sentence``; only asked when every field by itself is right."""
        yield from ()

    def _field_faults(self) -> Iterator[str]:
        for item in fields_of(type(self)):
            for fault in item.faults(getattr(self, item.name)):
                yield f"{item.name}: {fault}"

    def __repr__(self) -> str:
        given = [item.name for item in fields_of(type(self)) if getattr(self, item.name) not in (None, ())]
        return f"<{type(self).__name__}: {', '.join(given)}>"


@attrs.frozen
class DomainField:
    """One field of a domain class."""

    name: str
    says: str | None
    """The field of the bindings that it fills; None where the messages have none for it."""
    type: type[Any]
    """The class of one value."""
    optional: bool = False
    several: bool = False
    elements: tuple[Element, ...] = ()
    """The elements that the field is in one message or another."""
    check: Callable[[str], str | None] | None = None
    """What the schema cannot check of a text."""

    def faults(self, value: Any) -> Iterator[str]:
        """What is wrong with a value of this field."""
        if value is None:
            if not self.optional:
                yield "must be given"
        elif not self.several:
            yield from self._value_faults(value)
        elif not isinstance(value, tuple):
            yield f"must be several of {self._expected}, is {_a(type(value).__name__)}"
        else:
            yield from self._number_faults(len(value))
            for number, part in enumerate(value, start=1):
                yield from (f"number {number}: {fault}" for fault in self._value_faults(part))

    def _number_faults(self, number: int) -> Iterator[str]:
        for element in self.elements[:1]:  # where the messages have a list, all have one just as long
            if number < element.minimum:
                yield f"at least {element.minimum}, has {number}"
            if element.maximum is not None and number > element.maximum:
                yield f"at most {element.maximum}, has {number}"

    @property
    def _expected(self) -> str:
        """The class of one value in words; it may be one of several."""
        return " or ".join(option.__name__ for option in get_args(self.type) or (self.type,))

    def _value_faults(self, value: Any) -> Iterator[str]:
        if not self._right_type(value):
            yield f"must be {_a(self._expected)}, is {_a(type(value).__name__)}{_hint(self.type, value)}"
        elif isinstance(value, str):
            yield from self._text_faults(value)
        elif isinstance(value, Decimal | int) and not isinstance(value, bool):
            yield from self._form_faults(value)

    def _right_type(self, value: Any) -> bool:
        if isinstance(value, datetime) or (isinstance(value, bool) and self.type is not bool):
            return False
        return isinstance(value, self.type)

    def _text_faults(self, text: str) -> Iterator[str]:
        if has_character_outside_xml(text):
            yield "has a character that XML does not allow"
        elif not any(character.isprintable() and character != " " for character in text):
            yield "must not be empty or blank" + ("; leave it out where there is no value" if self.optional else "")
        elif set(text) & set(" \t\r\n+-") and any(form.collapses for form in self._forms()):
            yield "must have no blanks, and no sign"
        else:
            yield from self._form_faults(text)

    def _form_faults(self, value: str | Decimal | int) -> Iterator[str]:
        """The first fault of a value in any of its forms; a value that no message takes is told once."""
        for form in self._forms():
            text = value if isinstance(value, str) else lexical(value, form.fraction_digits or 0)
            fault = value_fault(text, form)
            if fault is not None:
                yield fault.text
                return
        more = self.check(value) if self.check and isinstance(value, str) else None
        if more is not None:
            yield more

    def _forms(self) -> Iterator[Format]:
        for element in self.elements:
            for leaf in (element, *element.children[:1]):  # texts and actions stand in a group around one value
                if leaf.format is not None:
                    yield leaf.format


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def _hint(expected: Any, value: object) -> str:
    if expected is Decimal and isinstance(value, float):
        return ': write it as Decimal("36.50"), since a float is not exact'
    if expected is date and isinstance(value, datetime):
        return ": take its .date()"
    if expected is str and type(value) is int:
        return ": write it as text, since a leading zero counts"
    if isinstance(expected, type) and issubclass(expected, CodeList) and isinstance(value, str):
        return f": write {expected.__name__}.of(…) for a code"
    return ""


def required(name: str, value: Any, expected: Any, *, several: bool = False) -> Any:
    """An argument, when it is of the right type; several values as a tuple.

    :raises InvalidValue: naming the argument.
    """
    value = many(value) if several else value
    faults = [f"{name}: {fault}" for fault in DomainField(name, None, expected, several=several).faults(value)]
    if value == ():
        faults = [f"{name}: at least one, has 0"]
    if faults:
        raise InvalidValue(faults)
    return value


def fields_of(domain_class: type[Domain]) -> tuple[DomainField, ...]:
    """The fields of a domain class, in the order in which they were written."""
    return _fields_of(cast("Any", domain_class))


@cache
def _fields_of(domain_class: Any) -> tuple[DomainField, ...]:
    hints = get_type_hints(domain_class)
    return tuple(_domain_field(domain_class, item, hints[item.name]) for item in attrs.fields(domain_class))


def _domain_field(domain_class: type[Domain], attribute: Any, hint: Any) -> DomainField:
    optional = get_origin(hint) is UnionType and NoneType in get_args(hint)
    options = [option for option in get_args(hint) if option is not NoneType] if optional else [hint]
    several = get_origin(options[0]) is tuple
    value_type = get_args(options[0])[0] if several else options[0]
    name = attribute.metadata.get("says")
    elements = elements_of(domain_class.bindings).get(name, ())
    return DomainField(attribute.name, name, value_type, optional, several, elements, attribute.metadata.get("check"))
