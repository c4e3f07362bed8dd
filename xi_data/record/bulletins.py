"""The bulletins that a data folder speaks of, as bulletins.csv describes them."""

import re
from pathlib import Path
from typing import Any

from xi_data.record.errors import Message
from xi_data.record.tables import DATA, read_table

COLUMNS = {
    "bulletin_id": "VARCHAR",
    "title_en": "VARCHAR",
    "title_zh": "VARCHAR",
    "place_en": "VARCHAR",
    "place_zh": "VARCHAR",
    "place_short_en": "VARCHAR",
    "place_short_zh": "VARCHAR",
    "publisher_printed": "VARCHAR",
    "published": "DATE",
    "latest_date": "DATE",
    "date_note_en": "VARCHAR",
    "date_note_zh": "VARCHAR",
    "language": "VARCHAR",
    "script_note_en": "VARCHAR",
    "script_note_zh": "VARCHAR",
    "sha256": "VARCHAR",
    "code_points": "INTEGER",
    "paragraphs": "INTEGER",
    "published_partial": "VARCHAR",
}
"""Columns of bulletins.csv with their SQL types, in the order of the file."""


KEY = re.compile("[a-z0-9-]{1,80}")
"""What a bulletin's key is: also the name of a folder, and part of the names of files."""

KEY_WORDS = Message("a key of its own, of at most 80 small letters, digits and -")


def read_bulletins(data: Path = DATA) -> dict[str, dict[str, Any]]:
    """Bulletin id to its row, empty cells None, in the order of the file.

    Raises errors.DataError for a file that cannot be read.
    """
    return {row["bulletin_id"]: row for _, row in read_table(data, "bulletins", COLUMNS)}
