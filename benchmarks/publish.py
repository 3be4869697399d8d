"""The page and the picture from the figures that were measured: ``python -m benchmarks.publish``."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.children import ROOT
from benchmarks.page import put
from benchmarks.plot import draw
from benchmarks.results import Section

__all__ = ["FIGURES", "PAGE", "PICTURE", "publish"]

FIGURES = ROOT / "benchmarks" / "figures.json"
PAGE = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "_static" / "performance.svg"


def publish(figures: Path = FIGURES) -> None:
    """Put the figures of a file on the page, and draw them."""
    told = json.loads(figures.read_text(encoding="utf-8"))
    sections = [Section.from_json(section) for section in told["sections"]]
    put(PAGE, told["machine"], sections)
    draw(sections, PICTURE)


if __name__ == "__main__":
    publish()
