"""Writing that fails halfway: what was there stays whole, and nothing is left beside it.

The disk is really full, the folder cannot really be written to and the writer is really killed, each in a process of its own.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import pytest
from click.testing import CliRunner
from conftest import VERZUIM, changed, uncounted

import sivi2017
from sivi2017.cli import building, demonstrating
from sivi2017.cli.commands import commands

OLD = b"van gisteren"
DATA = changed(VERZUIM, ("036.00", "36.00"))


def message_and_employee() -> tuple[Any, Any]:
    message: Any = sivi2017.read(DATA)
    (employer,) = message.werkgever
    return replace(message, werkgever=[replace(employer, werknemer=[])]), employer.werknemer[0]


def repeated(employee: Any, number: int) -> Iterator[Any]:
    return (replace(employee, identificatie_werknemer=f"WN-{index}") for index in range(number))


# A program that writes far more than it may; its arguments are a path and what happens to it.
WRITER = """
import os, resource, signal, sys
from dataclasses import replace
import sivi2017

path, what = sys.argv[1:3]
message = sivi2017.read(sys.stdin.buffer.read())
(employer,) = message.werkgever
(employee,) = employer.werknemer
message.werkgever = [replace(employer, werknemer=[])]

def employees():
    for number in range(200_000):
        if number == 1000 and what == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 1000 and what == "interrupted":
            os.kill(os.getpid(), signal.SIGINT)
        yield employee

if what == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
if what == "other user":  # who may not read this Python: what it imports late is there already
    sivi2017.write_stream(os.devnull, message, [employee])
    os.setuid(65534)
try:
    sivi2017.write_stream(path, message, employees())
except OSError as error:
    sys.exit(error.strerror)
"""


def run_writer(path: Path, what: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", WRITER, str(path), what]
    return subprocess.run(command, input=DATA, capture_output=True, timeout=120, check=False, env=uncounted())


@pytest.mark.skipif(os.name == "nt", reason="needs the signals and limits of POSIX")
class TestWriteStream:
    @pytest.mark.parametrize(("what", "told"), [("full", b"File too large\n"), ("interrupted", b"KeyboardInterrupt\n")])
    @pytest.mark.parametrize("existing", [True, False])
    def test_a_full_disk_and_an_interrupt(self, what: str, told: bytes, existing: bool, tmp_path: Path) -> None:
        path = tmp_path / "levering.xml"
        if existing:
            path.write_bytes(OLD)
        done = run_writer(path, what)
        assert done.returncode != 0
        assert done.stderr.endswith(told)
        assert [item.read_bytes() for item in tmp_path.iterdir()] == ([OLD] if existing else [])

    def test_a_writer_that_is_killed_leaves_the_old_file_and_a_part_that_no_inbox_takes_for_a_message(
        self, tmp_path: Path
    ) -> None:
        """Nobody can tidy up after that."""
        path = tmp_path / "levering.xml"
        path.write_bytes(OLD)
        assert run_writer(path, "killed").returncode == -signal.SIGKILL
        assert path.read_bytes() == OLD
        (part,) = (item for item in tmp_path.iterdir() if item != path)
        assert part.name.startswith(".")
        assert part.suffix == ".part"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user")
    def test_a_folder_that_may_not_be_written_to(self) -> None:
        with TemporaryDirectory() as name:
            path = Path(name) / "levering.xml"
            path.write_bytes(OLD)
            path.parent.chmod(0o555)
            done = run_writer(path, "other user")
            assert done.stderr == b"Permission denied\n"
            assert [item.read_bytes() for item in path.parent.iterdir()] == [OLD]

    def test_a_device_that_is_full_stays_a_device(self) -> None:
        device = Path("/dev/full")
        if not device.is_char_device():
            pytest.skip("there is no /dev/full here")
        message, employee = message_and_employee()
        with pytest.raises(OSError, match="No space left"):
            sivi2017.write_stream(device, message, repeated(employee, 10))
        assert device.is_char_device()

    def test_a_folder_in_the_place_of_the_file(self, tmp_path: Path) -> None:
        message, employee = message_and_employee()
        with pytest.raises(OSError, match=tmp_path.name):
            sivi2017.write_stream(tmp_path, message, [employee])
        assert list(tmp_path.iterdir()) == []

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        """It is no file, and is not replaced by one."""
        message, employee = message_and_employee()
        link = tmp_path / "levering.xml"
        link.symlink_to(link)
        with pytest.raises(OSError, match=r"Too many levels|levering\.xml"):
            sivi2017.write_stream(link, message, [employee])
        assert link.is_symlink()
        assert list(tmp_path.iterdir()) == [link]

    def test_what_is_refused_halfway(self, tmp_path: Path) -> None:
        message, employee = message_and_employee()
        path = tmp_path / "levering.xml"
        path.write_bytes(OLD)
        wrong = replace(employee, voorletters="ABCDEFGHI")
        with pytest.raises(sivi2017.InvalidMessage):
            sivi2017.write_stream(path, message, [*repeated(employee, 1000), wrong])
        assert [item.read_bytes() for item in tmp_path.iterdir()] == [OLD]

    def test_the_file_is_on_the_disk_before_it_has_its_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """After a power failure the name has the old content or the new."""
        message, employee = message_and_employee()
        path, steps = tmp_path / "levering.xml", []
        fsync, rename = os.fsync, Path.replace

        def synced(descriptor: int) -> None:
            steps.append(os.fstat(descriptor).st_size)
            fsync(descriptor)

        def renamed(self: Path, target: Path) -> Path:
            steps.append(0)
            return rename(self, target)

        monkeypatch.setattr(os, "fsync", synced)
        monkeypatch.setattr(Path, "replace", renamed)
        sivi2017.write_stream(path, message, [employee])
        assert steps == [path.stat().st_size, 0]


class TestOpenFiles:
    def test_one_that_does_not_say_how_much_it_took(self) -> None:
        """Objects of people's own often say nothing; it is not written to again and again."""

        class Taker:
            def __init__(self) -> None:
                self.taken = b""

            def write(self, data: Any) -> None:
                self.taken += bytes(data)

        message, employee = message_and_employee()
        expected, target = io.BytesIO(), Taker()
        sivi2017.write_stream(expected, message, [employee])
        sivi2017.write_stream(target, message, [employee])  # type: ignore[arg-type]  # the point of the test
        assert target.taken == expected.getvalue()

    @pytest.mark.skipif(not hasattr(os, "set_blocking"), reason="needs pipes that do not wait")
    def test_a_pipe_that_is_full_and_does_not_wait(self) -> None:
        """It is told, and not asked again and again."""
        message, employee = message_and_employee()
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        with os.fdopen(reader, "rb"), os.fdopen(writer, "wb", buffering=0) as file, pytest.raises(BlockingIOError):
            sivi2017.write_stream(file, message, repeated(employee, 1000))


def failing(after: int, error: BaseException) -> Callable[..., Any]:
    """An ``open`` of paths of which a later file fails when it is written to."""
    opened = Path.open
    files = []

    def open_(self: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        file: Any = opened(self, mode, *arguments, **options)
        if "x" in mode:
            files.append(self)
            if len(files) > after:

                def write(data: bytes) -> int:
                    type(file).write(file, data[: len(data) // 2])
                    raise error

                file.close()
                file = opened(self, "wb", buffering=0)
                broken = type("Broken", (), {"write": staticmethod(write)})()
                broken.__class__.__enter__ = lambda _self: broken
                broken.__class__.__exit__ = lambda _self, *_error: file.close()
                return broken
        return file

    return open_


ERRORS = [OSError(28, "No space left on device"), KeyboardInterrupt()]


class TestCommands:
    """All files or none."""

    @pytest.mark.parametrize("error", ERRORS, ids=["full", "interrupted"])
    @pytest.mark.parametrize("after", [0, 2])
    def test_demo(self, after: int, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Path, "open", failing(after, error))
        expected = click.ClickException if isinstance(error, OSError) else KeyboardInterrupt
        with pytest.raises(expected):
            demonstrating.demonstrate(str(tmp_path))
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("error", ERRORS, ids=["full", "interrupted"])
    @pytest.mark.parametrize("after", [0, 2])
    def test_build(self, after: int, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "ander.xml").write_bytes(OLD)
        monkeypatch.setattr(Path, "open", failing(after, error))
        contents = [(f"{number}.xml", DATA) for number in range(4)]
        expected = click.ClickException if isinstance(error, OSError) else KeyboardInterrupt
        with pytest.raises(expected):
            building._written(contents, tmp_path)
        assert [item.read_bytes() for item in tmp_path.iterdir()] == [OLD]

    @pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full here")
    @pytest.mark.parametrize("command", [["validate"], ["validate", "--format", "json"], ["show"]])
    def test_a_report_that_cannot_be_written(self, command: list[str], tmp_path: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(DATA)
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "sivi2017", *command, str(file)], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 2
        assert done.stderr == b"sivi2017: the output cannot be written: No space left on device\n"
        assert file.read_bytes() == DATA

    def test_a_file_that_is_read_is_never_written_to(self, tmp_path: Path) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(DATA)
        before = file.stat()
        for command in (["validate", str(file)], ["show", str(file)], ["validate", "--tolerant", str(tmp_path)]):
            assert CliRunner().invoke(commands, command).exit_code == 0
        assert (file.stat().st_mtime_ns, file.read_bytes()) == (before.st_mtime_ns, DATA)
        assert list(tmp_path.iterdir()) == [file]
