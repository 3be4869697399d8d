"""The package is there for who installed the extra, and in nobody's way."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import find, settings
from test_testing_messages import drawn

from sivi2017 import testing
from sivi2017.schema.model import Element, Format, every_message, message_model
from sivi2017.testing.realistic import _BY_TAG, _TOGETHER, fits, realistic_texts, together


def run(program: str) -> str:
    """What a program prints in a new Python."""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_without_hypothesis_the_error_names_the_extra() -> None:
    program = """
import sys
sys.modules["hypothesis"] = None
import importlib.util
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "hypothesis" else real(name, *rest)
try:
    import sivi2017.testing
except ImportError as error:
    print(error.name, error)
"""
    assert run(program) == "hypothesis sivi2017.testing needs hypothesis; run: pip install 'sivi2017[testing]'\n"


def test_importing_the_library_brings_no_hypothesis() -> None:
    program = "import sys, sivi2017; sivi2017.read; sivi2017.Koppeling; print('hypothesis' in sys.modules)"
    assert run(program) == "False\n"


@pytest.mark.parametrize("name", testing.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    value = getattr(testing, name)
    assert name == "Level" or value.__doc__


def test_every_realistic_text_is_for_an_element_that_exists() -> None:
    """A name of an element that is gone would never be missed."""
    tags = {element.tag for model in every_message() for _, element in model.root.walk()}
    assert {*_BY_TAG, *" ".join(_TOGETHER).split()} - tags == set()


def test_realistic_texts_fit_every_element_of_every_message() -> None:
    """Also those that belong together."""
    seen = set()
    for model in every_message():
        for path, element in model.root.walk():
            if element.format is None:
                for group in drawn(together(frozenset(element.by_tag)), 3):
                    fitting = [
                        tag for tag, text in group.items() if tag in element.by_tag and fits(text, form_of(element[tag]))
                    ]
                    assert len(fitting) == len(group.keys() & element.by_tag.keys()), path
            elif (element.tag, element.format) not in seen:
                seen.add((element.tag, element.format))
                assert [text for text in drawn(realistic_texts(element), 3) if not fits(text, element.format)] == [], path


def form_of(element: Element) -> Format:
    assert element.format is not None
    return element.format


def test_an_element_that_changes_keeps_having_realistic_texts() -> None:
    """A shorter name, a text that must be of one length, a list of later codes only."""
    quick = settings(max_examples=30, database=None, deadline=None)
    name = message_model("Dienstverbanden").root["Wrkgvr"]["HndlsnmOrg"]
    assert name.format is not None
    short = evolve(name, format=evolve(name.format, max_length=3))
    assert len(find(realistic_texts(short), lambda _: True, settings=quick)) <= 3
    exact = evolve(name, tag="Nieuw", format=evolve(name.format, max_length=None, length=12))
    assert len(find(realistic_texts(exact), lambda _: True, settings=quick)) == 12
    geslacht = message_model("Dienstverbanden").root["Wrkgvr"]["Wrknmr"]["GslchtCd"]
    assert geslacht.format is not None
    later = tuple(evolve(code, later=True) for code in geslacht.format.codes)
    newer = evolve(geslacht, format=evolve(geslacht.format, codes=later))
    assert find(realistic_texts(newer), lambda _: True, settings=quick) == later[0].value
