"""Where a message comes from, and how much of it is taken in.

A source is read piece by piece, so that a file that is too large is never in memory as a whole.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TypeAlias

from sivi2017.reading.limits import Limits

__all__ = ["Bounded", "Source", "TooLarge", "opened"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]"
"""A path, the bytes themselves, or a file open for reading bytes."""


class TooLarge(Exception):
    """The source has more bytes or tags than the limits allow; the text says which."""


class Bounded:
    """A binary file that stops with ``TooLarge`` when more bytes or tags have been read than it may have.

    Who lets go of a part of what was read takes it off ``bytes`` and ``tags``.
    """

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self.bytes = 0
        """How many bytes are held of what was read."""
        self.tags = 0
        """How many tags are held."""

    def read(self, size: int) -> bytes:
        """The next bytes, at most ``size``; empty at the end.

        :raises BlockingIOError: when the file is not ready and does not wait.
        :raises TypeError: when the file gives text.
        """
        chunk = self._file.read(size)
        if chunk is None:
            raise BlockingIOError(errno.EAGAIN, "the file does not wait for its data")
        if not isinstance(chunk, bytes):
            raise TypeError("the file gives text: open it for reading bytes, with mode 'rb'")
        self.bytes += len(chunk)
        self.tags += chunk.count(b"<")
        if self.bytes > self._limits.max_bytes:
            raise TooLarge(f"more than {self._limits.max_bytes} bytes")
        if self.tags > self._limits.max_tags:
            raise TooLarge(f"more than {self._limits.max_tags} tags")
        return chunk


@contextmanager
def opened(source: Source) -> Iterator[IO[bytes]]:
    """The source as a binary file; a file that we opened is closed again.

    :raises OSError: when a path cannot be opened.
    :raises TypeError: when the source is something else.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        yield BytesIO(source)
    elif isinstance(source, str | os.PathLike):
        # A message given as str by mistake must not end up in the text of an OSError.
        if isinstance(source, str) and "<" in source:
            raise TypeError("this looks like the message itself: give it as bytes; a str is taken for a path")
        with Path(source).open("rb") as file:
            yield file
    elif hasattr(source, "read"):
        yield source
    else:
        raise TypeError(f"a message is read from a path, bytes or a binary file, not from {type(source).__name__}")
