"""What an input is asked, and what the answers must have to do with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from random import Random
from typing import Any

from attrs import field, frozen

import sivi2017
from fuzzing.command_line import ask_command_line
from fuzzing.problems import Disagreement
from sivi2017 import InvalidMessage, Limits, Report
from sivi2017.report import Finding, Layer

__all__ = ["Pieces", "Ways", "check", "check_ways", "every_way"]

_SIZES = (1, 7, 100, 100, 1_000, 1_000, 4_096, 4_096, *[32 * 1024] * 8)
_MOST = (1, 2, 3, 10_000, 10_000, 10_000)
_MODES = ((False,), (True,), (False,), (True,), (False, True))
_IS_LARGE_PART = re.compile(r"/[^/]+/[^/]+(/[^/]+)?").fullmatch
_ONE_BYTE_AT_A_TIME = 1_500
"""Up to how many bytes an input is given one byte at a time: it takes long."""


@frozen
class Ways:
    """How an input is asked about."""

    size: int = 32 * 1024
    """How many bytes a file gives at most at a time."""
    limits: Limits = field(factory=Limits)
    command_line: str = ""
    """Which command is asked; none when it is empty."""
    modes: tuple[bool, ...] = (False, True)
    """Whether a tolerant reader is asked to read, to stream and to check in pieces, and whether one that is strict; both are
    always asked to validate."""

    @classmethod
    def drawn(cls, random: Random) -> Ways:
        size, most = random.choice(_SIZES), random.choice(_MOST)
        command = random.choice(("validate", "validate", "show", "rules")) if not random.randrange(50) else ""
        return cls(size, Limits(max_findings=most), command, random.choice(_MODES))


def every_way() -> Iterator[Ways]:
    """All that may make a difference."""
    for size in sorted(set(_SIZES)):
        yield Ways(size)
    for most in (1, 2, 3):
        yield Ways(limits=Limits(max_findings=most))
    for command in ("validate", "show", "rules"):
        yield Ways(command_line=command)


class Pieces(BytesIO):
    """A file that gives no more than a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self._most = most if most > 1 or len(data) <= _ONE_BYTE_AT_A_TIME else 100

    def read(self, size: int | None = -1, /) -> bytes:
        asked = self._most if size is None or size < 0 else min(size, self._most)
        return super().read(asked)


def check(data: bytes, choices: Random) -> Iterator[str]:
    """Ask about an input in one of many ways, name each answer, and raise when one is not what it must be."""
    yield from check_ways(data, Ways.drawn(choices))


def check_ways(data: bytes, ways: Ways) -> Iterator[str]:
    """The same in a certain way.

    :raises Disagreement: when two answers do not agree.
    """
    whole = sivi2017.validate(data, limits=ways.limits)
    yield f"validate, of which {_verdict(whole)}"
    tolerated = sivi2017.validate(data, limits=ways.limits, tolerant=True)
    yield f"validate, tolerant, of which {_verdict(tolerated)}"
    if not whole.findings or not _is_xml(whole) or not _is_xml(tolerated):
        _agree(whole, tolerated, "strict and tolerant")
    for tolerant in ways.modes:
        report, options = (tolerated if tolerant else whole), {"limits": ways.limits, "tolerant": tolerant}
        yield from _in_pieces(data, report, ways.size, options)
        yield from _read(data, report, options)
        yield from _streamed(data, report, ways.size, options)
    if ways.command_line:
        yield ask_command_line(ways.command_line, data, whole, tolerated, ways.limits)


def _verdict(report: Report) -> str:
    """The layer that refused an input, or what was found on one that is right."""
    for layer in Layer:
        if any(finding.layer is layer for finding in report.errors):
            return f"refused as {layer}"
    return "right, with warnings" if report.findings else "right"


def _is_xml(report: Report) -> bool:
    return not any(finding.layer is Layer.XML and finding.id != "XML-DEPTH" for finding in report.findings)


def _agree(one: Report, other: Report, what: str) -> None:
    if (one.findings, one.kind) == (other.findings, other.kind):
        return
    differ = sorted({finding.id for finding in set(one.findings) ^ set(other.findings)})
    raise Disagreement(f"{what}: {', '.join(differ) or 'order or kind'}") from AssertionError(
        f"{one.kind} {_told(one.findings)}\n  and\n{other.kind} {_told(other.findings)}"
    )


def _told(findings: tuple[Finding, ...]) -> str:
    return "".join(f"\n    {finding.severity} {finding} {finding.path}" for finding in findings[:20])


def _in_pieces(data: bytes, whole: Report, size: int, options: dict[str, Any]) -> Iterator[str]:
    """``validate_stream`` finds what ``validate`` finds, but for what docs/large-messages.md says."""
    parts = sivi2017.validate_stream(Pieces(data, size), **options)
    yield "validate_stream"
    if parts.message is not None:
        raise Disagreement("a report of validate_stream has a message")
    if options["tolerant"] and any("too late" in finding.message for finding in parts.findings):
        return
    if any(finding.id == "XSD-OTHER" for finding in (*whole.findings, *parts.findings)):
        # What only libxml2 refuses has the place where it was found.
        if parts.ok != whole.ok:
            raise Disagreement("the verdicts of validate and validate_stream")
        return
    if not _is_xml(whole) and not _is_xml(parts) and "XML-ENCODING" in {whole.findings[0].id, parts.findings[0].id}:
        return  # bytes are converted ahead of what is parsed: how far ahead decides on the place, and on what is met first
    left_out = [finding.path or "" for finding in whole.findings if finding.id == "TOL-UNKNOWN"]
    is_cut = any(finding.id in {"XSD-MANY", "RULE-MANY"} for finding in whole.findings)
    if any(map(_IS_LARGE_PART, left_out)):
        # What is left out has no place among the rest: the order may differ, and with it what is listed of very many findings.
        if parts.ok != whole.ok or (not is_cut and sorted(map(str, parts.findings)) != sorted(map(str, whole.findings))):
            raise Disagreement("validate and validate_stream, where something is left out")
        return
    _agree(whole, parts, f"validate and validate_stream, {'tolerant' if options['tolerant'] else 'strict'}")


def _read(data: bytes, whole: Report, options: dict[str, Any]) -> Iterator[str]:
    """``read`` gives a message or raises as the report says; and what was read is written and read again the same."""
    try:
        message = sivi2017.read(data, rules=True, **options)
    except InvalidMessage as error:
        str(error)
        yield "read, refused"
        _agree(whole, error.report, "validate and read")
        if whole.ok:
            raise Disagreement("read refuses what validate does not") from None
        return
    yield "read"
    if not whole.ok or message != whole.message:
        raise Disagreement("read gives what validate refuses, or something else")
    written = sivi2017.write(message)
    yield "write"
    again = sivi2017.read(written)
    yield "read again"
    if again != message:
        raise Disagreement("what was written says something else than what was read")
    if sivi2017.write(again) != written:
        raise Disagreement("what was written is written otherwise the second time")


def _streamed(data: bytes, whole: Report, size: int, options: dict[str, Any]) -> Iterator[str]:
    """``stream`` gives every employee of a right message, and raises or gives a wrong one otherwise."""
    werknemers, all_right, raised = [], True, None
    try:
        for part in sivi2017.stream(Pieces(data, size), rules=True, **options):
            if part.report.ok:
                werknemers.append(part.werknemer)
                continue
            all_right = False
            with suppress(InvalidMessage):
                raise Disagreement(f"an employee is given in spite of its errors: {part.message!r}")
    except InvalidMessage as error:
        str(error)
        raised = error.report
    yield "stream" if raised is None else "stream, refused"
    if raised is None and all_right != whole.ok:
        raise Disagreement("stream finds no fault, or one where validate finds none")
    if raised is not None and raised.ok:
        raise Disagreement("stream refuses without an error")
    if raised is None and whole.ok:
        message: Any = whole.message
        if werknemers != [werknemer for werkgever in message.werkgever for werknemer in werkgever.werknemer]:
            raise Disagreement("the employees of stream and of read")
        return
    if raised is not None and whole.ok and not options["tolerant"] and raised.errors[0].id != "STREAM-WHOLE":
        raise Disagreement("stream refuses what validate does not")
