"""The tables as Arrow has them, and as Parquet files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sivi2017.receiving.stand import Werknemerstand
from sivi2017.tables.columns import TABLES, Column

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

__all__ = ["arrow_schema", "arrow_tables", "write_parquet"]

_TOGETHER = 10_000
"""How many employees are written at a time."""


def arrow_schema(name: str) -> pa.Schema:
    """The schema of a table. Each field has its ``meaning`` and its ``unit`` with it, and the table what one row is.

    :raises KeyError: when there is no such table.
    :raises ImportError: without PyArrow; the extra ``tables`` brings it.
    """
    arrow, table = _module("pyarrow"), TABLES[name]
    return arrow.schema([_field(arrow, column) for column in table.columns], metadata={"row": table.meaning})


def arrow_tables(standen: Iterable[Werknemerstand]) -> dict[str, pa.Table]:
    """All tables, by name.

    :param standen: each employee once, as ``Administratie.werknemers`` has them.
    :raises ImportError: without PyArrow; the extra ``tables`` brings it.
    """
    arrow, known = _module("pyarrow"), tuple(standen)
    return {name: arrow.Table.from_batches([_batch(arrow, name, known)]) for name in TABLES}


def write_parquet(standen: Iterable[Werknemerstand], folder: str | os.PathLike[str]) -> dict[str, Path]:
    """Write all tables to a folder, a file each, such as ``cases.parquet``. Files that are there are overwritten.

    The employees may be a generator: some ten thousand at a time are written, so that memory does not grow with their number. A
    file is whole when it has its name.

    :returns: the files by the name of the table.
    :raises ImportError: without PyArrow; the extra ``tables`` brings it.
    :raises OSError: when a file cannot be written.
    """
    arrow, parquet = _module("pyarrow"), _module("pyarrow.parquet")
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    files = {name: place / f"{name}.parquet" for name in TABLES}
    parts = {name: path.with_name(f".{path.name}.part") for name, path in files.items()}
    try:
        with ExitStack() as stack:
            writers = {
                name: stack.enter_context(parquet.ParquetWriter(part, arrow_schema(name))) for name, part in parts.items()
            }
            for some in _together(standen):
                for name, writer in writers.items():
                    writer.write_batch(_batch(arrow, name, some))
        for name, part in parts.items():
            part.replace(files[name])
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return files


def _together(standen: Iterable[Werknemerstand]) -> Iterator[tuple[Werknemerstand, ...]]:
    remaining = iter(standen)
    while some := tuple(islice(remaining, _TOGETHER)):
        yield some


def _batch(arrow: Any, name: str, standen: Iterable[Werknemerstand]) -> Any:
    schema, table = arrow_schema(name), TABLES[name]
    rows = [row for stand in standen for row in table.rows(stand)]
    columns = [arrow.array([row[place] for row in rows], field.type) for place, field in enumerate(schema)]
    return arrow.RecordBatch.from_arrays(columns, schema=schema)


def _field(arrow: Any, column: Column) -> Any:
    kinds = {
        "text": arrow.string(),
        "date": arrow.date32(),
        "whole number": arrow.int32(),
        "decimal(5, 2)": arrow.decimal128(5, 2),
        "yes or no": arrow.bool_(),
    }
    about = {"meaning": column.meaning, "unit": column.unit}
    return arrow.field(column.name, kinds[column.kind], nullable=column.can_be_empty, metadata=about)


def _module(name: str) -> Any:
    """A module of PyArrow, which has no types."""
    try:
        return import_module(name)
    except ImportError:
        raise ImportError("pyarrow is not installed; run: pip install 'sivi2017[tables]'") from None
