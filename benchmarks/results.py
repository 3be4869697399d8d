"""What was measured: sections of measurements, and the ratios between them with their targets."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from attrs import asdict, field, frozen

__all__ = ["Measurement", "Ratio", "Section"]


@frozen
class Measurement:
    """One way to do some work, measured several times."""

    name: str
    """What was called."""
    does: str
    """What it did of the work: which checks, and what came out."""
    samples: tuple[float, ...] = field(converter=tuple[float, ...])
    """In seconds, or in bytes of memory."""
    unit: str = "s"
    """``s`` or ``B``."""
    size: int | None = None
    """Of how many employees, or files."""

    @property
    def median(self) -> float:
        """The middle one of the samples."""
        return median(self.samples)


@frozen
class Ratio:
    """How two measurements of one section compare, and what was aimed at."""

    text: str
    """What is divided by what."""
    value: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def target(self) -> str:
        """In words; empty where there is none."""
        if self.at_least is not None and self.at_most is not None:
            return f"{self.at_least:.3g} to {self.at_most:.3g}"
        if self.at_least is not None:
            return f"at least {self.at_least:g}"
        return "" if self.at_most is None else f"at most {self.at_most:g}"

    @property
    def met(self) -> bool | None:
        """Whether the target was met; None where there is none."""
        if not self.target:
            return None
        above = self.at_least is None or self.value >= self.at_least
        return above and (self.at_most is None or self.value <= self.at_most)


@frozen
class Section:
    """Ways to do the same work."""

    subject: str
    """A word, such as ``read``."""
    title: str
    note: str
    measurements: tuple[Measurement, ...] = field(converter=tuple[Measurement, ...])
    ratios: tuple[Ratio, ...] = field(converter=tuple[Ratio, ...], default=())

    def __getitem__(self, name: str) -> Measurement:
        """The first measurement of a name."""
        return next(item for item in self.measurements if item.name == name)

    def as_json(self) -> dict[str, Any]:
        """As JSON has it, with the medians and the verdicts."""
        told = asdict(self)
        for item, measurement in zip(told["measurements"], self.measurements, strict=True):
            item["median"] = measurement.median
        for item, ratio in zip(told["ratios"], self.ratios, strict=True):
            item["met"] = ratio.met
        return told

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Section:
        """Back from JSON."""
        return cls(
            told["subject"],
            told["title"],
            told["note"],
            _made(Measurement, told["measurements"], "median"),
            _made(Ratio, told["ratios"], "met"),
        )


def _made(made: Any, items: Sequence[dict[str, Any]], derived: str) -> Any:
    return [made(**{name: value for name, value in item.items() if name != derived}) for item in items]
