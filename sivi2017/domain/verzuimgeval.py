"""An absence case: the events that make it, and the reports that they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec

from attrs import evolve, field, frozen

from sivi2017.domain.adres import Verpleegadres
from sivi2017.domain.base import Domain, fields_of, many
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.errors import InvalidEvent, InvalidValue

__all__ = ["Verzuimgeval", "Verzuimstatus"]

Arguments = ParamSpec("Arguments")

HERHALING_BINNEN_DAGEN = 28
"""A new spell counts as one with the last when fewer than so many days lie between recovery and the new first day."""

_OLD = {name: f"{name}_oud" for name in ("verzuimgeval_id", "eerste_verzuimdag", "ingangsdatum")}
_RECOVERY = frozenset({"einde_verzuim", "datum_hersteld"})
_OF_THE_EVENT = _RECOVERY | {"soort", "volgnummer", "verzuimpercentage", *_OLD, *_OLD.values()}
"""The fields of a report that an event fills by itself."""


class Verzuimstatus(StrEnum):
    """How a case stands."""

    OPEN = "open"
    HERSTELD = "hersteld"
    INGETROKKEN = "ingetrokken"


def _by_argument(**called: str) -> Callable[[Callable[Arguments, Verzuimgeval]], Callable[Arguments, Verzuimgeval]]:
    """Decorator of an event: what is wrong with its report is told by the arguments that the caller gave.

    :param called: what a field of the report is called among the arguments, where that differs.
    """

    def decorate(event: Callable[Arguments, Verzuimgeval]) -> Callable[Arguments, Verzuimgeval]:
        def renamed(fault: str) -> str:
            where, _, text = fault.partition(": ")
            name = where.removeprefix(f"{Verzuimmelding.__name__}.")
            return fault if name == where else f"{event.__name__}.{called.get(name, name)}: {text}"

        @wraps(event)
        def told(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Verzuimgeval:
            try:
                return event(*args, **kwargs)
            except InvalidValue as error:
                raise InvalidValue(dict.fromkeys(map(renamed, error.faults))) from None

        return told

    return decorate


@frozen(kw_only=True, repr=False)
class Verzuimgeval(Domain):
    """An absence case. Each event gives a new case, and leaves the one that it was called on as it is.

    >>> geval = Verzuimgeval.ziekmelding(id="VG-2017-0042", eerste_verzuimdag=date(2017, 3, 6))
    >>> geval = geval.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
    >>> geval = geval.hersteldmelding(per=date(2017, 3, 20))
    >>> geval.status.value, geval.volgnummer, geval.verzuimpercentage
    ('hersteld', 3, Decimal('0'))
    >>> geval.hersteldmelding(per=date(2017, 3, 27))
    Traceback (most recent call last):
    sivi2017.errors.InvalidEvent: hersteldmelding: the case is hersteld; only a correctie or an intrekking can follow
    """

    meldingen: tuple[Verzuimmelding, ...] = field(converter=many)
    """The reports that are known here, oldest first; the last one says how the case stands."""
    samengesteld_met: str | None = None
    """The key of the earlier case with which this one counts as one, since fewer than 28 days lie between. The messages
    have no element for it."""
    verpleegadres: Verpleegadres | None = None
    """Where the employee is cared for."""

    def faults(self) -> Iterator[str]:
        numbers = [melding.volgnummer for melding in self.meldingen]
        if not numbers:
            yield "meldingen: at least one report makes a case"
        if numbers != sorted(set(numbers)):
            yield "meldingen: the volgnummers must rise"

    # How the case stands

    @property
    def melding(self) -> Verzuimmelding:
        """The last report: what a message says of the case."""
        return self.meldingen[-1]

    @property
    def id(self) -> str:
        """The key of the case."""
        return self.melding.verzuimgeval_id

    @property
    def volgnummer(self) -> int:
        """The number of the last report."""
        return self.melding.volgnummer

    @property
    def eerste_verzuimdag(self) -> date:
        """The first day of absence."""
        return self.melding.eerste_verzuimdag

    @property
    def verzuimpercentage(self) -> Decimal:
        """How much of the hours is missed, 0 to 100."""
        return self.melding.verzuimpercentage

    @property
    def datum_hersteld(self) -> date | None:
        """The first day of full recovery; None while the case is open."""
        return self.melding.datum_hersteld

    @property
    def status(self) -> Verzuimstatus:
        """Whether the case is open, hersteld or ingetrokken."""
        if self.melding.soort is SoortMelding.INTREKKING:
            return Verzuimstatus.INGETROKKEN
        return Verzuimstatus.HERSTELD if self.melding.einde_verzuim else Verzuimstatus.OPEN

    # The events

    @classmethod
    @_by_argument(verzuimgeval_id="id", ingangsdatum="eerste_verzuimdag")
    def ziekmelding(
        cls,
        *,
        id: str,  # noqa: A002 - the key of every class here is called id
        eerste_verzuimdag: date,
        verzuimpercentage: Decimal | int = 100,
        eerdere_gevallen: Iterable[Verzuimgeval] = (),
        verpleegadres: Verpleegadres | None = None,
        **gegevens: Any,
    ) -> Verzuimgeval:
        """Somebody has fallen ill.

        :param id: the key of the case, at most 40 characters, never used before.
        :param eerste_verzuimdag: the first day of absence.
        :param verzuimpercentage: how much of the hours is missed, above 0 and up to 100.
        :param eerdere_gevallen: the employee's earlier cases: one from which fewer than 28 days have passed is linked.
        :param gegevens: other fields of ``Verzuimmelding``, such as ``oorzaak`` or ``gemeld_op``; later reports keep them.
        :raises InvalidValue: naming the fields that are wrong.
        :raises InvalidEvent: when the percentage is 0.
        """
        _refuse_names(SoortMelding.ZIEKMELDING, gegevens)
        melding = Verzuimmelding(
            soort=SoortMelding.ZIEKMELDING,
            verzuimgeval_id=id,
            volgnummer=1,
            ingangsdatum=eerste_verzuimdag,
            eerste_verzuimdag=eerste_verzuimdag,
            verzuimpercentage=verzuimpercentage,
            **gegevens,
        )
        _refuse_none("ziekmelding", melding.verzuimpercentage)
        eerder = _samengesteld(eerste_verzuimdag, eerdere_gevallen)
        return cls(meldingen=(melding,), samengesteld_met=eerder, verpleegadres=verpleegadres)

    @classmethod
    @_by_argument()
    def hervat(
        cls,
        *,
        soort: SoortMelding,
        samengesteld_met: str | None = None,
        verpleegadres: Verpleegadres | None = None,
        **gegevens: Any,
    ) -> Verzuimgeval:
        """A case of which only the last report was kept, to go on from there.

        :param soort: what the last report was.
        :param gegevens: the other fields of ``Verzuimmelding``: the key, number, dates and percentage.
        :raises InvalidValue: naming the fields that are wrong.
        """
        melding = Verzuimmelding(soort=soort, **gegevens)
        return cls(meldingen=(melding,), samengesteld_met=samengesteld_met, verpleegadres=verpleegadres)

    @_by_argument(ingangsdatum="per")
    def gedeeltelijke_hersteldmelding(self, *, per: date, verzuimpercentage: Decimal | int, **gegevens: Any) -> Verzuimgeval:
        """Somebody works more again, or less: another part of the hours is missed.

        :param per: from which day.
        :param verzuimpercentage: how much is missed from then on, above 0 and up to 100.
        :param gegevens: other fields of ``Verzuimmelding`` that change.
        :raises InvalidEvent: on a case that is not open, with a date before the last report's, and for 0 percent.
        :raises InvalidValue: naming the fields that are wrong.
        """
        soort = SoortMelding.GEDEELTELIJKE_HERSTELDMELDING
        self._refuse_unless_open(soort)
        self._refuse_before(soort, per)
        _refuse_names(soort, gegevens)
        melding = self._next(soort, ingangsdatum=per, verzuimpercentage=verzuimpercentage, **gegevens)
        _refuse_none(soort, melding.verzuimpercentage)
        return self._with(melding)

    @_by_argument(ingangsdatum="per", datum_hersteld="per")
    def hersteldmelding(self, *, per: date, **gegevens: Any) -> Verzuimgeval:
        """Somebody has recovered.

        :param per: the first day of full recovery.
        :param gegevens: other fields of ``Verzuimmelding``, such as ``reden_einde``.
        :raises InvalidEvent: on a case that is not open, and with a date before the last report's.
        :raises InvalidValue: naming the fields that are wrong.
        """
        soort = SoortMelding.HERSTELDMELDING
        self._refuse_unless_open(soort)
        self._refuse_before(soort, per)
        _refuse_names(soort, gegevens)
        ended = {"ingangsdatum": per, "datum_hersteld": per, "einde_verzuim": True, "verzuimpercentage": 0}
        return self._with(self._next(soort, **ended, **gegevens))

    @_by_argument(verzuimgeval_id="id")
    def correctie(
        self,
        *,
        eerste_verzuimdag: date | None = None,
        ingangsdatum: date | None = None,
        verzuimpercentage: Decimal | int | None = None,
        id: str | None = None,  # noqa: A002 - the key of every class here is called id
        **gegevens: Any,
    ) -> Verzuimgeval:
        """What was last reported was wrong. The old first day, change date and key go beside the new ones.

        A change date that is the first day of absence, or the day of recovery, moves with it. A recovery that was none is
        corrected with ``einde_verzuim=False`` and the right percentage.

        :param ingangsdatum: the right change date of the last report.
        :param gegevens: other fields of ``Verzuimmelding`` that were wrong, such as ``datum_hersteld``; None takes one away.
        :raises InvalidEvent: on a withdrawn case, when nothing is corrected, and for a percentage that contradicts whether the
            absence has ended.
        :raises InvalidValue: naming the fields that are wrong.
        """
        soort = SoortMelding.CORRECTIE
        self._refuse_withdrawn(soort)
        _refuse_names(soort, gegevens, _RECOVERY)
        given = {
            "eerste_verzuimdag": eerste_verzuimdag,
            "ingangsdatum": ingangsdatum,
            "verzuimpercentage": verzuimpercentage,
            "verzuimgeval_id": id,
        }
        last = self.melding
        changes = _moved_along(last, {name: value for name, value in given.items() if value is not None} | gegevens)
        melding = self._next(soort, **changes)
        changed = {name for name in changes if getattr(melding, name) != getattr(last, name)}
        if not changed:
            raise InvalidEvent("correctie: nothing is corrected")
        if (melding.verzuimpercentage > 0) is melding.einde_verzuim:
            raise InvalidEvent(
                "correctie: the percentage is above 0 as long as the absence lasts, and 0 when it has ended; "
                "einde_verzuim=False opens the case again"
            )
        return self._with(evolve(melding, **{_OLD[name]: getattr(last, name) for name in changed & _OLD.keys()}))

    def intrekking(self) -> Verzuimgeval:
        """The case should never have been reported.

        :raises InvalidEvent: when it is withdrawn already.
        """
        self._refuse_withdrawn(SoortMelding.INTREKKING)
        return self._with(self._next(SoortMelding.INTREKKING))

    def _next(self, soort: SoortMelding, **changes: Any) -> Verzuimmelding:
        if self.volgnummer == 999:
            raise InvalidEvent(f"{soort}: the case has 999 reports, and the message has no number for more")
        # What was old at the last report, and what was asked and said with it, is not said again.
        fresh: dict[str, Any] = {**dict.fromkeys(_OLD.values()), "acties": (), "vrije_tekst": ()}
        return evolve(self.melding, soort=soort, volgnummer=self.volgnummer + 1, **{**fresh, **changes})

    def _with(self, melding: Verzuimmelding) -> Verzuimgeval:
        return evolve(self, meldingen=(*self.meldingen, melding))

    def _refuse_withdrawn(self, soort: SoortMelding) -> None:
        if self.status is Verzuimstatus.INGETROKKEN:
            raise InvalidEvent(f"{soort}: the case is ingetrokken; nothing can follow")

    def _refuse_unless_open(self, soort: SoortMelding) -> None:
        self._refuse_withdrawn(soort)
        if self.status is not Verzuimstatus.OPEN:
            raise InvalidEvent(f"{soort}: the case is {self.status}; only a correctie or an intrekking can follow")

    def _refuse_before(self, soort: SoortMelding, per: object) -> None:
        # What is no date at all is left for the report to refuse.
        if isinstance(per, date) and not isinstance(per, datetime) and per < self.melding.ingangsdatum:
            where = "the first day of absence" if per < self.eerste_verzuimdag else "the last report"
            raise InvalidEvent(f"{soort}: per lies before {where}; what was reported earlier is changed by a correctie")


def _refuse_names(soort: str, gegevens: Mapping[str, Any], allowed: frozenset[str] = frozenset()) -> None:
    """Refuse arguments that are no field of a report, or one that the event fills."""
    unknown = gegevens.keys() - {item.name for item in fields_of(Verzuimmelding)}
    if unknown:
        raise TypeError(f"{soort}: a Verzuimmelding has no {', '.join(sorted(unknown))}")
    own = gegevens.keys() & (_OF_THE_EVENT - allowed)
    if own:
        raise TypeError(f"{soort}: fills {', '.join(sorted(own))} by itself")


def _moved_along(last: Verzuimmelding, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes of a correctie, and what changes with them."""
    if changes.get("einde_verzuim") is False:
        changes = {"datum_hersteld": None, "reden_einde": None, "hersteld_volgens_werkgever": None} | changes
    if last.ingangsdatum == last.datum_hersteld:
        if changes.get("datum_hersteld") is not None:
            return {"ingangsdatum": changes["datum_hersteld"]} | changes
        if "ingangsdatum" in changes:
            return {"datum_hersteld": changes["ingangsdatum"]} | changes
    elif last.ingangsdatum == last.eerste_verzuimdag and "eerste_verzuimdag" in changes:
        return {"ingangsdatum": changes["eerste_verzuimdag"]} | changes
    return changes


def _refuse_none(soort: str, percentage: Decimal) -> None:
    if not percentage:
        raise InvalidEvent(f"{soort}: the verzuimpercentage must be above 0; at 0 it is a hersteldmelding")


def _samengesteld(eerste_verzuimdag: date, gevallen: Iterable[Verzuimgeval]) -> str | None:
    """The key of the latest recovered case from which fewer than 28 days have passed."""
    near: dict[date, str] = {
        geval.datum_hersteld: geval.id
        for geval in gevallen
        if geval.status is Verzuimstatus.HERSTELD
        and geval.datum_hersteld is not None
        and 0 <= (eerste_verzuimdag - geval.datum_hersteld).days < HERHALING_BINNEN_DAGEN
    }
    return near[max(near)] if near else None
