"""Which part of one message is to be compared with which part of another.

Parts with a key are found by it, so that an employee who was left out does not make all that follow different. Others are
taken in their order; so are those of which the other message does not have the key, since the key may be what is wrong.

>>> pairs(["a", "b", "c"], ["c", "a", "x"], str)
[(0, 1), (2, 0), (1, 2)]
>>> pairs([1], [1, 2], None)
[(0, 0), (None, 1)]
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from itertools import zip_longest
from typing import Any

__all__ = ["key_of", "pairs"]

_KEYS = {
    "Wrkgvr": ("identificatie_werkgever_bij_arbodienst",),
    "Wrknmr": ("identificatie_werknemer",),
    "Dnstvbnd": ("identificatie_dienstverband",),
    "Vrzm": ("verzuimgeval_identificatie", "verzuimgeval_volgnummer_melding"),
}
"""By tag the fields that tell one part from those beside it."""


def key_of(tag: str) -> Callable[[Any], Hashable] | None:
    """What gives the key of a part; None for parts that have none."""
    names = _KEYS.get(tag)
    return None if names is None else lambda part: tuple(getattr(part, name) for name in names)


def pairs(
    left: Sequence[Any], right: Sequence[Any], key: Callable[[Any], Hashable] | None
) -> list[tuple[int | None, int | None]]:
    """The places of parts that belong together; None where the other one has no such part."""
    places: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place, part in enumerate(right):
        places[key(part) if key else place].append(place)
    found: list[tuple[int | None, int | None]] = []
    alone = []
    for place, part in enumerate(left):
        same = places.get(key(part) if key else place)
        if same:
            found.append((place, same.popleft()))
        else:
            alone.append(place)
    rest = sorted(place for same in places.values() for place in same)
    return [*found, *zip_longest(alone, rest)]
