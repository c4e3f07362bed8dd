"""The database file on disks with little room, damaged afterwards, or left by a killed build."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from xi_data import store
from xi_data.publish import DatabaseNotBuiltError, database_bytes
from xi_data.record.tables import DATA
from xi_data.store.seal import is_sealed

FREE = [0.08, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95, 0.99]
"""Of what the file takes: too little for anything, up to nearly enough. Each is a build on the disk
and one in memory."""


@contextmanager
def mounted(folder: Path, size: int) -> Iterator[None]:
    """A disk of that many bytes at a folder; skips where no disk may be mounted."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        pytest.skip(f"no disk can be mounted here: {error}")
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def no_longer(size: int) -> Iterator[None]:
    """No file grows beyond that many bytes: what a full disk is like, and may always be set."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(params=["disk", "limit"])
def small(request, tmp_path):
    """little(size): a context in which the folder little.folder has no more room, in bytes."""
    folder = tmp_path / "little"
    folder.mkdir()

    def little(size: int):
        return mounted(folder, size) if request.param == "disk" else no_longer(size)

    little.folder = folder
    return little


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    return store.database_file(folders=[tmp_path_factory.mktemp("whole")])


@pytest.mark.parametrize(
    ("small", "share"),
    [*(("disk", share) for share in FREE), *(("limit", share) for share in FREE[::3])],
    indirect=["small"],
)
def test_a_small_disk_gets_a_whole_database_or_none(small, whole, share):
    with (
        small(int(whole.stat().st_size * share)),
        store.open_database(folders=[small.folder]) as database,
        database.cursor() as cursor,
    ):
        assert {one.suffix for one in small.folder.iterdir()} <= {".duckdb"}
        assert cursor.execute("SELECT count(*) FROM described_figures").fetchall() == [(120,)]
        assert cursor.execute("SELECT count(*) FROM figure_search").fetchall() == [(120,)]


@pytest.mark.parametrize(
    ("small", "kilobytes"),
    [("disk", 192), ("disk", 1200), ("disk", 64_000), ("limit", 1200)],
    indirect=["small"],
)
def test_a_download_from_a_small_disk_is_whole_or_refused(small, kilobytes, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(small.folder / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(small.folder))
    with small(kilobytes * 1024):
        try:
            content = database_bytes()
        except DatabaseNotBuiltError:
            assert kilobytes < 64_000
            content = None
    if content:
        (tmp_path / "got.duckdb").write_bytes(content)
        with duckdb.connect(tmp_path / "got.duckdb", read_only=True) as got:
            assert got.execute("SELECT count(*) FROM described_figures").fetchall() == [(120,)]


def test_parts_of_killed_builds_are_swept_when_they_are_old(tmp_path):
    old = [tmp_path / "xi-1-2.duckdb.abc.part", tmp_path / "xi-1-2.duckdb.abc.part.wal"]
    kept = [tmp_path / "xi-1-2.duckdb.new.part", tmp_path / "other.part"]
    for path in [*old, *kept]:
        path.write_bytes(b"half")
    for path in [*old, kept[1]]:
        os.utime(path, (time.time() - 7200,) * 2)
    file = store.database_file(folders=[tmp_path])
    assert sorted(tmp_path.iterdir()) == sorted([file, *kept])


@pytest.fixture
def damaged(whole, tmp_path) -> Path:
    """A copy to damage, under its name."""
    (tmp_path / "cache").mkdir()
    return Path(shutil.copy2(whole, tmp_path / "cache"))


def answers(file: Path) -> bool:
    """Whether the database of the file's folder is built anew where needed and answers whole."""
    with store.open_database(DATA, [file.parent]) as database, database.cursor() as cursor:
        figures = cursor.execute("SELECT count(*) FROM described_figures").fetchall()
        sections = cursor.execute("SELECT count(*) FROM sections WHERE label_en = 'x'").fetchall()
    return figures == [(120,)] and sections == [(0,)] and list(file.parent.iterdir()) == [file]


def flip(file: Path, place: int) -> None:
    """Flip the last bit of a byte."""
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def test_a_flipped_bit_anywhere_is_found(damaged):
    assert is_sealed(damaged)
    size = damaged.stat().st_size
    for place in [0, 8, 4096, 9000, *range(10_000, size, size // 20), -1]:
        flip(damaged, place)
        assert not is_sealed(damaged), place
        flip(damaged, place)
    assert is_sealed(damaged)


@pytest.mark.parametrize("place", [0, 1_000_000, -1])
def test_a_file_with_a_flipped_bit_is_built_again(damaged, place):
    flip(damaged, place)
    before = damaged.stat().st_ino
    assert answers(damaged)
    assert damaged.stat().st_ino != before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM highlights",
        "UPDATE paragraphs SET label_en = 'x'",
        "DROP TABLE described_figures",
        "CREATE TABLE more (cell INTEGER)",
    ],
)
def test_a_file_that_somebody_changed_is_built_again(damaged, statement):
    with duckdb.connect(damaged) as connection:
        connection.execute(statement)
    before = damaged.stat().st_ino
    assert answers(damaged)
    assert damaged.stat().st_ino != before


def test_a_change_left_in_a_log_is_not_read(damaged):
    program = (
        "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]);"
        "c.execute('PRAGMA disable_checkpoint_on_shutdown');"
        "c.execute(\"UPDATE kinds SET label_en = 'x'\"); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(damaged)], check=True)
    assert Path(f"{damaged}.wal").exists()
    assert answers(damaged)


def test_a_database_with_one_table_is_built_again(damaged):
    damaged.unlink()
    with duckdb.connect(damaged) as connection:
        connection.execute("CREATE TABLE figure_search AS SELECT 1 AS one")
    assert answers(damaged)


def test_a_whole_database_of_other_data_is_built_again(damaged, data_copy, tmp_path):
    sections = data_copy / "vocabularies/sections.csv"
    sections.write_text(sections.read_text("utf-8").replace(",Lead,", ",x,"), "utf-8")
    other = store.database_file(data_copy, [tmp_path / "other"])
    shutil.copy2(other, damaged)
    assert answers(damaged)
