"""The database as a file: written aside, proved, moved into place, so readers see all or none."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from xi_data.store.seal import seal

STORAGE_VERSION = "v1.0.0"
"""Format of the file: DuckDB 1.x opens it."""

BLOCK_SIZE = 16384
"""Bytes a block, the least there is: small tables would fill a large block with nothing."""

PREFIX = "xi-"
"""What the name of every file of ours begins with."""

_OLD = 3600  # seconds: nothing is written to a part for so long but by a build that was killed


class NotWholeError(Exception):
    """A file does not give back the rows that were written to it."""


def write(file: Path, fill: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
    """A new database file with what fill puts in, read back and compared.

    Raises OSError, duckdb.Error or NotWholeError where the disk is full, and what fill raises.
    """
    with duckdb.connect() as connection:
        # Without a log: it would take the room of the file a second time.
        connection.execute(
            f"ATTACH {quoted(file)} AS built (STORAGE_VERSION '{STORAGE_VERSION}', "
            f"BLOCK_SIZE {BLOCK_SIZE}, RECOVERY_MODE NO_WAL_WRITES)"
        )
        connection.execute("USE built")
        fill(connection)
        # Said aloud: closing would write as well, and keep silent where the disk is full.
        connection.execute("CHECKPOINT built")
        written = contents(connection)
        connection.execute("USE memory")
        connection.execute("DETACH built")
    with duckdb.connect(file, read_only=True) as connection:
        if contents(connection) != written:
            raise NotWholeError(file.name)


def install(file: Path, fill: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
    """Write, seal and move into place. Raises as write does, and leaves nothing behind then."""
    with _part(file) as part:
        write(part, fill)
        seal(part, file.name)
        _log(file).unlink(missing_ok=True)  # of a file that was here before
        os.replace(part, file)


def sweep(folder: Path) -> None:
    """Remove what builds that were killed have left in a folder."""
    try:
        left = [*folder.glob(f"{PREFIX}*.part"), *folder.glob(f"{PREFIX}*.part.wal")]
    except OSError:
        return
    for part in left:
        try:
            if time.time() - part.stat().st_mtime > _OLD:
                part.unlink()
        except OSError:  # another process swept it, or may not
            continue


def has_log(file: Path) -> bool:
    """Whether somebody has written to the file since: DuckDB would read the change into it."""
    return _log(file).exists()


def quoted(file: Path) -> str:
    """A path as SQL writes it."""
    return "'{}'".format(str(file).replace("'", "''"))


@contextmanager
def _part(file: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(suffix=".part", prefix=f"{file.name}.", dir=file.parent)
    os.close(handle)
    part = Path(name)
    try:
        part.unlink()  # DuckDB makes the file itself
        yield part
    finally:
        for left in (part, _log(part)):
            left.unlink(missing_ok=True)


def _log(file: Path) -> Path:
    return Path(f"{file}.wal")


def contents(connection: duckdb.DuckDBPyConnection) -> list[tuple]:
    """Table by table, the number of rows and a hash over every cell of them."""
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() "
        "ORDER BY table_name"
    ).fetchall()
    return [
        (table, *row)
        for (table,) in tables
        for row in connection.execute(
            f'SELECT count(*), bit_xor(hash(rows)) FROM "{table}" AS rows'
        ).fetchall()
    ]
