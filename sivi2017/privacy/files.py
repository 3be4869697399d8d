"""Messages of any size, from a source to a file, one employee at a time."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias, cast

from sivi2017.checking import read
from sivi2017.errors import InvalidMessage
from sivi2017.reading.limits import Limits
from sivi2017.reading.source import Source
from sivi2017.schema.model import message_model
from sivi2017.streaming.stream import stream
from sivi2017.writing.writer import message_name, write

if TYPE_CHECKING:
    from sivi2017.bindings import retourmelding1
    from sivi2017.streaming.stream import AnyBerichtAlgemeen as OfEmployees

    AnyBerichtAlgemeen: TypeAlias = OfEmployees | retourmelding1.BerichtAlgemeen

__all__ = ["is_same_file", "private", "write_changed"]


def private(path: str, flags: int) -> int:
    """Open a file so that only its owner may read it when it is a new one; to be given to ``open``."""
    return os.open(path, flags, 0o600)


def is_same_file(source: Source, path: Path) -> bool:
    """Whether what is read is the file of a path."""
    if isinstance(source, str | os.PathLike):
        return path.exists() and os.path.realpath(source) == str(path)
    try:
        return os.path.samestat(os.fstat(cast("IO[bytes]", source).fileno()), path.stat())
    except (AttributeError, OSError):  # bytes, a file in memory, or there is no such path
        return False


def write_changed(
    source: Source, file: IO[bytes], change: Callable[[Any], Any], *, tolerant: bool, limits: Limits
) -> AnyBerichtAlgemeen:
    """Write a message to a file, changed, and give the header of what was written.

    Employers and employees come out in the order in which they went in; a message without employees is read whole, and for
    that a second time from the start.

    :param change: makes a message of a message, and the header and the employer always in the same way.
    :raises InvalidMessage: when the source is not a right message; what came before the fault may have been written. Also for
        a message without employees from a file that cannot be read a second time.
    """
    is_file, can_seek = hasattr(source, "read"), getattr(source, "seekable", bool)()
    start = cast("IO[bytes]", source).tell() if can_seek else None
    try:
        return _streamed(source, file, change, tolerant=tolerant, limits=limits)
    except InvalidMessage as error:
        if not _is_to_be_read_whole(error) or (is_file and not can_seek):
            raise
    if start is not None:
        cast("IO[bytes]", source).seek(start)
    message = change(read(source, tolerant=tolerant, limits=limits))
    file.write(write(message, check=False))
    return cast("AnyBerichtAlgemeen", message.bericht_algemeen)


def _is_to_be_read_whole(error: InvalidMessage) -> bool:
    return [finding.id for finding in error.report.findings] == ["STREAM-WHOLE"]


def _streamed(
    source: Source, file: IO[bytes], change: Callable[[Any], Any], *, tolerant: bool, limits: Limits
) -> AnyBerichtAlgemeen:
    """As above, one employee at a time.

    Each is written in a message of its own, of which just that is taken which was not there yet.
    """
    message: Any = None
    end = employer = b""
    for part in stream(source, tolerant=tolerant, limits=limits):
        message = change(part.message)
        parts = message_model(message_name(message)).repeated
        assert parts is not None
        opening, closing = f"<{parts.employer.tag}>".encode(), f"</{parts.employer.tag}>".encode()
        first, last = f"<{parts.employee.tag}>".encode(), f"</{parts.employee.tag}>".encode()
        data = write(message, check=False)
        path = part.path.rpartition("/")[0].encode()
        begin = 0 if not end else data.index(first) if path == employer else data.index(opening)
        stop = data.rindex(last) + len(last)
        file.write((closing if end and path != employer else b"") + data[begin:stop])
        end, employer = data[stop:], path
    file.write(end)
    return cast("AnyBerichtAlgemeen", message.bericht_algemeen)
