"""Databases as files, for those who ask their own questions in SQL."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from xi_data import store
from xi_data.publish.download import Download
from xi_data.record.tables import DATA


class DatabaseNotBuiltError(Exception):
    """There is no folder in which the database file could be written."""


def database_bytes(data: Path = DATA) -> bytes:
    """The DuckDB file of all tables of data/, in a format that DuckDB 1.0 and later open.

    Raises DatabaseNotBuiltError where no folder is writable, errors.DataError where a file of
    data/ is broken.
    """
    with _written():
        file = store.database_file(data)
        if file is not None:
            return file.read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            return _built(data, Path(folder)).read_bytes()


def view_database_bytes(download: Download) -> bytes:
    """The same file with the figures of one view and the relations between them.

    Equal downloads give equal rows, not equal bytes. Raises as database_bytes does.
    """
    with _written(), tempfile.TemporaryDirectory() as folder:
        file = _built(DATA, Path(folder))
        ids = list(download.records["figure_id"])
        with duckdb.connect(file) as connection:
            # A transaction each: DuckDB holds a key to be in use until its rows' removal is over.
            for table, keys in (
                ("relations", ("figure_id", "other_id")),
                ("figure_search", ("figure_id",)),
                ("figures", ("figure_id",)),
            ):
                outside = " OR ".join(f"NOT list_contains($ids, {key})" for key in keys)
                connection.execute(f"DELETE FROM {table} WHERE {outside}", {"ids": ids})
        return file.read_bytes()


def _built(data: Path, folder: Path) -> Path:
    file = store.database_file(data, [folder])
    if file is None:
        raise DatabaseNotBuiltError("the database file cannot be written: no folder is writable")
    return file


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseNotBuiltError(f"the database file cannot be written: {error}") from error
