"""Whether the tables of data/rules hold together, and each row says what its two examples show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from xi_data.reading.rule_examples import shortcoming
from xi_data.reading.rule_tables import COLUMNS, EXAMPLES, broken_cells, numbered_rows
from xi_data.reading.text import simplified
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA

WORDS: Mapping[str, str] = defaultdict(
    lambda: "words", {"counted_nouns": "nouns", "bare_nouns": "nouns"}
)
"""Table to the column that holds the words of its rows."""

_APART = {"senses": ("unit", "cues"), "parts": ("unit",), "topics": ("topic", "reach")}
_HEADINGS = ("role", "stands", "category")
"""Columns under each of whose values a word may stand once."""

_COMMON = 3
"""Characters that two unrelated examples do not share, beside the words of the row."""


def problems() -> list[DataError]:
    """What is wrong in data/rules, in the order of tables and lines; [] where all is well.

    Examples are read only where every cell is right: the reader cannot be asked before.
    """
    broken = [error for table in COLUMNS for error in _of_table(table, DATA)]
    return broken or [error for table in COLUMNS for error in _of_examples(table)]


def _of_table(table: str, data: Path) -> Iterator[DataError]:
    seen: dict[tuple, int] = {}
    headings = _APART.get(table) or [one for one in _HEADINGS if one in COLUMNS[table]]
    try:
        for line, row in numbered_rows(table, data):
            yield from broken_cells(table, line, row, data)
            yield from _of_row(table, line, row)
            for word in row[WORDS[table]].split():
                first = seen.setdefault((word, *(row[column] for column in headings)), line)
                if first != line:
                    expected = f"each word once; {word} stands in line {first} too"
                    yield _error(table, line, WORDS[table], row, expected)
    except DataError as error:
        yield error


def _of_row(table: str, line: int, row: Mapping[str, str]) -> Iterator[DataError]:
    """What a row shows to be wrong without the reader."""
    for column, cell in row.items():
        if simplified(cell) != cell:
            yield _error(table, line, column, row, f"Simplified characters: {simplified(cell)}")
    words = sorted(row[WORDS[table]].split(), key=len, reverse=True)
    for example in EXAMPLES:
        if words and not any(word in row[example] for word in words):
            yield _error(table, line, example, row, "a word of the row in it")
    shared = _runs(row[EXAMPLES[0]], words) & _runs(row[EXAMPLES[1]], words)
    if shared:
        expected = f"another example than the first; both hold {min(shared)}"
        yield _error(table, line, EXAMPLES[1], row, expected)


def _runs(example: str, words: list[str]) -> set[str]:
    """What an example holds beside the words of its row, in runs of a few characters."""
    for word in words:
        example = example.replace(word, "\n")
    runs = {example[at : at + _COMMON] for at in range(len(example) - _COMMON + 1)}
    return {run for run in runs if "\n" not in run}


def _of_examples(table: str) -> Iterator[DataError]:
    for line, row in numbered_rows(table):
        for example in EXAMPLES:
            expected = shortcoming(table, row, row[example])
            if expected:
                yield _error(table, line, example, row, expected)


def _error(table: str, line: int, column: str, row: Mapping[str, str], expected: str) -> DataError:
    return DataError(f"rules/{table}.csv", line, column, row[column], expected)
