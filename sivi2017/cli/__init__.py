"""The command line ``sivi2017``; it needs the extra ``cli``."""

from __future__ import annotations

import sys
from importlib.util import find_spec

__all__ = ["main"]

_NEEDED = ("click", "rich")


def main() -> int:
    """Run the command line on the arguments of the process, and give the exit status."""
    try:
        missing = [name for name in _NEEDED if find_spec(name) is None]
        if missing:
            sys.stderr.write(f"sivi2017: {' and '.join(missing)} not installed; run: pip install 'sivi2017[cli]'\n")
            return 2
        from sivi2017.cli.running import run  # noqa: PLC0415 - it needs click, which may be missing

        return run()
    except KeyboardInterrupt:
        return 130
