"""``sivi2017 show``: a message for a person, with personal data behind a mask."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

import click

from sivi2017.bulk.files import FileReport
from sivi2017.cli.formats import finding_line
from sivi2017.cli.sources import check, single
from sivi2017.cli.terminal import visible
from sivi2017.outline.lines import Outline
from sivi2017.reading.limits import Limits
from sivi2017.schema.model import message_model

__all__ = ["show_file"]


def show_file(argument: str, *, reveal: bool, tolerant: bool, limits: Limits) -> int:
    """Show a message and what is wrong with it; the exit status tells whether it could be read and has no errors."""
    checked = check(single(argument), tolerant=tolerant, limits=limits)
    lines = _all_lines(checked, reveal)
    while block := list(islice(lines, 500)):  # a write of each line by itself takes longer than making it
        click.echo("\n".join(block))
    if not checked.readable:
        return 2
    return 0 if checked.report.ok else 1


def _all_lines(checked: FileReport, reveal: bool) -> Iterator[str]:
    report, outline = checked.report, Outline(reveal, title=_title)
    if report.message is not None and report.kind is not None:
        yield _title(f"{report.kind} ({visible(checked.name)})")
        yield from outline.group(report.message, message_model(report.kind).root)
        yield ""
    legend = outline.legend(revealed_with="--reveal")
    if legend is not None:
        yield legend
    if report.findings:
        yield _title(f"Bevindingen ({len(report.findings)})")
        yield from (finding_line(checked.name, finding) for finding in report.findings)
    else:
        yield "Geen bevindingen."


_title = partial(click.style, bold=True)
