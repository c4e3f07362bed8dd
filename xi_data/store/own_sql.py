"""A reader's own question in SQL, answered by a process of its own within limits.

In the server's process it could not be: DuckDB refuses a second connection with tighter limits
there, takes more than a second to be interrupted, and counts little of what one repeat() takes.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from xi_data import limits
from xi_data.record.errors import ExplainedError
from xi_data.store.one_select import REFUSALS

_CHILD = Path(__file__).with_name("one_select.py")
_START = 60  # seconds that Python may take to start, on a server that has more to do
_EVERY = 0.05  # seconds between looks at whether the answer is still wanted

Row = list[str | int | float | bool | None]


@dataclass(frozen=True)
class Bounds:
    """What a question may take: seconds, bytes of memory and of its process, rows, columns and
    bytes of its answer."""

    seconds: int = limits.SQL_SECONDS
    memory: int = limits.SQL_MEMORY
    process: int = limits.SQL_PROCESS
    rows: int = limits.SQL_ROWS
    columns: int = limits.SQL_COLUMNS
    bytes: int = limits.SQL_BYTES


@dataclass(frozen=True)
class Table:
    """What a question is answered with.

    columns: name, unlike any other's, and kind of each: integer, number, boolean, date (as ISO
    writes it) or text.
    more: whether there were more rows than an answer may have.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    more: bool


class SqlError(ExplainedError):
    """Why a question has no answer. place: what DuckDB says of where in the SQL, in lines that
    belong below one another, "" where it does not."""

    def __init__(self, message: str, place: str = "", **values: Any):
        super().__init__(message, **values)
        self.place = place


def answer_to(
    sql: str,
    database: int,
    wanted: Callable[[], bool] = lambda: True,
    bounds: Bounds = Bounds(),
) -> Table:
    """What the one SELECT in sql gives, asked of the database file with this descriptor.

    wanted: asked all the while; once it says no, the process is killed. Raises SqlError.
    """
    if len(sql) > limits.SQL_CHARACTERS:
        raise SqlError(
            "the SQL has {number} characters; at most {most} are answered",
            number=len(sql),
            most=limits.SQL_CHARACTERS,
        )
    question = {
        "sql": sql.encode("utf-8", "replace").decode(),
        "bounds": asdict(bounds),
        "file": database,
        "parent": os.getpid(),
        "path": sys.path,
        "start": _START,
    }
    found = _told(json.dumps(question), database, wanted, bounds.seconds + _START)
    if "error" in found:
        raise _error(found, bounds)
    names, kinds = zip(*found["columns"], strict=True)
    return Table(tuple(zip(_apart(names), kinds, strict=True)), tuple(found["rows"]), found["more"])


def _apart(names: Sequence[str]) -> list[str]:
    """The names, those that were there before with their place behind."""
    before: set[str] = set()
    found = []
    for place, name in enumerate(names, start=1):
        found.append(f"{name}_{place}" if name.lower() in before else name)
        before |= {name.lower(), found[-1].lower()}
    return found


def _told(question: str, database: int, wanted: Callable[[], bool], seconds: float) -> Any:
    """What the process prints, as JSON; an error where it does not live to print it."""
    with subprocess.Popen(
        [sys.executable, "-I", "-S", str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},  # nothing that a question could read
        cwd="/",
        pass_fds=[database],
    ) as child:
        end, unsent = time.monotonic() + seconds, question.encode()
        while True:
            try:
                printed, _ = child.communicate(unsent, timeout=_EVERY)
                break
            except subprocess.TimeoutExpired:
                unsent = None
                if not wanted():
                    child.kill()
                    return {"error": "stopped"}
                if time.monotonic() > end:
                    child.kill()
                    return {"error": "time"}
    if child.returncode == 0:
        return json.loads(printed)
    # 3: by its own watch. A signal: of the processor's time, or of what an allocation ran into.
    over = child.returncode in (3, -signal.SIGKILL, -signal.SIGXCPU)
    return {"error": "time" if over else "memory"}


def _error(found: dict[str, Any], bounds: Bounds) -> SqlError:
    """Why there is no answer, in words."""
    why, _, place = found.get("words", "").partition("\n\n")
    number, statement = found.get("number"), found.get("type", "").replace("_", " ")
    errors = (
        SqlError("DuckDB refuses it: {why}", place, why=why.replace("\n", " ")),
        SqlError("one statement is answered at a time, and this has {number}", number=number),
        SqlError(
            "only what reads is answered: SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW; "
            "this is {statement}",
            statement=statement,
        ),
        SqlError(
            "the answer has {number} columns; at most {most} are given",
            number=number,
            most=bounds.columns,
        ),
        SqlError("stopped after {seconds} seconds: ask for less at once", seconds=bounds.seconds),
        SqlError("stopped: it takes more than {most} bytes of memory", most=bounds.memory),
        SqlError("the first row alone has more than {most} bytes", most=bounds.bytes),
        SqlError("stopped"),
    )
    return dict(zip(REFUSALS, errors, strict=True))[found["error"]]
