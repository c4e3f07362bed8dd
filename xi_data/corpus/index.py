"""index.csv: what a person knows of each file: title, publisher, date of publication, place."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from xi_data.opening.encodings import decoded
from xi_data.reading.extract import is_published
from xi_data.record.bulletins import KEY, KEY_WORDS
from xi_data.record.errors import DataError


@dataclass(frozen=True)
class Entry:
    """A row of the index; what it does not say is "". published: YYYY, YYYY-MM or YYYY-MM-DD."""

    file: str = ""
    bulletin_id: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    place: str = ""


COLUMNS = tuple(Entry.__dataclass_fields__)


class Index:
    """Entries by file, in the order of the table: file is a path from the folder of the table."""

    def __init__(self, entries: list[Entry], folder: Path):
        self.files = [str(folder / entry.file) for entry in entries]
        self._by_path = dict(
            zip((Path(file).resolve() for file in self.files), entries, strict=True)
        )

    def entry(self, file: str) -> Entry | None:
        """What the table says of a file; None where it does not name it."""
        return self._by_path.get(Path(file).resolve())


def read_index(file: str) -> Index:
    """The table; of its columns those of COLUMNS are read, of which file must be there.

    Raises OSError, opening.CannotOpenError, and errors.DataError for a cell that is none.
    """
    text = decoded(Path(file).read_bytes())
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if "file" not in (lines.fieldnames or ()):
        header = ",".join(lines.fieldnames or ())
        raise DataError(file, 1, "header", header, f"a column file, and of {', '.join(COLUMNS)}")
    entries: list[Entry] = []
    taken: set[tuple[str, str]] = set()
    try:
        for row in lines:
            entry = Entry(**{name: (row.get(name) or "").strip() for name in COLUMNS})
            _check(file, lines.line_num, entry, taken)
            entries.append(entry)
    except csv.Error as error:
        raise DataError(file, lines.reader.line_num, "", "", f"valid CSV ({error})") from None
    return Index(entries, Path(file).parent)


def _check(file: str, line: int, entry: Entry, taken: set[tuple[str, str]]) -> None:
    """Raise DataError for a cell that is none; taken: columns and values of earlier rows."""
    expected = {
        "file": (bool(entry.file), "the path of a file"),
        "bulletin_id": (
            not entry.bulletin_id or KEY.fullmatch(entry.bulletin_id),
            KEY_WORDS,
        ),
        "published": (
            not entry.published or is_published(entry.published),
            "YYYY, YYYY-MM or YYYY-MM-DD",
        ),
    }
    for column, (holds, said) in expected.items():
        if not holds:
            raise DataError(file, line, column, getattr(entry, column), said)
    for column in ("file", "bulletin_id"):
        value = getattr(entry, column)
        if value and (column, value) in taken:
            raise DataError(file, line, column, value, f"no second row with this {column}")
        taken.add((column, value))
