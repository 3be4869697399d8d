"""Which files are given out together: as many as a worker gets done in its turn."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import islice

from attrs import define, field, frozen

__all__ = ["Batch", "Batches"]

_MOST = 64
"""How many files travel together at most; small ones take less than a worker's turn then."""


@frozen(order=True)
class Batch:
    """Files that follow each other."""

    first: int
    """The number of the first, counted from 0."""
    paths: tuple[str, ...] = field(order=False)


@define
class Batches:
    """The files that are still to be given out."""

    _paths: Iterable[str]
    taken: int = 0
    """How many were taken from the paths so far."""
    _size: int = 1
    _back: list[Batch] = field(factory=list)
    """What came back undone, the first of the files on top."""

    def __attrs_post_init__(self) -> None:
        self._paths = iter(self._paths)

    def take(self, room: int) -> Batch | None:
        """The next files: those that came back before others. None where there are none.

        :param room: how many others may be taken at most.
        """
        if self._back:
            batch = heappop(self._back)
            self._give_back(Batch(batch.first + self._size, batch.paths[self._size :]))
            return Batch(batch.first, batch.paths[: self._size])
        batch = Batch(self.taken, tuple(islice(self._paths, max(0, min(self._size, room)))))
        self.taken += len(batch.paths)
        return batch if batch.paths else None

    def done(self, batch: Batch, number: int) -> None:
        """Of a batch so many files were done in a turn: the others come back, and the next ones are of a size that fits."""
        # Twice as many: so they grow from one file until the turn is full.
        self._size = min(2 * number, _MOST)
        self._give_back(Batch(batch.first + number, batch.paths[number:]))

    def again(self, batch: Batch) -> None:
        """Have the files of a batch given out once more, one by one."""
        for number, path in enumerate(batch.paths, start=batch.first):
            self._give_back(Batch(number, (path,)))

    def _give_back(self, batch: Batch) -> None:
        if batch.paths:
            heappush(self._back, batch)
