"""Shards to the tables of a data set, in bounded memory: one file of each table at a time.

Within a file figures stand by topic, category, unit and status: what is asked for together lies
together, and DuckDB skips the rest. Files follow the documents. docs/corpora.md has the numbers.
"""

import hashlib
from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from xi_data.batches.schema import DOCUMENTS, FAILURES, FIGURES, TEXTS

ROW_GROUP = 122_880
"""Rows in a row group, as DuckDB has them in its own files; of texts, which are larger, fewer."""

FILE_ROWS = 2 * ROW_GROUP
_FILE_BYTES = 128_000_000
"""Rows, and bytes in memory, from which on a file ends."""

_ORDER = [(name, "ascending") for name in ("topic", "category", "unit", "status")]


def gather(files: Sequence[Path], folder: Path, with_texts: bool) -> Counter[str]:
    """Write the tables of shards, in their order, into a new folder; how many rows each has.

    Where several documents have one key, the first is taken, and the others are failures.
    """
    folder.mkdir()
    repeated = _repeated_marks(files)
    taken: dict[str, str] = {}
    tables = {
        name: _Table(folder / name, *kind)
        for name, kind in _TABLES.items()
        if with_texts or name != "texts"
    }
    for file in files:
        shard = pq.read_table(file).replace_schema_metadata()
        shard = _without_repeated(shard, repeated, taken)
        read = shard.filter(pc.is_null(shard["problem"]))
        found = pa.Table.from_struct_array(pc.list_flatten(read["found"]))
        tables["figures"].add(found)
        tables["documents"].add(read.select(DOCUMENTS.names))
        tables["failures"].add(shard.filter(pc.is_valid(shard["problem"])).select(FAILURES.names))
        if with_texts:
            tables["texts"].add(read.select(TEXTS.names))
    return Counter({name: table.end() for name, table in tables.items()})


_TABLES = {
    "figures": (FIGURES, ROW_GROUP),
    "documents": (DOCUMENTS, ROW_GROUP),
    "failures": (FAILURES, ROW_GROUP),
    "texts": (TEXTS, 1_000),
}
"""Folder to columns and rows of a row group."""


class _Table:
    """A folder of Parquet that grows by rows; the files are numbered, and there is one at least."""

    def __init__(self, folder: Path, schema: pa.Schema, row_group: int):
        folder.mkdir()
        self._folder, self._schema, self._row_group = folder, schema, row_group
        self._waiting = [schema.empty_table()]
        self._rows = self._files = 0

    def add(self, rows: pa.Table) -> None:
        self._waiting.append(rows)
        rows_waiting = sum(len(one) for one in self._waiting)
        if rows_waiting >= FILE_ROWS or sum(one.nbytes for one in self._waiting) >= _FILE_BYTES:
            self._write()

    def end(self) -> int:
        """Write what waits; how many rows there are in all."""
        if len(self._waiting) > 1 or not self._files:
            self._write()
        return self._rows

    def _write(self) -> None:
        rows = pa.concat_tables(self._waiting)
        self._waiting = [self._schema.empty_table()]
        if self._schema is FIGURES:
            rows = rows.take(pc.sort_indices(rows, _ORDER))  # stable: as they stand in documents
        file = self._folder / f"{self._files:06}.parquet"
        pq.write_table(rows, file, row_group_size=self._row_group, compression="zstd")
        self._files += 1
        self._rows += len(rows)


def _repeated_marks(files: Sequence[Path]) -> frozenset[int]:
    """The marks that several keys bear, of all documents that were read; 8 bytes for each."""
    marks = array("Q")
    for file in files:
        rows = pq.read_table(file, columns=["bulletin_id", "problem"])
        keys = rows.filter(pc.is_null(rows["problem"]))["bulletin_id"]
        marks.extend(map(_mark, keys.to_pylist()))
    in_order = np.sort(np.frombuffer(marks, np.uint64) if marks else np.empty(0, np.uint64))
    return frozenset(in_order[1:][in_order[1:] == in_order[:-1]].tolist())


def _mark(key: str) -> int:
    """The same for the same key, and seldom for two."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")


def _without_repeated(shard: pa.Table, repeated: frozenset[int], taken: dict[str, str]) -> pa.Table:
    """The shard, documents whose key is taken as failures; taken: key to place, which grows."""
    if not repeated:
        return shard
    problems = shard["problem"].to_pylist()
    for at, key in enumerate(shard["bulletin_id"].to_pylist()):
        if problems[at] is not None or _mark(key) not in repeated:
            continue
        source, row = shard["source"][at].as_py(), shard["row"][at].as_py()
        place = source if row is None else f"{source}, row {row}"
        first = taken.setdefault(key, place)
        if first is not place:
            problems[at] = f"has the id of another document, {first}; give each an id of its own"
    column = shard.schema.get_field_index("problem")
    return shard.set_column(column, "problem", pa.array(problems, pa.string()))
