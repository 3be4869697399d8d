"""The generated classes are what the generator makes of the schemas, and keep what the rest of the library relies on."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis.vendor.pretty import pretty

from sivi2017 import bindings
from sivi2017.bindings.verzuimmeldingen import Partner
from sivi2017.masked import Masked
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import message_model

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "sivi2017" / "bindings"

each_message = pytest.mark.parametrize("name", MESSAGES)


def module(name: str) -> ModuleType:
    """The module of a message."""
    return import_module(f"sivi2017.bindings.{name.lower()}")


def classes(name: str) -> list[type[Any]]:
    """The classes that a module makes itself, enums as well."""
    made = [item for item in vars(module(name)).values() if isinstance(item, type)]
    return [item for item in made if item.__module__ == module(name).__name__]


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the generator makes now."""
    folder = tmp_path_factory.mktemp("generated")
    # The generator formats with ruff, and looks for it on PATH.
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    command = [sys.executable, str(ROOT / "tools" / "generate_bindings.py"), str(folder)]
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PATH": path})
    return folder


def test_the_generator_makes_the_same_files(regenerated: Path) -> None:
    assert sorted(file.name for file in regenerated.iterdir()) == sorted(file.name for file in FOLDER.glob("*.py"))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.py")), ids=lambda file: file.name)
def test_the_generator_makes_the_same_bytes(regenerated: Path, file: Path) -> None:
    assert (regenerated / file.name).read_bytes() == file.read_bytes()


@each_message
def test_there_is_a_class_for_each_group_and_an_enum_for_each_list_of_codes(name: str) -> None:
    elements = [element for _, element in message_model(name).root.walk()]
    groups = {element.type_name or element.tag for element in elements if element.format is None}
    lists = {element.format.name for element in elements if element.format and element.format.codes}
    assert {item.__name__ for item in classes(name) if is_dataclass(item)} == groups
    assert {item.__name__ for item in classes(name) if issubclass(item, Enum)} == lists


@each_message
def test_an_enum_has_just_the_codes_of_its_list_each_by_what_it_means(name: str) -> None:
    formats = {element.format.name: element.format for _, element in message_model(name).root.walk() if element.format}
    for item in classes(name):
        if issubclass(item, Enum):
            codes = formats[item.__name__].codes
            assert [member.value for member in item] == [code.value for code in codes]
            assert {member.name for member in item if member.name.startswith("CODE_")} == {
                f"CODE_{code.value}" for code in codes if code.meaning is None
            }
            assert not [member.name for member in item if member.name.startswith("VALUE_")]


@each_message
def test_every_name_is_one_that_can_be_typed(name: str) -> None:
    for item in classes(name):
        names = [member.name for member in item] if issubclass(item, Enum) else [field.name for field in fields(item)]
        assert [name for name in names if not (name.isascii() and name.isidentifier())] == []


@each_message
def test_every_class_shows_no_value(name: str) -> None:
    for item in classes(name):
        if is_dataclass(item):
            part = item(**{field.name: "Voorbeeld" for field in fields(item)})
            assert item.__repr__ is Masked.__repr__
            assert "Voorbeeld" not in repr(part)
            assert all(field.name in repr(part) for field in fields(item))


@each_message
def test_every_class_carries_the_namespace_of_its_own_message(name: str) -> None:
    namespace = message_model(name).namespace
    assert vars(module(name))["__NAMESPACE__"] == namespace
    for item in classes(name):
        if is_dataclass(item):
            own = [item.Meta.namespace] if hasattr(item, "Meta") else []
            stated = [field.metadata["namespace"] for field in fields(item) if "namespace" in field.metadata]
            assert {*own, *stated} == {namespace}


@each_message
def test_a_field_may_be_left_out_just_where_its_element_may(name: str) -> None:
    groups = {item.type_name or item.tag: item for _, item in message_model(name).root.walk() if item.format is None}
    for item in classes(name):
        if is_dataclass(item):
            optional = {field.metadata["name"] for field in fields(item) if field.default is not MISSING}
            lists = {field.metadata["name"] for field in fields(item) if field.default_factory is not MISSING}
            children = groups[item.__name__].children
            assert lists == {child.tag for child in children if child.maximum != 1}
            assert optional == {child.tag for child in children if child.maximum == 1 and not child.minimum}


def test_the_package_names_the_root_classes_and_their_union() -> None:
    assert set(bindings.__all__) == {*MESSAGES, "Message"}
    assert {getattr(bindings, name) for name in MESSAGES} == set(bindings.Message.__args__)


def test_a_notebook_and_a_property_test_show_no_value_either() -> None:
    """By themselves they would go through the fields. Of a class they show its name."""
    partner = Partner(significant_deel_van_de_achternaam="Jansen")
    assert pretty(partner) == "<Partner: significant_deel_van_de_achternaam>"
    assert "Partner" in pretty(Partner)
