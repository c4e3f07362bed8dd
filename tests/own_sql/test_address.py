"""/data/query: on where the host wants it, its formats, errors, line and description."""

import csv
import io
import json
from urllib.parse import urlencode

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.asking import Response, asked
from tests.described import statuses
from xi_data import own_query
from xi_data.heavy import Line
from xi_data.publish import ANSWER_FORMATS
from xi_data.store.own_sql import Table
from xi_data.ui.shell import data

SQL = (
    "SELECT unit, count(*) AS figures, max(date) AS day FROM figures WHERE unit IN "
    "('person', 'date') GROUP BY ALL ORDER BY unit"
)


def answered(sql: str = SQL, **more: str) -> Response:
    return asked(f"/data/query?{urlencode({'sql': sql} | more)}")


@pytest.mark.parametrize("setting", [None, "off", "", "1"])
def test_a_host_answers_no_sql_unless_it_wants_to(monkeypatch, setting):
    monkeypatch.delenv(own_query.VARIABLE, raising=False)
    if setting is not None:
        monkeypatch.setenv(own_query.VARIABLE, setting)
    found = answered()
    assert found.status == 404
    assert json.loads(found.content)["known"] == ["XI_SQL=on make serve"]
    assert "/data/query" not in json.loads(asked("/data/openapi.json").content)["paths"]
    assert b"query?sql" not in asked("/data/").content


def test_every_format_has_the_rows(switched_on):
    found = {name: answered(format=name) for name in ANSWER_FORMATS}
    assert {one.status for one in found.values()} == {200}
    rows = list(csv.reader(io.StringIO(found["csv"].content.decode("utf-8-sig"))))
    assert rows == [["unit", "figures", "day"], ["date", "6", "2020-02-12"], ["person", "17", ""]]
    told = json.loads(found["json"].content)
    assert told["columns"][1] == {"name": "figures", "kind": "integer"}
    assert told["rows"][1] == {"unit": "person", "figures": 17, "day": None}
    assert told["about"]["definition"] == SQL
    assert not told["more"]
    parquet = pq.read_table(io.BytesIO(found["parquet"].content))
    assert list(map(str, parquet.schema.types)) == ["string", "int64", "date32[day]"]
    assert parquet.schema.metadata[b"definition"].decode() == SQL
    sheet = openpyxl.load_workbook(io.BytesIO(found["xlsx"].content))["answer"]
    assert [cell.value for cell in sheet[3]] == ["person", 17, None]


def test_what_files_cannot_hold_is_words(switched_on):
    found = answered("SELECT 1/0 AS over, 'nan'::DOUBLE AS none, '=1+1' AS formula", format="csv")
    assert found.content.decode("utf-8-sig").splitlines()[1] == "Infinity,,'=1+1"
    days = Table((("day", "date"),), (["0044-03-15 (BC)"], [None]), False)
    write, _ = ANSWER_FORMATS["parquet"]
    column = pq.read_table(io.BytesIO(write(days, {"date": "2020-02-12"})))["day"]
    assert column.to_pylist() == ["0044-03-15 (BC)", None]


def test_rows_that_are_left_out_are_told(switched_on):
    found = answered("FROM range(10001)", format="csv")
    assert found.headers["x-rows-left-out"] == "true"
    assert len(found.content.splitlines()) == 10_001  # with the heading
    assert "x-rows-left-out" not in answered().headers


@pytest.mark.parametrize(
    ("sql", "more", "why"),
    [
        ("selec", {}, "syntax error"),
        ("DROP TABLE figures", {}, "this is DROP"),
        ("", {}, "one SELECT"),
        ("SELECT 1", {"format": "zip"}, "csv, xlsx, json, parquet"),
        ("SELECT 1", {"bulletin": "x"}, "sql, format, lang"),
    ],
)
def test_an_error_is_told_in_json(switched_on, sql, more, why):
    found = answered(sql, **more)
    assert found.status == 400
    assert why in json.loads(found.content)["error"]


def test_it_is_made_anew_each_time(switched_on):
    found = answered("SELECT now()")
    assert "etag" not in found.headers
    assert found.headers["cache-control"] == "no-cache"


def test_where_the_line_is_full_the_next_is_told_to_come_back(switched_on, monkeypatch):
    monkeypatch.setattr(data, "OWN_SQL", Line(1, -1))
    found = answered()
    assert found.status == 429
    assert int(found.headers["retry-after"]) > 0


def test_it_answers_as_described(switched_on):
    found = statuses(1, "/data/query".__eq__)
    assert set(found) <= {200, 400, 414}
