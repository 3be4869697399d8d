"""The JSON Schema of the documents, made from the classes of the domain.

What comes of it is shipped as ``berichten.schema.json``; a test compares the two. It says less than the domain checks: nothing
of how fields hang together, of check digits, or of which kinds of address a place takes.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from importlib.resources import files
from itertools import chain
from textwrap import dedent
from types import UnionType
from typing import Any, TypeAlias, cast, get_args

from sivi2017 import codes
from sivi2017.building.cases import CASE, EVENTS, RESUMED, RESUMED_NEEDED
from sivi2017.building.messages import EMPLOYEE_PARTS, PARTS
from sivi2017.building.objects import items_of, needed
from sivi2017.building.values import DATE, code_names, word_of
from sivi2017.codelist import CodeList
from sivi2017.domain.adres import Communicatie
from sivi2017.domain.base import Domain, DomainField
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Administratiekantoor
from sivi2017.schema.model import Format

__all__ = ["json_schema", "shipped_schema"]

Schema: TypeAlias = dict[str, Any]

_CONTACT: Schema = {"type": "object", "additionalProperties": {"type": ["string", "null"], "minLength": 1}}
"""Contact data by their kind, as the coupling names these."""
_OWN_WORD: Schema = {"$schema": {"type": "string"}}


def shipped_schema() -> str:
    """The schema as it comes with the library."""
    return files(__package__ or "").joinpath("berichten.schema.json").read_text(encoding="utf-8")


def json_schema() -> str:
    """The schema, made anew from the source of the domain."""
    return json.dumps(_root(), ensure_ascii=False, indent=1) + "\n"


def _root() -> Schema:
    several = {"type": "array", "minItems": 1, "items": _message({})}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Documents for sivi2017 build",
        "description": "One object for one message, or several under berichten. A coupling that shortens texts or leaves out"
        " empty ones takes more than this schema does.",
        "type": "object",
        "if": {"required": ["berichten"]},
        "then": _object({**_OWN_WORD, "berichten": several}, ["berichten"]),
        "else": _message(_OWN_WORD),
        "$defs": {
            "geval": _case(),
            "hervat": _fields(Verzuimmelding, RESUMED, RESUMED_NEEDED),
            **{word_of(soort): _event(soort) for soort in EVENTS},
            **{part.__name__: _fields(part, items_of(part), needed(part)) for part in _parts()},
            **{name: _code_list(getattr(codes, name)) for name in sorted(_codes_used())},
        },
    }


def _parts() -> Iterator[type[Domain]]:
    """The classes of the domain that a document has objects of."""
    return (part for part in DOMAIN_CLASSES if part not in (Administratiekantoor, Verzuimmelding))


def _codes_used() -> set[str]:
    items = chain(RESUMED.values(), *(items_of(part).values() for part in _parts()))
    kinds = (cast("Any", item.type) for item in items)
    return {kind.__name__ for kind in kinds if isinstance(kind, type) and issubclass(kind, CodeList)}


def _message(more: Schema) -> Schema:
    """One object of the document: with a case a verzuimmutatie, without one a message about an employee."""
    absence = {**_properties(PARTS, PARTS, {}), "geval": {"$ref": "#/$defs/geval"}, **more}
    employee = {**_properties(EMPLOYEE_PARTS, ("werkgever", "werknemer"), {}), **more}
    one = [
        {"required": [name], "properties": {name: {"type": kind}}}
        for name, kind in (("dienstverband", "object"), ("dienstverbanden", "array"))
    ]
    return {
        "type": "object",
        "if": {"required": ["geval"]},
        "then": _object(absence, [*PARTS, "geval"]),
        "else": {**_object(employee, ["werkgever", "werknemer"]), "oneOf": one},
    }


def _case() -> Schema:
    kinds = [
        {"if": {"properties": {"soort": {"const": word_of(soort)}}}, "then": {"$ref": f"#/$defs/{word_of(soort)}"}}
        for soort in EVENTS
    ]
    event = {
        "type": "object",
        "required": ["soort"],
        "properties": {"soort": {"enum": [word_of(soort) for soort in EVENTS]}},
        "allOf": kinds,
    }
    own = {
        "gebeurtenissen": {
            "description": "In their order; the last is reported.",
            "type": "array",
            "minItems": 1,
            "items": event,
        },
        "hervat": _or_null({"description": "The last report, to go on from.", "$ref": "#/$defs/hervat"}),
    }
    described = {"id": "The key of the case.", "verpleegadres": "Where the employee is cared for."}
    return _object({**_properties(CASE, ["id"], described), **own}, ["id", "gebeurtenissen"])


def _event(soort: SoortMelding) -> Schema:
    event = EVENTS[soort]
    properties = _properties(event.takes, event.needs, _descriptions(Verzuimmelding))
    return _object({"soort": {"const": word_of(soort)}, **properties}, ["soort", *_ordered(event.takes, event.needs)])


def _fields(domain_class: type[Domain], items: Mapping[str, DomainField], required: Collection[str]) -> Schema:
    schema = _object(_properties(items, required, _descriptions(domain_class)), _ordered(items, required))
    return {"description": _one_line((domain_class.__doc__ or "").partition("\n")[0]), **schema}


def _ordered(items: Mapping[str, DomainField], names: Collection[str]) -> list[str]:
    return [name for name in items if name in names]


def _object(properties: Mapping[str, Schema], required: list[str]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _properties(items: Mapping[str, DomainField], required: Collection[str], told: Mapping[str, str]) -> dict[str, Schema]:
    """The schema of each key.

    :param told: by name of the field what is said of it.
    """
    properties = {}
    for key, item in items.items():
        about: Schema = {"title": item.elements[0].label} if item.elements else {}
        if item.name in told:
            about["description"] = told[item.name]
        value = _value(item)
        properties[key] = {**about, **(value if key in required else _or_null(value))}
    return properties


def _or_null(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _value(item: DomainField) -> Schema:
    one = _one(item)
    if not item.several:
        return one
    most = item.elements[0].maximum if item.elements else None
    least = item.elements[0].minimum if item.elements else 0
    schema = {"type": "array", "items": one, **({"minItems": least} if least else {}), **({"maxItems": most} if most else {})}
    return {"anyOf": [schema, _CONTACT]} if item.type is Communicatie else schema


def _one(item: DomainField) -> Schema:
    """The schema of one value."""
    expected: Any = item.type
    if isinstance(expected, UnionType):
        return {"anyOf": [{"$ref": f"#/$defs/{option.__name__}"} for option in get_args(expected)]}
    if issubclass(expected, Domain | CodeList):
        return {"$ref": f"#/$defs/{expected.__name__}"}
    if issubclass(expected, StrEnum):
        return {"enum": [word_of(member) for member in expected]}
    if expected is bool:
        return {"type": "boolean"}
    if expected is date:
        return {"type": "string", "format": "date", "pattern": f"^{DATE}$"}
    leaves = (leaf for element in item.elements for leaf in (element, *element.children[:1]))  # a text may stand in a group
    form = next(leaf.format for leaf in leaves if leaf.format is not None)
    return {str: _text, int: _whole, Decimal: _number}[expected](form)


def _text(form: Format) -> Schema:
    if form.total_digits is not None:
        return {"type": "string", "pattern": f"^0*[0-9]{{1,{form.total_digits}}}$"}
    longest = form.length or form.max_length
    pattern = {"pattern": f"^{form.pattern}$"} if form.pattern else {}
    return {"type": "string", "minLength": form.length or 1, "maxLength": longest, **pattern}


def _whole(form: Format) -> Schema:
    assert form.total_digits is not None
    return {"type": "integer", "minimum": 0, "maximum": 10**form.total_digits - 1}


def _number(form: Format) -> Schema:
    assert form.total_digits is not None
    assert form.fraction_digits is not None
    digits = form.total_digits - form.fraction_digits
    text = f"^0*[0-9]{{1,{digits}}}(\\.[0-9]{{1,{form.fraction_digits}}}0*)?$"
    return {"anyOf": [{"type": "number", "minimum": 0, "exclusiveMaximum": 10**digits}, {"type": "string", "pattern": text}]}


def _code_list(code_list: type[CodeList]) -> Schema:
    known = [f"{member.value} = {member.betekenis} ({member.zekerheid})" for member in code_list if member.betekenis]
    return {"description": "; ".join(known) or "The meanings are not known.", "enum": list(code_names(code_list))}


def _descriptions(domain_class: type[Domain]) -> dict[str, str]:
    """What the source says of each field, in the text below it."""
    (node,) = ast.parse(dedent(inspect.getsource(domain_class))).body
    assert isinstance(node, ast.ClassDef)
    found = {}
    for statement, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[ast.unparse(statement.target)] = _one_line(str(below.value.value))
    return found


def _one_line(text: str) -> str:
    return " ".join(text.replace("``", "").split())
