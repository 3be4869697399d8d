"""The dates of the Wet verbetering Poortwachter: what is due in which week of an absence.

Weeks are counted in days of absence. Two periods with fewer than 28 days between them count as one, and the days between
them do not count, so that everything after such a gap comes later by the length of the gap.

>>> from datetime import date
>>> perioden = [
...     Verzuimperiode(eerste_dag=date(2017, 3, 6), hersteld=date(2017, 4, 17)),
...     Verzuimperiode(eerste_dag=date(2017, 5, 8)),
... ]
>>> for mijlpaal in mijlpalen(perioden)[:3]:
...     print(mijlpaal.datum, mijlpaal.termijn.naam)
2017-04-16 probleemanalyse
2017-05-21 plan van aanpak
2018-01-15 42e-weeksmelding

Day 1 is the first day of absence and week n is days 7n - 6 to 7n. The weeks are data: ``WEKEN`` has the usual ones, and
``mijlpalen`` takes any other tuple. Nothing here knows today's date, weekends or holidays.
"""

from __future__ import annotations

from sivi2017.poortwachter.mijlpaal import Mijlpaal, mijlpalen
from sivi2017.poortwachter.periode import Verzuimperiode, samengesteld
from sivi2017.poortwachter.termijn import Telling, Termijn
from sivi2017.poortwachter.weken import WEKEN

__all__ = ["WEKEN", "Mijlpaal", "Telling", "Termijn", "Verzuimperiode", "mijlpalen", "samengesteld"]
