"""Periods of absence, and which of them count as one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from attrs import Attribute, field, frozen

__all__ = ["Verzuimperiode", "samengesteld"]

# BW 7:629 adds up periods that follow each other with an interruption of less than four weeks.
_NIEUW_BEGIN = timedelta(weeks=4)


def _is_day(instance: object, attribute: Attribute[Any], value: object) -> None:
    # A datetime is a date to Python, but two of them on one day can differ, and then no whole number of days is between them.
    if not isinstance(value, date) or isinstance(value, datetime):
        name = f"{type(instance).__name__}.{attribute.name}"
        raise TypeError(f"{name}: must be a date without a time, is a {type(value).__name__}")


def _is_recovery(instance: Verzuimperiode, attribute: Attribute[Any], value: object) -> None:
    if value is None:
        return
    _is_day(instance, attribute, value)
    if instance.dagen is not None and instance.dagen < 0:
        raise ValueError(f"{type(instance).__name__}.{attribute.name}: must not be before eerste_dag")


class Geval(Protocol):
    """What is asked of an absence case."""

    @property
    def eerste_verzuimdag(self) -> date:
        """The first day of absence."""
        ...

    @property
    def datum_hersteld(self) -> date | None:
        """The first day of recovery; None while the case is open."""
        ...

    @property
    def status(self) -> str:
        """``open``, ``hersteld`` or ``ingetrokken``."""
        ...


@frozen
class Verzuimperiode:
    """A period of absence, wholly or in part. Its repr shows no date, for these are personal data.

    >>> Verzuimperiode(date(2017, 3, 6), hersteld=date(2017, 3, 20)).dagen
    14
    >>> Verzuimperiode(date(2017, 3, 6), hersteld=date(2017, 3, 5))
    Traceback (most recent call last):
    ValueError: Verzuimperiode.hersteld: must not be before eerste_dag
    """

    eerste_dag: date = field(validator=_is_day, repr=False)
    """The first day of absence."""
    hersteld: date | None = field(default=None, validator=_is_recovery, repr=False)
    """The first day on which the employee is recovered, and so no day of the absence; None while the absence lasts."""

    @classmethod
    def van(cls, geval: Geval) -> Verzuimperiode:
        """The period of an absence case, such as a ``sivi2017.Verzuimgeval``. A withdrawn case is no absence, and has none.

        :raises ValueError: for a withdrawn case.
        """
        if geval.status == "ingetrokken":
            raise ValueError("a case that is ingetrokken was no absence")
        return cls(geval.eerste_verzuimdag, geval.datum_hersteld)

    @property
    def dagen(self) -> int | None:
        """The number of days of absence; None while the absence lasts."""
        return None if self.hersteld is None else (self.hersteld - self.eerste_dag).days


def samengesteld(perioden: Iterable[Verzuimperiode]) -> tuple[tuple[Verzuimperiode, ...], ...]:
    """The periods in order of time, and together those that count as one: fewer than 28 days lie between each and the next.

    The order in which they are given says nothing. A period that ended on its first day has no day of absence: it is left
    out, and joins nothing.

    :raises ValueError: when two periods overlap, since one of them is wrong then and only the caller can know which.

    >>> maart = Verzuimperiode(date(2017, 3, 6), hersteld=date(2017, 3, 20))
    >>> april = Verzuimperiode(date(2017, 4, 16), hersteld=date(2017, 4, 20))
    >>> mei = Verzuimperiode(date(2017, 5, 18))
    >>> samengesteld([mei, april, maart]) == ((maart, april), (mei,))
    True
    """
    ketens: list[list[Verzuimperiode]] = []
    for periode in sorted((item for item in perioden if item.dagen != 0), key=lambda item: item.eerste_dag):
        if ketens and _onderbreking(ketens[-1][-1], periode) < _NIEUW_BEGIN:
            ketens[-1].append(periode)
        else:
            ketens.append([periode])
    return tuple(tuple(keten) for keten in ketens)


def _onderbreking(vorige: Verzuimperiode, volgende: Verzuimperiode) -> timedelta:
    if vorige.hersteld is None or volgende.eerste_dag < vorige.hersteld:
        raise ValueError("samengesteld.perioden: must not overlap; a period begins before the one before it has ended")
    return volgende.eerste_dag - vorige.hersteld
