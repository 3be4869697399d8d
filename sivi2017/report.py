"""What a check of a message found: findings in document order, gathered in a report.

No text of a finding holds a personal value: a value is described by its length or form, and only codes are quoted.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from sivi2017.bindings import Message

__all__ = ["Finding", "Layer", "Report", "Severity"]


class Severity(StrEnum):
    """How bad a finding is: with an error the message is refused, with a warning it is not."""

    ERROR = "error"
    WARNING = "warning"


class Layer(StrEnum):
    """Which check made a finding: well-formed XML, the schema, or the business rules."""

    XML = "xml"
    XSD = "xsd"
    RULE = "rule"


@frozen
class Finding:
    """One thing that is wrong or remarkable in a message."""

    id: str
    """What kind of finding it is; stable from version to version, so that a program can act on it."""
    severity: Severity
    """Whether the message is refused for it."""
    layer: Layer
    """Which check made it."""
    message: str
    """What is wrong, where, and what was expected; never a personal value."""
    line: int | None = None
    """The line in the file, from 1; None where there is no file, or where the file has no such place."""
    path: str | None = None
    """The element by names and positions, such as ``/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[3]/Voorl``."""

    def __str__(self) -> str:
        place = "" if self.line is None else f"line {self.line}: "
        return f"{place}{self.id}: {self.message}"


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether the message is refused for one of the findings."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_document_order(findings: Iterable[Finding], paths: Iterable[str]) -> list[Finding]:
    """Findings that were made apart, put together.

    :param paths: the paths of the message's elements in document order; a path that is not among them comes with its parent.
    """
    order = {path: index for index, path in enumerate(paths)}

    def place(finding: Finding) -> int:
        path = finding.path or ""
        while path and path not in order:
            path = path.rpartition("/")[0]
        return order.get(path, -1)

    return sorted(findings, key=place)


@frozen(repr=False)
class Report:
    """The outcome of a check.

    >>> import sivi2017
    >>> report = sivi2017.validate(b"not a message")
    >>> report.ok
    False
    >>> [finding.id for finding in report.errors]
    ['XML-SYNTAX']
    >>> report
    <Report of no known message: 1 error, 0 warnings>
    """

    findings: tuple[Finding, ...] = field(converter=tuple[Finding, ...])
    """All findings, in document order."""
    message: Message | None = None
    """What could be read, also of a message with findings: a value that could not be read is None there, even where the
    type says that it is required. None where nothing could be read."""
    kind: str | None = None
    """The name of the message, such as ``Verzuimmeldingen``; None where it is not known."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which the message is refused."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings for which the message is not refused."""
        return self._of(Severity.WARNING)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.errors

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def __repr__(self) -> str:
        errors, warnings = len(self.errors), len(self.warnings)
        return (
            f"<Report of {self.kind or 'no known message'}: {errors} error{'s' if errors != 1 else ''}, "
            f"{warnings} warning{'s' if warnings != 1 else ''}>"
        )
