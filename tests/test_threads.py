"""Threads that check messages at the same time do not see each other's findings."""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from conftest import DIENSTVERBANDEN, MESSAGES, RETOUR, VERZUIM, WERKNEMER, changed, check

import sivi2017
from sivi2017 import Report

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
