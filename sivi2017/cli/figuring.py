"""``sivi2017 figures``: how much absence there was, from messages in whatever order."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import click
from attrs import define

from sivi2017.bindings import Message
from sivi2017.cli.formats import counted, finding_line
from sivi2017.cli.progress import progress
from sivi2017.cli.settings import NotDone, reason, settings
from sivi2017.cli.sources import Source, check, sources
from sivi2017.cli.terminal import visible
from sivi2017.receiving.administratie import Administratie
from sivi2017.receiving.intake import FLOWS
from sivi2017.report import Severity
from sivi2017.tables import Figures, GroupBy, Row, figures, months, plot

__all__ = ["figure_files"]

_WIDTH = 100
"""How many characters a line has where nobody watches."""
_COLUMNS = {
    "werkgever_id": "employer",
    "groep": "group",
    "naam": "",
    "werknemers": "people",
    "verzuimpercentage": "verzuim-\npercentage",
    "meldingsfrequentie": "meldings-\nfrequentie",
    "gemiddelde_verzuimduur": "gemiddelde\nverzuimduur",
    "nulverzuim": "nul-\nverzuim",
}
_TEXTS = ("werkgever_id", "groep", "naam")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would take for a formula."""


def figure_files(
    arguments: Sequence[str],
    *,
    van: date | None,
    tot: date | None,
    by: GroupBy | None,
    smallest: int,
    form: str,
    picture: str | None,
    koppeling: str | None,
    options: dict[str, Any],
) -> int:
    """Write the figures to standard output, and say on standard error which files are not in them.

    :param van: the first day; by default that of the year of the last.
    :param tot: the last day; by default that of the last message.
    :param form: ``text``, ``json`` or ``csv``.
    :param picture: a file for a plot, month by month.
    :param koppeling: a file with the settings of the coupling that the messages belong to.
    :param options: how to read, as ``sivi2017.validate`` takes it.
    :raises click.ClickException: when it cannot be done.
    """
    if picture is not None:
        _check_picture(picture)
    taken = _Taken(options=options)
    administratie = Administratie(None if koppeling is None else settings(koppeling))
    administratie, _ = administratie.receive_all(taken.messages(sources(arguments)))
    if not administratie.berichten:
        raise NotDone("there is no message to make figures of")
    tot = tot or administratie.berichten[-1].moment.date()
    van = van or tot.replace(month=1, day=1)
    if tot < van:
        raise click.UsageError(f"the last day, {tot}, lies before the first, {van}")
    found = figures(administratie.werknemers, van, tot, by=by)
    if picture is not None:
        _draw(administratie, found, picture, smallest)
    notes = [*_notes(found, smallest), *_signals(administratie)]
    click.echo(_FORMS[form](found, found.rows(smallest), notes), nl=False)
    if form == "csv":
        for note in notes:
            click.echo(note, err=True)
    is_unsure = any(signal.severity is Severity.ERROR for signal in administratie.signalen)
    return max(taken.status, int(is_unsure))


@define
class _Taken:
    """Which messages are taken, and whether all are."""

    options: dict[str, Any]
    status: int = 0

    def messages(self, files: Sequence[Source]) -> Iterator[Message]:
        """What the files say, of those that are right."""
        with progress(len(files)) as bar:
            for file in files:
                checked = check(file, rules=False, **self.options)
                bar.advance()
                report = checked.report
                if not checked.readable:
                    self.status = 2
                    click.echo(finding_line(checked.name, report.findings[0]), err=True)
                elif not report.ok:
                    self.status = max(self.status, 1)
                    first, *others = report.errors
                    more = f" (and {len(others)} more)" if others else ""
                    click.echo(f"{finding_line(checked.name, first)}{more}; not counted", err=True)
                elif report.kind in FLOWS:
                    assert report.message is not None  # a report without errors has one
                    yield report.message


def _check_picture(picture: str) -> None:
    """Find out what is wrong before all messages are read."""
    if not picture.lower().endswith((".png", ".svg")):
        raise click.UsageError("the name of a plot must end in .png or .svg")
    if find_spec("matplotlib") is None:
        raise NotDone("matplotlib is not installed; run: pip install 'sivi2017[tables]'")


def _draw(administratie: Administratie, found: Figures, picture: str, smallest: int) -> None:
    series = months(administratie.werknemers, found.van, found.tot, by=found.by)
    try:
        plot(series, Path(picture), smallest=smallest)
    except OSError as error:
        raise NotDone(f"cannot write {visible(picture)}: {reason(error)}") from None


def _notes(found: Figures, smallest: int) -> Iterator[str]:
    """What must be known beside the figures."""
    total, withheld = found.total, sum(row.withheld is not None for row in found.rows(smallest))
    if withheld:
        rows = counted(withheld, "row")
        yield f"Withheld: {rows} of fewer than {smallest} people, or from which such a group could be calculated."
    if total.alleen_verzuim:
        known = f"{total.alleen_verzuim} of {counted(total.werknemers, 'employee')} are known from absence messages only"
        yield f"{known}. Colleagues who were never absent are missing then, and the percentages are too high."
    if total.zonder_uren:
        hours = f"they weigh as full-time ones of {found.full_time_hours} hours"
        yield f"The hours of {counted(total.zonder_uren, 'employment')} are not known; {hours}."
    if total.nul_uren:
        yield f"{counted(total.nul_uren, 'employment')} with 0 hours weigh nothing in the verzuimpercentage."


def _signals(administratie: Administratie) -> Iterator[str]:
    kinds = Counter(signal.id for signal in administratie.signalen)
    if kinds:
        listed = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        yield f"What was received contradicts itself or is not complete: {listed}."


def _json(found: Figures, rows: Sequence[Row], notes: Sequence[str]) -> str:
    *groups, everybody = [
        {name: value if isinstance(value, str | int | None) else float(value) for name, value in attrs.asdict(row).items()}
        for row in rows
    ]
    told = {
        "from": str(found.van),
        "to": str(found.tot),
        "by": found.by,
        "groups": groups,
        "all": everybody,
        "notes": notes,
    }
    return json.dumps(told, indent=2) + "\n"


def _csv(_found: Figures, rows: Sequence[Row], _notes_too: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [*_COLUMNS, "withheld"], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in attrs.asdict(row).items()})
    return text.getvalue()


def _cell(value: Any) -> Any:
    """A value that a spreadsheet takes for no more than it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _text(found: Figures, rows: Sequence[Row], notes: Sequence[str]) -> str:
    from rich import box  # noqa: PLC0415 - rich takes longer to import than most files to read
    from rich.console import Console  # noqa: PLC0415 - the same
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    several = len({row.werkgever_id for row in rows[:-1]}) > 1
    empty = {name for name in _TEXTS if not any(getattr(row, name) for row in rows)}
    shown = [name for name in _COLUMNS if name not in empty and (several or name != "werkgever_id")]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in shown:
        table.add_column(_COLUMNS[name], justify="left" if name in _TEXTS else "right")
    for row in rows:
        values = {**attrs.asdict(row), "werknemers": "withheld" if row.withheld else row.werknemers}
        cells = [Text("" if values[name] is None else visible(str(values[name]))) for name in shown]
        table.add_row(*cells, style="bold" if row is rows[-1] else None)
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    with console.capture() as captured:
        console.print(table)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    by = f", by {found.by}" if found.by else ""
    return "\n".join([f"Absence from {found.van} to {found.tot}{by}", "", *lines, *([""] if notes else []), *notes, ""])


_FORMS = {"text": _text, "json": _json, "csv": _csv}
