"""Tests of the stranger that fail, to show what they tell."""

from __future__ import annotations

from collections.abc import Callable

from sivi2017 import read, write
from sivi2017.asserting import Outbox, assert_invalid, assert_same, assert_valid
from sivi2017.bindings import Verzuimmeldingen


def wrong(message: Verzuimmeldingen) -> bytes:
    """The message with initials that are too long and a percentage without its decimals."""
    text = write(message, pretty=True).decode()
    return text.replace("<Voorl>AB<", "<Voorl>A.B.C.D.<").replace("<PrcVrzm>100.00<", "<PrcVrzm>100<").encode()


def other(message: Verzuimmeldingen) -> bytes:
    """The message with another name, another percentage, and no telephone number."""
    text = write(message, pretty=True).decode()
    start, _, rest = text.partition("      <Com>")
    text = start + rest.partition("</Com>\n")[2]
    return text.replace("<SignNm>Voorbeeld<", "<SignNm>Vermaat<").replace("<PrcVrzm>100.00<", "<PrcVrzm>50.00<").encode()


def test_valid(sivi2017_verzuimmutatie: Verzuimmeldingen) -> None:
    assert_valid(wrong(sivi2017_verzuimmutatie))


def test_invalid(sivi2017_verzuimmutatie: Verzuimmeldingen) -> None:
    assert_invalid(wrong(sivi2017_verzuimmutatie), "DAT-1")


def test_same(sivi2017_verzuimmutatie: Verzuimmeldingen) -> None:
    assert_same(sivi2017_verzuimmutatie, other(sivi2017_verzuimmutatie))


def test_equal(sivi2017_verzuimmutatie: Verzuimmeldingen) -> None:
    assert sivi2017_verzuimmutatie == read(other(sivi2017_verzuimmutatie))


def test_snapshot(sivi2017_verzuimmutatie: Verzuimmeldingen, sivi2017_snapshot: Callable[..., None]) -> None:
    sivi2017_snapshot(other(sivi2017_verzuimmutatie))


def test_outbox(sivi2017_verzuimmutatie: Verzuimmeldingen, sivi2017_outbox: Outbox) -> None:
    sivi2017_outbox.send(sivi2017_verzuimmutatie)
    sivi2017_outbox.send(wrong(sivi2017_verzuimmutatie))
