"""The answer to a reader's own SQL as a file."""

import datetime
import io
import json
import math
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from xi_data.publish.csv_file import csv_bytes
from xi_data.publish.download import Download
from xi_data.publish.xlsx_file import xlsx_bytes
from xi_data.record.errors import shortened
from xi_data.store.own_sql import Table

_CELL = 32_767
"""Characters that a cell of a workbook can hold; a longer text is cut there, and ends in …"""

_ARROW = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}

About = Mapping[str, str]
"""What the file says of itself, by the keys of about_names; its definition is the SQL."""


def _csv(table: Table, about: About) -> bytes:
    return csv_bytes(_download(table, about))


def _xlsx(table: Table, about: About) -> bytes:
    return xlsx_bytes(_download(table, about, _CELL - 1))


def _json(table: Table, about: About) -> bytes:
    """about, columns (name and kind), rows (an object each), more: whether there were more."""
    names = [name for name, _ in table.columns]
    content = {
        "about": dict(about),
        "columns": [{"name": name, "kind": kind} for name, kind in table.columns],
        "rows": [dict(zip(names, map(_finite, row), strict=True)) for row in table.rows],
        "more": table.more,
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode()


def _parquet(table: Table, about: About) -> bytes:
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    typed = {
        name: _typed(kind, list(cells))
        for (name, kind), cells in zip(table.columns, columns, strict=True)
    }
    found = pa.table(typed)
    sink = io.BytesIO()
    with pq.ParquetWriter(sink, found.schema, store_schema=False) as writer:
        writer.write_table(found)
        writer.add_key_value_metadata(dict(about))
    return sink.getvalue()


ANSWER_FORMATS: dict[str, tuple[Callable[[Table, About], bytes], str]] = {
    "csv": (_csv, "text/csv"),
    "xlsx": (_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (_json, "application/json"),
    "parquet": (_parquet, "application/vnd.apache.parquet"),
}
"""Key of a format, which is also the ending of its files, to (function, media type)."""


def _download(table: Table, about: About, most: int = 0) -> Download:
    """most: characters of a cell; 0 for any number."""
    rows = [
        [shortened(one, most) if most and isinstance(one, str) else _finite(one) for one in row]
        for row in table.rows
    ]
    names = [name for name, _ in table.columns]
    return Download(
        view="query",
        bulletins=(),
        date=datetime.date.fromisoformat(about["date"]),
        records=pd.DataFrame(rows, columns=names, dtype=object),
        computed=pd.DataFrame(),
        about=dict(about),
        name="answer",
    )


def _finite(cell: Any) -> Any:
    """A number that files have no way to write, in words; what is no number is missing."""
    if not isinstance(cell, float) or math.isfinite(cell):
        return cell
    return None if math.isnan(cell) else "Infinity" if cell > 0 else "-Infinity"


def _typed(kind: str, cells: list[Any]) -> pa.Array:
    """A column in its type; as text where a value has no place in that, such as 44 BC."""
    try:
        if kind == "date":
            days = [one and datetime.date.fromisoformat(one) for one in cells]
            return pa.array(days, pa.date32())
        return pa.array(cells, _ARROW.get(kind, pa.string()))
    except (ValueError, OverflowError, pa.ArrowException):
        return pa.array([None if one is None else str(one) for one in cells], pa.string())
