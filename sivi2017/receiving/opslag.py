"""An administratie in a file: what was acknowledged is never lost, and nothing is taken in twice.

The file is a database of SQLite. It holds what every message says of every employee, as XML, and nothing that follows from it:
how an employee stands is worked out when it is asked for.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import define, field

from sivi2017.bindings import Message
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.administratie import Administratie
from sivi2017.receiving.dubbelen import VermoedelijkDubbel
from sivi2017.receiving.gevolg import Gevolg
from sivi2017.receiving.intake import mentions, received
from sivi2017.receiving.oproepen import Oproepbaarheid
from sivi2017.receiving.opslag_tabellen import (
    OTHER_KEYS,
    ROWS,
    TABLES,
    VERSION,
    Plek,
    Rij,
    bericht_of,
    parts_of,
    vermeldingen_of,
)
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht, Werknemerstand

__all__ = ["Opslag"]


@define(eq=False, repr=False)
class Opslag:
    """An administratie in a file. It is used by the thread that opened it; several processes may have the file open.

    The file holds personal data. It is made so that only its owner can read it; while it is open there are two more beside
    it, with ``-wal`` and ``-shm`` after its name.

    ::

        with Opslag("administratie.sqlite", koppeling) as opslag:
            gevolgen = opslag.receive(sivi2017.read(source))  # when this returns, the message is on the disk

    :raises OSError: when the file cannot be made.
    :raises ValueError: when it is no file of this kind, or of a later version of the library.
    """

    path: str | Path
    koppeling: Koppeling | None = None
    """By which messages are read, as for ``Administratie``."""
    begin_halverwege: bool = False
    """As for ``Administratie``."""
    _connection: sqlite3.Connection = field(init=False)

    def __attrs_post_init__(self) -> None:
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        self._connection = sqlite3.connect(self.path, isolation_level=None, timeout=60)
        try:
            self._prepare()
        except BaseException as error:
            self.close()
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
                raise ValueError("the file is no database of SQLite") from None
            raise

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")  # who reads keeps nobody from writing
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA secure_delete = ON")  # from the first message on: moving rows leaves copies as well
        with self._transaction():
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if version == 0 and tables == 0:
                for statement in TABLES.split(";"):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                raise ValueError(f"the file must be an administratie of version {VERSION}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All that happens within it, or nothing; nobody else writes meanwhile."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has ended it already
                self._connection.execute("ROLLBACK")
            raise

    # Taking in

    def receive(self, message: Message) -> tuple[Gevolg, ...]:
        """Take a message of either flow in. When this returns, it is on the disk; when it raises, nothing of it is.

        :returns: what it changed.
        :raises InvalidMessage: when the schema does not allow the message.
        :raises InvalidValue: when it is of neither flow.
        :raises Exception: what ``sqlite3`` raises when the file cannot be written.
        """
        bericht = received(message)
        with self._transaction():
            known = self._connection.execute(f"{ROWS} WHERE vingerafdruk = ? ORDER BY nummer", (bericht.vingerafdruk,))
            rows = known.fetchall()
            if rows:
                return self._taken_in(rows).receive_parts([(bericht, ())])[1]
            parts = list(parts_of(message))
            before = self._about(bericht, [place for place, _ in parts])
            told = mentions(message, bericht, before.verwerkingscodes)
            _, gevolgen = before.receive_parts([(bericht, told)])
            self._keep(bericht, parts)
        return gevolgen

    def _about(self, bericht: Bericht, places: Iterable[Plek]) -> Administratie:
        """What is known of the employees of a message, and of messages with its reference number."""
        where = "WHERE inzender = ? AND referentie = ?"
        same = self._connection.execute(f"{ROWS} {where}", (bericht.inzender, bericht.referentie)).fetchall()
        rows: dict[tuple[str, int | None], Rij] = {(row[0], None): (*row[:7], None, None) for row in same}
        for werkgever, *keys in places:
            for row in self._rows_of(werkgever, [key for key in keys if key is not None]):
                rows[row[0], row[7]] = row
        found = sorted(rows.values(), key=lambda row: (row[0], row[7] or 0))
        return self._taken_in(found)

    def _keep(self, bericht: Bericht, parts: Iterable[tuple[Plek, bytes]]) -> None:
        values = (bericht.vingerafdruk, bericht.soort, bericht.inzender, bericht.ontvanger, bericht.referentie)
        more = (bericht.moment.isoformat(), bericht.test)
        self._connection.execute("INSERT INTO bericht VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, *more))
        rows = ((bericht.vingerafdruk, number, *place, xml) for number, (place, xml) in enumerate(parts, start=1))
        self._connection.executemany("INSERT INTO vermelding VALUES (?, ?, ?, ?, ?, ?)", rows)

    # Forgetting

    def vergeet(self, werkgever_id: str, sleutel: str) -> None:
        """Forget a person, as ``Administratie.vergeet`` does, and what was told of the person in messages not taken in as well.

        When this returns, nothing that was told of the person stands in the file or beside it. Copies of the file, and what a
        disk keeps of files that were overwritten, are beyond it. When the process is killed meanwhile, the person is known as
        before, or forgotten; then the rest goes when all who have the file open close it.

        :param werkgever_id: the id of the employer.
        :param sleutel: the key that the person has or had.
        :raises LookupError: when nothing is known of anybody with that key; nothing has changed then.
        :raises TimeoutError: when the person is forgotten, but what was told of the person still stands beside the file,
            because somebody else has been reading in it for a minute. It goes when all who have the file open close it.
        :raises Exception: what ``sqlite3`` raises when the file cannot be written; nothing has changed then.
        """
        with self._transaction():
            stand = self.werknemer(werkgever_id, sleutel)
            keys = [sleutel] if stand is None else [stand.sleutel, *stand.oude_sleutels]
            delete = "DELETE FROM vermelding WHERE werkgever = ? AND (sleutel = ? OR oude_sleutel = ?)"
            gone = self._connection.executemany(delete, [(werkgever_id, key, key) for key in keys])
            if not gone.rowcount:
                raise LookupError("no employee of this employer has the key, or had it")
        (waits, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if waits:
            raise TimeoutError("the person is forgotten; what was told stays beside the file while somebody else reads in it")

    # What is known

    def administratie(self) -> Administratie:
        """All of it in memory."""
        return self._taken_in(self._connection.execute(f"{ROWS} ORDER BY vingerafdruk, nummer"))

    def werknemer(self, werkgever_id: str, sleutel: str) -> Werknemerstand | None:
        """The employee who has a key or had it; None where nobody has."""
        return self._taken_in(self._rows_of(werkgever_id, [sleutel])).werknemer(werkgever_id, sleutel)

    def werknemers(self) -> Iterator[Werknemerstand]:
        """All employees, one at a time, by employer and first key: in memory that does not grow with what is known of them."""
        places = self._connection.execute("SELECT DISTINCT werkgever, sleutel FROM vermelding ORDER BY werkgever, sleutel")
        seen = set[tuple[str, str]]()
        for werkgever, sleutel in places.fetchall():
            if (werkgever, sleutel) in seen:
                continue
            stand = self.werknemer(werkgever, sleutel)
            assert stand is not None
            keys = {(werkgever, key) for key in (stand.sleutel, *stand.oude_sleutels)}
            if seen.isdisjoint(keys):  # otherwise it was one of two that were found to be one meanwhile
                yield stand
            seen |= keys

    @property
    def signalen(self) -> tuple[Signaal, ...]:
        """All that is remarkable, as of an ``Administratie``. It takes all of the file into memory for a while."""
        return self.administratie().signalen

    def vermoedelijke_dubbelen(self) -> tuple[VermoedelijkDubbel, ...]:
        """People who may be there twice, as of an ``Administratie``. It reads all of the file, one employer at a time."""
        return tuple(item for one in self._by_employer() for item in one.vermoedelijke_dubbelen())

    def oproepbaar(self, op: date) -> tuple[Oproepbaarheid, ...]:
        """Of each employee whether a preventive consultation may be planned on a day, as of an ``Administratie``.

        It reads all of the file, one employer at a time; what it returns holds how each employee stands.
        """
        return tuple(item for one in self._by_employer() for item in one.oproepbaar(op))

    def _by_employer(self) -> Iterator[Administratie]:
        """What is known of the employees of each employer, by its id: nobody works for two under one key."""
        for (werkgever,) in self._connection.execute("SELECT DISTINCT werkgever FROM vermelding ORDER BY werkgever").fetchall():
            where = "WHERE werkgever = ? ORDER BY vingerafdruk, nummer"
            yield self._taken_in(self._connection.execute(f"{ROWS} {where}", (werkgever,)))

    def _rows_of(self, werkgever: str, keys: list[str]) -> Iterator[Rij]:
        """What is kept of an employee, under all keys, sorted by message."""
        known, pending = set[str](), list(keys)
        while pending:
            key = pending.pop()
            if key in known:
                continue
            known.add(key)
            found = self._connection.execute(OTHER_KEYS, {"werkgever": werkgever, "sleutel": key})
            pending += [other for (other,) in found if other is not None]
        marks = ", ".join("?" * len(known))
        where = f"WHERE werkgever = ? AND sleutel IN ({marks}) ORDER BY vingerafdruk, nummer"
        yield from self._connection.execute(f"{ROWS} {where}", (werkgever, *sorted(known)))

    def _taken_in(self, rows: Iterable[Rij]) -> Administratie:
        """An administratie of rows that are sorted by message."""
        administratie = Administratie(self.koppeling, self.begin_halverwege)
        messages = (list(of_message) for _, of_message in groupby(rows, key=lambda row: row[0]))
        return administratie.known_with(
            (bericht_of(several[0]), vermeldingen_of(several, administratie.verwerkingscodes)) for several in messages
        ).administratie

    # The file

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return "<Opslag>"
