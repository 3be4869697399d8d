"""Threads that work at the same time do not see each other's findings, messages or numbers."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import count
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from conftest import DIENSTVERBANDEN, MESSAGES, RETOUR, VERZUIM, WERKNEMER, changed, check, uncounted

import sivi2017
from sivi2017 import Dienstverband, Koppeling, Report, Verzuimgeval, Werkgever, Werknemer, codes
from sivi2017.reading import collecting
from sivi2017.reading.collecting import without_collecting

THREADS = 8
ROUNDS = 40

# Also messages where the words of libxml2's own log are asked for, which threads that share a schema object mix up.
JOBS = {
    "valid": VERZUIM.encode(),
    "with a fault": changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<")),
    "with another fault": changed(VERZUIM, ("<PrcVrzm>100.00<", "<PrcVrzm>100<"), ("1980-02-29", "1981-02-29")),
    "with blanks around a date": changed(VERZUIM, ("1980-02-29", " 1980-02-29 ")),
    "with what only libxml2 refuses": changed(VERZUIM, ("09:15:00", "09:15:59.99999999999999999999")),
    "with that in another line": changed(VERZUIM, ("<BrAlg>", "\n\n<BrAlg>"), ("09:15:00", "09:15:59.99999999999999999999")),
    "about an employee": changed(WERKNEMER, ("<Voorl>ABC<", "<Voorl>ABCDEFG<")),
    "about employments": DIENSTVERBANDEN.encode(),
    "an answer": changed(RETOUR, ("<SrtFoutCd>99<", "<SrtFoutCd>98<")),
    "an answer that only libxml2 refuses": changed(RETOUR, ("09:15:00", "09:15:59.99999999999999999999")),
    "of no kind": b"<Polis/>",
    "cut off": VERZUIM.encode()[:500],
    "with a DOCTYPE": b"<!DOCTYPE a><a/>",
}


def together(rounds: int) -> list[tuple[str, Report]]:
    """Each thread checks every message a number of times, each in an order of its own."""
    start = Barrier(THREADS)

    def work(number: int) -> list[tuple[str, Report]]:
        names = list(JOBS)[number:] + list(JOBS)[:number]
        start.wait()
        return [(name, check(JOBS[name], tolerant=bool(number % 2))) for _ in range(rounds) for name in names]

    with ThreadPoolExecutor(THREADS) as pool:
        return [outcome for outcomes in pool.map(work, range(THREADS)) for outcome in outcomes]


def test_no_finding_crosses_from_one_thread_to_another() -> None:
    """Each report is the one that a single thread makes."""
    expected = {name: check(data) for name, data in JOBS.items()}
    assert len({report.findings for report in expected.values()}) == len(JOBS) - 2, "three of them have no findings"
    outcomes = together(ROUNDS)
    assert len(outcomes) == THREADS * ROUNDS * len(JOBS)
    for name, report in outcomes:
        assert report == expected[name], name


@pytest.mark.parametrize("name", MESSAGES)
def test_reading_and_writing_at_the_same_time_gives_the_same_bytes(name: str) -> None:
    data = MESSAGES[name].encode()
    message = sivi2017.read(data)
    expected = sivi2017.write(message)

    def work(_number: int) -> set[bytes]:
        with warnings.catch_warnings():
            return {sivi2017.write(sivi2017.read(data)) for _ in range(10)} | {sivi2017.write(message) for _ in range(10)}

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(work, range(THREADS))) == [{expected}] * THREADS


def all_at_once(work: Callable[[int], Any]) -> list[Any]:
    """What each of the threads makes, which begin together."""
    start = Barrier(THREADS)

    def begun(number: int) -> Any:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begun, range(THREADS)))


def test_every_kind_of_work_at_the_same_time() -> None:
    """Reading, validating, streaming, writing at once and one at a time, valid and broken: each as if it were alone."""
    people = changed(VERZUIM, ("036.00", "36.00"))
    broken = changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<"))
    message: Any = sivi2017.read(people)
    (employer,) = message.werkgever
    around = replace(message, werkgever=[replace(employer, werknemer=[])])

    def streamed() -> bytes:
        file = io.BytesIO()
        sivi2017.write_stream(file, around, employer.werknemer * 3)
        return file.getvalue()

    def refused() -> Report:
        with pytest.raises(sivi2017.InvalidMessage) as caught:
            sivi2017.read(broken)
        return caught.value.report

    jobs: list[Callable[[], Any]] = [
        lambda: sivi2017.validate(people).findings,
        lambda: sivi2017.validate(broken).findings,
        lambda: sivi2017.validate_stream(broken, tolerant=True).findings,
        lambda: [part.werknemer for part in sivi2017.stream(people)],
        lambda: [part.report.findings for part in sivi2017.stream(broken)],
        lambda: sivi2017.write(message),
        lambda: sivi2017.write(message, pretty=True),
        streamed,
        refused,
    ]
    expected = [job() for job in jobs]

    def work(number: int) -> bool:
        order = [*range(number, len(jobs)), *range(number)]
        return all(jobs[index]() == expected[index] for _ in range(10) for index in order)

    assert all_at_once(work) == [True] * THREADS


WERKGEVER = Werkgever(naam="Bakkerij Voorbeeld", id="WG-1", aansluitnummer="AN-1")
DIENSTVERBAND = Dienstverband(
    id="D-1",
    ingangsdatum=date(2010, 4, 1),
    geldt_vanaf=date(2017, 1, 1),
    afdeling_code="BAK",
    functie="Bakker",
    uren_per_week=36,
)


def werknemer(number: int) -> Werknemer:
    return Werknemer(
        id=f"W-{number}",
        achternaam="Voorbeeld",
        voorletters="A.B.",
        geboortedatum=date(1980, 5, 17),
        geslacht=codes.Geslachtsaanduiding.VROUW,
    )


def test_one_coupling_in_all_threads() -> None:
    """No number is given twice, and each thread gets the messages that it asked for."""
    numbers = count(1)  # what counts is the caller's; ``next`` of this one is whole in CPython
    koppeling = Koppeling(inzender="A", ontvanger="B", referentie=lambda _moment: f"BER-{next(numbers)}")

    def work(number: int) -> list[str]:
        made = []
        for turn in range(20):
            geval = Verzuimgeval.ziekmelding(id=f"VG-{number}-{turn}", eerste_verzuimdag=date(2017, 3, 6))
            message = koppeling.verzuimmutatie(WERKGEVER, werknemer(number), DIENSTVERBAND, geval)
            (person,) = message.werkgever[0].werknemer
            assert person.identificatie_werknemer == f"W-{number}"
            assert person.dienstverband[0].verzuim[0].verzuimgeval_identificatie == f"VG-{number}-{turn}"
            made.append(message.bericht_algemeen.berichtreferentienummer)
        return made

    given = [number for made in all_at_once(work) for number in made]
    assert len(set(given)) == len(given) == THREADS * 20


def test_references_of_the_library_itself_are_never_the_same() -> None:
    koppeling = Koppeling(inzender="A", ontvanger="B")
    geval = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6))

    def work(number: int) -> list[str]:
        messages = [koppeling.verzuimmutatie(WERKGEVER, werknemer(number), DIENSTVERBAND, geval) for _ in range(20)]
        return [message.bericht_algemeen.berichtreferentienummer for message in messages]

    given = [number for made in all_at_once(work) for number in made]
    assert len(set(given)) == THREADS * 20


def test_messages_share_nothing_that_can_be_changed() -> None:
    """What a caller does to one message is not seen in another, read or built from the same."""
    first: Any = sivi2017.read(VERZUIM.encode())
    untouched = sivi2017.read(VERZUIM.encode())
    first.bericht_algemeen.berichtreferentienummer = "x"
    first.werkgever[0].werknemer[0].dienstverband.clear()
    first.werkgever[0].werknemer.append(None)
    assert sivi2017.read(VERZUIM.encode()) == untouched


# The very first use is at the same time in all threads: modules are imported and schemas loaded then.
FIRST_USE = """
import sys, warnings
from threading import Barrier, Thread
warnings.simplefilter("error")
data = sys.stdin.buffer.read()
start, told = Barrier(8), []
def work(number):
    start.wait()
    import sivi2017
    way = number % 4
    if way == 0:
        told.append(sivi2017.validate(data).ok)
    elif way == 1:
        told.append(sivi2017.write(sivi2017.read(data)).startswith(b"<?xml"))
    elif way == 2:
        told.append([part.report.ok for part in sivi2017.stream(data)] == [True])
    else:
        told.append(sivi2017.Koppeling(inzender="A", ontvanger="B").inzender == "A")
threads = [Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(told == [True] * 8)
"""


@pytest.mark.parametrize("time", range(3))
def test_the_first_use_in_all_threads_at_once(time: int) -> None:
    """In a fresh process each time, with the threads taking turns more often than usual."""
    often = "import sys; sys.setswitchinterval(1e-5)\n" if time else ""
    done = subprocess.run(
        [sys.executable, "-c", often + FIRST_USE], input=VERZUIM.encode(), capture_output=True, env=uncounted(), check=False
    )
    assert (done.stdout, done.stderr) == (b"True\n", b"")


@contextmanager
def collector(*, enabled: bool) -> Iterator[None]:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        yield
    finally:
        (gc.enable if before else gc.disable)()


class TestTheGarbageCollector:
    """All threads have one: while large messages are read it rests, and afterwards it is as it was."""

    @pytest.mark.parametrize("enabled", [True, False])
    def test_threads_that_begin_and_end_in_turn(self, enabled: bool) -> None:
        """Also where one begins while it rests for another, and ends later."""
        begun, done = Event(), Event()

        def first() -> None:
            with without_collecting():
                begun.set()
                done.wait(timeout=60)

        with collector(enabled=enabled):
            thread = Thread(target=first)
            thread.start()
            begun.wait(timeout=60)
            with without_collecting():
                assert not gc.isenabled()
                done.set()
                thread.join()
                assert not gc.isenabled()
            assert gc.isenabled() == enabled

    def test_many_large_messages_in_all_threads(self) -> None:
        def work(_number: int) -> None:
            for _ in range(300):
                with without_collecting():
                    pass

        with collector(enabled=True):
            all_at_once(work)
            assert gc.isenabled()

    @pytest.mark.parametrize("enabled", [True, False])
    @pytest.mark.parametrize("number", [0, 2])
    def test_a_process_that_is_forked_meanwhile_begins_anew(self, number: int, enabled: bool) -> None:
        """The threads for which it rested are not in the new process, and will never wake it."""
        resting = collecting._Resting()
        with collector(enabled=enabled):
            for _ in range(number):
                resting.begin()
            resting.forget()
            assert gc.isenabled() == enabled
            assert resting.number == 0
            resting.begin()
            resting.end()
            assert gc.isenabled() == enabled
