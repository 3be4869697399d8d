"""What the receiver must do with a part of a message, and by which code it is told."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import asdict, field, frozen

from sivi2017.codes import Verwerkingscode
from sivi2017.errors import InvalidValue

__all__ = ["Mutatie", "Verwerkingscodes"]


class Mutatie(StrEnum):
    """What is to happen with a part of a message."""

    NIEUW = "nieuw"
    WIJZIGING = "wijziging"
    CORRECTIE = "correctie"
    ONGEWIJZIGD = "ongewijzigd"
    INTREKKING = "intrekking"


@frozen(kw_only=True)
class Verwerkingscodes:
    """The codes of one message. That 03, 04 and 05 mean this in 2017 is inferred (medium), and other readings exist.

    >>> Verwerkingscodes(correctie="05", intrekking="03").meaning("05")
    'correctie'
    """

    nieuw: str = field(default=Verwerkingscode.NIEUW.value)
    wijziging: str = field(default=Verwerkingscode.WIJZIGING.value)
    correctie: str = field(default=Verwerkingscode.CORRECTIE.value)
    ongewijzigd: str = field(default=Verwerkingscode.ONGEWIJZIGD.value)
    intrekking: str = field(default=Verwerkingscode.VERWIJDEREN.value)

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise InvalidValue(faults)

    def _faults(self) -> Iterator[str]:
        allowed = [code.value for code in Verwerkingscode]
        codes = asdict(self)
        for name, code in codes.items():
            if code not in allowed:
                yield f"Verwerkingscodes.{name}: must be one of {', '.join(allowed)}"
        if len(set(map(repr, codes.values()))) < len(codes):
            yield "Verwerkingscodes: two meanings have the same code"

    def code(self, meaning: str) -> str:
        """The code for a meaning.

        :raises ValueError: when there is no such meaning.
        """
        return str(getattr(self, Mutatie(meaning)))

    def meaning(self, code: str) -> str:
        """The meaning of a code."""
        return next(name for name, value in asdict(self).items() if value == code)
