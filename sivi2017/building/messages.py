"""The messages of a document: each of its objects checked, made into objects of the domain, and built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import Any

from attrs import evolve, frozen

from sivi2017.bindings import Message
from sivi2017.building.cases import case
from sivi2017.building.json_text import JsonObject, kind_of
from sivi2017.building.objects import Objects, below
from sivi2017.domain.base import DomainField
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidMessage, InvalidValue, NotPermitted
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.report import Finding

__all__ = ["EMPLOYEE_PARTS", "PARTS", "Built", "Kind", "build_messages"]


class Kind(StrEnum):
    """What can be built."""

    VERZUIMMUTATIE = "verzuimmutatie"
    WERKNEMERMUTATIE = "werknemermutatie"
    DIENSTVERBANDMUTATIE = "dienstverbandmutatie"


@frozen
class Built:
    """A message, and where in the document it comes from."""

    path: str
    """The place, such as ``berichten[0]``; empty for a document that is one object."""
    message: Message
    findings: tuple[Finding, ...]
    """What was left out and shortened, and the warnings of the rules."""


def _part(name: str, part_type: type[Any], *, several: bool = False) -> DomainField:
    return DomainField(name, None, part_type, optional=True, several=several, elements=(), check=None)


PARTS = {
    "werkgever": _part("werkgever", Werkgever),
    "werknemer": _part("werknemer", Werknemer),
    "dienstverband": _part("dienstverband", Dienstverband),
}
"""What an object of the document has for a verzuimmutatie, besides the case."""

EMPLOYEE_PARTS = {
    **PARTS,
    "dienstverbanden": _part("dienstverbanden", Dienstverband, several=True),
    "mutatie": _part("mutatie", Mutatie),
    "verzuim_gehad": _part("verzuim_gehad", bool),
}
"""What it has for a werknemermutatie and a dienstverbandmutatie."""


def build_messages(kind: Kind, document: Any, koppeling: Koppeling) -> list[Built]:
    """The messages of a document: all of them, or none.

    :param document: what ``parse_json`` gave.
    :raises InvalidValue: with everything that is wrong with the document, each with its place.
    """
    objects = Objects(koppeling)
    built = [_built(kind, objects, data, path) for path, data in _objects(document, objects)]
    if objects.faults:
        raise InvalidValue(objects.faults)
    return [each for each in built if each is not None]


def _objects(document: Any, objects: Objects) -> Iterator[tuple[str, Any]]:
    """The objects that become a message, each with its place."""
    if not isinstance(document, JsonObject):
        objects.fault("", f"the document must be an object, is {kind_of(document)}")
        return
    if "berichten" not in document:
        yield "", document
        return
    objects.is_object(document, ["$schema", "berichten"], "")
    several = document["berichten"]
    if not isinstance(several, list) or not several:
        objects.fault(
            "berichten", f"must be a list of at least one object, is {'empty' if several == [] else kind_of(several)}"
        )
        return
    for number, data in enumerate(several):
        yield f"berichten[{number}]", data


def _built(kind: Kind, objects: Objects, data: Any, path: str) -> Built | None:
    """The message of one object; None where something is wrong with it."""
    first = len(objects.findings)
    others = [] if path else ["$schema"]
    ready = (
        _absence(objects, data, path, others) if kind is Kind.VERZUIMMUTATIE else _employee(kind, objects, data, path, others)
    )
    if ready is None:
        return None
    told: list[Finding] = []
    try:
        message = ready(findings=told)
    except InvalidMessage as error:
        objects.faults += [_placed(path, str(finding)) for finding in error.report.errors]
    except InvalidValue as error:
        objects.faults += [_placed(path, fault) for fault in error.faults]
    except NotPermitted as error:
        objects.faults.append(_placed(path, str(error)))
    else:
        placed = [evolve(finding, message=_placed(path, finding.message)) for finding in told]
        return Built(path, message, (*objects.findings[first:], *placed))
    return None


def _absence(objects: Objects, data: Any, path: str, others: list[str]) -> Callable[..., Message] | None:
    """The builder of a verzuimmutatie with what it is to build; None where something is wrong with that."""
    values = objects.values(data, PARTS, path, needed=PARTS, others=["geval", *others])
    geval = case(objects, data.get("geval"), below(path, "geval")) if isinstance(data, JsonObject) else None
    return None if values is None or geval is None else partial(objects.koppeling.verzuimmutatie, geval=geval, **values)


def _employee(kind: Kind, objects: Objects, data: Any, path: str, others: list[str]) -> Callable[..., Message] | None:
    """The builder of a message about an employee with what it is to build; None where something is wrong with that."""
    values = objects.values(data, EMPLOYEE_PARTS, path, needed=("werkgever", "werknemer"), others=others)
    if isinstance(data, JsonObject) and (data.get("dienstverband") is None) is (data.get("dienstverbanden") is None):
        objects.fault(below(path, "dienstverbanden"), "must be given, or else one dienstverband")
        return None
    if values is None:
        return None
    if "dienstverband" in values:
        values["dienstverbanden"] = (values.pop("dienstverband"),)
    return partial(getattr(objects.koppeling, kind.value), **values)


def _placed(path: str, text: str) -> str:
    return f"{path}: {text}" if path else text
