"""What was begun and is not whole goes away again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

__all__ = ["remove"]


def remove(paths: Iterable[Path]) -> None:
    """Remove files, those of them that are there."""
    for path in paths:
        path.unlink(missing_ok=True)
