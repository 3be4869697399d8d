"""Answers at both ends: what a receiver says of what it took in, and what a sender makes of it.

A receiver builds an answer with ``Koppeling.retourmelding``. A sender keeps a ``Postboek``: which message each answer is about,
what it says, and what was never answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve, frozen

from sivi2017.bindings import Message, Retourmelding1
from sivi2017.domain.base import required
from sivi2017.domain.retourcodes import Retourcodes, Uitkomst
from sivi2017.errors import InvalidValue
from sivi2017.masked import Masked
from sivi2017.receiving.gevolg import Gevolg, SoortGevolg
from sivi2017.receiving.intake import moment_of
from sivi2017.receiving.signaal import Signaal
from sivi2017.report import Severity

__all__ = ["Antwoord", "Fout", "Postboek", "VerzondenBericht", "opmerkingen"]

Item = TypeVar("Item")

_NOT_TAKEN_IN = frozenset({"ADM-PARTY", "ADM-TEST", "ADM-UNREADABLE"})


def opmerkingen(gevolgen: Iterable[Gevolg]) -> tuple[Signaal, ...]:
    """What an answer tells of a message that was taken in: the ``signalen`` of ``Koppeling.retourmelding``.

    A signal is an error where what is known may be wrong, whichever message is to blame. An answer is about one message: here
    only what was not taken in is an error, for which it is refused, and all else is a remark.

    :param gevolgen: what the message changed, as ``Administratie.receive`` and ``Opslag.receive`` give it.
    """
    told = (gevolg.signaal for gevolg in gevolgen if gevolg.soort is SoortGevolg.SIGNAAL)
    return tuple(
        evolve(signal, severity=Severity.ERROR if signal.id in _NOT_TAKEN_IN else Severity.WARNING)
        for signal in told
        if signal is not None
    )


# The sender's side


@frozen(repr=False)
class VerzondenBericht:
    """A message that was sent."""

    referentie: str
    """Its reference number, Berrefnr."""
    soort: str
    """The name of the message, such as ``Verzuimmeldingen``."""
    inzender: str
    ontvanger: str
    moment: datetime
    """When it was made, as it says itself."""
    test: bool
    vraagt_antwoord: bool
    """Whether it asks for an answer (OntvngstbevJN)."""

    def __repr__(self) -> str:
        return f"<VerzondenBericht {self.soort} of {self.moment:%Y-%m-%d %H:%M:%S}>"


@dataclass(frozen=True, slots=True, repr=False)
class Fout(Masked):
    """A Foutmldng of an answer."""

    soort: str
    """SrtFoutCd."""
    toelichting: str | None
    """What the receiver wrote. It may name a person: do not log it."""


@frozen(repr=False)
class Antwoord:
    """An answer that came."""

    op: str
    """The reference number of the message that it answers, BerrefnrIngzndnBer."""
    referentie: str
    """Its own reference number."""
    inzender: str
    ontvanger: str
    moment: datetime
    """When it was made, as it says itself."""
    test: bool
    code: str
    """SrtRetmldngCd."""
    uitkomst: Uitkomst | None
    """What that code means; None where the partners gave it no meaning, or that is not known here."""
    fouten: tuple[Fout, ...]

    def __repr__(self) -> str:
        return f"<Antwoord {self.uitkomst or f'code {self.code}'}, {len(self.fouten)} fouten>"


@frozen(repr=False)
class Postboek:
    """What was sent over one coupling and what was answered; a value that never changes, so keep it where you like.

    Messages and answers come in any order, and as often as they like: the same ones make the same book.

    >>> Postboek().with_sent().with_answer()
    <Postboek: 0 sent, 0 open, 0 signals>
    """

    retourcodes: Retourcodes | None = None
    """What the codes of answers mean; without it no ``uitkomst`` is known, and all else is."""
    verzonden: frozenset[VerzondenBericht] = frozenset()
    antwoorden: frozenset[Antwoord] = frozenset()
    """All that came, also those that are to no message of this book."""

    def __attrs_post_init__(self) -> None:
        if self.retourcodes is not None:
            required("Postboek.retourcodes", self.retourcodes, Retourcodes)

    def with_sent(self, *messages: Message) -> Postboek:
        """This book with messages that were sent. Of many at once it takes the least time.

        :raises InvalidValue: when one is an answer itself, cannot be read in full, or is not of the years 1 to 9999.
        """
        return evolve(self, verzonden=self.verzonden.union(_verzonden_bericht(message) for message in messages))

    def with_answer(self, *retourmeldingen: Retourmelding1) -> Postboek:
        """This book with answers that came.

        :raises InvalidValue: when one is no answer, cannot be read in full, or is not of the years 1 to 9999.
        """
        return evolve(self, antwoorden=self.antwoorden.union(_antwoord(item, self.retourcodes) for item in retourmeldingen))

    @property
    def open(self) -> tuple[VerzondenBericht, ...]:
        """The messages that ask for an answer and have none, by the moment at which they were made."""
        waiting = (sent for sent in self.verzonden if sent.vraagt_antwoord and not self._has_answer(sent))
        return tuple(sorted(waiting, key=_order_of_sent))

    def open_since(self, moment: datetime) -> tuple[VerzondenBericht, ...]:
        """Those of ``open`` that were made at a moment or before it.

        :param moment: as the clock on the wall has it, without a zone, since the messages have none.
        """
        given: object = moment
        if not isinstance(given, datetime) or given.tzinfo is not None:
            raise InvalidValue(["moment: must be a datetime without a zone"])
        return tuple(sent for sent in self.open if sent.moment <= moment)

    @cached_property
    def beantwoord(self) -> Mapping[str, Antwoord]:
        """By reference number the answer that holds: of several the one that was made last."""
        held = {}
        for referentie, answers in self._answers.items():
            counted = [answer for answer in answers if self._reason(answer) is None]
            if counted:
                held[referentie] = counted[-1]
        return MappingProxyType(held)

    @property
    def signalen(self) -> tuple[Signaal, ...]:
        """What a person must look at, by reference number."""
        references = sorted({*self._sent, *self._answers})
        return tuple(signal for referentie in references for signal in self._signals(referentie))

    def __repr__(self) -> str:
        signals = len(self.signalen)
        return f"<Postboek: {len(self.verzonden)} sent, {len(self.open)} open, {signals} signal{'' if signals == 1 else 's'}>"

    @cached_property
    def _sent(self) -> Mapping[str, tuple[VerzondenBericht, ...]]:
        return _grouped((sent.referentie, sent) for sent in sorted(self.verzonden, key=_order_of_sent))

    @cached_property
    def _answers(self) -> Mapping[str, tuple[Antwoord, ...]]:
        return _grouped((answer.op, answer) for answer in sorted(self.antwoorden, key=_order_of_answers))

    def _has_answer(self, sent: VerzondenBericht) -> bool:
        return any(_mismatch(answer, sent) is None for answer in self._answers.get(sent.referentie, ()))

    def _reason(self, answer: Antwoord) -> tuple[str, str] | None:
        """Why an answer does not count, as the id and the sentence of a signal."""
        sent = self._sent.get(answer.op, ())
        if not sent:
            return "ANS-UNKNOWN", "an answer is to a message that is not among those that were sent"
        reasons = [_mismatch(answer, one) for one in sent]
        return None if None in reasons else reasons[0]

    def _signals(self, referentie: str) -> Iterator[Signaal]:
        sent, answers = self._sent.get(referentie, ()), self._answers.get(referentie, ())
        if len(sent) > 1:
            text = f"{len(sent)} messages that were sent are different and have one reference number"
            yield _signal("ANS-REFERENCE", text, referentie)
        codes = set()
        for answer in answers:
            reason = self._reason(answer)
            if reason is not None:
                yield _signal(*reason, referentie, answer)
            else:
                codes.add(answer.code)
                if self.retourcodes is not None and answer.uitkomst is None:
                    text = f"an answer has code {answer.code}, to which the partners gave no meaning"
                    yield _signal("ANS-CODE", text, referentie, answer, severity=Severity.WARNING)
        if len(codes) > 1:
            text = f"the answers to one message say different things, {', '.join(sorted(codes))}; the last one holds"
            yield _signal("ANS-OUTCOME", text, referentie, *answers)


def _signal(signal_id: str, text: str, referentie: str, *answers: Antwoord, severity: Severity = Severity.ERROR) -> Signaal:
    return Signaal(signal_id, severity, text, referenties=(referentie, *(answer.referentie for answer in answers)))


def _mismatch(answer: Antwoord, sent: VerzondenBericht) -> tuple[str, str] | None:
    """Why an answer that names a message is not an answer to it, as the id and the sentence of a signal."""
    if (answer.inzender, answer.ontvanger) != (sent.ontvanger, sent.inzender):
        return "ANS-PARTY", "an answer is from or to another party than the message that it names"
    if answer.test is not sent.test:
        return "ANS-TEST", f"an answer is {'a' if answer.test else 'no'} test, unlike the message that it names"
    return None


def _grouped(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}


def _order_of_sent(sent: VerzondenBericht) -> tuple[Any, ...]:
    return sent.moment, sent.referentie, sent.soort, sent.inzender, sent.ontvanger, sent.test, sent.vraagt_antwoord


def _order_of_answers(answer: Antwoord) -> tuple[Any, ...]:
    said = tuple((fout.soort, fout.toelichting or "") for fout in answer.fouten)
    return answer.moment, answer.referentie, answer.code, answer.inzender, answer.ontvanger, answer.test, said


# From messages


def _verzonden_bericht(message: Message) -> VerzondenBericht:
    required("message", message, Message)
    if isinstance(message, Retourmelding1):
        raise InvalidValue(["message: is an answer itself, and an answer is not answered"])
    header: Any = message.bericht_algemeen
    _refuse_gaps("message", header, "ontvangstbevestiging_gewenst")
    return VerzondenBericht(
        referentie=header.berichtreferentienummer,
        soort=type(message).__name__,
        inzender=header.identificatie_inzender,
        ontvanger=header.identificatie_ontvanger,
        moment=moment_of("message", header),
        test=header.test.value == "J",
        vraagt_antwoord=header.ontvangstbevestiging_gewenst.value == "J",
    )


def _antwoord(message: Retourmelding1, codes: Retourcodes | None) -> Antwoord:
    name = "retourmelding"
    required(name, message, Retourmelding1)
    header = message.bericht_algemeen
    _refuse_gaps(name, header, "berichtreferentienummer_ingezonden_bericht", "soort_retourmelding")
    code = header.soort_retourmelding.value
    return Antwoord(
        op=header.berichtreferentienummer_ingezonden_bericht,
        referentie=header.berichtreferentienummer,
        inzender=header.identificatie_inzender,
        ontvanger=header.identificatie_ontvanger,
        moment=moment_of(name, header),
        test=header.test.value == "J",
        code=code,
        uitkomst=None if codes is None else codes.meaning(code, has_remarks=bool(message.foutmelding)),
        fouten=tuple(Fout(_kind(name, fout.soort_fout), fout.toelichting) for fout in message.foutmelding),
    )


_NEEDED = (
    "berichtreferentienummer",
    "identificatie_inzender",
    "identificatie_ontvanger",
    "aanmaakdatum_bericht",
    "aanmaaktijd_bericht",
    "test",
)


def _refuse_gaps(name: str, header: Any, *more: str) -> None:
    """What was read with findings may have gaps, whatever the types say."""
    missing = [field for field in (*_NEEDED, *more) if getattr(header, field, None) is None]
    if missing:
        raise InvalidValue(f"{name}: has no {field} that can be read" for field in missing)


def _kind(name: str, code: Any) -> str:
    if code is None:
        raise InvalidValue([f"{name}: has a foutmelding without a soort_fout that can be read"])
    return str(code.value)
