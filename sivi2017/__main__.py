"""``python -m sivi2017``: the command line, for where the command itself is not on the path."""

from __future__ import annotations

from sivi2017.cli import main

raise SystemExit(main())
