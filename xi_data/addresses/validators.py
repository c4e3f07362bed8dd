"""What tells one answer of an address from another before it is made: its tag, and since when.

An answer follows from its address, the rows of the database and the code, and from nothing else:
the date in it is that of the data.
"""

import datetime
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xi_data import store
from xi_data.addresses.known import FILES, SQL, Parameters
from xi_data.memory import memoised
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA
from xi_data.record.version import version
from xi_data.views import Query
from xi_data.views.params import ours

_PACKAGE = Path(__file__).parents[1]
_CODE = ("*.py", "*.sql", "*.po")


@dataclass(frozen=True)
class Validator:
    """tag: of the answer, without quotes. since: when this process first knew of its content, in
    UTC, and never later than now, whatever the clock did meanwhile."""

    tag: str
    since: datetime.datetime


def validator(query: Query, path: str, parameters: Parameters, base: str) -> Validator | None:
    """Of what answer gives for the same arguments; None where the data cannot be read,
    and of SQL, which may ask for the time of day.

    An address that nothing lives at has one too: it says what would be answered, not that it is.
    """
    if path == SQL:
        return None
    try:
        edition = query(store.edition)
        parts = [edition, repr(version()), _code(), path, base]
    except DataError:
        return None
    parts += [repr(sorted((key, list(values)) for key, values in ours(parameters).items()))]
    content = edition
    if path in FILES:  # read from the disk each time
        try:
            file = (DATA / path.removeprefix("tables/")).read_bytes()
        except OSError:
            return None
        content = hashlib.sha256(file).hexdigest()
        parts += [content]
    since = min(_since(content), _now())
    return Validator(hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32], since)


@memoised
def _since(content: str) -> datetime.datetime:
    return _now()


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@cache
def _code() -> str:
    """Of all code and messages: the same rows read otherwise are another answer."""
    digest = hashlib.sha256()
    for file in sorted(file for kind in _CODE for file in _PACKAGE.rglob(kind)):
        digest.update(file.read_bytes())
    return digest.hexdigest()
