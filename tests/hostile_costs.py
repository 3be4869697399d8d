"""What the hostile messages cost: a table of seconds and megabytes, each measured in a process of its own; on Linux.

Run as ``python tests/hostile_costs.py [SIZE] [PART OF A NAME …]``; the size in bytes is 950,000 where none is given.
"""

from __future__ import annotations

import json
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from hostile_cases import CASES, MESSAGE, WAYS

__all__ = ["main"]

SIZE = 950_000


def peak() -> float:
    """The most megabytes that this process had; what rusage tells may be the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def measure(case: str, way: str, size: int, told: Any) -> None:
    """Send the bytes, the seconds of work, the megabytes in all, and the ids of what was found."""
    data = CASES[case](size)
    before = time.process_time()
    report = WAYS[way](data)
    seconds = time.process_time() - before
    ids = sorted({finding.id for finding in report.findings})
    told.send_bytes(json.dumps([len(data), seconds, peak(), ids]).encode())


def measured(case: str, way: str, size: int) -> tuple[int, float, float, list[str]]:
    """The same from a process that has everything loaded: that is no cost of the message."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=measure, args=(case, way, size, theirs))
    process.start()
    length, seconds, megabytes, ids = json.loads(ours.recv_bytes())
    process.join()
    return length, seconds, megabytes, ids


def main(arguments: list[str]) -> None:
    """Print the table, of each case the way that took longest and the one that took most memory."""
    for way in WAYS.values():
        way(MESSAGE)
        way(MESSAGE.replace(b"ABC", b"A1"))
    size = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else SIZE
    sys.stdout.write("| message | bytes | most seconds | by | most MB | findings |\n| --- | ---: | ---: | --- | ---: | --- |\n")
    for case in CASES:
        if arguments and not any(part in case for part in arguments):
            continue
        outcomes = {way: measured(case, way, size) for way in WAYS}
        dearest = max(outcomes, key=lambda way: outcomes[way][1])
        length, seconds, _, _ = outcomes[dearest]
        megabytes = max(outcome[2] for outcome in outcomes.values())
        ids = ", ".join(outcomes["validate"][3]) or "none"
        sys.stdout.write(f"| {case} | {length:,} | {seconds:.2f} | {dearest} | {megabytes:.0f} | {ids} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
