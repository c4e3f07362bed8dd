"""Bulletins that we invented, for a visitor who wants to try the reader and has none at hand."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, read_file, read_text

_FOLDER = "samples"
_TABLE = f"{_FOLDER}/samples.csv"
_COLUMNS = (
    *("file", "title_en", "title_zh", "place_en", "place_zh", "published"),
    *("genre_en", "genre_zh", "about_en", "about_zh"),
)
_TYPES = dict.fromkeys(_COLUMNS, "VARCHAR") | {"published": "DATE"}
_IN_EACH_LANGUAGE = ("title", "place", "genre", "about")


@dataclass(frozen=True)
class Sample:
    """file: its name. genre: what kind of text it is. about: a sentence on what to look for.

    All but the text is in the language that was asked for.
    """

    file: str
    title: str
    place: str
    published: datetime.date
    genre: str
    about: str
    data: Path = field(repr=False)

    @property
    def text(self) -> str:
        """The bulletin, read from its file each time. Raises DataError."""
        return read_text(self.data, f"{_FOLDER}/{self.file}")


def samples(lang: str, data: Path = DATA) -> tuple[Sample, ...]:
    """The invented bulletins in the order of their table, described in en or zh.

    Raises DataError for a table that cannot be read and for an empty cell.
    """
    found = []
    for line, row in read_file(data, _TABLE, _TYPES):
        for column, value in row.items():
            if value is None:
                raise DataError(_TABLE, line, column, "", "a value")
        described = {name: row[f"{name}_{lang}"] for name in _IN_EACH_LANGUAGE}
        found.append(Sample(file=row["file"], published=row["published"], data=data, **described))
    return tuple(found)
