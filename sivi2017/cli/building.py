"""``sivi2017 build``: messages from a document in JSON and the settings of a coupling."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

import click

from sivi2017.building.json_text import parse_json
from sivi2017.building.messages import Built, Kind, build_messages
from sivi2017.building.schema import shipped_schema
from sivi2017.cli.formats import counted, finding_line
from sivi2017.cli.removing import remove
from sivi2017.cli.settings import NotDone, reason, settings
from sivi2017.cli.sources import single
from sivi2017.cli.terminal import visible
from sivi2017.errors import InvalidValue
from sivi2017.writing.writer import write

__all__ = ["build_files", "print_schema"]


def build_files(kind: str, *, koppeling: str, data: str, out: str, pretty: bool = False) -> int:
    """Build the messages of a document and write them: all of them, or none where something is wrong with one.

    What was left out or shortened, and what is wrong, is told on standard error; standard output gets the paths of the files.

    :param kind: verzuimmutatie, werknemermutatie or dienstverbandmutatie.
    :param koppeling: the file of settings.
    :param data: the document, or ``-`` for standard input.
    :param out: the folder to write to, a file for each message; or ``-`` for standard output, which takes one message.
    :param pretty: one element a line, indented.
    :raises click.ClickException: when a file cannot be read or written, and when settings are wrong.
    """
    coupling = settings(koppeling)
    try:
        built = build_messages(Kind(kind), parse_json(single(data).content()), coupling)
    except OSError as error:
        raise NotDone(f"cannot read {visible(data)}: {reason(error)}") from None
    except InvalidValue as error:
        _tell(f"{visible(data)}: error {visible(fault)}" for fault in error.faults)
        _tell([f"{counted(len(error.faults), 'error')}; nothing is written."])
        return 1
    _tell(finding_line(data, finding) for message in built for finding in message.findings)
    contents = [(_name(message), write(message.message, pretty=pretty)) for message in built]
    if out == "-":
        _print([content for _, content in contents])
    else:
        for path in _written(contents, Path(out)):
            click.echo(visible(str(path)))
        _tell([f"{counted(len(contents), 'message')} written to {visible(out)}."])
    return 0


def print_schema() -> int:
    """Print the JSON Schema of the documents."""
    click.echo(shipped_schema(), nl=False)
    return 0


def _name(built: Built) -> str:
    """The name of the file of a message: its reference number, as far as that fits in a name."""
    number = built.message.bericht_algemeen.berichtreferentienummer
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in number) + ".xml"


def _print(contents: list[bytes]) -> None:
    if len(contents) > 1:
        raise NotDone(f"standard output takes one message, and there are {len(contents)}; give a folder with --out")
    click.echo(contents[0], nl=False)


def _written(contents: list[tuple[str, bytes]], folder: Path) -> list[Path]:
    """Write the files. All are complete before the first has its name, so that who watches the folder never sees a part.

    :raises click.ClickException: when they cannot be written, or a name is taken; then there is none of them.
    """
    begun: list[tuple[Path, Path]] = []
    done: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents:
            path, part = folder / name, folder / f".{name}.part"
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, f"{name} is there already")
            with part.open("xb") as file:
                begun.append((path, part))
                file.write(content)
        for path, part in begun:
            part.rename(path)
            done.append(path)
    except OSError as error:
        raise NotDone(f"cannot write to {visible(str(folder))}: {reason(error)}") from None
    finally:
        if len(done) < len(contents):
            remove([*done, *(part for _, part in begun)])
    return done


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
