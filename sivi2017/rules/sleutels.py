"""Keys that must be unique: of an employee within the employer, and of an employment within the employee.

Keys are compared as they are written: 0012 and 12 are two keys.

>>> list(repeated(["WN-1", "WN-2", "WN-1", "WN-1"]))  # the third and the fourth are the first again
[(2, 0), (3, 0)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Memory, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES", "repeated"]


def repeated(keys: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Each key that was there before: where it stands, and where it stood first."""
    first: dict[str, int] = {}
    for index, key in enumerate(keys):
        if first.setdefault(key, index) != index:
            yield index, first[key]


@rule(
    "SLT-1",
    Severity.ERROR,
    "IdWrknmr is unique among the Wrknmr of a Wrkgvr.",
    "A receiver knows employees by it: two persons would become one, or one would be changed twice.",
    on=("Wrknmr",),
    remembers=True,
)
def employees_have_their_own_key(place: Place, _: RuleProfile, seen: Memory) -> Iterator[Found]:
    assert place.parent is not None
    key = place.at("IdWrknmr")
    of_employer = place.parent.step, key.value
    first = seen.get(of_employer, 0)
    if first:
        yield key, f"must be unique, and is that of Wrknmr[{first}] too"
    else:
        seen[of_employer] = place.number


@rule(
    "SLT-2",
    Severity.ERROR,
    "IdDnstvbnd is unique among the Dnstvbnd of a Wrknmr.",
    "An absence and its hours belong to one employment; with one key for two a receiver mixes them up.",
    on=("Wrknmr",),
)
def employments_have_their_own_key(place: Place, _: RuleProfile) -> Iterator[Found]:
    keys = [employment.at("IdDnstvbnd") for employment in place.each("Dnstvbnd")]
    for index, first in repeated(key.value for key in keys):
        yield keys[index], f"must be unique, and is that of Dnstvbnd[{first + 1}] too"


RULES = (employees_have_their_own_key, employments_have_their_own_key)
