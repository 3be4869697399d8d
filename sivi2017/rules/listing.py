"""How many findings of the rules are listed.

>>> from sivi2017.report import Finding
>>> told = [Finding("TXT-1", Severity.WARNING, Layer.RULE, "has a blank at the end", line, "/A/B") for line in (1, 2, 3)]
>>> [(finding.id, finding.line) for finding in listed(told, 2)]
[('TXT-1', 1), ('TXT-1', 2), ('RULE-MANY', 3)]
"""

from __future__ import annotations

from sivi2017.report import Finding, Layer, Severity, has_error

__all__ = ["listed"]


def listed(findings: list[Finding], most: int, *, unlisted_error: bool = False) -> list[Finding]:
    """Findings in document order with no more of the rules than a number; where there are more, the last one says so.

    :param unlisted_error: whether there was an error that is not even among these.
    """
    of_rules = [finding for finding in findings if finding.layer is Layer.RULE]
    if len(of_rules) <= most:
        return findings
    over = of_rules[most:]
    severity = Severity.ERROR if unlisted_error or has_error(over) else Severity.WARNING
    root = f"/{(over[0].path or '').split('/')[1]}"
    text = f"more than {most} findings of the rules; the others are not listed"
    dropped = set(map(id, over))
    kept = [finding for finding in findings if id(finding) not in dropped]
    return [*kept, Finding("RULE-MANY", severity, Layer.RULE, text, over[0].line, root)]
