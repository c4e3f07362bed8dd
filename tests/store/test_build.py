"""Building the database: what it documents of itself, and broken data that it refuses."""

import csv
import inspect
import typing
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from tests.store.every_query import FUNCTIONS, required
from xi_data import store
from xi_data.locale import translator
from xi_data.record.errors import DataError
from xi_data.record.tables import TABLES
from xi_data.store import queries
from xi_data.store.broken import check_sentences
from xi_data.store.build import fill, schema

SQL_FILES = sorted((Path(queries.__file__).parent / "sql").glob("*.sql"))
SHIPPED = ("xi-county-2020-02",)
FIGURES = "figures.csv"
UPPER_LIMIT = (
    "an upper limit equal to the value where the wording is exact, nearly, under or at_most; "
    "none below it where it is about; else none"
)


def test_every_sql_file_has_its_function_and_every_function_its_file():
    assert [file.stem for file in SQL_FILES] == sorted(FUNCTIONS)


def test_every_function_is_offered_by_the_package():
    assert set(store.__all__) == {
        *FUNCTIONS,
        *("Database", "FACETS", "Facet", "Keys", "LostDatabaseError"),
        *("asker", "database_file", "edition", "open_database", "prove"),
    }


@pytest.mark.parametrize("query", FUNCTIONS)
def test_every_function_is_typed_and_says_what_comes_back(query):
    function = FUNCTIONS[query]
    hints = typing.get_type_hints(function)
    assert set(hints) == {*inspect.signature(function).parameters, "return"}
    assert function.__doc__


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("query", FUNCTIONS)
def test_every_query_runs_on_the_real_data(connection, query, lang):
    parameters = inspect.signature(FUNCTIONS[query]).parameters
    asked = required(query) | ({"lang": lang} if "lang" in parameters else {})
    answer = FUNCTIONS[query](connection, **asked)
    assert len(answer) > 0
    if isinstance(answer, pd.DataFrame) and "lang" in parameters:
        assert not [name for name in answer.columns if name.endswith(("_en", "_zh"))]
        assert answer.columns.is_unique


def test_every_table_view_and_column_has_a_comment(connection):
    with connection.cursor() as cursor:
        silent = cursor.execute(
            "SELECT table_name FROM duckdb_tables() WHERE coalesce(comment, '') = '' "
            "UNION ALL SELECT view_name FROM duckdb_views() "
            "WHERE NOT internal AND coalesce(comment, '') = '' "
            "UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() "
            "JOIN duckdb_tables() USING (database_name, table_name) "
            "WHERE coalesce(duckdb_columns.comment, '') = ''"
        ).fetchall()
    assert silent == []


def test_every_file_of_data_is_a_table_and_holds_as_many_rows(connection, data_copy):
    for table, file in TABLES.items():
        with (data_copy / file).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        with connection.cursor() as cursor:
            assert cursor.execute(f'SELECT count(*) FROM "{table}"').fetchall() == [(len(rows),)]


def write_cells(file: Path, line: int, cells: dict[str, str]) -> None:
    with file.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    for column, cell in cells.items():
        rows[line - 1][rows[0].index(column)] = cell
    with file.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows(rows)


def refusal(data: Path) -> DataError:
    with duckdb.connect() as empty, pytest.raises(DataError) as caught:
        fill(empty, data)
    return caught.value


@pytest.mark.parametrize(
    ("file", "line", "cells", "column", "value", "expected"),
    [
        pytest.param(
            FIGURES, 3, {"value": "many"}, "value", "many", "a number", id="a number that is none"
        ),
        pytest.param(
            FIGURES,
            2,
            {"date": "2020-02-30"},
            "date",
            "2020-02-30",
            "a date, YYYY-MM-DD",
            id="a date that is none",
        ),
        pytest.param(
            FIGURES,
            3,
            {"start": "39100000000"},
            "start",
            "39100000000",
            "a whole number of at most 9 digits",
            id="a position beyond all texts",
        ),
        pytest.param(
            FIGURES,
            3,
            {"unit": "furlong"},
            "unit",
            "furlong",
            "one of unit in vocabularies/units.csv",
            id="an unknown unit",
        ),
        pytest.param(
            FIGURES,
            3,
            {"paragraph": "77"},
            "bulletin_id, paragraph",
            "xi-county-2020-02, 77",
            "one of bulletin_id, paragraph in paragraphs.csv",
            id="an unknown paragraph",
        ),
        pytest.param(
            "vocabularies/categories.csv",
            3,
            {"parent": "tourism"},
            "parent",
            "tourism",
            "one of category in vocabularies/categories.csv",
            id="a category before its group",
        ),
        pytest.param(
            "relations.csv",
            3,
            {"other_id": "nobody"},
            "bulletin_id, other_id",
            "xi-county-2020-02, nobody",
            "one of bulletin_id, figure_id in figures.csv",
            id="a relation to no figure",
        ),
        pytest.param(
            FIGURES,
            100,
            {"figure_id": "screening-outside-screened"},
            "bulletin_id, figure_id",
            "xi-county-2020-02, screening-outside-screened",
            "no second row with this bulletin_id, figure_id",
            id="a second figure of one id",
        ),
        pytest.param(
            FIGURES,
            4,
            {"start": "391", "end": "396"},
            "bulletin_id, start",
            "xi-county-2020-02, 391",
            "no second row with this bulletin_id, start",
            id="a second figure at one place",
        ),
        pytest.param(
            FIGURES, 3, {"label_en": ""}, "label_en", "", "a value", id="an empty required cell"
        ),
        pytest.param(FIGURES, 3, {"figure_id": ""}, "figure_id", "", "a value", id="an empty key"),
        pytest.param(
            FIGURES,
            3,
            {"mention": "1930"},
            "end, start, mention",
            "396, 391, 1930",
            "end minus start to be the number of characters of the mention",
            id="a mention of another length",
        ),
        pytest.param(
            FIGURES,
            3,
            {"value_high": ""},
            "kind, value_high, qualifier, value",
            "quantity, , exact, 1930.0",
            UPPER_LIMIT,
            id="an exact figure without its upper bound",
        ),
        pytest.param(
            FIGURES,
            22,
            {"value_high": "400"},
            "kind, value_high, qualifier, value",
            "quantity, 400.0, over, 300.0",
            UPPER_LIMIT,
            id="an invented upper bound",
        ),
    ],
)
def test_a_broken_cell_is_refused_by_name(data_copy, file, line, cells, column, value, expected):
    write_cells(data_copy / file, line, cells)
    assert refusal(data_copy) == DataError(file, line, column, value, expected)


def test_a_check_is_told_in_the_language_of_the_reader(data_copy):
    write_cells(data_copy / "paragraphs.csv", 2, {"role": "footer"})
    told = refusal(data_copy).in_words(translator("zh"))
    assert "'footer'" in told
    assert "应为heading 为标题，body 为正文" in told


def test_every_check_says_in_words_what_it_expects(connection):
    with connection.cursor() as cursor:
        checks = cursor.execute(
            "SELECT table_name, count(*) FROM duckdb_constraints() "
            "WHERE constraint_type = 'CHECK' GROUP BY table_name"
        ).fetchall()
    assert {table: len(check_sentences(schema(), table)) for table, _ in checks} == dict(checks)
    words = " ".join(
        sentence for table, _ in checks for sentence in check_sentences(schema(), table)
    )
    assert "(" not in words


def test_a_missing_column_is_refused(data_copy):
    file = data_copy / "relations.csv"
    header = "bulletin_id,figure_id,relation,other_id"
    file.write_text(f"{header}\n", encoding="utf-8")
    assert refusal(data_copy) == DataError(
        "relations.csv", 1, "header", header, f"the columns {header},basis"
    )


def test_a_cell_too_many_is_refused(data_copy):
    file = data_copy / "relations.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[4] += ",more"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert refusal(data_copy) == DataError("relations.csv", 5, "", "", "5 cells and not 6")


def test_a_missing_file_is_refused(data_copy):
    (data_copy / "vocabularies/units.csv").unlink()
    assert refusal(data_copy) == DataError(
        "vocabularies/units.csv", 1, "", "", "a readable file (No such file or directory)"
    )


def test_invalid_utf_8_is_refused(data_copy):
    file = data_copy / FIGURES
    lines = file.read_bytes().split(b"\n")
    lines[29] += b"\xff"
    file.write_bytes(b"\n".join(lines))
    assert refusal(data_copy) == DataError(FIGURES, 30, "", "", "UTF-8 (invalid start byte)")


def test_data_without_figures_build_an_empty_database(data_copy):
    for name in (FIGURES, "relations.csv", "highlights.csv", "remarks.csv"):
        header = (data_copy / name).read_text(encoding="utf-8").splitlines()[0]
        (data_copy / name).write_text(f"{header}\n", encoding="utf-8")
    with duckdb.connect() as connection:
        fill(connection, data_copy)
        assert store.figures(connection, SHIPPED, "en").empty
        assert store.counts(connection, SHIPPED) == {}
