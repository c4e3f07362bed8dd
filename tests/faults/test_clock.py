"""The clock of the machine jumps, back or ahead: nothing is kept too long, lost or let through."""

import ast
import datetime
import os
import time

import pytest

from tests.asking import asked
from tests.review.texts import NOTICE
from tests.test_layout import SOURCES
from xi_data import store
from xi_data.addresses import validators
from xi_data.corpus.workspace import fingerprint, save, versions
from xi_data.record.tables import TABLES
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote
from xi_data.store import database, file
from xi_data.ui.shell import data
from xi_data.ui.shell.clients import Allowance

JUMPS = [datetime.timedelta(days=-400), datetime.timedelta(days=400)]
UNITS = f"/data/tables/{TABLES['units']}"

TELLS_TIME = {
    "xi_data/addresses/validators.py": "a date that is told to whoever asks",
    "xi_data/corpus/workspace.py": "the age of a folder, which the same clock dated",
    "xi_data/store/file.py": "the age of what a killed build left, dated by the same clock",
}
"""Files that read the clock that can jump, and why; spans are measured by one that cannot."""


def test_spans_are_measured_by_a_clock_that_cannot_jump():
    jumping = ("time.time", "time.time_ns", "datetime.now", "datetime.datetime.now")
    found = {
        name
        for name, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in jumping
    }
    assert found == set(TELLS_TIME)


@pytest.fixture(params=JUMPS, ids=["back", "ahead"])
def jump(request, monkeypatch):
    """jump(): the clock jumps, for all that is asked for the time from then on."""
    real, real_ns, now = time.time, time.time_ns, validators._now

    def jumped() -> None:
        seconds = int(request.param.total_seconds())
        monkeypatch.setattr(time, "time", lambda: real() + seconds)
        monkeypatch.setattr(time, "time_ns", lambda: real_ns() + seconds * 10**9)
        monkeypatch.setattr(validators, "_now", lambda: now() + request.param)

    return jumped


def test_who_asked_too_much_waits_as_long_as_before(jump, monkeypatch):
    monkeypatch.setattr(data, "_REQUESTS", Allowance(3))
    assert [asked("/health").status for _ in range(4)] == [200, 200, 200, 429]
    jump()
    refused = asked("/health")
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= 20
    assert asked("/health", client="192.0.2.9").status == 200


def test_what_was_edited_after_a_jump_is_no_longer_what_an_asker_holds(
    jump, monkeypatch, data_copy
):
    monkeypatch.setattr("xi_data.addresses.validators.DATA", data_copy)
    monkeypatch.setattr("xi_data.addresses.answering.DATA", data_copy)
    held = asked(UNITS).headers["last-modified"]
    assert asked(UNITS, if_modified_since=held).status == 304
    jump()
    with (data_copy / TABLES["units"]).open("a") as table:
        table.write("\n")
    os.utime(data_copy / TABLES["units"], (0, 0))
    changed = asked(UNITS, if_modified_since=held)
    assert changed.status == 200
    assert changed.headers["last-modified"] != held


def test_no_answer_is_of_later_than_now(jump):
    asked(UNITS)
    jump()
    found = asked(UNITS).headers["last-modified"]
    told = datetime.datetime.strptime(found, "%a, %d %b %Y %H:%M:%S GMT")
    assert told.replace(tzinfo=datetime.UTC) <= validators._now()


def test_a_save_after_a_jump_is_another_state_and_seen(tmp_path, jump):
    packages = [
        promote(draft_of(NOTICE, "notice.txt", day), with_text=True)
        for day in ("2021-03-05", "2021-03-06")
    ]
    save(tmp_path, "notice", packages[0])
    before = fingerprint(tmp_path)
    jump()
    save(tmp_path, "notice", packages[1], loaded=1)
    for one in (tmp_path, tmp_path / "notice"):  # dated by the clock that jumped
        os.utime(one, (time.time(), time.time()))
    after = fingerprint(tmp_path)
    assert after is None or after != before
    assert [one.version for one in versions(tmp_path, "notice")] == [1, 2]


def test_a_build_whose_part_another_one_swept_too_early_serves_all_figures(tmp_path, monkeypatch):
    first, second = tmp_path / "first", tmp_path / "second"
    build, real = database.fill, time.time

    def fill_and_lose(connection, data):
        build(connection, data)
        if not second.exists():
            monkeypatch.setattr(time, "time", lambda: real() + 7200)
            assert list(first.glob("*.part"))
            file.sweep(first)
            assert not list(first.glob("*.part"))

    monkeypatch.setattr(database, "fill", fill_and_lose)
    with store.open_database(folders=[first, second]) as opened, opened.cursor() as cursor:
        [(figures,)] = cursor.execute("SELECT count(*) FROM described_figures").fetchall()
    assert figures == 120
    assert [one.suffix for one in second.iterdir()] == [".duckdb"]
