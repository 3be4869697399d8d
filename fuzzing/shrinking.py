"""A smaller input to which the same happens: pieces are taken out as long as it does."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

__all__ = ["shrunk"]


def shrunk(data: bytes, is_same: Callable[[bytes], bool], seconds: float = 10.0) -> bytes:
    """The input with as much left out as can be in some seconds.

    >>> shrunk(b"a long text with one & in it", lambda data: b"&" in data)
    b'&'
    """
    end = monotonic() + seconds
    length = len(data) // 2
    while length and monotonic() < end:
        at, before = 0, len(data)
        while at < len(data) and monotonic() < end:
            without = data[:at] + data[at + length :]
            if is_same(without):
                data = without
            else:
                at += length
        if len(data) == before or length > len(data):
            length //= 2
    return data
