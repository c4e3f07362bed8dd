"""Reading one CSV table: typed cells, and errors that name the cell."""

from contextlib import contextmanager
from datetime import date

import pytest

from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES, content_key, read_table

TYPES = {"name": "VARCHAR", "places": "INTEGER", "weight": "DOUBLE", "day": "DATE"}
HEADER = "name,places,weight,day\n"


@pytest.fixture
def read(tmp_path):
    """Reads what a relations.csv of these words or bytes would hold."""

    def rows(content: str | bytes) -> list[tuple[int, dict]]:
        file = tmp_path / TABLES["relations"]
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_table(tmp_path, "relations", TYPES))

    return rows


def test_cells_are_typed_and_empty_cells_are_none(read):
    assert read(HEADER + "粮食,3,-0.5,2024-02-29\n,,,\n") == [
        (2, {"name": "粮食", "places": 3, "weight": -0.5, "day": date(2024, 2, 29)}),
        (3, dict.fromkeys(TYPES)),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_of_either_kind_and_none_at_the_end(read, line_end):
    text = (HEADER + "a,1,1,\nb,2,2,").replace("\n", line_end)
    assert [(line, row["name"]) for line, row in read(text)] == [(2, "a"), (3, "b")]


def test_a_cell_may_hold_commas_quotes_and_line_ends(read):
    [(_, row)] = read(HEADER + '"a, ""b""\nc",1,1,\n')
    assert row["name"] == 'a, "b"\nc'


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("places", "many", "a whole number of at most 9 digits"),
        ("places", "1.5", "a whole number of at most 9 digits"),
        ("places", "1_000", "a whole number of at most 9 digits"),
        ("places", "３", "a whole number of at most 9 digits"),
        ("places", " 3", "a whole number of at most 9 digits"),
        ("places", "12345678901", "a whole number of at most 9 digits"),
        ("weight", "heavy", "a number"),
        ("weight", "1_000.5", "a number"),
        ("weight", "nan", "a number"),
        ("weight", "inf", "a number"),
        ("weight", "1e3", "a number"),
        ("weight", "1.", "a number"),
        ("day", "2023-02-29", "a date, YYYY-MM-DD"),
        ("day", "20230228", "a date, YYYY-MM-DD"),
        ("day", "2023-W09-2", "a date, YYYY-MM-DD"),
        ("day", "yesterday", "a date, YYYY-MM-DD"),
    ],
)
def test_a_cell_of_another_type_is_named(read, column, cell, expected):
    cells = {"name": "a", "places": "1", "weight": "1", "day": ""} | {column: cell}
    with pytest.raises(DataError) as caught:
        read(HEADER + "a,1,1,\n" + ",".join(cells.values()) + "\n")
    assert caught.value == DataError("relations.csv", 3, column, cell, expected)


@pytest.mark.parametrize("line", [1, 2, 900, 2000])
def test_a_byte_that_is_not_utf_8_is_named_by_its_line(read, line):
    lines = [HEADER.strip().encode()] + ["粮食,1,1,".encode()] * 2500
    lines[line - 1] += b"\xff"
    with pytest.raises(DataError) as caught:
        read(b"\n".join(lines))
    assert caught.value == DataError("relations.csv", line, "", "", "UTF-8 (invalid start byte)")


@pytest.mark.parametrize(
    ("content", "line", "expected"),
    [
        ("a,1,1\n", 2, "4 cells and not 3"),
        ("a,1,1,,\n", 2, "4 cells and not 5"),
        ("a,1,1,\n\nb,2,2,\n", 3, "4 cells and not 0"),
        ('a,1,1,\n"b" c,2,2,\n', 3, "valid CSV (',' expected after '\"')"),
        ('a,1,1,\n"b,2,2,\n', 3, "valid CSV (unexpected end of data)"),
    ],
)
def test_a_line_that_is_no_row_is_named(read, content, line, expected):
    with pytest.raises(DataError) as caught:
        read(HEADER + content)
    assert caught.value == DataError("relations.csv", line, "", "", expected)


@pytest.mark.parametrize(
    "header",
    ["", "name,places,weight", "name,weight,places,day", "name,places,weight,day,more", "\ufeff"],
)
def test_another_header_is_shown_beside_the_expected_one(read, header):
    with pytest.raises(DataError) as caught:
        read(f"{header}\na,1,1,\n")
    assert caught.value == DataError(
        "relations.csv", 1, "header", header, "the columns name,places,weight,day"
    )


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError) as caught:
        list(read_table(tmp_path, "relations", TYPES))
    assert caught.value == DataError(
        "relations.csv", 1, "", "", "a readable file (No such file or directory)"
    )


def test_an_error_says_where_what_and_what_was_expected():
    cell = DataError("figures.csv", 3, "value", "many", "a number")
    assert str(cell) == "figures.csv, line 3, column value: 'many': expected a number"
    line = DataError("figures.csv", 3, "", "", "28 cells and not 27")
    assert str(line) == "figures.csv, line 3: expected 28 cells and not 27"


def test_an_error_passes_through_a_context_manager():
    error = DataError("figures.csv", 3, "value", "many", "a number")

    @contextmanager
    def page():
        yield

    with pytest.raises(DataError) as caught, page():
        raise error
    assert caught.value is error


def test_every_csv_of_the_data_is_a_table():
    files = {file.relative_to(DATA).as_posix() for file in DATA.rglob("*.csv")}
    others = ("rules/", "samples/")  # of the reader and of the screen, not of the store
    assert {file for file in files if not file.startswith(others)} == set(TABLES.values())


@pytest.mark.parametrize("table", TABLES)
def test_the_content_key_changes_with_every_table(data_copy, table):
    before = content_key(data_copy)
    file = data_copy / TABLES[table]
    content = file.read_bytes()
    file.write_bytes(content + b" ")
    changed = content_key(data_copy)
    file.unlink()
    missing = content_key(data_copy)
    file.write_bytes(content)
    assert content_key(data_copy) == before
    assert len({before, changed, missing}) == 3
