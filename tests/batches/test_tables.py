"""Tables of documents. All sentences are our own."""

import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.generated_bulletins import WRITERS, bulletins
from xi_data.batches import tables
from xi_data.batches.tables import Columns, row_documents
from xi_data.record.bulletins import KEY

FOUND = list(bulletins(3))


def problems(file) -> list[tuple[int | None, str | None]]:
    return [(one.row, one.problem) for one in row_documents(str(file), Columns())]


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
def test_the_rows_of_every_kind_of_table_are_the_same_documents(kind, tmp_path):
    file = tmp_path / f"documents.{kind}"
    WRITERS[kind](FOUND, file)
    documents = list(row_documents(str(file), Columns()))
    assert [(one.row, one.key, one.content) for one in documents] == [
        (number, made.id, made.text) for number, made in enumerate(FOUND, start=1)
    ]
    assert [(one.entry.title, one.entry.published, one.entry.place) for one in documents] == [
        (made.title, made.published, made.place) for made in FOUND
    ]
    assert sum(one.weight for one in documents) == pytest.approx(file.stat().st_size, rel=0.1)


def test_columns_may_have_other_names(tmp_path):
    file = tmp_path / "documents.csv"
    file.write_text('\ufeff号,正文\nx1,"收梨\n3筐。"\n', encoding="utf-8")
    [one] = row_documents(str(file), Columns("正文", "号"))
    assert (one.key, one.content, one.reference) == ("x1", "收梨\n3筐。", f"{file}#x1")


def test_an_id_that_is_no_key_becomes_one_and_stays_the_name(tmp_path):
    file = tmp_path / "documents.jsonl"
    file.write_text('{"id": "文件 7", "text": "3筐"}\n{"id": 8, "text": "3筐"}\n', encoding="utf-8")
    first, second = row_documents(str(file), Columns())
    assert KEY.fullmatch(first.key)
    assert first.key.startswith("7-")
    assert (first.name, second.key) == ("文件 7", "8")


GOOD = b'{"id": "good", "text": "3"}\n'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "is no JSON (Expecting"),
        (b"[" * 100_000, "is no JSON ("),
        (b"[1]", "is no JSON object"),
        (b'{"id": "x", "text": "\xff"}', "is not UTF-8; save the table as UTF-8"),
        (
            b'{"id": "x", "body": "y"}',
            "has no column text, it has: id, body; name yours with --text",
        ),
        (b'{"text": "x"}', "has no column id, it has: text; name yours with --id-column"),
        (b'{"id": "x", "text": " "}', "column text: ' ': expected the text of a document"),
        (b'{"id": "x", "text": null}', "column text: None: expected the text of a document"),
        (b'{"id": null, "text": "x"}', "column id: None: expected what names this document"),
        (
            b'{"id": "x", "text": "y", "published": "soon"}',
            "column published: 'soon': expected YYYY, YYYY-MM or YYYY-MM-DD",
        ),
    ],
)
def test_a_broken_line_is_told_and_the_next_one_is_read(line, said, tmp_path):
    file = tmp_path / "documents.jsonl"
    file.write_bytes(line + b"\n\n" + GOOD)
    broken, good = problems(file)
    assert broken[0] == 1
    assert said in broken[1]
    assert good == (3, None)


def test_a_line_that_never_ends_is_not_held_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_BYTES", 100)
    file = tmp_path / "documents.jsonl"
    file.write_bytes(b'{"id": "x", "text": "' + b"x" * 1_000 + b'"}\n' + GOOD)
    broken, good = problems(file)
    assert (broken[0], good) == (1, (2, None))
    assert "split it" in broken[1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id,body\nx,y\n", [(None, "has no column text, it has: id, body")]),
        (b"", [(None, "has no column text, it has: ;")]),
        (b"id,text\nx,3\ny\n", [(1, None), (2, "has no column text, it has: id;")]),
        (b"id,text\nx,\xff\ny,3\n", [(1, "is not UTF-8"), (2, None)]),
        (b'id,text\nx,3\ny,"3\nz,4\n', [(1, None), (None, "row 2 is broken (unexpected end")]),
    ],
)
def test_what_is_broken_in_a_csv_is_told_by_its_row(content, said, tmp_path):
    file = tmp_path / "documents.csv"
    file.write_bytes(content)
    found = problems(file)
    assert [row for row, _ in found] == [row for row, _ in said]
    for (_, problem), (_, words) in zip(found, said, strict=True):
        assert (problem is None) if words is None else (words in problem)


def test_a_parquet_may_have_dates_and_must_be_one(tmp_path):
    file = tmp_path / "documents.parquet"
    day = datetime.datetime(2021, 3, 4)
    pq.write_table(pa.table({"id": ["x"], "text": ["3筐"], "published": [day]}), file)
    [one] = row_documents(str(file), Columns())
    assert one.entry.published == "2021-03-04"
    file.write_bytes(file.read_bytes()[:-20])
    [(row, problem)] = problems(file)
    assert (row, "is no Parquet that can be read" in problem) == (None, True)


def test_a_table_that_is_not_there_is_told(tmp_path):
    assert problems(tmp_path / "nowhere.jsonl") == [
        (None, "cannot be read: No such file or directory")
    ]
