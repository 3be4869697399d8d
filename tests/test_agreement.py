"""On random messages of every level, right and wrong: every way to read, to check and to write agrees with every other.

``test_validators_agree`` holds the same on a corpus for Xerces too, which is started once for many files; so is it here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from attrs import frozen
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_validators_agree import needs_xerces, xerces

import sivi2017
from sivi2017 import testing
from sivi2017.flows.convert import requestable
from sivi2017.schema.files import schema_file
from sivi2017.schema.paths import local_name

LEVELS: tuple[testing.Level, ...] = ("schema", "rules", "realistic")
OF_LEVELS = pytest.mark.parametrize("level", LEVELS)
some = settings(max_examples=25, deadline=None)

# ---- Reading and writing ------------------------------------------------------------------------------------------------


def canonical(data: bytes) -> bytes:
    """A file in the one form that XML has for what it says."""
    return etree.tostring(etree.fromstring(data, etree.XMLParser(huge_tree=True)), method="c14n2")


def respelt(data: bytes, draw: st.DrawFn) -> bytes:
    """The same message with white space between its elements, and with comments, which mean nothing."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    if draw(st.booleans()):
        etree.indent(root, draw(st.sampled_from(["", " ", "\t"])))
    if draw(st.booleans()):
        root.insert(0, etree.Comment(" gegevens "))
    text = etree.tostring(root, encoding=draw(st.sampled_from(["UTF-8", "UTF-16", "ISO-8859-1"])))
    assert isinstance(text, bytes)
    return text


@OF_LEVELS
def test_what_is_written_reads_back_equal_and_says_the_same(level: testing.Level) -> None:
    """Also when it was pretty; and a second time the bytes are the same."""

    @some
    @given(testing.messages(level=level))
    def check(message: Any) -> None:
        data = sivi2017.write(message)
        back = sivi2017.read(data)
        assert sivi2017.write(back) == data
        assert sivi2017.read(sivi2017.write(back)) == back == sivi2017.read(sivi2017.write(message, pretty=True))
        assert canonical(sivi2017.write(back)) == canonical(data)

    check()


@st.composite
def spelt(draw: st.DrawFn, level: testing.Level) -> tuple[Any, bytes]:
    message = draw(testing.messages(level=level))
    return message, respelt(sivi2017.write(message), draw)


def _without_what_means_nothing(data: bytes) -> bytes:
    """A file without comments, and without the white space between elements."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True, remove_comments=True))
    for node in root.iter():
        node.text = None if len(node) else node.text
        node.tail = None
    return etree.tostring(root, method="c14n2")


@OF_LEVELS
def test_a_file_that_is_read_and_written_says_what_it_said(level: testing.Level) -> None:
    """In whatever encoding, with or without what means nothing."""

    @some
    @given(spelt(level))
    def check(made: tuple[Any, bytes]) -> None:
        message, data = made
        read = sivi2017.read(data)
        assert read == sivi2017.read(sivi2017.write(message))
        assert canonical(sivi2017.write(read)) == _without_what_means_nothing(data)

    check()


def test_the_measure_tells_messages_apart() -> None:
    """Two that differ in one leading zero, or one blank, are not canonically equal."""
    data = b"<a><b>01</b></a>"
    assert canonical(data) != canonical(data.replace(b"01", b"1"))
    assert canonical(data) != canonical(data.replace(b"01", b" 01"))
    assert canonical(data) == canonical(b"<?xml version='1.0'?><a ><b>&#48;1</b></a>")


# ---- The domain ---------------------------------------------------------------------------------------------------------

KOPPELING = sivi2017.Koppeling(
    inzender="SYSTEEM",
    ontvanger="ARBODIENST",
    datakluis=True,
    gevraagde_gegevens=requestable(),
    ernst=dict.fromkeys((rule.id for rule in sivi2017.all_rules()), sivi2017.Severity.WARNING),
)


@st.composite
def situations(draw: st.DrawFn, level: testing.Level) -> tuple[Any, Any, Any, tuple[Any, ...]]:
    """An employer, an employee, an employment, and a case after each of its events."""
    werknemer = draw(testing.werknemers(level=level))
    dienstverband = draw(testing.dienstverbanden_van(werknemer, level=level, max_size=1))[0]
    history = draw(testing.histories(level=level, dienstverband=dienstverband, max_events=3))
    return draw(testing.werkgevers(level=level)), werknemer, dienstverband, history


@OF_LEVELS
def test_what_the_domain_says_comes_back_from_the_message(level: testing.Level) -> None:
    """From objects to a message, to bytes, and back: what is sent of each is what was meant, and is sent the same again."""

    @some
    @given(situations(level))
    def check(situation: tuple[Any, Any, Any, tuple[Any, ...]]) -> None:
        werkgever, werknemer, dienstverband, history = situation
        for geval in history:
            told: list[sivi2017.Finding] = []
            message = KOPPELING.verzuimmutatie(werkgever, werknemer, dienstverband, geval, findings=told)
            (back,) = KOPPELING.inhoud(sivi2017.read(sivi2017.write(message)))
            assert back.werknemer is not None
            again = KOPPELING.verzuimmutatie(
                back.werkgever, back.werknemer, back.dienstverband, back.gevallen[0], findings=told
            )
            again.bericht_algemeen = message.bericht_algemeen
            assert sivi2017.write(again) == sivi2017.write(message)
            assert back.gevallen[0].melding.verzuimgeval_id == geval.melding.verzuimgeval_id
            assert back.gevallen[0].status == geval.status

    check()


# ---- Validators ---------------------------------------------------------------------------------------------------------


@frozen(repr=False)
class Sample:
    """A file, and how it was made."""

    data: bytes
    name: str
    what: str

    def __repr__(self) -> str:
        return f"{self.what}: {self.data!r}"


@st.composite
def valid(draw: st.DrawFn) -> Sample:
    message = draw(st.one_of([testing.messages(level=level) for level in LEVELS]))
    return Sample(sivi2017.write(message), type(message).__name__, "valid")


@st.composite
def faulty(draw: st.DrawFn) -> Sample:
    message = draw(testing.messages(level="rules"))
    made = draw(testing.broken(message))
    return Sample(made.data, type(message).__name__, made.what)


@st.composite
def mutated(draw: st.DrawFn) -> Sample:
    """Messages of which the tree was changed a few times, whatever comes of it."""
    sample = draw(valid())
    root = etree.fromstring(sample.data, etree.XMLParser(huge_tree=True))
    for _ in range(draw(st.integers(1, 3))):
        nodes = list(root.iter(etree.Element))[1:]
        node, other = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        draw(st.sampled_from(_MUTATIONS))(node, other)
    return Sample(etree.tostring(root, encoding="UTF-8", xml_declaration=True), sample.name, "mutated")


def _twice(node: etree._Element, _other: etree._Element) -> None:
    node.addnext(deepcopy(node))


def _away(node: etree._Element, _other: etree._Element) -> None:
    above = node.getparent()
    assert above is not None
    if len(above) > 1 or above.getparent() is not None:
        above.remove(node)
    if not len(above):
        above.text = None


def _swapped(node: etree._Element, other: etree._Element) -> None:
    node.text, other.text = other.text, node.text


def _copied(node: etree._Element, other: etree._Element) -> None:
    other.append(deepcopy(node))


def _renamed(node: etree._Element, other: etree._Element) -> None:
    node.tag = other.tag


def _longer(node: etree._Element, _other: etree._Element) -> None:
    node.text = (node.text or "") + "x9"


def _attributed(node: etree._Element, _other: etree._Element) -> None:
    node.set("soort", "x")


def _stranger(node: etree._Element, _other: etree._Element) -> None:
    node.tag = f"{{urn:vreemd}}{local_name(node)}"


_MUTATIONS = (_twice, _away, _swapped, _copied, _renamed, _longer, _attributed, _stranger)

of_any_kind = pytest.mark.parametrize("kind", [valid, faulty, mutated])


@cache
def _libxml2(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(file=schema_file(name))


@cache
def _xmlschema(name: str) -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(schema_file(name))


def _is_valid_here(data: bytes) -> bool:
    return sivi2017.validate(data, rules=False).ok


@of_any_kind
def test_libxml2_and_xmlschema_say_the_same_as_this_library(kind: Callable[[], st.SearchStrategy[Sample]]) -> None:
    """Of right messages, of messages with one fault, and of trees that were changed anyhow."""

    @some
    @given(kind())
    def check(sample: Sample) -> None:
        verdicts = {
            "this library": _is_valid_here(sample.data),
            "libxml2": _libxml2(sample.name).validate(etree.fromstring(sample.data, etree.XMLParser(huge_tree=True))),
            "xmlschema": _xmlschema(sample.name).is_valid(sample.data),
        }
        assert len(set(verdicts.values())) == 1, verdicts
        assert sample.what != "valid" or verdicts["this library"]

    check()


def _steps(path: str) -> list[str]:
    """The steps of a path without namespaces and prefixes, each with its number."""
    names = [re.sub(r"\{[^}]*\}|[^/:\[\]]+:", "", step) for step in re.sub(r"\{[^}]*\}", "", path).strip("/").split("/")]
    return [step if step.endswith("]") else f"{step}[1]" for step in names]


@pytest.mark.parametrize("kind", [faulty, mutated])
def test_wherever_xmlschema_finds_a_fault_there_is_a_finding(kind: Callable[[], st.SearchStrategy[Sample]]) -> None:
    """At the element that it points at, or at one in it; and of those there are no fewer than of its places."""

    @some
    @given(kind())
    def check(sample: Sample) -> None:
        found = [_steps(finding.path or "") for finding in sivi2017.validate(sample.data, rules=False).findings]
        places = {tuple(_steps(error.path or "")) for error in _xmlschema(sample.name).iter_errors(sample.data)}
        for place in places:
            assert [steps for steps in found if tuple(steps[: len(place)]) == place], (place, found)

    check()


@needs_xerces
def test_xerces_says_the_same_as_this_library(tmp_path: Path) -> None:
    """Of all three kinds, in one go."""
    verdicts: dict[str, bool] = {}

    @settings(derandomize=True, database=None, deadline=None, max_examples=120, phases=[Phase.generate])
    @given(valid() | faulty() | mutated())
    def add(sample: Sample) -> None:
        file = tmp_path / f"{len(verdicts)}.xml"
        file.write_bytes(sample.data)
        verdicts[file.name] = _is_valid_here(sample.data)

    add()
    refused = {name for name, complaint in xerces(files=tmp_path.iterdir()) if complaint}
    assert {name for name, is_valid in verdicts.items() if not is_valid} == refused
    assert 20 < len(refused) < len(verdicts) - 20


@pytest.mark.parametrize(("tag", "wrong"), [("AandatBr", "\u00a02017-12-31"), ("AantijdBr", "09:15:00\u00a0")])
def test_xmlschema_alone_takes_a_no_break_space_for_white_space(tag: str, wrong: str) -> None:
    """A named difference; no message above has one around a date or a time."""
    data = re.sub(f"(?<=<{tag}>)[^<]*".encode(), wrong.encode(), sivi2017.write(_retourmelding()))
    assert not _is_valid_here(data)
    assert not _libxml2("Retourmelding1").validate(etree.fromstring(data))
    assert _xmlschema("Retourmelding1").is_valid(data)


def _retourmelding() -> Any:
    drawn: list[Any] = []

    @settings(derandomize=True, database=None, max_examples=1, phases=[Phase.generate])
    @given(testing.retourmeldingen())
    def draw(message: Any) -> None:
        drawn.append(message)

    draw()
    return drawn[0]


# ---- Streaming ----------------------------------------------------------------------------------------------------------


class Pieces(io.RawIOBase):
    """A file that gives no more at a time than its sizes say, over and over."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self.data, self.sizes, self.turn = io.BytesIO(data), sizes, 0

    def read(self, size: int = -1, /) -> bytes:
        self.turn += 1
        most = self.sizes[self.turn % len(self.sizes)]
        return self.data.read(most if size < 0 else min(size, most))


piece_sizes = st.lists(st.integers(1, 3000), min_size=1, max_size=4)


@OF_LEVELS
def test_a_stream_gives_the_employees_that_reading_gives(level: testing.Level) -> None:
    """In whatever pieces the file comes; and what is written from the stream are the bytes of the whole."""

    @some
    @given(testing.messages(level=level), piece_sizes)
    def check(message: Any, sizes: list[int]) -> None:
        data = sivi2017.write(message)
        whole: Any = sivi2017.read(data)
        employers = getattr(whole, "werkgever", [])
        employees = [employee for employer in employers for employee in employer.werknemer]
        parts = list(sivi2017.stream(Pieces(data, sizes))) if employees else []  # type: ignore[arg-type]  # it has a read
        assert [part.werknemer for part in parts] == employees
        assert {id(part.bericht_algemeen) for part in parts} == ({id(parts[0].bericht_algemeen)} if parts else set())
        assert all(part.bericht_algemeen == whole.bericht_algemeen for part in parts)
        assert [part.werkgever for part in parts] == [
            replace(employer, werknemer=[]) for employer in employers for _ in employer.werknemer
        ]

    check()


@of_any_kind
def test_a_stream_is_found_what_is_found_in_the_whole(kind: Callable[[], st.SearchStrategy[Sample]]) -> None:
    """The same findings, in the same order, in whatever pieces the file comes, with rules and tolerance or without."""

    @some
    @given(kind(), piece_sizes, st.booleans(), st.booleans())
    def check(sample: Sample, sizes: list[int], rules: bool, tolerant: bool) -> None:
        whole = sivi2017.validate(sample.data, rules=rules, tolerant=tolerant)
        streamed = sivi2017.validate_stream(Pieces(sample.data, sizes), rules=rules, tolerant=tolerant)  # type: ignore[arg-type]  # it has a read
        is_same = (streamed.findings, streamed.kind) == (whole.findings, whole.kind)
        # A tolerant stream cannot take an employer that stands after its employees: that is an error, and reading takes it.
        assert is_same or (tolerant and not streamed.ok)

    check()


# ---- Tolerance ----------------------------------------------------------------------------------------------------------


@OF_LEVELS
def test_tolerance_changes_nothing_where_nothing_is_wrong(level: testing.Level) -> None:
    """The same message and the same findings, with a warning for none of them."""

    @some
    @given(testing.messages(level=level))
    def check(message: Any) -> None:
        data = sivi2017.write(message)
        # A departure would be a warning, and a warning is an error in the tests.
        assert sivi2017.read(data, tolerant=True) == sivi2017.read(data)
        assert sivi2017.validate(data, tolerant=True) == sivi2017.validate(data)

    check()


@some
@given(faulty() | mutated())
def test_tolerance_never_finds_more(sample: Sample) -> None:
    """What is refused tolerantly is refused strictly as well."""
    assert sivi2017.validate(sample.data).ok <= sivi2017.validate(sample.data, tolerant=True).ok
