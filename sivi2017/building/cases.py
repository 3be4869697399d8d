"""Absence cases of a document: the events in their order, gone through with the methods of ``Verzuimgeval``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from attrs import frozen

from sivi2017.building.json_text import JsonObject, kind_of
from sivi2017.building.objects import Objects, below, items_of, needed
from sivi2017.building.values import Unfit, plain, word_of
from sivi2017.domain.base import DomainField
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.errors import InvalidEvent, InvalidValue

__all__ = ["CASE", "EVENTS", "RESUMED", "RESUMED_NEEDED", "Event", "case"]

_ITEMS = items_of(Verzuimmelding)
_END = ("reden_einde", "hersteld_volgens_werkgever")

# What the events of a case fill by themselves, or take under a name of their own.
_OWN = frozenset(
    {"soort", "verzuimgeval_id", "volgnummer", "ingangsdatum", "eerste_verzuimdag", "verzuimpercentage"}
    | {"verzuimgeval_id_oud", "eerste_verzuimdag_oud", "ingangsdatum_oud", "einde_verzuim", "datum_hersteld"}
)
_MORE = [name for name in _ITEMS if name not in _OWN and name not in _END]
_CALLED = {"id": "verzuimgeval_id", "per": "ingangsdatum"}


@frozen
class Event:
    """What a document says of an event."""

    takes: Mapping[str, DomainField]
    """The keys, each with the field of a ``Verzuimmelding`` that it is for."""
    needs: frozenset[str]
    """The keys without which there is no such event."""
    takes_away: frozenset[str]
    """The keys that take away what was reported, when their value is null."""


def _event(*keys: str, needs: Collection[str] = (), takes_away: bool = False) -> Event:
    takes = {key: _ITEMS[_CALLED.get(key, key)] for key in keys}
    return Event(takes, frozenset(needs), frozenset(key for key, item in takes.items() if takes_away and item.optional))


EVENTS = {
    SoortMelding.ZIEKMELDING: _event("eerste_verzuimdag", "verzuimpercentage", *_MORE, needs={"eerste_verzuimdag"}),
    SoortMelding.GEDEELTELIJKE_HERSTELDMELDING: _event("per", "verzuimpercentage", *_MORE, needs={"per", "verzuimpercentage"}),
    SoortMelding.HERSTELDMELDING: _event("per", *_MORE, *_END, needs={"per"}),
    SoortMelding.CORRECTIE: _event(
        *("eerste_verzuimdag", "ingangsdatum", "verzuimpercentage", "id", "einde_verzuim", "datum_hersteld"),
        *_MORE,
        *_END,
        takes_away=True,
    ),
    SoortMelding.INTREKKING: _event(),
}
"""What each event takes."""

CASE = {"id": _ITEMS["verzuimgeval_id"], "verpleegadres": items_of(Verzuimgeval)["verpleegadres"]}
"""What a case has besides its events and its last report."""

RESUMED = {name: item for name, item in _ITEMS.items() if name != "verzuimgeval_id"}
"""What the last report of a case that is resumed has; its key is that of the case."""

RESUMED_NEEDED = needed(Verzuimmelding) & RESUMED.keys()
"""What it must have."""


def case(objects: Objects, data: Any, path: str) -> Verzuimgeval | None:
    """The case for an object of the document; None where something is wrong with it."""
    if data is None:
        objects.fault(path, "must be given")
        return None
    found = len(objects.faults)
    given = objects.values(data, CASE, path, needed=["id"], others=["gebeurtenissen", "hervat"])
    if not isinstance(data, JsonObject):
        return None
    events = _events(objects, data.get("gebeurtenissen"), below(path, "gebeurtenissen"))
    last = data.get("hervat")
    report = None
    if last is not None:
        report = objects.values(last, RESUMED, below(path, "hervat"), needed=RESUMED_NEEDED)
    if given is None or len(objects.faults) > found:
        return None
    geval_id = given.pop("id")
    start = None
    if report is not None:
        try:
            start = Verzuimgeval.hervat(**report, **given, verzuimgeval_id=geval_id)
        except InvalidValue as error:
            objects.translate(error.faults, "hervat", below(path, "hervat"))
            return None
    return _replayed(objects, start, events, {"id": geval_id, **given})


@frozen
class _Given:
    """An event of the document."""

    place: str
    soort: SoortMelding
    values: dict[str, Any]


def _events(objects: Objects, data: Any, path: str) -> list[_Given]:
    if not isinstance(data, list) or not data:
        objects.fault(path, f"must be a list of at least one event, is {'empty' if data == [] else kind_of(data)}")
        return []
    read = (_one_event(objects, item, f"{path}[{number}]") for number, item in enumerate(data))
    return [event for event in read if event is not None]


def _one_event(objects: Objects, data: Any, path: str) -> _Given | None:
    if not isinstance(data, JsonObject):
        objects.fault(path, f"must be an object, is {kind_of(data)}")
        return None
    try:
        soort: SoortMelding = plain(SoortMelding, data.get("soort"))
    except Unfit as error:
        objects.fault(below(path, "soort"), str(error))
        return None
    event = EVENTS[soort]
    values = objects.values(data, event.takes, path, needed=event.needs, nulls=event.takes_away, others=["soort"])
    return None if values is None else _Given(path, soort, values)


def _replayed(
    objects: Objects, geval: Verzuimgeval | None, events: list[_Given], beginning: Mapping[str, Any]
) -> Verzuimgeval | None:
    """The case after its events; None at the first that cannot have happened."""
    for event in events:
        try:
            geval = _after(geval, event, beginning)
        except InvalidEvent as error:
            objects.fault(event.place, str(error))
            return None
        except InvalidValue as error:
            objects.translate(error.faults, word_of(event.soort), event.place)
            return None
    return geval


def _after(geval: Verzuimgeval | None, event: _Given, beginning: Mapping[str, Any]) -> Verzuimgeval:
    """The case after one event.

    :param geval: the case until now; None where there is none yet.
    :param beginning: what a case begins with besides its ziekmelding.
    """
    if event.soort is SoortMelding.ZIEKMELDING:
        if geval is not None:
            raise InvalidEvent("ziekmelding: a case begins with it, and has it once")
        return Verzuimgeval.ziekmelding(**beginning, **event.values)
    if geval is None:
        raise InvalidEvent(f"{event.soort}: a case begins with a ziekmelding, or with its last report as hervat")
    made: Verzuimgeval = getattr(geval, word_of(event.soort))(**event.values)
    return made
