"""A database that many threads ask: in a bounded line, each with a cursor to itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import LifoQueue
from types import TracebackType
from typing import Any

import duckdb

from xi_data.limits import QUESTIONS_AT_ONCE

CRASHED = (duckdb.FatalException, duckdb.InternalException)
"""What DuckDB raises where it has failed itself: it answers nothing until it is opened anew."""


class LostDatabaseError(Exception):
    """The database answers nothing more, whatever it is asked."""


class Database:
    """The figures, open for questions until close().

    A cursor is for one thread and one question: whoever holds one asks for no second before it is
    given back, for the second would wait for the first. writable: whether DuckDB would let a
    question write, as it does in memory: then each is asked in a transaction that does not.
    fatal: kinds of errors, and none derived from them, after which it is not to be asked again.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        at_once: int = QUESTIONS_AT_ONCE,
        *,
        writable: bool = False,
        fatal: tuple[type[duckdb.Error], ...] = CRASHED,
    ):
        self._connection, self._writable, self._fatal = connection, writable, fatal
        self.is_lost = False
        self._cursors = [connection.cursor() for _ in range(at_once)]
        self._free: LifoQueue[duckdb.DuckDBPyConnection] = LifoQueue()  # the warmest first
        for cursor in self._cursors:
            self._free.put(cursor)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Wait for a place in the line and have a cursor while it is held.

        Raises LostDatabaseError, from what DuckDB raises, where it is lost over this question or
        was over another one.
        """
        cursor = self._free.get()
        try:
            if self.is_lost:
                raise LostDatabaseError
            with self._reading(cursor):
                yield cursor
        except duckdb.Error as error:
            if type(error) not in self._fatal:
                raise
            self.is_lost = True
            raise LostDatabaseError from error
        finally:
            self._free.put(cursor)

    @contextmanager
    def _reading(self, cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
        if not self._writable:
            yield
            return
        cursor.execute("BEGIN TRANSACTION READ ONLY")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")

    def retire(self) -> None:
        """Close a lost database once its last question has ended: DuckDB has one for each file and
        process, so none can be opened anew before that."""
        last = [self._free.get() for _ in self._cursors]
        self.close()
        for cursor in last:  # whoever still waits for one hears that it is lost
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
