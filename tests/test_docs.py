"""The documentation keeps its word: its examples run, its links lead somewhere, and it tells what the code can do."""

from __future__ import annotations

import ast
import doctest
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest

import sivi2017
from sivi2017.flows.convert import requestable
from sivi2017.koppeling.loading import explanations
from sivi2017.koppeling.profiles import GRADEN, profile_names
from sivi2017.schema.model import Element, every_message

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PACKAGE = ROOT / "sivi2017"
PAGES = sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)
README = ROOT / "README.md"

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_FINDING_ID = re.compile(r"[A-Z]{3,}-[A-Z]+(-[A-Z]+)*")
_RULE_ID = re.compile(r"[A-Z]{2,}-[0-9]+")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, *languages: str) -> list[str]:
    """The text of the fenced blocks of a page in these languages."""
    matches = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [match["text"] for match in matches if match["language"] in languages]


def sections(page: Path, level: int) -> dict[str, str]:
    """The text under each heading of a level, by heading."""
    parts = re.split(rf"^{'#' * level} (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        title: re.split(r"^#|^\(.+\)=$", text, flags=re.MULTILINE)[0]
        for title, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def rows_of(page: Path) -> list[list[str]]:
    """The rows of all tables of a page, cell by cell."""
    lines = re.findall(r"^\| (.+) \|$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [line.split(" | ") for line in lines]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a message under the name that the README uses."""
    example = min(item.name for item in files("sivi2017.examples").iterdir() if "ziekmelding" in item.name)
    (tmp_path / "ziekmelding.xml").write_bytes(files("sivi2017.examples").joinpath(example).read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_python(page: Path) -> tuple[doctest.TestResults, str]:
    """Run the ``>>>`` examples of a page, in order and with what the ones before left behind."""
    text = re.sub(r"^```.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    return runner.run(test, out=told.append), "".join(told)


def run_shell(command: str) -> str:
    """What a command tells, with the commands of this Python's environment first in reach."""
    reach = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "PATH": reach},
        check=False,
    )
    return done.stdout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")], ids=name_of)
def test_the_examples_of_a_page_give_what_it_says(page: Path) -> None:
    """What stands after ``>>>`` gives what is under it; so do the commands after ``$``, which may use files made before."""
    results, told = run_python(page)
    assert results.attempted > 0
    assert results.failed == 0, told
    for block in blocks(page, "console"):
        for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, flags=re.MULTILINE):
            assert run_shell(command) == output, command


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_all_python_and_console_text_of_a_page_is_run(page: Path) -> None:
    """A block that only looks like an example would not be checked by the test above."""
    assert all(block.startswith(">>> ") for block in blocks(page, "python", "py", "pycon"))
    assert all(block.startswith("$ ") and ">>> " in page.read_text(encoding="utf-8") for block in blocks(page, "console"))


def test_the_examples_of_the_readme_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first finds no fault in a right message and writes what the file says; the second, after it, builds a right one."""
    names: dict[str, Any] = {}
    reading, building = blocks(README, "python")
    exec(compile(reading, README.name, "exec"), names)  # noqa: S102 - our own README is run to see that it works
    assert names["report"].findings == ()
    assert capsys.readouterr().out == "2017-03-06 100.00\n"
    assert sivi2017.read(names["data"]) == sivi2017.read(folder / "ziekmelding.xml")
    exec(compile(building, README.name, "exec"), names)  # noqa: S102 - as above
    report = sivi2017.validate(names["ziekmelding"])
    assert (report.kind, report.findings) == ("Verzuimmeldingen", ())


def test_a_ziekmelding_takes_fifteen_lines_with_all_imports() -> None:
    """The second example of the README stands by itself, and is short."""
    _, building = blocks(README, "python")
    names: dict[str, Any] = {}
    exec(compile(building, README.name, "exec"), names)  # noqa: S102 - as above
    assert isinstance(names["ziekmelding"], bytes)
    assert len([line for line in building.splitlines() if line.strip()]) <= 15


def anchors(page: Path) -> set[str]:
    """The names that a link into a page can have after its #."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#{1,3} (.+)$", text, flags=re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r"^\((.+)\)=$", text, flags=re.MULTILINE))


@pytest.mark.parametrize("page", [*PAGES, README, ROOT / "xsd" / "README.md"], ids=name_of)
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    """A link out of the project is not followed."""
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "mailto:")):
            path, _, anchor = target.partition("#")
            file = (page.parent / path).resolve() if path else page
            assert file.is_file(), target
            assert not anchor or anchor in anchors(file), target


def finding_ids() -> Iterator[str]:
    """What looks like the id of a finding anywhere in the code; the ids of the rules end in a digit and have their own page."""
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _FINDING_ID.fullmatch(node.value):
                yield node.value


def test_every_finding_is_explained_and_no_other() -> None:
    """A reader of a report can look up each id under a heading of its own."""
    explained = [title for title in sections(DOCS / "report.md", level=3) if _FINDING_ID.fullmatch(title)]
    assert sorted(explained) == sorted(set(finding_ids()))


def test_every_rule_is_explained_and_no_other() -> None:
    """A reader of a report can look up each rule in a table, with what must hold and how severe it is."""
    rows = [row for row in rows_of(DOCS / "rules.md") if _RULE_ID.fullmatch(row[0])]
    rules = [[rule.id, str(rule.severity), rule.statement, rule.reason] for rule in sivi2017.all_rules()]
    assert sorted(rows) == sorted(rules)


def test_no_finding_is_explained_without_a_word() -> None:
    """Each has a paragraph that ends in a full stop."""
    assert [title for title, text in sections(DOCS / "report.md", level=3).items() if not text.strip().endswith(".")] == []


def elements_of_grade(grade: str) -> set[str]:
    """The elements of a grade; of a group whose parts are all of the same grade the group alone."""

    def below(element: Element, above: str) -> Iterator[str]:
        if element.grade == grade != above:
            yield element.tag
        for child in element.children:
            yield from below(child, element.grade)

    return {tag for message in every_message() for tag in below(message.root, "")}


@pytest.mark.parametrize("grade", ["A", "C", "D", "I"])
def test_the_elements_of_an_uncertain_grade_are_listed(grade: str) -> None:
    """The page on certainty names the elements that the schemas give this grade, and no others."""
    text = sections(DOCS / "certainty.md", level=3)[f"Grade {grade}"]
    tags = {element.tag for message in every_message() for _, element in message.root.walk()}
    # Vrzm and Verzuimmeldingen are named to say where; they are elements of grade B.
    assert set(re.findall(r"`(\w+)`", text)) & tags - {"Vrzm", "Verzuimmeldingen"} == elements_of_grade(grade)


# The settings of which the default is no single value, or is told in words.
_DEFAULTS = {
    "versienummers": "`00007` for Verzuimmeldingen, `00001` for the others",
    "verwerkingscodes": "`01` to `05`",
    "niveaus_met_verwerkingscode": "all four",
    "soorten_communicatie": "`telefoon` 01, `email` 04",
    "ernst": "as the rules have it",
    "klok": "`datetime.now`",
    "referentie": "the time and a random number",
}


def settings_on_the_page() -> dict[str, list[str]]:
    """The rows of the table of settings: default, meaning and evidence, by name."""
    return {row[0].strip("`"): row[1:] for row in rows_of(DOCS / "koppeling.md") if len(row) == 4 and row[0].startswith("`")}


def test_every_setting_of_a_coupling_is_explained_and_no_other() -> None:
    """In the order in which the class has them."""
    assert list(settings_on_the_page()) == [item.name for item in attrs.fields(sivi2017.Koppeling)]


@pytest.mark.parametrize("item", attrs.fields(sivi2017.Koppeling), ids=lambda item: item.name)
def test_the_default_of_a_setting_is_told(item: attrs.Attribute[Any]) -> None:
    """Required, a value, none; or the words of this module, whose truth the next test looks at."""
    value = getattr(sivi2017.Koppeling(inzender="A", ontvanger="B"), item.name)
    expected = _DEFAULTS.get(item.name, "none" if value == frozenset() else f"`{value}`")
    assert settings_on_the_page()[item.name][0] == ("must be given" if item.default is attrs.NOTHING else expected)


def test_the_defaults_that_are_told_in_words_are_as_told() -> None:
    """Each sentence beside the value that it is about."""
    koppeling = sivi2017.Koppeling(inzender="A", ontvanger="B")
    first, *others = koppeling.versienummers.items()
    assert (first, {number for _, number in others}) == (("Verzuimmeldingen", "00007"), {"00001"})
    codes = [attrs.astuple(codes) for codes in koppeling.verwerkingscodes.values()]
    assert codes == [("01", "02", "03", "04", "05")] * 4
    (levels,) = [row[1] for name, row in settings_on_the_page().items() if name == "niveaus_met_verwerkingscode"]
    assert set(re.findall("`(.+?)`", levels)) == koppeling.niveaus_met_verwerkingscode
    assert dict(koppeling.soorten_communicatie) == {"telefoon": "01", "email": "04"}
    assert koppeling.ernst == {}


def test_the_evidence_of_a_setting_is_that_of_the_standard_profile() -> None:
    """What no profile can have is the choice of the partners or of this library."""
    evidence = {name: cells[2] for name, cells in settings_on_the_page().items()}
    told = {name: item.graad for name, item in explanations("standaard").items()}
    assert {name: evidence[name] for name in told} == told
    assert {name: grade for name, grade in evidence.items() if name not in told} == {
        "inzender": "unknown",
        "ontvanger": "unknown",
        "klok": "choice",
        "referentie": "choice",
    }


def test_every_grade_of_evidence_is_explained() -> None:
    """In the words of the profiles."""
    rows = rows_of(DOCS / "koppeling.md")
    assert [row for row in rows if row[0] in GRADEN] == [[*item] for item in GRADEN.items()]


def test_every_field_that_is_sent_on_request_is_listed() -> None:
    """With the class that has it."""
    rows = [row for row in rows_of(DOCS / "koppeling.md") if len(row) == 2 and row[0].startswith("`")]
    assert {row[0].strip("`") for row in rows} == requestable().keys()
    assert [row for row in rows if not hasattr(getattr(sivi2017, row[1]), row[0].strip("`"))] == []


def test_every_profile_is_described() -> None:
    """Under its own name, in the section on profiles."""
    text = sections(DOCS / "koppeling.md", level=2)["Profiles"]
    assert tuple(re.findall(r"^`([\w-]+)`$", text, flags=re.MULTILINE)) == profile_names()


@pytest.mark.parametrize("name", sorted(set(sivi2017.__all__) - {"bindings"}))
def test_every_public_name_is_in_the_reference(name: str) -> None:
    """By a directive of its own. The bindings have a page for each message."""
    pages = (page.read_text(encoding="utf-8") for page in (DOCS / "reference").glob("*.md"))
    assert any(re.search(rf"\.\. auto\w+:: sivi2017\.{name}\b(?!\.)", page) for page in pages)


def floors() -> dict[str, int]:
    """By room the floor that the picture of the architecture has it on."""
    (text,) = re.findall(r"!\[(.+)\]\(architecture\.svg\)", (DOCS / "architecture.md").read_text(encoding="utf-8"))
    return {room: int(number) for number, rooms in re.findall(r"([0-9]): (.+?)\.", text) for room in rooms.split(", ")}


def used_rooms(room: str) -> Iterator[str]:
    """The other rooms that a room imports from when the program runs, at the top of a module or within."""
    modules = (PACKAGE / room).rglob("*.py") if (PACKAGE / room).is_dir() else [PACKAGE / f"{room}.py"]
    for module in modules:
        tree = ast.parse(module.read_bytes())
        for_types = {part for node in ast.walk(tree) if is_for_types(node) for part in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node not in for_types and (node.module or "").startswith("sivi2017"):
                package, *names = (node.module or "").split(".")
                yield from names[:1] or (alias.name for alias in node.names if package == "sivi2017")


def is_for_types(node: ast.AST) -> bool:
    """Whether it is the part of a module that only a type checker looks at."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def test_the_picture_of_the_architecture_has_every_room() -> None:
    """The two that the text tells of beside the picture are the package itself and the examples."""
    rooms = {item.stem for item in PACKAGE.iterdir() if item.suffix == ".py" or (item / "__init__.py").is_file()}
    assert floors().keys() == rooms - {"__init__", "__main__", "examples"}
    draw = runpy.run_path(str(ROOT / "tools" / "draw_architecture.py"))
    assert (DOCS / "architecture.svg").read_text(encoding="utf-8") == draw["picture"]()


@pytest.mark.parametrize("room", sorted(floors()))
def test_a_room_uses_only_rooms_on_floors_below_it(room: str) -> None:
    """As the page on the architecture says; what is imported for types only does not count."""
    places = floors()
    used = set(used_rooms(room)) - {room, "examples"}
    assert {other for other in used if places[other] >= places[room]} == set()


def test_every_rule_has_an_example() -> None:
    """One that is run, with the finding that it gives."""
    page = (DOCS / "rules-by-example.md").read_text(encoding="utf-8")
    ids = [rule.id for rule in sivi2017.all_rules()]
    assert re.findall(r"^## (\S+) by example$", page, flags=re.MULTILINE) == ids
    assert all(f'\n>>> tells("{rule_id}", ' in page and f": {rule_id}: " in page for rule_id in ids)
