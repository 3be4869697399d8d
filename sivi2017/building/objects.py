"""Objects of a document as objects of the domain, with the place of everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, TypeVar, cast

import attrs
from attrs import define, evolve, field

from sivi2017.building.json_text import JsonObject, kind_of
from sivi2017.building.values import Unfit, plain
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie
from sivi2017.domain.base import Domain, DomainField, fields_of
from sivi2017.errors import InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.koppeling.loading import shown, unknown_key
from sivi2017.report import Finding, Layer, Severity

__all__ = ["Objects", "below", "items_of", "needed"]

DomainClass = TypeVar("DomainClass", bound=Domain)

_NUMBERED = re.compile(r"^(\w+): number ([0-9]+): ")


def below(path: str, key: str) -> str:
    """The place of a key in the object at a place."""
    return f"{path}.{shown(key)}" if path else shown(key)


def items_of(domain_class: type[Domain]) -> dict[str, DomainField]:
    """The fields of a class of the domain by name."""
    return {item.name: item for item in fields_of(domain_class)}


def needed(domain_class: type[Domain]) -> frozenset[str]:
    """The fields without which there is no object."""
    attributes = attrs.fields(cast("Any", domain_class))
    return frozenset(attribute.name for attribute in attributes if attribute.default is attrs.NOTHING)


@define
class Objects:
    """Makes objects of the domain, and gathers what is wrong with them and what was done to them."""

    koppeling: Koppeling
    faults: list[str] = field(factory=list)
    """A sentence for each fault, with its place in the document."""
    findings: list[Finding] = field(factory=list)
    """What was left out and shortened, with its place in the document."""

    def fault(self, path: str, text: str) -> None:
        """Add a fault at a place."""
        self.faults.append(f"{path}: {text}" if path else text)

    def make(self, domain_class: type[DomainClass], data: Any, path: str) -> DomainClass | None:
        """The object of the domain for one of the document; None where something is wrong with it."""
        name = domain_class.__name__
        items = items_of(domain_class)
        shortened = {key for key in items if f"{name}.{key}" in self.koppeling.verkorten}
        values = self.values(data, items, path, needed=needed(domain_class), unchecked=shortened)
        if values is None:
            return None
        told: list[Finding] = []
        try:
            made = self.koppeling.maak(domain_class, findings=told, **values)
        except InvalidValue as error:
            self.translate(error.faults, name, path)
            return None
        self.findings += [evolve(item, message=path + item.message.removeprefix(name)) for item in told]
        return made

    def values(
        self,
        data: Any,
        items: Mapping[str, DomainField],
        path: str,
        *,
        needed: Collection[str] = (),
        unchecked: Collection[str] = (),
        nulls: Collection[str] = (),
        others: Collection[str] = (),
    ) -> dict[str, Any] | None:
        """The values of an object of the document by key; None where anything is wrong with them.

        :param items: the keys that it can have, each with the field of the domain that it is for.
        :param needed: the keys that it must have.
        :param unchecked: the keys of values that the domain is to check later.
        :param nulls: the keys for which null is a value, not the same as no key.
        :param others: keys that it can have and that are no concern of this method.
        """
        found = len(self.faults)
        if not self.is_object(data, [*items, *others], path):
            return None
        values: dict[str, Any] = {}
        wrong = set(data.twice)
        for key, place, value in self._entries(data, items, path, nulls):
            before = len(self.faults)
            values[key] = None if value is None else self._value(items[key], value, place)
            if len(self.faults) > before:
                del values[key]
                wrong.add(key)
        missing = [key for key in items if key in needed and key not in values and key not in wrong]
        for key in missing:
            self.fault(below(path, key), "must be given")
        for key, value in values.items():
            if key not in unchecked:
                self.translate((f"{key}: {fault}" for fault in items[key].faults(value)), "", path)
        return values if len(self.faults) == found else None

    def is_object(self, data: Any, known: Collection[str], path: str) -> bool:
        """Whether it is an object; keys that it cannot have, and those that it has twice, are faults."""
        if not isinstance(data, JsonObject):
            self.fault(path, f"must be an object, is {kind_of(data)}")
            return False
        for key in data:
            if key not in known:
                self.fault(below(path, key), unknown_key(key, known))
        for key in data.twice:
            self.fault(below(path, key), "given more than once")
        return True

    def translate(self, faults: Iterable[str], class_name: str, path: str) -> None:
        """Add faults that the domain found in an object, each at its place in the document."""
        for fault in faults:
            text = fault.removeprefix(f"{class_name}.")
            text = _NUMBERED.sub(lambda found: f"{found[1]}[{int(found[2]) - 1}]: ", text)
            self.faults.append(f"{path}.{text}" if path else text)

    def _entries(
        self, data: JsonObject, known: Collection[str], path: str, nulls: Collection[str] = ()
    ) -> Iterator[tuple[str, str, Any]]:
        """The keys of an object that it can have and has once, each with its place and value; without those without a value."""
        for key, value in data.items():
            place = below(path, key)
            if key not in known or key in data.twice or (value is None and key not in nulls):
                continue
            if not self._drops(value, place):
                yield key, place, value

    def _drops(self, value: Any, place: str) -> bool:
        """Whether a value is empty, and empty ones are left out."""
        if self.koppeling.lege_waarde != "weglaten" or not isinstance(value, str) or value.strip():
            return False
        self.findings.append(Finding("BLD-EMPTY", Severity.WARNING, Layer.RULE, f"{place}: empty, and left out"))
        return True

    def _value(self, item: DomainField, value: Any, place: str) -> Any:
        if not item.several:
            return self._one(item.type, value, place)
        if item.type is Communicatie and isinstance(value, JsonObject):
            return tuple(self._communicatie(value, place))
        if not isinstance(value, list):
            self.fault(place, f"must be a list, is {kind_of(value)}")
            return ()
        return tuple(self._one(item.type, part, f"{place}[{number}]") for number, part in enumerate(value))

    def _one(self, expected: Any, value: Any, place: str) -> Any:
        if isinstance(expected, UnionType):  # the address of a Verpleegadres, in the Netherlands or elsewhere
            expected = BuitenlandsAdres if isinstance(value, JsonObject) and "land_code" in value else Adres
        if issubclass(expected, Domain):
            return self.make(expected, value, place)
        try:
            return plain(expected, value)
        except Unfit as error:
            self.fault(place, str(error))
            return None

    def _communicatie(self, data: JsonObject, path: str) -> Iterator[Communicatie]:
        """Contact data by what they are, as the coupling names them."""
        kinds = self.koppeling.soorten_communicatie
        self.is_object(data, kinds, path)
        for key, place, value in self._entries(data, kinds, path):
            number = self._one(str, value, place)
            if number is not None:
                try:
                    yield from self.koppeling.communicatie(**{key: number})
                except InvalidValue as error:
                    self.fault(place, "; ".join(fault.partition(": ")[2] for fault in error.faults))
