"""A coupling from a file of settings in TOML, whose keys are the names of the settings of ``Koppeling``.

A file may name a profile, which it overrides, and say of each setting why it is so::

    profiel = "xpert-suite"
    inzender = "VERZUIMSIGNAAL"
    ontvanger = "ARBODIENST"
    datakluis = ["10234"]

    [ernst]
    PC-1 = "off"

    [toelichting]
    datakluis = { reden = "Confirmed by the arbodienst in March 2017.", graad = "practice" }

What a file cannot hold are the functions: ``klok`` and ``referentie``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any, TypeAlias

from attrs import fields as attrs_fields

from sivi2017.domain.base import fields_of
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.domain.retourcodes import Retourcodes
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.werkgever import Administratiekantoor
from sivi2017.errors import InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.koppeling.profiles import GRADEN, Toelichting, profile_content, profile_names
from sivi2017.reading.source import Source, opened
from sivi2017.report import Severity
from sivi2017.rules import all_rules
from sivi2017.schema.files import MESSAGES

__all__ = ["explanations", "koppeling_from_profile", "load_koppeling", "shown", "unknown_key"]

_LISTED = 20
"""The most names that a sentence lists."""

Reader: TypeAlias = Callable[[str, Any, list[str]], Any]
"""Takes the place and the value of a setting and gives it as ``Koppeling`` takes it; adds what is wrong to the list."""


def load_koppeling(source: Source, **overrides: Any) -> Koppeling:
    """The coupling of a file.

    :param source: a path, the bytes themselves, or a file open for reading bytes.
    :param overrides: settings that go before those of the file, each as a whole.
    :raises InvalidValue: with all settings that are wrong, or the line where the file is no TOML.
    :raises OSError: when the file cannot be read.
    """
    with opened(source) as file:
        tree = _parsed(file.read())
    faults: list[str] = []
    settings = _settings(_with_profile(tree, faults), faults)
    _refuse(faults)
    return _koppeling({**settings, **overrides})


def koppeling_from_profile(name: str, **settings: Any) -> Koppeling:
    """The coupling of a profile, with at least ``inzender`` and ``ontvanger`` besides.

    :param settings: settings that go before those of the profile, each as a whole.
    :raises InvalidValue: when there is no such profile, and for settings that are wrong.
    """
    faults: list[str] = []
    given = _settings(_with_profile({"profiel": name}, faults), faults)
    _refuse(faults)
    return _koppeling({**given, **settings})


def explanations(name: str) -> dict[str, Toelichting]:
    """Why the settings of a profile are what they are, by the name of the setting or of a field of the domain.

    >>> explanations("xpert-suite")["datakluis"].graad
    'practice'

    :raises InvalidValue: when there is no such profile.
    """
    faults: list[str] = []
    tree = _with_profile({"profiel": name}, faults)
    _refuse(faults)
    return {key: Toelichting(**value) for key, value in tree["toelichting"].items()}


def unknown_key(key: str, known: Collection[str]) -> str:
    """What to say of a key that is not known: which one may be meant, and never a key that may be a value.

    >>> unknown_key("ontvangr", ["inzender", "ontvanger"])
    'unknown; did you mean ontvanger?'
    """
    near = get_close_matches(key, known, n=1)
    if near:
        return f"unknown; did you mean {near[0]}?"
    return "unknown" if len(known) > _LISTED else f"unknown; there are {', '.join(known)}"


def shown(key: str) -> str:
    """A key as it may be shown: one that is no name may be a value that got into the wrong place."""
    return key if re.fullmatch(r"[^\W\d][\w.-]{0,59}", key) else "(a key that is no name)"


# The file


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = f"the file is no TOML: line {line} is not written in UTF-8"
    except tomllib.TOMLDecodeError as error:
        fault = f"the file is no TOML: {error}"
    except RecursionError:
        fault = "the file is no TOML that can be read: lists or tables stand too deep in each other"
    raise InvalidValue([f"Koppeling: {fault}"])


def _with_profile(tree: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    """The settings of a file over those of the profile that it names."""
    if "profiel" not in tree:
        return tree
    name = tree["profiel"]
    if not isinstance(name, str) or name not in profile_names():
        text = unknown_key(name, profile_names()) if isinstance(name, str) else f"must be text in quotes, is {_kind(name)}"
        faults.append(f"profiel: {text}")
        return tree
    return _merged(_parsed(profile_content(name)), tree)


def _merged(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """The one over the other: tables key by key, all else as a whole."""
    merged = dict(base)
    for key, value in more.items():
        old = base.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _settings(tree: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    given = _table({**_READERS, "profiel": _anything, "toelichting": _table(_explained(), _EXPLANATION)})("", tree, faults)
    return {name: value for name, value in given.items() if name in _READERS}


def _koppeling(settings: Mapping[str, Any]) -> Koppeling:
    return Koppeling(**{"inzender": None, "ontvanger": None, **settings})


def _refuse(faults: list[str]) -> None:
    if faults:
        raise InvalidValue(f"Koppeling.{fault}" for fault in faults)


# The settings, one by one


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a date or a time")


def _anything(_path: str, value: Any, _faults: list[str]) -> Any:
    return value


def _text(path: str, value: Any, faults: list[str]) -> Any:
    if not isinstance(value, str):
        faults.append(f"{path}: must be text in quotes, is {_kind(value)}")
    return value


def _yes_or_no(path: str, value: Any, faults: list[str]) -> Any:
    if not isinstance(value, bool):
        faults.append(f"{path}: must be true or false, is {_kind(value)}")
    return value


def _texts(path: str, value: Any, faults: list[str]) -> Any:
    if not isinstance(value, list):
        faults.append(f"{path}: must be a list of texts, is {_kind(value)}")
        return value
    found = len(faults)
    for number, item in enumerate(value):
        _text(f"{path}[{number}]", item, faults)
    return value if len(faults) > found else frozenset(value)


def _yes_or_no_or_texts(path: str, value: Any, faults: list[str]) -> Any:
    if isinstance(value, bool | list):
        return value if isinstance(value, bool) else _texts(path, value, faults)
    faults.append(f"{path}: must be true, false or a list of texts, is {_kind(value)}")
    return value


def _one_of(choices: Mapping[str, Any]) -> Reader:
    def read(path: str, value: Any, faults: list[str]) -> Any:
        if isinstance(value, str) and value in choices:
            return choices[value]
        faults.append(f"{path}: must be one of {', '.join(choices)}")
        return None

    return read


def _table(known: Mapping[str, Reader] | Collection[str] | None, each: Reader = _text) -> Reader:
    """A reader of a table.

    :param known: the keys that it can have; None where any will do.
    :param each: reads the value of every key, where ``known`` does not say how.
    """

    def read(path: str, value: Any, faults: list[str]) -> Any:
        if not isinstance(value, dict):
            faults.append(f"{path}: must be a table, is {_kind(value)}")
            return {}
        given = {}
        for key, item in value.items():
            place = f"{path}.{shown(key)}" if path else shown(key)
            if known is None or key in known:
                reader = known[key] if isinstance(known, Mapping) else each
                given[key] = reader(place, item, faults)
            elif path and key in _READERS:
                faults.append(f"{place}: stands in the table {path}; a setting by itself stands above the first table")
            else:
                faults.append(f"{place}: {unknown_key(key, known)}")
        return given

    return read


def _object(made: type[Any], keys: Mapping[str, Reader] | Collection[str], **required: None) -> Reader:
    """A reader of a table that becomes an object; what that finds wrong is told with the place in the file.

    :param keys: the names of the settings of the object, each a text where no reader is given.
    """
    table = _table(keys)

    def read(path: str, value: Any, faults: list[str]) -> Any:
        found = len(faults)
        given = table(path, value, faults)
        if len(faults) > found:
            return None
        try:
            return made(**{**required, **given})
        except InvalidValue as error:
            faults += [f"{path}{fault.removeprefix(made.__name__)}" for fault in error.faults]
            return None

    return read


_RETOURCODES = {item.name: _table(None) if item.name == "soorten_fout" else _text for item in attrs_fields(Retourcodes)}

_MUTATIES = {mutatie.value: mutatie for mutatie in Mutatie}

_READERS: dict[str, Reader] = {
    "inzender": _text,
    "ontvanger": _text,
    "test": _yes_or_no,
    "ontvangstbevestiging": _yes_or_no,
    "administratiekantoor": _object(Administratiekantoor, [item.name for item in fields_of(Administratiekantoor)], naam=None),
    "versienummers": _table(MESSAGES),
    "verwerkingscodes": _table(MESSAGES, _object(Verwerkingscodes, tuple(_MUTATIES))),
    "retourcodes": _object(Retourcodes, _RETOURCODES, geaccepteerd=None, geweigerd=None, overige_fouten=None),
    "niveaus_met_verwerkingscode": _texts,
    "werknemer_bij_verzuim": _one_of(_MUTATIES),
    "gevraagde_gegevens": _texts,
    "koppelsleutel_werknemer": _text,
    "koppelsleutel_dienstverband": _text,
    "datakluis": _yes_or_no_or_texts,
    "soorten_communicatie": _table(None),
    "lege_waarde": _text,
    "verkorten": _texts,
    "ernst": _table(
        [rule.id for rule in all_rules()],
        _one_of({"error": Severity.ERROR, "warning": Severity.WARNING, "off": None}),
    ),
}
"""How each setting is read."""

_EXPLANATION = _table({"reden": _text, "graad": _one_of(GRADEN)})


def _explained() -> frozenset[str]:
    """What a reason can be given for: a setting, or a field of the domain."""
    fields = {f"{domain_class.__name__}.{item.name}" for domain_class in DOMAIN_CLASSES for item in fields_of(domain_class)}
    return frozenset(_READERS) | fields
