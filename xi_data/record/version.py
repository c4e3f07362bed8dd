"""Which edition of the data this is, and in which schema its tables are."""

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xi_data.record.errors import DataError
from xi_data.record.tables import DATA

SCHEMA = 2
"""Schema of the tables that this code reads: another number, other columns or other meanings."""

_FILE = "version.toml"


@dataclass(frozen=True)
class Version:
    """An edition of the data: number, date, schema, and the bulletin of a link that names none."""

    version: str
    date: datetime.date
    schema: int
    bulletin: str


@cache
def version(data: Path = DATA) -> Version:
    """What data/version.toml says.

    Raises DataError where the file is missing or broken, or its tables are in another schema.
    """
    try:
        with (data / _FILE).open("rb") as file:
            said = Version(**tomllib.load(file))
    except OSError as error:
        raise DataError(_FILE, 1, "", "", f"a readable file ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise DataError(_FILE, 1, "", "", f"version, date, schema and bulletin ({error})") from None
    if said.schema != SCHEMA:
        expected = f"{SCHEMA}, which this edition of the software reads"
        raise DataError(_FILE, 1, "schema", str(said.schema), expected)
    return said
