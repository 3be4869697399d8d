"""Messages to test with, as text: made by hand, so that no fault of the library can hide in them.

``VERZUIM`` and its three companions are small valid messages, one element a line. ``full_message`` gives a message with every
element that there is, from the outline in ``data/``. ``changed`` makes a test say just what it breaks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

import sivi2017

__all__ = [
    "DIENSTVERBANDEN",
    "MESSAGES",
    "RETOUR",
    "VERZUIM",
    "WERKNEMER",
    "changed",
    "check",
    "full_message",
    "line_of",
    "namespace",
    "on_one_line",
    "sample",
    "uncounted",
]

# Where lines are counted an example takes several times as long. On the other Pythons all health checks are on.
settings.register_profile("counted", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if any(name.startswith("COVERAGE_") for name in os.environ):
    settings.load_profile("counted")

_OUTLINES = Path(__file__).parent / "data" / "outline"


def namespace(name: str) -> str:
    """The namespace of a message of the 2017 edition."""
    return f"http://www.sivi.org/Verzuimmanagement/{name}/2017"


def _header(code: str, version: str) -> str:
    return f"""\
  <BrAlg>
    <BrCd>{code}</BrCd>
    <VnrBrCd>{version}</VnrBrCd>
    <AandatBr>2017-03-06</AandatBr>
    <AantijdBr>09:15:00</AantijdBr>
    <IdInzndr>VERZUIMSYSTEEM</IdInzndr>
    <IdOntvngr>ARBODIENST</IdOntvngr>
    <Berrefnr>BER-0001</Berrefnr>
    <TestJN>J</TestJN>
    <OntvngstbevJN>N</OntvngstbevJN>
  </BrAlg>
"""


_WERKGEVER = """\
    <HndlsnmOrg>Bakkerij Voorbeeld</HndlsnmOrg>
    <IdWrkgvrArbdnst>WG-1</IdWrkgvrArbdnst>
    <AansltnrGeguitwlngArbdnst>AANSL-1</AansltnrGeguitwlngArbdnst>
"""

_WERKNEMER = """\
      <SofiNr>012345672</SofiNr>
      <Gebdat>1980-02-29</Gebdat>
      <SignNm>Voorbeeld</SignNm>
      <Voorl>ABC</Voorl>
      <NmvrkrCd>01</NmvrkrCd>
      <GslchtCd>V</GslchtCd>
      <IdWrknmr>WN-1</IdWrknmr>
"""

_DIENSTVERBAND = """\
        <IdDnstvbnd>DV-1</IdDnstvbnd>
        <Ingdat>2010-01-01</Ingdat>
        <FsIndFZ>1</FsIndFZ>
        <OrgeenhCd>OE-1</OrgeenhCd>
        <CntrctUrnWk>036.00</CntrctUrnWk>
"""

VERZUIM = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Verzuimmeldingen xmlns="{namespace("Verzuimmeldingen")}">
{_header("00100", "00007")}\
  <Wrkgvr>
{_WERKGEVER}\
    <Wrknmr>
{_WERKNEMER}\
      <Dnstvbnd>
{_DIENSTVERBAND}\
        <Vrzm>
          <VrwrkCd>01</VrwrkCd>
          <IngdatMutVrzm>2017-03-06</IngdatMutVrzm>
          <VrzmgvlId>VG-1</VrzmgvlId>
          <VrzmgvlVnrMld>1</VrzmgvlVnrMld>
          <EndVrzmJN>N</EndVrzmJN>
          <DatEerstVrzmdg>2017-03-06</DatEerstVrzmdg>
          <PrcVrzm>100.00</PrcVrzm>
          <OorzkVrzmCd>99</OorzkVrzmCd>
          <VngntJN>N</VngntJN>
        </Vrzm>
      </Dnstvbnd>
    </Wrknmr>
  </Wrkgvr>
</Verzuimmeldingen>
"""

WERKNEMER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<WerknemerGegevens xmlns="{namespace("WerknemerGegevens")}">
{_header("00600", "00001")}\
  <Wrkgvr>
{_WERKGEVER}\
    <Wrknmr>
{_WERKNEMER}\
      <Dnstvbnd>
{_DIENSTVERBAND}\
      </Dnstvbnd>
    </Wrknmr>
  </Wrkgvr>
</WerknemerGegevens>
"""

DIENSTVERBANDEN = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Dienstverbanden xmlns="{namespace("Dienstverbanden")}">
{_header("00106", "00001")}\
  <Wrkgvr>
{_WERKGEVER}\
    <Wrknmr>
      <Gebdat>1980-02-29</Gebdat>
      <GslchtCd>V</GslchtCd>
      <IdWrknmr>WN-1</IdWrknmr>
      <Dnstvbnd>
{_DIENSTVERBAND}\
      </Dnstvbnd>
    </Wrknmr>
  </Wrkgvr>
</Dienstverbanden>
"""

RETOUR = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Retourmelding1 xmlns="{namespace("Retourmelding1")}">
  <BrAlg>
    <BrCd>99999</BrCd>
    <VnrBrCd>00001</VnrBrCd>
    <AandatBr>2017-03-06</AandatBr>
    <AantijdBr>09:15:00</AantijdBr>
    <IdInzndr>ARBODIENST</IdInzndr>
    <IdOntvngr>VERZUIMSYSTEEM</IdOntvngr>
    <Berrefnr>RET-0001</Berrefnr>
    <BerrefnrIngzndnBer>BER-0001</BerrefnrIngzndnBer>
    <TestJN>J</TestJN>
    <OntvngstbevJN>N</OntvngstbevJN>
    <SrtRetmldngCd>01</SrtRetmldngCd>
  </BrAlg>
  <Foutmldng>
    <SrtFoutCd>99</SrtFoutCd>
    <Toelchtng>niet te plaatsen</Toelchtng>
  </Foutmldng>
</Retourmelding1>
"""

MESSAGES = {
    "Verzuimmeldingen": VERZUIM,
    "WerknemerGegevens": WERKNEMER,
    "Dienstverbanden": DIENSTVERBANDEN,
    "Retourmelding1": RETOUR,
}
"""A small valid message of each kind."""


def uncounted() -> dict[str, str]:
    """The environment for a process in which no lines are counted: one that may write nothing, is killed or must be quick."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def check(source: Any, **options: Any) -> sivi2017.Report:
    """What well-formedness and the schema say of a source; the business rules have tests of their own."""
    return sivi2017.validate(source, rules=False, **options)


def changed(text: str, *changes: tuple[str, str]) -> bytes:
    """A message in UTF-8 with each text replaced by another; each must stand in it just once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the message"
        text = text.replace(old, new)
    return text.encode()


def line_of(text: str, part: str) -> int:
    """The number of the line in which a part of a message stands."""
    assert text.count(part) == 1, f"{part!r} stands {text.count(part)} times in the message"
    return text[: text.index(part)].count("\n") + 1


def on_one_line(text: str) -> str:
    """A message without the white space between its elements, as most systems send it."""
    return re.sub(r">\s+<", "><", text).strip()


def sample(tag: str, form: str) -> str:
    """A valid text for an element, from what its line in the outline says of its form."""
    if codes := re.search(r"codes (\w+)", form):
        return codes[1]
    if form.startswith("date"):
        return "2017-03-06"
    if form.startswith("time"):
        return "09:15:00"
    if form.startswith("decimal"):
        return "36.00"
    if form.startswith("nonNegativeInteger"):
        return "7"
    length = re.search(r"(?:length|max) (\d+)", form)
    assert length is not None, tag
    return ("0" if "[0-9]" in form else "x") * min(int(length[1]), 6)


def full_message(name: str, value: Callable[[str, str], str] = sample, times: int = 1) -> str:
    """A message with every element that its schema knows, on one line.

    :param value: gives the text of an element from its tag and its form.
    :param times: how many of an element there are where the schema allows them.
    """
    lines = (_OUTLINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]
    entries = [(len(line) - len(line.lstrip()), line.split(maxsplit=2)) for line in lines]

    def part(index: int) -> str:
        depth, (tag, occurs, form) = entries[index]
        inside = "".join(part(child) for child in children(index, depth)) if form.startswith("group") else value(tag, form)
        maximum = occurs.split("..")[1]
        start = f'{tag} xmlns="{namespace(name)}"' if depth == 0 else tag
        return f"<{start}>{inside}</{tag}>" * (1 if maximum == "1" else times)

    def children(index: int, depth: int) -> Iterator[int]:
        for below in range(index + 1, len(entries)):
            if entries[below][0] <= depth:
                return
            if entries[below][0] == depth + 2:
                yield below

    return part(0)
