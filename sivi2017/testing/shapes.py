"""Which of its optional parts an object has, and how often.

Whether a part is there is drawn where it stands, as a digit of which 0 means no, whatever the share of the parts that are to be
there. So of a failing test each part that it does not need goes by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import define
from hypothesis import strategies as st

from sivi2017.schema.model import Element

__all__ = ["Shape", "places", "shapes", "size_of"]

_ALL = 10
_SHARES = (1, 1, 1, 2, 5, 9, _ALL)
"""Of ten optional parts so many are there. That of nine leads from all to fewer."""

_MANY = 3
"""How often an element without a highest number is drawn at most."""

_LARGE = 15
"""An element of so many elements makes a message huge when it is there as often as it may."""

_DIGITS, _NOT_ZERO = st.integers(0, 9), st.integers(1, 9)


@define
class Shape:
    """Draws what is there, for one message or object."""

    draw: st.DrawFn
    share: int
    may_be_huge: bool
    """Whether a large element may be there as often as it may."""
    may_be_most: bool = True
    """Whether an element may still be there as often as it may: that is so once in a message."""

    @property
    def is_full(self) -> bool:
        """Whether most of the optional parts are to be there."""
        return self.share > 8

    def has(self) -> bool:
        """Whether an optional part is there."""
        return self.draw(_NOT_ZERO if self.share == _ALL else _DIGITS) > 9 - self.share

    def count(self, minimum: int, maximum: int | None, size: int) -> int:
        """How often a part is there that may be there several times, or not at all.

        :param size: of how many elements it is made.
        """
        if not minimum and not self.has():
            return 0
        most = maximum or _MANY
        number = self.draw(_DIGITS)
        if number == 9 and self.may_be_most and (size < _LARGE or (self.may_be_huge and self.draw(_DIGITS) == 9)):
            self.may_be_most = False
            return most
        return min(max(minimum, 1) + (number > 7), most)


@cache
def size_of(element: Element) -> int:
    """Of how many elements an element is made, itself among them."""
    return len(list(element.walk()))


def places(root: Element) -> Iterator[tuple[str, Element]]:
    """Every element below one, with its path of tags."""
    walked = root.walk()
    next(walked)
    return walked


@st.composite
def shapes(draw: st.DrawFn, *, may_be_huge: bool = False) -> Shape:
    """A few of the optional parts, many or all of them."""
    return Shape(draw, draw(st.sampled_from(_SHARES)), may_be_huge)
