"""What was not answered as it must be, in files."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

from attrs import Factory, define

from fuzzing.problems import Problem

__all__ = ["Finds"]

_KEPT = 3
"""Of how many inputs to which the same happened a file is kept."""


@define
class Finds:
    """A folder with a file for each input, and beside it a text that says what happened."""

    folder: Path
    counts: Counter[str] = Factory(Counter)
    """How often each thing happened."""

    def keep(self, problem: Problem, data: bytes, source: str) -> Path | None:
        """Count a problem, and keep its input unless there are some like it.

        :param source: how to have the input again.
        :returns: the file.
        """
        self.counts[problem.key] += 1
        if self.counts[problem.key] > _KEPT:
            return None
        name = re.sub(r"[^a-z0-9]+", "-", problem.key.lower())[:80].strip("-")
        file = self.folder / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.xml"
        self.folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        file.with_suffix(".txt").write_text(f"{problem.key}\n{source}\n\n{problem.text}\n", encoding="utf-8")
        return file
