"""A database that many threads ask: in a bounded line, each with a cursor to itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import LifoQueue
from types import TracebackType
from typing import Any

import duckdb

from xi_data.limits import QUESTIONS_AT_ONCE


class Database:
    """The figures, open for questions until close().

    A cursor is for one thread and one question: whoever holds one asks for no second before it is
    given back, for the second would wait for the first. writable: whether DuckDB would let a
    question write, as it does in memory: then each is asked in a transaction that does not.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        at_once: int = QUESTIONS_AT_ONCE,
        *,
        writable: bool = False,
    ):
        self._connection, self._writable = connection, writable
        self._cursors = [connection.cursor() for _ in range(at_once)]
        self._free: LifoQueue[duckdb.DuckDBPyConnection] = LifoQueue()  # the warmest first
        for cursor in self._cursors:
            self._free.put(cursor)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Wait for a place in the line and have a cursor while it is held."""
        cursor = self._free.get()
        try:
            if self._writable:
                cursor.execute("BEGIN TRANSACTION READ ONLY")
            yield cursor
        finally:
            if self._writable:
                cursor.execute("ROLLBACK")
            self._free.put(cursor)

    def close(self) -> None:
        """Close the database; cursors still in use fail."""
        for connection in (*self._cursors, self._connection):
            connection.close()

    def __enter__(self) -> "Database":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def asker(database: Database) -> Callable[..., Any]:
    """Asks any of store's queries: asker(database)(store.topic, bulletins, "en", topics)."""
    return lambda query, *args, **parameters: query(database, *args, **parameters)
