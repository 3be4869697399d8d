"""The tables: what is in them, as Arrow and as Parquet; and that others make the same figures of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # the same
import pytest
from domain_strategies import example
from hypothesis import given, settings
from tables_people import FOUR, JUNE, day, employee, employees, employment, sick, version

from sivi2017.codes import WazoCode
from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.stand import Werknemerstand
from sivi2017.tables import TABLES, arrow, arrow_schema, arrow_tables, figures, write_parquet

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "tables.md"

SECRETS = {
    "achternaam": "Geheim",
    "roepnaam": "Geheim",
    "burgerservicenummer": "999990019",
    "geboortedatum": date(1980, 5, 17),
}


def rows(name: str, *standen: Werknemerstand) -> list[dict[str, Any]]:
    """The rows of a table."""
    found: list[dict[str, Any]] = arrow_tables(standen)[name].to_pylist()
    return found


class TestRows:
    def test_employees(self) -> None:
        known = employee(sleutel="W-1")
        unknown = employee(sleutel="W-2", werknemer=None, is_ingetrokken=True)
        assert rows("employees", known, unknown) == [
            {"werkgever_id": "WG-1", "werknemer_id": "W-1", "geboortejaar": 1980, "geslacht": "V", "is_ingetrokken": False},
            {"werkgever_id": "WG-1", "werknemer_id": "W-2", "geboortejaar": None, "geslacht": None, "is_ingetrokken": True},
        ]

    def test_employments_have_a_row_for_each_version(self) -> None:
        """Whatever was missed in it. The first holds from the first day, and a withdrawn one is marked."""
        two = employment(
            version(geldt_vanaf=day(1, 1), uren_per_week=36),
            version(geldt_vanaf=day(6, 11), afdeling_code="WIN", afdeling="Winkel", uren_per_week=None),
            gevallen=[sick(day(6, 6))],
        )
        withdrawn = employment(version(id="D-2", einddatum=day(6, 30)), is_ingetrokken=True)
        found = rows("employments", employee(two, withdrawn))
        assert [(row["van"], row["tot"], row["afdeling_code"], row["afdeling"], row["uren_per_week"]) for row in found] == [
            (date(2010, 4, 1), day(6, 10), "BAK", None, Decimal("36.00")),
            (day(6, 11), None, "WIN", "Winkel", None),
            (date(2010, 4, 1), day(6, 30), "BAK", None, Decimal("40.00")),
        ]
        assert [row["is_ingetrokken"] for row in found] == [False, False, True]
        assert [row["is_ingetrokken"] for row in rows("employments", employee(two, is_ingetrokken=True))] == [True, True]

    def test_cases_and_their_reports(self) -> None:
        """Withdrawn ones too, which are marked; leave under the WAZO is in neither."""
        cases = [
            sick(day(6, 6), day(6, 13), (day(6, 8), 50)),
            sick(day(1, 9), key="VG-2").intrekking(),
            sick(day(2, 1), key="VG-3").correctie(wazo=WazoCode.ADOPTIE),
        ]
        stand = employee(employment(version(), gevallen=cases))
        assert [(row["verzuimgeval_id"], row["meldingen"], row["is_ingetrokken"]) for row in rows("cases", stand)] == [
            ("VG-1", 3, False),
            ("VG-2", 2, True),
        ]
        gone = employee(employment(gevallen=cases[:1]), is_ingetrokken=True)
        assert [row["is_ingetrokken"] for row in rows("cases", gone)] == [True]
        first = rows("cases", stand)[0]
        assert (first["eerste_verzuimdag"], first["datum_hersteld"], first["wachtend"]) == (day(6, 6), day(6, 13), 0)
        told = [
            (row["verzuimgeval_id"], row["volgnummer"], row["soort"], row["verzuimpercentage"])
            for row in rows("reports", stand)
        ]
        assert told == [
            ("VG-1", 1, "ziekmelding", 100),
            ("VG-1", 2, "gedeeltelijke hersteldmelding", 50),
            ("VG-1", 3, "hersteldmelding", 0),
            ("VG-2", 1, "ziekmelding", 100),
            ("VG-2", 2, "intrekking", 100),
        ]

    def test_days_are_all_days_of_all_employments(self) -> None:
        """Cut up where something changes; of what was withdrawn there are none."""
        stand = employee(
            employment(version(day(6, 1), einddatum=day(6, 30)), gevallen=[sick(day(6, 6), None, (day(6, 11), 50))]),
            employment(is_ingetrokken=True),
        )
        assert [(row["van"], row["tot"], row["verzuimgeval_id"], row["verzuimpercentage"]) for row in rows("days", stand)] == [
            (day(6, 1), day(6, 5), None, 0),
            (day(6, 6), day(6, 10), "VG-1", 100),
            (day(6, 11), day(6, 30), "VG-1", 50),
        ]
        assert rows("days", employee())[0]["tot"] is None
        assert rows("days", employee(is_ingetrokken=True)) == []

    def test_numbers_are_as_exact_as_in_the_message(self) -> None:
        """Two digits after the point, also where a whole number was given."""
        stand = employee(employment(version(uren_per_week=Decimal("1E+2")), gevallen=[sick(day(6, 6), percentage=33)]))
        assert str(rows("employments", stand)[0]["uren_per_week"]) == "100.00"
        assert str(rows("days", stand)[1]["verzuimpercentage"]) == "33.00"

    def test_nothing_says_who_somebody_is_but_the_keys(self) -> None:
        """Nor what day somebody was born."""
        stand = employee(werknemer=example(Werknemer, **SECRETS))
        written = str([table.to_pylist() for table in arrow_tables([stand]).values()])
        for secret in SECRETS.values():
            assert str(secret) not in written
        assert "datetime.date(1980, 5, 17)" not in written

    @settings(max_examples=20, deadline=None)
    @given(employees())
    def test_any_employee_fits_in_the_tables(self, stand: Werknemerstand) -> None:
        """The schemas hold: nothing is empty that may not be."""
        for name, table in arrow_tables([stand]).items():
            table.validate(full=True)
            assert table.schema.equals(arrow_schema(name))
            for field in table.schema:
                assert field.nullable or table[field.name].null_count == 0


class TestSchemas:
    def test_a_column_tells_what_it_means(self) -> None:
        """To whoever has the file and nothing else."""
        field = arrow_schema("days").field("uren_per_week")
        assert field.metadata == {b"meaning": b"the hours by contract", b"unit": b"hours a week"}
        assert arrow_schema("reports").metadata[b"row"].startswith(b"a report")

    def test_there_is_no_other_table(self) -> None:
        with pytest.raises(KeyError):
            arrow_schema("names")

    def test_all_columns_are_in_the_documentation(self) -> None:
        """In order, with type, unit and meaning, and whether they can be empty."""
        text = REFERENCE.read_text(encoding="utf-8")
        for name, table in TABLES.items():
            (section,) = re.findall(rf"^### {name}\n\n(.+?)(?=^##|\Z)", text, flags=re.MULTILINE | re.DOTALL)
            assert section.startswith(f"One row is {table.meaning}.\n")
            cells = [
                (f"`{column.name}`", column.kind, column.unit, "yes" if column.can_be_empty else "", column.meaning)
                for column in table.columns
            ]
            lines = re.findall(r"^\| (`.+) \|$", section, flags=re.MULTILINE)
            assert [tuple(map(str.strip, line.split("|"))) for line in lines] == cells


class TestParquet:
    def test_the_files_have_the_tables(self, tmp_path: Path) -> None:
        """Also in a folder that was not there, and over files that were; the employees can be a generator."""
        folder = tmp_path / "new" / "tables"
        for standen in (FOUR[:1], (stand for stand in FOUR)):
            files = write_parquet(standen, folder)
        assert files == {name: folder / f"{name}.parquet" for name in TABLES}
        assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
        for name, table in arrow_tables(FOUR).items():
            assert pq.read_table(files[name]).equals(table)
            assert pq.read_schema(files[name]).metadata[b"row"] == TABLES[name].meaning.encode()

    def test_of_nobody_there_are_empty_tables(self, tmp_path: Path) -> None:
        files = write_parquet([], tmp_path)
        assert {name: pq.read_table(path).num_rows for name, path in files.items()} == dict.fromkeys(TABLES, 0)
        assert arrow_tables([])["cases"].num_rows == 0

    def test_they_are_written_some_at_a_time(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """So that a company of any size fits."""
        monkeypatch.setattr(arrow, "_TOGETHER", 3)
        path = write_parquet(FOUR, tmp_path)["employees"]
        assert pq.ParquetFile(path).metadata.num_row_groups == 2
        assert pq.read_table(path)["werknemer_id"].to_pylist() == ["W-1", "W-2", "W-3", "W-4"]

    def test_when_it_ends_halfway_the_files_are_as_they_were(self, tmp_path: Path) -> None:
        """Nothing is left of what was not finished."""
        write_parquet(FOUR, tmp_path)
        before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

        def failing() -> Iterator[Werknemerstand]:
            yield FOUR[0]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_parquet(failing(), tmp_path)
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before

    def test_a_place_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(OSError, match="file"):
            write_parquet(FOUR, tmp_path / "file")


SQL = """
SELECT 100 * sum(missed * hours) / sum(hours * n), count(DISTINCT werknemer_id)
FROM (
    SELECT werknemer_id, coalesce(uren_per_week, 40)::DOUBLE AS hours,
        date_diff('day', greatest(van, $van), least(coalesce(tot, $tot), $tot)) + 1 AS n,
        n * verzuimpercentage::DOUBLE / 100 AS missed
    FROM days WHERE van <= $tot AND coalesce(tot, $tot) >= $van
)
"""


def test_a_database_makes_the_same_figures_of_the_tables(tmp_path: Path) -> None:
    """DuckDB, from the file with the days."""
    path = write_parquet(FOUR, tmp_path)["days"]
    with duckdb.connect() as database:
        database.execute(f"CREATE VIEW days AS FROM '{path}'")
        found = database.execute(SQL, {"van": JUNE[0], "tot": JUNE[1]}).fetchone()
    counts = figures(FOUR, *JUNE).total
    assert counts.verzuimpercentage == Fraction(1690, 87)
    assert found == (pytest.approx(float(counts.verzuimpercentage)), counts.werknemers)


@pytest.mark.parametrize(
    "use", [lambda _: arrow_schema("cases"), lambda _: arrow_tables([]), lambda folder: write_parquet([], folder)]
)
def test_without_pyarrow_it_says_what_to_install(use: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And writes nothing."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"^pyarrow is not installed; run: pip install 'sivi2017\[tables\]'$"):
        use(tmp_path / "tables")
    assert list(tmp_path.iterdir()) == []


def test_the_types_are_those_of_arrow() -> None:
    """A date is a date, and hours are a decimal."""
    schema = arrow_schema("days")
    assert (schema.field("van").type, schema.field("uren_per_week").type) == (pa.date32(), pa.decimal128(5, 2))
    assert (schema.field("van").nullable, schema.field("uren_per_week").nullable) == (False, True)
