"""The program of a stranger: it takes in what an employer tells, and has two mistakes."""

from __future__ import annotations

import sivi2017
from sivi2017.bindings import Verzuimmeldingen


def percentages(data: bytes) -> dict[tuple[str, str], str]:
    """The percentage of absence by employee and case."""
    message = sivi2017.read(data)
    assert isinstance(message, Verzuimmeldingen)
    return {
        (werknemer.identificatie_werknemer, verzuim.verzuimgeval_identificatie): str(verzuim.percentage_verzuim)
        for werkgever in message.werkgever
        for werknemer in werkgever.werknemer
        for dienstverband in werknemer.dienstverband
        for verzuim in dienstverband.verzuim
    }


def names(data: bytes) -> list[str]:
    """The names of the employees; the first mistake: there need not be a prefix."""
    message = sivi2017.read(data)
    assert isinstance(message, Verzuimmeldingen)
    return [
        werknemer.voorvoegsels.capitalize() + " " + werknemer.significant_deel_van_de_achternaam  # type: ignore[union-attr]  # the mistake
        for werkgever in message.werkgever
        for werknemer in werkgever.werknemer
    ]


def accept(data: bytes) -> bool:
    """Whether a message can be taken in; the second mistake: it is not asked whether it is valid."""
    return data.startswith(b"<?xml")
