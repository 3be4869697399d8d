"""Many files as a Dask bag: the same findings, made and counted by the workers of a cluster."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import dask.bag
import pytest
from conftest import RETOUR, VERZUIM, changed
from dask.distributed import Client, LocalCluster, get_worker

import sivi2017
from sivi2017.bulk import Summary, file_reports, summary, validate_files

WRONG = changed(VERZUIM, ("<Voorl>ABC<", "<Voorl>ABCDEFGH<"), ("<PrcVrzm>100.00<", "<PrcVrzm>100<"))

FOUND = Summary(
    files=31, ok=20, unreadable=1, findings={"FILE-UNREADABLE": 1, "PRV-2": 10, "XSD-LENGTH": 10, "XSD-PATTERN": 10}
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ten right files, ten with a warning, ten with two errors, and one that is not there."""
    folder = tmp_path_factory.mktemp("archive")
    contents = [RETOUR.encode(), VERZUIM.encode(), WRONG]
    paths = [folder / f"{number:02}.xml" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_bytes(contents[number % 3])
    return [*paths, folder / "absent.xml"]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Client]:
    """A cluster of two workers, processes on this machine."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as workers,  # type: ignore[no-untyped-call] # Dask has few types
        Client(workers) as client,  # type: ignore[no-untyped-call] # the same
    ):
        yield client


def computed(lazy: Any) -> Any:
    """What Dask makes of it; it has few types."""
    return lazy.compute()


@pytest.mark.usefixtures("cluster")
class TestOnACluster:
    def test_the_reports_are_those_of_this_process(self, archive: list[Path]) -> None:
        """In the order of the paths, and none with its message."""
        found = computed(file_reports(archive, partition_size=4))
        assert found == list(validate_files(archive))
        assert {checked.report.message for checked in found} == {None}

    def test_they_are_counted(self, archive: list[Path]) -> None:
        assert computed(summary(file_reports(archive, partition_size=2))) == FOUND

    def test_both_workers_check(self, archive: list[Path]) -> None:
        reports: Any = file_reports(archive, partition_size=1)
        places = reports.map_partitions(lambda _reports: [get_worker().address])
        assert len(set(computed(places))) == 2

    def test_lists_of_files_can_be_a_bag(self, archive: list[Path], tmp_path: Path) -> None:
        """So that the names of a large archive need not pass through one machine."""
        for number in range(2):
            lines = "".join(f"{path}\n" for path in archive[number::2])
            (tmp_path / f"list-{number}.txt").write_text(lines, encoding="utf-8")
        read_text: Any = dask.bag.read_text
        paths = read_text(str(tmp_path / "list-*.txt")).map(str.rstrip, "\n")
        reports: Any = file_reports(paths)
        assert reports.npartitions == 2
        assert computed(summary(reports)) == FOUND

    def test_options_reach_the_workers(self, archive: list[Path]) -> None:
        asked = sivi2017.RuleProfile(requested={"SofiNr"})
        assert "PRV-2" not in computed(summary(file_reports(archive, profile=asked))).findings
        small = computed(summary(file_reports(archive, limits=sivi2017.Limits(max_bytes=10))))
        assert small.findings == {"FILE-UNREADABLE": 1, "XML-SIZE": 30}

    def test_no_log_has_anything_of_a_message(self, archive: list[Path], caplog: pytest.LogCaptureFixture) -> None:
        """Nor has the text of what is computed: paths and findings are all there is."""
        caplog.set_level(logging.DEBUG)
        reports = file_reports(archive)
        told = caplog.text + repr(computed(reports)) + repr(computed(summary(reports)))
        assert str(archive[0]) in told
        assert [value for value in ("012345672", "1980-02-29", "ABCDEFGH", "Bakkerij") if value in told] == []


def test_no_files_are_counted_too() -> None:
    with dask.config.set(scheduler="synchronous"):
        assert computed(summary(file_reports([]))) == Summary()


def test_a_summary_is_the_same_in_one_process(archive: list[Path]) -> None:
    """A bag needs no cluster."""
    with dask.config.set(scheduler="synchronous"):
        assert computed(summary(file_reports([os.fspath(path) for path in archive]))) == FOUND


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("dask", "dask.bag"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r"dask is not installed; run: pip install 'sivi2017\[dask\]'"):
        file_reports([])
