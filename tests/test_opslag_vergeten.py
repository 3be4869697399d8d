"""Forgetting a person: gone from what is known, and from every byte of the file and beside it."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import uncounted
from receiving_messages import GEVAL, KOPPELING, Zender, dienstverband, werknemer

import sivi2017
from sivi2017 import bindings
from sivi2017.receiving import Administratie, Opslag, SoortGevolg

BSN = "012345672"
TRACES = ("Verdwijnbaar", BSN, "VERGEET-1", "VERGEET-2")


def _told() -> list[bindings.Message]:
    """A person under two keys, in one message with somebody else; and what cannot be taken in about both."""
    zender, test = Zender(), Zender(test=True)
    who = werknemer("VERGEET-1", achternaam="Verdwijnbaar", burgerservicenummer=BSN)
    together: Any = zender.gegevens()
    one: Any = zender.gegevens(who)
    together.werkgever[0].werknemer += one.werkgever[0].werknemer
    wrong: Any = zender.gegevens(werknemer("VERGEET-1", burgerservicenummer=BSN))
    other: Any = zender.gegevens(werknemer("W-3", burgerservicenummer="123456782"))
    wrong.werkgever[0].werknemer += other.werkgever[0].werknemer
    for item in wrong.werkgever[0].werknemer:
        item.burgerservicenummer = "111111111"
    return [
        together,
        zender.verzuim(GEVAL, who),
        zender.gegevens(werknemer("VERGEET-2", id_oud="VERGEET-1", achternaam="Verdwijnbaar"), [dienstverband("D-9")]),
        wrong,
        test.gegevens(werknemer("VERGEET-2", achternaam="Verdwijnbaar")),
    ]


TOLD = _told()


def traces(folder: Path, words: Iterable[str] = TRACES) -> set[str]:
    """Which words stand in any file of a folder."""
    data = b"".join(file.read_bytes() for file in folder.iterdir())
    return {word for word in words if word.encode() in data}


@pytest.mark.parametrize("key", ["VERGEET-1", "VERGEET-2"])
def test_all_of_the_person_goes_and_the_others_stay(key: str) -> None:
    """Under either key; of a message that tells of several people only that part."""
    before, _ = Administratie(KOPPELING).receive_all(TOLD)
    after = before.vergeet("WG-1", key)
    assert [stand.sleutel for stand in before.werknemers] == ["VERGEET-2", "W-1", "W-3"]
    assert after.werknemers == tuple(stand for stand in before.werknemers if stand.sleutel != "VERGEET-2")
    assert after.werknemer("WG-1", "VERGEET-1") is after.werknemer("WG-1", "VERGEET-2") is None
    assert after.berichten == before.berichten
    assert {signal.werknemer_id for signal in before.signalen if signal.id == "ADM-LEFT-OUT"} == {"VERGEET-1", "W-3"}
    assert {signal.werknemer_id for signal in after.signalen if signal.id == "ADM-LEFT-OUT"} == {"W-3"}


def test_the_same_messages_do_not_bring_the_person_back_and_a_new_one_does(tmp_path: Path) -> None:
    """In memory and in a file alike."""
    new = Zender(test=False).gegevens(werknemer("VERGEET-1", voorletters="Z"))
    administratie = Administratie(KOPPELING).receive_all(TOLD)[0].vergeet("WG-1", "VERGEET-1")
    with Opslag(tmp_path / "a", KOPPELING) as opslag:
        for message in TOLD:
            opslag.receive(message)
        opslag.vergeet("WG-1", "VERGEET-1")
        assert opslag.administratie() == administratie
        for message in TOLD:
            administratie, expected = administratie.receive(message)
            assert opslag.receive(message) == expected
            assert expected[0].soort is SoortGevolg.AL_BEKEND
        assert opslag.administratie() == administratie
        assert opslag.werknemer("WG-1", "VERGEET-1") is None
        assert SoortGevolg.NIEUWE_WERKNEMER in [item.soort for item in opslag.receive(new)]


def test_somebody_of_whom_nothing_could_be_taken_in_can_be_forgotten() -> None:
    """Then only signals have the key."""
    message: Any = Zender().gegevens()
    message.werkgever[0].werknemer[0].identificatie_werknemer = " "
    administratie, _ = Administratie().receive(message)
    assert [signal.werknemer_id for signal in administratie.signalen] == [" "]
    assert administratie.vergeet("WG-1", " ").signalen == ()


@pytest.mark.parametrize("place", [("WG-1", "nobody"), ("WG-2", "VERGEET-1")])
def test_somebody_unknown_is_an_error_and_changes_nothing(place: tuple[str, str], tmp_path: Path) -> None:
    administratie, _ = Administratie(KOPPELING).receive_all(TOLD)
    with pytest.raises(LookupError, match="no employee of this employer"):
        administratie.vergeet(*place)
    with Opslag(tmp_path / "a", KOPPELING) as opslag:
        for message in TOLD:
            opslag.receive(message)
        with pytest.raises(LookupError, match="no employee of this employer"):
            opslag.vergeet(*place)
        assert opslag.administratie() == administratie


def test_a_message_that_was_not_taken_in_joins_nobody(tmp_path: Path) -> None:
    """A test that gives one person the key of another does not take the other along."""
    zender, test = Zender(), Zender(test=True)
    with Opslag(tmp_path / "a", KOPPELING) as opslag:
        opslag.receive(zender.gegevens())
        opslag.receive(zender.gegevens(werknemer("W-2")))
        opslag.receive(test.gegevens(werknemer("W-2", id_oud="VERGEET-1")))
        opslag.vergeet("WG-1", "VERGEET-1")  # of whom only the test tells
        assert [stand.sleutel for stand in opslag.werknemers()] == ["W-1", "W-2"]
        assert traces(tmp_path, ["VERGEET-1"]) == set()


def test_no_byte_is_left_in_the_file_or_beside_it(tmp_path: Path) -> None:
    """While the file is open, and after it was closed."""
    with Opslag(tmp_path / "a", KOPPELING) as opslag:
        for message in TOLD:
            opslag.receive(message)
        assert traces(tmp_path) == set(TRACES)
        opslag.vergeet("WG-1", "VERGEET-2")
        assert traces(tmp_path) == set()
        assert traces(tmp_path, ["Jansen"])
    assert traces(tmp_path) == set()


def test_no_byte_is_left_where_rows_were_moved_between_pages(tmp_path: Path) -> None:
    """A database moves rows when a page is full; a copy of one must not stay where it was."""
    zender, people = Zender(), [f"VERGEET-{number:03}" for number in range(40)]
    messages = [
        zender.gegevens(werknemer(key, achternaam=f"Naam{key}", id_oud=f"OUD-{key}" if turn else None))
        for turn in range(4)
        for key in people
    ]
    random.Random(1).shuffle(messages)  # noqa: S311 - nothing secret
    with Opslag(tmp_path / "a") as opslag:
        for message in messages:
            opslag.receive(message)
        for key in people[::5]:
            opslag.vergeet("WG-1", f"OUD-{key}")
            assert traces(tmp_path, [key]) == set()
        assert traces(tmp_path, people) == set(people) - set(people[::5])


def test_somebody_who_reads_meanwhile_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person is forgotten; the bytes beside the file go when all have closed it, and the error says so."""
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(path, **{**options, "timeout": 0}))
    with Opslag(tmp_path / "a", KOPPELING) as opslag:
        for message in TOLD:
            opslag.receive(message)
        reader = connect(tmp_path / "a", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM vermelding").fetchone()
        with pytest.raises(TimeoutError, match="the person is forgotten"):
            opslag.vergeet("WG-1", "VERGEET-1")
        assert opslag.werknemer("WG-1", "VERGEET-1") is None
        reader.close()
    assert traces(tmp_path) == set()


PROGRAM = """
import os, sys
from sivi2017.receiving import Opslag

opslag = Opslag(sys.argv[1])
if sys.argv[2] == "before":
    opslag._connection.execute("BEGIN IMMEDIATE")
    opslag._connection.execute("DELETE FROM vermelding")
else:
    opslag.vergeet("WG-1", "VERGEET-1")
os._exit(9)
"""


@pytest.mark.parametrize(("moment", "left"), [("before", set(TRACES)), ("after", set())])
def test_a_process_that_is_killed_has_forgotten_all_or_nothing(moment: str, left: set[str], tmp_path: Path) -> None:
    """Killed within the transaction the person is known as before; after it nothing is left."""
    folder = tmp_path / "store"
    folder.mkdir()
    with Opslag(folder / "a") as opslag:
        for message in TOLD:
            opslag.receive(message)
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "program.py"), str(folder / "a"), moment]
    assert subprocess.run(command, check=False, env=uncounted()).returncode == 9
    with Opslag(folder / "a") as opslag:
        assert (opslag.werknemer("WG-1", "VERGEET-1") is not None) is bool(left)
    assert traces(folder) == left


def test_a_file_of_before_deleted_content_was_overwritten_is_refused(tmp_path: Path) -> None:
    """Of such a file it could not be promised that nothing is left."""
    with Opslag(tmp_path / "a") as opslag:
        opslag.receive(sivi2017.read(sivi2017.write(TOLD[0])))
    with sqlite3.connect(tmp_path / "a") as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(ValueError, match="of version 2"):
        Opslag(tmp_path / "a")
