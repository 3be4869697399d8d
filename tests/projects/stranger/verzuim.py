"""The program of a stranger: it tells the occupational health service who is ill."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import sivi2017


def report_sick(
    koppeling: sivi2017.Koppeling,
    werkgever: sivi2017.Werkgever,
    werknemer: sivi2017.Werknemer,
    dienstverband: sivi2017.Dienstverband,
    day: date,
    send: Callable[[bytes], None],
) -> None:
    """Send the report that an employee is ill from a day on."""
    geval = sivi2017.Verzuimgeval.ziekmelding(id=f"VG-{day}", eerste_verzuimdag=day)
    message = koppeling.verzuimmutatie(werkgever, werknemer, dienstverband, geval)
    send(sivi2017.write(message, pretty=True))
