"""Numbers that pass their checks, a different one for each employee or employer of a company.

No range of burgerservicenummers is known here that is kept free for tests: one of these may by chance be somebody's.
"""

from __future__ import annotations

from stdnum.nl import bsn

__all__ = ["burgerservicenummer", "check_of", "kvk_nummer", "loonheffingennummer"]

_STEP = 7_368_787
"""Has no factor in common with the number of tens, so that all are gone through before one comes back."""
_TENS = 10_000_000
_KVK = 90_000_000


def burgerservicenummer(seed: int, number: int) -> str:
    """Nine digits that pass the elfproef.

    >>> from stdnum.nl import bsn
    >>> all(bsn.is_valid(burgerservicenummer(2017, number)) for number in range(1, 500))
    True
    >>> len({burgerservicenummer(2017, number) for number in range(1, 500)})
    499
    """
    tens = (seed * 1_299_709 + number * _STEP) % (_TENS - 1) + 1
    # Of two numbers in the same ten at most one has no check digit: what they are checked by differs by two.
    eight = next(digits for digits in (f"{tens:07}{last}" for last in range(1, 3)) if check_of(digits) < 10)
    return f"{eight}{check_of(eight)}"


def check_of(digits: str) -> int:
    """What the ninth digit must be after these eight, by the elfproef; of 10 there is none."""
    return bsn.checksum(f"{digits}0")


def loonheffingennummer(seed: int, number: int) -> str:
    """Nine digits that pass the elfproef, L, and two digits; no number of an employee."""
    return f"{burgerservicenummer(seed, 10_000_000 - 1 - number)}L01"


def kvk_nummer(seed: int, number: int) -> str:
    """Eight digits."""
    return f"{10_000_000 + (seed * 7_919 + number * 104_729) % _KVK}"
