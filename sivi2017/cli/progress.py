"""A bar that shows how far the work is, for a person who waits; and writing beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Bar", "progress"]


class Bar:
    """No bar: what is written is written."""

    def advance(self) -> None:
        """One more is done."""

    def write(self, text: str) -> None:
        """Write text on standard output."""
        if text:
            click.echo(text, nl=False)


class _RichBar(Bar):
    """A bar on standard error."""

    def __init__(self, shown: Progress, total: int) -> None:
        self._shown = shown
        self._task = shown.add_task("checking", total=total)

    def advance(self) -> None:
        self._shown.advance(self._task)

    def write(self, text: str) -> None:
        beside = bool(text) and sys.stdout.isatty()  # on the same terminal: the bar makes place
        if beside:
            self._shown.stop()
        super().write(text)
        if beside:
            self._shown.start()


@contextmanager
def progress(total: int) -> Iterator[Bar]:
    """A bar where there is much to do and a person to see it."""
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
