"""Records of the command line in every format, written as they come."""

import csv
import io
import json

import openpyxl
import pyarrow.parquet as pq
import pytest

from xi_data.publish import record_files
from xi_data.publish.record_files import RECORD_FORMATS

COLUMNS = {"source": str, "start": int, "value": float}
RECORDS = [
    ("a.txt", 3, 1.5),
    ('b, "c".txt', 0, None),
    ("=1+1\n梨", 12, 250_000),
    ("\ud800", 1, 0.0),
]


def written(form: str, records=RECORDS) -> bytes:
    sink = io.BytesIO()
    RECORD_FORMATS[form](sink, COLUMNS, iter(records))
    return sink.getvalue()


def test_csv_has_a_header_one_line_feed_a_line_and_empty_missing_cells():
    content = written("csv", RECORDS[:3])
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    assert rows == [
        list(COLUMNS),
        ["a.txt", "3", "1.5"],
        ['b, "c".txt', "0", ""],
        ["=1+1\n梨", "12", "250000"],
    ]


def test_json_lines_are_objects_in_the_order_of_the_columns():
    lines = written("jsonl", RECORDS[:3]).decode().splitlines()
    objects = [json.loads(line) for line in lines]
    assert [list(one) for one in objects] == [list(COLUMNS)] * 3
    assert [tuple(one.values()) for one in objects] == RECORDS[:3]
    assert "梨" in lines[2]


def test_parquet_has_typed_columns_and_nulls():
    table = pq.read_table(io.BytesIO(written("parquet", RECORDS[:3])))
    assert [str(field.type) for field in table.schema] == ["string", "int64", "double"]
    assert [tuple(row.values()) for row in table.to_pylist()] == RECORDS[:3]


@pytest.mark.parametrize("form", RECORD_FORMATS)
def test_no_records_give_a_file_all_the_same(form):
    content = written(form, [])
    if form == "csv":
        assert content == b"source,start,value\n"
    elif form == "jsonl":
        assert content == b""
    elif form == "xlsx":
        assert list(openpyxl.load_workbook(io.BytesIO(content))["figures"].values) == [
            ("source", "start", "value")
        ]
    else:
        assert pq.read_table(io.BytesIO(content)).num_rows == 0


def test_many_records_are_written_in_batches(monkeypatch):
    monkeypatch.setattr(record_files, "_PARQUET_ROWS", 3)
    table = pq.read_table(io.BytesIO(written("parquet", RECORDS[:1] * 10)))
    assert table.num_rows == 10


@pytest.mark.parametrize("form", RECORD_FORMATS)
def test_half_of_a_pair_becomes_a_question_mark(form):
    content = written(form, RECORDS[3:])
    if form == "parquet":
        assert pq.read_table(io.BytesIO(content)).to_pylist()[0]["source"] == "?"
    elif form == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(content))["figures"]["A2"].value == "?"
    else:
        assert "?" in content.decode()
