"""Many questions at once wait in a line, and each is answered."""

import threading
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pandas as pd
import pytest

from tests.store.every_query import questions
from xi_data import store
from xi_data.limits import QUESTIONS_AT_ONCE
from xi_data.store.waiting_line import Database

HEAVY = """
SELECT count(*) AS pairs, max(one.label_en || other.label_zh) AS words
FROM described_figures AS one CROSS JOIN described_figures AS other
GROUP BY one.topic ORDER BY pairs DESC
"""


def test_a_hundred_threads_that_ask_at_once_are_all_answered(connection):
    start = threading.Barrier(100)

    def ask(_):
        start.wait()
        rows = []
        for _ in range(3):
            with connection.cursor() as cursor:
                rows.append(cursor.execute(HEAVY).fetchall())
        return rows

    with ThreadPoolExecutor(100) as threads:
        answers = list(threads.map(ask, range(100)))
    assert all(each == answers[0][0] for rows in answers for each in rows)
    assert answers[0][0]


def test_every_query_is_answered_where_a_hundred_threads_ask_at_once(connection):
    every = questions(connection)
    alone = {name: ask() for name, ask in every.items()}
    start = threading.Barrier(100)

    def ask_all(number):
        start.wait()
        names = list(every)[number % 25 :: 25] * 3  # each of them by four, three times each
        return [name for name in names if not same(every[name](), alone[name])]

    with ThreadPoolExecutor(100) as threads:
        different = list(threads.map(ask_all, range(100)))
    assert different == [[]] * 100


def same(one, other) -> bool:
    return one.equals(other) if isinstance(one, pd.DataFrame) else one == other


def test_no_more_than_the_places_of_the_line_are_taken():
    taken, most = [], []
    with Database(duckdb.connect()) as database:

        def ask(number):
            with database.cursor() as cursor:
                taken.append(number)
                most.append(len(taken))
                cursor.execute("SELECT count(*) FROM range(100000)").fetchall()
                taken.remove(number)

        with ThreadPoolExecutor(32) as threads:
            list(threads.map(ask, range(64)))
    assert max(most) <= QUESTIONS_AT_ONCE


def test_a_question_that_fails_gives_its_place_back():
    with Database(duckdb.connect(), at_once=1) as database:
        for _ in range(3):
            with pytest.raises(duckdb.Error), database.cursor() as cursor:
                cursor.execute("SELECT nothing")
        with database.cursor() as cursor:
            assert cursor.execute("SELECT 1").fetchall() == [(1,)]


def test_a_closed_database_answers_no_more(tmp_path):
    with store.open_database(folders=[tmp_path]) as database:
        pass
    with pytest.raises(duckdb.Error), database.cursor() as cursor:
        cursor.execute("SELECT 1")
