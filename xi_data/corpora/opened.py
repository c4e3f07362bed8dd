"""A corpus opened for questions: views over its files in a DuckDB that can do nothing else."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from xi_data.corpora.folder import TABLES, UnreadableCorpusError, damaged, read_folder
from xi_data.limits import CORPUS_THREADS
from xi_data.store.waiting_line import Database, LostDatabaseError

_TEXTS = "texts"
_LOCKED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "384MB",
    "threads": str(CORPUS_THREADS),
    "temp_directory": "",
}

_OF_FILES = (duckdb.Error, duckdb.IOException, duckdb.InvalidInputException)
"""What DuckDB raises over the content of a file; what is wrong with a question is another kind."""


@dataclass(frozen=True)
class Corpus:
    """What a corpus says of itself, and the database that asks it.

    name: of its folder. documents, figures, failures: rows. with_texts: whether the texts lie
    beside. files: of the figures, by their number in the index. edition: of what it holds.
    """

    name: str
    documents: int
    figures: int
    failures: int
    with_texts: bool
    files: tuple[str, ...]
    edition: str
    database: Database

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Rows of an answer, few by nature. Raises UnreadableCorpusError."""
        with self._cursor() as cursor:
            answer = cursor.execute(sql, dict(parameters) or None)
            names = [column for column, *_ in answer.description]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def tuples(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """The same without names. Raises UnreadableCorpusError."""
        with self._cursor() as cursor:
            return cursor.execute(sql, dict(parameters) or None).fetchall()

    def table(self, sql: str, parameters: Mapping[str, Any]) -> pa.Table:
        """An answer that is written to a file. Raises UnreadableCorpusError."""
        with self._cursor() as cursor:
            return cursor.sql(sql, params=dict(parameters)).to_arrow_table()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with self.database.cursor() as cursor:
                yield cursor
        except LostDatabaseError:
            raise UnreadableCorpusError(
                "The database has failed and is opened anew. Ask again."
            ) from None
        except duckdb.OutOfMemoryException:
            raise UnreadableCorpusError(
                "This question takes more memory than the server gives it. Narrow it and ask again."
            ) from None
        except duckdb.Error as error:
            if type(error) not in _OF_FILES:
                raise
            raise damaged(Path(self.name), "*.parquet") from None


def open_corpus(folder: Path) -> Corpus:
    """The corpus of a folder, locked: it reads these files alone and writes none.

    Raises UnreadableCorpusError where the folder holds no whole one.
    """
    known = read_folder(folder)
    with_texts = any((folder / _TEXTS).glob("*.parquet"))
    connection = duckdb.connect(config=_LOCKED)
    files = {
        table: [str(one) for one in sorted((folder / table).resolve().glob("*.parquet"))]
        for table in (*TABLES, *[_TEXTS] * with_texts)
    }
    for table, paths in files.items():
        place = {"file_row_number": True, "filename": True} if table == "figures" else {}
        connection.read_parquet(paths, **place).create_view(table)
    connection.execute("SET allowed_paths = $files", {"files": sum(files.values(), [])})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Corpus(
        folder.name,
        *(known[table] for table in ("documents", "figures", "failures")),
        with_texts,
        tuple(files["figures"]),
        hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16],
        Database(connection, writable=True),
    )
