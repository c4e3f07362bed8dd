"""Words of vocabularies that a package brings of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xi_data.reading.rule_tables import vocabulary
from xi_data.record.errors import Message
from xi_data.record.tables import TABLES, read_cells

_EXTENDED = (
    *("families", "topics", "categories", "statuses", "units"),
    *("obs_statuses", "relation_types", "excuse_reasons", "sections"),
)
"""Vocabularies to which a package may add; what code knows by its key is in none of them."""

Row = tuple[Any, ...]


def own_words_of(folder: Path) -> dict[str, tuple[Row, ...]]:
    """Vocabulary to the rows that the package adds to it, where it adds any."""
    return {table: rows for table in _EXTENDED if (rows := tuple(_own_words(folder, table)))}


def key_of(table: str) -> Message:
    """What a cell is that refers to a vocabulary, for one that is none of its keys.

    How a hedged number adds up, which columns a kind has and which dates a basis asks for is
    written in code, so that a package can bring no others of these.
    """
    if table in _EXTENDED:
        return Message("a key of {file}", file=TABLES[table])
    return Message(
        "one of {keys}: what they mean is part of the explorer, and a package can bring no others",
        keys=", ".join(vocabulary(table)),
    )


def _own_words(folder: Path, table: str) -> Iterator[Row]:
    """The rows of a vocabulary that the explorer does not have."""
    shipped = vocabulary(table)
    header = list(next(iter(shipped.values())))
    for _, cells in read_cells(folder, TABLES[table], header):
        if cells[0] not in shipped:
            yield tuple(cells)
