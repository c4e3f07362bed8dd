"""The database fails under a running server: python -m tests.faults.damaged [TIMES] [SEED].

Each time a server's database is opened and then, at random, something happens to it: see KINDS.
Then every query is asked by several threads and must be answered as it was before, and the next
start must find or build a whole file. Prints for each kind how often the database was opened anew,
and how many answers were lost; exits with 1 where there is one.
"""

import os
import random
import resource
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from tests.faults.each_kind import each_kind
from tests.store.every_query import FUNCTIONS, required
from xi_data import memory, store
from xi_data.record.tables import DATA
from xi_data.store.seal import is_sealed
from xi_data.store.waiting_line import Database
from xi_data.ui.state.answers import database, query

THREADS = 4
HEADERS = 3 * 4096
"""Bytes of a database file before its first block: read when it is opened."""


@dataclass
class Found:
    """Of one kind: how often the database was opened anew, how often nothing was noticed, since
    nobody read the damaged part again, and what was lost."""

    anew: int = 0
    unnoticed: int = 0
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.anew} opened anew, {self.unnoticed} unnoticed"


def flip(file: Path, chance: random.Random) -> None:
    """A bit in each of twenty places."""
    for _ in range(20):
        _write(file, chance.randrange(HEADERS, file.stat().st_size), bytes([chance.randrange(256)]))


def overwrite(file: Path, chance: random.Random) -> None:
    """A part of any length, with noise."""
    place = chance.randrange(HEADERS, file.stat().st_size)
    _write(file, place, chance.randbytes(chance.randrange(1, file.stat().st_size - place + 1)))


def cut_off(file: Path, chance: random.Random) -> None:
    """All that stands behind some place, perhaps all there is."""
    os.truncate(file, chance.choice([0, chance.randrange(file.stat().st_size)]))


def remove(file: Path, chance: random.Random) -> None:
    """The file."""
    file.unlink()


def crash(file: Path, chance: random.Random) -> None:
    """Let the server ask a database that DuckDB has given up."""
    database().close()
    memory.realm().database(lambda realm, last: crashed(file))


KINDS: dict[str, Callable[[Path, random.Random], None]] = {
    "flipped": flip,
    "overwritten": overwrite,
    "cut off": cut_off,
    "removed": remove,
    "given up by DuckDB": crash,
}


def crashed(file: Path) -> Database:
    """A database of this file that DuckDB itself has given up: it could not finish a write.

    Raises RuntimeError where it could.
    """
    connection = duckdb.connect(file)
    found = Database(connection, writable=True)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        connection.execute("SET wal_autocheckpoint = '1GB'")
        connection.execute("CREATE TABLE more AS SELECT range AS n FROM range(10)")
        connection.execute("INSERT INTO more SELECT range FROM range(100000)")
        with suppress(duckdb.FatalException):
            connection.execute("CHECKPOINT")
            raise RuntimeError("DuckDB has written beyond what a file may have")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    return found


def damaged(kind: str, times: int, seed: int) -> Found:
    """Let it happen so many times, and look."""
    memory.share(memory.Realm(DATA))
    found, right = Found(), _answers()
    database().close()
    for number in range(times):
        memory.share(memory.Realm(DATA))
        before = database()
        file = store.database_file()
        KINDS[kind](file, random.Random(f"{kind} {seed} {number}"))
        name = f"{kind} {seed}: number {number}"
        try:
            wrong = [one for one, answer in _answers().items() if not _same(answer, right[one])]
            found.lost += [f"{name}: another answer to {one}" for one in wrong]
        except Exception as error:
            found.lost.append(f"{name}: {error!r}")
        anew = database() is not before
        found.anew += anew
        found.unnoticed += not anew
        database().close()
        if not is_sealed(store.database_file()):
            found.lost.append(f"{name}: no whole file for the next start")
    return found


def _answers() -> dict[str, Any]:
    """Every query, asked by several threads at once."""
    memory.realm().answers.clear()
    with ThreadPoolExecutor(THREADS) as threads:
        asked = {
            name: threads.submit(query, function, **required(name))
            for name, function in FUNCTIONS.items()
        }
        return {name: one.result() for name, one in asked.items()}


def _same(one: Any, other: Any) -> bool:
    return one.equals(other) if isinstance(one, pd.DataFrame) else one == other


def _write(file: Path, place: int, content: bytes) -> None:
    with file.open("r+b") as handle:
        handle.seek(place)
        handle.write(content)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        return each_kind(KINDS, damaged, 40)


if __name__ == "__main__":
    sys.exit(main())
