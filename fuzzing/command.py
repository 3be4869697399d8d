"""What ``python -m fuzzing`` does: try inputs, tell how it goes, and keep the figures."""

from __future__ import annotations

import json
import platform
import sys
from argparse import ArgumentParser
from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import etree

import sivi2017
from fuzzing.corpus import corpus
from fuzzing.examining import expected_warnings
from fuzzing.options import Options
from fuzzing.problems import of_exception
from fuzzing.watching import Outcome, run

__all__ = ["figures", "main"]


def main(arguments: list[str]) -> int:
    """Try what the arguments ask for; the exit status is 1 when there was a find."""
    asked = _parser().parse_args(arguments)
    if asked.replay:
        return _replayed(asked.replay)
    options = Options(
        inputs=asked.inputs,
        seed=asked.seed,
        first=asked.first,
        seconds=asked.seconds,
        processes=asked.processes,
        engine=asked.engine,
        finds=asked.finds,
    )
    bases = corpus(asked.messages)
    progress = _Progress()
    outcome = run(options, bases, progress.tell)
    told = figures(options, outcome, bases)
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(told, indent=1, ensure_ascii=False))
    return int(bool(outcome.finds.counts))


def figures(options: Options, outcome: Outcome, bases: list[bytes]) -> dict[str, Any]:
    """What a run did, for a file."""
    answers = Counter(outcome.counts)
    inputs, read = answers.pop("inputs", 0), answers.pop("bytes", 0)
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "engine": options.engine,
        "seed": options.seed,
        "first": options.first,
        "processes": options.processes,
        "base messages": len(bases),
        "digest of these": sha256(b"\0".join(bases)).hexdigest()[:16],
        "inputs": inputs,
        "bytes": read,
        "seconds": round(outcome.seconds, 1),
        "inputs a second": round(inputs / outcome.seconds, 1) if outcome.seconds else 0,
        "answers": dict(sorted(answers.items())),
        "finds": dict(sorted(outcome.finds.counts.items())),
        "restarts": outcome.restarts,
        "most megabytes of a process": round(outcome.megabytes, 1),
        "sivi2017": sivi2017.__version__,
        "Python": platform.python_version(),
        "lxml": etree.__version__,
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
    }


class _Progress:
    """A line each minute, and one for each new kind of find."""

    def __init__(self) -> None:
        self._minutes = 0
        self._kinds = 0

    def tell(self, outcome: Outcome) -> None:
        if outcome.seconds // 60 == self._minutes and len(outcome.finds.counts) == self._kinds:
            return
        self._minutes, self._kinds = int(outcome.seconds // 60), len(outcome.finds.counts)
        finds = ", ".join(f"{number} {key}" for key, number in outcome.finds.counts.items())
        print(f"{outcome.seconds:.0f} s: {outcome.inputs} inputs, finds: {finds or 'none'}", file=sys.stderr, flush=True)


def _replayed(files: list[Path]) -> int:
    """Ask about files in every way."""
    from fuzzing.checks import check_ways, every_way  # noqa: PLC0415 - only here

    status = 0
    for file in files:
        for ways in every_way():
            try:
                with expected_warnings():
                    Counter(check_ways(file.read_bytes(), ways))
            except Exception as error:  # noqa: BLE001 - to find out which ones there are is the point
                problem = of_exception(error)
                print(f"{file}: {problem.key}\n{ways}\n{problem.text}")
                status = 1
                break
        else:
            print(f"{file}: answered as it must be")
    return status


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m fuzzing", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, metavar="NUMBER", help="how many are tried at most")
    parser.add_argument("--seed", type=int, default=1, help="from which they are made")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="the number of the first, to go on with a run")
    parser.add_argument("--seconds", type=float, help="after how many seconds no more are tried")
    parser.add_argument("--processes", type=int, default=1, metavar="NUMBER", help="how many processes try them")
    parser.add_argument("--engine", choices=["random", "hypothesis", "atheris"], default="random", help="what makes them")
    parser.add_argument(
        "--messages", type=int, default=200, metavar="NUMBER", help="how many valid messages of each level they are made from"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the figures go")
    parser.add_argument(
        "--finds", type=Path, default=Path("finds"), metavar="DIR", help="where inputs go that were not answered"
    )
    parser.add_argument("--replay", type=Path, nargs="+", metavar="FILE", help="ask about these files in every way, and end")
    return parser
