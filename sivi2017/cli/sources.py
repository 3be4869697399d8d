"""Which files the arguments mean, and what is found in one of them."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import click
from attrs import frozen

import sivi2017
from sivi2017.bulk.files import FileReport, check_any_size, check_source
from sivi2017.cli.terminal import visible

__all__ = ["Source", "check", "check_only", "single", "sources"]


@frozen
class Source:
    """One file, or standard input."""

    name: str
    """What the user calls it: the path, or ``-`` for standard input."""
    refused: OSError | None = None
    """Why a folder could not be listed."""

    @property
    def is_file(self) -> bool:
        """Whether its name is a path that any process can read."""
        return self.name != "-" and self.refused is None

    def content(self) -> Path | BinaryIO:
        """What a reader reads.

        :raises OSError: when it is known beforehand that there is nothing to be read.
        """
        if self.refused is not None:
            raise self.refused
        if self.name != "-":
            return Path(self.name)
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        return sys.stdin.buffer


def check(source: Source, **options: Any) -> FileReport:
    """Check one file, and give what it says as well; that it cannot be read is a finding too.

    :param options: as ``sivi2017.validate`` takes them.
    """
    return check_source(source.name, source.content, sivi2017.validate, **options)


def check_only(source: Source, **options: Any) -> FileReport:
    """Check one file of any size, and keep nothing of what it says.

    :param options: as ``sivi2017.bulk.files.check_any_size`` takes them.
    """
    return check_source(source.name, source.content, check_any_size, **options).without_message()


def sources(arguments: Sequence[str]) -> list[Source]:
    """The files that the arguments mean, each of them once.

    :raises click.BadParameter: when a folder has no XML file.
    """
    if len(arguments) == 1:
        return list(_meant(arguments[0]))
    found: dict[str | None, Source] = {}
    for argument in arguments:
        for source in _meant(argument):
            found.setdefault(_place(source.name), source)
    return list(found.values())


def _place(name: str) -> str | None:
    """The same for two ways to write one path; None for standard input."""
    return None if name == "-" else os.path.normcase(Path(name))


def single(argument: str) -> Source:
    """The file that an argument means where only a file will do."""
    return Source(argument)


def _meant(argument: str) -> Iterator[Source]:
    if os.path.isdir(argument):  # noqa: PTH112 - Path("./-") would be "-"
        below = list(_below(argument))
        if not below:
            raise click.BadParameter(f"there is no *.xml in the folder {visible(argument)} or below it.", param_hint="FILE|DIR")
        yield from below
    else:
        yield single(argument)


def _below(folder: str) -> Iterator[Source]:
    """The XML files of a folder and of all below it, in order; links to other folders are not followed."""
    top = str(Path(folder))
    start = 2 if top == "." else 0  # what is below ./ is told without it
    waiting = _listed(top)
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Source):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            waiting += _listed(entry.path)
        elif entry.name.lower().endswith(".xml") and _is_file(entry):
            yield Source(entry.path[start:])


def _listed(folder: str) -> list[os.DirEntry[str] | Source]:
    """What is in a folder, the first last; or only the folder itself, when it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return [*sorted(entries, key=lambda entry: entry.name, reverse=True)]
    except OSError as error:
        return [Source(str(Path(folder)), error)]


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or a link to nowhere; not a pipe or a device, which would keep us waiting."""
    try:
        return entry.is_file() or not Path(entry.path).exists()
    except OSError:  # such as a link to itself
        return True
