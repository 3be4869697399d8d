"""``sivi2017 demo``: the example messages that come with the library, written and checked."""

from __future__ import annotations

import os
import shlex
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click
from lxml import etree

from sivi2017.cli.formats import counted, finding_line
from sivi2017.cli.removing import remove
from sivi2017.cli.sources import check, single
from sivi2017.cli.terminal import visible
from sivi2017.reading.limits import Limits

__all__ = ["demonstrate"]


def demonstrate(folder: str) -> int:
    """Write the examples to a folder, check what was written and tell of each what it is about.

    :raises click.ClickException: when they cannot be written.
    """
    written = _written(_examples(), Path(folder))
    wrong = 0
    for path in written:
        checked = check(single(str(path)), tolerant=False, limits=Limits())
        wrong += not checked.report.ok
        click.echo(f"{visible(str(path))}: {'valid' if checked.report.ok else 'NOT VALID'}")
        click.echo("".join(f"  {line}\n" for line in _subject(path)), nl=False)
        for finding in checked.report.findings:
            click.echo(f"  {finding_line(str(path), finding)}")
    click.echo(f"{counted(len(written), 'message')} written, {len(written) - wrong} valid.")
    click.echo(f"See what one says: sivi2017 show {visible(shlex.quote(str(written[0])))}")
    return int(bool(wrong))


def _examples() -> list[Traversable]:
    folder = files("sivi2017").joinpath("examples")
    found = [item for item in folder.iterdir() if item.name.endswith(".xml")] if folder.is_dir() else []
    if not found:
        raise _NoDemo("this installation has no example messages")
    return sorted(found, key=lambda item: item.name)


def _written(examples: list[Traversable], folder: Path) -> list[Path]:
    """Write the examples: all of them, or none where one of the names is taken or the disk is full."""
    taken = [example.name for example in examples if os.path.lexists(folder / example.name)]
    if taken:
        others = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
        raise _NoDemo(f"{visible(str(folder))} already has {taken[0]}{others}; nothing was written. Give another folder.")
    written: list[Path] = []
    is_whole = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for example in examples:
            path = folder / example.name
            with path.open("xb") as file:
                written.append(path)
                file.write(example.read_bytes())
        is_whole = True
    except OSError as error:
        raise _NoDemo(f"cannot write to {visible(str(folder))}: {error.strerror}") from None
    finally:
        if not is_whole:
            remove(written)
    return written


def _subject(path: Path) -> list[str]:
    """What an example says of itself in the comments before its first element."""
    comments = etree.parse(path).getroot().itersiblings(etree.Comment, preceding=True)
    return [line.strip() for comment in comments for line in (comment.text or "").splitlines()]


class _NoDemo(click.ClickException):
    exit_code = 2
