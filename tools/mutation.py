"""Change the hand-written code in a copy of this checkout, one small change at a time, and see whether a test fails.

    python tools/mutation.py                # the four packages, one after another
    python tools/mutation.py rules flows    # these

It prints how many changes there were, and each that no test noticed. ``nox -s mutation`` installs what it needs.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from checkout import copied, environment
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkItem, WorkResult

# The tests of a package, those that take least time first: the first that fails ends the run.
TESTS = {
    "rules": ["sivi2017/rules", "tests/test_rules*.py"],
    "reading": [
        "sivi2017/reading",
        "tests/test_reading.py",
        "tests/test_inspection.py",
        "tests/test_tolerant_reading.py",
        "tests/test_streaming.py",
    ],
    "writing": ["sivi2017/writing", "tests/test_writing.py", "tests/test_codec.py", "tests/test_write_stream.py"],
    "flows": [
        "sivi2017/flows",
        "tests/test_verzuimmutatie.py",
        "tests/test_werknemermutatie.py",
        "tests/test_koppeling.py",
        "tests/test_koppeling_loading.py",
    ],
}
# Tests that take more time than they would tell here: they measure memory, or try many messages that are made at random.
LEFT_OUT = {"reading": "not hypothesis and not memory"}
PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", "--hypothesis-profile=ci")

CONFIG = """\
[cosmic-ray]
module-path = "sivi2017/{package}"
timeout = {timeout}
excluded-modules = []
test-command = {command}

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
# A | stands in types only, and those are text while the program runs.
exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*"]
"""

OUTCOMES = ("killed", "timed out", "survived")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", nargs="*", help=f"of {', '.join(TESTS)}; default: all")
    packages = parser.parse_args().package or list(TESTS)
    if unknown := set(packages) - set(TESTS):
        parser.error(f"no such package: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        checkout = copied(folder / "checkout")
        rows = [_row(package, checkout, folder) for package in packages]
    print("| package | changes | killed | timed out | survived | seconds |")
    print("|---|---:|---:|---:|---:|---:|")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")


def _row(package: str, checkout: Path, folder: Path) -> tuple[str | int, ...]:
    """Make every change in one package, and tell what became of them."""
    started = time.monotonic()
    config, session = folder / f"{package}.toml", folder / f"{package}.sqlite"
    tests = [test.relative_to(checkout).as_posix() for pattern in TESTS[package] for test in sorted(checkout.glob(pattern))]
    arguments = [*PYTEST, *tests, "-k", LEFT_OUT.get(package, "")]
    _run(checkout, *arguments)
    seconds = time.monotonic() - started
    command = json.dumps(shlex.join([sys.executable, *arguments]))  # TOML writes a text in the same way
    config.write_text(CONFIG.format(package=package, timeout=round(30 + 5 * seconds), command=command), encoding="utf-8")
    _run(checkout, "-m", "cosmic_ray.cli", "init", str(config), str(session))
    _run(checkout, "-m", "cosmic_ray.tools.filters.operators_filter", str(session), str(config))
    _run(checkout, "-m", "cosmic_ray.cli", "exec", str(config), str(session))
    counts = dict.fromkeys(OUTCOMES, 0)
    with use_db(session, WorkDB.Mode.open) as db:
        for item, result in _made(db):
            outcome = _outcome(result)
            counts[outcome] += 1
            if outcome == "survived":
                print(_told(item, result), flush=True)
    return package, sum(counts.values()), *counts.values(), round(time.monotonic() - started)


def _run(checkout: Path, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - this Python, and files of this checkout
        [sys.executable, *arguments], cwd=checkout, env=environment(checkout), check=False, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(arguments[:3])} failed")


def _made(db: WorkDB) -> Iterator[tuple[WorkItem, WorkResult]]:
    results = dict(db.results)
    for item in db.work_items:
        if results[item.job_id].worker_outcome is not WorkerOutcome.SKIPPED:
            yield item, results[item.job_id]


def _outcome(result: WorkResult) -> str:
    if result.output == "timeout":
        return "timed out"
    return "survived" if result.test_outcome is TestOutcome.SURVIVED else "killed"


def _told(item: WorkItem, result: WorkResult) -> str:
    """A change that no test noticed: where it is, and the lines of its difference."""
    mutation = item.mutations[0]
    lines = [line for line in (result.diff or "").splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    where = f"{mutation.module_path.as_posix()}:{mutation.start_pos[0]} {mutation.operator_name.removeprefix('core/')}"
    return "\n".join([where, *lines, ""])


if __name__ == "__main__":
    main()
