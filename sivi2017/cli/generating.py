"""``sivi2017 generate``: invented messages, as many as wanted."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from sivi2017.cli.formats import counted
from sivi2017.cli.settings import NotDone, reason, settings
from sivi2017.cli.terminal import visible
from sivi2017.errors import SiviError
from sivi2017.fakes import Company, Figures
from sivi2017.writing.writer import write

__all__ = ["generate_files"]

_STEPS = 1_000
"""Steps of the bar that shows how far the work is."""
_KINDS_WITH_ABSENCE = ("both", "verzuim")


def generate_files(target: str, *, koppeling: str | None, form: str, force: bool, pretty: bool, company: dict[str, Any]) -> int:
    """Write a year of a company to a folder, a file for each message; or one message with all employees to a file.

    :param target: a file where the name ends in ``.xml``, ``-`` for standard output, else a folder.
    :param koppeling: a file with settings of a coupling.
    :param form: how the summary is told: ``text`` or ``json``.
    :param force: write in a folder that has files, and over files.
    :param company: the arguments of ``Company``.
    :raises click.ClickException: when it cannot be done.
    """
    with _told(target):
        if koppeling is not None:
            company = {**company, "koppeling": settings(koppeling)}
        made = Company(**company)
        if target == "-" or (target.lower().endswith(".xml") and not Path(target).is_dir()):
            summary = _one_message(target, made, force=force, pretty=pretty)
        else:
            summary = _folder(Path(target), made, force=force, pretty=pretty)
    everything = {"target": target, **{name: getattr(made, name) for name in ("kind", "seed", "year", "employers")}, **summary}
    click.echo(json.dumps(everything, indent=2) if form == "json" else _text(everything), err=target == "-")
    return 0


def _one_message(target: str, company: Company, *, force: bool, pretty: bool) -> dict[str, Any]:
    if company.kind == "both":
        raise click.UsageError("one message has one kind of content: give --kind")
    if company.employers > 1:
        raise click.UsageError("one message has one employer; a folder can have several")
    if target != "-" and os.path.lexists(target) and not force:
        raise NotDone(f"{visible(target)} is there already; nothing was written. Give another name, or --force.")
    with _bar(company) as advance:
        number = company.write(sys.stdout.buffer if target == "-" else target, pretty=pretty, advance=advance)
    return {"messages": 1, "employees": number, "absence": None}


def _folder(folder: Path, company: Company, *, force: bool, pretty: bool) -> dict[str, Any]:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()) and not force:
        raise NotDone(f"{visible(str(folder))} is not empty; nothing was written. Give another folder, or --force.")
    figures, messages = Figures(year=company.year), 0
    try:
        with _bar(company) as advance:
            for history in company.histories():
                figures.add(history)
                for event in history.events:
                    # The coupling has checked the message.
                    _put(folder / event.name, write(event.message(), pretty=pretty, check=False), force=force)
                    messages += 1
                advance(1)
    except BaseException:  # Ctrl-C too; why it ended is told by who catches it
        if messages:
            click.echo("stopped: the folder is not complete", err=True)
        raise
    absence = _absence(figures) if company.kind in _KINDS_WITH_ABSENCE else None
    return {"messages": messages, "employees": figures.employees, "absence": absence}


def _absence(figures: Figures) -> dict[str, float]:
    return {
        "percentage": round(figures.absence_percentage, 2),
        "reports_per_employee": round(figures.reports_per_employee, 3),
        "share_without": round(figures.share_without_absence, 3),
    }


@contextmanager
def _bar(company: Company) -> Iterator[Callable[[int], None]]:
    """What to call for every employee that is done."""
    bar = click.progressbar(
        length=company.employees,
        label="generating",
        file=sys.stderr,
        hidden=not _is_watched(),
        update_min_steps=company.employees // _STEPS + 1,
    )
    with bar as shown:
        yield shown.update


def _is_watched() -> bool:
    """Whether there may be a person who waits."""
    return sys.stderr.isatty()


def _put(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file that is whole when it has its name, for who watches the folder."""
    part = path.with_name(f".{path.name}.part")
    if os.path.lexists(path) and not force:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _text(summary: dict[str, Any]) -> str:
    messages, employees = counted(summary["messages"], "message"), counted(summary["employees"], "employee")
    place = "standard output" if summary["target"] == "-" else visible(summary["target"])
    lines = [f"{messages} with {employees} in {summary['year']} written to {place}."]
    if summary["absence"]:
        percentage, reports, share = summary["absence"].values()
        lines.append(f"Absence: {percentage} % of the days, {reports} reports an employee, {share:.0%} without.")
    return "\n".join(lines)


@contextmanager
def _told(target: str) -> Iterator[None]:
    """What goes wrong, in a sentence."""
    try:
        yield
    except BrokenPipeError:  # who reads has seen enough; that is told elsewhere
        raise
    except OSError as error:
        raise NotDone(f"cannot write to {visible(target)}: {reason(error)}") from None
    except (SiviError, ValueError) as error:
        raise NotDone(visible(str(error))) from None
