"""What ``python -m benchmarks`` does: measure, print a table, and keep the figures."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import asdict, evolve

from benchmarks import machine
from benchmarks.cases import CASES
from benchmarks.options import FULL, SMALL, Options
from benchmarks.plot import draw
from benchmarks.publish import FIGURES, publish
from benchmarks.results import Section
from benchmarks.table import as_text

__all__ = ["main"]


def main(arguments: list[str]) -> None:
    """Measure what the arguments ask for."""
    asked = _asked(arguments)
    options = _options(asked)
    described = {**machine.described(), "load at the start": machine.load()}
    print("  ".join(f"{name} {value}" for name, value in described.items()), flush=True)
    target = FIGURES if asked.publish else asked.json
    sections: list[Section] = []
    with TemporaryDirectory(prefix="sivi2017-benchmarks-", dir=asked.folder) as folder:
        for section in _measured(evolve(options, folder=Path(folder)), asked.subjects or list(CASES)):
            print(as_text(section), flush=True)
            sections.append(section)
            if target:
                _keep(target, described, options, sections)
    if asked.small:
        print("\nThis was a small run: it shows that all works, and its figures mean nothing.")
    if asked.plot:
        draw(sections, asked.plot)
    if asked.publish:
        publish()


def _measured(options: Options, subjects: list[str]) -> Iterator[Section]:
    for subject in subjects:
        yield from CASES[subject](options)


def _keep(target: Path, described: dict[str, str], options: Options, sections: list[Section]) -> None:
    """Write the figures so far: a run that stops half-way is not for nothing."""
    settings = asdict(options, filter=lambda attribute, _: attribute.name != "folder")
    figures = {"machine": described, "settings": settings, "sections": [section.as_json() for section in sections]}
    target.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _asked(arguments: list[str]) -> Namespace:
    parser = _parser()
    asked = parser.parse_args(arguments)
    unknown = [subject for subject in asked.subjects if subject not in CASES]
    if unknown:
        parser.error(f"no subject {', '.join(unknown)}; there are {', '.join(CASES)}")
    if asked.publish and (asked.small or asked.subjects):
        parser.error("what is published is a whole run: --publish goes without --small and without subjects")
    return asked


def _options(asked: Namespace) -> Options:
    options = SMALL if asked.small else FULL
    given = {name: getattr(asked, name) for name in ("employees", "streamed", "repeat", "files")}
    return evolve(options, **{name: value for name, value in given.items() if value is not None})


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m benchmarks", description="Measure sivi2017 beside other ways to do the same work.")
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"some of {', '.join(CASES)}; by default all")
    parser.add_argument("--small", action="store_true", help="a quick run that shows that all works; its figures mean nothing")
    parser.add_argument("--employees", type=_sizes, metavar="N,N,…", help="how many a message has that is handled as a whole")
    parser.add_argument("--streamed", type=_sizes, metavar="N,N,…", help="how many a message has that is streamed; two or more")
    parser.add_argument("--repeat", type=int, metavar="N", help="how many times each call is measured")
    parser.add_argument("--files", type=int, metavar="N", help="how many files a folder has")
    parser.add_argument(
        "--folder", type=Path, help="where to write messages while it runs; by default where temporary files go"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw time and memory to this SVG file; needs matplotlib")
    parser.add_argument(
        "--publish", action="store_true", help="keep the figures in benchmarks/, and put them in docs/; needs matplotlib"
    )
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(number.replace("_", "")) for number in text.split(","))
