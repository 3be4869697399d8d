"""The code lists: what a member says of itself, and that the file is what its generator makes."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from sivi2017 import codes
from sivi2017.codelist import CodeList
from sivi2017.codes import Geslachtsaanduiding, SoortAdres, SoortCommunicatie, Verwerkingscode
from sivi2017.schema.model import every_message

ROOT = Path(__file__).resolve().parent.parent
LISTS: list[type[CodeList]] = [getattr(codes, name) for name in codes.__all__]
NO_CHOICE = {"Berichtcode", "JaNee", "LogischeEenheid", "CodeContractOnbepaaldeBepaaldeTijd"}
"""Lists that a caller never chooses from: the message says which, or a bool does."""


def test_the_file_is_what_its_generator_makes(tmp_path: Path) -> None:
    made = tmp_path / "codes.py"
    subprocess.run([sys.executable, ROOT / "tools" / "generate_codes.py", made], check=True)
    assert made.read_bytes() == (ROOT / "sivi2017" / "codes.py").read_bytes()


def test_every_code_of_every_message_has_a_member_with_its_meaning() -> None:
    for model in every_message():
        for _, element in model.root.walk():
            form = element.format
            if form is not None and form.codes and form.name not in NO_CHOICE:
                name = form.name.removesuffix("Werkgever").removesuffix("Werknemer")
                for code in form.codes:
                    member = getattr(codes, name).of(code.value)
                    assert (member.betekenis, member.zekerheid, member.later) == (code.meaning, code.certainty, code.later)


def test_a_list_has_no_code_that_no_message_has() -> None:
    known = {
        code.value
        for model in every_message()
        for _, element in model.root.walk()
        if element.format
        for code in element.format.codes
    }
    assert {member.value for each in LISTS for member in each} <= known


@pytest.mark.parametrize("codes_of", LISTS, ids=lambda each: each.__name__)
def test_a_member_is_found_by_name_and_by_code(codes_of: type[CodeList]) -> None:
    for name, member in codes_of.__members__.items():
        assert codes_of[name] is codes_of.of(member.value) is member
        assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - made here


@pytest.mark.parametrize("code", ["9", "", "1", "01 ", None, 1])
def test_a_code_that_the_list_lacks_is_refused_with_those_that_it_has(code: str) -> None:
    with pytest.raises(ValueError, match=r"^Verwerkingscode has no such code; it has 01, 02, 03, 04, 05$"):
        Verwerkingscode.of(code)


def test_a_meaning_says_how_sure_it_is() -> None:
    assert (Geslachtsaanduiding.VROUW.betekenis, Geslachtsaanduiding.VROUW.zekerheid) == ("vrouw", "certain")
    assert Verwerkingscode.CORRECTIE.zekerheid == "inferred-medium"
    assert (SoortAdres.CODE_02.betekenis, SoortAdres.CODE_02.zekerheid) == (None, "unknown")


def test_a_code_that_came_after_2017_says_so() -> None:
    assert [code.value for code in SoortCommunicatie if code.later] == ["06", "07", "08", "09", "10"]
    assert [code.name for code in Geslachtsaanduiding if code.later] == ["ONBEKEND"]
