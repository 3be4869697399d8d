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
import stat
import string
from base64 import b32encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from sivi2017.rules.leeg import is_blank

__all__ = ["LENGTH", "Pseudonyms", "key_fault", "key_from_environment", "key_from_file", "new_key"]

LENGTH = 26
"""How many characters a pseudonym has where there is room for them."""

_KEY_BYTES = 32
_DIFFERENT_BYTES = 8
_BYTES = 16
_PURPOSE = b"sivi2017.privacy 1"
_TEXT = frozenset(string.printable.encode())


def key_fault(key: object) -> TypeError | ValueError | None:
    """What is wrong with a key, which is not raised here: in the frame of whoever raises it the key need not be."""
    if not isinstance(key, bytes):
        return TypeError(f"a key is bytes, not {type(key).__name__}")
    if len(key) < _KEY_BYTES:
        return ValueError(f"a key must have at least {_KEY_BYTES} bytes; this one has {len(key)}")
    if _TEXT.issuperset(key):
        return ValueError("this is text; a key is random bytes: use from_file")
    if len(set(key)) < _DIFFERENT_BYTES:
        return ValueError("this is no random key: it has the same bytes over and over")
    return None


class Pseudonyms:
    """What makes pseudonyms; of the key it has no more than what a hash has taken in, and that cannot be pickled or shown."""

    __slots__ = ("_begun",)

    def __init__(self, key: bytes) -> None:
        """Take a key, of which it is known that nothing is wrong with it."""
        self._begun = hmac.new(key, digestmod=sha256)

    def __call__(self, kind: str, value: str, longest: int = LENGTH) -> str:
        """The pseudonym of a value; a text without one visible character stays as it is, so that the rules see it.

        :param kind: what it is the value of: what is written alike and means something else gets another pseudonym.
        :param longest: how many characters there is room for.
        """
        if is_blank(value):
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
    try:
        with os.fdopen(file, "w", encoding="ascii") as opened:
            opened.write(f"{secrets.token_hex(_KEY_BYTES)}\n")
            opened.flush()
            os.fsync(file)
    except BaseException:  # Ctrl-C too: what is left would be no key, and in the way of one
        Path(path).unlink()
        raise


def key_from_file(path: str | os.PathLike[str]) -> bytes:
    """The key in a file, which has it in hexadecimal digits and is its owner's alone.

    :raises OSError: when the file cannot be read.
    :raises ValueError: when it has something else, or others may read or change it.
    """
    with Path(path).open("rb") as file:
        mode = os.fstat(file.fileno()).st_mode
        # A pipe is nobody else's, and on Windows a mode says nothing.
        if os.name == "posix" and stat.S_ISREG(mode) and mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ValueError("others than its owner may use the file; a key is nobody else's: chmod 600 makes it so")
        return _decoded(file.read().decode("ascii", "replace"), "the file")


def key_from_environment(name: str) -> bytes:
    """The key in a variable of the environment, which has it in hexadecimal digits.

    :raises ValueError: when there is no such variable, or it has something else.
    """
    if name not in os.environ:
        raise ValueError("there is no such variable in the environment")
    return _decoded(os.environ[name], "the variable")


def _decoded(text: str, holder: str) -> bytes:
    fault = "a key is written in hexadecimal digits, two for each byte"
    text = text.strip()
    if any(character.isspace() for character in text):
        fault = "a key is written on one line, without white space between its digits"
    else:
        with suppress(ValueError):
            return bytes.fromhex(text)
    del text  # so that it is not in the frame that an error shows
    raise ValueError(f"{holder} has no key: {fault}")
