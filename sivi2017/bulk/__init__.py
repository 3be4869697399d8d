"""Many files: checked one by one or by several processes, and told in the order in which they were given.

On a cluster ``file_reports`` and ``summary`` do the same as a Dask bag; they need the extra ``dask``.
"""

from __future__ import annotations

from sivi2017.bulk.archive import Summary, file_reports, summary
from sivi2017.bulk.files import FileReport
from sivi2017.bulk.pool import validate_files

__all__ = ["FileReport", "Summary", "file_reports", "summary", "validate_files"]
