"""A file whose size is not known before it has been read: standard input, a pipe."""

from __future__ import annotations

from typing import BinaryIO

from sivi2017.reading.limits import Limits
from sivi2017.reading.source import Bounded, TooLarge

__all__ = ["Spooled"]

_NO_LIMITS = Limits(max_bytes=2**62, max_tags=2**62)


class Spooled:
    """A file of which the beginning can be read before it is given to a reader.

    :param max_size: how many bytes it may have; None for any number.
    """

    def __init__(self, file: BinaryIO, max_size: int | None) -> None:
        self._file = Bounded(file, _NO_LIMITS)  # which also refuses text
        self._max_size = max_size
        self._begun = b""
        self._given = 0

    def begin(self, size: int) -> int:
        """Read on until there are more bytes than these or no more, and tell how many there are."""
        pieces: list[bytes] = []
        left = size + 1
        while left > 0 and (piece := self._file.read(left)):
            pieces.append(piece)
            left -= len(piece)
        self._begun = b"".join(pieces)
        return len(self._begun)

    def read(self, size: int) -> bytes:
        """The next bytes.

        :raises TooLarge: when there are more than there may be.
        """
        piece, self._begun = self._begun[:size], self._begun[size:]
        piece = piece or self._file.read(size)
        self._given += len(piece)
        if self._max_size is not None and self._given > self._max_size:
            raise TooLarge(f"more than {self._max_size} bytes")
        return piece
