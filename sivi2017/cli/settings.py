"""The file with the settings of a coupling, as a command takes it."""

from __future__ import annotations

import click

from sivi2017.cli.terminal import visible
from sivi2017.errors import InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.koppeling.loading import load_koppeling

__all__ = ["NotDone", "reason", "settings"]


class NotDone(click.ClickException):
    """The command could not do its work."""

    exit_code = 2


def settings(file: str) -> Koppeling:
    """The coupling of a file.

    :raises NotDone: when the file cannot be read, or has wrong settings.
    """
    try:
        return load_koppeling(file)
    except OSError as error:
        raise NotDone(f"cannot read {visible(file)}: {reason(error)}") from None
    except InvalidValue as error:
        lines = (f"{visible(file)}: {visible(fault)}" for fault in error.faults)
        raise NotDone("the settings of the coupling are wrong:\n" + "\n".join(lines)) from None


def reason(error: OSError) -> str:
    """Why something could not be read or written; the text of the error itself names the path."""
    return error.strerror or type(error).__name__
