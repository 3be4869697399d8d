"""Any number of invented messages that look like life, from a seed: for load tests, and to try a service with.

::

    company = Company(employees=10_000, seed=1)
    for event in company.events():  # a year, in the order in which a sender tells it
        send(sivi2017.write(event.message()))

Nothing here is about anybody: the people, firms and numbers are made up.
"""

from __future__ import annotations

from sivi2017.fakes.companies import Company, Kind
from sivi2017.fakes.events import Event, History
from sivi2017.fakes.figures import Figures
from sivi2017.fakes.frequencies import Frequencies
from sivi2017.fakes.life import SoortWijziging

__all__ = ["Company", "Event", "Figures", "Frequencies", "History", "Kind", "SoortWijziging"]
