"""``read`` and ``validate``: the layers of checking in their order, one report."""

from __future__ import annotations

import warnings
from typing import cast

from attrs import define, field
from lxml import etree

from sivi2017 import bindings
from sivi2017.errors import DepartureWarning, InvalidMessage
from sivi2017.reading.binder import bind
from sivi2017.reading.identity import identify, unknown_message
from sivi2017.reading.limits import Limits
from sivi2017.reading.parsing import NotXml, parse, too_deep
from sivi2017.reading.source import Source
from sivi2017.reading.tolerance import normalise
from sivi2017.report import Finding, Layer, Report, Severity, in_document_order
from sivi2017.schema.verdict import is_valid, schema_findings
from sivi2017.writing.writer import to_tree

__all__ = ["read", "validate"]

_DEFAULT_LIMITS = Limits()


def read(source: Source, *, tolerant: bool = False, limits: Limits = _DEFAULT_LIMITS) -> bindings.Message:
    """A message from a path, bytes or a binary file.

    Only a valid message is given, and nothing of it is lost: identifiers and codes keep their leading zeros, numbers,
    dates and times the way in which they were written, so that ``write(read(f))`` says exactly what ``f`` says.

    :param source: a path, the bytes of the message, or a file open for reading bytes.
    :param tolerant: also read what partners are known to send: a root or namespace of another edition or none, elements
        that the standard does not have (left out), another order, a leading zero before a code. Each departure is a
        warning in the report of ``validate(…, tolerant=True)``; here one ``DepartureWarning`` counts them.
    :param limits: how large a message may be.
    :raises InvalidMessage: when the content is not a valid message, whatever it is; its ``report`` says why.
    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is none of these, for a str that holds the message itself, and for a text file.
    """
    report = _check(source, tolerant, limits)
    if not report.ok:
        raise InvalidMessage(report)
    if report.warnings:
        text = (
            f"{len(report.warnings)} departures from the standard in a {report.kind}; validate() with tolerant=True lists them"
        )
        warnings.warn(text, DepartureWarning, stacklevel=2)
    return cast("bindings.Message", report.message)


def validate(source: Source | bindings.Message, *, tolerant: bool = False, limits: Limits = _DEFAULT_LIMITS) -> Report:
    """All that is wrong with a message, in one report; never an exception for bad content.

    :param source: a path, the bytes of the message, a file open for reading bytes, or a message of ``sivi2017.bindings``;
        findings on the last have no line.
    :param tolerant: take the known departures of partners as warnings, see ``read``.
    :param limits: how large a message may be.
    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is none of these.
    """
    if isinstance(source, bindings.Message):
        written = to_tree(source)
        return Report(written.findings(), source, written.model.name)
    return _check(source, tolerant, limits)


def _check(source: Source, tolerant: bool, limits: Limits) -> Report:
    try:
        root = parse(source, limits)
    except NotXml as error:
        return Report([error.finding])
    return _Check(root, tolerant, limits).report()


@define
class _Check:
    """The check of one well-formed document."""

    root: etree._Element
    tolerant: bool
    limits: Limits
    findings: list[Finding] = field(factory=list)

    def report(self) -> Report:
        identity = identify(self.root, self.tolerant)
        if identity is None:
            return Report([unknown_message(self.root)])
        model = identity.model
        if self.tolerant:
            self.findings += normalise(self.root, identity)
        if not is_valid(self.root, model):
            if too_deep(self.root, self.limits):
                return Report([_depth_finding(self.limits)], kind=model.name)
            self.findings += schema_findings(self.root, model, identity.root_name, self.limits.max_findings)
        message = bind(self.root, getattr(bindings, model.name))
        return Report(in_document_order(self.findings), message, model.name)


def _depth_finding(limits: Limits) -> Finding:
    return Finding("XML-DEPTH", Severity.ERROR, Layer.XML, f"more than {limits.max_depth} levels of elements")
