"""A reader's own SQL, asked of the database in scope: whether it may be, in which line, by what."""

import os
import tempfile
import time
import weakref
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import wait as wait_for
from functools import partial
from threading import Event

from xi_data import publish, store
from xi_data.export import titled
from xi_data.heavy import Line
from xi_data.limits import SQL_AT_ONCE, SQL_WAITING
from xi_data.locale import Translator
from xi_data.memory import carried, memoised, realm
from xi_data.publish.about_names import licence
from xi_data.record.version import version
from xi_data.store.own_sql import SqlError, Table, answer_to
from xi_data.views import Query

VARIABLE = "XI_SQL"
"""Environment variable: `on` lets visitors ask in SQL; anything else, or nothing, does not."""

LINE = Line(SQL_AT_ONCE, SQL_WAITING)
"""All questions in SQL, of pages and data addresses together."""


def switched_on() -> bool:
    """Whether visitors may ask in SQL; never where a process cannot be bounded, as on Windows."""
    return os.environ.get(VARIABLE, "").lower() == "on" and os.name == "posix"


def answered(sql: str, wanted: Callable[[], bool] = lambda: True) -> Table:
    """What the SELECT gives, of the realm of whoever asks. wanted: see answer_to.

    Raises SqlError.
    """
    try:
        copy = _copy()
    except publish.DatabaseNotBuiltError:
        raise SqlError("no database file can be written on this server") from None
    return answer_to(sql, copy.descriptor, wanted)


class Running:
    """A question on its way, in a place of LINE. Raises BusyError where there is none."""

    def __init__(self, sql: str, wanted: Callable[[], bool] = lambda: True):
        self.sql, self.realm = sql, realm()
        self._begun = time.monotonic()
        self._cancelled = cancelled = Event()
        work = partial(answered, sql, lambda: wanted() and not cancelled.is_set())
        self._answer = LINE.begin(carried(work))

    @property
    def seconds(self) -> float:
        """Since it was asked."""
        return time.monotonic() - self._begun

    def cancel(self) -> None:
        """Take it out of the line; where it is being answered, its process is killed."""
        self._cancelled.set()
        self._answer.cancel()

    def done(self, patience: float = 0) -> bool:
        """Whether there is an answer or an error, once that is so or after so many seconds."""
        wait_for([self._answer], patience)
        return self._answer.done()

    def table(self) -> Table:
        """The answer, waited for. Raises SqlError."""
        try:
            return self._answer.result()
        except CancelledError:
            raise SqlError("stopped") from None


def about(t: Translator, query: Query, sql: str, link: str, date: str) -> dict[str, str]:
    """What a file with an answer says of itself, by the keys of about_names."""
    bulletins = query(store.bulletins, t.lang).to_dict("records")
    return {
        "title": t("Answer to a question in SQL"),
        "definition": sql,
        "link": link,
        "date": date,
        "source": t.chain(titled(t, one) for one in bulletins),
        "licence": licence(t, [one["bulletin_id"] for one in bulletins]),
        "version": version().version,
    }


class _Copy:
    """A file without a name, gone with the last who holds it: of a database in a folder, DuckDB
    would tell whoever asks where that is. In memory where the system has such files."""

    def __init__(self, content: bytes):
        if hasattr(os, "memfd_create"):
            self.descriptor = os.memfd_create("database")
        else:
            with tempfile.TemporaryFile() as file:
                self.descriptor = os.dup(file.fileno())
        weakref.finalize(self, os.close, self.descriptor)
        with os.fdopen(os.dup(self.descriptor), "wb") as file:
            file.write(content)


@memoised
def _copy() -> _Copy:
    return _Copy(publish.database_bytes())
