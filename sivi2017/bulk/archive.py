"""Many files as a Dask bag, for an archive that outgrows one machine: the same checks, on the workers of a cluster.

What travels to the workers is the paths and the options, and what comes back the findings; no content of a file does either.
A worker must be able to read the paths that it gets: they are on storage that all share.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from sivi2017.bulk.files import FileReport, check_file, options_of, refuse_one
from sivi2017.reading.limits import Limits

if TYPE_CHECKING:
    from dask.bag import Bag, Item

    from sivi2017.rules.profile import RuleProfile

__all__ = ["Summary", "file_reports", "summary"]

_LIMITS = Limits()
_TOGETHER = 8
"""How many summaries a worker puts together at a time."""


def file_reports(
    paths: Iterable[str | os.PathLike[str]] | Bag,
    *,
    partition_size: int = 1000,
    tolerant: bool = False,
    rules: bool = True,
    profile: RuleProfile | None = None,
    limits: Limits = _LIMITS,
    max_size: int | None = None,
) -> Bag:
    """What is found in each file, as a bag of ``FileReport``; nothing is checked until it is computed.

    :param paths: the paths, or a bag of them such as ``dask.bag.read_text("list-*.txt").map(str.strip)``, which stays as it is
        divided.
    :param partition_size: how many files a worker checks at a time.
    :param tolerant: as for ``validate``; so are ``rules`` and ``profile``.
    :param limits: as for ``validate``, and for a file of more than 8 MiB as for ``validate_stream``.
    :param max_size: how many bytes a file may have; None for any number.
    :raises ImportError: without Dask; the extra ``dask`` brings it.
    """
    refuse_one(paths)
    dask_bag = _dask_bag()
    given: Any = paths
    if not isinstance(paths, dask_bag.Bag):
        given = dask_bag.from_sequence([os.fspath(path) for path in given], partition_size=partition_size)
    reports: Bag = given.map(
        check_file, **options_of(tolerant=tolerant, rules=rules, profile=profile, limits=limits, max_size=max_size)
    )
    return reports


def _dask_bag() -> Any:
    """The module of Dask, which has hardly any types."""
    try:
        return import_module("dask.bag")
    except ImportError:
        raise ImportError("dask is not installed; run: pip install 'sivi2017[dask]'") from None


@frozen
class Summary:
    """How many files there were, and what was found in them all."""

    files: int = 0
    ok: int = 0
    """Without an error."""
    unreadable: int = 0
    """Files that could not be read, or of which the check came to nothing; they are not ok."""
    findings: Mapping[str, int] = field(factory=dict)
    """How many findings there are, by id."""


def summary(reports: Bag) -> Item:
    """A ``Summary`` of a bag of reports, to be computed; it is put together on the workers.

    :param reports: as ``file_reports`` gives them.
    """
    untyped: Any = reports
    whole: Item = untyped.reduction(_summarised, _together, split_every=_TOGETHER)
    return whole


def _summarised(reports: Iterable[FileReport]) -> Summary:
    files = ok = unreadable = 0
    findings: Counter[str] = Counter()
    for checked in reports:
        files += 1
        ok += checked.report.ok
        unreadable += not checked.readable
        findings.update(finding.id for finding in checked.report.findings)
    return Summary(files, ok, unreadable, _sorted(findings))


def _together(parts: Iterable[Summary]) -> Summary:
    files = ok = unreadable = 0
    findings: Counter[str] = Counter()
    for part in parts:
        files += part.files
        ok += part.ok
        unreadable += part.unreadable
        findings.update(part.findings)
    return Summary(files, ok, unreadable, _sorted(findings))


def _sorted(findings: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(findings.items()))
