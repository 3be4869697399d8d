"""``stream`` and ``validate_stream``: messages of any size, one employee at a time."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from attrs import evolve, field, frozen

from sivi2017 import bindings
from sivi2017.checking import report_on
from sivi2017.errors import DepartureWarning, InvalidMessage
from sivi2017.reading.checked import checked_tree
from sivi2017.reading.limits import Limits
from sivi2017.reading.parsing import NotXml
from sivi2017.reading.source import Source
from sivi2017.report import Finding, Layer, Report, Severity, has_error
from sivi2017.rules.profile import RuleProfile
from sivi2017.streaming.asking import Asking, numbers_of
from sivi2017.streaming.frame import Frame
from sivi2017.streaming.walk import Employee, Employer, Walk

if TYPE_CHECKING:
    from sivi2017.bindings import dienstverbanden, verzuimmeldingen, werknemergegevens

    AnyBerichtAlgemeen: TypeAlias = (
        verzuimmeldingen.BerichtAlgemeen | werknemergegevens.BerichtAlgemeen | dienstverbanden.BerichtAlgemeen
    )
    AnyWerkgever: TypeAlias = verzuimmeldingen.Werkgever | werknemergegevens.Werkgever | dienstverbanden.Werkgever
    AnyWerknemer: TypeAlias = verzuimmeldingen.Werknemer | werknemergegevens.Werknemer | dienstverbanden.Werknemer

__all__ = ["Part", "stream", "validate_stream"]

_LIMITS = Limits()
_PROFILE = RuleProfile()
_LEVEL_OF_EMPLOYEES = 3


@frozen(repr=False, eq=False)
class Part:
    """One employee of a message, with what stands around all of them.

    >>> from importlib.resources import files
    >>> with files("sivi2017.examples").joinpath("09-andere-afdeling-en-uren.xml").open("rb") as file:
    ...     for part in stream(file):
    ...         print(part)
    <Part of WerknemerGegevens, Wrkgvr[1]/Wrknmr[1]: 0 errors, 0 warnings>
    """

    report: Report
    """What was found on this employee, with line and whole path; it has no ``message``."""
    path: str
    """Where it stands, such as ``/WerknemerGegevens/Wrkgvr[1]/Wrknmr[3]``."""
    line: int | None
    """The line of the file where it begins."""
    werkgever: AnyWerkgever
    """The employer, without employees: the same object for all of them."""
    _message: Any = field(alias="message")
    _werknemer: Any = field(alias="werknemer")

    @property
    def bericht_algemeen(self) -> AnyBerichtAlgemeen:
        """The header of the message: the same object for all parts."""
        header: AnyBerichtAlgemeen = self._message.bericht_algemeen
        return header

    @property
    def werknemer(self) -> AnyWerknemer:
        """The employee.

        :raises InvalidMessage: when there is an error in it; the report says why.
        """
        if not self.report.ok:
            raise InvalidMessage(self.report)
        werknemer: AnyWerknemer = self._werknemer
        return werknemer

    @property
    def message(self) -> bindings.Message:
        """A message with this employee alone, for all that takes a message.

        :raises InvalidMessage: when there is an error in it; the report says why.
        """
        werkgever: Any = replace(self.werkgever, werknemer=[self.werknemer])  # type: ignore[arg-type]  # of one message
        message: bindings.Message = replace(self._message, werkgever=[werkgever])
        return message

    def __repr__(self) -> str:
        place = "/".join(self.path.split("/")[2:])
        counted = repr(self.report).partition(": ")[2]
        return f"<Part of {self.report.kind}, {place}: {counted}"


def stream(
    source: Source,
    *,
    tolerant: bool = False,
    rules: bool = False,
    profile: RuleProfile = _PROFILE,
    limits: Limits = _LIMITS,
) -> Iterator[Part]:
    """The employees of a message of any size, one at a time, each checked before it is given.

    The memory that this takes does not grow with the message. All that ``read`` guarantees holds for each part; but what
    comes first is given before what comes after it has been seen. So a message that is wrong further on has given its first
    employees when that shows: whoever must have all or nothing asks ``validate_stream`` first.

    An employee with an error is given too, and its ``report`` has the findings, as many as the limits let be listed; asking for
    ``part.werknemer`` then raises.
    What is wrong with the message itself or an employer raises at once.

    :param source: a path, the bytes of the message, or a file open for reading bytes.
    :param tolerant: take what partners are known to do differently, as ``read`` does. An employer must stand before its
        employees all the same, and the header before all of them.
    :param rules: ask the business rules as well.
    :param profile: what the coupling expects of its messages, for the rules.
    :param limits: how large the largest employee may be, with what stands around all of them; a message may have any
        number of them.
    :raises InvalidMessage: when there is a fault outside the employees, or the content is no message with employees; after
        all employees that came before the fault.
    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is none of these.
    """
    walk = Walk(source, tolerant, limits)
    asking = Asking(walk, profile) if rules else None
    employer: Employer | None = None
    broken: Finding | None = None
    try:
        for part in walk.parts():
            assert walk.frame is not None
            _refuse(walk, walk.frame_errors)
            if isinstance(part, Employer):
                _refuse(walk, [finding for finding in part.findings if _is_told_late(finding, part, walk.frame)])
                _refuse(walk, walk.late)
                continue
            if asking is not None and part.employer is not employer:
                _refuse(walk, [*asking.ask_header(walk.frame), *asking.ask(part.employer, walk.frame)])
            employer = part.employer
            findings = part.findings
            if asking is not None and part.value is not None:
                findings = asking.ask(part, walk.frame)
            yield _part(part, findings, walk)
    except NotXml as error:
        broken = error.finding
    # Raised here, and not above: the error of the parser quotes the file, and would come along as what led to this one.
    if broken is not None:
        raise InvalidMessage(Report([broken], None, walk.model.name if walk.model else None))
    if walk.frame is None:
        _refuse_whole(walk, profile if rules else None)
    _refuse(walk, walk.findings)
    _refuse(walk, walk.late)
    if walk.has_departures or any(finding.severity is Severity.WARNING for finding in walk.findings):
        _warn(walk)


def validate_stream(
    source: Source,
    *,
    tolerant: bool = False,
    rules: bool = True,
    profile: RuleProfile = _PROFILE,
    limits: Limits = _LIMITS,
) -> Report:
    """All that is wrong with a message of any size; never an exception for bad content.

    The findings are those of ``validate``; but a tolerant reader must find an employer before its employees, or cannot ask the
    rules about them, which is an error. The memory that this takes does not grow with the message, and the report has no
    ``message``.

    :param source: a path, the bytes of the message, or a file open for reading bytes.
    :param tolerant: take the known departures of partners as warnings, see ``read``.
    :param rules: ask the business rules.
    :param profile: what the coupling expects of its messages, for the rules.
    :param limits: how large the largest employee may be, with what stands around all of them; a message may have any
        number of them.
    :raises OSError: when a path cannot be opened, or a file not read.
    :raises TypeError: when the source is none of these.
    """
    walk = Walk(source, tolerant, limits, for_report=True)
    asking = Asking(walk, profile) if rules else None
    try:
        for part in walk.parts():
            around = part if isinstance(part, Employer) else part.employer
            if asking is not None and not walk.is_wrong and around.value is not None:
                assert walk.frame is not None
                asking.keep(part, asking.ask(part, walk.frame))
    except NotXml as error:
        return Report([error.finding])
    if walk.whole is not None:
        found = checked_tree(walk.whole, tolerant=tolerant, limits=limits)
        return evolve(report_on(found, profile if rules else None, limits), message=None)
    assert walk.frame is not None
    findings = walk.findings
    if asking is not None and not has_error(findings):
        findings = asking.findings(walk.frame)
        if walk.is_unasked:
            findings = _with_late(findings, walk)
    return Report(findings, None, walk.frame.model.name)


def _with_late(findings: list[Finding], walk: Walk) -> list[Finding]:
    """Findings in document order with those on employers that came too late, each before those on its employees."""
    assert walk.frame is not None
    found = list(findings)
    for late in walk.late:
        numbers = numbers_of(late, walk.frame)
        places = [index for index, finding in enumerate(found) if numbers_of(finding, walk.frame) > numbers]
        found.insert(places[0] if places else len(found), late)
    return found


def _is_told_late(finding: Finding, employer: Employer, frame: Frame) -> bool:
    """Whether a finding on an employer was not on one of its employees when that was given.

    That an employee stands in the wrong place may show by what comes after it.
    """
    return numbers_of(finding, frame) == employer.numbers or (
        finding.id == "XSD-ORDER" and (finding.path or "").count("/") == _LEVEL_OF_EMPLOYEES
    )


def _part(part: Employee, findings: list[Finding], walk: Walk) -> Part:
    assert walk.frame is not None
    report = Report(findings, None, walk.frame.model.name)
    return Part(report, part.path, part.node.sourceline, part.employer.value, walk.message, part.value)


def _refuse(walk: Walk, findings: list[Finding]) -> None:
    """Raise where one of the findings is an error."""
    if has_error(findings):
        assert walk.model is not None
        raise InvalidMessage(Report(findings, None, walk.model.name))


def _refuse_whole(walk: Walk, profile: RuleProfile | None) -> NoReturn:
    """Refuse a message that was not taken apart."""
    assert walk.whole is not None
    report = report_on(checked_tree(walk.whole, tolerant=walk.tolerant, limits=walk.limits), profile, walk.limits)
    if report.ok:
        text = "has no employees after its header and employer, which a stream could give one at a time; read it whole"
        report = Report([Finding("STREAM-WHOLE", Severity.ERROR, Layer.XSD, text, walk.whole.sourceline)], None, report.kind)
    raise InvalidMessage(evolve(report, message=None))


def _warn(walk: Walk) -> None:
    assert walk.model is not None
    text = f"departures from the standard in a {walk.model.name}; validate_stream() with tolerant=True tells more"
    warnings.warn(text, DepartureWarning, stacklevel=3)
