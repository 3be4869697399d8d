"""What an answer must not be."""

from __future__ import annotations

import traceback

from attrs import frozen

__all__ = ["Disagreement", "Problem", "of_exception"]


class Disagreement(Exception):
    """Two answers that must be the same are not; the text says which, and never what the input says."""


@frozen
class Problem:
    """What happened to an input."""

    kind: str
    """``exception``, ``disagreement``, ``slow``, ``memory``, ``hang`` or ``crash``."""
    where: str
    """The same for all inputs to which the same happened, as far as can be told."""
    text: str = ""
    """More on it."""

    @property
    def key(self) -> str:
        """What finds are counted by."""
        return f"{self.kind}: {self.where}"


def of_exception(error: BaseException) -> Problem:
    """The problem that an exception is, told by its type and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    told = "".join(traceback.format_exception(error))
    if isinstance(error, Disagreement):
        return Problem("disagreement", str(error), told)
    ours = [frame for frame in frames if "sivi2017" in frame.filename] or frames
    place = f"{ours[-1].filename.rpartition('/')[2]}:{ours[-1].name}" if ours else "nowhere"
    return Problem("exception", f"{type(error).__name__} in {place}", told)
