"""Where the database lives, and opening it so that nobody can change it.

The file is named after the content of data/ and of the code that builds it, so a change of either
makes a new file. It is written aside and moved into place: readers see a whole file or none.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from xi_data.record.tables import DATA, content_key
from xi_data.store.build import fill

STORAGE_VERSION = "v1.0.0"
"""Format of the file: DuckDB 1.x opens it."""

BLOCK_SIZE = 16384
"""Bytes a block, the least there is: small tables would fill a large block with nothing."""

_LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "512MB",
    "threads": "1",  # 120 rows: a second thread costs more than it gives
    "temp_directory": "",
    "lock_configuration": "true",
}


def open_database(
    data: Path = DATA, folders: list[Path] | None = None
) -> duckdb.DuckDBPyConnection:
    """A read-only, locked connection to the figures; in memory where no folder can be written.

    Share it between threads only through connection.cursor(), one for each query.
    Raises errors.DataError where a file of data/ is broken.
    """
    file = database_file(data, folders)
    if file is not None:
        return duckdb.connect(file, read_only=True, config=_LOCKED)
    connection = duckdb.connect(config={k: v for k, v in _LOCKED.items() if "config" not in k})
    fill(connection, data)
    connection.execute("SET lock_configuration = true")
    return connection


def asker(connection: duckdb.DuckDBPyConnection) -> Callable[..., Any]:
    """Asks any of store's queries: asker(connection)(store.closures, "en", least=5)."""
    return lambda query, *args, **parameters: query(connection, *args, **parameters)


def database_file(data: Path = DATA, folders: list[Path] | None = None) -> Path | None:
    """The database file, built where it is missing or damaged; None where no folder is writable."""
    name = f"xi-{content_key(data)}-{_code_key()}.duckdb"
    for folder in folders or cache_folders():
        file = folder / name
        if _is_whole(file):
            return file
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(suffix=".part", prefix=f"{name}.", dir=folder)
            os.close(handle)
        except OSError:
            continue
        try:
            _write(Path(aside), data)
            os.replace(aside, file)
        except (OSError, duckdb.Error):  # a full disk is an error of DuckDB's own
            continue
        finally:
            for left in (aside, f"{aside}.wal"):
                Path(left).unlink(missing_ok=True)
        return file
    return None


def cache_folders() -> list[Path]:
    """Folders to keep the database in, the first writable one is used."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    try:
        temporary = [Path(tempfile.gettempdir()) / f"xi-explorer-{os.getuid()}"]
    except FileNotFoundError:  # no folder for temporary files is writable
        temporary = []
    return [home / "xi-explorer", *temporary]


def _write(file: Path, data: Path) -> None:
    file.unlink()  # DuckDB makes the file itself
    with duckdb.connect() as connection:
        target = str(file).replace("'", "''")
        connection.execute(
            f"ATTACH '{target}' AS built "
            f"(STORAGE_VERSION '{STORAGE_VERSION}', BLOCK_SIZE {BLOCK_SIZE})"
        )
        connection.execute("USE built")
        fill(connection, data)


def _is_whole(file: Path) -> bool:
    """Whether every table of the file can be read to its end."""
    try:
        if not file.is_file():
            return False
        with duckdb.connect(file, read_only=True, config=_LOCKED) as connection:
            tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
            for (table,) in tables:
                # Rows and not their number: DuckDB counts without reading.
                connection.execute(f'SELECT * FROM "{table}"').fetchall()
            return ("figure_search",) in tables
    except (OSError, duckdb.Error):
        return False


def _code_key() -> str:
    here = Path(__file__).parent
    own = ("schema.sql", "derived.sql", "derived.py", "facets.py", "build.py")
    names = (*own, "../record/tables.py", "../reading/text.py")
    code = b"".join((here / name).read_bytes() for name in names)
    form = f"{STORAGE_VERSION} {BLOCK_SIZE}".encode()
    return hashlib.sha256(code + form).hexdigest()[:8]
