"""Tests of the stranger that pass."""

from __future__ import annotations

import opvang
from hypothesis import given
from hypothesis import strategies as st

from sivi2017 import Koppeling, read, testing, write
from sivi2017.bindings import Message
from sivi2017.testing import Broken

KOPPELING = Koppeling(inzender="HR-STRANGER", ontvanger="ARBO-STRANGER")


@given(testing.verzuimmeldingen())
def test_every_case_is_taken_in(message: Message) -> None:
    data = write(message)
    assert len(opvang.percentages(data)) <= data.count(b"<PrcVrzm>")


@given(testing.files(testing.verzuimmeldingen(level="realistic")))
def test_it_does_not_matter_how_a_file_is_written(data: bytes) -> None:
    assert opvang.percentages(data) == opvang.percentages(write(read(data)))


@given(st.data())
def test_a_whole_case_can_be_followed(data: st.DataObject) -> None:
    werknemer = data.draw(testing.werknemers(level="realistic"))
    dienstverband, *_ = data.draw(testing.dienstverbanden_van(werknemer, level="realistic"))
    werkgever = data.draw(testing.werkgevers(level="realistic", naam="Timmerwerk Zaagsel"))
    for geval in data.draw(testing.histories(dienstverband=dienstverband)):
        sent = write(KOPPELING.verzuimmutatie(werkgever, werknemer, dienstverband, geval, findings=[]))
        assert [case for _, case in opvang.percentages(sent)] == [geval.id]


@given(testing.broken(testing.verzuimmeldingen(), id="XSD-CODE"))
def test_the_fault_is_named(broken: Broken) -> None:
    assert broken.what == "an unknown code"
