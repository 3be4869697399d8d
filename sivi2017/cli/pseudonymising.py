"""``sivi2017 pseudonymise``: messages in which nobody is named, from messages in which everybody is."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

import click
from attrs import frozen

from sivi2017.bulk.spooling import Spooled
from sivi2017.cli.formats import counted, finding_line
from sivi2017.cli.settings import NotDone, reason, settings
from sivi2017.cli.sources import Source, sources
from sivi2017.cli.terminal import visible
from sivi2017.errors import DepartureWarning, InvalidMessage
from sivi2017.privacy import Pseudonymiser

if TYPE_CHECKING:
    from sivi2017.privacy.files import AnyBerichtAlgemeen

__all__ = ["make_key", "pseudonymise_files"]

_AT_ONCE = 8 * 1024 * 1024
"""How much of what comes from a pipe is held, so that it can be read a second time."""


def make_key(path: str) -> int:
    """Write a new key to a file.

    :raises NotDone: when it cannot be written, or the file is there.
    """
    _refuse_key("--new-key", path, "file")
    try:
        Pseudonymiser.new_key(path)
    except OSError as error:
        raise NotDone(f"cannot write a key to {visible(path)}: {reason(error)}") from None
    click.echo(f"There is a new key in {visible(path)}. Keep it apart from the messages.", err=True)
    return 0


def pseudonymise_files(
    arguments: Sequence[str],
    *,
    key_file: str | None,
    key_env: str | None,
    out: str,
    koppeling: str | None,
    tolerant: bool,
    **chosen: Any,
) -> int:
    """Write each message anew, and tell of those that were refused.

    :param out: a file where the name ends in ``.xml``, ``-`` for standard output, else a folder.
    :param koppeling: a file with settings of a coupling, for the rules.
    :param chosen: the settings of ``Pseudonymiser``.
    :raises click.ClickException: when the key or the settings are wrong, or nothing can be written.
    """
    if koppeling is not None:
        chosen["profile"] = settings(koppeling).regelprofiel
    pseudonymiser = _pseudonymiser(key_file, key_env, chosen)
    files = sources(arguments)
    _refuse_among(out, arguments)
    is_folder = out != "-" and (not out.lower().endswith(".xml") or Path(out).is_dir())
    if len(files) > 1 and not is_folder:
        raise NotDone(f"one file takes one message, and there are {len(files)}; give a folder with --out")
    status = written = 0
    try:
        with _outbox(out, is_folder=is_folder) as outbox:
            for file in files:
                done = _status(file, pseudonymiser, outbox, tolerant=tolerant)
                status = max(status, done)
                written += not done
    finally:  # Ctrl-C too
        place = "standard output" if out == "-" else visible(out)
        click.echo(f"{written} of {counted(len(files), 'message')} written to {place}.", err=True)
    return status


def _refuse_among(out: str, arguments: Sequence[str]) -> None:
    """Refuse to write among the messages that are read: the next time they would be messages to read."""
    places = [Path(out).resolve(), *Path(out).resolve().parents]
    if out != "-" and any(Path(name).is_dir() and Path(name).resolve() in places for name in arguments if name != "-"):
        raise NotDone(f"{visible(out)} is or lies in a folder that is read; give another one with --out")


def _pseudonymiser(key_file: str | None, key_env: str | None, chosen: dict[str, Any]) -> Pseudonymiser:
    _refuse_key("--key-file", key_file, "file")
    _refuse_key("--key-env", key_env, "variable")
    try:
        if key_file is not None:
            return Pseudonymiser.from_file(key_file, **chosen)
        return Pseudonymiser.from_environment(str(key_env), **chosen)
    except OSError as error:
        raise NotDone(f"cannot read the key in {visible(str(key_file))}: {reason(error)}") from None
    except ValueError as error:
        raise NotDone(f"{visible(str(key_file or key_env))}: {error}") from None


def _refuse_key(option: str, given: str | None, holder: str) -> None:
    """Refuse a key in the place of a name, without a word of it."""
    if given is not None and re.fullmatch("[0-9A-Fa-f]{32,}", re.sub(r"\s", "", given)):
        raise NotDone(f"what is given with {option} looks like a key itself; give the name of the {holder}")


class _NotThis(Exception):
    """Why one message was not written, in a sentence; the others may be."""


def _status(file: Source, pseudonymiser: Pseudonymiser, outbox: _Outbox, *, tolerant: bool) -> int:
    """Write one message, and give the exit status for it."""
    part = outbox.folder / f".{token_hex(8)}.part"
    try:
        with _opened(file) as content, warnings.catch_warnings():
            warnings.simplefilter("ignore", DepartureWarning)  # validate tells of each of them
            header = pseudonymiser.file(content, part, tolerant=tolerant)
        outbox.take(part, header)
    except InvalidMessage as error:
        for finding in error.report.errors:
            click.echo(finding_line(file.name, finding), err=True)
        return 1
    except _NotThis as error:
        click.echo(f"{visible(file.name)}: {error}", err=True)
        return 2
    finally:
        part.unlink(missing_ok=True)
    return 0


@contextmanager
def _opened(file: Source) -> Iterator[Any]:
    """What a message is read from.

    :raises _NotThis: when it cannot be read.
    """
    with ExitStack() as stack:
        try:
            content = file.content()
            opened = stack.enter_context(content.open("rb")) if isinstance(content, Path) else content
            given = opened if opened.seekable() else _held(opened)
        except OSError as error:
            raise _NotThis(f"cannot be read: {reason(error)}") from None
        yield given


def _held(pipe: BinaryIO) -> Any:
    """What comes from a pipe: all of it where it is not much, so that it can be read a second time."""
    spooled = Spooled(pipe, None)
    size = spooled.begin(_AT_ONCE)
    return spooled if size > _AT_ONCE else spooled.read(size)


@frozen
class _Outbox:
    """Where messages go when they are whole."""

    folder: Path
    """Where they are made."""
    target: Path | None
    """The folder or file where they get their name; None for standard output."""
    is_folder: bool

    def take(self, part: Path, header: AnyBerichtAlgemeen) -> None:
        """Take a message that is whole; the same one twice is there once.

        :raises _NotThis: when there is another one of that name.
        """
        if self.target is None:
            with part.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        path = self.target / _name(header) if self.is_folder else self.target
        if not os.path.lexists(path):
            part.rename(path)
        elif not (path.is_file() and filecmp.cmp(part, path, shallow=False)):
            raise _NotThis(f"{visible(str(path))} is there already and says something else; it was left as it is")


@contextmanager
def _outbox(out: str, *, is_folder: bool) -> Iterator[_Outbox]:
    """Where messages go.

    :raises NotDone: when they cannot be written.
    """
    try:
        if out == "-":
            with TemporaryDirectory() as made:
                yield _Outbox(Path(made), None, is_folder)
        else:
            target = Path(out)
            folder = target if is_folder else target.parent
            folder.mkdir(parents=True, exist_ok=True)
            yield _Outbox(folder, target, is_folder)
    except BrokenPipeError:  # who reads has seen enough; that is told elsewhere
        raise
    except OSError as error:
        raise NotDone(f"cannot write to {visible(out)}: {reason(error)}") from None


def _name(header: AnyBerichtAlgemeen) -> str:
    """The name of the file of a message. The one that it had may name somebody; sorted by this one they are in order."""
    day, time = header.aanmaakdatum_bericht, header.aanmaaktijd_bericht
    moment = f"{day.year:04}{day.month:02}{day.day:02}T{time.hour:02}{time.minute:02}{time.second:02}"
    return f"{moment}-{header.berichtreferentienummer}.xml"
