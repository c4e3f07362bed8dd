"""Statements of strangers: a part of python -m tests.hostile_sql, which asks a server all."""

import json
import os
from dataclasses import asdict

import duckdb
import pytest

from tests.hostile_sql import canary, endless, statements, told
from xi_data.store import one_select
from xi_data.store.own_sql import Bounds, SqlError, answer_to

SHORT = Bounds(seconds=1)


def content(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)


def test_no_statement_writes_reads_a_file_or_tells_a_path(database, tmp_path, monkeypatch):
    """Asked as the process asks them, but in this one: to start one for each takes a minute."""
    monkeypatch.chdir(canary(tmp_path))
    monkeypatch.delenv("HOME")
    monkeypatch.setenv("XI_CANARY", "the environment")
    before, bounds = content(database), asdict(Bounds(rows=100, bytes=100_000))
    taken, refused = 0, 0
    connection = one_select.connect(duckdb, f"/dev/fd/{database}", bounds)
    for sql in statements(tmp_path):
        with connection.cursor() as cursor:
            asked = sql.encode("utf-8", "replace").decode()
            found = one_select.answer(duckdb, cursor, asked, bounds)
        answer = json.dumps(found, ensure_ascii=False)
        assert told(answer, sql) == [], sql
        assert "the environment" not in answer, sql
        if "error" in found:
            assert found["error"] in one_select.REFUSALS
            refused += 1
        else:
            assert len(found["rows"]) <= bounds["rows"]
            taken += 1
    connection.close()
    assert taken + refused >= 200
    assert taken
    assert content(database) == before
    assert [one.name for one in tmp_path.iterdir()] == ["canary.txt"]


@pytest.mark.parametrize("sql", [endless()[0], endless()[2], endless()[4], endless()[6]])
def test_what_never_ends_or_takes_all_memory_is_stopped(database, sql):
    with pytest.raises(SqlError, match="^stopped"):
        answer_to(sql, database, bounds=SHORT)


def test_only_what_reads_is_asked(database):
    with pytest.raises(SqlError, match="only what reads is answered.*this is DROP"):
        answer_to("DROP TABLE figures", database)
