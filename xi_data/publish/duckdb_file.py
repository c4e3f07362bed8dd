"""Databases as files, for those who ask their own questions in SQL."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import duckdb

from xi_data import store
from xi_data.memory import realm
from xi_data.publish.download import Download
from xi_data.record.version import version
from xi_data.store.file import NotWholeError, write
from xi_data.store.seal import unsealed
from xi_data.store.selection import fill_from


class DatabaseNotBuiltError(Exception):
    """There is no folder in which the database file could be written whole."""


def database_bytes() -> bytes:
    """The DuckDB file of all tables at hand, in a format that DuckDB 1.0 and later open.

    Raises DatabaseNotBuiltError where no folder is writable or has room, errors.DataError where a
    file of data/ is broken.
    """
    with _written(), _database() as file:
        return unsealed(file)


def view_database_bytes(download: Download) -> bytes:
    """The same file with the figures of one view, the relations between them, their bulletins.

    Equal downloads give equal rows, not equal bytes. Raises as database_bytes does.
    """
    records = download.records
    figures = list(zip(records["bulletin_id"], records["figure_id"], strict=True))
    bulletins = sorted(set(records["bulletin_id"])) or [version().bulletin]
    with (
        _written(),
        _database() as source,
        tempfile.TemporaryDirectory(prefix="xi-explorer-") as folder,
    ):
        file = Path(folder) / "view.duckdb"
        write(file, partial(fill_from, file=source, figures=figures, bulletins=bulletins))
        return file.read_bytes()


@contextmanager
def _database() -> Iterator[Path]:
    """The database file that is kept, or one for the moment where none is or can be."""
    here = realm()
    file = None if here.own else store.database_file(here.data)
    if file is not None:
        yield file
        return
    with tempfile.TemporaryDirectory(prefix="xi-explorer-") as folder:
        file = store.database_file(here.data, [Path(folder)])
        if file is None:
            raise DatabaseNotBuiltError(
                "the database file cannot be written: no folder is writable or has room"
            )
        yield file


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error, NotWholeError) as error:  # a full disk is any of them
        raise DatabaseNotBuiltError(f"the database file cannot be written: {error}") from error
