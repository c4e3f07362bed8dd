"""DuckDB fails while the server runs, or its file is damaged: the next question is answered."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from tests.asking import asked
from tests.faults.damaged import HEADERS, KINDS, crashed, damaged
from tests.three_bulletins import SHIPPED
from tests.ui.visiting import finding, visit
from xi_data import memory, store
from xi_data.corpora import hosted
from xi_data.corpora.folder import UnreadableCorpusError
from xi_data.record.tables import DATA
from xi_data.store.seal import is_sealed
from xi_data.store.waiting_line import Database
from xi_data.ui.state.answers import database, query


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Iterator[Path]:
    """An empty folder for the database, and nothing remembered."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = memory.shared()
    memory.share(memory.Realm(DATA))
    yield tmp_path
    memory.share(before)


def damage(file: Path) -> None:
    """Overwrite a part of every block that a question has to read."""
    with file.open("r+b") as handle:
        for place in range(HEADERS, file.stat().st_size, 4096):
            handle.seek(place + 100)
            handle.write(b"damaged")


def give_up(file: Path) -> None:
    """Let the server ask a database that DuckDB has given up."""
    memory.realm().database(lambda realm, last: crashed(file))


def test_after_a_crash_of_duckdb_the_next_question_is_answered():
    give_up(store.database_file())
    broken = database()
    assert len(query(store.figures, SHIPPED, "en")) == 120
    assert broken.is_lost
    assert database() is not broken
    with database().cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("SELECT * FROM more")  # what was half written is gone


@pytest.mark.parametrize("kind", [duckdb.FatalException, duckdb.InternalException])
def test_a_crash_is_told_to_all_who_wait_and_the_last_one_closes(kind):
    found = Database(duckdb.connect(), at_once=2)
    inside, go = threading.Event(), threading.Event()

    def asking_when_it_happens() -> list[tuple[int]]:
        with found.cursor() as cursor:
            inside.set()
            assert go.wait(10)
            return cursor.execute("SELECT 1").fetchall()

    with ThreadPoolExecutor(2) as threads:
        early = threads.submit(asking_when_it_happens)
        assert inside.wait(10)
        with pytest.raises(store.LostDatabaseError), found.cursor():
            raise kind("failed")
        with pytest.raises(store.LostDatabaseError), found.cursor():
            pass
        retired = threads.submit(found.retire)
        go.set()
        assert early.result(10) == [(1,)]
        retired.result(10)
    with pytest.raises(store.LostDatabaseError), found.cursor():
        pass


def test_a_file_damaged_under_a_running_server_is_built_again():
    figures = len(query(store.bulletins, "en"))
    file = store.database_file()
    memory.realm().answers.clear()
    damage(file)
    assert not is_sealed(file)
    lost = database()
    assert len(query(store.figures, SHIPPED, "en")) == 120
    assert lost.is_lost
    assert is_sealed(file)
    assert len(query(store.bulletins, "en")) == figures


def damage_opened(file: Path) -> None:
    """Damage the file of a database that the server has open."""
    database()
    damage(file)


@pytest.mark.parametrize("fail", [give_up, damage_opened])
def test_pages_and_addresses_outlive_it(fail):
    fail(store.database_file())
    app = visit("closures")
    assert not app.exception
    assert finding(app)
    memory.realm().answers.clear()
    assert asked("/data/closures.csv").status == 200


@pytest.mark.parametrize("fail", [give_up, damage_opened])
def test_health_is_that_of_the_database_that_was_opened_anew(fail):
    fail(store.database_file())
    assert json.loads(asked("/health").content) == {"status": "ok"}


def test_many_who_ask_while_it_is_lost_are_all_answered():
    give_up(store.database_file())
    words = [f"{number}" for number in range(40)]
    with ThreadPoolExecutor(20) as threads:
        here = [
            threads.submit(memory.carried(query), store.figures, SHIPPED, "en", search=one)
            for one in words
        ]
        answers = [one.result(60) for one in here]
    with store.open_database() as right:
        for word, answer in zip(words, answers, strict=True):
            assert answer.equals(store.figures(right, SHIPPED, "en", search=word))


def test_a_corpus_whose_database_failed_is_opened_anew(small_corpus, monkeypatch):
    monkeypatch.setenv(hosted.VARIABLE, str(small_corpus))
    opened = hosted.corpus()
    with pytest.raises(store.LostDatabaseError), opened.database.cursor():
        raise duckdb.FatalException("failed")
    with pytest.raises(UnreadableCorpusError, match="opened anew"):
        opened.tuples("SELECT count(*) FROM figures", {})
    assert hosted.corpus().tuples("SELECT count(*) FROM figures", {}) == [(opened.figures,)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_query_is_answered_whatever_happens_to_the_database(kind):
    found = damaged(kind, 1, 1)
    assert found.lost == []
    assert found.anew == (kind != "removed"), "whose content is there as long as it is open"
