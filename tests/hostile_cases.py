"""Messages made to cost much, each of any size: what is repeated in it without end.

A case is a name and a function from a size in bytes to a message of about that size. ``every_way`` gives it to all that reads.
``python tests/hostile_costs.py`` tells what each costs.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import Any

from conftest import VERZUIM, on_one_line

import sivi2017
from sivi2017 import Finding, InvalidMessage, Report

__all__ = ["CASES", "MESSAGE", "WAYS", "within"]

MESSAGE = on_one_line(VERZUIM.split("?>\n")[1]).encode()
_XSI = b"xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"


def within(old: bytes, new: bytes) -> bytes:
    """The message with a part replaced that stands in it once."""
    assert MESSAGE.count(old) == 1, old
    return MESSAGE.replace(old, new)


def _part(tag: bytes) -> bytes:
    found = re.search(rb"<%b>.*</%b>" % (tag, tag), MESSAGE)
    assert found is not None
    return found[0]


def _often(piece: bytes, size: int) -> bytes:
    return piece * (size // len(piece) + 1)


def _each(piece: bytes, size: int) -> bytes:
    """Pieces in which ``%d`` is the number of each."""
    longest = len(piece.replace(b"%d", b"%d" % size))
    return b"".join(piece.replace(b"%d", b"%d" % number) for number in range(size // longest + 1))


def _keyed(piece: bytes, size: int) -> bytes:
    """Parts of a message with keys of their own."""
    return _each(re.sub(rb"\b(WG|WN|DV|VG)-1\b", rb"\1-%d", piece), size)


def _at(tag: bytes, given: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """Something in the tag of an element."""
    start = b"<Verzuimmeldingen xmlns" if tag == b"Verzuimmeldingen" else b"<%b>" % tag
    return lambda size: within(start, start.replace(b"<%b" % tag, b"<%b " % tag + given(size) + b" "))


def _attributes(size: int) -> bytes:
    return _each(b'a%d="" ', size)


def _namespaces(size: int) -> bytes:
    return _each(b'xmlns:a%d="u%d" ', size)


def _value(old: bytes, new: Callable[[int], bytes]) -> Callable[[int], bytes]:
    return lambda size: within(old, new(size))


def _before(tag: bytes, new: Callable[[int], bytes]) -> Callable[[int], bytes]:
    return lambda size: within(b"<%b>" % tag, new(size) + b"<%b>" % tag)


def _last(new: Callable[[int], bytes]) -> Callable[[int], bytes]:
    return lambda size: within(b"</Verzuimmeldingen>", new(size) + b"</Verzuimmeldingen>")


def _text(piece: bytes) -> Callable[[int], bytes]:
    """A text that is nothing but one piece, again and again."""
    return _value(b">ABC<", lambda size: b">" + _often(piece, size) + b"<")


def _repeated(tag: bytes, *, between: bytes = b"", keyed: bool = False) -> Callable[[int], bytes]:
    part = _part(tag)
    return lambda size: within(part, _keyed(part + between, size) if keyed else _often(part + between, size))


def _moved_to_the_end(tag: bytes, data: bytes, of: bytes = b"Verzuimmeldingen") -> bytes:
    """A message in which an element comes after those that should follow it."""
    part = _part(tag)
    return data.replace(part, b"", 1).replace(b"</%b>" % of, b"%b</%b>" % (part, of), 1)


_EMPLOYEE, _EMPLOYER, _EMPLOYMENT, _ABSENCE = b"Wrknmr", b"Wrkgvr", b"Dnstvbnd", b"Vrzm"

CASES: dict[str, Callable[[int], bytes]] = {
    # entities
    "entities in entities": lambda size: (
        b'<!DOCTYPE a [<!ENTITY e0 "ha">'
        + b"".join(b'<!ENTITY e%d "%b">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
        + b"]>"
        + within(b">ABC<", b">&e9;<")
        + b"<!-- -->" * (size // 8)
    ),
    "one large entity, often": lambda size: (
        b'<!DOCTYPE a [<!ENTITY e "%b">]>' % (b"x" * (size // 2)) + within(b">ABC<", b">%b<" % _often(b"&e;", size // 2))
    ),
    "an entity that calls itself": lambda size: (
        b'<!DOCTYPE a [<!ENTITY e "&f;&f;"><!ENTITY f "&e;&e;">]>' + within(b">ABC<", b">%b<" % _often(b"&e;", size))
    ),
    "entities that nobody declared": _text(b"&e;"),
    # attributes and namespaces
    "attributes of the root": _at(b"Verzuimmeldingen", _attributes),
    "attributes of the header": _at(b"BrAlg", _attributes),
    "attributes of an employer": _at(_EMPLOYER, _attributes),
    "attributes of an employee": _at(_EMPLOYEE, _attributes),
    "attributes of an element within an employee": _at(b"Voorl", _attributes),
    "attributes with prefixes": _at(_EMPLOYEE, lambda size: _each(b'xmlns:a%d="u%d" a%d:b="" ', size)),
    "namespaces of the root": _at(b"Verzuimmeldingen", _namespaces),
    "namespaces of the header": _at(b"BrAlg", _namespaces),
    "namespaces of an employer": _at(_EMPLOYER, _namespaces),
    "namespaces of an employee": _at(_EMPLOYEE, _namespaces),
    "a namespace for each of many elements": _before(b"SofiNr", lambda size: _each(b'<n:x xmlns:n="u%d"/>', size)),
    "elements of the message in other namespaces": _before(
        b"SofiNr", lambda size: _each(b"<SofiNr xmlns='http://www.sivi.org/%d'/>", size)
    ),
    "one attribute": _at(_EMPLOYEE, lambda size: b"a='%b'" % (b"x" * size)),
    "one xsi:type": _at(_EMPLOYEE, lambda size: b"%b xsi:type='%b'" % (_XSI, b"x" * size)),
    "one schemaLocation": _at(_EMPLOYEE, lambda size: b"%b xsi:schemaLocation='%b'" % (_XSI, _often(b"u ", size))),
    "an attribute for each of many elements": _before(b"SofiNr", lambda size: _often(b'<x a=""/>', size)),
    "one namespace": lambda size: MESSAGE.replace(b"xmlns=", b"xmlns:x='http://www.sivi.org/%b' xmlns=" % (b"x" * size)),
    # depth
    "elements in each other": lambda size: _often(b"<a>", size),
    "elements of an employee in each other": _before(b"SofiNr", lambda size: _often(b"<a>", size)),
    "many towers of 200 elements": _before(b"SofiNr", lambda size: _often(b"<a>" * 200 + b"</a>" * 200, size)),
    # repetition
    "unknown elements at the end": _last(lambda size: _often(b"<a/>", size)),
    "unknown elements of an employer": _before(_EMPLOYEE, lambda size: _often(b"<a/>", size)),
    "unknown elements of an employee": _before(b"SofiNr", lambda size: _often(b"<a/>", size)),
    "unknown elements of many employees": lambda size: within(
        _part(_EMPLOYEE), _keyed(_part(_EMPLOYEE).replace(b"<SofiNr>", b"<a/>" * 9_000 + b"<SofiNr>"), size)
    ),
    "elements of an unknown element": _before(b"SofiNr", lambda size: b"<x>%b</x>" % _often(b"<a/>", size)),
    "elements of an unknown element at the end": _last(lambda size: b"<x>%b</x>" % _often(b"<a/>", size)),
    "unknown elements with a name for each": _before(b"SofiNr", lambda size: _each(b"<a%d/>", size)),
    "unknown elements with text between": _before(b"SofiNr", lambda size: _often(b"<a/>xx", size)),
    "one element of an employee": _before(b"Voorl", lambda size: _often(b"<Voorl/>", size)),
    "two elements in turn": _before(b"SofiNr", lambda size: _often(b"<Gebdat/><SofiNr/>", size)),
    "empty headers": _before(b"BrAlg", lambda size: _often(b"<BrAlg/>", size)),
    "headers": _repeated(b"BrAlg"),
    "empty employers": _last(lambda size: _often(b"<Wrkgvr/>", size)),
    "empty employers with something between": _last(lambda size: _often(b"<Wrkgvr/><a/>", size)),
    "employers": _repeated(_EMPLOYER, keyed=True),
    "empty employees": _last(lambda size: b"<Wrkgvr>%b</Wrkgvr>" % _often(b"<Wrknmr/>", size)),
    "empty employees with something between": _last(lambda size: b"<Wrkgvr>%b</Wrkgvr>" % _often(b"<Wrknmr/><a/>", size)),
    "employees before a header": lambda size: _moved_to_the_end(
        b"BrAlg", within(_part(_EMPLOYEE), _keyed(_part(_EMPLOYEE), size))
    ),
    "employees before the key of their employer": lambda size: _moved_to_the_end(
        b"IdWrkgvrArbdnst", within(_part(_EMPLOYEE), _keyed(_part(_EMPLOYEE), size)), b"Wrkgvr"
    ),
    "one element of an employee, out of place": _before(b"IdWrknmr", lambda size: _often(b"<Voorl/>", size)),
    "employments of one employee, out of place": lambda size: _moved_to_the_end(
        b"SofiNr", within(_part(_EMPLOYMENT), _often(_part(_EMPLOYMENT), size)), _EMPLOYEE
    ),
    "employees": _repeated(_EMPLOYEE, keyed=True),
    "one employee, often": _repeated(_EMPLOYEE),
    "one employee, often, with something between": _repeated(_EMPLOYEE, between=b"<a/>"),
    "one employee, often, with text between": _repeated(_EMPLOYEE, between=b"x"),
    "employments of one employee": _repeated(_EMPLOYMENT, keyed=True),
    "one employment, often": _repeated(_EMPLOYMENT),
    "absences of one employment": _repeated(_ABSENCE, keyed=True),
    "one absence, often": _repeated(_ABSENCE),
    "empty absences": _repeated(_ABSENCE, between=b"<Vrzm/>"),
    # texts
    "a text": _text(b"x"),
    "a text of references": _text(b"&#65;"),
    "a text of tabs by number": _text(b"&#9;"),
    "a text of CDATA": _text(b"a<![CDATA[b]]>"),
    "a text with comments": _text(b"a<!---->"),
    "a text with instructions": _text(b"a<?a?>"),
    "a text in two bytes a letter": _text("é".encode()),
    "blanks between all elements": lambda size: MESSAGE.replace(b"><", b">%b<" % (b" " * (size // MESSAGE.count(b"><")))),
    "digits of a number": _value(b"<VrzmgvlVnrMld>1<", lambda size: b"<VrzmgvlVnrMld>%b<" % (b"1" * size)),
    "zeros before a number": _value(b"<VrzmgvlVnrMld>1<", lambda size: b"<VrzmgvlVnrMld>%b1<" % (b"0" * size)),
    "decimals": _value(b"036.00", lambda size: b"036." + b"0" * size),
    "digits of a year": _value(b"1980-02-29", lambda size: b"1" * size + b"-02-29"),
    "blanks before a date": _value(b"1980-02-29", lambda size: b" " * size + b"1980-02-29"),
    "digits of a second": _value(b"09:15:00", lambda size: b"09:15:00." + b"0" * size),
    # what stands around
    "comments before": lambda size: _often(b"<!---->", size) + MESSAGE,
    "instructions before": lambda size: _often(b"<?a?>", size) + MESSAGE,
    "empty lines before": lambda size: b"\n" * size + MESSAGE,
    "comments after": lambda size: MESSAGE + _often(b"<!---->", size),
    "empty lines after": lambda size: MESSAGE + b"\n" * size,
    "one long name": lambda size: b"<" + b"a" * size + b"/>",
    "long names": _before(b"SofiNr", lambda size: _often(b"<" + b"a" * 40_000 + b"/>", size)),
    "an encoding with a long name": lambda size: b"<?xml version='1.0' encoding='%b'?>" % (b"U" * size) + MESSAGE,
    # no end
    "CDATA without end": _text(b"<![CDATA["),
    "a comment without end": _value(b">ABC<", lambda size: b"><!--" + b" -" * (size // 2)),
    "beginnings of tags": lambda size: b"<" * size,
    "beginnings of references": _text(b"&"),
    "ends of CDATA": _text(b"]]>"),
    "zeros": lambda size: b"\0" * size,
    "beginnings of messages": lambda size: _often(MESSAGE, size),
}


def _read(data: bytes, **options: Any) -> Report:
    try:
        return Report([], sivi2017.read(data, rules=True, **options))
    except InvalidMessage as error:
        return error.report


def _streamed(data: bytes, **options: Any) -> Report:
    findings: list[Finding] = []
    try:
        for part in sivi2017.stream(data, rules=True, **options):
            findings += part.report.errors
    except InvalidMessage as error:
        return error.report
    return Report(findings, None)


def _quietly(way: Callable[..., Report], **options: Any) -> Callable[[bytes], Report]:
    """A departure is warned of where there is no report; here that is no news."""

    def quiet(data: bytes) -> Report:
        with warnings.catch_warnings(action="ignore"):
            return way(data, **options)

    return quiet


_READERS: list[tuple[str, Callable[..., Report]]] = [
    ("validate", sivi2017.validate),
    ("read", _read),
    ("validate_stream", sivi2017.validate_stream),
    ("stream", _streamed),
]

WAYS: dict[str, Callable[[bytes], Report]] = {
    f"{name}{', tolerant' if tolerant else ''}": _quietly(way, tolerant=tolerant)
    for name, way in _READERS
    for tolerant in (False, True)
}
"""All that reads a message, each as a function from bytes to the report; the rules are asked."""
