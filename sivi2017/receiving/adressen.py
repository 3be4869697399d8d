"""Addresses that one kind of message has no place for."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeVar

from attrs import evolve

from sivi2017.domain.adres import Adres, BuitenlandsAdres
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.convert import kinds_of_address

__all__ = ["completed"]

Address = TypeVar("Address", Adres, BuitenlandsAdres)


def completed(werknemer: Werknemer, before: Werknemer, soort: str) -> Werknemer:
    """An employee as told of last, with the addresses of before for whose kind that message has no place.

    An absence message can tell of a home address alone: a postal address that the other flow told of is still there.

    :param soort: the name of the message that told of the employee last.
    """
    module = binding_modules()[soort]
    dutch = _completed(werknemer.adressen, before.adressen, kinds_of_address(module.StraatadresNederland))
    foreign = _completed(
        werknemer.buitenlandse_adressen, before.buitenlandse_adressen, kinds_of_address(module.StraatadresBuitenland)
    )
    with suppress(InvalidValue):  # more than nine of a kind: then what was told of last is all that is known
        return evolve(werknemer, adressen=dutch, buitenlandse_adressen=foreign)
    return werknemer


def _completed(told: tuple[Address, ...], before: tuple[Address, ...], kinds: frozenset[str]) -> tuple[Address, ...]:
    if told == tuple(address for address in before if address.soort.value in kinds):
        return before  # also in the order of before
    return told + tuple(address for address in before if address.soort.value not in kinds)
