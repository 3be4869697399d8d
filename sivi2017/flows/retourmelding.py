"""The answer to a message that was received: taken, taken with remarks or refused, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from attrs import frozen

from sivi2017.bindings import Message, Retourmelding1
from sivi2017.bindings.retourmelding1 import Foutmelding, JaNee, SoortFoutCode, SoortRetourmelding
from sivi2017.domain.base import many, required
from sivi2017.domain.retourcodes import SIGNAAL, Retourcodes, Uitkomst
from sivi2017.errors import InvalidValue
from sivi2017.flows.parts import header
from sivi2017.flows.settings import CouplingSettings
from sivi2017.report import Report, Severity
from sivi2017.rules.leeg import is_blank
from sivi2017.schema.model import message_model

__all__ = ["Opmerking", "retourmelding"]

NAME = "Retourmelding1"

_FEWEST = 2
"""Room for one finding, and for the entry that says how many more there are."""

_NUMBERING = len("(10000 of 10000) ")


class Opmerking(Protocol):
    """What an answer can tell: a ``Finding``, a signal of the receiving side, or an object of one's own."""

    @property
    def id(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def message(self) -> str:
        """A sentence without personal data: it goes to the sender as it is."""
        ...


def retourmelding(
    koppeling: CouplingSettings,
    op: Message,
    report: Report | None,
    signalen: Iterable[Opmerking] | None,
    hoogstens: int,
) -> Retourmelding1:
    """The answer.

    :param op: the message that was received.
    :param hoogstens: how many times Foutmldng may stand in it.
    :raises InvalidValue: when the message cannot be answered, or the parts contradict each other.
    """
    codes = _retourcodes(koppeling)
    if type(hoogstens) is not int or hoogstens < _FEWEST:
        raise InvalidValue([f"hoogstens: must be a whole number of {_FEWEST} or more"])
    received = _received(koppeling, op)
    found = [*_reported(report, op), *_signalled(signalen)]
    if report is None and signalen is None:
        raise InvalidValue(["retourmelding: a report or signalen must be given; an empty list says that nothing was found"])
    errors = [item for item in found if item.severity is Severity.ERROR]
    uitkomst = _uitkomst(found, errors)
    return Retourmelding1(
        bericht_algemeen=header(
            NAME,
            koppeling,
            identificatie_inzender=received.ontvanger,
            identificatie_ontvanger=received.inzender,
            berichtreferentienummer_ingezonden_bericht=received.referentie,
            test=JaNee.JA if received.test else JaNee.NEE,
            ontvangstbevestiging_gewenst=JaNee.NEE,
            soort_retourmelding=SoortRetourmelding(codes.code(uitkomst)),
        ),
        # Of a refusal the warnings are left out: every Foutmldng in it is a reason for refusing.
        foutmelding=list(_foutmeldingen(codes, errors or found, hoogstens)),
    )


# What is answered


def _retourcodes(koppeling: CouplingSettings) -> Retourcodes:
    if koppeling.retourcodes is None:
        reason = "an answer is made of SrtRetmldngCd and SrtFoutCd, and what those mean is not known for 2017"
        raise InvalidValue([f"Koppeling.retourcodes: must be given, as agreed with the partner: {reason}"])
    return koppeling.retourcodes


@frozen
class _Received:
    """What an answer repeats of the message."""

    inzender: str
    ontvanger: str
    referentie: str
    test: bool


def _received(koppeling: CouplingSettings, op: Message) -> _Received:
    if op is None:
        reason = "of one that could not be read nobody knows the sender and the Berrefnr"
        raise InvalidValue([f"op: must be the message that is answered; {reason}"])
    required("op", op, Message)
    if isinstance(op, Retourmelding1):
        raise InvalidValue(["op: is an answer itself, and an answer is not answered"])
    given = op.bericht_algemeen
    values: dict[str, Any] = {
        "IdInzndr": getattr(given, "identificatie_inzender", None),
        "IdOntvngr": getattr(given, "identificatie_ontvanger", None),
        "Berrefnr": getattr(given, "berichtreferentienummer", None),
    }
    missing = [tag for tag, value in values.items() if not isinstance(value, str) or is_blank(value)]
    if missing:
        raise InvalidValue(f"op: has no {tag} that can be read, so it cannot be answered" for tag in missing)
    _refuse_other_parties(koppeling, values["IdInzndr"], values["IdOntvngr"])
    said = getattr(getattr(given, "test", None), "value", None)
    test = koppeling.test if said is None else said == "J"
    return _Received(values["IdInzndr"], values["IdOntvngr"], values["Berrefnr"], test)


def _refuse_other_parties(koppeling: CouplingSettings, inzender: str, ontvanger: str) -> None:
    """The message says which way it went; the coupling must be between the same two."""
    here = (koppeling.inzender, koppeling.ontvanger)
    if (inzender, ontvanger) not in (here, here[::-1]):
        between = f"this coupling, which is between {koppeling.inzender} and {koppeling.ontvanger}"
        raise InvalidValue([f"op: IdInzndr and IdOntvngr are not those of {between}"])


# What was found


def _uitkomst(found: Sequence[Opmerking], errors: Sequence[Opmerking]) -> Uitkomst:
    if errors:
        return Uitkomst.GEWEIGERD
    return Uitkomst.GEACCEPTEERD_MET_OPMERKINGEN if found else Uitkomst.GEACCEPTEERD


def _reported(report: Report | None, op: Message) -> Iterator[Opmerking]:
    if report is None:
        return
    required("report", report, Report)
    other = report.message
    if report.kind not in (None, type(op).__name__) or (other and other.bericht_algemeen != op.bericht_algemeen):
        raise InvalidValue(["report: is about another message than op"])
    yield from report.findings


def _signalled(signalen: Iterable[Opmerking] | None) -> Iterator[Opmerking]:
    given = () if signalen is None else many(signalen)
    if not isinstance(given, tuple):
        raise InvalidValue(["signalen: must be several"])
    for number, item in enumerate(given, start=1):
        for name, expected in (("id", str), ("severity", Severity), ("message", str)):
            if not isinstance(getattr(item, name, None), expected):
                raise InvalidValue([f"signalen: number {number}: {name} must be a {expected.__name__}"])
    yield from given


def _foutmeldingen(codes: Retourcodes, found: Sequence[Opmerking], most: int) -> Iterator[Foutmelding]:
    there = 0
    for index, item in enumerate(found):
        texts = list(_toelichtingen(item))
        left = len(found) - index
        is_last = left == 1
        if there + len(texts) > (most if is_last else most - 1):
            listed = f"{left} finding{'' if is_last else 's'} not listed here: an answer has at most {most} entries"
            yield Foutmelding(soort_fout=SoortFoutCode(codes.overige_fouten), toelichting=listed)
            return
        there += len(texts)
        kind = SoortFoutCode(codes.soort_fout(item.id, str(getattr(item, "layer", SIGNAAL))))
        yield from (Foutmelding(soort_fout=kind, toelichting=text) for text in texts)


def _toelichtingen(item: Opmerking) -> Iterator[str]:
    """The sentence, after its id; what is too long for one Toelchtng in several, numbered."""
    element: Any = message_model(NAME).root["Foutmldng"]["Toelchtng"].format
    text = f"{item.id}: {item.message}"
    if len(text) <= element.max_length:
        yield text
        return
    lines = textwrap.wrap(text, element.max_length - _NUMBERING, break_on_hyphens=False)
    yield from (f"({number} of {len(lines)}) {line}" for number, line in enumerate(lines, start=1))
