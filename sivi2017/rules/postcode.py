"""The Dutch postcode: four digits and two capitals, in a message without a blank between them.

The first digit is not a zero, and three pairs of letters are not used: SA, SD and SS. Only ``Pc`` is a Dutch postcode.
``PcBtl`` is a foreign one, and ``PcStandplts``, where an employee works, may be.

>>> is_postcode("1234AB")
True
>>> [is_postcode(value) for value in ("1234 A", "0234AB", "1234ab", "1234SS")]
[False, False, False, False]
"""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.nl import postcode

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.values import shape

__all__ = ["RULES", "is_postcode"]


def is_postcode(value: str) -> bool:
    """Whether a text is a Dutch postcode just as a message must have it."""
    # stdnum removes blanks and dashes, and makes capitals; what it does not change was right on the wire.
    return bool(postcode.compact(value) == value and postcode.is_valid(value))


@rule(
    "PC-1",
    Severity.ERROR,
    "Pc is four digits, the first not 0, and two capitals other than SA, SD and SS.",
    "There is no other Dutch postcode: letters cannot be delivered, and addresses not compared.",
    on=("Pc",),
)
def is_dutch(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not is_postcode(place.value):
        yield place, f"must be a Dutch postcode such as 1234AB; {shape(place.value)}"


RULES = (is_dutch,)
