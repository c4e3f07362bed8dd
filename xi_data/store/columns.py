"""A CSV table as Arrow: typed a column at a time, refused as record/tables.py refuses a cell."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import pyarrow as pa

from xi_data.record.errors import DataError
from xi_data.record.tables import TABLES, cell_value, read_cells, typed

LINE = "line of the file"
"""Name of the column that read_columns adds."""

_ARROW = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
}
_BATCH = 8192  # rows: the cells of a batch are Python objects, 60,000 rows of them 300 MB


def read_columns(data: Path, table: str, types: Mapping[str, str]) -> pa.Table:
    """A table of data/ with its columns by SQL type, and the line on which each row ends as LINE.

    Raises DataError for the first cell or line that is refused, in the order of the file.
    """
    file = TABLES[table]
    parsers = [cache(partial(cell_value, sql_type=sql_type)) for sql_type in types.values()]
    schema = pa.schema(
        [*((name, _ARROW[sql_type]) for name, sql_type in types.items()), (LINE, pa.int32())]
    )
    batches = []
    for rows in _batches(read_cells(data, file, types)):
        lines, cells = zip(*rows, strict=True)
        try:
            columns = [
                [parse(cell) for cell in column]
                for parse, column in zip(parsers, zip(*cells, strict=True), strict=True)
            ]
        except ValueError:
            for line, row in rows:  # the first in the file, not in the column
                typed(file, line, row, types)
            raise
        batches.append(pa.record_batch([*columns, lines], schema=schema))
    return pa.Table.from_batches(batches, schema)


def _batches(
    rows: Iterator[tuple[int, list[str]]],
) -> Iterator[list[tuple[int, list[str]]]]:
    """Rows in lists of _BATCH at most; those before an error come before it."""
    batch = []
    try:
        for row in rows:
            batch.append(row)
            if len(batch) == _BATCH:
                yield batch
                batch = []
    except DataError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
