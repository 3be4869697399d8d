"""What is found in one file; that it cannot be read, or that its check comes to nothing, is a finding too."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import evolve, field, frozen

import sivi2017
from sivi2017.bulk.spooling import Spooled
from sivi2017.reading.limits import Limits
from sivi2017.report import Finding, Layer, Report, Severity

if TYPE_CHECKING:
    from sivi2017.rules.profile import RuleProfile

__all__ = ["FileReport", "aborted", "check_any_size", "check_file", "check_source", "options_of", "refuse_one"]

_LIMITS = Limits()
_LARGE = 8 * 1024 * 1024
"""From how many bytes a file is read one employee at a time: smaller ones take no more than some 100 MB in one piece."""


@frozen
class FileReport:
    """What was found in one file.

    >>> from sivi2017.bulk.files import check_file
    >>> check_file("absent.xml").report.findings[0].id
    'FILE-UNREADABLE'
    """

    name: str
    """The path, as it was given."""
    report: Report
    """What was found, without the message: what a file says is not kept."""
    readable: bool
    """Whether the file could be read and its check be finished. Where not, the report has one finding that says why."""
    seconds: float = field(eq=False)
    """How long the check took."""

    def without_message(self) -> FileReport:
        """The same, with nothing of the content of the file."""
        return evolve(self, report=evolve(self.report, message=None))


def refuse_one(paths: object) -> None:
    """Refuse one path where many are meant: it would be taken for its letters.

    :raises TypeError: for a path.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        raise TypeError("the paths are given as a list or another iterable; this is one path")


def options_of(*, profile: RuleProfile | None, limits: Limits, **options: Any) -> dict[str, Any]:
    """The options of a check, as ``sivi2017.validate`` takes them.

    :param profile: None where none was given. Making one would bring all rules with it, and who only gives out the work has
        no use for them.
    :raises TypeError: when the limits are none.
    """
    if not isinstance(limits, Limits):
        raise TypeError("limits must be Limits")
    options["limits"] = limits
    return options if profile is None else {**options, "profile": profile}


def check_file(path: str, **options: Any) -> FileReport:
    """Check one file, and keep nothing of what it says.

    :param options: as ``check_any_size`` takes them.
    """
    return check_source(path, lambda: Path(path), check_any_size, **options).without_message()


def check_any_size(source: Path | BinaryIO, *, max_size: int | None = None, limits: Limits = _LIMITS, **options: Any) -> Report:
    """What is found in a file, of which a large one is read one employee at a time.

    :param max_size: how many bytes it may have; None for any number.
    :param limits: as for ``sivi2017.validate``, and for a large file as for ``sivi2017.validate_stream``.
    :param options: as for both.
    """
    if isinstance(source, Path):
        known = source.stat()
        if stat.S_ISREG(known.st_mode):
            return _checked(source, known.st_size, max_size=max_size, limits=limits, **options)
        with source.open("rb") as file:
            return check_any_size(file, max_size=max_size, limits=limits, **options)
    spooled = Spooled(source, max_size)
    given: Any = spooled
    return _checked(given, spooled.begin(_LARGE), max_size=max_size, limits=limits, **options)


def _checked(source: Path | BinaryIO, size: int, *, max_size: int | None, limits: Limits, **options: Any) -> Report:
    if max_size is not None and size > max_size:
        return sivi2017.validate(source, limits=evolve(limits, max_bytes=max_size), **options)
    if size > _LARGE:
        return sivi2017.validate_stream(source, limits=limits, **options)
    return sivi2017.validate(source, limits=limits, **options)


def check_source(name: str, source: Callable[[], Path | BinaryIO], check: Callable[..., Report], **options: Any) -> FileReport:
    """Check one file; where the check reads the message, it is in the report.

    :param name: what the user calls the file.
    :param source: gives what is to be read; an ``OSError`` that it raises is a finding.
    :param check: ``sivi2017.validate``, or what takes the same.
    :param options: as the check takes them.
    """
    start = perf_counter()
    try:
        report, readable = check(source(), **options), True
    except OSError as error:
        # The text of the error itself names the path.
        report, readable = _only("FILE-UNREADABLE", f"cannot be read: {error.strerror or type(error).__name__}"), False
    except Exception as error:  # noqa: BLE001 - one file must not end the check of a million; the text of an error may quote it
        report, readable = aborted(f"failed with {type(error).__name__}"), False
    return FileReport(name, report, readable, perf_counter() - start)


def aborted(how: str) -> Report:
    """The report on a file of which the check came to nothing."""
    return _only("FILE-ABORTED", f"the check {how}, so that it is not known what is wrong")


def _only(finding_id: str, text: str) -> Report:
    return Report([Finding(finding_id, Severity.ERROR, Layer.XML, text)])
