"""Reading the tables of data/rules: every cell is checked, and a broken one named by its place."""

import csv
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from xi_data.reading.text import NUMERAL
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES, read_file

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "measure_words": {
        "words": "word+",
        "unit": "units",
        "noun_decides": "units|any*",
        "unless_before": "word*",
        "only_before": "word*",
    },
    "qualifiers": {
        "words": "word+",
        "qualifier": "qualifiers",
        "stands": "before|inside|after|after_measure|after_time",
        "not_after": "word*",
        "only_before": "word*",
        "unless_before": "word*",
    },
    "senses": {"words": "word+", "unit": "units", "cues": "word*"},
    "parts": {
        "words": "word+",
        "parts": "word+",
        "unit": "units",
        "times": "number",
        "at_most": "number?",
    },
    "frequencies": {
        "role": "period|act|each",
        "words": "word+",
        "unit": "units?",
        "interval_unit": "units?",
    },
    "phrases": {"reason": "excuse_reasons", "words": "numeral+", "unless_before": "word*"},
    "cues": {"role": "word", "words": "word+", "unless_before": "word*"},
    "counted_nouns": {"unit": "units", "nouns": "word+"},
    "bare_nouns": {"unit": "units", "nouns": "word+"},
    "topics": {
        "topic": "topics",
        "weight": "number",
        "elsewhere": "number?",
        "reach": "segment|support|in_units?",
        "words": "word*",
        "units": "units*",
    },
    "categories": {"category": "categories", "words": "word+", "counted_in": "measured*"},
    "statuses": {"status": "statuses", "words": "word+", "counted_in": "measured*"},
}
"""Table to its columns and what a cell holds; two columns of examples follow in each.

Names of vocabularies and words themselves, with | between them, say what is allowed; word is any
word, numeral a word with a numeral in it, measured a unit or a dimension. One stands in a cell,
with ? at most one, with + one or more with spaces between them, with * any number.
"""

EXAMPLES = ("example_1", "example_2")


def read_rules(table: str, data: Path = DATA) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of data/rules; an empty cell is "". Raises DataError."""
    for line, cells in numbered_rows(table, data):
        for error in broken_cells(table, line, cells, data):
            raise error
        yield cells


def numbered_rows(table: str, data: Path = DATA) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, cells) of a table as they stand. Raises DataError where it is no such table."""
    columns = dict.fromkeys((*COLUMNS[table], *EXAMPLES), "VARCHAR")
    for line, row in read_file(data, f"rules/{table}.csv", columns):
        yield line, {column: cell or "" for column, cell in row.items()}


def broken_cells(
    table: str, line: int, cells: Mapping[str, str], data: Path = DATA
) -> Iterator[DataError]:
    """Each cell of a row that is not of the form of its column, as an error that names it."""
    for column, form in {**COLUMNS[table], **dict.fromkeys(EXAMPLES, "sentence")}.items():
        expected = _broken(cells[column], form, data)
        if expected:
            yield DataError(f"rules/{table}.csv", line, column, cells[column], expected)


def _broken(cell: str, form: str, data: Path) -> str:
    """What was expected of a cell that is not of its form, else ""."""
    if form == "sentence":
        return "" if cell else "an example, a few words that we made up"
    allowed, count = (form[:-1], form[-1]) if form[-1] in "?+*" else (form, "")
    words = cell.split() if count in ("+", "*") else [cell] if cell else []
    if not words and count not in ("?", "*"):
        return f"at least one {allowed}" if count else f"a {allowed}"
    for word in words:
        if not _is(word, allowed, data):
            return _EXPECTED.get(allowed) or f"one of {_sources(allowed)}, and not {word!r}"
    return ""


_EXPECTED = {
    "number": "a number",
    "numeral": "phrases that hold a numeral each",
    "measured": "units or dimensions of vocabularies/units.csv",
}


def _is(word: str, allowed: str, data: Path) -> bool:
    if allowed == "word":
        return True
    if allowed == "numeral":
        return NUMERAL.search(word) is not None
    if allowed == "measured":
        units = vocabulary("units", data)
        return word in units or word in {row["dimension"] for row in units.values()}
    if allowed == "number":
        return word.replace(".", "", 1).isdecimal()
    return any(
        word in vocabulary(one, data) if one in TABLES else word == one
        for one in allowed.split("|")
    )


def _sources(allowed: str) -> str:
    return ", ".join(
        f"those in {TABLES[one]}" if one in TABLES else one for one in allowed.split("|")
    )


Vocabularies = Callable[[str], Mapping[str, Mapping[str, str]]]
"""Table of a vocabulary to its rows by key: those of data/, or with words of a package besides."""


@cache
def vocabulary(table: str, data: Path = DATA) -> Mapping[str, Mapping[str, str]]:
    """Keys of a vocabulary to their rows, cells as they stand. Raises DataError."""
    file = TABLES[table]
    try:
        with (data / file).open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            key, *_ = rows.fieldnames or [""]
            return {row[key]: row for row in rows}
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(file, 1, "", "", f"a readable file ({error})") from None
