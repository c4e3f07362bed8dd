"""Tables of a data set in Arrow's types, and the shard: the documents of a unit with their figures.

A shard is one file, so that it is there whole or not at all.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import pyarrow as pa

from xi_data.record.errors import Message, as_json
from xi_data.record.figures import Figure, columns

_TYPES = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "DATE": pa.date32(),
}

FIGURES = pa.schema([(name, _TYPES[kind]) for name, kind in columns(Figure).items()])
"""One row a figure: the columns of data/figures.csv; bulletin_id names its document."""

DOCUMENTS = pa.schema(
    [
        ("bulletin_id", pa.string()),
        ("source", pa.string()),
        ("row", pa.int64()),
        ("title", pa.string()),
        ("publisher", pa.string()),
        ("place", pa.string()),
        ("published", pa.date32()),
        ("published_partial", pa.string()),
        ("published_basis", pa.string()),
        ("published_words", pa.string()),
        ("latest_date", pa.date32()),
        ("code_points", pa.int32()),
        ("paragraphs", pa.int32()),
        ("figures", pa.int32()),
        ("unsure", pa.int32()),
        ("sha256", pa.string()),
        ("remarks", pa.string()),
    ]
)
"""One row a document that was read."""

PROBLEM = pa.schema([("problem", pa.string()), ("kind", pa.string()), ("details", pa.string())])
"""Why a document was not read: in English; what can be said in other languages; what stands in the
braces of it, as JSON."""

FAILURES = pa.schema(
    [
        ("bulletin_id", pa.string()),
        ("source", pa.string()),
        ("row", pa.int64()),
        *PROBLEM,
    ]
)
"""One row a document, or a file of them, that was not."""

TEXTS = pa.schema([("bulletin_id", pa.string()), ("text", pa.string())])
"""One row a document: what its positions refer to."""

_FOUND = pa.schema([*FIGURES, ("found_by", pa.dictionary(pa.int32(), pa.string()))])
_LISTS = pa.list_(pa.struct(list(_FOUND)))
SHARD = pa.schema([*DOCUMENTS, *PROBLEM, ("text", pa.string()), ("found", _LISTS)])
"""One row a document, read or not, in the order of the unit; found: its figures with what they are
found by."""


def problem_cells(problem: Message) -> dict[str, str]:
    """Why a document was not read, by column."""
    held = as_json(problem)
    details = json.dumps(held["values"], ensure_ascii=False)
    return {"problem": problem, "kind": held["message"], "details": details}


def shard_table(
    documents: Sequence[dict[str, Any]], found: Sequence[Sequence[tuple[Any, ...]]]
) -> pa.Table:
    """The shard of documents, by column, and of the figures of each: FIGURES, found_by."""
    ends = accumulate(map(len, found), initial=0)
    cells = zip(*(row for rows in found for row in rows), strict=True)
    figures = [_array(column, one.type) for column, one in zip(cells, _FOUND, strict=False)]
    figures = figures or [pa.array([], one.type) for one in _FOUND]
    flat = pa.StructArray.from_arrays(figures, fields=list(_FOUND))
    columns = [
        _array([one.get(name) for one in documents], SHARD.field(name).type)
        for name in SHARD.names[:-1]
    ]
    lists = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), flat, type=_LISTS)
    return pa.Table.from_arrays([*columns, lists], schema=SHARD)


def _array(cells: Iterable[Any], kind: pa.DataType) -> pa.Array:
    """What UTF-8 cannot hold, half of a surrogate pair, becomes "?"."""
    cells = list(cells)
    try:
        return pa.array(cells, kind)
    except UnicodeEncodeError:
        return pa.array([one and one.encode(errors="replace").decode() for one in cells], kind)
