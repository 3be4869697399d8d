"""Numbers that are names, such as a burgerservicenummer: which digits they have, and how many were written.

The schema takes them for whole numbers, so that a plus sign, and more or fewer zeros in front, are allowed; a system that
compares texts sees another number.

>>> significant_digits("+000123")
'123'
>>> has_digits("00123", 5), has_digits("123", 5), has_digits("+0123", 5)
(True, False, False)
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["has_digits", "significant_digits"]

_SPACE = " \t\r\n"


def significant_digits(value: str) -> str:
    """The digits of a number without its sign and leading zeros."""
    return value.strip(_SPACE).lstrip("+-").lstrip("0")


def has_digits(value: str, count: int) -> bool:
    """Whether a number is written in just so many digits, and with nothing else."""
    return _digits(count).fullmatch(value.strip(_SPACE)) is not None


@cache
def _digits(count: int) -> re.Pattern[str]:
    return re.compile(f"[0-9]{{{count}}}")
