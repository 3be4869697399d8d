"""What stays in the tree of a message that is read one employee at a time, and whether it is right.

The frame is the root, the header, and the employers with what they hold besides employees. Of employees that follow each
other only the first stays, and so of employers. What was found on those that are gone is kept in their ``Run``, so that in the
end the findings come out as they do for a whole tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

from attrs import define, evolve, field, frozen
from lxml import etree

from sivi2017 import bindings
from sivi2017.reading.binder import bind, bind_valid
from sivi2017.reading.limits import Limits
from sivi2017.reading.source import Bounded
from sivi2017.reading.tolerance import normalise
from sivi2017.report import Finding, Severity, has_error
from sivi2017.schema.inspection import inspect
from sivi2017.schema.model import MessageModel, Repeated
from sivi2017.schema.parts import FrameCopy, Run, take_out
from sivi2017.schema.paths import local_name
from sivi2017.schema.verdict import is_valid, second_opinion

__all__ = ["Frame", "Judged", "Row"]


@define(eq=False, repr=False)
class Row:
    """The employees of one employer, or the employers of a message, as they come by."""

    runs: dict[etree._Element, Run]
    held: Bounded
    """What is held of the source: of those that go nothing is."""
    most_lines: int
    run: Run | None = None
    number: int = 0
    """How many there have been in the file."""
    position: int = 0
    """How many of them were read: the others are of a namespace that is not the publisher's."""
    _before: tuple[int, int] = (0, 0)

    def below(self) -> Row:
        """A row of the employees of one of these employers."""
        return Row(self.runs, self.held, self.most_lines)

    def add(self, node: etree._Element) -> Run:
        """Take the next one in, and let the one before it go.

        :returns: the run that it is in.
        """
        follows = self.run is not None and node.getprevious() is self.run.last
        self.let_go()
        if self.run is not None and follows:
            self.run.last = node
            self.run.count += 1
            self.held.bytes, self.held.tags = self._before
        else:
            self.run = self.runs[node] = Run(node, node)
            self._before = self.held.bytes, self.held.tags
        if len(self.run.lines) < self.most_lines:
            self.run.lines.append(node.sourceline)
        self.number += 1
        self.position += 1
        return self.run

    def let_go(self) -> None:
        """Take the last one out of the tree, unless it is the first of its run; what follows it must have been read."""
        run = self.run
        if run is None or run.last is run.first:
            return
        run.has_stray_text = run.has_stray_text or bool((run.last.tail or "").strip(" \t\r\n"))
        take_out(run.last)
        run.last = run.first


@frozen(eq=False, repr=False)
class Judged:
    """The frame as far as it was read."""

    message: Any
    """The object of the bindings; None where there is an error."""
    findings: list[Finding]
    """What is wrong with it, without what was found on employees and on employers that have ended. Of departures that a
    tolerant reader puts right there may be more."""
    has_departures: bool
    """Whether there is anything to tell."""


@define(eq=False, repr=False)
class Frame:
    """The tree of a message that is being read."""

    root: etree._Element
    model: MessageModel
    parts: Repeated
    tolerant: bool
    limits: Limits
    root_name: str = field(init=False)
    """What the root is called in the file."""
    runs: dict[etree._Element, Run] = field(factory=dict)
    listed: int = 0
    """How many findings are kept."""
    unlisted_error: bool = False
    """Whether there was an error among those that are not."""
    _header: list[etree._Element] = field(factory=list)
    """What stands before the employers, put right, once a tolerant reader has found it in order."""

    def __attrs_post_init__(self) -> None:
        self.root_name = local_name(self.root)

    def judge(self, until: etree._Element | None, path: str, *, employees_are_right: bool, most_errors: int = 0) -> Judged:
        """Judge the frame.

        What a tolerant reader leaves out stays in the tree. So that it is not looked at again with each employer, one that
        comes later is judged with the header alone.

        :param until: the employee or employer up to which it has been read; None for the end.
        :param path: that of the employer.
        :param employees_are_right: whether libxml2 may be asked: the first employee of each run is in the frame.
        :param most_errors: after how many errors the others are not looked for.
        """
        copy = FrameCopy(self.model, until, tolerant=self.tolerant, bare=not employees_are_right)
        root = self._copied(copy)
        if employees_are_right and is_valid(root, self.model):
            with suppress(ValueError):
                return self._judged(bind_valid(root, self.model.name), [], root, copy)
        runs = {node: self.runs[first].unjudged() for first, node in copy.copies.items() if first in self.runs}
        findings = _until(inspect(root, self.model, most=0, tolerant=self.tolerant, runs=runs), most_errors)
        if self._header and until is not None:
            findings = [self._renumbered(finding, path) for finding in findings]
        if has_error(findings):
            return Judged(None, findings, has_departures=True)
        if self.tolerant:
            normalise(root, self.model)
        if employees_are_right:
            findings += second_opinion(root, self.model)
        return self._judged(bind(root, getattr(bindings, self.model.name)), findings, root, copy)

    def _copied(self, copy: FrameCopy) -> etree._Element:
        if not self._header or copy.until is None:
            return copy.message(self.root)
        employer = copy.until if local_name(copy.until) == self.parts.employer.tag else copy.until.getparent()
        assert employer is not None
        namespace = self.model.namespace
        root: etree._Element = etree.Element(f"{{{namespace}}}{self.model.name}", nsmap={None: namespace})
        root.extend([*map(deepcopy, self._header), copy.employer(employer)])
        return root

    def _judged(self, message: Any, findings: list[Finding], root: etree._Element, copy: FrameCopy) -> Judged:
        if self.tolerant and not self._header and not has_error(findings):
            self._header = [deepcopy(child) for child in root if child.tag != self.parts.employer_tag]
        return Judged(message, findings, has_departures=bool(findings) or copy.has_left_out)

    def _renumbered(self, finding: Finding, path: str) -> Finding:
        """A finding on an employer that was judged alone, with its number in the message."""
        alone, place = f"/{self.model.name}/{self.parts.employer.tag}[1]", path
        told = finding.message.replace(alone.rpartition("/")[2], place.rpartition("/")[2], 1)
        return evolve(finding, path=(finding.path or "").replace(alone, place, 1), message=told)

    def keep(self, run: Run, findings: list[Finding]) -> None:
        """Keep what was found on the last of a run, as much of it as may be listed."""
        kept = findings[: max(0, self.limits.max_findings + 1 - self.listed)]
        if kept:
            run.findings[run.count - 1] = kept
            self.listed += len(kept)
        self.unlisted_error = self.unlisted_error or has_error(findings[len(kept) :])


def _until(found: Iterator[Finding], most_errors: int) -> list[Finding]:
    """Findings until there are more errors than a number."""
    findings, errors = [], 0
    for finding in found:
        findings.append(finding)
        errors += finding.severity is Severity.ERROR
        if errors > most_errors:
            break
    return findings
