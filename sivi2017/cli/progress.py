"""A bar that shows how far the work is, for a person who waits; and writing beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Bar", "progress"]

_PAUSE = 0.1
"""Seconds between two times that something is written."""


class Bar:
    """No bar: what is written is written, though not each line by itself, which would take long for very many."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._next = 0.0

    def advance(self) -> None:
        """One more is done."""

    def write(self, text: str) -> None:
        """Write text on standard output, at the latest with the text that follows after a moment."""
        self._kept.append(text)
        if perf_counter() >= self._next:
            self.flush()

    def flush(self) -> None:
        """Write what was kept."""
        text = "".join(self._kept)
        self._kept.clear()
        if text:
            self.put(text)
            self._next = perf_counter() + _PAUSE

    def put(self, text: str) -> None:
        """Write text at once."""
        click.echo(text, nl=False)


class _RichBar(Bar):
    """A bar on standard error."""

    def __init__(self, shown: Progress, total: int) -> None:
        super().__init__()
        self._shown = shown
        self._task = shown.add_task("checking", total=total)

    def advance(self) -> None:
        self._shown.advance(self._task)

    def put(self, text: str) -> None:
        beside = sys.stdout.isatty()  # on the same terminal: the bar makes place
        if beside:
            self._shown.stop()
        super().put(text)
        if beside:
            self._shown.start()


@contextmanager
def progress(total: int) -> Iterator[Bar]:
    """A bar where there is much to do and a person to see it."""
    with _shown(total) as bar:
        yield bar
        bar.flush()


@contextmanager
def _shown(total: int) -> Iterator[Bar]:
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console  # noqa: PLC0415 - rich takes longer to import than most files to check
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - the same

    console = Console(stderr=True)
    if not console.is_interactive:  # a terminal that cannot move its cursor
        yield Bar()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # rich would otherwise send to standard error what is written on standard output.
    shown = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    with shown:
        yield _RichBar(shown, total)
