"""The tables of the file of an ``Opslag``, and messages to their rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeAlias

from sivi2017.bindings import Message
from sivi2017.checking import read
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.receiving.intake import Vermelding, mentions
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht
from sivi2017.writing.writer import write

__all__ = ["OTHER_KEYS", "ROWS", "TABLES", "VERSION", "Plek", "Rij", "bericht_of", "parts_of", "vermeldingen_of"]

VERSION = 2
"""In files of version 1, of before the first release, what was deleted was not overwritten."""
TABLES = """
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
ROWS = """
SELECT bericht.vingerafdruk, soort, inzender, ontvanger, referentie, moment, test, nummer, xml
FROM bericht LEFT JOIN vermelding USING (vingerafdruk)
"""
OTHER_KEYS = """
SELECT oude_sleutel FROM vermelding WHERE werkgever = :werkgever AND sleutel = :sleutel
UNION SELECT sleutel FROM vermelding WHERE werkgever = :werkgever AND oude_sleutel = :sleutel
"""
Rij: TypeAlias = tuple[str, str, str, str, str, str, int, int | None, bytes | None]

Plek: TypeAlias = tuple[str, str, str | None]
"""The id of an employer, the key of an employee, and the one before it."""


def parts_of(message: Message) -> Iterator[tuple[Plek, bytes]]:
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


def bericht_of(row: Rij) -> Bericht:
    """Which message a row is of."""
    vingerafdruk, soort, inzender, ontvanger, referentie, moment, test, *_ = row
    return Bericht(soort, inzender, ontvanger, referentie, datetime.fromisoformat(moment), bool(test), vingerafdruk)


def vermeldingen_of(rows: Iterable[Rij], codes: Mapping[str, Verwerkingscodes]) -> Iterator[Vermelding | Signaal]:
    """What the rows of a message say."""
    for row in rows:
        number, xml = row[7:]
        if number is not None and xml is not None:
            yield from mentions(read(xml), bericht_of(row), codes, first=number)
