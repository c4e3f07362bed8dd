"""A question in SQL in a process of its own: its answer, its limits, and who stops it."""

import os

import pytest

from xi_data import memory
from xi_data.limits import SQL_CHARACTERS
from xi_data.own_query import Running, _copy
from xi_data.record.tables import DATA
from xi_data.store.own_sql import Bounds, SqlError, answer_to

ENDLESS = "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c"


def test_an_answer_has_names_kinds_and_rows(database):
    found = answer_to(
        "SELECT unit AS \"a, b\", count(*), 1.5, true, date '2020-02-12', [1], NULL::TIME "
        "FROM figures WHERE unit = 'person' GROUP BY ALL",
        database,
    )
    kinds = [kind for _, kind in found.columns]
    assert found.columns[0] == ("a, b", "text")
    assert kinds == ["text", "integer", "number", "boolean", "date", "text", "text"]
    assert found.rows == (["person", 17, 1.5, True, "2020-02-12", "[1]", None],)
    assert not found.more


def test_columns_of_one_name_are_told_apart(database):
    found = answer_to("SELECT 1 AS n, 2 AS n, 3 AS N", database)
    assert [name for name, _ in found.columns] == ["n", "n_2", "N_3"]


def test_large_whole_numbers_are_exact(database):
    large = 2**63 - 1
    [row] = answer_to(f"SELECT {large}, {large}::HUGEINT * 4", database).rows
    assert row == [large, large * 4]


@pytest.mark.parametrize("sql", ["FROM figures -- all", "FROM figures;", "(FROM figures)"])
def test_a_comment_or_an_end_does_no_harm(database, sql):
    assert len(answer_to(sql, database).rows) == 120


@pytest.mark.parametrize(
    "sql", ["VALUES (1)", "DESCRIBE figures", "SHOW TABLES", "SUMMARIZE units", "TABLE units"]
)
def test_what_reads_is_answered(database, sql):
    assert answer_to(sql, database).rows


def test_an_error_says_where_in_the_sql(database):
    with pytest.raises(SqlError, match='"figure_idd" not found') as caught:
        answer_to("SELECT figure_idd\nFROM figures", database)
    line, mark = caught.value.place.splitlines()
    assert line == "LINE 1: SELECT figure_idd"
    assert mark.index("^") == line.index("figure_idd")


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("SELECT 1; SELECT 2", "this has 2"),
        ("-- nothing", "this has 0"),
        (f"SELECT '{'x' * SQL_CHARACTERS}'", f"at most {SQL_CHARACTERS}"),
        (f"SELECT {', '.join(map(str, range(201)))}", "201 columns; at most 200"),
    ],
)
def test_what_is_too_much_is_refused_with_the_number(database, sql, why):
    with pytest.raises(SqlError, match=why):
        answer_to(sql, database)


def test_an_answer_is_cut_at_its_limits_and_says_so(database):
    few = Bounds(rows=10, bytes=1_000)
    found = answer_to("FROM range(11)", database, bounds=few)
    assert (len(found.rows), found.more) == (10, True)
    assert not answer_to("FROM range(10)", database, bounds=few).more
    wide = answer_to("SELECT repeat('x', 300) FROM range(9)", database, bounds=few)
    assert (len(wide.rows), wide.more) == (3, True)
    with pytest.raises(SqlError, match="first row alone"):
        answer_to("SELECT repeat('x', 2000)", database, bounds=few)


def test_the_process_has_nothing_to_tell(database):
    [[path]] = answer_to(
        "SELECT path FROM duckdb_databases() WHERE path IS NOT NULL", database
    ).rows
    assert path.startswith(("/proc/", "/dev/fd/"))
    settings = answer_to("SELECT name, value FROM duckdb_settings()", database).rows
    values = " ".join(str(value) for _, value in settings)
    assert str(DATA.parent) not in values
    assert os.environ["HOME"] + "/" not in values


def test_what_nobody_waits_for_is_stopped(database):
    with pytest.raises(SqlError, match="^stopped$"):
        answer_to(ENDLESS, database, wanted=lambda: False)


def test_who_cancels_is_told_so_at_once():
    running = Running(ENDLESS)
    assert not running.done()
    running.cancel()
    with pytest.raises(SqlError, match="^stopped$"):
        running.table()


def test_a_realm_has_one_copy_which_ends_with_it(three_bulletins):
    own = memory.Realm(three_bulletins, own=True)
    with memory.within(own):
        copy = _copy()
        assert _copy() is copy
        counted = Running("SELECT count(DISTINCT bulletin_id) FROM figures").table()
    assert counted.rows == ([3],)
    descriptor = copy.descriptor
    del copy
    own.forget()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)
