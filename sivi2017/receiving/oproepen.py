"""For whom a preventive consultation may be planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from attrs import frozen

from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.stand import Werknemerstand

__all__ = ["Oproepbaarheid", "RedenNiet", "oproepbaarheid"]


class RedenNiet(StrEnum):
    """Why an employee may not be invited."""

    DATAKLUIS_UIT = "the Datakluis is off for the employer"
    INGETROKKEN = "the sender took the employee back"
    OVERLEDEN = "the employee has died"
    NIET_IN_DIENST = "no employment lasts on that day"
    GEEN_NAAM = "no message has told the name"


@frozen(repr=False)
class Oproepbaarheid:
    """Whether an employee may be invited."""

    stand: Werknemerstand
    reden: RedenNiet | None
    """Why not; None for one who may."""

    @property
    def mag(self) -> bool:
        """Whether the employee may be invited."""
        return self.reden is None

    def __repr__(self) -> str:
        return f"<Oproepbaarheid: {'yes' if self.reden is None else self.reden}>"


def oproepbaarheid(werknemers: Iterable[Werknemerstand], koppeling: Koppeling | None, op: date) -> Iterator[Oproepbaarheid]:
    """Of each employee whether a preventive consultation may be planned on a day.

    :param koppeling: says for which employers the Datakluis is on; None where it is off for all.
    """
    for stand in werknemers:
        yield Oproepbaarheid(stand, _reason(stand, koppeling, op))


def _reason(stand: Werknemerstand, koppeling: Koppeling | None, op: date) -> RedenNiet | None:
    """The first reason against it."""
    if koppeling is None or not koppeling.datakluis_aan(stand.werkgever):
        return RedenNiet.DATAKLUIS_UIT
    if stand.is_ingetrokken:
        return RedenNiet.INGETROKKEN
    if stand.overlijdensdatum is not None and stand.overlijdensdatum <= op:
        return RedenNiet.OVERLEDEN
    if not stand.is_in_dienst(op):
        return RedenNiet.NIET_IN_DIENST
    return RedenNiet.GEEN_NAAM if stand.werknemer is None else None
