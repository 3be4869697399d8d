"""Files that are no files, cannot be read, or change while they are read: an ``OSError`` or a report, and never a wait."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import pytest
from click.testing import CliRunner
from conftest import VERZUIM, check, namespace, on_one_line
from hostile_cases import MESSAGE

import sivi2017
from sivi2017 import InvalidMessage
from sivi2017.cli import validating
from sivi2017.cli.commands import commands
from sivi2017.cli.sources import sources

DATA = on_one_line(VERZUIM).encode()
START, _, REST = MESSAGE.partition(b"<Wrknmr>")
EMPLOYEE = b"<Wrknmr>" + REST.partition(b"</Wrkgvr>")[0]
END = b"</Wrkgvr></Verzuimmeldingen>"
LARGE = START + EMPLOYEE * 300 + END


def stream(source: Any) -> int:
    return sum(1 for _ in sivi2017.stream(source))


WAYS: list[Callable[[Any], Any]] = [sivi2017.read, sivi2017.validate, sivi2017.validate_stream, stream]


def reported(*arguments: str) -> tuple[int, list[list[str]]]:
    """The exit status of the command, and the texts of what it found in each file."""
    done = CliRunner().invoke(commands, ["validate", "--no-rules", "--format", "json", *arguments])
    files = json.loads(done.stdout)["files"]
    return done.exit_code, [[item["message"] for item in entry["findings"]] for entry in files]


class TestNoFile:
    @pytest.mark.parametrize("way", WAYS)
    def test_a_folder_a_name_that_is_not_there_and_a_link_to_itself(self, way: Any, tmp_path: Path) -> None:
        link = tmp_path / "lus.xml"
        link.symlink_to(link)
        for path in (tmp_path, tmp_path / "nergens.xml", link, tmp_path / "nergens" / "x.xml", link / "x.xml"):
            with pytest.raises(OSError, match=path.name):
                way(path)

    def test_the_command_goes_on_with_the_others(self, tmp_path: Path) -> None:
        link, good = tmp_path / "lus.xml", tmp_path / "recht.xml"
        link.symlink_to(link)
        good.write_bytes(DATA)
        status, texts = reported(str(link), str(tmp_path / "nergens.xml"), str(good))
        assert status == 2
        assert [len(found) for found in texts] == [1, 1, 0]
        assert all(found[0].startswith("cannot be read: ") for found in texts[:2])

    @pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with a name here")
    @pytest.mark.parametrize("way", WAYS)
    def test_a_socket(self, way: Any) -> None:
        with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:  # its name must be short
            path = Path(folder) / "s.xml"
            server.bind(str(path))
            with pytest.raises(OSError, match=r"s\.xml"):
                way(path)
            assert reported(str(path))[0] == 2

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
    @pytest.mark.parametrize("way", WAYS)
    def test_a_pipe_with_a_name_is_read_to_its_end(self, way: Any, tmp_path: Path) -> None:
        pipe = tmp_path / "pijp"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=(LARGE,))
        writer.start()
        way(pipe)
        writer.join(timeout=60)
        assert not writer.is_alive()

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
    def test_a_folder_full_of_what_is_no_file(self, tmp_path: Path) -> None:
        """What would keep the command waiting is passed over."""
        os.mkfifo(tmp_path / "pijp.xml")
        (tmp_path / "map.xml").mkdir()
        (tmp_path / "lus.xml").symlink_to(tmp_path)
        (tmp_path / "weg.xml").symlink_to(tmp_path / "nergens")
        (tmp_path / "bericht.xml").write_bytes(DATA)
        status, texts = reported(str(tmp_path))
        assert status == 2
        assert [len(found) for found in texts] == [0, 1]

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero and /dev/null")
    @pytest.mark.parametrize("way", [sivi2017.validate, sivi2017.validate_stream])
    def test_a_device_without_end(self, way: Any) -> None:
        assert [item.id for item in way("/dev/zero").findings] == ["XML-SYNTAX"]
        assert [item.id for item in way("/dev/null").findings] == ["XML-EMPTY"]


READER = """
import os, sys
import sivi2017
data = sys.stdin.buffer.read()
sivi2017.validate(data)
sivi2017.validate_stream(data)  # what is imported late is there now
os.setuid(65534)
for way in (sivi2017.read, sivi2017.validate, sivi2017.validate_stream, lambda path: list(sivi2017.stream(path))):
    try:
        way(sys.argv[1])
    except OSError as error:
        print(error.strerror)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_that_may_not_be_read(closed: str) -> None:
    """Root may read everything, so another user tries."""
    with TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "bericht.xml"
        file.write_bytes(DATA)
        file.chmod(0o600)
        folder.chmod(0o755 if closed == "file" else 0o700)
        done = subprocess.run(
            [sys.executable, "-c", READER, str(file)], input=DATA, capture_output=True, timeout=120, check=True
        )
    assert done.stdout == b"Permission denied\n" * 4


class Changing:
    """A file in which something happens after the first pieces were read."""

    def __init__(self, path: Path, happens: Callable[[], Any]) -> None:
        self.file = path.open("rb", buffering=0)
        self.happens: Callable[[], Any] | None = happens

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.file.close()

    def read(self, size: int) -> bytes:
        if self.happens is not None and self.file.tell() > 50_000:
            happens, self.happens = self.happens, None
            happens()
        return self.file.read(size)


def truncate(path: Path) -> None:
    os.truncate(path, 60_000)


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(EMPLOYEE)


def replace_in_place(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"?" * len(LARGE))


def put_another(path: Path) -> None:
    other = path.with_suffix(".nieuw")
    other.write_bytes(b"<geen bericht>")
    other.replace(path)


class TestFilesThatChange:
    """What was read is judged: a message that is whole, or one that is not."""

    @pytest.mark.parametrize("change", [truncate, grow, replace_in_place])
    def test_in_place(self, change: Callable[[Path], None], tmp_path: Path) -> None:
        path = tmp_path / "levering.xml"
        for way in WAYS[1:3]:
            path.write_bytes(LARGE)
            with Changing(path, lambda: change(path)) as file:
                report = way(file)
            assert [item.id for item in report.findings] == ["XML-SYNTAX"]
            assert report.message is None
        for way in (WAYS[0], WAYS[3]):
            path.write_bytes(LARGE)
            with Changing(path, lambda: change(path)) as file, pytest.raises(InvalidMessage, match="XML-SYNTAX"):
                way(file)

    @pytest.mark.parametrize("change", [Path.unlink, put_another])
    def test_by_another_file_with_its_name(self, change: Callable[[Path], None], tmp_path: Path) -> None:
        """Who has opened it reads it to its end."""
        path = tmp_path / "levering.xml"
        for way in WAYS:
            path.write_bytes(LARGE)
            with Changing(path, lambda: change(path)) as file:
                way(file)
            assert file.happens is None

    @pytest.mark.parametrize("change", [truncate, replace_in_place])
    def test_between_two_employees_of_a_stream(self, change: Callable[[Path], None], tmp_path: Path) -> None:
        """Those that came before are right; then the message is refused."""
        path = tmp_path / "levering.xml"
        path.write_bytes(LARGE)
        parts: Iterator[Any] = sivi2017.stream(path)
        given = [next(parts)]
        change(path)
        with pytest.raises(InvalidMessage):
            given.extend(parts)
        assert 0 < len(given) < 300
        assert {part.werknemer.voorletters for part in given} == {"ABC"}

    def test_a_file_that_vanishes_between_the_list_and_the_reading(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = tmp_path / "a.xml", tmp_path / "b.xml"
        first.write_bytes(DATA)
        second.write_bytes(DATA)

        def vanishing(arguments: Any) -> Any:
            found = sources(arguments)
            first.unlink()
            return found

        monkeypatch.setattr(validating, "sources", vanishing)
        status, texts = reported(str(tmp_path))
        assert status == 2
        assert [len(found) for found in texts] == [1, 0]


# Audit hooks see what Python opens; what libxml2 would open is seen by a server that listens, and by a pipe that would keep
# whoever opens it waiting.
FETCHER = """
import json, sys
import sivi2017
messages = [text.encode() for text in json.load(sys.stdin)]
ways = (sivi2017.validate, sivi2017.validate_stream, lambda data, **options: list(sivi2017.stream(data, **options)))
def all_ways():
    for data in messages:
        for tolerant in (False, True):
            for way in ways:
                try:
                    way(data, tolerant=tolerant)
                except sivi2017.InvalidMessage:
                    pass
seen = []
all_ways()  # modules are imported when they are first needed
sys.addaudithook(lambda event, given: seen.append(event) if event.partition(".")[0] in {"open", "os", "socket"} else None)
all_ways()
print(sorted(set(seen)))
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_nothing_that_a_message_points_to_is_opened(tmp_path: Path) -> None:
    """By no way, and neither by a hint of a schema, a style sheet nor an inclusion."""
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    messages = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        host, port = server.getsockname()
        for place in (f"http://{host}:{port}/x", f"ftp://{host}:{port}/x", pipe.as_uri(), str(pipe)):
            root = (
                f"<?xml-stylesheet type='text/xsl' href='{place}'?>"
                f"<?xml-model href='{place}'?><Verzuimmeldingen xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                f"xsi:schemaLocation='{namespace('Verzuimmeldingen')} {place}' xml:base='{place}' "
                f"xsi:noNamespaceSchemaLocation='{place}' xmlns:xi='http://www.w3.org/2001/XInclude' "
            )
            text = MESSAGE.decode().replace("<Verzuimmeldingen ", root)
            messages += [text, text.replace("<Voorl>", f"<xi:include href='{place}'/><Voorl>")]
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", FETCHER],
            input=json.dumps(messages).encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.stdout, done.stderr) == (b"[]\n", b"")
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_reader_that_is_stopped_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "levering.xml"
    path.write_bytes(LARGE)
    parts = sivi2017.stream(path)
    next(parts)
    with suppress(AttributeError):
        parts.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert check(path).ok
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
