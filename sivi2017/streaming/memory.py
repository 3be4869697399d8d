"""What a rule remembers of a message with very many employees, in a file that has no name and ends with us.

It may be a key of every employee, and must not fill the memory. A key is somebody's, so what goes to the disk is a digest made
with a secret that is never written down.

>>> memory = DiskMemory()
>>> memory["Wrkgvr[1]", "WN-1"] = 3
>>> memory.get(("Wrkgvr[1]", "WN-1"), 0), memory.get(("Wrkgvr[1]", "WN-2"), 0)
(3, 0)
"""

from __future__ import annotations

import secrets
import sqlite3
from hashlib import blake2b
from weakref import finalize

__all__ = ["DiskMemory"]

_MOST = 20_000


class DiskMemory:
    """Numbers by key: the first ones in memory, and on the disk when there are more."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._numbers: dict[bytes, int] = {}
        self._file: sqlite3.Connection | None = None

    def get(self, key: tuple[str, ...], default: int, /) -> int:
        """The number under a key, or the default."""
        digest = self._digest(key)
        if digest in self._numbers or self._file is None:
            return self._numbers.get(digest, default)
        row = self._file.execute("SELECT number FROM memory WHERE key = ?", (digest,)).fetchone()
        return default if row is None else int(row[0])

    def __setitem__(self, key: tuple[str, ...], number: int, /) -> None:
        self._numbers[self._digest(key)] = number
        if len(self._numbers) > _MOST:
            self._put_away()

    def _put_away(self) -> None:
        if self._file is None:
            # One way through a message is in one thread at a time, though not always in the same one.
            self._file = sqlite3.connect("", check_same_thread=False)
            finalize(self, self._file.close)
            self._file.execute("PRAGMA journal_mode = OFF")
            self._file.execute("CREATE TABLE memory (key BLOB PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID")
        self._file.executemany("INSERT OR REPLACE INTO memory VALUES (?, ?)", sorted(self._numbers.items()))
        self._numbers.clear()

    def _digest(self, key: tuple[str, ...]) -> bytes:
        # The lengths keep ("a", "bc") and ("ab", "c") apart.
        text = "".join(f"{len(part)}:{part}" for part in key)
        return blake2b(text.encode("utf-8", "surrogatepass"), key=self._secret, digest_size=16).digest()
