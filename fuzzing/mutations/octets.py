"""Changes of bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from fuzzing.mutations.odd import DECLARATIONS, PIECES, many

__all__ = ["change_octets"]

_Change: TypeAlias = Callable[[bytes, Random], bytes]

_MARKS = (
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\0\0",
    b"\0\0\xfe\xff",
    b"\x2b\x2f\x76\x38",
    b"\xef\xbb",
    b"\xef\xbb\xbf\xef\xbb\xbf",
)
_ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
    "latin-1",
    "cp1252",
    "cp037",
    "utf-7",
    "utf-8-sig",
)
_BYTES = (
    b"\0",
    b"\0\0",
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
    b"\xe2\x82",
    b"\x1b",
    b"\x0c",
    b"\r",
    b" ",
    b"%",
    b"'",
    b'"',
)
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml.*?\?>", re.DOTALL)


def change_octets(data: bytes, random: Random, corpus: Sequence[bytes]) -> bytes:
    """A message with one change of its bytes."""
    if not random.randrange(len(_CHANGES) + 1):
        return _spliced(data, random, random.choice(corpus))
    return random.choice(_CHANGES)(data, random)


def _place(data: bytes, random: Random) -> int:
    return random.randint(0, len(data))


def _piece(data: bytes, random: Random) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + random.choice((1, 1, 2, 3, 8, 40, 300, 3_000)))


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8)) if data else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _replaced(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    if data:
        changed[random.randrange(len(changed))] = random.choice(b"\0<>&;'\"/ \n\r=:!?-]xX0\x80\xc3\xff")
    return bytes(changed)


def _cut_off(data: bytes, random: Random) -> bytes:
    return data[: _place(data, random)]


def _begun_later(data: bytes, random: Random) -> bytes:
    return data[_place(data, random) :]


def _without_piece(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:start] + data[end:]


def _doubled(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:end] + data[start:end] * many(random, end - start) + data[end:]


def _moved(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    rest = data[:start] + data[end:]
    place = _place(rest, random)
    return rest[:place] + data[start:end] + rest[place:]


def _inserted(data: bytes, random: Random) -> bytes:
    place = _place(data, random)
    piece = random.choice(_BYTES) if random.randrange(2) else random.choice(PIECES).encode("utf-8", "surrogatepass")
    return data[:place] + piece * many(random, len(piece)) + data[place:]


def _marked(data: bytes, random: Random) -> bytes:
    return random.choice(_MARKS) + data


def _declared(data: bytes, random: Random) -> bytes:
    return random.choice(DECLARATIONS).encode() + _DECLARATION.sub(b"", data)


def _recoded(data: bytes, random: Random) -> bytes:
    """In another encoding, with a declaration that says so, or with the one that was there, or with another."""
    text = data.decode("utf-8", "replace")
    encoding = random.choice(_ENCODINGS)
    if random.randrange(2):
        declared = encoding if random.randrange(2) else random.choice(("UTF-16", "UTF-8", "ISO-8859-1"))
        text = f'<?xml version="1.0" encoding="{declared}"?>' + re.sub(r"^\ufeff?\s*<\?xml.*?\?>", "", text, flags=re.DOTALL)
    return text.encode(encoding, "xmlcharrefreplace" if encoding in {"latin-1", "cp1252"} else "replace")


def _other_line_ends(data: bytes, random: Random) -> bytes:
    ends = random.choice(
        ((b"\r\n",), (b"\r",), (b"\r\n", b"\n", b"\r", b"\n\r"), (b"\xc2\x85",), (b"\xe2\x80\xa8",), (b"\n\n\n",))
    )
    lines = data.split(b"\n")
    return b"".join(line + random.choice(ends) for line in lines[:-1]) + lines[-1]


def _two_in_one(data: bytes, random: Random) -> bytes:
    return data + random.choice((b"", b"\n", b"\0", b"x", b"<!-- -->", b"<?a?>")) + (data if random.randrange(2) else b"")


def _spliced(data: bytes, random: Random, other: bytes) -> bytes:
    return data[: _place(data, random)] + other[_place(other, random) :]


_CHANGES: tuple[_Change, ...] = (
    _flipped,
    _replaced,
    _cut_off,
    _begun_later,
    _without_piece,
    _doubled,
    _moved,
    _inserted,
    _marked,
    _declared,
    _recoded,
    _other_line_ends,
    _two_in_one,
)
