"""Tables of documents, a row each: JSON Lines, CSV and Parquet, read as they come, in UTF-8.

A row that is broken is a document with its problem; where a file cannot be read on, its last
document says so. Rows count from 1: the lines of JSON Lines, of CSV those below the header.
"""

import csv
import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, BinaryIO, NamedTuple

from xi_data.batches.document import Document, DocumentError, unreadable
from xi_data.corpus.index import Entry
from xi_data.corpus.rows import key_of_name
from xi_data.opening.opened import MOST_BYTES, MOST_CHARACTERS
from xi_data.reading.extract import is_published
from xi_data.record.bulletins import KEY
from xi_data.record.errors import Message, shortened

ABOUT = ("title", "publisher", "published", "place")
"""Columns that may stand beside text and id: what is known of the document."""

_NOT_UTF_8 = Message("is not UTF-8; save the table as UTF-8")
_MEGABYTES = MOST_BYTES // 1_000_000
_TOO_LONG = Message("is larger than {most} MB; split it", most=_MEGABYTES)
_AT_ONCE = 64  # rows of Parquet in memory
_BUFFER = 1 << 20  # bytes of each column of Parquet that are read at once


class Columns(NamedTuple):
    """Names of the columns that every table must have."""

    text: str = "text"
    id: str = "id"


class _Row(NamedTuple):
    """weight: bytes in the file, about. problem: why there are no cells."""

    number: int
    cells: Mapping[str, Any]
    weight: float
    problem: Message | None = None


def row_documents(file: str, columns: Columns) -> Iterator[Document]:
    """The documents of a table, by its suffix. Raises nothing."""
    try:
        for row in TABLES[PurePath(file).suffix.lower()](file, columns):
            try:
                yield _document(file, row, columns)
            except DocumentError as error:
                yield Document(file, row=row.number, problem=error.words, weight=row.weight)
    except OSError as error:
        yield Document(file, problem=unreadable(error))
    except DocumentError as error:
        yield Document(file, problem=error.words)


def _document(file: str, row: _Row, columns: Columns) -> Document:
    if row.problem:
        raise DocumentError(row.problem.message, **row.problem.values)
    _require(columns, row.cells)
    text, given = row.cells[columns.text], row.cells[columns.id]
    if not isinstance(text, str) or not text.strip():
        raise _refused(columns.text, text, Message("the text of a document"))
    name = str(given).strip() if isinstance(given, str | int) else ""
    if not name:
        raise _refused(columns.id, given, Message("what names this document and no other one"))
    about = {column: _cell_text(row.cells.get(column)) for column in ABOUT}
    if about["published"] and not is_published(about["published"]):
        raise _refused("published", about["published"], Message("YYYY, YYYY-MM or YYYY-MM-DD"))
    key = name if KEY.fullmatch(name) else key_of_name(name, name)
    entry = Entry(file, key, **about)
    return Document(file, key, row.number, name, text, entry, weight=row.weight)


def _require(columns: Columns, known: Mapping[str, Any] | list[str]) -> None:
    for option, name in columns._asdict().items():
        if name not in known:
            there = shortened(", ".join(map(str, known)))
            raise DocumentError(
                "has no column {column}, it has: {columns}; name yours with --{option}-column",
                column=name,
                columns=there,
                option=option,
            )


def _refused(column: str, value: Any, expected: Message) -> DocumentError:
    return DocumentError(
        "column {column}: {value}: expected {expected}",
        column=column,
        value=shortened(repr(value)),
        expected=expected,
    )


def _cell_text(cell: Any) -> str:
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    return "" if cell is None else str(cell).strip()


def _jsonl(file: str, columns: Columns) -> Iterator[_Row]:
    with Path(file).open("rb") as lines:
        for number, (line, whole) in enumerate(_lines(lines), start=1):
            row = _Row(number, {}, len(line))
            if not whole:
                yield row._replace(problem=_TOO_LONG)
            elif line.strip():
                yield _object(row, line)


def _object(row: _Row, line: bytes) -> _Row:
    try:
        cells = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return row._replace(problem=_NOT_UTF_8)
    except (ValueError, RecursionError) as error:
        return row._replace(problem=Message("is no JSON ({why})", why=str(error)))
    if not isinstance(cells, dict):
        return row._replace(problem=Message("is no JSON object"))
    return row._replace(cells=cells)


def _csv(file: str, columns: Columns) -> Iterator[_Row]:
    csv.field_size_limit(max(csv.field_size_limit(), MOST_CHARACTERS + 1))
    with Path(file).open("rb") as lines:
        read = 0

        def decoded() -> Iterator[str]:
            nonlocal read
            for line, whole in _lines(lines):
                read += len(line)
                if not whole:
                    raise csv.Error(f"a line longer than {_MEGABYTES} MB")
                # What is not UTF-8 is told of its own row.
                yield line.decode("utf-8" if read > len(line) else "utf-8-sig", "surrogateescape")

        cells, number = csv.reader(decoded(), strict=True), 0
        try:
            header = next(cells, [])
            _require(columns, header)
            before = read
            for number, row in enumerate(filter(None, cells), start=1):
                yield _checked(number, dict(zip(header, row, strict=False)), read - before)
                before = read
        except csv.Error as error:
            raise DocumentError(
                "row {row} is broken ({why}); no later row is read", row=number + 1, why=str(error)
            ) from None


def _checked(number: int, cells: dict[str, str], weight: int) -> _Row:
    try:
        "".join(cells.values()).encode()
    except UnicodeEncodeError:
        return _Row(number, {}, weight, _NOT_UTF_8)
    return _Row(number, cells, weight)


def _lines(lines: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The lines of a file, and whether each is whole: of a very long one there is the beginning."""
    while line := lines.readline(MOST_BYTES):
        whole = len(line) < MOST_BYTES or line.endswith(b"\n")
        yield line, whole
        while not (whole or line.endswith(b"\n")) and (line := lines.readline(MOST_BYTES)):
            pass


def _parquet(file: str, columns: Columns) -> Iterator[_Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False) as table:
            known = table.schema_arrow.names
            _require(columns, known)
            wanted = [name for name in (*columns, *ABOUT) if name in known]
            weight = Path(file).stat().st_size / max(1, table.metadata.num_rows)
            batches = table.iter_batches(_AT_ONCE, columns=wanted, use_threads=False)
            rows = (cells for batch in batches for cells in batch.to_pylist())
            for number, cells in enumerate(rows, start=1):
                yield _Row(number, cells, weight)
    except pa.ArrowException as error:
        raise DocumentError("is no Parquet that can be read ({why})", why=str(error)) from None


TABLES: Mapping[str, Callable[[str, Columns], Iterator[_Row]]] = {
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".parquet": _parquet,
}
"""Suffix of a table of documents to what reads its rows. Each raises OSError and DocumentError."""
