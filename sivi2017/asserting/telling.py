"""Findings in the text of a failure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sivi2017.asserting.given import Given, text_at, tree_of
from sivi2017.asserting.settings import HOW_TO_REVEAL
from sivi2017.outline.visible import visible
from sivi2017.report import Finding, Severity

__all__ = ["MOST", "counted", "finding_lines"]

MOST = 20
"""As many findings or differences are told in full."""


def counted(findings: Iterable[Finding]) -> str:
    """How many errors and warnings there are.

    >>> counted([])
    'nothing'
    """
    severities = [finding.severity for finding in findings]
    numbers = [(severity, severities.count(severity)) for severity in Severity]
    return ", ".join(f"{number} {severity}{'s' * (number > 1)}" for severity, number in numbers if number) or "nothing"


def finding_lines(findings: Sequence[Finding], given: Given, *, reveal: bool) -> Iterator[str]:
    """Each finding with its line and path; when revealed, with the value as well.

    :param given: the message, for its values; a file must not have been read yet.
    """
    tree = tree_of(given) if reveal else None
    for finding in findings[:MOST]:
        place = "" if finding.line is None else f"line {finding.line}: "
        path = "" if finding.path is None else f" at {visible(finding.path)}"
        yield f"  {place}{finding.severity} {finding.id}{path}"
        yield f"    {visible(finding.message)}"
        text = None if tree is None or finding.path is None else text_at(tree, finding.path)
        if text is not None:
            yield f"    has: {visible(text) or '(empty)'}"
    if len(findings) > MOST:
        yield f"  and {len(findings) - MOST} more, in the report of sivi2017.validate"
    if not reveal and any(finding.path is not None for finding in findings):
        yield HOW_TO_REVEAL
