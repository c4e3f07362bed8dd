"""Where the database lives: made once, rebuilt where damaged, changed by nobody."""

import os
import resource
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

import xi_data
from xi_data import store
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA
from xi_data.store.seal import is_sealed

SHIPPED = ("xi-county-2020-02",)
PACKAGE = Path(xi_data.__file__).parent


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def no_folder(tmp_path) -> Path:
    """A folder that nobody can make, not even root: it would lie below a regular file."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "cache"


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    return store.database_file(folders=[tmp_path_factory.mktemp("whole")])


@pytest.fixture
def built(whole, folder) -> Path:
    """A database of this test's own, as it was built."""
    folder.mkdir()
    return Path(shutil.copy2(whole, folder))


def rows_of(file: Path) -> int:
    """Rows of all tables, every cell read."""
    with duckdb.connect(file, read_only=True) as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        return sum(len(connection.execute(f'FROM "{name}"').fetchall()) for (name,) in tables)


def test_the_file_is_made_once_and_used_again(folder):
    file = store.database_file(folders=[folder])
    made = file.stat()
    assert store.database_file(folders=[folder]) == file
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (made.st_mtime_ns, made.st_ino)
    assert list(folder.iterdir()) == [file]


def test_the_file_is_made_below_the_cache_folder_by_default(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert store.database_file().parent == tmp_path / "xi-explorer"


def test_a_truncated_file_is_not_whole(built):
    size = built.stat().st_size
    for left in (size - 1, *(int(size * share) for share in (0.9, 0.5, 0.01, 0.0001)), 0):
        assert is_sealed(built)
        content = built.read_bytes()
        os.truncate(built, left)
        assert not is_sealed(built), left
        built.write_bytes(content)


def test_a_truncated_file_is_rebuilt(whole, built):
    os.truncate(built, built.stat().st_size // 2)
    assert store.database_file(folders=[built.parent]) == built
    assert rows_of(built) == rows_of(whole)
    assert list(built.parent.iterdir()) == [built]


@pytest.mark.parametrize("garbage", [b"no database\n" * 2000, b"\0" * 500_000])
def test_a_file_of_garbage_is_rebuilt(whole, built, garbage):
    built.write_bytes(garbage)
    assert store.database_file(folders=[built.parent]) == built
    assert rows_of(built) == rows_of(whole)


@pytest.mark.parametrize("table", ["sections", "figures", "figure_search"])
def test_a_file_with_damaged_rows_is_not_whole(whole, built, table):
    with duckdb.connect(whole, read_only=True) as connection:
        [(block, block_size)] = connection.execute(
            "SELECT max(block_id), max(block_size) FROM pragma_storage_info(?), "
            "pragma_database_size()",
            [table],
        ).fetchall()
    headers = 3 * 4096
    with built.open("r+b") as handle:
        handle.seek(headers + block * block_size + 100)
        handle.write(b"damaged")
    with pytest.raises(duckdb.Error):
        rows_of(built)
    assert not is_sealed(built), "and so it is built again, as a truncated one is"


def test_changed_data_make_another_file(folder, data_copy):
    before = store.database_file(data_copy, [folder])
    sections = data_copy / "vocabularies/sections.csv"
    text = sections.read_text(encoding="utf-8")
    sections.write_text(text.replace(",Lead,", ",Opening,"), encoding="utf-8")
    after = store.database_file(data_copy, [folder])
    assert after != before
    with store.open_database(data_copy, [folder]) as connection:
        assert "Opening" in set(store.figures(connection, SHIPPED, "en")["section_label"])
    with store.open_database(DATA, [folder]) as connection:
        assert "Lead" in set(store.figures(connection, SHIPPED, "en")["section_label"])


@pytest.mark.parametrize(
    "source", ["store/schema.sql", "store/derived.sql", "store/build.py", "reading/text.py"]
)
def test_changed_code_makes_another_file(tmp_path, whole, data_copy, source):
    shutil.copytree(PACKAGE, tmp_path / "xi_data")
    with (tmp_path / "xi_data" / source).open("a", encoding="utf-8") as handle:
        handle.write("\n")
    name = subprocess.run(
        [
            sys.executable,
            "-c",
            "import pathlib; from xi_data import store;"
            "store.database.install = lambda file, fill: None;"  # the name is enough
            "print(store.database_file(folders=[pathlib.Path('cache')]).name)",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    content, code = whole.stem.rsplit("-", 1)
    assert name.startswith(f"{content}-")
    assert name != whole.name


def test_processes_that_build_at_once_leave_one_whole_file(whole, folder):
    program = (
        "import pathlib, sys; from xi_data import store;"
        "print('ready', flush=True); sys.stdin.readline();"
        "print(store.database_file(folders=[pathlib.Path(sys.argv[1])]))"
    )
    builders = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(folder)],
            cwd=PACKAGE.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for builder in builders:
        assert builder.stdout.readline() == "ready\n"
    for builder in builders:
        builder.stdin.write("go\n")
        builder.stdin.flush()
    printed = {builder.communicate()[0].strip() for builder in builders}
    assert [builder.returncode for builder in builders] == [0, 0, 0]
    file = folder / whole.name
    assert printed == {str(file)}
    assert list(folder.iterdir()) == [file]
    assert rows_of(file) == rows_of(whole)


def test_the_next_folder_is_used_where_the_first_cannot_be_made(no_folder, folder):
    assert store.database_file(folders=[no_folder, folder]).parent == folder


def test_the_figures_are_kept_in_memory_where_no_folder_can_be_made(no_folder):
    assert store.database_file(folders=[no_folder]) is None
    with store.open_database(folders=[no_folder]) as connection:
        assert len(store.figures(connection, SHIPPED, "en")) == 120


def test_a_folder_that_cannot_even_be_asked_for_is_passed_over(tmp_path, folder):
    unaskable = tmp_path / ("long" * 100)
    assert store.database_file(folders=[unaskable, folder]).parent == folder


def test_a_full_disk_leaves_the_figures_in_memory_and_nothing_behind(folder):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        assert store.database_file(folders=[folder]) is None
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(folder.iterdir()) == []


def test_broken_data_leave_nothing_behind(folder, data_copy):
    (data_copy / "relations.csv").write_text("", encoding="utf-8")
    with pytest.raises(DataError):
        store.open_database(data_copy, [folder])
    assert list(folder.iterdir()) == []


OUTSIDE = [
    "COPY figures TO '{folder}/figures.csv'",
    "COPY (SELECT 1) TO '{folder}/one.parquet' (FORMAT parquet)",
    "EXPORT DATABASE '{folder}/export'",
    "ATTACH '{folder}/other.duckdb' AS other",
    "SELECT * FROM read_csv('{data}/bulletins.csv')",
    "SELECT * FROM read_text('{data}/bulletins.csv')",
    "SELECT * FROM '{data}/bulletins.csv'",
    "SELECT * FROM glob('{data}/*')",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET memory_limit = '100GB'",
    "SET threads = 64",
    "RESET memory_limit",
]
WRITES = [
    "INSERT INTO sections SELECT 'new', 'a', 'a', 'a', 'a'",
    "UPDATE figures SET label_en = 'changed'",
    "DELETE FROM relations",
    "CREATE TABLE made (cell INTEGER)",
    "CREATE VIEW made AS SELECT 1",
    "DROP TABLE described_figures",
    "ALTER TABLE figures RENAME TO others",
    "COMMENT ON TABLE figures IS 'changed'",
]


@pytest.mark.parametrize("statement", [*WRITES, *OUTSIDE])
def test_the_file_is_read_only_and_locked(connection, tmp_path, statement):
    with connection.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement.format(folder=tmp_path, data=DATA)).fetchall()
    assert list(tmp_path.iterdir()) == []
    assert len(store.figures(connection, SHIPPED, "en")) == 120


@pytest.fixture(scope="module")
def in_memory(tmp_path_factory):
    (tmp_path_factory.getbasetemp() / "regular").touch()
    below = tmp_path_factory.getbasetemp() / "regular" / "cache"
    with store.open_database(folders=[below]) as connection:
        yield connection


@pytest.mark.parametrize("statement", [*WRITES, *OUTSIDE])
def test_the_database_in_memory_is_read_only_and_locked(in_memory, tmp_path, statement):
    with pytest.raises(duckdb.Error), in_memory.cursor() as cursor:
        cursor.execute(statement.format(folder=tmp_path, data=DATA)).fetchall()
    assert list(tmp_path.iterdir()) == []
    assert len(store.figures(in_memory, SHIPPED, "en")) == 120


def test_eight_threads_get_each_the_rows_that_they_ask_for(connection):
    families = list(store.options(connection, "en")["family"])
    alone = {key: store.figures(connection, SHIPPED, "en", family=(key,)) for key in families}
    questions = families * 5
    with ThreadPoolExecutor(max_workers=8) as threads:
        answers = list(
            threads.map(
                lambda key: store.figures(connection, SHIPPED, "en", family=(key,)), questions
            )
        )
    assert len(families) == 8
    for key, answer in zip(questions, answers, strict=True):
        assert answer.equals(alone[key]), key
