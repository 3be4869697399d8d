"""libxml2, xmlschema, Xerces and this library say the same of the same files, and load every schema without a complaint.

Three differences that others have with XML Schema are known. libxml2 refuses white space around dates and times, where the
standard says that it means nothing; this is held in a test, and such files are not put to libxml2. xmlschema takes a
no-break space around a value for white space, and full-width digits for digits: no file here has those. Xerces counts a
character beyond U+FFFF as two unless it is told not to, and so it is told.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import xmlschema
from attrs import frozen
from hypothesis import Phase, given, settings
from lxml import etree
from strategies import (
    BLANKS,
    KINDS,
    Broken,
    Message,
    Spelling,
    broken,
    build,
    elements,
    longest_value,
    messages,
    spell,
    spellings,
)

import sivi2017
from sivi2017.schema.files import MESSAGES, schema_file
from sivi2017.schema.model import message_model

pytestmark = pytest.mark.once

_JARS = [Path("/usr/share/java", f"{jar}.jar") for jar in ("xercesImpl", "xml-resolver", "xercesSamples")]
_XERCES = [
    "java",
    "-Dorg.apache.xerces.impl.dv.xs.useCodePointCountForStringLength=true",
    "-cp",
    ":".join(map(str, _JARS)),
    "jaxp.SourceValidator",
]

needs_xerces = pytest.mark.skipif(
    shutil.which("java") is None or not all(jar.exists() for jar in _JARS),
    reason="Xerces is not here: it needs java and Debian's libxerces2-java",
)


@frozen
class Sample:
    """A file, and whether it is valid."""

    file: Path
    name: str
    """The message that it is, or was before its fault."""
    kind: str | None
    """The fault that was made in it; None in a valid one."""
    has_blank_dates: bool
    """Whether there is white space around a date or a time."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    """A few hundred files, the same on every run: valid ones, and some with a fault of each kind."""
    folder, samples = tmp_path_factory.mktemp("corpus"), list[Sample]()

    def add(message: Message, spelling: Spelling, kind: str | None = None) -> None:
        file = folder / f"{len(samples):04}.xml"
        file.write_bytes(spell(message, spelling))
        samples.append(Sample(file, message.model.name, kind, kind is None and _has_blank_dates(message)))

    def sampling(count: int) -> settings:
        return settings(derandomize=True, database=None, deadline=None, max_examples=count, phases=[Phase.generate])

    @sampling(300)
    @given(messages(), spellings())
    def add_valid(message: Message, spelling: Spelling) -> None:
        add(message, spelling)

    def add_broken(kind: str) -> None:
        @sampling(12)
        @given(broken(kind), spellings())
        def add_some(made: Broken, spelling: Spelling) -> None:
            add(made.message, spelling, kind)

        add_some()

    add_valid()
    for kind in KINDS:
        add_broken(kind)
    return samples


def _has_blank_dates(message: Message) -> bool:
    return any(
        element.format is not None and element.format.base in ("date", "time") and node.text != (node.text or "").strip(BLANKS)
        for node, (_, element, _) in elements(message).items()
    )


def wrong(samples: Iterable[Sample], accepts: Callable[[Sample], bool]) -> list[Sample]:
    """The samples of which a validator says something else than what they are."""
    return [sample for sample in samples if accepts(sample) is not (sample.kind is None)]


def xerces(*options: str, files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """What Xerces says: the name of a file with the word that introduces the complaint, or with its time."""
    command = [*_XERCES, "-a", *(str(schema_file(name)) for name in MESSAGES), *options, "-i", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=True)
    for line in (done.stdout + done.stderr).decode(errors="replace").splitlines():
        told = re.match(r"\[(Warning|Error|Fatal Error)\] ([^:]+):", line) or re.match(r"()(?:.*/)?([^/]+): \d+ ms", line)
        assert told, line
        yield told[2], told[1]


def test_the_corpus_has_each_kind_of_fault_and_both_sorts_of_dates(corpus: list[Sample]) -> None:
    assert {sample.kind for sample in corpus} == {None, *KINDS}
    assert {sample.has_blank_dates for sample in corpus if sample.kind is None} == {True, False}
    assert {sample.name for sample in corpus} == set(MESSAGES)


def test_this_library_is_right(corpus: list[Sample]) -> None:
    assert wrong(corpus, lambda sample: sivi2017.validate(sample.file, rules=False).ok) == []


def test_libxml2_agrees_where_no_white_space_stands_around_a_date(corpus: list[Sample]) -> None:
    schemas = {name: etree.XMLSchema(file=schema_file(name)) for name in MESSAGES}
    put = [sample for sample in corpus if not sample.has_blank_dates]
    assert wrong(put, lambda sample: schemas[sample.name].validate(etree.parse(sample.file))) == []


def test_xmlschema_agrees(corpus: list[Sample]) -> None:
    schemas = {name: xmlschema.XMLSchema10(schema_file(name)) for name in MESSAGES}
    assert wrong(corpus, lambda sample: schemas[sample.name].is_valid(sample.file)) == []


@needs_xerces
def test_xerces_agrees(corpus: list[Sample]) -> None:
    said = list(xerces(files=[sample.file for sample in corpus]))
    refused = {name for name, complaint in said if complaint}
    assert {name for name, _ in said} == {sample.file.name for sample in corpus}
    assert wrong(corpus, lambda sample: sample.file.name not in refused) == []


@pytest.mark.parametrize("name", MESSAGES)
def test_libxml2_loads_the_schema_without_a_complaint(name: str) -> None:
    assert list(etree.XMLSchema(file=schema_file(name)).error_log) == []


@pytest.mark.parametrize("name", MESSAGES)
def test_xmlschema_loads_the_schema_without_a_complaint(name: str) -> None:
    # A warning would be an error here, as everywhere in the tests.
    assert xmlschema.XMLSchema10(schema_file(name), validation="lax").all_errors == []


@needs_xerces
def test_xerces_loads_the_schemas_without_a_complaint(tmp_path: Path) -> None:
    file = tmp_path / "bericht.xml"
    file.write_bytes(spell(build(message_model("Retourmelding1"), longest_value), Spelling()))
    assert list(xerces("-f", files=[file])) == [("bericht.xml", "")]


@pytest.mark.parametrize("tag", ["AandatBr", "AantijdBr"])
def test_libxml2_alone_refuses_white_space_around_a_date_or_time(tag: str) -> None:
    message = build(message_model("Retourmelding1"), longest_value)
    node = message.root.find(f".//{{*}}{tag}")
    assert node is not None
    node.text = f"\n  {node.text} "
    data, file = spell(message, Spelling()), schema_file("Retourmelding1")
    assert not etree.XMLSchema(file=file).validate(etree.fromstring(data))
    assert xmlschema.XMLSchema10(file).is_valid(data)
    assert sivi2017.validate(data, rules=False).ok


@pytest.mark.parametrize("form", ["\u00a0{}", "{}\u00a0", "\u2003{}"])
@pytest.mark.parametrize("tag", ["AandatBr", "AantijdBr"])
def test_other_blanks_around_a_date_or_time_are_no_white_space(tag: str, form: str) -> None:
    message = build(message_model("Retourmelding1"), longest_value)
    node = message.root.find(f".//{{*}}{tag}")
    assert node is not None
    node.text = form.format(node.text)
    assert [finding.id for finding in sivi2017.validate(spell(message, Spelling())).findings] == ["XSD-VALUE"]
