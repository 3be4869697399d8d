"""How much is left in a pseudonymised message: what there is to choose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

__all__ = ["BirthDate", "Keep", "Settings"]

BirthDate: TypeAlias = Literal["month", "year", "five-years"]
"""What of a date of birth stays known: the month, the year, or five years of which it is one."""

Keep: TypeAlias = Literal["werkgevers", "afdelingen", "functies", "partijen", "vangnet"]
"""What may stay as it is: employers, departments and cost centres, functions, who sends and receives, and vangnet."""


def _kept(given: Iterable[str]) -> frozenset[str]:
    # One name would be taken for its letters.
    return frozenset([given] if isinstance(given, str) else given)


@frozen
class Settings:
    """What there is to choose."""

    birth_date: BirthDate = "year"
    keep: frozenset[str] = field(default=frozenset(), converter=_kept)
    addresses: bool = True

    def __attrs_post_init__(self) -> None:
        if self.birth_date not in get_args(BirthDate):
            raise ValueError(f"birth_date must be one of {', '.join(get_args(BirthDate))}")
        if not self.keep <= {*get_args(Keep)}:
            raise ValueError(f"keep may have {', '.join(get_args(Keep))}, and nothing else")
