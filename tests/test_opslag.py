"""An administratie in a file: nothing acknowledged is lost, nothing is taken in twice."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import RETOUR, VERZUIM, changed, uncounted
from receiving_messages import GEVAL, KOPPELING, Zender, dienstverband, werknemer

import sivi2017
from sivi2017 import InvalidValue, Koppeling, bindings
from sivi2017.fakes import Company
from sivi2017.receiving import Administratie, Opslag, SoortGevolg

HALF = GEVAL.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)


def pool() -> list[bindings.Message]:
    zender = Zender()
    twice: Any = zender.gegevens()
    other: Any = zender.gegevens(werknemer("W-9"))
    twice.werkgever[0].werknemer += other.werkgever[0].werknemer
    again = zender.verzuim(HALF)
    again.bericht_algemeen.berichtreferentienummer = twice.bericht_algemeen.berichtreferentienummer
    return [
        zender.verzuim(GEVAL),
        twice,
        zender.gegevens(werknemer("W-2", id_oud="W-1"), [dienstverband("D-2", id_oud="D-1")]),
        again,
        zender.gegevens(werknemer("W-3", id_oud="W-2")),
        zender.verzuim(HALF, werknemer("W-3"), dienstverband("D-2")),
        zender.gegevens(bij="WG-2"),
        zender.zonder_naam(werknemer("W-9")),
        sivi2017.read(changed(VERZUIM, (">1980-02-29<", ">1980-02-29+01:00<"))),
    ]


POOL = pool()


@pytest.mark.parametrize("seed", range(6))
def test_it_says_what_an_administratie_in_memory_says(seed: int, tmp_path: Path) -> None:
    """Message by message what changed, and in the end all that is known; also opened again."""
    messages = POOL * 2
    random.Random(seed).shuffle(messages)  # noqa: S311 - nothing secret
    administratie = Administratie()
    file = tmp_path / "administratie.sqlite"
    for message in messages:
        administratie, expected = administratie.receive(message)
        with Opslag(file) as opslag:
            assert opslag.receive(message) == expected
    with Opslag(file) as opslag:
        assert opslag.administratie() == administratie
        assert sorted(opslag.werknemers(), key=lambda stand: (stand.werkgever.id, stand.sleutel)) == list(
            administratie.werknemers
        )
        for stand in administratie.werknemers:
            for key in (stand.sleutel, *stand.oude_sleutels):
                assert opslag.werknemer(stand.werkgever.id, key) == stand
        assert opslag.werknemer("WG-1", "nobody") is None


@pytest.mark.parametrize("koppeling", [None, KOPPELING, KOPPELING.met(datakluis=["WG-2"])])
def test_it_answers_what_an_administratie_in_memory_answers(koppeling: Koppeling | None, tmp_path: Path) -> None:
    """What is remarkable, who may be there twice, and who may be invited: the same, in the same order."""
    zender, test = Zender(), Zender(test=True)
    doubles = [zender.gegevens(werknemer(key), bij=employer) for key in ("W-8", "W-7") for employer in ("WG-2", "WG-1", "wg-1")]
    shared = [zender.verzuim(GEVAL, werknemer(key)) for key in ("W-8", "W-7")]
    with Opslag(tmp_path / "a", koppeling) as opslag:
        for message in (*POOL, *doubles, *shared, test.gegevens(werknemer("W-6"), bij="WG-3")):
            opslag.receive(message)
        administratie = opslag.administratie()
        assert opslag.signalen == administratie.signalen
        assert "ADM-SHARED-CASE" in [signal.id for signal in opslag.signalen]
        assert opslag.vermoedelijke_dubbelen() == administratie.vermoedelijke_dubbelen()
        assert opslag.vermoedelijke_dubbelen()
        assert opslag.oproepbaar(date(2017, 4, 1)) == administratie.oproepbaar(date(2017, 4, 1))
        assert opslag.oproepbaar(date(2017, 4, 1))


def test_an_employer_with_one_key_and_two_aansluitnummers_is_told_of(tmp_path: Path) -> None:
    """Also where the two messages come with the file closed in between."""
    zender = Zender()
    other: Any = zender.gegevens()
    other.werkgever[0].aansluitnummer_gegevensuitwisseling_arbodienst = "AN-2"
    with Opslag(tmp_path / "a") as opslag:
        opslag.receive(zender.gegevens())
    with Opslag(tmp_path / "a") as opslag:
        told = [gevolg.signaal.id for gevolg in opslag.receive(other) if gevolg.signaal is not None]
        assert told == ["ADM-OTHER-EMPLOYER"]
        assert [signal.id for signal in opslag.signalen] == told


def test_the_settings_are_those_of_an_administratie(tmp_path: Path) -> None:
    test = Zender(test=True)
    with Opslag(tmp_path / "a", KOPPELING, begin_halverwege=True) as opslag:
        opslag.receive(Zender().verzuim(HALF))
        opslag.receive(test.verzuim(GEVAL))
        administratie = opslag.administratie()
    assert administratie.koppeling is KOPPELING
    assert [item.geval.meldingen for item in administratie.werknemers[0].gevallen] == [HALF.meldingen[1:]]
    assert [signal.id for signal in administratie.signalen] == ["ADM-TEST"]


def test_two_that_turn_out_to_be_one_meanwhile_are_given_once(tmp_path: Path) -> None:
    zender = Zender()
    with Opslag(tmp_path / "a") as opslag:
        opslag.receive(zender.gegevens())
        opslag.receive(zender.gegevens(werknemer("W-2")))
        found = opslag.werknemers()
        given = [next(found).sleutel]
        opslag.receive(zender.gegevens(werknemer("W-2", id_oud="W-1")))
        given += [stand.sleutel for stand in found]
    assert given == ["W-1"]


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "administratie.sqlite"
    with Opslag(file) as opslag:
        assert repr(opslag) == "<Opslag>"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


class TestFiles:
    def test_one_that_is_something_else(self, tmp_path: Path) -> None:
        file = tmp_path / "a"
        file.write_bytes(b"no database at all, but long enough to look at" * 100)
        with pytest.raises(ValueError, match="no database of SQLite"):
            Opslag(file)

    def test_a_database_of_somebody_else(self, tmp_path: Path) -> None:
        file = tmp_path / "a"
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE other (a)")
        connection.close()
        with pytest.raises(ValueError, match="of version 2"):
            Opslag(file)

    def test_one_in_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            Opslag(tmp_path / "nowhere" / "a")


class TestNothingOrAll:
    def test_a_message_that_is_refused_leaves_nothing(self, tmp_path: Path) -> None:
        with Opslag(tmp_path / "a") as opslag:
            with pytest.raises(InvalidValue):
                opslag.receive(sivi2017.read(RETOUR.encode()))
            assert opslag.administratie() == Administratie()

    def test_a_failure_half_way_leaves_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with Opslag(tmp_path / "a") as opslag:
            keep = Opslag._keep

            def fail(self: Opslag, bericht: object, parts: object) -> None:
                keep(self, bericht, parts)  # type: ignore[arg-type]  # what it was given
                raise OSError("no space left")

            monkeypatch.setattr(Opslag, "_keep", fail)
            with pytest.raises(OSError, match="no space"):
                opslag.receive(Zender().verzuim(GEVAL))
            monkeypatch.undo()
            assert opslag.administratie() == Administratie()
            assert SoortGevolg.NIEUW_GEVAL in [item.soort for item in opslag.receive(Zender().verzuim(GEVAL))]

    def test_a_transaction_that_has_ended_already(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a full disk SQLite takes everything back by itself; then the cause is told, and nothing else."""
        with Opslag(tmp_path / "a") as opslag:

            def fail(self: Opslag, *_: object) -> None:
                self._connection.execute("ROLLBACK")
                raise OSError("no space left")

            monkeypatch.setattr(Opslag, "_keep", fail)
            with pytest.raises(OSError, match="no space"):
                opslag.receive(Zender().verzuim(GEVAL))
            monkeypatch.undo()
            assert opslag.receive(Zender().verzuim(GEVAL))

    def test_a_file_that_somebody_else_writes_to_is_busy_and_no_other_file(self, tmp_path: Path) -> None:
        with Opslag(tmp_path / "a", KOPPELING):
            other = sqlite3.connect(tmp_path / "a", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            connect = sqlite3.connect
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(sqlite3, "connect", lambda path, **options: connect(path, **{**options, "timeout": 0}))
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    Opslag(tmp_path / "a")
            other.close()

    def test_a_reader_does_not_keep_a_writer_waiting(self, tmp_path: Path) -> None:
        with Opslag(tmp_path / "a") as opslag, Opslag(tmp_path / "a") as other:
            opslag.receive(Zender().gegevens())
            reading = other._connection.execute("SELECT * FROM bericht")
            assert reading.fetchone()
            assert opslag.receive(Zender().verzuim(GEVAL))
            assert not list(tmp_path.glob("*-journal"))
        assert [file.name for file in tmp_path.iterdir()] == ["a"]


PROGRAM = """
import sys
from pathlib import Path
import sivi2017
from sivi2017.receiving import Opslag

with Opslag(sys.argv[1]) as opslag:
    for file in sorted(Path(sys.argv[2]).glob("*.xml")):
        opslag.receive(sivi2017.read(file))
        print(file.name, flush=True)
"""


def _delivery(folder: Path, employees: int, seed: int) -> tuple[dict[str, bindings.Message], list[str], Path]:
    """Messages as files, the command that takes them in, and the file that it takes them into."""
    messages = {event.name: event.message() for event in Company(employees=employees, seed=seed).events()}
    (folder / "messages").mkdir()
    for name, message in messages.items():
        (folder / "messages" / name).write_bytes(sivi2017.write(message))
    program, file = folder / "program.py", folder / "administratie.sqlite"
    program.write_text(PROGRAM, encoding="utf-8")
    return messages, [sys.executable, str(program), str(file), str(folder / "messages")], file


def test_a_process_that_is_killed_again_and_again_ends_in_the_same_state(tmp_path: Path) -> None:
    """Killed at random moments and started anew: what it acknowledged is there, and the end is the same."""
    messages, command, file = _delivery(tmp_path, employees=12, seed=4)
    dice, kills = random.Random(4), 0  # noqa: S311 - nothing secret
    for _ in range(4):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=uncounted())
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(dice.uniform(0, 0.05))
        process.kill()
        acknowledged = {first.strip(), *process.stdout.read().split("\n")[:-1]}
        kills += process.wait() != 0
        process.stdout.close()
        with Opslag(file) as opslag:
            known = {bericht.referentie for bericht in opslag.administratie().berichten}
        assert {messages[name].bericht_algemeen.berichtreferentienummer for name in acknowledged} <= known
    subprocess.run(command, check=True, capture_output=True, env=uncounted())
    with Opslag(file) as opslag:
        assert opslag.administratie() == Administratie().receive_all(messages.values())[0]
    assert kills > 0


def test_two_processes_with_one_file(tmp_path: Path) -> None:
    """Each waits for the other; every message is taken in once."""
    messages, command, file = _delivery(tmp_path, employees=8, seed=5)
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL, env=uncounted()) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    with Opslag(file) as opslag:
        assert opslag.administratie() == Administratie().receive_all(messages.values())[0]
