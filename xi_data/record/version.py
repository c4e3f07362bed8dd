"""Which edition of the data this is, and in which schema its tables are."""

import datetime
import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from xi_data.record.errors import DataError, Message
from xi_data.record.tables import DATA, VERSION_FILE, read_text

SCHEMA = 2
"""Schema of the tables that this code reads: another number, other columns or other meanings."""

_EXPECTED = {
    str: Message("text in quotes"),
    int: Message("a whole number"),
    datetime.date: Message("a date, YYYY-MM-DD"),
}


@dataclass(frozen=True)
class Version:
    """An edition of the data: number, date, schema, and the bulletin of a link that names none."""

    version: str
    date: datetime.date
    schema: int
    bulletin: str


@cache
def version(data: Path = DATA) -> Version:
    """What data/version.toml said when it was first asked for. Raises as read_version does."""
    return read_version(data)


def read_version(data: Path = DATA) -> Version:
    """What data/version.toml says.

    Raises DataError where the file is missing or broken, or its tables are in another schema.
    """
    text = read_text(data, VERSION_FILE)
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise DataError(
            VERSION_FILE, line, "", "", Message("valid TOML ({why})", why=error)
        ) from None
    names = [field.name for field in fields(Version)]
    if missing := [name for name in names if name not in said]:
        expected = Message(
            "{columns}; {missing} missing", columns=", ".join(names), missing=", ".join(missing)
        )
        raise DataError(VERSION_FILE, 1, "", "", expected)
    for field in fields(Version):
        if type(said[field.name]) is not field.type:
            raise _refused(text, field.name, said[field.name], _EXPECTED[field.type])
    if said["schema"] != SCHEMA:
        expected = Message("{schema}, which this edition of the software reads", schema=SCHEMA)
        raise _refused(text, "schema", said["schema"], expected)
    return Version(**{name: said[name] for name in names})


def unknown_bulletin(data: Path, known: str) -> DataError:
    """What is wrong where version.toml names a bulletin that is not in the file known."""
    return _refused(
        read_text(data, VERSION_FILE),
        "bulletin",
        read_version(data).bulletin,
        Message("one of {columns} in {file}", columns="bulletin_id", file=known),
    )


def _refused(text: str, name: str, value: object, expected: str) -> DataError:
    before = re.split(rf"(?m)^\s*[\"']?{name}[\"']?\s*=", text, maxsplit=1)[0]
    return DataError(VERSION_FILE, before.count("\n") + 1, name, str(value), expected)
