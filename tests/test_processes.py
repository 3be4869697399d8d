"""Processes that work at the same time, forked and started afresh: each gives what one process gives."""

from __future__ import annotations

import subprocess
import sys
from multiprocessing import get_all_start_methods
from pathlib import Path

import pytest
from conftest import uncounted

# What is forked has the schemas, caches and codecs of its parent; what is spawned has nothing, and gets its work pickled.
PROGRAM = """
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

sys.path.insert(0, sys.argv[2])
from conftest import MESSAGES, VERZUIM, changed
import sivi2017
from sivi2017 import Dienstverband, Koppeling, Verzuimgeval, Werkgever, Werknemer, codes

JOBS = [
    *(text.encode() for text in MESSAGES.values()),
    changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>A1<")),
    changed(VERZUIM, ("<BrAlg>", "\\n\\n<BrAlg>"), ("09:15:00", "09:15:59.99999999999999999999")),
    VERZUIM.encode()[:500],
    b"<Polis/>",
]

def work(data):
    report = sivi2017.validate(data)
    message = report.message
    given = sivi2017.write(message) if report.ok else None
    streamed = None
    if report.ok and report.kind != "Retourmelding1":
        streamed = [part.werknemer for part in sivi2017.stream(data)]
    return report, given, streamed, sivi2017.validate_stream(data).findings

def build(given):
    koppeling, number = given
    message = koppeling.verzuimmutatie(
        Werkgever(naam="Bakkerij Voorbeeld", id="WG-1", aansluitnummer="AN-1"),
        Werknemer(id=f"W-{number}", achternaam="Voorbeeld", voorletters="A.B.", geboortedatum=date(1980, 5, 17),
                  geslacht=codes.Geslachtsaanduiding.VROUW),
        Dienstverband(id="D-1", ingangsdatum=date(2010, 4, 1), geldt_vanaf=date(2017, 1, 1), afdeling_code="BAK",
                      functie="Bakker", uren_per_week=36),
        Verzuimgeval.ziekmelding(id=f"VG-{number}", eerste_verzuimdag=date(2017, 3, 6)),
    )
    return message

if __name__ == "__main__":
    expected = [work(data) for data in JOBS]
    koppeling = Koppeling(inzender="A", ontvanger="B")
    with ProcessPoolExecutor(4, mp_context=get_context(sys.argv[1])) as pool:
        assert list(pool.map(work, JOBS * 10, chunksize=1)) == expected * 10
        built = list(pool.map(build, [(koppeling, number) for number in range(40)], chunksize=1))
    assert [message.werkgever[0].werknemer[0].identificatie_werknemer for message in built] == [f"W-{n}" for n in range(40)]
    assert len({message.bericht_algemeen.berichtreferentienummer for message in built}) == 40
    assert all(sivi2017.validate(message).ok for message in built)
    print("alike")
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_four_processes_do_what_one_does(method: str, tmp_path: Path) -> None:
    """Reading, checking, streaming, writing and building; messages, reports and couplings travel between them."""
    if method not in get_all_start_methods():
        pytest.skip("processes are not forked here")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(program), method, str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        timeout=120,
        env=uncounted(),
        check=False,
    )
    assert (done.stdout, done.stderr) == ("alike\n", "")
