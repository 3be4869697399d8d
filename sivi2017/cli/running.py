"""From whatever a command ends with to an exit status and, at most, a sentence on standard error."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from sivi2017.cli.commands import PipeClosed, commands

__all__ = ["run"]


def run() -> int:
    """Run the command that the arguments ask for, and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A letter that the terminal does not have must not stop the command.
            stream.reconfigure(errors="backslashreplace")
    try:
        return _status()
    except BrokenPipeError:
        _forget(sys.stdout, sys.stderr)
        return PipeClosed.exit_code
    except OSError as error:
        # Files are read and written where their errors are met: this one is of the output.
        _forget(sys.stdout)
        click.echo(f"sivi2017: the output cannot be written: {error.strerror}", err=True)
        return 2


def _status() -> int:
    try:
        status: int = commands.main(prog_name="sivi2017", standalone_mode=False)
    except PipeClosed:
        raise BrokenPipeError from None
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    return status


def _forget(*streams: object) -> None:
    """Let what these streams still hold go nowhere: Python would try to write it once more, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            os.dup2(nowhere, stream.fileno())
