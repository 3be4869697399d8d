"""``sivi2017 validate``: check files and tell what was found, file by file."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from sivi2017.bulk import pool
from sivi2017.bulk.files import FileReport
from sivi2017.cli.formats import Form, Json, Junit, Text, counted
from sivi2017.cli.interrupting import interrupts
from sivi2017.cli.progress import progress
from sivi2017.cli.sources import Source, check_only, sources
from sivi2017.report import Severity

if TYPE_CHECKING:
    from sivi2017.rules.profile import RuleProfile

__all__ = ["validate_files"]

_INTERRUPTED = 130


def validate_files(
    arguments: Sequence[str],
    *,
    form: str,
    fail_on: str,
    jobs: int = 1,
    koppeling: str | None = None,
    options: Mapping[str, Any],
) -> int:
    """Check the files and write the report, which is whole also when Ctrl-C cuts it short.

    :param jobs: how many processes check; 0 means as many as there are processors.
    :param options: how to read and what to ask, as ``sivi2017.validate`` takes it.
    :param koppeling: a file with the settings of the coupling that the messages belong to, for the business rules.
    :raises click.BadParameter: when a folder has no XML file.
    :raises click.ClickException: when the settings are wrong, or the processes cannot begin.
    """
    failing = set(Severity) if fail_on == "warning" else {Severity.ERROR}
    files = sources(arguments)
    asked = {**options, **({} if koppeling is None else {"profile": _profile(koppeling)})}
    told: Form = {"text": Text, "json": Json}[form]() if form != "junit" else Junit(failing)
    status = done = 0
    with interrupts() as interrupt, progress(len(files)) as bar:
        try:
            with interrupt.held():
                bar.write(told.start())
            with closing(_checked(files, jobs, asked)) as reports:
                for checked in reports:
                    with interrupt.held():
                        bar.write(told.entry(checked))
                        bar.advance()
                        status = max(status, _status(checked, failing))
                        done += 1
        except KeyboardInterrupt:
            status = _INTERRUPTED
        with interrupt.held():
            bar.write(told.end())
            bar.flush()
    if status == _INTERRUPTED and len(files) > 1:
        click.echo(f"Interrupted: {len(files) - done} of {counted(len(files), 'file')} are not in the report.", err=True)
    return status


def _profile(koppeling: str) -> RuleProfile:
    from sivi2017.cli.settings import settings  # noqa: PLC0415 - it brings the domain, which takes as long as 300 small files

    return settings(koppeling).regelprofiel


def _status(checked: FileReport, failing: set[Severity]) -> int:
    if not checked.readable:
        return 2
    return int(any(finding.severity in failing for finding in checked.report.findings))


def _checked(files: Sequence[Source], jobs: int, options: Mapping[str, Any]) -> Generator[FileReport, None, None]:
    """What is found in each file; of a file nothing stays but its findings, and these no longer than it takes to tell them."""
    processes = min(jobs or pool.processors(), len(files))
    if processes == 1:
        for file in files:
            yield check_only(file, **options)
        return
    names = (file.name for file in files if file.is_file)
    try:
        with closing(pool.validate_files(names, jobs=processes, **options)) as reports:
            for file in files:
                # Standard input is read here: no other process has it.
                yield next(reports) if file.is_file else check_only(file, **options)
    except RuntimeError as error:
        raise _NoProcesses(str(error)) from None


class _NoProcesses(click.ClickException):
    exit_code = 2
