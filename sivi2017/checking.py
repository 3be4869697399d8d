"""``read`` and ``validate``: all layers of checking, in one report."""

from __future__ import annotations

import warnings
from typing import cast

from attrs import evolve

from sivi2017 import bindings
from sivi2017.errors import DepartureWarning, InvalidMessage
from sivi2017.reading.checked import Checked, checked
from sivi2017.reading.limits import Limits
from sivi2017.reading.source import Source
from sivi2017.report import Finding, Report, has_error, in_document_order
from sivi2017.rules import rule_findings
from sivi2017.rules.listing import listed
from sivi2017.rules.profile import RuleProfile
from sivi2017.writing.writer import to_xml

__all__ = ["read", "report_on", "validate"]

_LIMITS = Limits()
_PROFILE = RuleProfile()


def read(
    source: Source,
    *,
    tolerant: bool = False,
    rules: bool = False,
    profile: RuleProfile = _PROFILE,
    limits: Limits = _LIMITS,
) -> bindings.Message:
    """A message from a path, bytes or a binary file.

    Only a valid message is given, and nothing of it is lost: identifiers and codes keep their leading zeros, numbers,
    dates and times the way in which they were written, so that ``write(read(f))`` says exactly what ``f`` says.

    :param source: a path, the bytes of the message, or a file open for reading bytes.
    :param tolerant: also read what partners are known to send: a root or namespace of another edition or none, elements
        that the standard does not have (left out), another order, a leading zero before a code. Each departure is a
        warning in the report of ``validate(…, tolerant=True)``; here one ``DepartureWarning`` counts them.
    :param rules: also refuse a message that breaks a business rule of severity error.
    :param profile: what the coupling expects of its messages, for the rules.
    :param limits: how large a message may be.
    :raises InvalidMessage: when the content is not a valid message, whatever it is; its ``report`` says why.
    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is none of these, for a str that holds the message itself, and for a text file.
    """
    found = checked(source, tolerant=tolerant, limits=limits)
    report = report_on(found, profile if rules else None, limits)
    if not report.ok:
        raise InvalidMessage(report)
    departures = len(found.findings)
    if departures:
        counted = "1 departure" if departures == 1 else f"{departures} departures"
        text = f"{counted} from the standard in a {report.kind}; validate() with tolerant=True tells more"
        warnings.warn(text, DepartureWarning, stacklevel=2)
    return cast("bindings.Message", report.message)


def validate(
    source: Source | bindings.Message,
    *,
    tolerant: bool = False,
    rules: bool = True,
    profile: RuleProfile = _PROFILE,
    limits: Limits = _LIMITS,
) -> Report:
    """All that is wrong with a message, in one report; never an exception for bad content.

    The business rules are asked about a message that its schema allows: where it does not, a value may be missing or may not
    be what it seems.

    :param source: a path, the bytes of the message, a file open for reading bytes, or a message of ``sivi2017.bindings``;
        findings on the last have no line.
    :param tolerant: take the known departures of partners as warnings, see ``read``.
    :param rules: ask the business rules.
    :param profile: what the coupling expects of its messages, for the rules.
    :param limits: how large a message may be.
    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is none of these.
    """
    asked = profile if rules else None
    if isinstance(source, bindings.Message):
        written = to_xml(source)
        model, findings = written.model, written.findings()
        found = Checked(findings, model, source, written.root, model.name, in_file=False)
    else:
        found = checked(source, tolerant=tolerant, limits=limits)
    return report_on(found, asked, limits)


def report_on(found: Checked, profile: RuleProfile | None, limits: Limits) -> Report:
    """The report of a document, with the findings of the rules where they are asked and can be."""
    findings = found.findings
    if profile is not None and not has_error(findings):
        findings = _with_rules(found, profile, limits)
    return Report(findings, found.message, found.model.name if found.model else None)


def _with_rules(found: Checked, profile: RuleProfile, limits: Limits) -> list[Finding]:
    """The findings of the schema and of the rules, each of these with its line."""
    told = rule_findings(found.message, profile, found.root_name)
    if not told:
        return found.findings
    lines = found.lines()
    placed = [evolve(finding, line=lines.get(finding.path or "")) for finding in told]
    return listed(in_document_order([*found.findings, *placed], lines), limits.max_findings)
