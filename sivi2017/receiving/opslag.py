"""An administratie in a file: what was acknowledged is never lost, and nothing is taken in twice.

The file is a database of SQLite. It holds what every message says of every employee, as XML, and nothing that follows from it:
how an employee stands is worked out when it is asked for.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from attrs import define, field

from sivi2017.bindings import Message
from sivi2017.checking import read
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.administratie import Administratie
from sivi2017.receiving.gevolg import Gevolg
from sivi2017.receiving.intake import Vermelding, mentions, received
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht, Werknemerstand
from sivi2017.writing.writer import write

__all__ = ["Opslag"]

_VERSION = 1
_TABLES = """
CREATE TABLE bericht (
    vingerafdruk TEXT PRIMARY KEY, soort TEXT NOT NULL, inzender TEXT NOT NULL, ontvanger TEXT NOT NULL,
    referentie TEXT NOT NULL, moment TEXT NOT NULL, test INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX bericht_referentie ON bericht (inzender, referentie);
CREATE TABLE vermelding (
    vingerafdruk TEXT NOT NULL REFERENCES bericht, nummer INTEGER NOT NULL, werkgever TEXT NOT NULL,
    sleutel TEXT NOT NULL, oude_sleutel TEXT, xml BLOB NOT NULL, PRIMARY KEY (vingerafdruk, nummer)
);
CREATE INDEX vermelding_sleutel ON vermelding (werkgever, sleutel);
CREATE INDEX vermelding_oude_sleutel ON vermelding (werkgever, oude_sleutel);
"""
_ROWS = """
SELECT bericht.vingerafdruk, soort, inzender, ontvanger, referentie, moment, test, nummer, xml
FROM bericht LEFT JOIN vermelding USING (vingerafdruk)
"""
_OTHER_KEYS = """
SELECT oude_sleutel FROM vermelding WHERE werkgever = :werkgever AND sleutel = :sleutel
UNION SELECT sleutel FROM vermelding WHERE werkgever = :werkgever AND oude_sleutel = :sleutel
"""
_Row: TypeAlias = tuple[str, str, str, str, str, str, int, int | None, bytes | None]


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
        with self._transaction():
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if version == 0 and tables == 0:
                for statement in _TABLES.split(";"):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {_VERSION}")
            elif version != _VERSION:
                raise ValueError(f"the file must be an administratie of version {_VERSION}")

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
            known = self._connection.execute(f"{_ROWS} WHERE vingerafdruk = ? ORDER BY nummer", (bericht.vingerafdruk,))
            rows = known.fetchall()
            if rows:
                return self._taken_in(rows).receive_parts([(bericht, ())])[1]
            parts = list(_split(message))
            before = self._about(bericht, [place for place, _ in parts])
            told = mentions(message, bericht, before.verwerkingscodes)
            _, gevolgen = before.receive_parts([(bericht, told)])
            self._keep(bericht, parts)
        return gevolgen

    def _about(self, bericht: Bericht, places: Iterable[_Place]) -> Administratie:
        """What is known of the employees of a message, and of messages with its reference number."""
        where = "WHERE inzender = ? AND referentie = ?"
        same = self._connection.execute(f"{_ROWS} {where}", (bericht.inzender, bericht.referentie)).fetchall()
        rows: dict[tuple[str, int | None], _Row] = {(row[0], None): (*row[:7], None, None) for row in same}
        for werkgever, *keys in places:
            for row in self._rows_of(werkgever, [key for key in keys if key is not None]):
                rows[row[0], row[7]] = row
        found = sorted(rows.values(), key=lambda row: (row[0], row[7] or 0))
        return self._taken_in(found)

    def _keep(self, bericht: Bericht, parts: Iterable[tuple[_Place, bytes]]) -> None:
        values = (bericht.vingerafdruk, bericht.soort, bericht.inzender, bericht.ontvanger, bericht.referentie)
        more = (bericht.moment.isoformat(), bericht.test)
        self._connection.execute("INSERT INTO bericht VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, *more))
        rows = ((bericht.vingerafdruk, number, *place, xml) for number, (place, xml) in enumerate(parts, start=1))
        self._connection.executemany("INSERT INTO vermelding VALUES (?, ?, ?, ?, ?, ?)", rows)

    # What is known

    def administratie(self) -> Administratie:
        """All of it in memory."""
        return self._taken_in(self._connection.execute(f"{_ROWS} ORDER BY vingerafdruk, nummer"))

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

    def _rows_of(self, werkgever: str, keys: list[str]) -> Iterator[_Row]:
        """What is kept of an employee, under all keys, sorted by message."""
        known, pending = set[str](), list(keys)
        while pending:
            key = pending.pop()
            if key in known:
                continue
            known.add(key)
            found = self._connection.execute(_OTHER_KEYS, {"werkgever": werkgever, "sleutel": key})
            pending += [other for (other,) in found if other is not None]
        marks = ", ".join("?" * len(known))
        where = f"WHERE werkgever = ? AND sleutel IN ({marks}) ORDER BY vingerafdruk, nummer"
        yield from self._connection.execute(f"{_ROWS} {where}", (werkgever, *sorted(known)))

    def _taken_in(self, rows: Iterable[_Row]) -> Administratie:
        """An administratie of rows that are sorted by message."""
        administratie = Administratie(self.koppeling, self.begin_halverwege)
        messages = (list(of_message) for _, of_message in groupby(rows, key=lambda row: row[0]))
        return administratie.known_with(
            (_bericht(several[0]), _parts(several, administratie.verwerkingscodes)) for several in messages
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


_Place: TypeAlias = tuple[str, str, str | None]
"""The id of an employer, the key of an employee, and the one before it."""


def _split(message: Message) -> Iterator[tuple[_Place, bytes]]:
    """What a message says of each employee, as a message of its own."""
    employers: Any = getattr(message, "werkgever", ())
    for employer in employers:
        for employee in employer.werknemer:
            place = (
                employer.identificatie_werkgever_bij_arbodienst,
                employee.identificatie_werknemer,
                employee.identificatie_werknemer_oud,
            )
            alone: Any = replace(employer, werknemer=[employee])
            whole: Any = message
            yield place, write(replace(whole, werkgever=[alone]), check=False)


def _bericht(row: _Row) -> Bericht:
    vingerafdruk, soort, inzender, ontvanger, referentie, moment, test, *_ = row
    return Bericht(soort, inzender, ontvanger, referentie, datetime.fromisoformat(moment), bool(test), vingerafdruk)


def _parts(rows: Iterable[_Row], codes: Mapping[str, Verwerkingscodes]) -> Iterator[Vermelding | Signaal]:
    """What the rows of a message say."""
    for row in rows:
        number, xml = row[7:]
        if number is not None and xml is not None:
            yield from mentions(read(xml), _bericht(row), codes, first=number)
