"""``write_stream``: a message with any number of employees, of which there is one at a time."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import RawIOBase
from pathlib import Path
from secrets import token_hex
from typing import IO, TYPE_CHECKING, Any

from attrs import evolve, frozen
from lxml import etree

from sivi2017 import bindings
from sivi2017.binding import codec_of
from sivi2017.errors import InvalidMessage
from sivi2017.report import Report
from sivi2017.schema.model import MessageModel, Repeated, message_model
from sivi2017.schema.verdict import employee_is_valid
from sivi2017.writing.text import usual_text
from sivi2017.writing.writer import message_name, write

if TYPE_CHECKING:
    from sivi2017.streaming.stream import AnyWerknemer

__all__ = ["write_stream"]


def write_stream(
    target: str | os.PathLike[str] | IO[bytes],
    message: bindings.Message,
    werknemers: Iterable[AnyWerknemer],
    *,
    pretty: bool = False,
    check: bool = True,
) -> int:
    """Write a message, taking its employees one at a time; the bytes are those of ``write``.

    :param target: a path, or a file open for writing bytes. Under a path the file is whole or not there: it is written
        beside it and then takes the name, also that of a file that was there. A pipe, and a file that is open, gets what comes
        before an error.
    :param message: one of ``sivi2017.bindings`` with one employer, and that without employees.
    :param werknemers: employees of the bindings of that message.
    :param pretty: one element a line, indented; this takes longer.
    :param check: refuse what the schema does not allow, as ``write`` does.
    :returns: how many employees were written.
    :raises InvalidMessage: when the message or an employee is not valid; its report names the fields, and which employee it is.
    :raises ValueError: when the message has not just one employer, or has employees already.
    :raises TypeError: when it is no message, or one that has no employees; or the target is no path and no binary file.
    :raises OSError: when the file cannot be written.
    """
    pieces = _Pieces.of(message, pretty=pretty, check=check)
    with _opened(target) as file:
        number = 0
        for number, werknemer in enumerate(werknemers, start=1):
            _write_all(file, pieces.of_employee(werknemer, number))
        _write_all(file, pieces.end if number else write(message, pretty=pretty, check=check))
    return number


@frozen(eq=False, repr=False)
class _Pieces:
    """A message in pieces."""

    message: Any
    model: MessageModel
    parts: Repeated
    pretty: bool
    check: bool

    @classmethod
    def of(cls, message: Any, *, pretty: bool, check: bool) -> _Pieces:
        model = message_model(message_name(message))
        parts = model.repeated
        if parts is None:
            raise TypeError(f"a {model.name} has no employees")
        employers = message.werkgever
        if not isinstance(employers, list) or len(employers) != 1 or getattr(employers[0], "werknemer", None) != []:
            raise ValueError("the message must have one employer, and that no employees: these are given apart")
        return cls(message, model, parts, pretty, check)

    def of_employee(self, werknemer: Any, number: int) -> bytes:
        """The bytes of an employee; before the first one those of all that comes before it.

        :raises InvalidMessage: when it is not valid.
        """
        if number > 1 and not self.pretty:
            usual = self._usual(werknemer)
            if usual is not None:
                return usual
        alone = replace(self.message, werkgever=[replace(self.message.werkgever[0], werknemer=[werknemer])])
        try:
            data = write(alone, pretty=self.pretty, check=self.check)
        except InvalidMessage as error:
            raise InvalidMessage(_renumbered(error.report, self.parts, number)) from None
        tag = self.parts.employee.tag.encode()
        found = re.search(rb"<%b(?:/>|>.*</%b>)" % (tag, tag), data, re.DOTALL)
        assert found is not None
        return data[: found.end()] if number == 1 else self.between + found[0]

    def _usual(self, werknemer: Any) -> bytes | None:
        """The bytes of an employee the short way; None where that cannot be, or shows that something is wrong."""
        write_employee = getattr(codec_of(self.model.name), f"write_{self.parts.employee.type_name.lower()}")
        tag, text = self.parts.employee.tag, usual_text(write_employee, werknemer)
        if text is None:
            return None
        if self.check:
            alone = f'<{tag} xmlns="{self.model.namespace}">{text}</{tag}>'.encode()
            if not employee_is_valid(etree.fromstring(alone), self.model):
                return None
        return f"<{tag}>{text}</{tag}>".encode()

    @property
    def between(self) -> bytes:
        """What stands between two employees."""
        return b"\n    " if self.pretty else b""

    @property
    def end(self) -> bytes:
        """What stands after the last employee."""
        employer, root = self.parts.employer.tag, self.model.name
        end = f"\n  </{employer}>\n</{root}>\n" if self.pretty else f"</{employer}></{root}>"
        return end.encode()


def _renumbered(report: Report, parts: Repeated, number: int) -> Report:
    """A report on a message with one employee, as it would be with the others before it."""
    one, place = f"{parts.employee.tag}[1]", f"{parts.employee.tag}[{number}]"
    findings = [
        evolve(finding, path=(finding.path or "").replace(one, place, 1), message=finding.message.replace(one, place, 1))
        for finding in report.findings
    ]
    return evolve(report, findings=findings, message=None)


@contextmanager
def _opened(target: str | os.PathLike[str] | IO[bytes]) -> Iterator[IO[bytes]]:
    if not isinstance(target, str | os.PathLike):
        if hasattr(target, "write"):
            yield target
            return
        raise TypeError(f"a message is written to a path or a binary file, not to {type(target).__name__}")
    path = Path(os.path.realpath(target))  # what a link leads to is what is meant
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if path.exists() and not path.is_file():
        with path.open("wb") as file:  # a pipe, a device: it cannot be replaced
            yield file
        return
    part = path.with_name(f".{token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            if path.exists():
                shutil.copymode(path, part)
            yield file
            file.flush()
            os.fsync(file.fileno())  # the name must not come to the disk before what it stands for
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_all(file: IO[bytes], data: bytes) -> None:
    """Write all bytes; a file without a buffer may take some of them at a time.

    :raises BlockingIOError: when it is not ready and does not wait.
    """
    view = memoryview(data)
    while view:
        taken: int | None = file.write(view)
        if taken is None:
            if isinstance(file, RawIOBase):
                raise BlockingIOError(errno.EAGAIN, "the file does not wait for its reader")
            return  # an object of somebody's own that does not say how much it took
        view = view[taken:]
