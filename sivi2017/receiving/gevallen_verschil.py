"""Which reports make of a case as it was told the case as it is now.

Where a system keeps the reports of its cases, those that were not sent are sent. Where it only knows how a case stands, the
event is derived from that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from attrs import evolve

from sivi2017.domain.base import fields_of
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.errors import InvalidEvent
from sivi2017.receiving.gevallen_herzien import herziening

__all__ = ["REPORTED", "case_pairs", "following"]

_ASKED = frozenset({"acties", "vrije_tekst"})
"""What is asked and said with a report, and is not how a case stands: never a reason to send one."""

REPORTED = (
    frozenset(item.name for item in fields_of(Verzuimmelding) if not item.name.endswith("_oud"))
    - _ASKED
    - {
        "soort",
        "volgnummer",
    }
)
"""The fields of a report that say how a case stands."""

_OF_THE_EVENT = frozenset(
    {"verzuimgeval_id", "eerste_verzuimdag", "ingangsdatum", "verzuimpercentage", "einde_verzuim", "datum_hersteld"}
)
_OF_RECOVERY = frozenset({"reden_einde", "hersteld_volgens_werkgever"})


def case_pairs(
    told: Iterable[Verzuimgeval], now: Iterable[Verzuimgeval]
) -> tuple[list[tuple[Verzuimgeval | None, Verzuimgeval]], list[Verzuimgeval]]:
    """The cases of an employee, each beside what was told of it, and the cases that were told and are not there any more.

    A case is known by its key, else by any that both had.
    """
    left = {geval.id: geval for geval in told}
    pairs = [(left.pop(geval.id, None), geval) for geval in now]
    for index, (before, geval) in enumerate(pairs):
        if before is None:
            pairs[index] = (left.pop(_other_key(geval, left), None), geval)
    return pairs, list(left.values())


def _other_key(geval: Verzuimgeval, left: Mapping[str, Verzuimgeval]) -> str:
    """The key under which a case was told, where it has another one now; an empty one where it was not told."""
    keys = set(_all_keys(geval))
    return next((key for key, before in left.items() if not keys.isdisjoint(_all_keys(before))), "")


def _all_keys(geval: Verzuimgeval) -> Iterator[str]:
    for melding in geval.meldingen:
        yield melding.verzuimgeval_id
        if melding.verzuimgeval_id_oud is not None:
            yield melding.verzuimgeval_id_oud


def following(told: Verzuimgeval | None, now: Verzuimgeval, sent: Collection[str]) -> Iterator[Verzuimgeval]:
    """The case after each report that is to be sent, oldest first; nothing where all has been told.

    :param told: as it was told; None for one that was not.
    :param sent: the fields of a report that the coupling sends: the others are no reason for a message.
    :raises InvalidEvent: when no report can say it.
    """
    if told is None:
        if now.status is not Verzuimstatus.INGETROKKEN:
            yield from _after(now, 0) if _is_whole(now.meldingen) else _from_nothing(now, sent)
    elif _is_continued(told, now, sent):
        yield from _after(now, len(now.meldingen) - len(_from_report(told.melding, now.meldingen, sent)) + 1)
    elif told.status is Verzuimstatus.INGETROKKEN:
        if now.status is not Verzuimstatus.INGETROKKEN:
            raise InvalidEvent("the case was withdrawn, and a key is never used again")
    elif now.status is Verzuimstatus.INGETROKKEN:
        yield told.intrekking()
    elif _are_whole(told, now):
        yield from _revised(told, now, sent)
    else:
        yield from _towards(evolve(told, verpleegadres=now.verpleegadres), now.melding, sent, _event)


def _revised(told: Verzuimgeval, now: Verzuimgeval, sent: Collection[str]) -> Iterator[Verzuimgeval]:
    """A case of which all reports are known, that were sent and that should have been; see ``gevallen_herzien``."""
    geval = evolve(told, verpleegadres=now.verpleegadres)
    what = herziening(told, now)
    if what.correctie is not None:
        geval = _corrected(geval, evolve(what.correctie, eerste_verzuimdag=now.eerste_verzuimdag))
        yield geval
    for melding in what.daarna:
        for step in _towards(geval, melding, sent, _later):
            yield step
            geval = step
    if _differs(geval.melding, now.melding, sent):
        yield _corrected(geval, now.melding)


def _are_whole(told: Verzuimgeval, now: Verzuimgeval) -> bool:
    """Whether all reports are known that were sent, and of those that should have been each is an event of a later day."""
    is_whole = _is_whole(now.meldingen) and told.meldingen[0].volgnummer == 1 and _is_row(told.meldingen)
    is_course = all(melding.soort not in (SoortMelding.CORRECTIE, SoortMelding.INTREKKING) for melding in now.meldingen)
    days = [melding.datum_hersteld or melding.ingangsdatum for melding in now.meldingen]
    return is_whole and is_course and all(one < other for one, other in pairwise(days))


def _is_continued(told: Verzuimgeval, now: Verzuimgeval, sent: Collection[str]) -> bool:
    """Whether the reports of a case are those that were sent, and perhaps others after them."""
    rest = _from_report(told.melding, now.meldingen, sent)
    if not rest or not _is_row(rest):
        return False
    pairs = zip(told.meldingen, now.meldingen, strict=False)
    return not _are_whole(told, now) or all(one.soort is other.soort and not _differs(one, other, sent) for one, other in pairs)


def _from_report(
    told: Verzuimmelding, meldingen: tuple[Verzuimmelding, ...], sent: Collection[str]
) -> tuple[Verzuimmelding, ...]:
    """The reports of a case from the one that was told last; none where that is not among them."""
    for number, melding in enumerate(meldingen):
        same = (melding.volgnummer, melding.soort) == (told.volgnummer, told.soort)
        if same and not _differs(melding, told, sent):
            return meldingen[number:]
    return ()


def _after(geval: Verzuimgeval, first: int) -> Iterator[Verzuimgeval]:
    """The case after each of its own reports."""
    for number in range(first, len(geval.meldingen)):
        yield evolve(geval, meldingen=geval.meldingen[: number + 1])


def _is_row(meldingen: tuple[Verzuimmelding, ...]) -> bool:
    """Whether each number follows on the one before it: a receiver waits for one that is missing."""
    numbers = [melding.volgnummer for melding in meldingen]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_whole(meldingen: tuple[Verzuimmelding, ...]) -> bool:
    """Whether the reports are all that there ever were."""
    first = meldingen[0]
    begins = first.soort is SoortMelding.ZIEKMELDING and first.volgnummer == 1 and first.verzuimpercentage > 0
    starts = not first.einde_verzuim and first.ingangsdatum == first.eerste_verzuimdag
    return begins and starts and _is_row(meldingen)


def _from_nothing(now: Verzuimgeval, sent: Collection[str]) -> Iterator[Verzuimgeval]:
    """A case of which only is known how it stands: the ziekmelding, and what follows from there."""
    melding = now.melding
    began = Verzuimgeval.ziekmelding(
        id=melding.verzuimgeval_id,
        eerste_verzuimdag=melding.eerste_verzuimdag,
        # How much was missed of a case that has ended is not known any more.
        verzuimpercentage=100 if melding.einde_verzuim else melding.verzuimpercentage,
        verpleegadres=now.verpleegadres,
        **_besides(melding, _OF_RECOVERY),
    )
    began = evolve(began, samengesteld_met=now.samengesteld_met)
    yield began
    yield from _towards(began, melding, sent, _later)


def _towards(
    geval: Verzuimgeval,
    melding: Verzuimmelding,
    sent: Collection[str],
    event: Callable[[Verzuimgeval, Verzuimmelding], Verzuimgeval | None],
) -> Iterator[Verzuimgeval]:
    """The case after the event that happened, where one did, and after a correctie of what is still otherwise."""
    if _differs(geval.melding, melding, sent):
        after = event(geval, melding)
        if after is not None:
            yield after
            geval = after
        if _differs(geval.melding, melding, sent):
            yield _corrected(geval, melding)


def _corrected(geval: Verzuimgeval, melding: Verzuimmelding) -> Verzuimgeval:
    content = {name: getattr(melding, name) for name in REPORTED - {"verzuimgeval_id"}}
    return geval.correctie(id=melding.verzuimgeval_id, **content, **_asked(melding))


def _differs(one: Verzuimmelding, other: Verzuimmelding, sent: Collection[str]) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in REPORTED & set(sent))


def _event(geval: Verzuimgeval, melding: Verzuimmelding) -> Verzuimgeval | None:
    """What happened to an open case since the last report; None where it can only be corrected."""
    since = geval.melding
    if since.einde_verzuim:
        return None
    if melding.einde_verzuim:
        return _recovery(geval, melding)
    if melding.verzuimpercentage == since.verzuimpercentage:
        return None
    return _later(geval, melding)


def _later(geval: Verzuimgeval, melding: Verzuimmelding) -> Verzuimgeval | None:
    """A recovery, or what holds from a later day on."""
    if melding.einde_verzuim:
        return _recovery(geval, melding)
    if melding.ingangsdatum <= geval.melding.ingangsdatum:
        return None
    return geval.gedeeltelijke_hersteldmelding(
        per=melding.ingangsdatum,
        verzuimpercentage=melding.verzuimpercentage,
        **_besides(melding, _OF_RECOVERY),
        **_asked(melding),
    )


def _recovery(geval: Verzuimgeval, melding: Verzuimmelding) -> Verzuimgeval | None:
    day = melding.datum_hersteld
    assert day is not None  # a Verzuimmelding that has ended has one
    if day < geval.melding.ingangsdatum:
        return None
    return geval.hersteldmelding(per=day, **_besides(melding), **_asked(melding))


def _besides(melding: Verzuimmelding, *others: frozenset[str]) -> dict[str, Any]:
    """What a report says besides the event."""
    return {name: getattr(melding, name) for name in REPORTED - _OF_THE_EVENT.union(*others)}


def _asked(melding: Verzuimmelding) -> dict[str, Any]:
    return {name: getattr(melding, name) for name in _ASKED}
