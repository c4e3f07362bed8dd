"""The CSV tables of data/: where they are, and reading one with errors a person can act on."""

import csv
import datetime
import hashlib
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from xi_data.record.errors import DataError, Message

_LONGEST_CELL = 16_000_000
csv.field_size_limit(_LONGEST_CELL)  # one decision may be about ten thousand figures

DATA = Path(__file__).resolve().parents[2] / "data"

TABLES = {
    "families": "vocabularies/families.csv",
    "topics": "vocabularies/topics.csv",
    "categories": "vocabularies/categories.csv",
    "statuses": "vocabularies/statuses.csv",
    "qualifiers": "vocabularies/qualifiers.csv",
    "kinds": "vocabularies/kinds.csv",
    "units": "vocabularies/units.csv",
    "as_of_bases": "vocabularies/as_of_bases.csv",
    "obs_statuses": "vocabularies/obs_statuses.csv",
    "relation_types": "vocabularies/relation_types.csv",
    "excuse_reasons": "vocabularies/excuse_reasons.csv",
    "sections": "vocabularies/sections.csv",
    "bulletins": "bulletins.csv",
    "paragraphs": "paragraphs.csv",
    "figures": "figures.csv",
    "relations": "relations.csv",
    "highlights": "highlights.csv",
    "remarks": "remarks.csv",
    "excused_numerals": "excused_numerals.csv",
}
"""Table name to its file below data/, a table after all those that it refers to."""

ADDED = {
    "bulletins.csv": ("published_partial",),
    "figures.csv": ("date_partial", "range_id", "reading", "reasons", "unsure"),
}
"""Columns that a file of this schema may lack, the last of its table: what is older still reads."""

DECISIONS_FILE = "decisions.csv"
"""Of a package that people review: their decisions, in the order in which they took them."""

VERSION_FILE = "version.toml"
"""Edition and schema of the tables, below data/."""


def read_table(data: Path, table: str, types: Mapping[str, str]) -> Iterator[tuple[int, dict]]:
    """Yield (line number, row) of a table's CSV as read_file does."""
    return read_file(data, TABLES[table], types)


def read_file(data: Path, file: str, types: Mapping[str, str]) -> Iterator[tuple[int, dict]]:
    """Yield (line number, row) of a CSV below data, empty cells as None, the rest by its SQL type.

    types: column name to VARCHAR, INTEGER, DOUBLE, BOOLEAN or DATE, in the order of the header.
    Raises DataError for a missing file, a header that differs, and a cell of another type.
    """
    for number, cells in read_cells(data, file, types):
        yield number, typed(file, number, cells, types)


def read_cells(data: Path, file: str, columns: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells as written) of a CSV below data, one cell for each column.

    Raises DataError for a missing file, another header, another number of cells, and broken CSV.
    """
    lines = csv.reader(io.StringIO(read_text(data, file), newline=""), strict=True)
    try:
        header = next(lines, [])
        missing = _lacking(file, header, columns)
        for cells in lines:
            if len(cells) != len(header):
                expected = Message(
                    "{number} cells and not {found}", number=len(header), found=len(cells)
                )
                raise DataError(file, lines.line_num, "", "", expected)
            yield lines.line_num, cells + missing
    except csv.Error as error:
        raise DataError(
            file, lines.line_num, "", "", Message("valid CSV ({why})", why=error)
        ) from None


def _lacking(file: str, header: list[str], columns: Collection[str]) -> list[str]:
    """An empty cell for each of the columns ADDED that a file lacks.

    Raises DataError where its header is another one.
    """
    added = ADDED.get(file, ())
    older = [name for name in columns if name not in added]
    if header == list(columns):
        return []
    if header == older:
        return [""] * (len(columns) - len(older))
    raise DataError(
        file,
        1,
        "header",
        ",".join(header),
        Message("the columns {columns}", columns=",".join(columns)),
    )


def typed(file: str, line: int, cells: list[str], types: Mapping[str, str]) -> dict[str, Any]:
    """The row of these cells by column. Raises DataError for the first cell of another type."""
    row = {}
    for (column, sql_type), cell in zip(types.items(), cells, strict=True):
        try:
            row[column] = cell_value(cell, sql_type)
        except ValueError:
            raise DataError(file, line, column, cell, _NOTATIONS[sql_type][1]) from None
    return row


def cell_value(cell: str, sql_type: str) -> Any:
    """What a cell says, None where it is empty. Raises ValueError for one of another type."""
    return _NOTATIONS[sql_type][0](cell) if cell else None


def read_bytes(data: Path, file: str) -> bytes:
    """A file below data, as it is. Raises DataError where it cannot be read."""
    try:
        return (data / file).read_bytes()
    except OSError as error:
        expected = Message("a readable file ({why})", why=error.strerror)
        raise DataError(file, 1, "", "", expected) from None


def read_text(data: Path, file: str) -> str:
    """A file below data. Raises DataError where it is missing or is not UTF-8."""
    content = read_bytes(data, file)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(file, line, "", "", Message("UTF-8 ({why})", why=error.reason)) from None


def write_rows(sink: Any, rows: Iterable[Iterable[Any]]) -> None:
    """Rows as CSV, lines ended by a line feed, nothing for None: read_cells gives them back.

    sink: what has write(). A row with a carriage return has all its cells in quotes: csv.writer
    would leave it bare where rows end in a line feed (Python 3.11), and a reader end the row there.
    """
    least = csv.writer(sink, lineterminator="\n")
    whole = csv.writer(sink, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in map(list, rows):
        broken = any(isinstance(cell, str) and "\r" in cell for cell in row)
        (whole if broken else least).writerow(row)


def content_key(data: Path) -> str:
    """16 hex digits that change when any table of data/ or its version does."""
    digest = hashlib.sha256()
    for name, file in {**TABLES, "version": VERSION_FILE}.items():
        try:
            content = (data / file).read_bytes()
        except OSError:  # who reads the table says so
            content = b""
        # With its length: a row that moves from the end of a file to the next one changes the key.
        digest.update(f"{name} {len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def _written(pattern: str, parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """parse, for cells in one notation: Python alone would take 1_930, １９３０ and 20200212."""

    def parsed(cell: str) -> Any:
        if not re.fullmatch(pattern, cell):
            raise ValueError(cell)
        return parse(cell)

    return parsed


_NOTATIONS: dict[str, tuple[Callable[[str], Any], str]] = {
    "VARCHAR": (str, "text"),
    "INTEGER": (_written(r"-?[0-9]{1,9}", int), Message("a whole number of at most 9 digits")),
    "DOUBLE": (_written(r"-?[0-9]+(\.[0-9]+)?", float), Message("a number")),
    "BOOLEAN": (_written(r"true|false", "true".__eq__), Message("true or false")),
    "DATE": (
        _written(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", datetime.date.fromisoformat),
        Message("a date, YYYY-MM-DD"),
    ),
}
