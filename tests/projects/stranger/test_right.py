"""Tests of the stranger that pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import verzuim

from sivi2017 import Dienstverband, Koppeling, Werkgever, Werknemer, write
from sivi2017.asserting import NEW_IN_EVERY_MESSAGE, Outbox, assert_invalid, assert_same, assert_valid
from sivi2017.bindings import Verzuimmeldingen, WerknemerGegevens


def test_a_report_is_sent(
    sivi2017_koppeling: Koppeling,
    sivi2017_werkgever: Werkgever,
    sivi2017_werknemer: Werknemer,
    sivi2017_dienstverband: Dienstverband,
    sivi2017_outbox: Outbox,
) -> None:
    people = sivi2017_werkgever, sivi2017_werknemer, sivi2017_dienstverband
    verzuim.report_sick(sivi2017_koppeling, *people, date(2017, 3, 6), sivi2017_outbox.send)
    (message,) = sivi2017_outbox.messages
    assert isinstance(message, Verzuimmeldingen)
    assert message.werkgever[0].handelsnaam_organisatie == "Timmerwerk Zaagsel"


def test_the_examples_are_valid(
    sivi2017_verzuimmutatie: Verzuimmeldingen, sivi2017_werknemermutatie: WerknemerGegevens, tmp_path: Path
) -> None:
    path = tmp_path / "message.xml"
    path.write_bytes(write(sivi2017_werknemermutatie))
    assert assert_valid(sivi2017_verzuimmutatie).findings == ()
    with path.open("rb") as file:
        assert_valid(file)
    assert_same(path, sivi2017_werknemermutatie)


def test_a_wrong_day_is_found(sivi2017_verzuimmutatie: Verzuimmeldingen, assert_invalid: Callable[..., None]) -> None:
    text = write(sivi2017_verzuimmutatie).decode()
    assert_invalid(text.replace("<DatEerstVrzmdg>2017-03-06<", "<DatEerstVrzmdg>2017-03-36<").encode(), "XSD-VALUE")


def test_only_the_moment_differs(sivi2017_verzuimmutatie: Verzuimmeldingen) -> None:
    other = write(sivi2017_verzuimmutatie).replace(b"09:15:00", b"10:30:00").replace(b"TEST-0001", b"TEST-0002")
    assert_same(sivi2017_verzuimmutatie, other, ignore=NEW_IN_EVERY_MESSAGE)


def test_the_message_is_as_it_was(sivi2017_verzuimmutatie: Verzuimmeldingen, sivi2017_snapshot: Callable[..., None]) -> None:
    sivi2017_snapshot(sivi2017_verzuimmutatie)


def test_nothing_at_all_is_no_message() -> None:
    assert_invalid(b"")
