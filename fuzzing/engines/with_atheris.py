"""Inputs that atheris decides on: it keeps those that reach something new in this library, and changes them again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import atheris

from fuzzing.mutations import Mutator
from fuzzing.trying import Trying

__all__ = ["instrumented", "run"]


@contextmanager
def instrumented() -> Iterator[None]:
    """What of this library is imported meanwhile tells which of its lines are reached."""
    with atheris.instrument_imports(include=["sivi2017"]):
        yield
        for name in import_module("sivi2017").__all__:  # each brings its module when it is first asked for
            getattr(import_module("sivi2017"), name)
        for name in ("cli.validating", "cli.showing", "cli.listing", "codec.verzuimmeldingen", "codec.werknemergegevens"):
            import_module(f"sivi2017.{name}")


def run(trying: Trying) -> None:
    """Try inputs; this process ends with them."""
    task = trying.task
    mutator = Mutator(task.corpus)
    number = task.first

    def test_one_input(data: bytes) -> None:
        nonlocal number
        if number >= task.end or trying.is_over:
            trying.finish()
            os._exit(0)  # libFuzzer has no other way to stop within its work
        trying.take(number, data)
        number += task.step

    def changed(data: bytes, most: int, seed: int) -> bytes:
        if seed % 4:
            return mutator.mutated(data or task.corpus[0], Random(seed))[:most]  # noqa: S311 - no secret
        return bytes(atheris.Mutate(data, most))

    with TemporaryDirectory(prefix="sivi2017-fuzzing-") as folder:
        for position, data in enumerate(task.corpus):
            Path(folder, f"{position}.xml").write_bytes(data)
        arguments = [f"-seed={task.seed + task.first}", "-max_len=100000", "-rss_limit_mb=0", "-timeout=3600", "-verbosity=0"]
        atheris.Setup([sys.argv[0], *arguments, folder], test_one_input, custom_mutator=changed)
        atheris.Fuzz()
