"""The three forms in which ``validate`` tells what it found."""

from __future__ import annotations

import json
from collections.abc import Container
from typing import Any, Protocol

from attrs import define, field
from lxml import etree

from sivi2017.bulk.files import FileReport
from sivi2017.cli.terminal import visible
from sivi2017.report import Finding, Severity

__all__ = ["Form", "Json", "Junit", "Text", "counted", "finding_line"]


def finding_line(name: str, finding: Finding) -> str:
    """A finding as compilers write theirs, so that editors can jump to it."""
    place = visible(name) if finding.line is None else f"{visible(name)}:{finding.line}"
    return f"{place}: {finding.severity} {finding.id} {visible(finding.message)}"


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "file"), counted(0, "error")
    ('1 file', '0 errors')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Form(Protocol):
    """Text to write before the first file, for each file, and after the last."""

    def start(self) -> str: ...

    def entry(self, checked: FileReport) -> str: ...

    def end(self) -> str: ...


@define
class Text:
    """For people: one line a finding, and a summary."""

    files: int = 0
    unreadable: int = 0
    errors: int = 0
    warnings: int = 0

    def start(self) -> str:
        return ""

    def entry(self, checked: FileReport) -> str:
        self.files += 1
        self.unreadable += not checked.readable
        self.errors += len(checked.report.errors)
        self.warnings += len(checked.report.warnings)
        return "".join(f"{finding_line(checked.name, finding)}\n" for finding in checked.report.findings)

    def end(self) -> str:
        unreadable = f"; {counted(self.unreadable, 'file')} could not be read" if self.unreadable else ""
        return (
            f"{counted(self.files, 'file')}: {counted(self.errors, 'error')}, {counted(self.warnings, 'warning')}{unreadable}\n"
        )


@define
class Json:
    """For programs: one object, written as it comes, one line a file."""

    separator: str = "\n"

    def start(self) -> str:
        return '{"files": ['

    def entry(self, checked: FileReport) -> str:
        before, self.separator = self.separator, ",\n"
        return before + json.dumps(_entry(checked))

    def end(self) -> str:
        return "\n]}\n"


def _entry(checked: FileReport) -> dict[str, Any]:
    return {
        # A name that is no text, as Linux allows it, would be no valid JSON.
        "file": checked.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        "message": checked.report.kind,
        "ok": checked.report.ok,
        "findings": [
            {
                "id": finding.id,
                "severity": str(finding.severity),
                "layer": str(finding.layer),
                "message": finding.message,
                "line": finding.line,
                "path": finding.path,
            }
            for finding in checked.report.findings
        ],
    }


@define
class Junit:
    """For continuous integration: one test case a file; findings for which the command fails are its failure."""

    failing: Container[Severity]
    """The severities for which the command fails."""
    cases: list[etree._Element] = field(factory=list)
    failures: int = 0
    seconds: float = 0

    def start(self) -> str:
        return ""

    def entry(self, checked: FileReport) -> str:
        case = etree.Element(
            "testcase", classname="sivi2017.validate", name=visible(checked.name), time=f"{checked.seconds:.3f}"
        )
        failing = [finding for finding in checked.report.findings if finding.severity in self.failing]
        others = [finding for finding in checked.report.findings if finding.severity not in self.failing]
        if failing:
            others_too = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
            message = f"{failing[0].id}: {visible(failing[0].message)}{others_too}"
            etree.SubElement(case, "failure", message=message, type=failing[0].id).text = _lines(checked.name, failing)
        if others:
            etree.SubElement(case, "system-out").text = _lines(checked.name, others)
        self.failures += bool(failing)
        self.seconds += checked.seconds
        self.cases.append(case)
        return ""

    def end(self) -> str:
        totals = {"tests": str(len(self.cases)), "failures": str(self.failures), "errors": "0", "time": f"{self.seconds:.3f}"}
        suites = etree.Element("testsuites", name="sivi2017")
        suite = etree.SubElement(suites, "testsuite", name="sivi2017 validate", skipped="0")
        for element in (suites, suite):
            for name, total in totals.items():
                element.set(name, total)
        suite.extend(self.cases)
        # All beyond ASCII is written as a character reference: right in every encoding that standard output may have.
        xml = etree.tostring(suites, encoding="us-ascii", pretty_print=True).decode("ascii")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'


def _lines(name: str, findings: list[Finding]) -> str:
    return "\n".join(finding_line(name, finding) for finding in findings)
