"""Which files the arguments mean, and what is found in one of them."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, BinaryIO

import click
from attrs import evolve, frozen

import sivi2017
from sivi2017.cli.terminal import visible
from sivi2017.report import Finding, Layer, Report, Severity

__all__ = ["Checked", "Source", "check", "single", "sources"]


@frozen
class Source:
    """One file, or standard input."""

    name: str
    """What the user calls it: the path, or ``-``."""
    path: Path | None
    """None for standard input."""
    refused: OSError | None = None
    """Why a folder could not be listed."""

    def content(self) -> Path | BinaryIO:
        """What a reader reads.

        :raises OSError: when it is known beforehand that there is nothing to be read.
        """
        if self.refused is not None:
            raise self.refused
        if self.path is not None:
            return self.path
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        return sys.stdin.buffer


@frozen
class Checked:
    """The outcome for one file."""

    name: str
    report: Report
    readable: bool
    seconds: float

    def without_message(self) -> Checked:
        """The same, with nothing of the content of the file."""
        return evolve(self, report=evolve(self.report, message=None))


def check(source: Source, **options: Any) -> Checked:
    """Validate one file; that it cannot be read is a finding too.

    :param options: as ``sivi2017.validate`` takes them.
    """
    start = perf_counter()
    try:
        report, readable = sivi2017.validate(source.content(), **options), True
    except OSError as error:
        report, readable = Report([_unreadable(error)]), False
    return Checked(source.name, report, readable, perf_counter() - start)


def _unreadable(error: OSError) -> Finding:
    # The text of the error itself names the path.
    reason = error.strerror or type(error).__name__
    return Finding("FILE-UNREADABLE", Severity.ERROR, Layer.XML, f"cannot be read: {reason}")


def sources(arguments: Sequence[str]) -> list[Source]:
    """The files that the arguments mean, each of them once.

    :raises click.BadParameter: when a folder has no XML file.
    """
    found: dict[Path | None, Source] = {}
    for argument in arguments:
        for source in _meant(argument):
            found.setdefault(source.path, source)
    return list(found.values())


def single(argument: str) -> Source:
    """The file that an argument means where only a file will do."""
    return Source(argument, None if argument == "-" else Path(argument))


def _meant(argument: str) -> Iterator[Source]:
    if os.path.isdir(argument):  # noqa: PTH112 - Path("./-") would be "-"
        below = _below(argument)
        if not below:
            raise click.BadParameter(f"there is no *.xml in the folder {visible(argument)} or below it.", param_hint="FILE|DIR")
        yield from below
    else:
        yield single(argument)


def _below(folder: str) -> list[Source]:
    """The XML files of a folder and of all below it, in order; links to other folders are not followed."""
    refused: list[OSError] = []
    paths = [
        Path(parent, name)
        for parent, _, names in os.walk(folder, onerror=refused.append)
        for name in names
        if name.lower().endswith(".xml")
    ]
    found = [Source(str(path), path) for path in paths if _is_file(path)]
    found += [Source(str(Path(error.filename)), Path(error.filename), error) for error in refused]
    return sorted(found, key=lambda source: Path(source.name).parts)


def _is_file(path: Path) -> bool:
    """Whether it is a file, or a link to nowhere; not a pipe or a device, which would keep us waiting."""
    return path.is_file() or not path.exists()
