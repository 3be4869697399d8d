"""A copy of this checkout, in which code may be changed without changing the checkout itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "copied", "environment"]

ROOT = Path(__file__).resolve().parent.parent

_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "_build", "build", "dist", "*.egg-info")


def copied(target: Path) -> Path:
    """Copy the checkout, and compile the package."""
    shutil.copytree(ROOT, target, ignore=_LEFT_OUT)
    # Python usually tells by time and size whether a file has changed; here one may change twice in a second.
    compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "sivi2017"]
    subprocess.run(compiled, cwd=target, check=True)  # noqa: S603 - this Python
    return target


def environment(checkout: Path) -> dict[str, str]:
    """The environment in which a Python imports the package from a copy."""
    return {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": ""}
