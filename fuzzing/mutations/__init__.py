"""From valid messages to inputs that are valid no more, or only just.

There are three levels: of bytes (``octets``), of the tokens of XML (``tokens``), and of the tree of elements (``trees``).
Whatever is chosen is asked of a ``random.Random``, so that a seed, Hypothesis or a fuzzer guided by coverage can decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from attrs import frozen

from fuzzing.mutations.octets import change_octets
from fuzzing.mutations.tokens import change_tokens
from fuzzing.mutations.trees import change_tree
from fuzzing.options import MOST_BYTES

__all__ = ["Mutator"]

_STEPS = (0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 5, 8)
_LEVELS = (0, 0, 0, 1, 1, 1, 2)


@frozen
class Mutator:
    """Makes inputs from messages."""

    corpus: Sequence[bytes]

    def made(self, seed: int, number: int) -> bytes:
        """The input of a number: always the same one."""
        random = Random(f"{seed}/{number}")  # noqa: S311 - no secret
        return self.mutated(random.choice(self.corpus), random)

    def mutated(self, data: bytes, random: Random) -> bytes:
        """A message changed in some places, or in none."""
        levels = sorted(random.choice(_LEVELS) for _ in range(random.choice(_STEPS)))
        trees, tokens, octets = (levels.count(level) for level in range(3))
        # In this order: what bytes were changed in is seldom XML any more.
        if trees:
            data = change_tree(data, random, self.corpus, trees)
        if tokens:
            data = change_tokens(data, random, tokens)
        for _ in range(octets):
            data = change_octets(data, random, self.corpus)
        return data[: MOST_BYTES - 1]
