"""Findings, reports and exceptions say what is wrong, and can be kept, copied and sent elsewhere."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from conftest import VERZUIM, changed

import sivi2017
from sivi2017 import DepartureWarning, Finding, InvalidMessage, Layer, Report, Severity, SiviError
from sivi2017.errors import InvalidValue

ERROR = Finding("XSD-X", Severity.ERROR, Layer.XSD, "een: is wrong", 3, "/een")
WARNING = Finding("TOL-X", Severity.WARNING, Layer.XSD, "twee: is unusual", None, "/twee")


def many(number: int) -> Report:
    """A report with a number of errors, and a warning before them."""
    errors = [Finding("XSD-X", Severity.ERROR, Layer.XSD, f"number {line}", line) for line in range(1, number + 1)]
    return Report([WARNING, *errors], kind="Verzuimmeldingen")


def test_a_finding_is_a_line_of_text() -> None:
    assert str(ERROR) == "line 3: XSD-X: een: is wrong"
    assert str(WARNING) == "TOL-X: twee: is unusual"


def test_a_finding_is_a_value() -> None:
    """It equals another that says the same, can stand in a set, and does not change."""
    twin = Finding("XSD-X", Severity.ERROR, Layer.XSD, "een: is wrong", 3, "/een")
    assert {ERROR, twin} == {ERROR}
    assert twin != WARNING
    with pytest.raises(FrozenInstanceError):
        twin.line = 4  # type: ignore[misc]  # the point of the test


def test_severity_and_layer_are_their_own_text() -> None:
    assert json.dumps([*Severity, *Layer]) == '["error", "warning", "xml", "xsd", "rule"]'
    assert f"{Severity.ERROR} in {Layer.XSD}" == "error in xsd"


def test_a_report_separates_errors_and_warnings() -> None:
    report = Report([WARNING, ERROR, WARNING])
    assert report.findings == (WARNING, ERROR, WARNING)
    assert report.errors == (ERROR,)
    assert report.warnings == (WARNING, WARNING)


@pytest.mark.parametrize(("findings", "ok"), [([], True), ([WARNING], True), ([ERROR], False), ([WARNING, ERROR], False)])
def test_a_report_is_ok_without_errors(findings: list[Finding], ok: bool) -> None:
    assert Report(findings).ok is ok


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (Report([]), "<Report of no known message: 0 errors, 0 warnings>"),
        (Report([ERROR, WARNING], kind="Retourmelding1"), "<Report of Retourmelding1: 1 error, 1 warning>"),
        (many(2), "<Report of Verzuimmeldingen: 2 errors, 1 warning>"),
        (Report([WARNING, WARNING]), "<Report of no known message: 0 errors, 2 warnings>"),
    ],
)
def test_a_report_shows_how_many_findings_it_has(report: Report, text: str) -> None:
    assert repr(report) == text
    assert str(report) == text


@pytest.mark.parametrize(
    ("errors", "first", "last"),
    [
        (1, "1 error in the message:", "line 1: XSD-X: number 1"),
        (2, "2 errors in the message:", "line 2: XSD-X: number 2"),
        (10, "10 errors in the message:", "line 10: XSD-X: number 10"),
        (11, "11 errors in the message:", "and 1 more in .report"),
        (250, "250 errors in the message:", "and 240 more in .report"),
    ],
)
def test_an_exception_tells_the_first_ten_errors(errors: int, first: str, last: str) -> None:
    """And how many there are; a warning is no reason to refuse a message."""
    error = InvalidMessage(many(errors))
    lines = str(error).split("\n")
    assert (lines[0], lines[-1]) == (first, last)
    assert len(lines) == 1 + min(errors, 10) + (errors > 10)
    assert "TOL-X" not in str(error)


def test_an_exception_shows_no_more_than_its_report() -> None:
    assert repr(InvalidMessage(many(3))) == "InvalidMessage(<Report of Verzuimmeldingen: 3 errors, 1 warning>)"


def test_all_that_is_raised_on_purpose_has_one_base() -> None:
    assert issubclass(InvalidMessage, SiviError)
    assert not issubclass(SiviError, ValueError | TypeError | OSError)
    assert issubclass(DepartureWarning, UserWarning)
    with pytest.raises(SiviError):
        sivi2017.read(b"")


def test_a_refused_value_has_one_sentence_for_each_fault() -> None:
    error = InvalidValue(sentence for sentence in ("Adres.postcode: is empty", "Adres.huisnummer: is missing"))
    assert error.faults == ("Adres.postcode: is empty", "Adres.huisnummer: is missing")
    assert str(error) == "Adres.postcode: is empty\nAdres.huisnummer: is missing"
    assert pickle.loads(pickle.dumps(error)).faults == error.faults  # noqa: S301 - made here


def refused() -> InvalidMessage:
    """The refusal of a message that could be read in part."""
    with pytest.raises(InvalidMessage) as caught:
        sivi2017.read(changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<"), ("09:15:00", "09:15:00.0"), ("<TestJN>J<", "<TestJN>?<")))
    return caught.value


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_reports_and_exceptions_go_from_one_process_to_another(protocol: int) -> None:
    """With their findings and with what could be read."""
    error = refused()
    again = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - made here
    assert type(again) is InvalidMessage
    assert str(again) == str(error)
    assert again.report == error.report
    message: Any = again.report.message
    assert message.bericht_algemeen.test is None
    assert sivi2017.write(message, check=False) == sivi2017.write(error.report.message, check=False)  # type: ignore[arg-type]  # there is one


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy])
def test_reports_and_exceptions_can_be_copied(twin: Any) -> None:
    error = refused()
    assert twin(error).report == error.report
    assert str(twin(error)) == str(error)


def test_a_report_is_a_report_of_its_own() -> None:
    """What is appended to a list afterwards does not change it."""
    findings = [ERROR]
    report = Report(findings)
    findings.append(WARNING)
    assert report.findings == (ERROR,)
