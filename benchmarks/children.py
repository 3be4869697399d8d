"""Work in a Python of its own: for what depends on what was done before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["ROOT", "told_by"]

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project."""


def told_by(*arguments: str) -> Any:
    """What a new Python, started with these arguments, prints as JSON."""
    # A fresh Python is what is measured; the arguments are our own.
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return json.loads(done.stdout)
