"""Importing the package is quick and brings nothing along; what it offers is what it says."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

import sivi2017


def run(program: str) -> list[str]:
    """What a program prints in a new Python, in words."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


HEAVY = ["lxml", "xsdata", "attrs", "attr", "stdnum", "rich", "click", "hypothesis", "pytest", "sivi2017.bindings"]


def test_importing_the_package_imports_no_other() -> None:
    program = "import sys; before = set(sys.modules); import sivi2017; print(*sorted(set(sys.modules) - before))"
    imported = run(program)
    assert "sivi2017" in imported
    assert [name for name in imported if name in HEAVY or name.startswith("sivi2017.")] == []


def test_reading_a_message_imports_nothing_of_the_command_line() -> None:
    imported = run("import sys, sivi2017; sivi2017.validate(b''); print(*sys.modules)")
    assert "lxml" in imported
    assert {"click", "rich", "hypothesis", "pytest", "xsdata.codegen", "jinja2"} & set(imported) == set()


@pytest.mark.parametrize("name", sivi2017.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """The first time, when it brings its module, and after that; and it says where it lives."""
    value = getattr(sivi2017, name)
    assert getattr(sivi2017, name) is value
    if isinstance(value, ModuleType):
        assert value.__name__ == f"sivi2017.{name}"
    else:
        assert value.__module__.startswith("sivi2017.")
        assert value.__doc__


def test_every_public_name_is_had_by_a_star() -> None:
    names = run("from sivi2017 import *; print(*[name for name in dir() if not name.startswith('_')])")
    assert sorted(names) == sorted(sivi2017.__all__)


def test_the_list_of_public_names_is_sorted_and_has_each_once() -> None:
    assert len(set(sivi2017.__all__)) == len(sivi2017.__all__)
    assert sorted(sivi2017.__all__) == sorted(sivi2017.__all__, key=str)


def test_a_listing_has_every_public_name() -> None:
    assert set(sivi2017.__all__) <= set(dir(sivi2017))
    assert "__version__" in dir(sivi2017)


def test_a_listing_has_no_other_names() -> None:
    names = run("import sivi2017; print(*[name for name in dir(sivi2017) if not name.startswith('_')])")
    assert names == sorted(sivi2017.__all__)


def test_a_listing_has_each_name_once() -> None:
    names = run("import sivi2017; sivi2017.read; sivi2017.bindings; print(*dir(sivi2017))")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["stream_", "Read", "__wrapped__"])
def test_there_is_nothing_else(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'sivi2017' has no attribute '{name}'"):
        getattr(sivi2017, name)
    assert not hasattr(sivi2017, name)


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert sivi2017.__version__ == version("sivi2017")


def test_the_package_has_types() -> None:
    from importlib.resources import files

    assert (files("sivi2017") / "py.typed").is_file()
