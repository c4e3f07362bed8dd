"""Where the database lives, and opening it so that nobody can change it.

The file is named after the content of data/ and of the code that builds it, so a change of either
makes a new file.
"""

import hashlib
import os
import tempfile
from functools import partial
from pathlib import Path

import duckdb

from xi_data.record.tables import DATA, content_key
from xi_data.store.build import fill
from xi_data.store.file import (
    BLOCK_SIZE,
    PREFIX,
    STORAGE_VERSION,
    NotWholeError,
    has_log,
    install,
    sweep,
)
from xi_data.store.seal import is_sealed
from xi_data.store.waiting_line import CRASHED, Database

_USELESS = (
    *("compressed_materialization", "join_order", "statistics_propagation", "in_clause"),
    *("common_subexpressions", "common_aggregate", "common_subplan", "empty_result_pullup"),
    *("regex_range", "window_self_join", "late_materialization", "join_elimination"),
    *("sampling_pushdown", "materialized_cte", "unnest_rewriter", "projection_pullup"),
)
"""Optimizers that cost a question of sixty columns more than they save it, a third of its time."""

_LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "512MB",
    "threads": "1",  # a second one costs a question about one bulletin more than it gives
    "temp_directory": "",
    "disabled_optimizers": ",".join(_USELESS),
    "lock_configuration": "true",
}

_FATAL = (*CRASHED, duckdb.Error, duckdb.IOException)
"""The last two are what reading a file raises that was damaged after it was opened."""

_CODE = (
    "store/schema.sql",
    "store/derived.sql",
    "store/derived.py",
    "store/facets.py",
    "store/build.py",
    "store/columns.py",
    "store/search_index.py",
    "store/file.py",
    "store/seal.py",
    "record/tables.py",
    "record/version.py",
    "reading/text.py",
    "reading/search.py",
    "reading/pinyin.py",
    "wording.py",
    "locale/zh.po",
)


def open_database(data: Path = DATA, folders: list[Path] | None = None) -> Database:
    """The figures, read-only and locked; in memory where no folder can be written.

    Raises errors.DataError where a file of data/ is broken.
    """
    file = database_file(data, folders)
    if file is not None:
        connection = duckdb.connect(file, read_only=True, config=_LOCKED)
        return Database(connection, fatal=_FATAL)
    connection = duckdb.connect(config={k: v for k, v in _LOCKED.items() if "config" not in k})
    try:
        fill(connection, data)
    except BaseException:
        connection.close()
        raise
    connection.execute("SET lock_configuration = true")
    return Database(connection, writable=True)


def database_file(data: Path = DATA, folders: list[Path] | None = None) -> Path | None:
    """The database file, built where it is missing or damaged.

    None where no folder is writable or has room. Raises errors.DataError.
    """
    name = f"{PREFIX}{content_key(data)}-{_code_key()}.duckdb"
    for folder in cache_folders() if folders is None else folders:
        file = folder / name
        sweep(folder)
        try:
            if is_sealed(file) and not has_log(file):
                return file
            folder.mkdir(parents=True, exist_ok=True)
            install(file, partial(fill, data=data))
        except (OSError, duckdb.Error, NotWholeError):  # a full disk is an error of DuckDB's own
            continue
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


def _code_key() -> str:
    package = Path(__file__).parents[1]
    code = b"".join((package / name).read_bytes() for name in _CODE)
    form = f"{STORAGE_VERSION} {BLOCK_SIZE}".encode()
    return hashlib.sha256(code + form).hexdigest()[:8]
