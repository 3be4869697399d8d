"""What every code list has: values with a meaning, and how sure that meaning is.

>>> from sivi2017.codes import Verwerkingscode
>>> Verwerkingscode.CORRECTIE.value, Verwerkingscode.CORRECTIE.betekenis, Verwerkingscode.CORRECTIE.zekerheid
('03', 'correctie', 'inferred-medium')
"""

from __future__ import annotations

from enum import Enum
from typing import NoReturn, Self

__all__ = ["CodeList"]


class CodeList(Enum):
    """A list of codes; a member is found by its name, or by its code as in ``Verwerkingscode.of("03")``."""

    betekenis: str | None
    """The Dutch meaning; None where it is not known."""
    zekerheid: str
    """How sure the meaning is: certain, inferred-strong, inferred-medium, inferred-weak or unknown."""
    later: bool
    """Whether the code came after 2017."""

    def __new__(cls, code: str, betekenis: str | None, zekerheid: str, later: bool = False) -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.betekenis = betekenis
        member.zekerheid = zekerheid
        member.later = later
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """The member with a code.

        :raises ValueError: when the list has no such code.
        """
        return next((member for member in cls if member.value == code), None) or cls._missing_(code)

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:  # noqa: ARG003 - Enum gives it
        # Enum would quote the value, and what stands in the place of a code may be a name.
        raise ValueError(f"{cls.__name__} has no such code; it has {', '.join(str(member.value) for member in cls)}")
