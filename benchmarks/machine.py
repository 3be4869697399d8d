"""On what was measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from lxml import etree

__all__ = ["described", "load"]

_PACKAGES = ("sivi2017", "lxml", "attrs", "xsdata")


def described() -> dict[str, str]:
    """The machine, the versions and the date."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        **{name: version(name) for name in _PACKAGES},
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
    }


def load() -> str:
    """How many programs wanted to run in the last minute, on average; empty where the system does not tell."""
    return f"{os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else ""


def _processor() -> str:
    return _field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    told = _field("/proc/meminfo", "MemTotal")
    return f"{int(told.split()[0]) / 1024**2:.0f} GiB" if told else "not known"


def _field(path: str, name: str) -> str:
    """A line of the form ``name : value`` of a file that only Linux has."""
    file = Path(path)
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
