"""All findings of the schema on a message."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from sivi2017.report import Finding, Layer, Severity, has_error
from sivi2017.schema.inspection import inspect
from sivi2017.schema.model import MessageModel
from sivi2017.schema.paths import local_name
from sivi2017.schema.verdict import is_valid, second_opinion

__all__ = ["MOST_FINDINGS", "inspected", "schema_findings"]

MOST_FINDINGS = 10_000
"""How many findings of the schema are listed where a caller does not say."""


def schema_findings(root: etree._Element, model: MessageModel, most: int = MOST_FINDINGS) -> list[Finding]:
    """What is wrong with a message by its schema; an empty list where nothing is.

    White space around values where it means nothing may be gone from the tree afterwards.

    :param most: how many findings there may be; where there are more, the last one says so.
    """
    if is_valid(root, model):
        return []
    return inspected(root, inspect(root, model), most) or second_opinion(root, model)


def inspected(root: etree._Element, findings: Iterator[Finding], most: int, *, unlisted_error: bool = False) -> list[Finding]:
    """The findings of an inspection, up to a number.

    Of very many departures not all are listed, and the message may still be read; an error among the others ends it.

    :param unlisted_error: whether there was an error that is not even among these findings.
    """
    found = list(islice(findings, most))
    rest = list(islice(findings, 1))
    if rest:
        is_refused = unlisted_error or has_error(chain(found, rest, findings))
        severity = Severity.ERROR if is_refused else Severity.WARNING
        text = f"more than {most} findings; the others are not listed"
        found.append(Finding("XSD-MANY", severity, Layer.XSD, text, rest[0].line, f"/{local_name(root)}"))
    return found
