"""Many files: a folder of messages, half of them indented, of one to twenty employees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import sivi2017
from benchmarks.cases.parts import ratio
from benchmarks.data import indented, message
from benchmarks.options import Options
from benchmarks.results import Section
from benchmarks.timing import Contender, measured
from sivi2017.bulk import validate_files

__all__ = ["sections"]

_NAME = "validate_files(jobs={})"


def sections(options: Options) -> Iterator[Section]:
    """One."""
    folder = options.folder / "files"
    folder.mkdir()
    paths = list(_written(folder, options.files))
    contenders = [
        Contender("sivi2017.validate, in a loop", "XML, schema, rules; findings", partial(_loop, paths), len(paths)),
        *(
            Contender(_NAME.format(jobs), "XML, schema, rules; findings", partial(_all, paths, jobs), len(paths))
            for jobs in (1, 2)
        ),
    ]
    section = Section(
        "files",
        f"Many files: {len(paths):,}, of 1 to 20 employees each, half of them indented",
        "Starting the processes counts.",
        measured(contenders, options),
    )
    yield ratio(
        section,
        (_NAME.format(1), _NAME.format(2), 1.7, None),
        ("sivi2017.validate, in a loop", _NAME.format(1), None, None),
    )


def _written(folder: Path, number: int) -> Iterator[Path]:
    messages = [message(size) for size in range(1, 21)]
    messages += [indented(data) for data in messages]
    for index in range(number):
        path = folder / f"{index:06}.xml"
        path.write_bytes(messages[index % len(messages)])
        yield path


def _loop(paths: list[Path]) -> int:
    return sum(sivi2017.validate(path).ok for path in paths)


def _all(paths: list[Path], jobs: int) -> int:
    return sum(checked.report.ok for checked in validate_files(paths, jobs=jobs))
