"""One way through a message of any size: each employee is checked, bound and let go.

A tree is built while the source is read, and what has been dealt with is taken out of it; ``sivi2017.streaming.frame`` says
what stays. Each employee is judged by itself, the frame with the first employee of each run in it, and again when an employer
ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from attrs import define, evolve, field
from lxml import etree

from sivi2017.binding import codec_of
from sivi2017.reading.checked import depth_finding
from sivi2017.reading.crowds import refuse_attributes, refuse_crowds, refuse_namespaces
from sivi2017.reading.identity import identify
from sivi2017.reading.limits import Limits
from sivi2017.reading.parsing import too_deep
from sivi2017.reading.source import Source
from sivi2017.reading.tolerance import normalise, normalise_part
from sivi2017.report import Finding, Layer, Severity, has_error
from sivi2017.schema.checking import enough, inspected
from sivi2017.schema.inspection import inspect, inspect_part
from sivi2017.schema.model import MessageModel
from sivi2017.schema.parts import Run
from sivi2017.schema.paths import is_familiar, local_name, namespace_of, shortened
from sivi2017.schema.verdict import employee_is_valid, second_opinion_on_employee
from sivi2017.streaming.frame import Frame, Row
from sivi2017.streaming.pulling import Pulled

__all__ = ["Employee", "Employer", "Walk"]


@define(eq=False, repr=False)
class Employer:
    """One employer, as far as the walk is in it."""

    node: etree._Element
    path: str
    number: int
    """Which one it is of the file."""
    position: int
    """Which one it is of those that are read; another number only after one that is left out."""
    employees: Row
    value: Any = None
    """The object of the bindings, without employees; of an employer that has not ended without what comes after them."""
    is_late: bool = False
    """Whether something of it was missing when its first employee came."""
    findings: list[Finding] = field(factory=list)
    """What was found on it and its employees, once it has ended."""

    @property
    def numbers(self) -> tuple[int, int]:
        """Its number, and 0 for what it has besides employees."""
        return self.number, 0


@define(eq=False, repr=False)
class Employee:
    """One employee."""

    node: etree._Element
    path: str
    number: int
    """Which one it is of those of the employer in the file."""
    position: int
    """Which one it is of those that are read."""
    employer: Employer
    value: Any
    """The object of the bindings; None where there is an error."""
    findings: list[Finding]

    @property
    def numbers(self) -> tuple[int, int]:
        """The number of its employer and its own."""
        return self.employer.number, self.number


@define(eq=False, repr=False)
class Walk:
    """One way through a source."""

    source: Source
    tolerant: bool
    limits: Limits
    for_report: bool = False
    """Whether nothing but the findings that are listed is asked for, and no employee."""
    model: MessageModel | None = None
    message: Any = None
    """The message without employers, once its beginning is known to be right."""
    whole: etree._Element | None = None
    """The root of a message that was not taken apart, once all is read: it has no employees, or they come too early."""
    frame_errors: list[Finding] = field(factory=list)
    """What is wrong outside the employees, as soon as it is known."""
    is_wrong: bool = False
    """Whether there was an error anywhere."""
    findings: list[Finding] = field(factory=list)
    """All findings, once all is read; but for those on what is asked for one at a time."""
    has_departures: bool = False
    """Whether there was a departure from the standard in a part."""
    frame: Frame | None = None
    """What stays of a message that is taken apart."""
    late: list[Finding] = field(factory=list)
    """Errors for whoever was given employees before all was known of their employer or of the message."""
    is_unasked: bool = False
    """Whether there were employees of whose employer too little was known to ask the rules."""
    _is_deep: bool = False
    _begun: bool = False
    _employers: Row | None = None
    _employer: Employer | None = None
    _read_employee: Any = None

    def parts(self) -> Iterator[Employee | Employer]:
        """Each employee, and each employer after its employees.

        :raises NotXml: as ``Pulled.parts`` does.
        :raises OSError: when a path cannot be opened, or a file not read.
        """
        pulled = Pulled(self.source, self.limits)
        for node in pulled.parts():
            self._begin(node.getroottree().getroot(), pulled)
            part = self._part(node)
            if part is not None:
                yield part
        assert pulled.root is not None
        refuse_crowds(pulled.root)
        self._begin(pulled.root, pulled)
        if self.frame is None or self._employers is None:
            self.whole = pulled.root
        else:
            self._end(self.frame, self._employers)

    def _begin(self, root: etree._Element, pulled: Pulled) -> None:
        """Find out which message it is, and whether it can be taken apart."""
        if self._begun:
            return
        self._begun = True
        self.model = identify(root, self.tolerant)
        parts = self.model.repeated if self.model is not None else None
        if self.model is not None and parts is not None:
            assert pulled.held is not None
            self.tolerant = self.tolerant and is_familiar(namespace_of(root))
            self.frame = Frame(root, self.model, parts, self.tolerant, self.limits)
            self._read_employee = getattr(codec_of(self.model.name), f"read_{parts.employee.type_name.lower()}")
            self._employers = Row(self.frame.runs, pulled.held, self.limits.max_findings + 1)

    def _part(self, node: etree._Element) -> Employee | Employer | None:
        """The part that an element is; None for one elsewhere, and for one that a tolerant reader leaves out."""
        frame, employers, parent = self.frame, self._employers, node.getparent()
        if frame is None or employers is None or parent is None:
            return None
        if parent is frame.root and local_name(node) == frame.parts.employer.tag:
            if self._is_read(node):
                return self._ended(self._employer_of(node, frame, employers), employers, frame)
            employers.number += 1
        elif self._is_employer(parent, frame) and local_name(node) == frame.parts.employee.tag:
            employer = self._employer_of(parent, frame, employers)
            if self._is_read(node):
                return self._employee(node, employer, frame)
            employer.employees.number += 1
        return None

    def _is_employer(self, node: etree._Element, frame: Frame) -> bool:
        return node.getparent() is frame.root and local_name(node) == frame.parts.employer.tag and self._is_read(node)

    def _is_read(self, node: etree._Element) -> bool:
        """Whether a tolerant reader does not leave the element out."""
        return not self.tolerant or is_familiar(namespace_of(node))

    def _employer_of(self, node: etree._Element, frame: Frame, employers: Row) -> Employer:
        """The employer that is being read."""
        if self._employer is None or self._employer.node is not node:
            employers.let_go()
            refuse_attributes(node if employers.number else frame.root)
            refuse_namespaces(node)
            number, position = employers.number + 1, employers.position + 1
            path = f"/{frame.root_name}/{frame.parts.employer.tag}[{number}]"
            self._employer = Employer(node, path, number, position, employers.below())
        return self._employer

    def _employee(self, node: etree._Element, employer: Employer, frame: Frame) -> Employee | None:
        run = employer.employees.add(node)
        path = f"{employer.path}/{frame.parts.employee.tag}[{employer.employees.number}]"
        if employer.employees.position == 1 and not self._judge(node, employer, frame):
            return None
        if self._is_settled(frame):
            self._look_how_deep(node, 3)
            value, findings = None, list[Finding]()
        else:
            value, findings = self._looked_at(node, path, frame)
        self._keep(run, findings, frame)
        self.is_wrong = self.is_wrong or value is None
        row = employer.employees
        return Employee(node, path, row.number, row.position, employer, value, findings)

    def _looked_at(self, node: etree._Element, path: str, frame: Frame) -> tuple[Any, list[Finding]]:
        """The object of an employee, and what is wrong with it."""
        if _shares_namespace(node, frame) and employee_is_valid(node, frame.model):
            with suppress(ValueError):
                return self._read_employee(node), []
        refuse_attributes(node)
        element = frame.parts.employee
        self._look_how_deep(node, 3)
        expected = namespace_of(frame.root)
        most = self._room(frame)
        found = inspect_part(node, element, path, expected=expected, most=most, tolerant=self.tolerant)
        findings = enough(found, most) if self.for_report else inspected(node, found, most, path=path)
        if has_error(findings):
            return None, findings
        if self.tolerant:
            normalise_part(node, element, frame.model.namespace)
        if namespace_of(node) != frame.model.namespace:
            return None, findings  # in another namespace it shares the fault of what it stands in
        findings += second_opinion_on_employee(node, frame.model, path)
        return None if has_error(findings) else self._read_employee(node), findings

    def _judge(self, node: etree._Element, employer: Employer, frame: Frame) -> bool:
        """Judge what stands around the first employee of an employer, and tell whether the message can be taken apart."""
        if (self.is_wrong and self.for_report) or (self.frame_errors and not self.tolerant):
            return True  # it stays wrong, and is told of in the end
        are_right = not self.is_wrong and employee_is_valid(node, frame.model)
        most = self.limits.max_findings
        judged = frame.judge(node, employer.path, employees_are_right=are_right, most_errors=most)
        errors = [finding for finding in judged.findings if finding.severity is Severity.ERROR]
        if not errors:
            self.message = self.message or without_parts(judged.message)
            self._know(employer, judged.message.werkgever[-1], before=0)
        elif self.tolerant and all(finding.id == "XSD-MISSING" for finding in errors):
            # It may still come, in another order. Then the rules could not be asked before; so let it be read whole.
            if employer.position == employer.employees.position == 1:
                self.frame = None
                return False
            employer.is_late = any(finding.path == employer.path for finding in errors)
        self.frame_errors = self.frame_errors or [self._placed(finding, employer, frame) for finding in errors]
        if self.for_report and any(finding.id not in ("XSD-MISSING", "XSD-OTHER") for finding in errors):
            self.is_wrong = frame.unlisted_error = True  # whatever comes, and whether or not there is room to list it
        return True

    def _know(self, employer: Employer, value: Any, before: int) -> None:
        """Take in what is known of an employer now.

        :param before: how many of its employees came before that.
        """
        value = without_parts(value)
        if before and value != employer.value:
            self.late.append(_late(employer.path, employer.node))
            self.is_unasked = self.is_unasked or employer.is_late
        employer.value = value

    def _placed(self, finding: Finding, employer: Employer, frame: Frame) -> Finding:
        """A finding on a copy of the frame, with its line."""
        lines = {f"/{frame.root_name}": frame.root.sourceline, employer.path: employer.node.sourceline}
        return evolve(finding, line=lines.get(finding.path or "", finding.line))

    def _ended(self, employer: Employer, employers: Row, frame: Frame) -> Employer:
        """An employer of which all has been read."""
        employer.employees.let_go()
        refuse_attributes(employer.node)
        first_ones = [child for child in employer.node if child in frame.runs]
        kept = sum(frame.runs[child].findings_kept for child in first_ones)
        strays = any(frame.runs[child].has_stray_text for child in first_ones)
        if self._is_settled(frame, kept):
            self._look_how_deep(employer.node, 2)
        elif (self.is_wrong and self.for_report) or (not self.tolerant and (self.is_wrong or self.frame_errors)):
            self._inspect(employer, frame, kept)  # the message stays wrong, and need not be judged again
        else:
            judged = frame.judge(employer.node, employer.path, employees_are_right=not self.is_wrong)
            if judged.has_departures or kept or strays or not _shares_namespace(employer.node, frame):
                self._inspect(employer, frame, kept)
            if not has_error(judged.findings):
                self._know(employer, judged.message.werkgever[-1], before=employer.employees.position)
        for child in first_ones:
            del frame.runs[child]
        frame.listed -= kept
        self._keep(employers.add(employer.node), employer.findings, frame)
        return employer

    def _keep(self, run: Run, findings: list[Finding], frame: Frame) -> None:
        frame.keep(run, findings)
        self.is_wrong = self.is_wrong or has_error(findings)
        self.has_departures = self.has_departures or any(finding.severity is Severity.WARNING for finding in findings)

    def _is_settled(self, frame: Frame, kept: int = 0) -> bool:
        """Whether the message is wrong, and has so many findings before this part that those on it are not listed.

        :param kept: how many findings there are on its employees.
        """
        return self.for_report and self.is_wrong and frame.listed - kept > self.limits.max_findings

    def _look_how_deep(self, node: etree._Element, level: int) -> None:
        self._is_deep = self._is_deep or too_deep(node, self.limits, level=level)

    def _room(self, frame: Frame, kept: int = 0) -> int:
        """How many findings on a part can be told; more only as far as they are errors.

        :param kept: how many findings there are on its employees, which come with it.
        """
        return max(0, self.limits.max_findings - (frame.listed - kept)) if self.for_report else self.limits.max_findings

    def _inspect(self, employer: Employer, frame: Frame, kept: int) -> None:
        element, expected = frame.parts.employer, namespace_of(frame.root)
        most = self._room(frame, kept) if self.for_report else 0
        found = inspect_part(
            employer.node, element, employer.path, expected=expected, most=most, tolerant=self.tolerant, runs=frame.runs
        )
        employer.findings = enough(found, most) if self.for_report else list(found)
        self._look_how_deep(employer.node, 2)
        if self.tolerant and not has_error(employer.findings):
            normalise_part(employer.node, element, frame.model.namespace)

    def _end(self, frame: Frame, employers: Row) -> None:
        """All has been read: gather what was found."""
        employers.let_go()
        most, runs = self.limits.max_findings, frame.runs
        if not self.for_report:  # whoever was given the parts knows what was found on them
            runs = {first: run.unjudged() for first, run in runs.items()}
        found = inspect(frame.root, frame.model, most=most, tolerant=self.tolerant, runs=runs)
        self.findings = inspected(frame.root, found, most, unlisted_error=self.for_report and frame.unlisted_error)
        if self._is_deep or (self.findings and too_deep(frame.root, self.limits)):
            self.findings = [depth_finding(self.limits)]
            return
        is_refused = has_error(self.findings)
        if is_refused and self.for_report:
            return
        if self.tolerant and not is_refused:
            normalise(frame.root, frame.model)
        judged = frame.judge(None, "", employees_are_right=not self.is_wrong)
        if not has_error(judged.findings) and self.message is not None:
            message = without_parts(judged.message)
            if message != self.message:
                self.late.append(_late(f"/{frame.root_name}", frame.root))
            self.message = message
        if not is_refused:
            self.findings += [finding for finding in judged.findings if finding.id == "XSD-OTHER"]


def _shares_namespace(node: etree._Element, frame: Frame) -> bool:
    """Whether an element is in the namespace of the root, as it stands in the file."""
    return namespace_of(node) == namespace_of(frame.root)


def without_parts(part: Any) -> Any:
    """A message without its employers, or an employer without its employees."""
    return replace(part, **{"werknemer" if hasattr(part, "werknemer") else "werkgever": []})


def _late(path: str, node: etree._Element) -> Finding:
    text = "stands in part after its employees: too late where they are read one at a time"
    return Finding("XSD-ORDER", Severity.ERROR, Layer.XSD, f"{shortened(path)}: {text}", node.sourceline, path)
