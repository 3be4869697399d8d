"""The business rules on a message of which there is one employee at a time.

What is found is gathered by part: under the numbers of the employer and the employee, and under 0 for what stands before these.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import TypeAlias

from attrs import define, evolve, field
from lxml import etree

from sivi2017.report import Finding, Layer, Severity, in_document_order
from sivi2017.rules import all_rules
from sivi2017.rules.engine import Place, Run
from sivi2017.rules.listing import listed
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.paths import lines_by_path
from sivi2017.streaming.frame import Frame
from sivi2017.streaming.memory import DiskMemory
from sivi2017.streaming.walk import Employee, Employer, Walk

__all__ = ["Asking", "numbers_of"]

_Numbers: TypeAlias = tuple[int, int]
_HEADER: _Numbers = (0, 0)


@define(eq=False, repr=False)
class Asking:
    """The rules beside a walk: they are asked about a part while the walk stands at it."""

    walk: Walk
    profile: RuleProfile
    _kept: dict[_Numbers, list[Finding]] = field(factory=dict)
    _counts: Counter[Layer] = field(factory=Counter)
    _before: Counter[Layer] = field(factory=Counter)
    """How many were kept when the employer began."""
    _employer: int = 0
    _unlisted_error: bool = False
    _run: Run | None = None

    def ask(self, part: Employee | Employer, frame: Frame) -> list[Finding]:
        """All that is found in a part, by the schema and the rules, in document order, in a message that is right so far."""
        parts = frame.parts
        employer = part if isinstance(part, Employer) else part.employer
        place = Place(employer.value, parts.employer, f"{parts.employer.tag}[{employer.position}]", self._root(frame))
        if isinstance(part, Employer):
            return self._asked(part.node, place, [item for item in part.findings if numbers_of(item, frame) == part.numbers])
        place = Place(part.value, parts.employee, f"{parts.employee.tag}[{part.position}]", place)
        return self._asked(part.node, place, part.findings)

    def ask_header(self, frame: Frame) -> list[Finding]:
        """The same of what stands before the employers."""
        known = [finding for finding in self.walk.findings if numbers_of(finding, frame) == _HEADER]
        return self._asked(frame.root, self._root(frame), known)

    def keep(self, part: Employee | Employer, findings: list[Finding]) -> None:
        """Keep what was found in a part, as much of it as may be listed."""
        if self._employer != part.numbers[0]:
            self._employer, self._before = part.numbers[0], self._counts.copy()
        # What an employer has itself comes before its employees, though it is known after them.
        counts = self._before if isinstance(part, Employer) else self._counts
        room = {layer: max(0, self.walk.limits.max_findings + 1 - counts[layer]) for layer in Layer}
        # Those of the schema are listed in the order in which they were found, and stand here in that of the document.
        told = set(map(id, findings))
        of_schema = [finding for finding in part.findings if id(finding) in told]
        first = set(map(id, of_schema[: room[Layer.XSD]]))
        kept = []
        for finding in findings:
            if id(finding) in first or (finding.layer is not Layer.XSD and room[finding.layer] > 0):
                room[finding.layer] -= 1
                self._counts[finding.layer] += 1
                kept.append(finding)
            elif finding.severity is Severity.ERROR:
                self._unlisted_error = True
        if kept:
            self._kept[part.numbers] = kept

    def findings(self, frame: Frame) -> list[Finding]:
        """All findings of the message, once the walk has ended."""
        of_schema = self.walk.findings
        self._kept[_HEADER] = self.ask_header(frame)
        every = list(chain.from_iterable(self._kept.values()))
        if not any(finding.layer is Layer.RULE for finding in every):
            return of_schema
        # An employee that stands in the wrong place was not known to when it came by. It is told of before all else.
        known, are_listed = set(map(id, every)), set(map(id, of_schema))
        late = defaultdict[_Numbers, list[Finding]](list)
        for finding in of_schema:
            if id(finding) not in known:
                late[numbers_of(finding, frame)].append(finding)
        found = [
            finding
            for numbers in sorted({*self._kept, *late})
            for finding in [*late[numbers], *self._kept.get(numbers, ())]
            if finding.layer is Layer.RULE or id(finding) in are_listed
        ]
        return listed(found, self.walk.limits.max_findings, unlisted_error=self._unlisted_error)

    def _asked(self, node: etree._Element, place: Place, known: list[Finding]) -> list[Finding]:
        assert self._run is not None
        told = list(self._run.findings(place))
        if not told and len(known) < 2:
            return known
        lines = lines_by_path(node, place.element, place.path)
        return in_document_order([*known, *(evolve(finding, line=lines.get(finding.path or "")) for finding in told)], lines)

    def _root(self, frame: Frame) -> Place:
        if self._run is None:
            self._run = Run(frame.model.name, self.profile, all_rules(), DiskMemory)
        return Place(self.walk.message, frame.model.root, frame.root_name)


def numbers_of(finding: Finding, frame: Frame) -> _Numbers:
    """In which part a finding is: the numbers of its employer and its employee, 0 where it is in none."""
    employer, employee = frame.parts.employer.tag, frame.parts.employee.tag
    match = re.match(rf"/[^/]+/{employer}\[(\d+)\](?:/{employee}\[(\d+)\])?", finding.path or "")
    return (int(match[1]), int(match[2] or 0)) if match else _HEADER
