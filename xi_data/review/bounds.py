"""What the tables of a package that somebody brings may hold: keys that are keys, short cells."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xi_data.record.bulletins import COLUMNS, KEY, KEY_WORDS
from xi_data.record.errors import DataError, Message
from xi_data.record.tables import TABLES, read_table

LONGEST = 2_000
"""Characters of a cell of figures.csv or bulletins.csv."""


def bulletins_of(folder: Path) -> dict[str, dict[str, Any]]:
    """Key to row. Raises DataError for none, and for one whose key is none or another's."""
    file, found = TABLES["bulletins"], {}
    for line, row in read_table(folder, "bulletins", COLUMNS):
        key = row["bulletin_id"] or ""
        if not KEY.fullmatch(key) or key in found:
            raise DataError(file, line, "bulletin_id", key, KEY_WORDS)
        require_short(file, line, row)
        found[key] = row
    if not found:
        raise DataError(file, 2, "", "", Message("at least one bulletin"))
    return found


def require_short(file: str, line: int, row: Mapping[str, Any]) -> None:
    """Raise DataError for a cell that no page could show."""
    for column, cell in row.items():
        if isinstance(cell, str) and len(cell) > LONGEST:
            expected = Message("text of at most {most} characters", most=f"{LONGEST:,}")
            raise DataError(file, line, column, cell, expected)
