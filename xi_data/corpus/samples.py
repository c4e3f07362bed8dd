"""Bulletins that we invented, for a visitor who wants to try the reader and has none at hand."""

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Sample:
    """file: its name. published: YYYY-MM-DD. columns: what the table says in each language."""

    file: str
    published: str
    columns: Mapping[str, str] = field(repr=False)
    data: Path = field(repr=False)

    @property
    def text(self) -> str:
        """The bulletin, read from its file each time. Raises DataError."""
        return read_text(self.data, f"{_FOLDER}/{self.file}")

    def title(self, lang: str) -> str:
        """Its title, in en or zh."""
        return self.columns[f"title_{lang}"]

    def place(self, lang: str) -> str:
        """The place that it tells of, which exists nowhere."""
        return self.columns[f"place_{lang}"]

    def genre(self, lang: str) -> str:
        """What kind of text it is."""
        return self.columns[f"genre_{lang}"]

    def about(self, lang: str) -> str:
        """A sentence on what to look for in it."""
        return self.columns[f"about_{lang}"]


def samples(data: Path = DATA) -> tuple[Sample, ...]:
    """The invented bulletins in the order of their table.

    Raises DataError for a table that cannot be read and for an empty cell.
    """
    found = []
    for line, row in read_file(data, _TABLE, _TYPES):
        for column, value in row.items():
            if value is None:
                raise DataError(_TABLE, line, column, "", "a value")
        found.append(Sample(row.pop("file"), row.pop("published").isoformat(), row, data))
    return tuple(found)
