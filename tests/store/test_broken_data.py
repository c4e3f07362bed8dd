"""Broken data files: each is named with its line, and nothing is built of them."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.many_bulletins import many_bulletins
from xi_data import store
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA

ID = "xi-county-2020-02"
FIGURES, UNITS, FAMILIES = "figures.csv", "vocabularies/units.csv", "vocabularies/families.csv"
HEADER = (DATA / "relations.csv").read_text("utf-8").splitlines()[0]
Breaks = Callable[[Path], None]


def cell(file: str, line: int, **cells: str) -> Breaks:
    """Write other cells into a line of a file."""

    def broken(data: Path) -> None:
        with (data / file).open(encoding="utf-8", newline="") as handle:
            rows = list(csv.reader(handle))
        for column, value in cells.items():
            rows[line - 1][rows[0].index(column)] = value
        with (data / file).open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)

    return broken


def lines(file: str, change: Callable[[list[bytes]], list[bytes]]) -> Breaks:
    """Change the lines of a file."""

    def broken(data: Path) -> None:
        content = (data / file).read_bytes().splitlines(keepends=True)
        (data / file).write_bytes(b"".join(change(content)))

    return broken


BROKEN = {
    "a missing file": (
        lambda data: (data / UNITS).unlink(),
        DataError(UNITS, 1, "", "", "a readable file (No such file or directory)"),
    ),
    "an empty file": (
        lines("relations.csv", lambda content: []),
        DataError("relations.csv", 1, "header", "", f"the columns {HEADER}"),
    ),
    "another header": (
        lines("relations.csv", lambda content: [b"one,two\n", *content[1:]]),
        DataError("relations.csv", 1, "header", "one,two", f"the columns {HEADER}"),
    ),
    "a cell too many": (
        lines("relations.csv", lambda rows: [*rows[:4], rows[4].strip() + b",more\n", *rows[5:]]),
        DataError("relations.csv", 5, "", "", "5 cells and not 6"),
    ),
    "a file torn within a quoted cell": (
        lines("excused_numerals.csv", lambda rows: [*rows[:3], b'"torn']),
        DataError("excused_numerals.csv", 4, "", "", "valid CSV (unexpected end of data)"),
    ),
    "a number that is none": (
        cell(FIGURES, 3, value="many"),
        DataError(FIGURES, 3, "value", "many", "a number"),
    ),
    "a date that is none": (
        cell(FIGURES, 2, date="2020-02-30"),
        DataError(FIGURES, 2, "date", "2020-02-30", "a date, YYYY-MM-DD"),
    ),
    "neither true nor false": (
        cell("vocabularies/qualifiers.csv", 4, open_above="yes"),
        DataError("vocabularies/qualifiers.csv", 4, "open_above", "yes", "true or false"),
    ),
    "an unknown unit": (
        cell(FIGURES, 60, unit="furlong"),
        DataError(FIGURES, 60, "unit", "furlong", f"one of unit in {UNITS}"),
    ),
    "a colour that no theme has": (
        cell(FAMILIES, 2, colour="mauve"),
        DataError(
            FAMILIES,
            2,
            "colour",
            "mauve",
            "a colour of the theme: primary, orange, green, red, yellow, violet, blue or gray",
        ),
    ),
    "a second row of one key": (
        cell(FIGURES, 100, figure_id="screening-outside-screened"),
        DataError(
            FIGURES,
            100,
            "bulletin_id, figure_id",
            f"{ID}, screening-outside-screened",
            "no second row with this bulletin_id, figure_id",
        ),
    ),
    "a second figure at one place": (
        cell(FIGURES, 4, start="391", end="396"),
        DataError(
            FIGURES,
            4,
            "bulletin_id, start",
            f"{ID}, 391",
            "no second row with this bulletin_id, start",
        ),
    ),
    "a relation to no figure": (
        cell("relations.csv", 3, other_id="nobody"),
        DataError(
            "relations.csv",
            3,
            "bulletin_id, other_id",
            f"{ID}, nobody",
            "one of bulletin_id, figure_id in figures.csv",
        ),
    ),
    "a highlight of no figure": (
        cell("highlights.csv", 3, figure_id="nobody"),
        DataError(
            "highlights.csv",
            3,
            "bulletin_id, figure_id",
            f"{ID}, nobody",
            "one of bulletin_id, figure_id in figures.csv",
        ),
    ),
    "a remark with the number of no figure": (
        cell("remarks.csv", 4, text_zh="{nobody}"),
        DataError(
            "remarks.csv", 4, "text_zh", "nobody", "in braces, keys of figures of the bulletin"
        ),
    ),
    "a remark with a brace alone": (
        cell("remarks.csv", 3, text_en="a { alone"),
        DataError(
            "remarks.csv", 3, "text_en", "a { alone", "in braces, keys of figures of the bulletin"
        ),
    ),
    "a bound that the words do not state": (
        cell(FIGURES, 22, value_high="400"),
        DataError(
            FIGURES,
            22,
            "kind, value_high, qualifier, value",
            "quantity, 400.0, over, 300.0",
            "an upper limit equal to the value where the wording is exact, nearly, under or "
            "at_most; none below it where it is about; else none",
        ),
    ),
    "no bulletin": (
        lines("bulletins.csv", lambda rows: rows[:1]),
        DataError("bulletins.csv", 2, "", "", "at least one bulletin"),
    ),
    "bytes that are not UTF-8": (
        lines(FIGURES, lambda rows: [*rows[:29], b"\xff" + rows[29], *rows[30:]]),
        DataError(FIGURES, 30, "", "", "UTF-8 (invalid start byte)"),
    ),
    "no version": (
        lambda data: (data / "version.toml").unlink(),
        DataError("version.toml", 1, "", "", "a readable file (No such file or directory)"),
    ),
    "a version of which half is there": (
        lines("version.toml", lambda rows: rows[:2]),
        DataError(
            "version.toml",
            1,
            "",
            "",
            "version, date, schema, bulletin; schema, bulletin missing",
        ),
    ),
    "a version to come": (
        lines("version.toml", lambda rows: [*rows[:2], b"schema = 99\n", *rows[3:]]),
        DataError("version.toml", 3, "schema", "99", "2, which this edition of the software reads"),
    ),
    "a version that names no bulletin of ours": (
        lines("version.toml", lambda rows: [*rows[:3], b'bulletin = "nowhere"\n']),
        DataError("version.toml", 4, "bulletin", "nowhere", "one of bulletin_id in bulletins.csv"),
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_named(data_copy, kind):
    broken, expected = BROKEN[kind]
    broken(data_copy)
    with pytest.raises(DataError) as caught:
        store.prove(data_copy)
    assert caught.value == expected


@pytest.mark.parametrize("kind", [*BROKEN][::4])  # the file is filled as what is proved
def test_of_a_broken_file_nothing_is_built(data_copy, tmp_path, kind):
    (tmp_path / "cache").mkdir()
    broken, expected = BROKEN[kind]
    broken(data_copy)
    with pytest.raises(DataError) as caught:
        store.open_database(data_copy, [tmp_path / "cache"])
    assert caught.value == expected
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_first_broken_line_is_named_and_not_the_first_broken_rule(data_copy):
    cell(FIGURES, 50, label_en="")(data_copy)
    cell(FIGURES, 40, value_low="7")(data_copy)
    with pytest.raises(DataError) as caught:
        store.prove(data_copy)
    assert (caught.value.line, caught.value.column) == (40, "kind, value_low, qualifier, value")


def test_a_broken_cell_comes_before_a_torn_line_further_down(data_copy):
    lines(FIGURES, lambda rows: [*rows[:90], b"torn\n"])(data_copy)
    cell(FIGURES, 80, value="many")(data_copy)
    with pytest.raises(DataError) as caught:
        store.prove(data_copy)
    assert caught.value == DataError(FIGURES, 80, "value", "many", "a number")


def test_a_broken_line_is_found_beyond_the_first_ten_thousand(tmp_path):
    data = many_bulletins(tmp_path / "data", 100)
    cell(FIGURES, 11_000, unit="furlong")(data)
    with pytest.raises(DataError) as caught:
        store.prove(data)
    assert caught.value == DataError(FIGURES, 11_000, "unit", "furlong", f"one of unit in {UNITS}")


def test_a_database_kept_for_whole_data_is_not_opened_for_broken_ones(data_copy, tmp_path):
    store.database_file(data_copy, [tmp_path / "cache"])
    (data_copy / "version.toml").unlink()
    with pytest.raises(DataError):
        store.database_file(data_copy, [tmp_path / "cache"])
