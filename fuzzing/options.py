"""How much is tried, with what, and what an answer may cost."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["BOUNDS", "MOST_BYTES", "Bounds", "Engine", "Options"]

Engine: TypeAlias = Literal["random", "hypothesis", "atheris"]

MOST_BYTES = 1_000_000
"""No input has as many bytes as this: the bound on time is one for inputs under a megabyte."""


@frozen(kw_only=True)
class Bounds:
    """What one input may cost."""

    seconds: float = 1.0
    """How much processor time each call may take: on a busy machine the clock says nothing."""
    patience: float = 10.0
    """After how many seconds on the clock without an answer the process that waits for it is ended."""
    megabytes: float = 200.0
    """By how much the process that tries the inputs may have grown at any time since it began."""


BOUNDS = Bounds()


@frozen(kw_only=True)
class Options:
    """One run."""

    inputs: int
    """How many inputs are tried at most."""
    seed: int = 1
    """From this and its number each input of the engine ``random`` can be made again."""
    first: int = 0
    """The number of the first input: a run that was cut short goes on from there."""
    seconds: float | None = None
    """After how many seconds no more inputs are tried."""
    processes: int = 1
    engine: Engine = "random"
    finds: Path = Path("finds")
    """The folder for the inputs that were not answered as they must be."""
    target: str = "fuzzing.checks:check"
    """What is asked of an input: a module and a function in it. A test has its own, which fails."""
    bounds: Bounds = BOUNDS
