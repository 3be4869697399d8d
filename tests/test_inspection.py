"""Everything that is wrong with a message is told: what, where and in which line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, product

import pytest
from attrs import evolve
from conftest import MESSAGES, RETOUR, VERZUIM, changed, check, line_of, namespace, on_one_line
from lxml import etree

import sivi2017
from sivi2017 import Layer, Limits, Report, Severity
from sivi2017.schema.checking import schema_findings
from sivi2017.schema.inspection import misplaced
from sivi2017.schema.model import Element, MessageModel, message_model
from sivi2017.schema.verdict import is_valid

WERKNEMER = "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]"
DIENSTVERBAND = f"{WERKNEMER}/Dnstvbnd[1]"
VERZUIMGEVAL = f"{DIENSTVERBAND}/Vrzm[1]"
KOP = "/Verzuimmeldingen/BrAlg"


def told(report: Report) -> list[tuple[str, str | None]]:
    """The findings of a report by id and path."""
    return [(finding.id, finding.path) for finding in report.findings]


@pytest.mark.parametrize("name", MESSAGES)
def test_a_valid_message_has_no_findings(name: str) -> None:
    report = check(MESSAGES[name].encode())
    assert report.findings == ()
    assert report.kind == name


@pytest.mark.parametrize(
    ("change", "line", "path", "sentence"),
    [
        (
            ("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),
            "<Voorl>",
            f"{WERKNEMER}/Voorl",
            "XSD-LENGTH: Wrknmr[1]/Voorl (Voorletters): at most 6 characters, has 9",
        ),
        (
            ("<Voorl>ABC<", "<Voorl>A1<"),
            "<Voorl>",
            f"{WERKNEMER}/Voorl",
            "XSD-PATTERN: Wrknmr[1]/Voorl (Voorletters): must have no digits, has 1",
        ),
        (
            ("1980-02-29", "1981-02-29"),
            "<Gebdat>",
            f"{WERKNEMER}/Gebdat",
            (
                "XSD-VALUE: Wrknmr[1]/Gebdat (Geboortedatum): must be a day that exists, written as yyyy-mm-dd; "
                "has the form 9999-99-99"
            ),
        ),
        (
            ("<PrcVrzm>100.00<", "<PrcVrzm>100<"),
            "<PrcVrzm>",
            f"{VERZUIMGEVAL}/PrcVrzm",
            (
                "XSD-PATTERN: Vrzm[1]/PrcVrzm (Percentage verzuim): must be at most four digits, a point and two digits, "
                "such as 36.00; has the form 999"
            ),
        ),
        (
            ("<GslchtCd>V<", "<GslchtCd>X<"),
            "<GslchtCd>",
            f"{WERKNEMER}/GslchtCd",
            "XSD-CODE: Wrknmr[1]/GslchtCd (Geslachtsaanduiding, code): must be one of M, O, V; has X",
        ),
        (
            ("<BrCd>00100<", "<BrCd>00600<"),
            "<BrCd>",
            f"{KOP}/BrCd",
            "XSD-CODE: BrAlg/BrCd (Bericht, code): must be 00100; has 00600",
        ),
        (
            ("      <Gebdat>1980-02-29</Gebdat>\n", ""),
            "<Wrknmr>",
            WERKNEMER,
            "XSD-MISSING: Wrkgvr[1]/Wrknmr[1] (Werknemer): Gebdat (Geboortedatum) is missing",
        ),
        (
            ("<Gebdat>", "<Foo>x</Foo><Gebdat>"),
            "<Foo>",
            f"{WERKNEMER}/Foo",
            "XSD-UNKNOWN: Wrknmr[1]/Foo: is not an element of Wrknmr",
        ),
        (
            ("<Voorl>ABC<", "<Voorl><b>ABC</b><"),
            "<Voorl>",
            f"{WERKNEMER}/Voorl/b",
            "XSD-UNKNOWN: Voorl/b: an element with text holds no other elements",
        ),
        (
            ("<Gebdat>", "x<Gebdat>"),
            "<Wrknmr>",
            WERKNEMER,
            "XSD-TEXT: Wrkgvr[1]/Wrknmr[1] (Werknemer): holds other elements, so text between them is not allowed",
        ),
        (
            ("</SofiNr>", "</SofiNr>x"),
            "<Wrknmr>",
            WERKNEMER,
            "XSD-TEXT: Wrkgvr[1]/Wrknmr[1] (Werknemer): holds other elements, so text between them is not allowed",
        ),
        (
            ("<Wrknmr>", '<Wrknmr soort="x">'),
            "<Wrknmr ",
            WERKNEMER,
            "XSD-ATTRIBUTE: Wrkgvr[1]/Wrknmr[1] (Werknemer): attribute soort is not allowed here",
        ),
        (
            ("<Voorl>", '<Voorl xml:lang="nl">'),
            "<Voorl ",
            f"{WERKNEMER}/Voorl",
            "XSD-ATTRIBUTE: Wrknmr[1]/Voorl (Voorletters): attribute lang is not allowed here",
        ),
        (
            ("<Voorl>ABC<", "<Voorl>ABC</Voorl><Voorl>DEF<"),
            "<Voorl>ABC",
            f"{WERKNEMER}/Voorl[2]",
            "XSD-REPEATED: Wrknmr[1]/Voorl[2] (Voorletters): at most 1 allowed, has 2",
        ),
        (
            ("<Voorl>", '<Voorl xmlns="urn:x">'),
            "<Voorl ",
            f"{WERKNEMER}/Voorl",
            "XSD-NAMESPACE: Wrknmr[1]/Voorl (Voorletters): must be in the namespace of the message",
        ),
        (
            (f'"{namespace("Verzuimmeldingen")}"', '"urn:x"'),
            "<Verzuimmeldingen ",
            "/Verzuimmeldingen",
            f"XSD-NAMESPACE: Verzuimmeldingen: must be in the namespace {namespace('Verzuimmeldingen')}, has another",
        ),
        (
            (f' xmlns="{namespace("Verzuimmeldingen")}"', ""),
            "<Verzuimmeldingen>",
            "/Verzuimmeldingen",
            f"XSD-NAMESPACE: Verzuimmeldingen: must be in the namespace {namespace('Verzuimmeldingen')}, has none",
        ),
    ],
)
def test_one_fault_gives_one_finding(change: tuple[str, str], line: str, path: str, sentence: str) -> None:
    """With its id, a sentence that names the element in Dutch, its line and its whole path."""
    data = changed(VERZUIM, change)
    report = check(data)
    assert told(report) == [(sentence.split(":", maxsplit=1)[0], path)]
    (finding,) = report.findings
    assert finding.line == line_of(data.decode(), line)
    assert str(finding) == f"line {finding.line}: {sentence}"
    assert (finding.severity, finding.layer) == (Severity.ERROR, Layer.XSD)
    with pytest.raises(sivi2017.InvalidMessage):
        sivi2017.read(data)


def moved(text: str, tag: str, before: str) -> bytes:
    """A message in which one line stands before another."""
    lines = text.splitlines(keepends=True)
    (line,) = [line for line in lines if f"<{tag}>" in line]
    lines.remove(line)
    lines.insert(next(index for index, other in enumerate(lines) if f"<{before}>" in other), line)
    return "".join(lines).encode()


@pytest.mark.parametrize(
    ("tag", "before", "path", "place"),
    [
        ("SofiNr", "IdWrknmr", f"{WERKNEMER}/SofiNr", "it comes after IngdatMut and before Gebdat"),
        ("IdWrknmr", "SofiNr", f"{WERKNEMER}/IdWrknmr", "it comes after NivOpldngCd and before IdWrknmrOud"),
        ("BrCd", "TestJN", f"{KOP}/BrCd", "it comes first in BrAlg"),
        ("OntvngstbevJN", "BrCd", f"{KOP}/OntvngstbevJN", "it comes after TestJN"),
    ],
)
def test_the_one_element_that_stands_in_the_wrong_place_is_named(tag: str, before: str, path: str, place: str) -> None:
    """Not the ones that it passed; and the sentence says where it belongs."""
    data = moved(VERZUIM, tag, before)
    report = check(data)
    assert told(report) == [("XSD-ORDER", path)]
    assert report.findings[0].message.endswith(f": stands in the wrong place: {place}")
    assert report.findings[0].line == line_of(data.decode(), f"<{tag}>")


def in_order(positions: Sequence[int], out: Collection[int]) -> bool:
    """Whether a list rises when some of it is left out."""
    rest = [position for index, position in enumerate(positions) if index not in out]
    return rest == sorted(rest)


def test_the_fewest_elements_that_must_move_are_named() -> None:
    """Of every list of five: without those it rises, and leaving out fewer is never enough."""
    for positions in product(range(4), repeat=5):
        out = misplaced(list(positions))
        fewest = next(size for size in range(5) if any(in_order(positions, some) for some in combinations(range(5), size)))
        assert in_order(positions, out)
        assert len(out) == fewest


def test_no_elements_are_in_order() -> None:
    assert misplaced([]) == set()


def test_an_unknown_element_does_not_put_the_others_out_of_order() -> None:
    report = check(changed(VERZUIM, ("<Gebdat>", "<Foo/><Gebdat>"), ("<Voorl>", "<Bar/><Voorl>")))
    assert told(report) == [("XSD-UNKNOWN", f"{WERKNEMER}/Foo"), ("XSD-UNKNOWN", f"{WERKNEMER}/Bar")]


def test_what_an_unknown_element_holds_is_not_looked_at() -> None:
    report = check(changed(VERZUIM, ("<Gebdat>", "<Foo a='1'>x<Gebdat>y</Gebdat></Foo><Gebdat>")))
    assert told(report) == [("XSD-UNKNOWN", f"{WERKNEMER}/Foo")]


def test_elements_of_the_same_name_are_numbered_where_there_are_more() -> None:
    report = check(changed(VERZUIM, ("<Gebdat>", "<Foo/><Bar/><Foo/><Gebdat>")))
    assert [finding.path for finding in report.findings] == [f"{WERKNEMER}/{step}" for step in ("Foo[1]", "Bar", "Foo[2]")]


def test_elements_within_text_are_numbered_as_elsewhere() -> None:
    report = check(changed(VERZUIM, ("<Voorl>ABC<", "<Voorl><b/><b/><")))
    assert [finding.path for finding in report.findings] == [f"{WERKNEMER}/Voorl/b[1]", f"{WERKNEMER}/Voorl/b[2]"]


def test_more_than_the_schema_allows_is_told_once() -> None:
    """At the first one too many, with how many there are."""
    adres = "<StrAdrNl><SrtAdrsCd>01</SrtAdrsCd><Pc>1234AB</Pc><Wnpl>Voorbeeld</Wnpl><Huisnr>1</Huisnr></StrAdrNl>"
    report = check(changed(VERZUIM, ("</AansltnrGeguitwlngArbdnst>", f"</AansltnrGeguitwlngArbdnst>{adres * 12}")))
    assert told(report) == [("XSD-REPEATED", "/Verzuimmeldingen/Wrkgvr[1]/StrAdrNl[10]")]
    assert report.findings[0].message.endswith("(Straatadres Nederland): at most 9 allowed, has 12")


def test_as_many_as_the_schema_allows_are_no_fault() -> None:
    adres = "<StrAdrNl><SrtAdrsCd>01</SrtAdrsCd><Pc>1234AB</Pc><Wnpl>Voorbeeld</Wnpl><Huisnr>1</Huisnr></StrAdrNl>"
    data = changed(VERZUIM, ("</AansltnrGeguitwlngArbdnst>", f"</AansltnrGeguitwlngArbdnst>{adres * 9}"))
    assert check(data).ok


def test_a_namespace_is_told_where_it_changes_and_not_below() -> None:
    report = check(changed(VERZUIM, ("<Wrkgvr>", '<Wrkgvr xmlns="urn:x">')))
    assert told(report) == [("XSD-NAMESPACE", "/Verzuimmeldingen/Wrkgvr[1]")]


@pytest.mark.parametrize("hint", ["schemaLocation", "noNamespaceSchemaLocation"])
def test_where_a_sender_has_its_schema_is_no_fault(hint: str) -> None:
    instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    assert check(changed(VERZUIM, ("<BrAlg>", f'<BrAlg {instance} xsi:{hint}="urn:x x.xsd">'))).ok
    report = check(changed(VERZUIM, ("<BrAlg>", f'<BrAlg {instance} xsi:{hint}="urn:x x.xsd" x="">')))
    assert told(report) == [("XSD-ATTRIBUTE", KOP)]


@pytest.mark.parametrize("attribute", ['nil="true"', 'nil="false"', 'type="Achternaam"'])
def test_other_attributes_of_schema_instances_are_faults(attribute: str) -> None:
    instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    report = check(changed(VERZUIM, ("<SignNm>", f"<SignNm {instance} xsi:{attribute}>")))
    assert told(report) == [("XSD-ATTRIBUTE", f"{WERKNEMER}/SignNm")]


MANY_FAULTS = (
    ("<VnrBrCd>00007<", "<VnrBrCd>7<"),
    ("09:15:00", "9.15"),
    ("<TestJN>J<", "<TestJN>j<"),
    ("<HndlsnmOrg>", "<Vreemd/><HndlsnmOrg>"),
    ("<Wrknmr>", '<Wrknmr id="1">'),
    ("<SofiNr>012345672<", "<SofiNr>01234567890<"),
    ("      <Gebdat>1980-02-29</Gebdat>\n", ""),
    ("<Voorl>ABC</Voorl>", "<Voorl>A1</Voorl><Voorl>ABCDEFG</Voorl>"),
    ("<FsIndFZ>1<", "<FsIndFZ>01<"),
    ("      <Dnstvbnd>", "      los <Dnstvbnd>"),
    ("036.00", "036,00"),
    ("<VrzmgvlVnrMld>1<", "<VrzmgvlVnrMld>1234<"),
    ("<PrcVrzm>100.00<", "<PrcVrzm>100.0<"),
)

ALL_TOLD = [
    ("XSD-LENGTH", f"{KOP}/VnrBrCd"),
    ("XSD-VALUE", f"{KOP}/AantijdBr"),
    ("XSD-CODE", f"{KOP}/TestJN"),
    ("XSD-UNKNOWN", "/Verzuimmeldingen/Wrkgvr[1]/Vreemd"),
    ("XSD-ATTRIBUTE", WERKNEMER),
    ("XSD-TEXT", WERKNEMER),
    ("XSD-MISSING", WERKNEMER),
    ("XSD-LENGTH", f"{WERKNEMER}/SofiNr"),
    ("XSD-PATTERN", f"{WERKNEMER}/Voorl[1]"),
    ("XSD-REPEATED", f"{WERKNEMER}/Voorl[2]"),
    ("XSD-LENGTH", f"{WERKNEMER}/Voorl[2]"),
    ("XSD-CODE", f"{DIENSTVERBAND}/FsIndFZ"),
    ("XSD-VALUE", f"{DIENSTVERBAND}/CntrctUrnWk"),
    ("XSD-LENGTH", f"{VERZUIMGEVAL}/VrzmgvlVnrMld"),
    ("XSD-PATTERN", f"{VERZUIMGEVAL}/PrcVrzm"),
]


@pytest.mark.parametrize("layout", [str, on_one_line], ids=["indented", "on one line"])
def test_many_faults_are_all_told_in_document_order(layout: type[str]) -> None:
    report = check(layout(changed(VERZUIM, *MANY_FAULTS).decode()).encode())
    assert told(report) == ALL_TOLD
    lines = [finding.line or 0 for finding in report.findings]
    assert lines == sorted(lines)


def test_a_line_is_the_one_in_the_file_however_long_that_is() -> None:
    data = changed(VERZUIM, ("<BrAlg>", "\n" * 100_000 + "<BrAlg>"), ("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"))
    (finding,) = check(data).findings
    assert finding.line == line_of(data.decode(), "<Voorl>") > 100_000


def test_the_findings_may_be_limited_and_one_more_says_so() -> None:
    report = check(changed(VERZUIM, *MANY_FAULTS), limits=Limits(max_findings=3))
    assert told(report) == [*ALL_TOLD[:3], ("XSD-MANY", "/Verzuimmeldingen")]
    assert report.findings[-1].message == "more than 3 findings; the others are not listed"
    assert report.findings[-1].line == check(changed(VERZUIM, *MANY_FAULTS)).findings[3].line


def test_as_many_findings_as_the_limit_are_all_listed() -> None:
    report = check(changed(VERZUIM, *MANY_FAULTS), limits=Limits(max_findings=len(ALL_TOLD)))
    assert told(report) == ALL_TOLD


def test_what_can_be_read_is_read_in_spite_of_faults() -> None:
    """A value that does not fit is None, an element that has no place is passed over, the first of two is taken."""
    report = check(changed(VERZUIM, *MANY_FAULTS))
    message = report.message
    assert isinstance(message, sivi2017.bindings.Verzuimmeldingen)
    werknemer = message.werkgever[0].werknemer[0]
    assert werknemer.significant_deel_van_de_achternaam == "Voorbeeld"
    assert werknemer.voorletters == "A1"
    assert werknemer.geboortedatum is None
    assert message.bericht_algemeen.aanmaaktijd_bericht is None
    assert message.bericht_algemeen.test is None


def test_a_root_element_that_is_no_message_is_told() -> None:
    report = check(b"\n<Polis><BrAlg/></Polis>")
    assert told(report) == [("XSD-ROOT", "/Polis")]
    assert str(report.findings[0]) == (
        "line 2: XSD-ROOT: the root element is none of Verzuimmeldingen, WerknemerGegevens, Dienstverbanden, Retourmelding1"
    )
    assert (report.kind, report.message) == (None, None)


def test_a_type_that_says_what_the_schema_says_is_no_fault() -> None:
    """It is allowed where nothing is wrong, so it must not be told of where something else is."""
    hint = '<BrAlg xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="{}">'
    wrong = ("<Voorl>ABC<", "<Voorl>ABCDEFG<")
    own = check(changed(VERZUIM, ("<BrAlg>", hint.format("BerichtAlgemeen")), wrong))
    assert [finding.id for finding in own.findings] == ["XSD-LENGTH"]
    other = check(changed(VERZUIM, ("<BrAlg>", hint.format("Werkgever")), wrong))
    assert [finding.id for finding in other.findings] == ["XSD-ATTRIBUTE", "XSD-LENGTH"]


def test_a_very_long_name_is_shown_as_far_as_a_person_needs_it() -> None:
    name, attribute = "N" * 1000, "a" * 1000
    report = check(changed(VERZUIM, ("<Gebdat>", f'<{name} {attribute}=""/><Gebdat {attribute}="">')))
    assert [finding.id for finding in report.findings] == ["XSD-UNKNOWN", "XSD-ATTRIBUTE"]
    assert all(len(finding.message) < 200 and len(finding.path or "") < 200 for finding in report.findings)
    assert f"{'N' * 60}…" in report.findings[0].message


# Rounded to a floating-point number, as libxml2 does, these seconds are sixty.
ALMOST_SIXTY = changed(VERZUIM, ("09:15:00", "09:15:59.99999999999999999999"))


def test_what_only_libxml2_refuses_is_told_all_the_same() -> None:
    report = check(ALMOST_SIXTY)
    assert told(report) == [("XSD-OTHER", "/Verzuimmeldingen")]
    assert report.findings[0].message.startswith("unfit for the schema: SCHEMAV_")
    assert report.findings[0].line == line_of(ALMOST_SIXTY.decode(), "<AantijdBr>")


def test_a_model_that_asks_for_less_than_the_schema_does_not_make_a_message_valid() -> None:
    """The verdict is libxml2's, and never silent: every one of its errors is told where the model sees none."""

    def without_minimum(element: Element) -> Element:
        return evolve(element, minimum=0, children=tuple(without_minimum(child) for child in element.children))

    model = message_model("Retourmelding1")
    lenient = MessageModel(model.name, model.namespace, model.code, without_minimum(model.root))
    root = etree.fromstring(changed(RETOUR, ("    <SrtFoutCd>99</SrtFoutCd>\n", "")))
    assert not is_valid(root, lenient)
    findings = schema_findings(root, lenient)
    assert [finding.id for finding in findings] == ["XSD-OTHER"]
    assert findings[0].message == "unfit for the schema: SCHEMAV_ELEMENT_CONTENT"


@pytest.mark.parametrize(
    "change",
    [
        ("<Gebdat>1980-02-29<", "<Gebdat> 1980-02-29\n<"),
        ("<AantijdBr>09:15:00<", "<AantijdBr>\t09:15:00 <"),
    ],
)
def test_blanks_around_a_date_or_time_mean_nothing(change: tuple[str, str]) -> None:
    """XML Schema says so; libxml2 refuses them by itself."""
    data = changed(VERZUIM, change)
    assert not is_valid(etree.fromstring(data), message_model("Verzuimmeldingen"))
    assert check(data).findings == ()
    assert sivi2017.read(data) == sivi2017.read(VERZUIM.encode())
