"""All findings of the schema on a message."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from sivi2017.report import Finding, Layer, Severity, has_error
from sivi2017.schema.inspection import inspect
from sivi2017.schema.model import MessageModel
from sivi2017.schema.paths import local_name
from sivi2017.schema.verdict import is_valid, second_opinion

__all__ = ["MOST_FINDINGS", "enough", "inspected", "schema_findings"]

MOST_FINDINGS = 10_000
"""How many findings of the schema are listed where a caller does not say."""


def schema_findings(root: etree._Element, model: MessageModel, most: int = MOST_FINDINGS) -> list[Finding]:
    """What is wrong with a message by its schema; an empty list where nothing is.

    White space around values where it means nothing may be gone from the tree afterwards.

    :param most: how many findings there may be; where there are more, the last one says so.
    """
    if is_valid(root, model):
        return []
    return inspected(root, inspect(root, model, most=most), most) or second_opinion(root, model)


def enough(findings: Iterator[Finding], most: int) -> list[Finding]:
    """The first of the findings of an inspection: as many as may be listed, one more, and an error if there is one."""
    found = list(islice(findings, most + 1))
    if len(found) > most and not has_error(found):
        found += islice((finding for finding in findings if finding.severity is Severity.ERROR), 1)
    return found


def inspected(
    root: etree._Element,
    findings: Iterator[Finding],
    most: int,
    *,
    path: str | None = None,
    unlisted_error: bool = False,
) -> list[Finding]:
    """The findings of an inspection, up to a number.

    Of very many departures not all are listed, and the message may still be read; an error among the others ends it.

    :param path: that of the element; None for the root.
    :param unlisted_error: whether there was an error that is not even among these findings.
    """
    found = enough(findings, most)
    if len(found) <= most:
        return found
    severity = Severity.ERROR if unlisted_error or has_error(found) else Severity.WARNING
    text = f"more than {most} findings; the others are not listed"
    return [*found[:most], Finding("XSD-MANY", severity, Layer.XSD, text, found[most].line, path or f"/{local_name(root)}")]
