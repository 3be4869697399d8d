"""Messages for tests of the receiving side: one sender, whose clock goes on by a minute with each message."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from sivi2017 import Dienstverband, Koppeling, Verzuimgeval, Werkgever, Werknemer, bindings, codes
from sivi2017.domain.verwerkingscodes import Mutatie

__all__ = ["GEVAL", "KOPPELING", "Zender", "dienstverband", "werkgever", "werknemer"]

KOPPELING = Koppeling(inzender="ZENDER", ontvanger="ONTVANGER", datakluis=True, gevraagde_gegevens=["burgerservicenummer"])


def werkgever(key: str = "WG-1") -> Werkgever:
    return Werkgever(naam="Bakkerij Voorbeeld", id=key, aansluitnummer="AN-1")


def werknemer(key: str = "W-1", **values: Any) -> Werknemer:
    given: dict[str, Any] = {
        "achternaam": "Jansen",
        "voorletters": "AB",
        "geboortedatum": date(1980, 5, 17),
        "geslacht": codes.Geslachtsaanduiding.VROUW,
    }
    return Werknemer(id=key, **{**given, **values})


def dienstverband(key: str = "D-1", **values: Any) -> Dienstverband:
    given: dict[str, Any] = {
        "ingangsdatum": date(2010, 4, 1),
        "geldt_vanaf": date(2017, 1, 1),
        "afdeling_code": "BAK",
        "functie": "Bakker",
        "uren_per_week": 36,
    }
    return Dienstverband(id=key, **{**given, **values})


GEVAL = Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6))


class Zender:
    """Makes messages as a sender does, each a minute after the one before."""

    def __init__(self, **settings: Any) -> None:
        self._minutes = count()
        self.koppeling = KOPPELING.met(klok=self._now, **settings)

    def _now(self) -> datetime:
        return datetime(2017, 3, 6, 9) + timedelta(minutes=next(self._minutes))  # noqa: DTZ001 - messages have no zone

    def verzuim(
        self, geval: Verzuimgeval, wie: Werknemer | None = None, waar: Dienstverband | None = None, bij: str = "WG-1"
    ) -> bindings.Message:
        return self.koppeling.verzuimmutatie(werkgever(bij), wie or werknemer(), waar or dienstverband(), geval, findings=[])

    def verzuimen(self, geval: Verzuimgeval, **more: Any) -> list[bindings.Message]:
        """A message for each report of a case."""
        return [
            self.verzuim(Verzuimgeval(meldingen=geval.meldingen[:number], verpleegadres=geval.verpleegadres), **more)
            for number in range(1, len(geval.meldingen) + 1)
        ]

    def gegevens(
        self,
        wie: Werknemer | None = None,
        waar: Iterable[Dienstverband] = (),
        mutatie: Mutatie = Mutatie.WIJZIGING,
        bij: str = "WG-1",
        **more: Any,
    ) -> bindings.Message:
        employments = list(waar) or [dienstverband()]
        return self.koppeling.werknemermutatie(
            werkgever(bij), wie or werknemer(), employments, mutatie=mutatie, findings=[], **more
        )

    def zonder_naam(self, wie: Werknemer | None = None, waar: Iterable[Dienstverband] = ()) -> bindings.Message:
        employments = list(waar) or [dienstverband()]
        return self.koppeling.dienstverbandmutatie(werkgever(), wie or werknemer(), employments, findings=[])
