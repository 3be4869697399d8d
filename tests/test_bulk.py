"""Many files: what is found in one, in which order they are told, and how the processes that check them begin and end."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from multiprocessing import active_children
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest
from conftest import RETOUR, VERZUIM, changed

import sivi2017
from sivi2017.bulk import FileReport, pool, validate_files
from sivi2017.bulk.batches import Batch, Batches
from sivi2017.bulk.files import check_file
from sivi2017.bulk.worker import _turn, unpacked
from sivi2017.report import Report, Severity

WRONG = changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>ABCDEFGH<"))
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a right message and a wrong one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "right.xml").write_text(RETOUR, encoding="utf-8")
    (tmp_path / "wrong.xml").write_bytes(WRONG)
    return tmp_path


def ids(checked: FileReport) -> list[str]:
    return [finding.id for finding in checked.report.findings]


def raising(error: BaseException) -> Callable[..., Any]:
    def function(*_arguments: object, **_options: object) -> None:
        raise error

    return function


@pytest.mark.usefixtures("folder")
class TestOneFile:
    def test_its_findings_are_those_of_validate(self) -> None:
        checked = check_file("wrong.xml")
        assert checked.report.findings == sivi2017.validate("wrong.xml").findings
        assert (checked.name, checked.readable, checked.report.kind) == ("wrong.xml", True, "Verzuimmeldingen")

    def test_its_message_is_not_kept(self) -> None:
        assert sivi2017.validate("right.xml").message is not None
        assert check_file("right.xml").report.message is None

    def test_that_it_cannot_be_read_is_a_finding(self) -> None:
        """With the reason of the system, and without the path, which the name has already."""
        checked = check_file("absent.xml")
        assert checked.readable is False
        (finding,) = checked.report.findings
        assert (finding.id, finding.severity) == ("FILE-UNREADABLE", Severity.ERROR)
        assert finding.message == f"cannot be read: {os.strerror(2)}"

    def test_that_its_check_fails_is_a_finding_without_its_words(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """One file does not end the check of a million; what an unforeseen error says may be of a person."""
        monkeypatch.setattr(sivi2017, "validate", raising(MemoryError("Voorbeeld")))
        checked = check_file("right.xml")
        assert checked.readable is False
        (finding,) = checked.report.findings
        assert (finding.id, finding.severity) == ("FILE-ABORTED", Severity.ERROR)
        assert finding.message == "the check failed with MemoryError, so that it is not known what is wrong"

    def test_that_somebody_stops_it_is_no_finding(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sivi2017, "validate", raising(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            check_file("right.xml")

    def test_two_checks_of_a_file_are_equal_however_long_they_took(self) -> None:
        first, second = check_file("wrong.xml"), check_file("wrong.xml")
        assert first == second
        assert first.seconds > 0

    def test_it_travels_between_processes(self) -> None:
        checked = check_file("wrong.xml")
        copy = pickle.loads(pickle.dumps(checked))  # noqa: S301 - made a moment ago
        assert (copy, copy.seconds) == (checked, checked.seconds)
        assert copy.report.findings == checked.report.findings


def test_the_expectations_of_a_coupling_travel_between_processes() -> None:
    """And mean the same there."""
    profile = sivi2017.RuleProfile(
        severities={"LHN-2": None, "BSN-1": Severity.WARNING}, requested={"SofiNr"}, verwerkingscodes={"correctie": "05"}
    )
    assert pickle.loads(pickle.dumps(profile)) == profile  # noqa: S301 - made a moment ago


@pytest.mark.usefixtures("folder")
class TestInThisProcess:
    def test_files_are_told_in_their_order(self) -> None:
        found = list(validate_files(["wrong.xml", Path("absent.xml"), "right.xml"]))
        assert [(checked.name, ids(checked)) for checked in found] == [
            ("wrong.xml", ["XSD-LENGTH"]),
            ("absent.xml", ["FILE-UNREADABLE"]),
            ("right.xml", []),
        ]

    def test_one_job_takes_no_other_process(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pool, "get_context", raising(AssertionError()))
        assert len(list(validate_files(["right.xml", "wrong.xml"], jobs=1))) == 2

    def test_a_file_is_taken_when_it_is_asked_for(self) -> None:
        paths = iter(["right.xml", "wrong.xml", "right.xml"])
        assert next(validate_files(paths)).name == "right.xml"
        assert next(paths) == "wrong.xml"

    def test_options_are_those_of_validate(self) -> None:
        departing = changed(RETOUR, ("<Foutmldng>", "<Extra/><Foutmldng>"))
        Path("departing.xml").write_bytes(departing)
        (strict,) = validate_files(["departing.xml"])
        (tolerant,) = validate_files(["departing.xml"], tolerant=True)
        (small,) = validate_files(["departing.xml"], limits=sivi2017.Limits(max_bytes=10))
        assert [ids(checked) for checked in (strict, tolerant, small)] == [["XSD-UNKNOWN"], ["TOL-UNKNOWN"], ["XML-SIZE"]]
        Path("bsn.xml").write_text(VERZUIM, encoding="utf-8")
        asked = sivi2017.RuleProfile(requested={"SofiNr"})
        assert [ids(*validate_files(["bsn.xml"], **given)) for given in ({}, {"rules": False}, {"profile": asked})] == [
            ["PRV-2"],
            [],
            [],
        ]


class TestWrongUse:
    @pytest.mark.parametrize("path", ["right.xml", b"right.xml", Path("right.xml")])
    def test_one_path_in_the_place_of_several(self, path: Any) -> None:
        """The letters of a name are not taken for files."""
        with pytest.raises(TypeError, match="this is one path"):
            validate_files(path)

    def test_less_than_no_jobs(self) -> None:
        with pytest.raises(ValueError, match="jobs must be 0 or more"):
            validate_files([], jobs=-1)

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_what_is_no_path(self, jobs: int) -> None:
        """It is told where it is met, and no process stays behind."""
        paths: list[Any] = ["right.xml", 7]
        with pytest.raises(TypeError):
            list(validate_files(paths, jobs=jobs))
        assert active_children() == []


class TestProcessors:
    def test_no_jobs_are_as_many_as_there_are_processors(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """With one processor there is no use in another process."""
        monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0}, raising=False)
        monkeypatch.setattr(pool, "get_context", raising(AssertionError()))
        assert [checked.name for checked in validate_files([folder / "right.xml"], jobs=0)] == [str(folder / "right.xml")]

    def test_where_the_system_does_not_say_which_are_ours_all_count(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: 3)
        assert pool.processors() == 3
        monkeypatch.setattr(os, "cpu_count", lambda: None)
        assert pool.processors() == 1


class TestInSeveralProcesses:
    def test_the_outcome_is_that_of_one_process(self, folder: Path) -> None:
        """File by file, in the same order, whatever the files are called."""
        strange = [os.fsdecode(b"caf\xe9.xml"), "<right.xml", "ŝ.xml"]
        for name in strange[1:]:
            (folder / name).write_bytes(WRONG)
        paths = ["right.xml", "wrong.xml", "absent.xml", ".", *strange] * 40
        several = list(validate_files(iter(paths), jobs=2))
        assert several == list(validate_files(paths))
        assert [checked.name for checked in several] == paths
        assert active_children() == []

    def test_options_reach_the_processes(self, folder: Path) -> None:
        (folder / "departing.xml").write_bytes(changed(RETOUR, ("<Foutmldng>", "<Extra/><Foutmldng>")))
        found = validate_files(["departing.xml"] * 3, jobs=2, tolerant=True)
        assert [ids(checked) for checked in found] == [["TOL-UNKNOWN"]] * 3

    def test_nothing_is_forked(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A program with threads can use it, and so can a system that has no fork."""
        monkeypatch.setattr(os, "fork", raising(AssertionError()), raising=False)
        assert len(list(validate_files([folder / "right.xml"] * 3, jobs=2))) == 3

    def test_it_works_where_signals_cannot_be_held(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
        assert len(list(validate_files([folder / "right.xml"] * 3, jobs=2))) == 3

    def test_no_files_take_no_process(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pool, "get_context", raising(AssertionError()))
        assert list(validate_files([], jobs=2)) == []

    def test_paths_without_end_are_taken_as_far_as_needed(self, folder: Path) -> None:
        """And the processes end when nobody asks for more."""
        taken = count()
        paths = (folder / "right.xml" for _ in taken)
        reports = validate_files(paths, jobs=2)
        assert len(list(islice(reports, 5))) == 5
        assert len(active_children()) == 2
        reports.close()
        assert active_children() == []
        assert next(taken) <= 5 + pool._MOST_FILES

    def test_an_exception_in_who_asks_ends_the_processes(self, folder: Path) -> None:
        """Such as the KeyboardInterrupt of Ctrl-C."""
        reports = validate_files((folder / "right.xml" for _ in count()), jobs=2)
        next(reports)
        with pytest.raises(KeyboardInterrupt):
            reports.throw(KeyboardInterrupt())
        assert active_children() == []


@needs_pipes
class TestAFileThatIsSlow:
    """A named pipe stands for it: the process that checks it waits until somebody writes."""

    def answer(self, pipe: Path, taken: list[int]) -> None:
        """Write a message to the pipe when no file was taken for a while."""
        with pipe.open("wb") as file:
            before = -1
            while before != len(taken):
                before = len(taken)
                time.sleep(0.5)
            file.write(RETOUR.encode())

    @pytest.mark.parametrize(("name", "most"), [("_MOST_FILES", 8), ("_MOST_BYTES", 1)])
    def test_the_others_go_on_for_a_while_and_not_for_ever(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
    ) -> None:
        """What waits for its turn to be told is in memory, so there is a bound to it, in files and in bytes."""
        monkeypatch.setattr(pool, name, most)
        os.mkfifo(folder / "slow.xml")
        taken: list[int] = []

        def paths() -> Iterator[str]:
            yield "slow.xml"
            for number in count():
                taken.append(number)
                yield "right.xml"

        answering = threading.Thread(target=self.answer, args=(folder / "slow.xml", taken))
        answering.start()
        reports = validate_files(paths(), jobs=2)
        assert next(reports).name == "slow.xml"
        answering.join()
        assert 1 <= len(taken) <= 8
        assert [checked.name for checked in islice(reports, 20)] == ["right.xml"] * 20
        reports.close()

    @pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs to see what files a process has open")
    def test_a_process_that_is_killed_costs_the_file_that_it_had_in_hand(self, folder: Path) -> None:
        """The others that it had got are checked by the process that takes its place; nothing hangs."""
        os.mkfifo(folder / "slow.xml")
        names = ["right.xml", "wrong.xml"] * 30
        names[40] = "slow.xml"
        killed, over = [], threading.Event()

        def kill() -> None:
            """Kill whoever reads the file, also when it is tried once more by itself."""
            while not over.wait(0.02):
                for process in others_with_open(folder / "slow.xml"):
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)

        killing = threading.Thread(target=kill)
        writing = os.open(folder / "slow.xml", os.O_RDWR)  # so that it can be opened, and there is nothing to read
        killing.start()
        try:
            found = list(validate_files(names, jobs=2))
        finally:
            over.set()
            killing.join()
            os.close(writing)
        assert [checked.name for checked in found] == names
        slow = found.pop(40)
        assert ids(slow) == ["FILE-ABORTED"]
        assert slow.readable is False
        assert slow.report.findings[0].message == (
            "the check ended with its process (signal 9; perhaps memory ran out), so that it is not known what is wrong"
        )
        assert {name for checked in found for name in ids(checked)} == {"XSD-LENGTH"}
        assert killed
        assert active_children() == []


def others_with_open(path: Path) -> Iterator[int]:
    """The other processes that have a file open."""
    for opened in Path("/proc").glob("[0-9]*/fd"):
        number = int(opened.parent.name)
        if number != os.getpid():
            try:
                found = any(os.path.realpath(link) == str(path) for link in opened.iterdir())
            except OSError:  # it is over, or not ours to look at
                continue
            if found:
                yield number


class TestProcesses:
    def test_one_that_was_killed_without_work_is_replaced_in_silence(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No file is to blame for it."""
        monkeypatch.setattr(pool, "_MOST_FILES", 1)  # so that it waits until the first file is told
        paths = ["right.xml", "wrong.xml"] * 5
        reports = pool._checked(pool._Pool(partial(check_file), 1, Batches(paths)))
        first = next(reports)
        (process,) = active_children()
        process.kill()
        process.join()
        assert [checked.name for checked in [first, *reports]] == paths
        assert (folder / "right.xml").exists()

    def test_one_that_ends_before_it_began_ends_no_run_that_is_under_way(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The files that it was to check are told as such."""
        monkeypatch.setattr(pool, "_MOST_FILES", 1)  # so that it waits until the first file is told
        reports = pool._checked(pool._Pool(partial(check_file), 1, Batches([str(folder / "right.xml")] * 3)))
        assert ids(next(reports)) == []
        (process,) = active_children()
        process.kill()
        process.join()
        monkeypatch.setattr(pool, "work", leaving)
        assert [finding.message.partition(";")[0] for checked in reports for finding in checked.report.findings] == [
            "the check ended with its process (exit status 3"
        ] * 2

    def test_that_none_can_be_started_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(SpawnProcess, "start", raising(BlockingIOError(11, os.strerror(11))))
        with pytest.raises(RuntimeError, match=f"no process can be started: {os.strerror(11)}"):
            list(validate_files(["right.xml"], jobs=2))

    def test_a_program_that_would_start_itself_again_is_told(self, tmp_path: Path) -> None:
        """A script without the line that all programs with processes need ends, with a sentence on that line."""
        script = tmp_path / "script.py"
        program = "from sivi2017.bulk import validate_files\nlist(validate_files(['a.xml'], jobs=2))\n"
        script.write_text(program, encoding="utf-8")
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == (
            "RuntimeError: a process ended before it began; is what this program does under if __name__ == '__main__'?"
        )

    @pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs to see the processes of others")
    def test_one_that_nobody_asks_any_more_ends(self, folder: Path) -> None:
        """When the program is killed, its processes do not stay behind."""
        os.mkfifo(folder / "slow.xml")
        script = folder / "script.py"
        script.write_text(
            "from sivi2017.bulk import validate_files\n"
            "from multiprocessing import active_children\n"
            "if __name__ == '__main__':\n"
            "    reports = validate_files(['right.xml', 'right.xml', 'slow.xml'], jobs=2)\n"
            "    print(next(reports).name, *(process.pid for process in active_children()), flush=True)\n"
            "    next(reports), next(reports)\n",
            encoding="utf-8",
        )
        with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, cwd=folder) as process:
            assert process.stdout is not None
            name, *numbers = process.stdout.readline().split()
            with (folder / "slow.xml").open("wb"):  # one of them has it in hand
                process.kill()
                process.wait()
        assert name == "right.xml"
        assert numbers
        until = time.monotonic() + 10
        while any(alive(int(number)) for number in numbers):
            assert time.monotonic() < until
            time.sleep(0.05)


def alive(number: int) -> bool:
    """Whether there is a process of this number that is not yet over."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


class TestATurn:
    def test_ends_when_all_is_done(self) -> None:
        number, data = _turn(partial(waiting, seconds=0), ["a", "b", "c"])
        assert number == 3
        assert [checked.name for checked in unpacked(data)] == ["a", "b", "c"]

    def test_ends_when_its_time_is_over(self) -> None:
        """What it did not come to is for who has time; of each turn at least one file is done."""
        number, data = _turn(partial(waiting, seconds=0.06), ["a", "b", "c"])
        assert number == 1
        assert [checked.name for checked in unpacked(data)] == ["a"]


def leaving(*_given: object) -> None:
    """What a process does that is of no use."""
    sys.exit(3)


def waiting(name: str, seconds: float) -> FileReport:
    """A check that takes so long."""
    time.sleep(seconds)
    return FileReport(name, Report([]), readable=True, seconds=seconds)


class TestBatches:
    def test_they_grow_while_they_are_done_in_one_turn(self) -> None:
        """The first is one file, so that a few large files are shared by all; small files go by the dozen in the end."""
        batches = Batches(str(number) for number in range(1000))
        sizes = []
        while batch := batches.take(10_000):
            sizes.append(len(batch.paths))
            batches.done(batch, len(batch.paths))
        assert sizes[:8] == [1, 2, 4, 8, 16, 32, 64, 64]
        assert sum(sizes) == 1000

    def test_they_shrink_when_a_turn_is_too_short(self) -> None:
        """And what was not done is given out before what was not yet taken, in pieces that fit."""
        batches = Batches((str(number) for number in range(1000)), size=32)
        batch = batches.take(10_000)
        assert batch is not None
        batches.done(batch, 1)
        assert batches.take(0) == Batch(1, ("1", "2"))
        assert batches.take(0) == Batch(3, ("3", "4"))

    def test_those_that_come_back_are_given_out_in_their_order(self) -> None:
        batches = Batches(["a", "b", "c"], size=3)
        batch = batches.take(10)
        assert batch is not None
        batches.again(batch)
        assert [batches.take(0) for _ in range(4)] == [Batch(0, ("a",)), Batch(1, ("b",)), Batch(2, ("c",)), None]

    def test_no_more_are_taken_than_there_is_room_for(self) -> None:
        batches = Batches(["a", "b", "c"], size=3)
        assert batches.take(-1) is None
        assert batches.take(2) == Batch(0, ("a", "b"))
        assert (batches.taken, batches.take(5)) == (2, Batch(2, ("c",)))
