"""``sivi2017 validate``: check files one by one and tell what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from sivi2017.cli.formats import Form, Json, Junit, Text
from sivi2017.cli.progress import progress
from sivi2017.cli.settings import settings
from sivi2017.cli.sources import Checked, check, sources
from sivi2017.report import Severity
from sivi2017.rules.profile import RuleProfile

__all__ = ["validate_files"]


def validate_files(
    arguments: Sequence[str], *, form: str, fail_on: str, koppeling: str | None = None, options: Mapping[str, Any]
) -> int:
    """Check the files and write the report.

    :param options: how to read and what to ask, as ``sivi2017.validate`` takes it.
    :param koppeling: a file with the settings of the coupling that the messages belong to, for the business rules.
    :raises click.BadParameter: when a folder has no XML file.
    """
    failing = set(Severity) if fail_on == "warning" else {Severity.ERROR}
    files = sources(arguments)
    profile = RuleProfile() if koppeling is None else settings(koppeling).regelprofiel
    told: Form = {"text": Text, "json": Json}[form]() if form != "junit" else Junit(failing)
    status = 0
    with progress(len(files)) as bar:
        bar.write(told.start())
        for file in files:
            # Of a file nothing stays but its findings, and these no longer than it takes to write them.
            checked = check(file, profile=profile, **options).without_message()
            status = max(status, _status(checked, failing))
            bar.advance()
            bar.write(told.entry(checked))
    click.echo(told.end(), nl=False)
    return status


def _status(checked: Checked, failing: set[Severity]) -> int:
    if not checked.readable:
        return 2
    return int(any(finding.severity in failing for finding in checked.report.findings))
