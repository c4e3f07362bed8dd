"""The whole database as one file, for those who ask their own questions in SQL."""

import tempfile
from pathlib import Path

from xi_data import store
from xi_data.tables import DATA


class DatabaseNotBuiltError(Exception):
    """There is no folder in which the database file could be written."""


def database_bytes(data: Path = DATA) -> bytes:
    """The DuckDB file of all tables of data/, in a format that DuckDB 1.0 and later open.

    Raises DatabaseNotBuiltError where no folder is writable, tables.DataError where a file of
    data/ is broken.
    """
    try:
        file = store.database_file(data)
        if file is not None:
            return file.read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            file = store.database_file(data, [Path(folder)])
            if file is not None:
                return file.read_bytes()
    except OSError as error:
        raise DatabaseNotBuiltError(f"the database file cannot be written: {error}") from error
    raise DatabaseNotBuiltError("the database file cannot be written: no folder is writable")
