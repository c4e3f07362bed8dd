"""The CSV tables of data/: where they are, and reading one with errors a person can act on."""

import csv
import datetime
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from xi_data.record.errors import DataError

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
    "excused_numerals": "excused_numerals.csv",
}
"""Table name to its file below data/, a table after all those that it refers to."""


def read_table(data: Path, table: str, types: Mapping[str, str]) -> Iterator[tuple[int, dict]]:
    """Yield (line number, row) of a table's CSV as read_file does."""
    return read_file(data, TABLES[table], types)


def read_file(data: Path, file: str, types: Mapping[str, str]) -> Iterator[tuple[int, dict]]:
    """Yield (line number, row) of a CSV below data, empty cells as None, the rest by its SQL type.

    types: column name to VARCHAR, INTEGER, DOUBLE, BOOLEAN or DATE, in the file's order. Raises DataError for a missing file, a header that differs, and a cell of another type.
    """
    try:
        content = (data / file).read_bytes()
        text = content.decode()
    except OSError as error:
        raise DataError(file, 1, "", "", f"a readable file ({error.strerror})") from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(file, line, "", "", f"UTF-8 ({error.reason})") from None
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        if header != list(types):
            raise DataError(file, 1, "header", ",".join(header), f"the columns {','.join(types)}")
        for cells in lines:
            number = lines.line_num
            if len(cells) != len(types):
                raise DataError(file, number, "", "", f"{len(types)} cells and not {len(cells)}")
            yield (
                number,
                {
                    column: _parsed(file, number, column, cell, types[column])
                    for column, cell in zip(types, cells, strict=True)
                },
            )
    except csv.Error as error:
        raise DataError(file, lines.line_num, "", "", f"valid CSV ({error})") from None


def content_key(data: Path) -> str:
    """16 hex digits that change when any table of data/ or its version changes."""
    digest = hashlib.sha256()
    for file in (*TABLES.values(), "version.toml"):
        path = data / file
        digest.update(file.encode() + b"\0" + (path.read_bytes() if path.is_file() else b""))
    return digest.hexdigest()[:16]


def _written(pattern: str, parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """parse, for cells in one notation: Python alone would take 1_930, １９３０ and 20200212."""

    def parsed(cell: str) -> Any:
        if not re.fullmatch(pattern, cell):
            raise ValueError(cell)
        return parse(cell)

    return parsed


_PARSERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "VARCHAR": (str, "text"),
    "INTEGER": (_written(r"-?[0-9]{1,9}", int), "a whole number of at most 9 digits"),
    "DOUBLE": (_written(r"-?[0-9]+(\.[0-9]+)?", float), "a number"),
    "BOOLEAN": (_written(r"true|false", "true".__eq__), "true or false"),
    "DATE": (
        _written(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", datetime.date.fromisoformat),
        "a date, YYYY-MM-DD",
    ),
}


def _parsed(file: str, line: int, column: str, cell: str, sql_type: str) -> Any:
    if cell == "":
        return None
    parse, expected = _PARSERS[sql_type]
    try:
        return parse(cell)
    except ValueError:
        raise DataError(file, line, column, cell, expected) from None
