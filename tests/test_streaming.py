"""A message of any size, one employee at a time, says and finds what it does in one piece."""

from __future__ import annotations

import copy
import gc
import io
import sqlite3
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import RETOUR, VERZUIM, WERKNEMER, changed, full_message, line_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import KINDS, Broken, Message, Spelling, broken, broken_apart, messages, spell, spellings

import sivi2017
from sivi2017 import InvalidMessage, Limits, Report, RuleProfile
from sivi2017.schema import verdict
from sivi2017.streaming import frame, memory, pulling

EXAMPLES = sorted((Path(sivi2017.__file__).parent / "examples").glob("*.xml"))
TWO_EACH = {name: full_message(name, times=2) for name in ("Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden")}


def employees(text: str, *changes: tuple[tuple[str, str], ...], of: int = 1) -> bytes:
    """A message with its employee once for each list of changes, and with that many employers."""
    start, end = text.index("    <Wrknmr>"), text.index("    </Wrknmr>") + len("    </Wrknmr>\n")
    made = "".join(
        changed(text[start:end], ("<IdWrknmr>WN-1<", f"<IdWrknmr>WN-{number}<"), *each).decode()
        for number, each in enumerate(changes)
    )
    whole = text[:start] + made + text[end:]
    first, last = whole.index("  <Wrkgvr>"), whole.index("  </Wrkgvr>") + len("  </Wrkgvr>\n")
    return (whole[:first] + whole[first:last] * of + whole[last:]).encode()


def both(data: bytes, **options: Any) -> tuple[Report, Report]:
    return sivi2017.validate(data, **options), sivi2017.validate_stream(data, **options)


def assert_same(data: bytes, **options: Any) -> None:
    """In one piece and in parts: what is found is the same.

    But for two things. What libxml2 alone refuses has the place of the employee where it was found; and a tolerant reader of
    parts cannot ask the rules about an employee whose employer comes later.
    """
    for tolerant in (False, True):
        for rules in (False, True):
            whole, parts = both(data, tolerant=tolerant, rules=rules, **options)
            others = {finding.id for finding in (*whole.findings, *parts.findings)} & {"XSD-OTHER"}
            if others or any("too late" in finding.message for finding in parts.findings):
                assert not whole.ok or tolerant
                continue
            assert parts.findings == whole.findings
            assert (parts.kind, parts.message) == (whole.kind, None)


TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
TEXTS = ("", "x", " 2017-01-01 ", "01", "0" * 40, "A ")
FOREIGN = ("{urn:x}", "", "{http://www.sivi.org/Other}")


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A message of two employers with two employees, in which some elements were moved, doubled, renamed or worse.

    Mostly those that stand around the employees: that is where a reader of parts has to think.
    """
    text = draw(st.sampled_from([*TWO_EACH.values(), *(file.read_text() for file in EXAMPLES)]))
    root = etree.fromstring(text.encode())
    for _ in range(draw(st.integers(0, 4))):
        around = [root, *root, *(node for child in root for node in child)]
        node = draw(st.sampled_from(around if draw(st.integers(0, 9)) < 6 else list(root.iter())))
        draw(st.sampled_from(MANGLES))(draw, node)
    data = etree.tostring(root)
    namespace = root.nsmap.get(None, "")
    other = draw(st.sampled_from([None, None, None, b"", b' xmlns="http://www.sivi.org/Other"']))
    if other is not None:
        data = data.replace(f' xmlns="{namespace}"'.encode(), other)
    if draw(st.integers(0, 9)) == 0:
        data = data[: draw(st.integers(0, len(data)))]
    return data


def _remove(_draw: st.DrawFn, node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _double(draw: st.DrawFn, node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        for _ in range(draw(st.sampled_from([1, 1, 2, 12]))):
            parent.insert(draw(st.integers(0, len(parent))), copy.deepcopy(node))


def _move(draw: st.DrawFn, node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.insert(draw(st.integers(0, len(parent))), node)


def namespace_of(node: etree._Element) -> str:
    """The namespace in braces, as it stands before a name; empty where there is none."""
    namespace = etree.QName(node).namespace
    return "" if namespace is None else f"{{{namespace}}}"


def _rename(draw: st.DrawFn, node: etree._Element) -> None:
    node.tag = namespace_of(node) + draw(st.sampled_from(["Foo", "Wrknmr", "Wrkgvr", "Voorl"]))


def _put_elsewhere(draw: st.DrawFn, node: etree._Element) -> None:
    node.tag = draw(st.sampled_from(FOREIGN)) + etree.QName(node).localname


def _mark(draw: st.DrawFn, node: etree._Element) -> None:
    node.set(draw(st.sampled_from(["a", TYPE])), "x")


def _add_tail(draw: st.DrawFn, node: etree._Element) -> None:
    node.tail = draw(st.sampled_from([" ", "x", "\n"]))


def _set_text(draw: st.DrawFn, node: etree._Element) -> None:
    node.text = draw(st.sampled_from(TEXTS))


def _add_child(draw: st.DrawFn, node: etree._Element) -> None:
    etree.SubElement(node, namespace_of(node) + draw(st.sampled_from(["Foo", "Wrknmr", "Wrkgvr"])))


def _deepen(_draw: st.DrawFn, node: etree._Element) -> None:
    for _ in range(40):
        node = etree.SubElement(node, "a")


MANGLES = [_remove, _double, _move, _rename, _put_elsewhere, _mark, _add_tail, _set_text, _add_child, _deepen]


class TestSameFindings:
    @settings(max_examples=150, deadline=None)
    @given(mangled(), st.sampled_from([1, 2, 10_000]))
    def test_a_message_in_which_much_is_wrong(self, data: bytes, most: int) -> None:
        assert_same(data, limits=Limits(max_findings=most))

    @settings(max_examples=60, deadline=None)
    @given(messages(), spellings())
    def test_a_valid_message(self, message: Message, spelling: Spelling) -> None:
        assert_same(spell(message, spelling))

    @pytest.mark.parametrize("kind", KINDS)
    @settings(max_examples=8, deadline=None)
    @given(st.data())
    def test_a_message_with_a_fault(self, kind: str, data: st.DataObject) -> None:
        made: Broken = data.draw(broken(kind))
        assert_same(spell(made.message, Spelling()))

    @settings(max_examples=60, deadline=None)
    @given(broken_apart(3))
    def test_a_message_with_three(self, made: Broken) -> None:
        assert_same(spell(made.message, Spelling()))

    @pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
    def test_an_example(self, file: Path) -> None:
        assert_same(file.read_bytes())

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"<",
            b"<a/>",
            b"<!DOCTYPE a><a/>",
            RETOUR.encode(),
            b"\xff\xfe",
            VERZUIM.encode()[:-20],
            VERZUIM.encode().replace(b"/2017", b"/2>17"),
        ],
    )
    def test_what_is_no_message_with_employees(self, data: bytes) -> None:
        assert_same(data)

    def test_what_the_parser_only_warns_of(self) -> None:
        """A namespace that is no whole address, for instance."""
        data = changed(VERZUIM, ("<Verzuimmeldingen ", '<Verzuimmeldingen xmlns:q="voorbeeld" '))
        assert_same(data)
        assert sivi2017.validate_stream(data, rules=False).ok

    def test_what_libxml2_alone_refuses_around_the_employees(self) -> None:
        whole, parts = both(employees(VERZUIM, (), (), of=2).replace(b">09:15:00<", b">09:15:59.99999999999999999999<"))
        assert [finding.id for finding in parts.findings] == [finding.id for finding in whole.findings] == ["XSD-OTHER"]

    def test_the_size_of_the_pieces_that_are_read_makes_no_difference(self, monkeypatch: pytest.MonkeyPatch) -> None:
        data = employees(VERZUIM, (), (("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),), (), of=2)
        whole = sivi2017.validate(data)
        for size in (1, 2, 3, 17, 1000):
            monkeypatch.setattr(pulling, "_CHUNK", size)
            assert sivi2017.validate_stream(data).findings == whole.findings

    @pytest.mark.parametrize("tolerant", [False, True])
    def test_lines_beyond_those_that_lxml_can_set(self, tolerant: bool) -> None:
        wrong = changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>ABC <"), ("<HndlsnmOrg>Bakkerij", "<HndlsnmOrg> Bakkerij"))
        data = wrong.replace(b"<Wrkgvr>", b"\n" * 70_000 + b"<Wrkgvr>")
        if tolerant:
            data = data.replace(b"<Vrzm>", b"<Nieuw/><Vrzm>")
        whole, parts = both(data, tolerant=tolerant)
        assert parts.findings == whole.findings
        assert {finding.id for finding in parts.findings} >= {"TXT-1"}
        assert min(finding.line or 0 for finding in parts.findings if finding.id == "TXT-1") > 70_000

    @pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 6, 100])
    def test_no_more_findings_than_there_may_be(self, most: int) -> None:
        late = (("<GslchtCd>V<", "<GslchtCd>O<"),)
        wrong = (("<SofiNr>012345672<", "<SofiNr>012345673<"),)
        blank = (("<SignNm>Voorbeeld<", "<SignNm>Voorbeeld <"),)
        data = employees(VERZUIM, late, wrong, blank, late, wrong, of=2)
        assert_same(data, limits=Limits(max_findings=most))
        assert_same(data.replace(b"<VngntJN>", b"<Nieuw/><VngntJN>"), limits=Limits(max_findings=most))


class TestAcrossEmployees:
    """Rules that look at several employees see them all, though there is one at a time."""

    def test_two_employees_with_one_key(self) -> None:
        data = employees(VERZUIM, (), (), ()).replace(b"WN-2", b"WN-0")
        whole, parts = both(data, profile=RuleProfile(requested={"SofiNr"}))
        assert [(finding.id, finding.path) for finding in parts.findings if finding.id == "SLT-1"] == [
            ("SLT-1", "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[3]/IdWrknmr")
        ]
        assert parts.findings == whole.findings

    def test_the_same_key_with_two_employers_is_none_of_it(self) -> None:
        data = employees(VERZUIM, (), of=2)
        assert "SLT-1" not in {finding.id for finding in sivi2017.validate_stream(data).findings}

    def test_more_keys_than_are_held_in_memory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(memory, "_MOST", 3)
        data = employees(VERZUIM, *((),) * 20).replace(b"WN-17", b"WN-2").replace(b"WN-18", b"WN-2")
        whole, parts = both(data)
        assert parts.findings == whole.findings
        assert [finding.path for finding in parts.findings if finding.id == "SLT-1"] == [
            f"/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[{number}]/IdWrknmr" for number in (18, 19)
        ]

    def test_it_may_go_on_in_another_thread(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(memory, "_MOST", 3)
        parts = sivi2017.stream(employees(WERKNEMER, *((),) * 20), rules=True, profile=RuleProfile(requested={"SofiNr"}))
        with ThreadPoolExecutor(4) as pool:
            reports = [pool.submit(next, parts).result().report for _ in range(20)]
        assert all(report.findings == () for report in reports)

    def test_the_file_is_closed_with_the_memory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(memory, "_MOST", 0)
        remembered = memory.DiskMemory()
        remembered["WN-1",] = 1
        file = remembered._file
        assert file is not None
        del remembered
        gc.collect()
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            file.execute("SELECT 1")

    def test_what_goes_to_the_disk_is_no_key(self) -> None:
        remembered = memory.DiskMemory()
        remembered["WN-1",] = 1
        assert b"WN-1" not in b"".join(remembered._numbers)
        assert memory.DiskMemory()._digest(("WN-1",)) != remembered._digest(("WN-1",))


class TestParts:
    def test_each_employee_with_what_stands_around_it(self) -> None:
        data = employees(WERKNEMER, (), (("<Voorl>ABC<", "<Voorl>D<"),), of=2)
        whole: Any = sivi2017.read(data)
        parts = list(sivi2017.stream(data))
        assert [part.path for part in parts] == [
            f"/WerknemerGegevens/Wrkgvr[{employer}]/Wrknmr[{employee}]" for employer in (1, 2) for employee in (1, 2)
        ]
        assert [part.werknemer for part in parts] == [*whole.werkgever[0].werknemer, *whole.werkgever[1].werknemer]
        assert {id(part.bericht_algemeen) for part in parts} == {id(parts[0].bericht_algemeen)}
        assert parts[0].bericht_algemeen == whole.bericht_algemeen
        assert parts[0].werkgever is parts[1].werkgever is not parts[2].werkgever
        assert parts[0].werkgever == replace(whole.werkgever[0], werknemer=[])
        assert all(part.report == Report([], None, "WerknemerGegevens") for part in parts)

    def test_the_line_is_that_of_the_file(self) -> None:
        (part,) = sivi2017.stream(VERZUIM.encode())
        assert part.line == line_of(VERZUIM, "<Wrknmr>")

    def test_a_message_of_one_employee(self) -> None:
        data = employees(VERZUIM, (), ())
        first, second = sivi2017.stream(data)
        whole: Any = sivi2017.read(data)
        werkgever = replace(whole.werkgever[0], werknemer=[whole.werkgever[0].werknemer[1]])
        assert second.message == replace(whole, werkgever=[werkgever])
        assert sivi2017.validate(first.message, rules=False).ok

    def test_nothing_of_a_person_is_shown(self) -> None:
        (part,) = sivi2017.stream(VERZUIM.encode())
        assert repr(part) == "<Part of Verzuimmeldingen, Wrkgvr[1]/Wrknmr[1]: 0 errors, 0 warnings>"

    def test_a_path_and_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "levering.xml"
        path.write_text(VERZUIM)
        with path.open("rb") as file:
            (from_file,) = sivi2017.stream(file)
        (from_path,) = sivi2017.stream(path)
        assert from_path.message == from_file.message == sivi2017.read(path)

    def test_what_is_no_source(self) -> None:
        with pytest.raises(TypeError, match="looks like the message itself"):
            next(sivi2017.stream(VERZUIM))
        with pytest.raises(FileNotFoundError):
            next(sivi2017.stream("er-is-niets.xml"))

    def test_it_reads_no_further_than_it_is_asked(self) -> None:
        text = employees(VERZUIM, *((),) * 500)
        file = io.BytesIO(text)
        next(sivi2017.stream(file))
        assert file.tell() < len(text) / 2


class TestFaults:
    def test_an_employee_with_an_error_is_given_and_refused(self) -> None:
        data = employees(VERZUIM, (), (("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),), ())
        before, wrong, after = sivi2017.stream(data)
        (finding,) = wrong.report.findings
        assert (finding.id, finding.path) == ("XSD-LENGTH", "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[2]/Voorl")
        assert finding in sivi2017.validate(data).findings
        for ask in (lambda: wrong.werknemer, lambda: wrong.message):
            with pytest.raises(InvalidMessage) as caught:
                ask()
            assert caught.value.report is wrong.report
        assert (before.werknemer.identificatie_werknemer, after.werknemer.identificatie_werknemer) == ("WN-0", "WN-2")

    @pytest.mark.parametrize(("tolerant", "finding_id"), [(False, "XSD-UNKNOWN"), (True, "TOL-UNKNOWN")])
    def test_an_employee_with_more_findings_than_are_listed(self, tolerant: bool, finding_id: str) -> None:
        data = employees(VERZUIM, (("<Voorl>", "<Nieuw/><Nieuw/><Nieuw/><Nieuw/><Voorl>"),), (("<Voorl>", "<Nieuw/><Voorl>"),))
        with pytest.warns(sivi2017.DepartureWarning) if tolerant else pytest.raises(InvalidMessage):
            many, one = sivi2017.stream(data, tolerant=tolerant, limits=Limits(max_findings=2))
            assert [finding.id for finding in many.report.findings] == [finding_id, finding_id, "XSD-MANY"]
            assert many.report.findings[-1].path == many.path
            assert [finding.id for finding in one.report.findings] == [finding_id]
            assert many.report.ok == tolerant
            assert many.werknemer.geboortedatum == one.werknemer.geboortedatum

    def test_an_error_behind_more_departures_than_are_listed(self) -> None:
        data = employees(VERZUIM, (("<Voorl>ABC<", f"{'<Nieuw/>' * 9}<Voorl>ABCDEFGHI<"),))
        limits = Limits(max_findings=2)
        with pytest.warns(sivi2017.DepartureWarning):
            (part,) = sivi2017.stream(data, tolerant=True, limits=limits)
        assert not part.report.ok
        assert [finding.id for finding in part.report.findings] == ["TOL-UNKNOWN", "TOL-UNKNOWN", "XSD-MANY"]
        assert not sivi2017.validate_stream(data, tolerant=True, limits=limits).ok

    def test_more_employees_with_an_error_than_findings_are_listed(self) -> None:
        """They are given one at a time, and in the end there is nothing more to tell."""
        data = employees(VERZUIM, *((("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),),) * 4)
        parts = list(sivi2017.stream(data, limits=Limits(max_findings=2)))
        assert [part.report.ok for part in parts] == [False] * 4

    def test_the_first_employee_with_an_error(self) -> None:
        wrong, right = sivi2017.stream(employees(VERZUIM, (("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),), ()))
        assert not wrong.report.ok
        assert right.werknemer.identificatie_werknemer == "WN-1"
        assert wrong.werkgever == right.werkgever

    @pytest.mark.parametrize("end", [b"<Wrknmr><", b"", b"</Verzuimmeldingen>", b"&", b"</Wrkgvr>"])
    def test_a_broken_file_gives_what_came_before_the_fault(self, end: bytes) -> None:
        data = employees(VERZUIM, *((),) * 5)
        broken_off = data[: data.rindex(b"</Wrkgvr>")] + end
        parts = sivi2017.stream(broken_off)
        assert [next(parts).werknemer.identificatie_werknemer for _ in range(5)] == [f"WN-{number}" for number in range(5)]
        with pytest.raises(InvalidMessage) as caught:
            next(parts)
        (finding,) = caught.value.report.findings
        assert finding.id == "XML-SYNTAX"
        assert [finding] == list(sivi2017.validate(broken_off).findings)

    @pytest.mark.parametrize(
        ("change", "finding_id", "path", "line"),
        [
            (("<TestJN>J<", "<TestJN>j<"), "XSD-CODE", "BrAlg/TestJN", "<TestJN>"),
            (("<HndlsnmOrg>Bakkerij Voorbeeld<", "<HndlsnmOrg><"), "XSD-LENGTH", "Wrkgvr[1]/HndlsnmOrg", "<HndlsnmOrg>"),
            (("<IdWrkgvrArbdnst>WG-1</IdWrkgvrArbdnst>", ""), "XSD-MISSING", "Wrkgvr[1]", "<Wrkgvr>"),
            (("    <IdOntvngr>ARBODIENST</IdOntvngr>\n", ""), "XSD-MISSING", "BrAlg", "<BrAlg>"),
        ],
    )
    def test_what_is_wrong_around_the_employees_comes_before_them(
        self, change: tuple[str, str], finding_id: str, path: str, line: str
    ) -> None:
        if finding_id == "XSD-LENGTH":
            change = (change[0], change[1].replace("><", f">{'x' * 101}<"))
        with pytest.raises(InvalidMessage) as caught:
            next(sivi2017.stream(changed(VERZUIM, change)))
        (finding,) = caught.value.report.findings
        assert (finding.id, finding.path) == (finding_id, f"/Verzuimmeldingen/{path}")
        assert finding.line == line_of(VERZUIM, line)

    def test_what_is_wrong_with_the_second_employer_comes_after_the_first(self) -> None:
        data = employees(VERZUIM, (), (), of=2)
        second = data.rindex(b"<IdWrkgvrArbdnst>WG-1<")
        data = data[:second] + data[second:].replace(b"<IdWrkgvrArbdnst>WG-1</IdWrkgvrArbdnst>", b"", 1)
        parts = sivi2017.stream(data)
        assert [next(parts).werkgever.identificatie_werkgever_bij_arbodienst for _ in range(2)] == ["WG-1", "WG-1"]
        with pytest.raises(InvalidMessage) as caught:
            next(parts)
        assert caught.value.report.findings == sivi2017.validate(data, rules=False).findings

    @pytest.mark.parametrize("tolerant", [False, True])
    def test_what_is_wrong_with_the_second_employer_comes_before_its_employees_after_a_wrong_one_too(
        self, tolerant: bool
    ) -> None:
        data = employees(VERZUIM, (("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),), (), of=2)
        second = data.rindex(b"<HndlsnmOrg>Bakkerij Voorbeeld<")
        data = data[:second] + data[second:].replace(b"Bakkerij", b"B" * 101, 1)
        parts = sivi2017.stream(data, tolerant=tolerant)
        assert [next(parts).report.ok for _ in range(2)] == [False, True]
        with pytest.raises(InvalidMessage, match="XSD-LENGTH"):
            next(parts)

    @pytest.mark.parametrize("where", ["</Wrkgvr>", "</Verzuimmeldingen>"])
    def test_what_is_wrong_after_the_employees_comes_after_them(self, where: str) -> None:
        data = changed(VERZUIM, (where, f"<Foo/>{where}"))
        parts = sivi2017.stream(data)
        assert next(parts).report.ok
        with pytest.raises(InvalidMessage) as caught:
            next(parts)
        assert caught.value.report.findings == sivi2017.validate(data, rules=False).findings

    def test_text_between_employees(self) -> None:
        data = employees(VERZUIM, (), (), ()).replace(b"</Wrknmr>\n    <Wrknmr>", b"</Wrknmr>x<Wrknmr>")
        parts = sivi2017.stream(data)
        assert sum(1 for _ in zip(range(3), parts, strict=False)) == 3
        with pytest.raises(InvalidMessage, match="XSD-TEXT"):
            next(parts)

    def test_a_message_without_employees(self) -> None:
        with pytest.raises(InvalidMessage) as caught:
            next(sivi2017.stream(RETOUR.encode()))
        (finding,) = caught.value.report.findings
        assert (finding.id, caught.value.report.kind) == ("STREAM-WHOLE", "Retourmelding1")
        with pytest.raises(InvalidMessage, match="XSD-ROOT"):
            next(sivi2017.stream(b"<a/>"))

    def test_an_employee_that_is_larger_than_may_be(self) -> None:
        limits = Limits(max_bytes=100_000)
        data = employees(VERZUIM, *((),) * 400)
        assert len(data) > 3 * limits.max_bytes
        assert sum(part.report.ok for part in sivi2017.stream(data, limits=limits)) == 400
        large = employees(VERZUIM, *((),) * 400, (("<Voorl>ABC<", f"<Voorl>{'A' * 200_000}<"),))
        with pytest.raises(InvalidMessage, match="XML-SIZE"):
            list(sivi2017.stream(large, limits=limits))

    @pytest.mark.parametrize("between", ["<Foo/>" * 1000, "x" * 6000])
    def test_much_that_stands_between_employees(self, between: str) -> None:
        data = b"".join(employees(VERZUIM, *((),) * 100).replace(b"</Wrknmr>\n", b"</Wrknmr>" + between.encode()).splitlines())
        report = sivi2017.validate_stream(data, limits=Limits(max_bytes=100_000))
        assert [finding.id for finding in report.findings] in (["XML-SIZE"], ["XSD-TEXT"])

    def test_an_entity_that_xml_does_not_know(self) -> None:
        """Lxml says nothing of it where it reads in pieces, and takes what follows for another document."""
        start = VERZUIM[: VERZUIM.index("  </Wrkgvr>")]
        start += " " * (pulling._CHUNK - len(start) - len("&eacute;")) + "&eacute;"
        data = start.encode() + b"<a>Voorbeeld</a>"
        assert_same(data)
        parts = sivi2017.stream(data)
        assert next(parts).report.ok
        with pytest.raises(InvalidMessage, match="an entity that XML does not know"):
            next(parts)

    @pytest.mark.parametrize("size", [1, 100, 100_000])
    @pytest.mark.parametrize(
        "change",
        [
            ("<Vrzm>", "<x:a/><Vrzm>"),
            ("<Vrzm>", "<Vrzm xsi:nil='true'>"),
            ("<Vrzm>", "<Vrzm xmlns:p='urn:u' xmlns:q='urn:u' p:a='' q:a=''>"),
            (">ABC<", ">&nbsp;<"),
        ],
    )
    def test_a_fault_after_which_the_parser_goes_on(
        self, change: tuple[str, str], size: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pulling, "_CHUNK", size)
        data = employees(VERZUIM, (), (change,), ())
        assert_same(data)
        parts = sivi2017.stream(data)
        given: list[sivi2017.Part] = []
        with pytest.raises(InvalidMessage, match="XML-SYNTAX"):
            given.extend(parts)
        assert [part.path for part in given] in ([], ["/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]"])
        assert size > 1 or given


class TestCost:
    """What stays in the tree is not looked at again and again."""

    @pytest.fixture
    def looked_at(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """How many elements were judged each time."""
        numbers: list[int] = []

        def is_valid(root: etree._Element, model: Any, real: Any = verdict.is_valid) -> Any:
            numbers.append(sum(1 for _ in root.iter()))
            return real(root, model)

        monkeypatch.setattr(frame, "is_valid", is_valid)
        return numbers

    def test_with_something_left_out_after_each_employee(self, looked_at: list[int]) -> None:
        data = employees(VERZUIM, *((),) * 50).replace(b"    </Wrknmr>", b"    </Wrknmr><Nieuw/>")
        assert sivi2017.validate_stream(data, tolerant=True, rules=False).ok
        assert len(looked_at) == 3

    @pytest.mark.parametrize("tolerant", [False, True])
    def test_with_something_left_out_after_each_employer(self, tolerant: bool, looked_at: list[int]) -> None:
        data = employees(VERZUIM, (), of=50).replace(b"  </Wrkgvr>", b"</Wrkgvr><Nieuw/>")
        data = data.replace(b"<BrAlg>", b"<BrAlg>" + b"<Nieuw/>" * 500)
        assert sivi2017.validate_stream(data, tolerant=tolerant, rules=False).ok == tolerant
        assert sum(number > 500 for number in looked_at) <= 3

    def test_in_a_message_that_is_wrong(self, looked_at: list[int]) -> None:
        data = employees(VERZUIM, (), of=2).replace(b"  </Wrkgvr>", b"<Wrknmr/><x/>" * 50 + b"</Wrkgvr>")
        assert not sivi2017.validate_stream(data).ok
        assert len(looked_at) <= 3


class TestRules:
    def test_they_are_asked_where_that_is_wanted(self) -> None:
        data = changed(VERZUIM, ("<SofiNr>012345672<", "<SofiNr>012345673<"))
        (plain,) = sivi2017.stream(data)
        (asked,) = sivi2017.stream(data, rules=True)
        assert plain.report.ok
        assert asked.report.findings == sivi2017.validate(data).findings
        with pytest.raises(InvalidMessage, match="BSN-1"):
            _ = asked.werknemer

    def test_an_error_around_the_employees_comes_before_them(self) -> None:
        data = changed(
            VERZUIM, ("    <IdWrkgvrArbdnst>", "    <InschrijvingsnrKvK>0</InschrijvingsnrKvK>\n    <IdWrkgvrArbdnst>")
        )
        severe = RuleProfile(severities={"KVK-1": sivi2017.Severity.ERROR}, requested={"SofiNr"})
        assert [finding.id for finding in sivi2017.validate(data, profile=severe).errors] == ["KVK-1"]
        with pytest.raises(InvalidMessage) as caught:
            next(sivi2017.stream(data, rules=True, profile=severe))
        assert {finding.path for finding in caught.value.report.errors} == {"/Verzuimmeldingen/Wrkgvr[1]/InschrijvingsnrKvK"}


class TestTolerant:
    def test_departures_are_told_of_the_employee_that_has_them(self) -> None:
        data = employees(VERZUIM, (), (("<FsIndFZ>1<", "<FsIndFZ>01<"),))
        with pytest.warns(sivi2017.DepartureWarning, match="departures from the standard in a Verzuimmeldingen"):
            plain, other = sivi2017.stream(data, tolerant=True)
        assert plain.report.findings == ()
        assert [finding.id for finding in other.report.findings] == ["TOL-CODE"]
        assert other.werknemer == replace(plain.werknemer, identificatie_werknemer="WN-1")

    def test_another_namespace(self) -> None:
        data = VERZUIM.encode().replace(b"Verzuimmeldingen/2017", b"Verzuimmeldingen/2019")
        with pytest.warns(sivi2017.DepartureWarning):
            (part,) = sivi2017.stream(data, tolerant=True)
        assert part.message == sivi2017.read(VERZUIM.encode())

    def test_without_departures_there_is_no_warning(self) -> None:
        with warnings.catch_warnings(action="error"):
            (part,) = sivi2017.stream(VERZUIM.encode(), tolerant=True)
        assert part.report.ok

    @pytest.mark.parametrize("moved", ["BrAlg", "AansltnrGeguitwlngArbdnst"])
    def test_what_stands_around_an_employee_must_come_before_it(self, moved: str) -> None:
        root = etree.fromstring(VERZUIM.encode())
        node = next(root.iter(f"{{*}}{moved}"))
        parent = node.getparent()
        assert parent is not None
        parent.append(node)
        data = etree.tostring(root)
        assert_same(data)
        assert sivi2017.validate_stream(data, tolerant=True).ok
        with pytest.raises(InvalidMessage, match="STREAM-WHOLE"):
            next(sivi2017.stream(data, tolerant=True))

    def test_of_a_later_employer_too(self) -> None:
        data = employees(VERZUIM, (), of=2)
        key = b"    <AansltnrGeguitwlngArbdnst>AANSL-1</AansltnrGeguitwlngArbdnst>\n"
        late = data.replace(key, b"").replace(b"  </Wrkgvr>", key + b"  </Wrkgvr>")
        data = data[: data.rindex(b"  <Wrkgvr>")] + late[late.rindex(b"  <Wrkgvr>") :]
        assert (
            sivi2017.validate_stream(data, tolerant=True, rules=False).findings
            == both(data, tolerant=True, rules=False)[0].findings
        )
        assert [finding.id for finding in sivi2017.validate_stream(data, tolerant=True).errors] == ["XSD-ORDER"]
        parts = sivi2017.stream(data, tolerant=True)
        assert next(parts).report.ok
        with pytest.raises(InvalidMessage, match="AansltnrGeguitwlngArbdnst"):
            next(parts)

    def test_optional_parts_that_come_too_late_are_not_lost_in_silence(self) -> None:
        """What was given did not have them."""
        contact = b"<Cntprsn><Persnr>1</Persnr><Achternaam>Voorbeeld</Achternaam><RolCntprsnCd>01</RolCntprsnCd>"
        contact += b"<Com><SrtComCd>01</SrtComCd><NrCom>1</NrCom></Com></Cntprsn>"
        office = b"<AdmKantoor><HndlsnmOrg>Kantoor</HndlsnmOrg></AdmKantoor>"
        for data in (
            employees(VERZUIM, (), ()).replace(b"  </Wrkgvr>", contact + b"</Wrkgvr>"),
            employees(VERZUIM, (), ()).replace(b"</Wrknmr>\n    <Wrknmr>", b"</Wrknmr>" + contact + b"<Wrknmr>"),
            employees(VERZUIM, (), ()).replace(b"</Verzuimmeldingen>", office + b"</Verzuimmeldingen>"),
        ):
            assert_same(data)
            parts = sivi2017.stream(data, tolerant=True)
            assert next(parts).report.ok
            with pytest.raises(InvalidMessage, match=r"XSD-ORDER: .* too late where they are read one at a time"):
                list(parts)

    def test_what_is_left_out(self) -> None:
        strange = '<Wrknmr xmlns="urn:x"/>'
        data = employees(VERZUIM, (), ()).replace(b"    <Wrknmr>", f"    {strange}<Wrknmr>".encode(), 1)
        data = data.replace(b"  <Wrkgvr>", f'  <Wrkgvr xmlns="urn:x">{strange}</Wrkgvr><Wrkgvr>'.encode())
        whole, parts = both(data, tolerant=True, rules=False)
        assert parts.findings == whole.findings
        with pytest.warns(sivi2017.DepartureWarning):
            first, second = sivi2017.stream(data, tolerant=True)
        assert first.path == "/Verzuimmeldingen/Wrkgvr[2]/Wrknmr[2]"
        assert second.path == "/Verzuimmeldingen/Wrkgvr[2]/Wrknmr[3]"

    def test_the_rules_beside_what_is_left_out(self) -> None:
        data = changed(VERZUIM, ("    <IdWrkgvrArbdnst>", "    <Nieuw/><IdWrkgvrArbdnst>"), ("<HndlsnmOrg>", "<HndlsnmOrg> "))
        with pytest.warns(sivi2017.DepartureWarning):
            (part,) = sivi2017.stream(data, tolerant=True, rules=True)
        assert [finding.id for finding in part.report.findings] == ["PRV-2"]


_MEASURE = """
import sys
import sivi2017

class Delivery:
    \"\"\"A file that is made while it is read.\"\"\"

    def __init__(self, text, number):
        start, end = text.index(b"    <Wrknmr>"), text.index(b"    </Wrknmr>") + len(b"    </Wrknmr>\\n")
        self.pieces = self.made(text[:start], text[start:end], text[end:], number)

    def made(self, before, employee, after, number):
        yield before
        for index in range(number // 50):
            yield b"".join(employee.replace(b">WN-1<", b">WN-%d-%d<" % (index, item)) for item in range(50))
        yield after

    def read(self, size):
        return next(self.pieces, b"")

text, number, how = open(sys.argv[1], "rb").read(), int(sys.argv[2]), sys.argv[3]
if how == "stream":
    print(sum(part.report.ok for part in sivi2017.stream(Delivery(text, number))))
else:
    print(sivi2017.validate_stream(Delivery(text, number), profile=sivi2017.RuleProfile(requested={"SofiNr"})).ok)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to measure memory")
@pytest.mark.parametrize("how", ["stream", "validate"])
def test_memory_does_not_grow_with_the_number_of_employees(how: str, tmp_path: Path) -> None:
    file = tmp_path / "een.xml"
    file.write_text(WERKNEMER)
    peaks = []
    for number in (1_000, 30_000):
        command = [sys.executable, "-c", _MEASURE, str(file), str(number), how]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        told, peak = ran.stdout.split()
        assert told in (str(number), "True")
        peaks.append(int(peak))
    assert peaks[1] < peaks[0] + 8_000  # kB
