"""Figures on absence, and tables for whoever wants others: from employees as they stand to percentages, Arrow and Parquet.

::

    found = figures(administratie.werknemers, date(2017, 1, 1), date(2017, 12, 31), by="department")
    for row in found.rows():
        print(row.groep, row.verzuimpercentage)

The figures need nothing but the library. Tables need PyArrow, and plots Matplotlib: the extra ``tables``.
"""

from __future__ import annotations

from sivi2017.tables.arrow import arrow_schema, arrow_tables, write_parquet
from sivi2017.tables.columns import TABLES, Column, Table
from sivi2017.tables.counts import Counts
from sivi2017.tables.figures import Figures, figures, months
from sivi2017.tables.groups import AGE_BANDS, LENGTH_CLASSES, GroupBy
from sivi2017.tables.plot import plot
from sivi2017.tables.rows import Row, Withheld

__all__ = [
    "AGE_BANDS",
    "LENGTH_CLASSES",
    "TABLES",
    "Column",
    "Counts",
    "Figures",
    "GroupBy",
    "Row",
    "Table",
    "Withheld",
    "arrow_schema",
    "arrow_tables",
    "figures",
    "months",
    "plot",
    "write_parquet",
]
