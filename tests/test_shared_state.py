"""What all threads of a process share does not change with their work; what does is named here, with why it may."""

from __future__ import annotations

import ast
from collections import deque
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import MESSAGES, VERZUIM, changed

import sivi2017
from sivi2017.cli.commands import commands

CHANGES = {
    "sivi2017.schema.verdict._idle": "schema objects that no thread uses now, taken out by one thread at a time: what a deque"
    " does is whole",
}
OBJECTS = {
    "sivi2017.reading.collecting._resting": "how many threads want the garbage collector to rest: under a lock",
}
# For tests and for making data; who reads and writes messages does not import them.
APART = ("sivi2017.testing", "sivi2017.fakes", "sivi2017.bulk.archive", "sivi2017.__main__")

PACKAGE = Path(sivi2017.__file__).parent


def modules() -> dict[str, ModuleType]:
    names = [item.name for item in walk_packages(sivi2017.__path__, "sivi2017.") if not item.name.startswith(APART)]
    return {name: import_module(name) for name in names}


def contents() -> dict[str, Any]:
    """A copy of every module-level object that can hold others."""
    found = {}
    for name, module in modules().items():
        for key, value in vars(module).items():
            if isinstance(value, dict | list | set | bytearray | deque) and not key.startswith("__"):
                found[f"{name}.{key}"] = list(value.items()) if isinstance(value, dict) else list(value)
    return found


def test_no_module_keeps_anything_of_a_message(tmp_path: Path) -> None:
    """Tables are filled when they are imported, and stay as they are."""
    before = contents()
    assert "sivi2017.schema.verdict._idle" in before
    for text in (*MESSAGES.values(), changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<")).decode(), VERZUIM[:500]):
        file = tmp_path / "bericht.xml"
        file.write_text(text, encoding="utf-8")
        for tolerant in (False, True):
            report = sivi2017.validate(file, tolerant=tolerant)
            sivi2017.validate_stream(file, tolerant=tolerant)
        if report.ok:
            sivi2017.write(sivi2017.read(file))
        for command in ("validate", "show"):
            CliRunner().invoke(commands, [command, str(file)])
    after = contents()
    assert {name for name in before if before[name] != after[name]} <= CHANGES.keys()
    assert before.keys() == after.keys()


def test_what_may_change_is_there() -> None:
    for name in (*CHANGES, *OBJECTS):
        module, _, key = name.rpartition(".")
        assert hasattr(import_module(module), key)


def test_no_function_gives_a_global_name_another_value() -> None:
    """The package itself remembers under its own names what was imported late: the same value whoever comes first."""
    sources = [path for path in PACKAGE.rglob("*.py") if not {"bindings", "codec"} & set(path.parts)]
    assert len(sources) > 100
    for path in sources:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)], path.name
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "globals"]
        assert len(calls) == (2 if path == PACKAGE / "__init__.py" else 0), path.name


@pytest.mark.parametrize("name", ["binding", "schema.model", "codec_values.reading", "codec_values.writing", "rules"])
def test_what_is_remembered_is_remembered_by_functools(name: str) -> None:
    """Its caches may be asked by all threads; what is in them cannot be changed."""
    module = import_module(f"sivi2017.{name}")
    caches = [value for value in vars(module).values() if hasattr(value, "cache_info")]
    assert caches
    assert all(type(cache).__module__ == "functools" for cache in caches)
