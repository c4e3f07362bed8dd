"""The record of a figure, read from the files of data/."""

import csv
import datetime

import pytest

from xi_data.record.errors import DataError
from xi_data.record.figures import Excused, Figure, columns, read_excused, read_figures
from xi_data.record.tables import ADDED, DATA, TABLES


@pytest.mark.parametrize(
    ("record", "table", "read"),
    [(Figure, "figures", read_figures), (Excused, "excused_numerals", read_excused)],
)
def test_a_record_has_the_columns_and_the_rows_of_its_file(record, table, read):
    with (DATA / TABLES[table]).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    added = ADDED.get(TABLES[table], ())
    assert list(columns(record)) in ([*rows[0]], [*rows[0], *added])
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


def test_a_file_may_have_the_columns_that_were_added_or_lack_them_all(data_copy):
    file = data_copy / TABLES["figures"]
    added = ADDED["figures.csv"]
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [{**dict.fromkeys(added, ""), **row} for row in csv.DictReader(lines)]
    older = [name for name in columns(Figure) if name not in added]

    def written(names: list[str]) -> list[Figure]:
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, names, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return read_figures(data_copy)

    rows[0] |= {"reading": "machine", "unsure": "topic"}
    first = written([*columns(Figure)])[0]
    assert (first.reading, first.unsure, first.range_id) == ("machine", "topic", None)
    assert [getattr(written(older)[0], name) for name in added] == [None] * len(added)
    with pytest.raises(DataError, match="line 1, column header"):
        written([*older, added[0]])


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
