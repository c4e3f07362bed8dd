"""The record of a figure, read from the files of data/."""

import csv
import datetime

import pytest

from xi_data.record.errors import DataError
from xi_data.record.figures import Excused, Figure, columns, read_excused, read_figures
from xi_data.record.tables import DATA, TABLES


@pytest.mark.parametrize(
    ("record", "table", "read"),
    [(Figure, "figures", read_figures), (Excused, "excused_numerals", read_excused)],
)
def test_a_record_has_the_columns_and_the_rows_of_its_file(record, table, read):
    with (DATA / TABLES[table]).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(columns(record)) == list(rows[0])
    found = read()
    assert [one.mention for one in found] == [row["mention"] for row in rows]
    assert [str(one.start) for one in found] == [row["start"] for row in rows]


@pytest.mark.parametrize(("record", "table"), [(Figure, "figures"), (Excused, "excused_numerals")])
def test_types_are_those_of_the_database(connection, record, table):
    with connection.cursor() as cursor:
        described = cursor.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? "
            "ORDER BY column_index",
            [table],
        ).fetchall()
    assert list(columns(record).items()) == described


def test_cells_have_their_types_and_empty_ones_are_none():
    figures = {one.figure_id: one for one in read_figures()}
    date = figures["date-screening-status"]
    assert (type(date.date), date.value) == (datetime.date, None)
    closed = figures["closure-food-lodging"]
    assert (closed.value, closed.end - closed.start, closed.date) == (136.0, 4, None)


def test_a_broken_cell_is_named_by_its_place(data_copy):
    file = data_copy / TABLES["figures"]
    text = file.read_text(encoding="utf-8")
    with file.open(encoding="utf-8", newline="") as lines:
        header, first = (next(csv.reader([line])) for line in list(lines)[:2])
    broken = text.replace(f",{first[2]},{first[3]},", f",{first[2]},soon,", 1)
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_figures(data_copy)
    assert (caught.value.line, caught.value.column, caught.value.value) == (2, header[3], "soon")
