"""What partners really send is read as the standard means it, and every departure is told."""

from __future__ import annotations

import random
import warnings

import pytest
from conftest import (
    DIENSTVERBANDEN,
    MESSAGES,
    RETOUR,
    VERZUIM,
    WERKNEMER,
    changed,
    check,
    full_message,
    line_of,
    namespace,
    on_one_line,
)
from lxml import etree

import sivi2017
from sivi2017 import DepartureWarning, InvalidMessage, Layer, Limits, Report, Severity, bindings

NS = namespace("Verzuimmeldingen")
WERKNEMER_PATH = "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]"


def tolerantly(data: bytes) -> Report:
    """What a tolerant reader says."""
    return check(data, tolerant=True)


def told(report: Report) -> list[tuple[str, str | None]]:
    """The findings of a report by id and path."""
    return [(finding.id, finding.path) for finding in report.findings]


def read(data: bytes) -> bindings.Message:
    """What a tolerant reader reads, departures and all."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DepartureWarning)
        return sivi2017.read(data, tolerant=True)


def renamed(text: str, name: str) -> str:
    """A message whose root element has another name."""
    root = next(one for one in MESSAGES if f"</{one}>" in text)
    return text.replace(f"<{root} ", f"<{name} ").replace(f"</{root}>", f"</{name}>")


DEPARTURES = {
    "no namespace": (
        changed(VERZUIM, (f' xmlns="{NS}"', "")),
        "<Verzuimmeldingen>",
        "/Verzuimmeldingen",
        f"TOL-NAMESPACE: Verzuimmeldingen: must be in the namespace {NS}, has none; read all the same",
    ),
    "namespace of another edition": (
        changed(VERZUIM, (NS, NS.replace("2017", "2019"))),
        "<Verzuimmeldingen ",
        "/Verzuimmeldingen",
        f"TOL-NAMESPACE: Verzuimmeldingen: must be in the namespace {NS}, has another; read all the same",
    ),
    "namespace with https": (
        changed(VERZUIM, (NS, NS.replace("http:", "https:"))),
        "<Verzuimmeldingen ",
        "/Verzuimmeldingen",
        f"TOL-NAMESPACE: Verzuimmeldingen: must be in the namespace {NS}, has another; read all the same",
    ),
    "namespace of a part": (
        changed(VERZUIM, ("<Wrkgvr>", '<Wrkgvr xmlns="">')),
        "<Wrkgvr ",
        "/Verzuimmeldingen/Wrkgvr[1]",
        "TOL-NAMESPACE: Verzuimmeldingen/Wrkgvr[1] (Werkgever): must be in the namespace of the message; read all the same",
    ),
    "name of the root": (
        renamed(VERZUIM, "Message").encode(),
        "<Message ",
        "/Message",
        "TOL-ROOT: Message: read as Verzuimmeldingen, by its message code",
    ),
    "unknown element": (
        changed(VERZUIM, ("<Gebdat>", "<Nieuw>x</Nieuw><Gebdat>")),
        "<Nieuw>",
        f"{WERKNEMER_PATH}/Nieuw",
        "TOL-UNKNOWN: Wrknmr[1]/Nieuw: is not an element of Wrknmr; left out with all that it holds",
    ),
    "known name in a strange namespace": (
        changed(VERZUIM, ("<Gebdat>", '<SignNm xmlns="urn:x">x</SignNm><Gebdat>')),
        "<SignNm xmlns",
        f"{WERKNEMER_PATH}/SignNm[1]",
        "TOL-UNKNOWN: Wrknmr[1]/SignNm[1]: is not an element of Wrknmr; left out with all that it holds",
    ),
    "order": (
        changed(VERZUIM, ("      <Voorl>ABC</Voorl>\n", ""), ("<SofiNr>", "<Voorl>ABC</Voorl><SofiNr>")),
        "<Voorl>",
        f"{WERKNEMER_PATH}/Voorl",
        (
            "TOL-ORDER: Wrknmr[1]/Voorl (Voorletters): "
            "stands in the wrong place: it comes after SignNm and before Voorv; put there"
        ),
    ),
    "leading zero": (
        changed(VERZUIM, ("<FsIndFZ>1<", "<FsIndFZ>01<")),
        "<FsIndFZ>",
        f"{WERKNEMER_PATH}/Dnstvbnd[1]/FsIndFZ",
        "TOL-CODE: Dnstvbnd[1]/FsIndFZ (Code fase indeling F&Z): a leading zero before the code; read as 1",
    ),
}

departed = pytest.mark.parametrize("data", [data for data, _, _, _ in DEPARTURES.values()], ids=DEPARTURES)


@pytest.mark.parametrize(("data", "line", "path", "sentence"), DEPARTURES.values(), ids=DEPARTURES)
def test_a_known_departure_is_a_warning(data: bytes, line: str, path: str, sentence: str) -> None:
    """With its id, a sentence that says what was done, its line and its whole path; and there is no error."""
    report = tolerantly(data)
    (finding,) = report.findings
    assert report.ok
    assert report.kind == "Verzuimmeldingen"
    assert str(finding) == f"line {line_of(data.decode(), line)}: {sentence}"
    assert (finding.severity, finding.layer, finding.path) == (Severity.WARNING, Layer.XSD, path)


@departed
def test_a_known_departure_is_read_as_the_standard_means_it(data: bytes) -> None:
    assert read(data) == sivi2017.read(VERZUIM.encode())


@departed
def test_a_strict_reader_refuses_a_known_departure(data: bytes) -> None:
    assert not check(data).ok
    with pytest.raises(InvalidMessage):
        sivi2017.read(data)


@departed
def test_what_was_read_tolerantly_is_written_strictly(data: bytes) -> None:
    assert sivi2017.read(sivi2017.write(read(data))) == sivi2017.read(VERZUIM.encode())


@pytest.mark.parametrize("name", MESSAGES)
@pytest.mark.parametrize("times", [1, 2])
def test_where_nothing_is_wrong_a_tolerant_reader_is_as_a_strict_one(name: str, times: int) -> None:
    for text in (MESSAGES[name], full_message(name, times=times)):
        report = tolerantly(text.encode())
        assert report == check(text.encode())
        assert report.findings == ()
        assert sivi2017.read(text.encode(), tolerant=True) == sivi2017.read(text.encode())


@pytest.mark.parametrize("name", MESSAGES)
@pytest.mark.parametrize("root", ["Message", "Bericht", "Verzuimmelding"])
def test_a_message_is_known_by_its_code_where_its_root_is_not(name: str, root: str) -> None:
    data = renamed(MESSAGES[name], root).encode()
    assert told(tolerantly(data)) == [("TOL-ROOT", f"/{root}")]
    assert read(data) == sivi2017.read(MESSAGES[name].encode())


@pytest.mark.parametrize("code", ["00008", "100", "", "0100 "])
def test_a_root_that_is_not_known_with_a_code_that_is_not_is_an_error(code: str) -> None:
    data = changed(renamed(VERZUIM, "Message"), ("<BrCd>00100<", f"<BrCd>{code}<"))
    assert told(tolerantly(data)) == [("XSD-ROOT", "/Message")]


def test_a_root_that_is_not_known_without_a_code_is_an_error() -> None:
    assert told(tolerantly(b"<Message/>")) == [("XSD-ROOT", "/Message")]


def test_the_name_of_the_root_goes_before_the_code() -> None:
    """A message that contradicts itself is refused."""
    data = changed(VERZUIM, ("<BrCd>00100<", "<BrCd>00600<"))
    assert told(tolerantly(data)) == [("XSD-CODE", "/Verzuimmeldingen/BrAlg/BrCd")]


@pytest.mark.parametrize("strange", ["urn:x", "http://www.sivi.org.example.com/", "http://www.w3.org/1999/xhtml"])
@pytest.mark.parametrize("root", ["Verzuimmeldingen", "Message"])
def test_a_root_in_a_strange_namespace_stays_an_error(strange: str, root: str) -> None:
    """And nothing in it is put right, since it may mean anything."""
    data = changed(renamed(VERZUIM, root), (NS, strange), ("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"))
    report = tolerantly(data)
    assert told(report) == [("XSD-NAMESPACE", f"/{root}"), ("XSD-LENGTH", f"/{root}/Wrkgvr[1]/Wrknmr[1]/Voorl")]
    with pytest.raises(InvalidMessage):
        sivi2017.read(data, tolerant=True)


ERRORS = {
    "a value": ("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"),
    "a date": ("1980-02-29", "29-02-1980"),
    "a code": ("<GslchtCd>V<", "<GslchtCd>v<"),
    "a zero too many": ("<VrwrkCd>01<", "<VrwrkCd>001<"),
    "a zero too few": ("<VrwrkCd>01<", "<VrwrkCd>1<"),
    "a comma": ("036.00", "036,00"),
    "something missing": ("      <Gebdat>1980-02-29</Gebdat>\n", ""),
    "something twice": ("<Voorl>ABC</Voorl>", "<Voorl>ABC</Voorl><Voorl>ABC</Voorl>"),
    "text between elements": ("<SofiNr>", "x<SofiNr>"),
    "an attribute": ("<Wrknmr>", '<Wrknmr a="">'),
    "an element within text": ("<Voorl>ABC<", "<Voorl>A<b/><"),
}


@pytest.mark.parametrize("change", ERRORS.values(), ids=ERRORS)
def test_all_else_is_an_error_as_before(change: tuple[str, str]) -> None:
    data = changed(VERZUIM, change)
    assert not check(data).ok
    assert tolerantly(data).findings == check(data).findings


@pytest.mark.parametrize(("text", "read_as"), [("00", "0"), ("000", "0"), ("01", "1"), ("017", "17"), ("0044", "44")])
def test_zeros_before_a_code_without_them(text: str, read_as: str) -> None:
    data = changed(VERZUIM, ("<FsIndFZ>1<", f"<FsIndFZ>{text}<"))
    clean = changed(VERZUIM, ("<FsIndFZ>1<", f"<FsIndFZ>{read_as}<"))
    assert [finding.id for finding in tolerantly(data).findings] == ["TOL-CODE"]
    assert read(data) == sivi2017.read(clean)


@pytest.mark.parametrize("text", ["07", "7", "1 ", " 1", "01 ", "+1"])
def test_what_is_no_code_without_its_zeros_either_is_an_error(text: str) -> None:
    report = tolerantly(changed(VERZUIM, ("<FsIndFZ>1<", f"<FsIndFZ>{text}<")))
    assert [finding.id for finding in report.findings] == ["XSD-CODE"]


@pytest.mark.parametrize("inside", ["", "<b/>"])
def test_nothing_is_no_code(inside: str) -> None:
    """An empty element says nothing; to read it as 0 would be a guess."""
    report = tolerantly(changed(VERZUIM, ("<FsIndFZ>1<", f"<FsIndFZ>{inside}<")))
    assert not report.ok
    assert "TOL-CODE" not in [finding.id for finding in report.findings]


def test_text_after_an_element_that_is_left_out_is_still_seen() -> None:
    """Nothing is dropped without a finding."""
    for change in (("<SofiNr>", "<Nieuw/>los<SofiNr>"), ("</SofiNr>", "</SofiNr><Nieuw/>los")):
        assert told(tolerantly(changed(VERZUIM, change))) == [
            ("XSD-TEXT", WERKNEMER_PATH),
            ("TOL-UNKNOWN", f"{WERKNEMER_PATH}/Nieuw"),
        ]


def test_every_element_that_is_left_out_is_told() -> None:
    """Also those that have the same name, and at every level; what is in them goes with them."""
    data = changed(
        VERZUIM,
        ("<BrAlg>", "<Kop><BrCd>1</BrCd></Kop><BrAlg>"),
        ("<Gebdat>", "<Nieuw/><Nieuw><Gebdat>x</Gebdat></Nieuw><Gebdat>"),
        ("</VngntJN>", "</VngntJN><Einde/>"),
    )
    assert told(tolerantly(data)) == [
        ("TOL-UNKNOWN", "/Verzuimmeldingen/Kop"),
        ("TOL-UNKNOWN", f"{WERKNEMER_PATH}/Nieuw[1]"),
        ("TOL-UNKNOWN", f"{WERKNEMER_PATH}/Nieuw[2]"),
        ("TOL-UNKNOWN", f"{WERKNEMER_PATH}/Dnstvbnd[1]/Vrzm[1]/Einde"),
    ]
    assert read(data) == sivi2017.read(VERZUIM.encode())


def test_elements_of_one_name_keep_their_order_when_others_move() -> None:
    """Two employees, and what belongs before them at the end."""
    start, end = VERZUIM.index("    <Wrknmr>"), VERZUIM.index("  </Wrkgvr>")
    first = VERZUIM[start:end]
    second = first.replace("WN-1", "WN-2")
    name = "    <HndlsnmOrg>Bakkerij Voorbeeld</HndlsnmOrg>\n"
    clean = VERZUIM.replace(first, first + second).encode()
    data = VERZUIM.replace(name, "").replace(first, first + second + name).encode()
    assert told(tolerantly(data)) == [("TOL-ORDER", "/Verzuimmeldingen/Wrkgvr[1]/HndlsnmOrg")]
    assert read(data) == sivi2017.read(clean)


def test_a_departure_and_an_error_are_both_told() -> None:
    data = changed(VERZUIM, (f' xmlns="{NS}"', ""), ("<Voorl>ABC<", "<Voorl>ABCDEFGHI<"))
    report = tolerantly(data)
    assert told(report) == [("TOL-NAMESPACE", "/Verzuimmeldingen"), ("XSD-LENGTH", f"{WERKNEMER_PATH}/Voorl")]
    assert (len(report.errors), len(report.warnings)) == (1, 1)
    with pytest.raises(InvalidMessage) as caught:
        sivi2017.read(data, tolerant=True)
    assert caught.value.report == report


def test_findings_of_both_kinds_are_in_document_order() -> None:
    data = changed(VERZUIM, ("<TestJN>J<", "<TestJN>j<"), ("<FsIndFZ>1<", "<FsIndFZ>01<"), ("<PrcVrzm>100.00<", "<PrcVrzm>1<"))
    assert [finding.id for finding in tolerantly(data).findings] == ["XSD-CODE", "TOL-CODE", "XSD-PATTERN"]


def test_findings_of_both_kinds_are_in_document_order_in_a_file_of_one_line() -> None:
    data = changed(VERZUIM, ("<TestJN>J<", "<TestJN>j<"), ("<FsIndFZ>1<", "<FsIndFZ>01<"), ("<PrcVrzm>100.00<", "<PrcVrzm>1<"))
    assert [finding.id for finding in tolerantly(on_one_line(data.decode()).encode()).findings] == [
        "XSD-CODE",
        "TOL-CODE",
        "XSD-PATTERN",
    ]


def test_a_path_leads_to_the_same_element_of_the_file_in_every_finding() -> None:
    """The second of two employees is the second, though the first is not one of ours."""
    data = changed(VERZUIM, ("    <Wrknmr>", '    <Wrknmr xmlns="urn:x"/>\n    <Wrknmr>'), ("<Voorl>ABC<", "<Voorl>A1<"))
    assert told(tolerantly(data)) == [
        ("TOL-UNKNOWN", "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]"),
        ("XSD-PATTERN", "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[2]/Voorl"),
    ]


def test_departures_are_limited_too() -> None:
    data = changed(VERZUIM, ("<Gebdat>", "<Nieuw/>" * 50 + "<Gebdat>"))
    assert len(check(data, tolerant=True, limits=Limits(max_findings=10)).findings) == 11


def test_many_departures_are_as_readable_as_few() -> None:
    """How many are listed says nothing of the message."""
    data = changed(VERZUIM, ("<Gebdat>", "<Nieuw/>" * 50 + "<Gebdat>"))
    assert check(data, tolerant=True, limits=Limits(max_findings=10)).ok


def test_too_many_levels_stay_an_error() -> None:
    data = changed(VERZUIM, ("<Voorl>ABC<", f"<Voorl>{'<a>' * 40}{'</a>' * 40}<"))
    assert [finding.id for finding in tolerantly(data).findings] == ["XML-DEPTH"]


def test_reading_warns_once_of_all_departures() -> None:
    """At the line that called, with their number and no value."""
    data = changed(VERZUIM, (f' xmlns="{NS}"', ""), ("<FsIndFZ>1<", "<FsIndFZ>01<"))
    with pytest.warns(DepartureWarning) as caught:
        sivi2017.read(data, tolerant=True)
    (warning,) = caught
    assert str(warning.message) == (
        "2 departures from the standard in a Verzuimmeldingen; validate() with tolerant=True tells more"
    )
    assert warning.filename == __file__


def shuffled(data: bytes, seed: int) -> bytes:
    """A message whose elements stand in another order, those of one name in their own."""
    chance = random.Random(seed)  # noqa: S311 - a shuffle that can be repeated
    root = etree.fromstring(data)
    for node in list(root.iter()):
        tags = list(dict.fromkeys(child.tag for child in node))
        chance.shuffle(tags)
        node[:] = sorted(node, key=lambda child: tags.index(child.tag))
    return etree.tostring(root)


@pytest.mark.parametrize("name", MESSAGES)
@pytest.mark.parametrize("seed", range(5))
def test_all_departures_together_are_read_as_the_clean_message(name: str, seed: int) -> None:
    """A root of another name without a namespace, elements in any order, strange ones among them, a zero before a code."""
    clean = full_message(name, times=2)
    text = clean.replace("<FsIndFZ>0<", "<FsIndFZ>00<").replace("<BrAlg>", "<Oud/><BrAlg><Nieuw>1</Nieuw>")
    text = text.replace(f"<{name} ", "<Message ").replace(f"</{name}>", "</Message>").replace(f' xmlns="{namespace(name)}"', "")
    data = shuffled(text.encode(), seed)
    report = tolerantly(data)
    assert report.ok
    assert report.message == sivi2017.read(clean.encode())
    expected = {"TOL-ROOT", "TOL-NAMESPACE", "TOL-UNKNOWN", "TOL-ORDER"} | ({"TOL-CODE"} if "FsIndFZ" in text else set())
    assert {finding.id for finding in report.findings} == expected


@pytest.mark.parametrize("text", [VERZUIM, WERKNEMER, DIENSTVERBANDEN, RETOUR], ids=MESSAGES)
def test_a_message_of_2019_is_read(text: str) -> None:
    """Its root is called Message and has no namespace at all."""
    name = next(one for one in MESSAGES if f"</{one}>" in text)
    data = changed(renamed(text, "Message"), (f' xmlns="{namespace(name)}"', ""))
    assert [finding.id for finding in tolerantly(data).findings] == ["TOL-ROOT", "TOL-NAMESPACE"]
    assert read(data) == sivi2017.read(text.encode())
