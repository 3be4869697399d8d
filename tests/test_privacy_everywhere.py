"""Nothing that the library says shows anything of a person, whatever it is asked, on random messages that are right or wrong.

Every value of a message is marked (see ``marking``), and all that is said about it is searched for the marks: what each
public name returns, raises, warns, logs and prints, and what each command and the pytest plugin write. Messages that
``sivi2017.testing`` invents are no message of anybody: a failing test shows them, and so that package is not among these.
"""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import pytest
from attrs import field, frozen
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from marking import BROKEN, DIGITS, LETTER, WRONG, leaks, marked, said, without_names

import sivi2017
from sivi2017 import asserting, bulk, codes, poortwachter, privacy, receiving, tables, testing
from sivi2017.asserting.settings import Settings
from sivi2017.bulk.files import check_source
from sivi2017.cli.commands import commands
from sivi2017.codelist import CodeList
from sivi2017.domain.base import Domain, fields_of
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.flows.convert import requestable
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import MessageModel, message_model
from sivi2017.schema.paths import local_name

pytest_plugins = ["pytester"]

Calls = dict[str, Callable[[], Any]]
"""What is asked, by what it is."""

KOPPELING = sivi2017.Koppeling(inzender="SYSTEEM", ontvanger="ARBODIENST", datakluis=True, gevraagde_gegevens=requestable())

# ---- Marked messages, right and wrong -----------------------------------------------------------------------------------


@frozen(repr=False)
class Sample:
    """A message with marks, as a file and as far as it can be read."""

    data: bytes
    what: str
    """What is wrong with it."""
    number: int
    """Chooses where there are too many ways to try them all."""
    report: sivi2017.Report = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "report", sivi2017.validate(self.data))

    def __repr__(self) -> str:
        return f"{self.what} ({self.number}): {self.data!r}"

    @property
    def message(self) -> Any:
        """What could be read."""
        return self.report.message


def _sample(data: bytes, what: str, number: int) -> Sample:
    return Sample(marked(data, _model(data), number), what, number)


def _model(data: bytes) -> MessageModel:
    """The message that a file is, or may have been."""
    root = local_name(etree.fromstring(data, etree.XMLParser(huge_tree=True)))
    return message_model(root if root in MESSAGES else "Verzuimmeldingen")


@st.composite
def right(draw: st.DrawFn) -> Sample:
    """Messages that the schema allows; the marks may break a rule."""
    message = draw(st.one_of([testing.messages(level=level) for level in ("schema", "rules", "realistic")]))
    return _sample(sivi2017.write(message), "as the schema allows", draw(st.integers(0, 7)))


@st.composite
def faulty(draw: st.DrawFn) -> Sample:
    """Messages with a fault of each kind that ``broken`` can make."""
    made = draw(testing.broken())
    return _sample(made.data, made.what, draw(st.integers(0, 7)))


@st.composite
def spoilt(draw: st.DrawFn) -> Sample:
    """Messages with something in the place of a value, or in another place than its own, or with a file that is broken."""
    sample = draw(right())
    root = etree.fromstring(sample.data, etree.XMLParser(huge_tree=True))
    leaves = [node for node in root.iter(etree.Element) if not len(node)]
    one, other = (draw(st.sampled_from(leaves)) for _ in range(2))
    way = draw(st.sampled_from(["moved", "too long", "a stranger", *BROKEN, *WRONG]))
    if way == "moved":
        one.text, other.text = other.text, one.text
    elif way == "too long":
        one.text = (one.text or LETTER) * 50
    elif way == "a stranger":
        etree.SubElement(one, draw(st.sampled_from(["Nieuw", "{urn:vreemd}Nieuw"]))).text = LETTER + DIGITS
    elif way in WRONG:
        one.text = "{}"
    text = etree.tostring(root, encoding="unicode").replace("{}", way)
    return Sample(BROKEN[way](text) if way in BROKEN else text.encode(), way, sample.number)


# ---- What is asked ------------------------------------------------------------------------------------------------------


def _read(sample: Sample) -> Calls:
    data = sample.data
    return {
        "strictly": lambda: sivi2017.read(data),
        "tolerantly": lambda: sivi2017.read(io.BytesIO(data), tolerant=True),
        "with rules": lambda: sivi2017.read(data, rules=True, profile=KOPPELING.regelprofiel),
        "as text": lambda: sivi2017.read(data.decode(errors="surrogateescape")),
        "too large": lambda: sivi2017.read(data, limits=sivi2017.Limits(max_bytes=100)),
    }


def _validate(sample: Sample) -> Calls:
    data, message = sample.data, sample.message
    return {
        "strictly": lambda: sivi2017.validate(data),
        "tolerantly": lambda: sivi2017.validate(data, tolerant=True),
        "with a profile": lambda: sivi2017.validate(data, profile=KOPPELING.regelprofiel),
        "few findings": lambda: sivi2017.validate(data, limits=sivi2017.Limits(max_findings=1)),
        "what was read": lambda: sivi2017.validate(message),
    }


def _streams(sample: Sample) -> Calls:
    data = sample.data
    return {
        "strictly": lambda: list(sivi2017.stream(data)),
        "tolerantly": lambda: list(sivi2017.stream(data, tolerant=True, rules=True)),
        "the employees": lambda: [[part.werknemer, part.message] for part in sivi2017.stream(data)],
        "employers and headers": lambda: [[part.werkgever, part.bericht_algemeen] for part in sivi2017.stream(data)],
    }


def _validate_stream(sample: Sample) -> Calls:
    return {
        "strictly": lambda: sivi2017.validate_stream(sample.data),
        "tolerantly": lambda: sivi2017.validate_stream(io.BytesIO(sample.data), tolerant=True),
    }


_VALUES: tuple[Any, ...] = (LETTER * 600, f"{LETTER}\0", 87878787, 87.87, LETTER.encode(), [LETTER], {LETTER: DIGITS}, None)


def _parts(part: Any) -> Iterator[Any]:
    """An object of the bindings and all that is in it."""
    yield part
    for item in fields(part):
        value = getattr(part, item.name)
        for inside in value if isinstance(value, list) else [value]:
            if hasattr(inside, "__dataclass_fields__"):
                yield from _parts(inside)


def _with_a_wrong_value(sample: Sample, write: Callable[[Any], Any]) -> Any:
    """Have a message written of which a field has a value that it cannot have, and put back what was there."""
    if sample.message is None:
        return write(None)
    parts = list(_parts(sample.message))
    part = parts[sample.number * 7 % len(parts)]
    name = fields(part)[sample.number % len(fields(part))].name
    before = getattr(part, name)
    setattr(part, name, _VALUES[sample.number % len(_VALUES)])
    try:
        return [sivi2017.validate(sample.message), repr(part), write(sample.message)][:2]  # what is written is no talk
    finally:
        setattr(part, name, before)


def _write(sample: Sample) -> Calls:
    return {
        "what was read": lambda: sivi2017.write(sample.message),
        "with a wrong value": lambda: _with_a_wrong_value(sample, sivi2017.write),
        "a text": lambda: sivi2017.write(sample.data.decode(errors="replace")),  # type: ignore[arg-type]  # the point of it
    }


def _write_stream(sample: Sample) -> Calls:
    def stream_of(message: Any) -> int:
        employer = message.werkgever[0]
        employees, employer.werknemer = employer.werknemer, []
        try:
            return sivi2017.write_stream(io.BytesIO(), message, employees)
        finally:
            employer.werknemer = employees

    return {
        "what was read": lambda: stream_of(sample.message),
        "with a wrong value": lambda: _with_a_wrong_value(sample, stream_of),
        "a text": lambda: sivi2017.write_stream(io.BytesIO(), sample.message, [LETTER]),  # type: ignore[list-item]  # the same
    }


def _koppeling(sample: Sample) -> Calls:
    message, data = sample.message, sample.data

    def again(by: sivi2017.Koppeling, *, findings: list[Any] | None) -> list[Any]:
        """What a message says, said again by another coupling."""
        made: list[Any] = []
        for each in KOPPELING.inhoud(message):
            who = _any(each.werknemer)
            employments = [each.dienstverband]
            made += [
                by.verzuimmutatie(each.werkgever, who, each.dienstverband, geval, findings=findings) for geval in each.gevallen
            ]
            made.append(by.werknemermutatie(each.werkgever, who, employments, findings=findings))
            made.append(by.dienstverbandmutatie(each.werkgever, who, employments, verzuim_gehad=True, findings=findings))
        return [*made, *(findings or [])]

    return {
        "itself": lambda: KOPPELING,
        "of a message": lambda: sivi2017.Koppeling.load(data),
        "again": lambda: again(KOPPELING, findings=None),
        "with findings": lambda: again(KOPPELING, findings=[]),
        "less": lambda: again(KOPPELING.met(gevraagde_gegevens=[], datakluis=False), findings=None),
        "strict": lambda: again(KOPPELING.met(ernst=dict.fromkeys(_rule_ids(), sivi2017.Severity.ERROR)), findings=[]),
        "contact data": lambda: KOPPELING.communicatie(telefoon=LETTER * 99),
        "a wrong case": lambda: KOPPELING.verzuimmutatie(LETTER, LETTER, LETTER, LETTER),  # type: ignore[arg-type]  # the same
        "no date": lambda: KOPPELING.maak(sivi2017.Werknemer, achternaam=LETTER * 99, geboortedatum=DIGITS),
    }


@cache
def _rule_ids() -> tuple[str, ...]:
    return tuple(rule.id for rule in sivi2017.all_rules())


def _inhoud(sample: Sample) -> Calls:
    def events() -> list[Any]:
        told: list[Any] = []
        for inhoud in KOPPELING.inhoud(sample.message):
            for geval in inhoud.gevallen:
                told += [geval, geval.meldingen, *_happenings(geval)]
        return told

    return {"of a message": lambda: KOPPELING.inhoud(sample.message), "what happens next": events}


def _happenings(geval: Any) -> Iterator[Any]:
    """What comes of each event of a case, an error as well."""
    first = geval.eerste_verzuimdag
    for event in (
        lambda: geval.hersteldmelding(per=first),
        lambda: geval.gedeeltelijke_hersteldmelding(per=first, verzuimpercentage=87.87),
        lambda: geval.correctie(id=geval.id, eerste_verzuimdag=DIGITS),
        geval.intrekking,
    ):
        try:
            yield event()
        except (sivi2017.SiviError, TypeError) as error:
            yield error


def _any(value: Any) -> Any:
    """A value of which the type is not looked at: a wrong one is refused, which is told too."""
    return value


def _regel(sample: Sample) -> Calls:
    def lines() -> list[Any]:
        found = KOPPELING.inhoud(sample.message)
        return [sivi2017.Verzuimregel(_any(each.werknemer), [(each.dienstverband, each.gevallen)]) for each in found]

    return {"of a message": lines, "of texts": lambda: sivi2017.Verzuimregel(LETTER, [(LETTER, [LETTER])])}  # type: ignore[arg-type,list-item]  # the same


def _profile(sample: Sample) -> Calls:
    return {
        "itself": lambda: KOPPELING.regelprofiel,
        "of a message": lambda: sivi2017.RuleProfile(sample.data),  # type: ignore[arg-type]  # the point of it
        "not for a message": lambda: sivi2017.RuleProfile(requested=sample.data.decode(errors="replace")),
    }


def _bindings(sample: Sample) -> Calls:
    return {"all parts": lambda: list(_parts(sample.message))}


def _poortwachter(sample: Sample) -> Calls:
    def weeks() -> Any:
        cases = [geval for inhoud in KOPPELING.inhoud(sample.message) for geval in inhoud.gevallen]
        periods = [poortwachter.Verzuimperiode.van(geval) for geval in cases]
        return [periods, poortwachter.mijlpalen(periods[:1]), poortwachter.samengesteld(periods)]

    return {
        "periods": weeks,
        "no date": lambda: poortwachter.Verzuimperiode(eerste_dag=DIGITS),  # type: ignore[arg-type]  # the point of it
        "no periods": lambda: poortwachter.mijlpalen([LETTER]),  # type: ignore[list-item]  # the same
    }


def _errors(sample: Sample) -> Calls:
    return {
        "a report": lambda: sivi2017.InvalidMessage(sample.report),
        "the report": lambda: [sample.report, sample.report.message, sample.report.findings],
    }


def _receiving(sample: Sample) -> Calls:
    def known() -> list[Any]:
        administratie, gevolgen = receiving.Administratie(KOPPELING).receive(sample.message)
        told: list[Any] = [administratie, gevolgen, administratie.berichten, administratie.vermoedelijke_dubbelen()]
        told += [administratie.signalen, *map(str, administratie.signalen), administratie.oproepbaar(date(2017, 3, 6))]
        for stand in administratie.werknemers:
            told += [stand, stand.dienstverbanden, stand.gevallen, stand.geschiedenis, stand.wachtend]
            told += [receiving.verloop(case.geval) for case in stand.gevallen]
        return told

    def kept() -> list[Any]:
        with TemporaryDirectory() as folder, receiving.Opslag(Path(folder) / "a") as opslag:
            told = [opslag, opslag.receive(sample.message), opslag.administratie(), list(opslag.werknemers())]
            return [*told, opslag.signalen, opslag.vermoedelijke_dubbelen(), opslag.oproepbaar(date(2017, 3, 6))]

    def forgotten() -> list[Any]:
        administratie, _ = receiving.Administratie(KOPPELING).receive(sample.message)
        return [administratie.vergeet("WG-none", DIGITS)]

    def forgotten_in_a_file() -> None:
        with TemporaryDirectory() as folder, receiving.Opslag(Path(folder) / "a") as opslag:
            opslag.vergeet("WG-none", DIGITS)

    return {
        "in memory": known,
        "in a file": kept,
        "nobody to forget": forgotten,
        "nobody to forget in a file": forgotten_in_a_file,
        "no message": lambda: receiving.Administratie().receive(_any(sample.data)),
    }


def _privacy(sample: Sample) -> Calls:
    pseudonymiser = privacy.Pseudonymiser(bytes(range(32)))
    return {
        "itself": lambda: pseudonymiser,
        "a message": lambda: pseudonymiser.message(sample.message),
        "no message": lambda: pseudonymiser.message(_any(sample.data)),
        "a key that is none": lambda: privacy.Pseudonymiser(DIGITS.encode()),
    }


def _tables(sample: Sample) -> Calls:
    def told(by: tables.GroupBy | None) -> list[Any]:
        administratie, _ = receiving.Administratie(KOPPELING).receive(sample.message)
        found = tables.figures(administratie.werknemers, date(1980, 1, 1), date(1989, 12, 31), by=by)
        return [found, found.total.werknemers, found.rows(1)]

    return {by: partial(told, by) for by in ("department", "age", "length")}


CASES: dict[str, Callable[[Sample], Calls]] = {
    "privacy": _privacy,
    "receiving": _receiving,
    "tables": _tables,
    "read": _read,
    "validate": _validate,
    "stream": _streams,
    "Part": _streams,
    "validate_stream": _validate_stream,
    "write": _write,
    "write_stream": _write_stream,
    "Koppeling": _koppeling,
    "Inhoud": _inhoud,
    "Verzuimgeval": _inhoud,
    "Verzuimregel": _regel,
    "RuleProfile": _profile,
    "bindings": _bindings,
    "poortwachter": _poortwachter,
    "Report": _errors,
    "Finding": _errors,
    "InvalidMessage": _errors,
}
"""By public name what is asked about a message."""

FILES = {"validate_files", "FileReport", "bulk"}
"""Names of which the calls take files."""

VALUES = {"CodeList", "codes", *(found.__name__ for found in DOMAIN_CLASSES)}
"""Names of what is made of values, one by one."""

RAISED = {"SiviError", "InvalidEvent", "InvalidValue", "NotPermitted", "DepartureWarning", "LeftOutWarning"}
"""Names of what the calls raise and warn of."""

NO_MESSAGE = {
    "Layer",
    "Severity",
    "SoortMelding",
    "Mutatie",
    "Uitkomst",
    "Retourcodes",
    "Verzuimstatus",
    "Verwerkingscodes",
    "Limits",
    "all_rules",
}
"""Names of what a message has no part in: fixed words, and settings."""


def test_every_public_name_has_a_case() -> None:
    """A new one fails here, until somebody says what could be told by it."""
    assert {*CASES, *FILES, *VALUES, *RAISED, *NO_MESSAGE} == {*sivi2017.__all__}
    assert {*ASSERTIONS, "NEW_IN_EVERY_MESSAGE"} == {*asserting.__all__}
    assert {*bulk.__all__} == {*FILES - {"bulk"}, "Summary", "file_reports", "summary"}
    # Of these the examples, the rules and the people are our own.
    assert {*commands.commands} - {"demo", "rules", "generate"} == {*COMMANDS}


some = settings(max_examples=15, deadline=None)
many = settings(max_examples=30, deadline=None)
of_any_kind = pytest.mark.parametrize("kind", [right, faulty, spoilt])


@of_any_kind
def test_the_marks_are_in_the_messages(kind: Callable[[], st.SearchStrategy[Sample]]) -> None:
    """What is looked for below could be found."""

    @some
    @given(kind())
    def check(sample: Sample) -> None:
        assert leaks(repr(sample.data))

    check()


@of_any_kind
def test_no_public_name_tells_a_value(kind: Callable[[], st.SearchStrategy[Sample]]) -> None:
    """All calls that there are, about each message."""

    @many
    @given(kind())
    def check(sample: Sample) -> None:
        for calls in dict.fromkeys(CASES.values()):
            for what, call in calls(sample).items():
                assert leaks(without_names(said(call))) == [], (calls.__name__, what)

    check()


# ---- What is made of values ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("domain_class", DOMAIN_CLASSES)
def test_no_object_of_the_domain_tells_a_value(domain_class: type[Domain]) -> None:
    """Every field has each of many wrong values, beside wrong values of the others."""
    items = fields_of(domain_class)
    for number in range(len(_VALUES)):
        values = {item.name: _VALUES[(number + place) % len(_VALUES)] for place, item in enumerate(items)}
        told = said(partial(domain_class, **values))
        assert "InvalidValue" in told
        assert leaks(told) == []


CODE_LISTS = [found for found in vars(codes).values() if isinstance(found, type) and CodeList in found.__bases__]


@pytest.mark.parametrize("code_list", CODE_LISTS)
def test_no_code_list_tells_what_is_no_code(code_list: type[CodeList]) -> None:
    """However it is looked for; what stands in the place of a code may be a name."""
    for wrong in (f"{LETTER}{DIGITS}", DIGITS, [LETTER]):
        for call in (_any(code_list.of), _any(code_list)):
            told = said(partial(call, wrong))
            assert "ValueError" in told
            assert leaks(told) == []


# ---- Assertions ---------------------------------------------------------------------------------------------------------


@frozen(repr=False)
class Pair:
    """Two messages that differ in what they say of a person, marked there and nowhere else."""

    left: bytes
    right: bytes

    def __repr__(self) -> str:
        return f"{self.left!r} {self.right!r}"


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    message = draw(testing.messages(level="realistic"))
    data, model = sivi2017.write(message), message_model(type(message).__name__)
    return Pair(*(marked(data, model, number, private_only=True) for number in (0, 1)))


def _outbox(pair: Pair, *, reveal: bool) -> Any:
    outbox = asserting.Outbox(settings=Settings(fail_on=sivi2017.Severity.WARNING, reveal=reveal))
    for data in (pair.left, sivi2017.read(pair.right), pair.left[:-20]):
        outbox.send(data)
    outbox.assert_valid()


def _snapshot(pair: Pair, *, reveal: bool) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.snapshot"
        asserting.assert_snapshot(asserting.snapshot_text(pair.left, reveal=reveal), file, update=True)
        asserting.assert_snapshot(asserting.snapshot_text(pair.right, reveal=reveal) + "\n", file)


ASSERTIONS: dict[str, Callable[[Pair, bool], Any]] = {
    "assert_valid": lambda pair, reveal: asserting.assert_valid(pair.left, fail_on="warning", reveal=reveal),
    "assert_invalid": lambda pair, reveal: asserting.assert_invalid(
        pair.left.replace(b">J<", b">Q<").replace(b">N<", b">Q<"), "DAT-1", reveal=reveal
    ),
    "assert_same": lambda pair, reveal: asserting.assert_same(pair.left, pair.right, reveal=reveal),
    "snapshot_text": lambda pair, reveal: asserting.snapshot_text(pair.left, reveal=reveal),
    "assert_snapshot": lambda pair, reveal: _snapshot(pair, reveal=reveal),
    "differences": lambda pair, _: asserting.differences(pair.left, pair.right),
    "Difference": lambda pair, reveal: [found.lines(reveal=reveal) for found in asserting.differences(pair.left, pair.right)],
    "Outbox": lambda pair, reveal: _outbox(pair, reveal=reveal),
}
"""By public name of ``asserting`` what is asserted."""


@pytest.mark.parametrize("name", ASSERTIONS)
def test_no_assertion_tells_a_value(name: str) -> None:
    """Neither one that fails nor what one gives."""

    @some
    @given(pairs())
    def check(pair: Pair) -> None:
        told = said(lambda: ASSERTIONS[name](pair, False))
        assert told
        assert leaks(told) == []

    check()


@pytest.mark.parametrize("name", sorted({*ASSERTIONS} - {"differences", "assert_invalid"}))
def test_an_assertion_that_is_to_reveal_tells_values(name: str) -> None:
    """So the tests above would see one."""
    told = []

    @settings(derandomize=True, database=None, max_examples=10, phases=[Phase.generate])
    @given(pairs())
    def tell(pair: Pair) -> None:
        told.append(said(lambda: ASSERTIONS[name](pair, True)))

    tell()
    assert any(map(leaks, told))


# ---- Files and commands -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files of every kind, the same on every run."""
    folder = tmp_path_factory.mktemp("berichten")

    @settings(derandomize=True, database=None, deadline=None, max_examples=45, phases=[Phase.generate])
    @given(right() | faulty() | spoilt())
    def add(sample: Sample) -> None:
        (folder / f"{len(list(folder.iterdir()))}.xml").write_bytes(sample.data)

    add()
    return folder


def _run(*arguments: str, data: bytes | None = None) -> list[str]:
    """What a command writes; what it raises goes on."""
    done = CliRunner().invoke(commands, arguments, input=data, catch_exceptions=False)
    return [done.stdout, done.stderr]


def _validate_command(folder: Path) -> Iterator[Callable[[], Any]]:
    for form in ("text", "json", "junit"):
        yield partial(_run, "validate", "--format", form, str(folder))
        yield partial(_run, "validate", "--tolerant", "--fail-on", "warning", "--format", form, str(folder))
    yield partial(_run, "validate", "--jobs", "2", "--max-findings", "3", str(folder))
    yield partial(_run, "validate", "--profile", str(folder / "1.xml"), str(folder))
    for file in sorted(folder.iterdir())[::10]:
        yield partial(_run, "validate", "-", data=file.read_bytes())


def _show_command(folder: Path, *options: str) -> Iterator[Callable[[], Any]]:
    """Messages in which just what is personal is marked; what a person may see is shown."""
    for file in sorted(folder.iterdir()):
        data = file.read_bytes()
        with suppress(etree.XMLSyntaxError):
            data = marked(data, _model(data), private_only=True)
        yield partial(_run, "show", *options, "-", data=data)
        yield partial(_run, "show", "--tolerant", *options, "-", data=data)


_DOCUMENT: dict[str, Any] = {
    "werkgever": {"naam": LETTER * 9, "id": LETTER * 8, "aansluitnummer": LETTER * 7, "loonheffingennummer": "878787878L87"},
    "werknemer": {
        "id": f"{LETTER}1",
        "achternaam": LETTER * 9,
        "voorletters": LETTER * 3,
        "geboortedatum": "1987-08-07",
        "geslacht": "V",
        "burgerservicenummer": "878700006",
        "adressen": [{"postcode": "8787XZ", "woonplaats": LETTER * 5, "huisnummer": DIGITS, "straat": LETTER * 9}],
        "communicatie": {"telefoon": f"0{DIGITS}{DIGITS}"},
    },
    "dienstverband": {"id": f"{LETTER}2", "ingangsdatum": "1987-08-08", "geldt_vanaf": "1987-08-08", "afdeling_code": LETTER},
    "geval": {
        "id": f"{LETTER}3",
        "gebeurtenissen": [
            {"soort": "ziekmelding", "eerste_verzuimdag": "1987-08-08"},
            {"soort": "gedeeltelijke_hersteldmelding", "per": "1987-08-08", "verzuimpercentage": "87.87"},
        ],
    },
}
_SETTINGS = 'inzender = "SYSTEEM"\nontvanger = "ARBODIENST"\n'


def _documents(part: Any = _DOCUMENT) -> Iterator[str]:
    """The document, and the same with each of a few wrong things in the place of each value."""
    text = json.dumps(_DOCUMENT)
    yield text
    for value in part.values() if isinstance(part, dict) else part:
        for wrong in (LETTER * 300, f"{LETTER}\0", 8787.87, [LETTER], {"naam": LETTER}, True, ""):
            yield text.replace(json.dumps(value), json.dumps(wrong), 1)
        if isinstance(value, dict | list):
            yield from _documents(value)


def _build_command(folder: Path) -> Iterator[Callable[[], Any]]:
    coupling = folder.parent / "koppeling.toml"
    coupling.write_text(_SETTINGS, encoding="utf-8")
    out = folder.parent / "uit"
    for number, document in enumerate(_documents()):
        options = ["--koppeling", str(coupling), "--data", "-", "--out", str(out)]
        kind = ("verzuimmutatie", "werknemermutatie")[number % 5 == 4]
        yield partial(_run, "build", kind, *options, data=document.encode())
    xml = str(folder / "0.xml")
    yield partial(_run, "build", "verzuimmutatie", "--koppeling", xml, "--data", xml)
    yield partial(_run, "build", "verzuimmutatie", "--koppeling", str(coupling), "--data", xml)
    yield partial(_run, "build", "verzuimmutatie", "--koppeling", str(coupling), "--data", "-", data=_document()[:-9])


def _document() -> bytes:
    return json.dumps(_DOCUMENT, ensure_ascii=False).encode()


def _pseudonymise_command(folder: Path) -> Iterator[Callable[[], Any]]:
    """To a folder: what it writes has a test of its own, ``test_privacy_pseudonyms_marks``."""
    key, out = folder.parent / "sleutel", folder.parent / "zonder-namen"
    yield partial(_run, "pseudonymise", "--new-key", str(key))
    for more in ([], ["--tolerant"], ["--keep", "werkgevers", "--no-addresses"]):
        yield partial(_run, "pseudonymise", "--key-file", str(key), "--out", str(out), *more, str(folder))
    yield partial(_run, "pseudonymise", "--key-file", str(folder / "0.xml"), str(folder / "0.xml"))


def _figures_command(folder: Path) -> Iterator[Callable[[], Any]]:
    """By age and length: by department it tells the names of departments, as it is asked to."""
    for options in ([], ["--by", "age", "--smallest", "1"], ["--by", "length", "--format", "json"], ["--format", "csv"]):
        yield partial(_run, "figures", str(folder), "--from", "1980-01-01", "--to", "1989-12-31", *options)


COMMANDS: dict[str, Callable[[Path], Iterator[Callable[[], Any]]]] = {
    "validate": _validate_command,
    "show": _show_command,
    "build": _build_command,
    "pseudonymise": _pseudonymise_command,
    "figures": _figures_command,
}
"""By command how it is run on the files of a folder."""


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_tells_a_value(name: str, corpus: Path) -> None:
    """On standard output, on standard error and in a traceback."""
    for number, call in enumerate(COMMANDS[name](corpus)):
        told = without_names(said(call))
        assert told.strip()
        assert leaks(told) == [], number


def test_a_command_that_is_to_reveal_tells_values(corpus: Path) -> None:
    """So the tests above would see one."""
    told = [said(call) for call in _show_command(corpus, "--reveal")]
    assert len([text for text in told if leaks(text)]) > len(told) // 2


def test_the_process_itself_tells_no_value(corpus: Path) -> None:
    """Run as a person does, with a terminal that gets the bar, and with several processes."""
    master, terminal = os.openpty()
    command = ["sivi2017", "validate", "--jobs", "2", "--format", "json", str(corpus)]
    environment = {**os.environ, "TERM": "xterm", "PYTHONWARNINGS": "always", "PYTHONDEVMODE": "1"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=False, env=environment)
    os.close(terminal)
    shown = os.read(master, 100_000).decode(errors="replace")
    os.close(master)
    assert "checking" in shown
    assert len(json.loads(done.stdout)["files"]) == 45
    assert leaks(without_names(done.stdout.decode() + shown)) == []


def computed(lazy: Any) -> Any:
    """What Dask makes of it; it has few types."""
    return lazy.compute(scheduler="synchronous")


def test_no_report_on_many_files_tells_a_value(corpus: Path) -> None:
    files = sorted(corpus.iterdir())
    calls: list[Callable[[], Any]] = [
        lambda: list(sivi2017.validate_files([*files, corpus / "absent.xml"])),
        lambda: list(sivi2017.validate_files(files, jobs=2, tolerant=True)),
        lambda: computed(bulk.file_reports(files)),
        lambda: computed(bulk.summary(bulk.file_reports(files))),
    ]
    for call in calls:
        told = said(call)
        assert "FileReport" in told or "Summary" in told
        assert leaks(without_names(told)) == []


def test_no_report_on_a_check_that_failed_tells_why(corpus: Path) -> None:
    """The error itself may quote the file: whatever happens in a check, a worker gives no more than its name."""

    def check(*_source: Any, **_options: Any) -> sivi2017.Report:
        raise ValueError(LETTER + DIGITS)

    told = said(lambda: check_source("a.xml", lambda: corpus / "0.xml", check))
    assert "FILE-ABORTED" in told
    assert leaks(told) == []


# ---- The pytest plugin --------------------------------------------------------------------------------------------------

_SUITE = """
    from pathlib import Path

    import pytest
    from sivi2017 import asserting, read

    FILES = sorted(Path("berichten").glob("left*.xml"))

    def other(file):
        return file.with_name(file.name.replace("left", "right"))

    @pytest.mark.parametrize("file", FILES, ids=str)
    class TestMessages:
        def test_valid(self, file, assert_valid):
            assert_valid(file, fail_on="warning")

        def test_invalid(self, file, assert_invalid):
            assert_invalid(file, "XSD-CODE")

        def test_same(self, file, assert_same):
            assert_same(file, other(file))

        def test_equal(self, file):
            assert read(file) == read(other(file))

        def test_outbox(self, file, sivi2017_outbox):
            sivi2017_outbox.send(file.read_bytes()[:-20])

        def test_snapshot(self, file, sivi2017_snapshot):
            sivi2017_snapshot(file)

        def test_read(self, file):
            # Of the last function pytest itself shows the arguments, so this is given a path.
            cut = file.with_suffix(".cut")
            cut.write_bytes(file.read_bytes()[:-20])
            read(cut)
"""


def _suite(pytester: pytest.Pytester, *options: str) -> str:
    """What a test run of a stranger writes on messages with marks: on the terminal, as JUnit and in its snapshots."""
    folder = pytester.mkdir("berichten")

    @settings(derandomize=True, database=None, deadline=None, max_examples=6, phases=[Phase.generate])
    @given(pairs())
    def add(pair: Pair) -> None:
        number = len(list(folder.iterdir()))
        (folder / f"left{number}.xml").write_bytes(pair.left)
        (folder / f"right{number}.xml").write_bytes(pair.right)

    add()
    pytester.makepyfile(_SUITE)
    arguments = ["-vv", "--junitxml=report.xml", "-p", "no:hypothesispytest", *options]
    results = [pytester.runpytest(*arguments, *more) for more in (["--sivi2017-update-snapshots"], [])]
    texts = [text for result in results for text in (result.stdout.str(), result.stderr.str())]
    kept = [*pytester.path.glob("*_snapshots/*"), pytester.path / "report.xml"]
    assert len(kept) > 1
    return "\n".join([*texts, *(file.read_text(encoding="utf-8") for file in kept)]).replace(str(pytester.path), "")


def test_no_failing_test_of_a_stranger_tells_a_value(pytester: pytest.Pytester) -> None:
    told = _suite(pytester)
    assert "the messages differ in" in told
    assert "is not valid" in told
    assert [line for line in told.splitlines() if leaks(line)] == []


def test_a_test_that_is_to_reveal_tells_values(pytester: pytest.Pytester) -> None:
    """So the test above would see one."""
    assert len(leaks(_suite(pytester, "--sivi2017-reveal"))) > 20


# ---- The net itself -----------------------------------------------------------------------------------------------------


def _raise(error: BaseException, cause: BaseException | None = None) -> None:
    raise error from cause


def _raise_while_another(secret: str) -> None:
    try:
        _raise(KeyError(secret))
    except KeyError:
        raise ValueError("a fault") from None


def _raise_with_note(secret: str) -> None:
    error = ValueError("a fault")
    error.add_note(secret)
    raise error


def _log(secret: str) -> None:
    logging.getLogger("sivi2017.test.quiet").debug("read %s", secret)


def _log_beside(secret: str) -> None:
    logging.getLogger("sivi2017.test.quiet").debug("read", extra={"value": secret})


WAYS: dict[str, Callable[[str], Any]] = {
    "returned": lambda secret: secret,
    "in a list": lambda secret: [1, (secret,)],
    "in a repr": lambda secret: {"value": secret},
    "raised": lambda secret: _raise(ValueError(f"wrong: {secret}")),
    "raised with it": lambda secret: _raise(sivi2017.InvalidValue([f"wrong: {secret}"])),
    "as a cause": lambda secret: _raise(ValueError("a fault"), KeyError(secret)),
    "as what came before": _raise_while_another,
    "in a group": lambda secret: _raise(ExceptionGroup("faults", [ValueError(secret)])),
    "in a note": _raise_with_note,
    "warned": lambda secret: warnings.warn(secret, stacklevel=1),
    "logged": _log,
    "logged beside": _log_beside,
    "printed": lambda secret: sys.stdout.write(secret) and None,
    "printed as an error": lambda secret: sys.stderr.write(secret) and None,
    "past Python": lambda secret: os.write(2, secret.encode()),
    "by another process": lambda secret: subprocess.call(["echo", secret]),
    "in a finding": lambda secret: sivi2017.Report(
        [sivi2017.Finding("XML-SYNTAX", sivi2017.Severity.ERROR, sivi2017.Layer.XML, secret)]
    ),
    "in JSON": json.dumps,
    "in XML": lambda secret: etree.tostring(_element(secret), encoding="us-ascii").decode(),
    "in a URL": quote,
    "as bytes": lambda secret: [repr(secret.encode())],
    "in UTF-16": lambda secret: [repr(secret.encode("utf-16"))],
    "in the wrong encoding": lambda secret: secret.encode().decode("latin-1"),
    "on a terminal": lambda secret: secret.encode("ascii", "backslashreplace").decode(),
    "in capitals": str.upper,
}
"""Ways to tell a value."""


def _element(text: str) -> etree._Element:
    element = etree.Element("failure")
    element.text = text
    return element


@pytest.mark.parametrize("way", WAYS)
def test_the_net_catches_what_is_told(way: str) -> None:
    """A value that is told in any of these ways is found."""
    logger = logging.getLogger("sivi2017.test.quiet")
    logger.propagate, logger.disabled = False, True
    assert leaks(said(lambda: WAYS[way](LETTER * 3)))
    assert leaks(said(lambda: WAYS[way]("nothing"))) == []


@pytest.mark.parametrize("day", [date(1987, 8, 7), "07-08-1987", Decimal("87.87"), "€ 87,87", time(7, 8, 7), 878787, b"8787"])
def test_the_net_catches_numbers_and_days(day: Any) -> None:
    """However they are written."""
    assert leaks(said(lambda: [day]))


def test_the_net_leaves_alone_what_is_no_value() -> None:
    """An address in memory, a column of a file, a duration and the name of a task can have any digits."""
    assert leaks("<function at 0x7f8787> line 3, column 18787, seconds=0.0187871 check_file-8787abcd8787abcd") == []
    assert leaks("column 3 of 8787")
