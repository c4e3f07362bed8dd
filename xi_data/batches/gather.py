"""Shards to the tables of a data set, in bounded memory: one file of each table at a time.

Within a file figures stand by topic, category, unit and status: what is asked for together lies
together, and DuckDB skips the rest. Files follow the documents. docs/corpora.md has the numbers.
"""

import hashlib
import shutil
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from xi_data.batches.schema import (
    DOCUMENTS,
    FAILURES,
    FIGURES,
    PROBLEM,
    SHARD,
    TEXTS,
    problem_cells,
)
from xi_data.batches.shard_file import shard_rows
from xi_data.corpora.index import PLACED, ROW_GROUP, placed, write_figures, write_table, write_words
from xi_data.record.errors import Message

FILE_ROWS = 2 * ROW_GROUP
_FILE_BYTES = 128_000_000
"""Rows, and bytes in memory, from which on a file ends."""

_PARTS = "words.parts"
"""Folder of the words of each shard, until those of all are one table."""

_INDEXED = pa.schema([*FIGURES, *PLACED])
_WORDS = pa.schema([("word", pa.int64()), ("found_by", pa.string())])


def gather(files: Sequence[Path], folder: Path, with_texts: bool) -> Counter[str]:
    """Write tables and index of shards, in their order, into a new folder; rows of each table.

    Where several documents have one key, the first is taken, and the others are failures.
    """
    repeated = _repeated_marks(files)
    taken: dict[str, str] = {}
    tables = _tables(folder, with_texts)
    columns = [name for name in SHARD.names if with_texts or name != "text"]
    documents = 0
    for file in files:
        shard = _without_repeated(shard_rows(file, columns), repeated, taken)
        failed = shard.filter(pc.is_valid(shard["problem"]))
        # To filter figures takes a tenth of all the time here.
        read = shard.filter(pc.is_null(shard["problem"])) if len(failed) else shard
        figures, words = _figures(read, documents)
        documents += len(read)
        tables["figures"].add(figures)
        tables[_PARTS].add(words)
        tables["documents"].add(read)
        tables["failures"].add(failed)
        if with_texts:
            tables["texts"].add(read)
    rows = Counter({name: table.end() for name, table in tables.items()})
    write_words(folder, folder / _PARTS)
    shutil.rmtree(folder / _PARTS)
    return rows


def _figures(documents: pa.Table, first: int) -> tuple[pa.Table, pa.Table]:
    """The figures of documents, with what their index knows of them, and the words that find them.

    first: number of the first of the documents.
    """
    lists = documents["found"].combine_chunks()
    found = pa.Table.from_struct_array(lists.flatten())
    names = found["found_by"].combine_chunks()
    marks = pa.array(map(_mark, names.dictionary.to_pylist()), pa.int64())
    of_documents = placed(documents, first).take(lists.value_parent_indices())
    columns = [*found.select(FIGURES.names), *of_documents, marks.take(names.indices)]
    words = pa.table([marks, names.dictionary], schema=_WORDS)
    return pa.table(columns, schema=_INDEXED), words


class _Table:
    """Rows that become files, numbered ones, of which there is one at least."""

    def __init__(self, schema: pa.Schema, write: Callable[[int, pa.Table], None]):
        self._schema, self._write_file = schema, write
        self._waiting = [schema.empty_table()]
        self._rows = self._files = self._rows_waiting = self._bytes_waiting = 0

    def add(self, rows: pa.Table) -> None:
        """Those of a table that has these columns, and maybe others."""
        self._waiting.append(rows.select(self._schema.names))
        self._rows_waiting += len(rows)
        self._bytes_waiting += self._waiting[-1].nbytes
        if self._rows_waiting >= FILE_ROWS or self._bytes_waiting >= _FILE_BYTES:
            self._write()

    def end(self) -> int:
        """Write what waits; how many rows there are in all."""
        if len(self._waiting) > 1 or not self._files:
            self._write()
        return self._rows

    def _write(self) -> None:
        rows = pa.concat_tables(self._waiting)
        self._waiting = [self._schema.empty_table()]
        self._write_file(self._files, rows)
        self._files += 1
        self._rows += len(rows)
        self._rows_waiting = self._bytes_waiting = 0


_KINDS = {
    "documents": (DOCUMENTS, ROW_GROUP),
    "failures": (FAILURES, ROW_GROUP),
    "texts": (TEXTS, 1_000),
    _PARTS: (_WORDS, ROW_GROUP),
}
"""Folder to columns and rows of a row group; texts are larger than others."""


def _tables(folder: Path, with_texts: bool) -> dict[str, _Table]:
    """Each with its folder, and that of the index."""
    tables = {
        name: _Table(schema, partial(_write, folder / name, row_group))
        for name, (schema, row_group) in _KINDS.items()
        if with_texts or name != "texts"
    }
    tables["figures"] = _Table(_INDEXED, partial(write_figures, folder))
    for name in (*tables, "index"):
        (folder / name).mkdir(parents=True)
    return tables


def _write(folder: Path, row_group: int, file: int, rows: pa.Table) -> None:
    write_table(folder / f"{file:06}.parquet", rows, row_group)


def _repeated_marks(files: Sequence[Path]) -> frozenset[int]:
    """The marks that several keys bear, of all documents that were read; 8 bytes for each."""
    marks = array("q")
    for file in files:
        rows = shard_rows(file, ("bulletin_id", "problem"))
        keys = rows.filter(pc.is_null(rows["problem"]))["bulletin_id"]
        marks.extend(map(_mark, keys.to_pylist()))
    in_order = np.sort(np.frombuffer(marks, np.int64) if marks else np.empty(0, np.int64))
    return frozenset(in_order[1:][in_order[1:] == in_order[:-1]].tolist())


def _mark(text: str) -> int:
    """The same for the same text, and seldom for two."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


def _without_repeated(shard: pa.Table, repeated: frozenset[int], taken: dict[str, str]) -> pa.Table:
    """The shard, documents whose key is taken as failures; taken: key to place, which grows."""
    if not repeated:
        return shard
    problems = shard.select(PROBLEM.names).to_pylist()
    for at, key in enumerate(shard["bulletin_id"].to_pylist()):
        if problems[at]["problem"] is not None or _mark(key) not in repeated:
            continue
        source, row = shard["source"][at].as_py(), shard["row"][at].as_py()
        place = source if row is None else f"{source}, row {row}"
        first = taken.setdefault(key, place)
        if first is not place:
            problems[at] = problem_cells(
                Message("has the id of another document, {first}; give each its own", first=first)
            )
    columns = dict(zip(shard.column_names, shard.columns, strict=True))
    known = pa.Table.from_pylist(problems, PROBLEM)
    return pa.table(columns | dict(zip(PROBLEM.names, known.columns, strict=True)))
