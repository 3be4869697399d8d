"""The secret key, and the pseudonyms that it makes.

A pseudonym is the keyed hash (HMAC-SHA256) of what a value is and the value itself, cut to 128 bits and written in 26 capitals
and digits. Without the key nobody can make it from the value, not by trying all values either; with it everybody can.

>>> pseudonyms = Pseudonyms(bytes(range(32)))
>>> pseudonyms("werknemer", "W-000117")
'GXBJVB7VPY4KW5M2M2JELGJJQY'
>>> pseudonyms("verzuimgeval", "W-000117") == pseudonyms("werknemer", "W-000117")
False
"""

from __future__ import annotations

import hmac
import os
import secrets
from base64 import b32encode
from hashlib import sha256
from pathlib import Path

__all__ = ["LENGTH", "Pseudonyms", "key_from_environment", "key_from_file", "new_key"]

LENGTH = 26
"""How many characters a pseudonym has where there is room for them."""

_KEY_BYTES = 32
_DIFFERENT_BYTES = 8
_BYTES = 16
_PURPOSE = b"sivi2017.privacy 1"


class Pseudonyms:
    """What makes pseudonyms; of the key it has no more than what a hash has taken in, and that cannot be pickled or shown."""

    __slots__ = ("_begun",)

    def __init__(self, key: bytes) -> None:
        """Take a key.

        :raises TypeError: when it is not bytes.
        :raises ValueError: when it is too short, or can be seen to be no random key.
        """
        if not isinstance(key, bytes):
            raise TypeError(f"a key is bytes, not {type(key).__name__}")
        if len(key) < _KEY_BYTES:
            raise ValueError(f"a key must have at least {_KEY_BYTES} bytes; this one has {len(key)}")
        if len(set(key)) < _DIFFERENT_BYTES:
            raise ValueError("this is no random key: it has the same bytes over and over")
        self._begun = hmac.new(key, digestmod=sha256)

    def __call__(self, kind: str, value: str, longest: int = LENGTH) -> str:
        """The pseudonym of a value; an empty text stays empty.

        :param kind: what it is the value of: what is written alike and means something else gets another pseudonym.
        :param longest: how many characters there is room for.
        """
        if not value:
            return value
        mac = self._begun.copy()
        mac.update(b"\0".join((_PURPOSE, kind.encode(), value.encode())))
        return b32encode(mac.digest()[:_BYTES]).decode().rstrip("=")[:longest]


def new_key(path: str | os.PathLike[str]) -> None:
    """Write a new random key to a file that only its owner may read.

    :raises FileExistsError: when the file is there: a key that is lost makes what was pseudonymised with it a thing by itself.
    :raises OSError: when it cannot be written.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="ascii") as opened:
        opened.write(f"{secrets.token_hex(_KEY_BYTES)}\n")
        opened.flush()
        os.fsync(file)


def key_from_file(path: str | os.PathLike[str]) -> bytes:
    """The key in a file, which has it in hexadecimal digits.

    :raises OSError: when the file cannot be read.
    :raises ValueError: when it has something else.
    """
    return _decoded(Path(path).read_bytes().decode("ascii", "replace"), "the file")


def key_from_environment(name: str) -> bytes:
    """The key in a variable of the environment, which has it in hexadecimal digits.

    :raises ValueError: when there is no such variable, or it has something else.
    """
    text = os.environ.get(name)
    if text is None:
        raise ValueError("there is no such variable in the environment")
    return _decoded(text, "the variable")


def _decoded(text: str, holder: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise ValueError(f"{holder} has no key: a key is written in hexadecimal digits, two for each byte") from None
