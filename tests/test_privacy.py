"""No text that the library makes shows anything of a person, whatever is wrong with a message."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import cycle
from typing import Any

import pytest
from conftest import MESSAGES, VERZUIM, check, full_message
from marking import BROKEN, DIGITS, LETTER, WRONG, leaks, said, without_names
from xsdata.models.datatype import XmlDate, XmlTime

import sivi2017
from sivi2017 import Report


def secret(tag: str, form: str) -> str:
    """A valid text for an element that would be recognised anywhere; a code where there is a list of them."""
    if codes := re.search(r"codes (\w+)", form):
        return codes[1]
    if form.startswith("date"):
        return "1987-08-07"
    if form.startswith("time"):
        return "07:08:07"
    if form.startswith("decimal"):
        return "87.87"
    if form.startswith("nonNegativeInteger"):
        return "87878787"[: int(re.search(r"digits (\d+)", form)[1])]  # type: ignore[index]  # each has
    length = re.search(r"(?:length|max) (\d+)", form)
    assert length is not None, tag
    return "00000" if "[0-9]" in form else LETTER * min(int(length[1]), 30)


def checks(data: Any) -> list[Callable[[], Any]]:
    """Every way to have something checked."""
    return [
        lambda: sivi2017.validate(data),
        lambda: sivi2017.validate(data, tolerant=True),
        lambda: sivi2017.read(data),
        lambda: sivi2017.read(data, tolerant=True),
    ]


def test_the_secrets_are_in_the_messages() -> None:
    """What is looked for below could be found."""
    for name in MESSAGES:
        text = full_message(name, secret)
        assert check(text.encode()).ok
        assert len(leaks(text)) > 8
    assert all(leaks(text) for text in WRONG)


@pytest.mark.parametrize("name", MESSAGES)
def test_no_value_is_shown_of_an_element_with_a_wrong_value(name: str) -> None:
    """Each element in turn, with each of many things that can be wrong with it."""
    text = full_message(name, secret)
    places = [match.span(1) for match in re.finditer(r">([^<>]+)</", text)]
    for index, (start, end) in enumerate(places):
        for wrong in [WRONG[index % len(WRONG)], WRONG[(index + 5) % len(WRONG)], WRONG[(index + 9) % len(WRONG)]]:
            data = f"{text[:start]}{wrong}{text[end:]}".encode()
            for call in checks(data)[::3]:
                assert not leaks(without_names(said(call))), (index, wrong)


@pytest.mark.parametrize("wrong", WRONG, ids=ascii)
def test_no_value_is_shown_of_a_message_in_which_everything_is_wrong(wrong: str) -> None:
    for name in MESSAGES:
        data = full_message(name, lambda _tag, _form: wrong).encode()
        for call in checks(data):
            assert not leaks(without_names(said(call)))


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_no_value_is_shown_of_a_message_that_is_broken(broken: Callable[[str], bytes]) -> None:
    for name in MESSAGES:
        text = full_message(name, secret)
        data = broken(text)
        assert data != text.encode()
        for call in checks(data):
            assert not leaks(without_names(said(call)))


@pytest.mark.parametrize(
    "text",
    [
        full_message("Verzuimmeldingen", secret),
        f"\n\ufeff <{LETTER}>{DIGITS}",
        str(full_message("Verzuimmeldingen", secret).encode()),
        codecs.BOM_UTF8.decode("latin-1") + full_message("Verzuimmeldingen", secret),
    ],
    ids=["the message", "with a mark and blanks", "str() of bytes", "in the wrong encoding"],
)
def test_no_value_is_shown_of_a_message_that_is_given_as_text(text: str) -> None:
    for call in checks(text):
        told = said(call)
        assert not leaks(told)
        assert "BrAlg" not in told


def test_no_value_is_shown_of_what_is_no_source() -> None:
    for thing in ([LETTER], {LETTER: DIGITS}, 87878787, (LETTER, 87.87)):
        for call in checks(thing):
            assert not leaks(said(call))
        assert not leaks(said(partial(sivi2017.write, thing)))  # type: ignore[arg-type]  # the point of the test


class Telling:
    """An object that tells all in every way that it is asked."""

    def __str__(self) -> str:
        return LETTER + DIGITS

    __repr__ = __str__


VALUES = [
    LETTER * 600,
    f"{LETTER}\0{DIGITS}",
    f"{LETTER}\ud800",
    87878787,
    87.87,
    Decimal("8787.8787"),
    XmlDate(1987, 8, 32),
    XmlTime(7, 8, 99),
    LETTER.encode(),
    [LETTER],
    (LETTER, DIGITS),
    {LETTER: DIGITS},
    Telling(),
    None,
]


def spoilt(part: Any, values: Iterator[Any]) -> Iterator[str]:
    """Put a few wrong values in each field of each part in turn, and what was there back again."""
    for field in part.__dataclass_fields__:
        before = getattr(part, field)
        for _ in range(3):
            setattr(part, field, next(values))
            yield field
        setattr(part, field, before)
        for inside in before if isinstance(before, list) else [before]:
            if hasattr(inside, "__dataclass_fields__"):
                yield from spoilt(inside, values)


@pytest.mark.parametrize("name", MESSAGES)
def test_no_value_is_shown_of_a_message_that_is_not_written(name: str) -> None:
    message: Any = sivi2017.read(full_message(name, secret).encode())
    calls: list[Callable[[], Any]] = [partial(sivi2017.validate, message), partial(sivi2017.write, message), lambda: message]
    fields = set()
    for field in spoilt(message, cycle(VALUES)):
        fields.add(field)
        for call in calls:
            assert not leaks(said(call)), field
    assert len(fields) > 10


def test_a_message_shows_which_fields_it_has_and_no_value() -> None:
    message: Any = sivi2017.read(full_message("Verzuimmeldingen", secret, times=2).encode())
    werknemer = message.werkgever[0].werknemer[1]
    assert repr(message) == str(message) == "<Verzuimmeldingen: bericht_algemeen, administratiekantoor, werkgever[2]>"
    assert "significant_deel_van_de_achternaam" in repr(werknemer)
    assert "dienstverband[2]" in repr(werknemer)
    werknemer.partner, werknemer.communicatie = None, []
    assert "partner" not in repr(werknemer)
    assert "communicatie" not in repr(werknemer)
    assert not leaks(f"{[message]} {werknemer!r} {Report([], message)!r}")


@pytest.mark.parametrize("text", ["Piet", "An", "v", "12", "1234A", "8787", "M1"])
def test_a_text_in_the_place_of_a_code_is_only_shown_where_it_can_be_one(text: str) -> None:
    """A column too far, and a first name stands where M or V should."""
    start, end = VERZUIM.index("<GslchtCd>") + len("<GslchtCd>"), VERZUIM.index("</GslchtCd>")
    (finding,) = check(f"{VERZUIM[:start]}{text}{VERZUIM[end:]}".encode()).findings
    assert finding.id == "XSD-CODE"
    assert text not in finding.message.split("has ")[1]
