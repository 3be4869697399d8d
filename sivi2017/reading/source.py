"""Where a message comes from, and how much of it is taken in.

A source is read piece by piece, so that a file that is too large is never in memory as a whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TypeAlias

__all__ = ["Bounded", "Source", "TooLarge", "opened"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]"
"""A path, the bytes themselves, or a file open for reading bytes."""


class TooLarge(Exception):
    """The source has more bytes than the limits allow."""


class Bounded:
    """A binary file that stops with ``TooLarge`` when more than a number of bytes have been read."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._left = most

    def read(self, size: int) -> bytes:
        """The next bytes, at most ``size``; empty at the end.

        :raises TypeError: when the file gives text.
        """
        chunk = self._file.read(size)
        if not isinstance(chunk, bytes):
            raise TypeError("the file gives text, or nothing at all: open it for reading bytes, with mode 'rb'")
        self._left -= len(chunk)
        if self._left < 0:
            raise TooLarge
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
        if isinstance(source, str) and source.lstrip("\ufeff \t\r\n").startswith("<"):
            raise TypeError("this looks like the message itself: give it as bytes; a str is taken for a path")
        with Path(source).open("rb") as file:
            yield file
    elif hasattr(source, "read"):
        yield source
    else:
        raise TypeError(f"a message is read from a path, bytes or a binary file, not from {type(source).__name__}")
