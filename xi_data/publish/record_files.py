"""Records of the command line as CSV, JSON Lines, Parquet or XLSX, written as they come.

Text is UTF-8 in all of them; what UTF-8 cannot hold, half of a surrogate pair, becomes "?".
"""

import datetime
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from xi_data.record.tables import write_rows
from xi_data.record.version import version
from xi_data.record.workbooks import OPTIONS

Records = Iterable[Sequence[Any]]

_PARQUET_ROWS = 20_000
_MOST_ROWS = 1_048_575


class TooManyRowsError(ValueError):
    """More records than a format can hold."""


def write_csv(sink: BinaryIO, columns: Mapping[str, type], records: Records) -> None:
    """UTF-8 without a mark, lines ended by one line feed, missing cells empty, text as it is."""
    write_rows(_Encoded(sink), [columns])
    write_rows(_Encoded(sink), records)


def write_jsonl(sink: BinaryIO, columns: Mapping[str, type], records: Records) -> None:
    """One object a line, UTF-8; missing cells null."""
    for record in records:
        line = json.dumps(
            dict(zip(columns, record, strict=True)),
            ensure_ascii=False,
            default=datetime.date.isoformat,
        )
        sink.write(line.encode(errors="replace") + b"\n")


def write_parquet(sink: BinaryIO, columns: Mapping[str, type], records: Records) -> None:
    """Typed columns: text, int64, double and date32; missing cells null."""
    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    kinds[datetime.date] = pa.date32()
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()])
    with pq.ParquetWriter(sink, schema, store_schema=False) as writer:
        batch: list[Sequence[Any]] = []
        for record in records:
            batch.append(record)
            if len(batch) == _PARQUET_ROWS:
                writer.write_table(_arrow(schema, batch))
                batch = []
        writer.write_table(_arrow(schema, batch))


def write_xlsx(sink: BinaryIO, columns: Mapping[str, type], records: Records) -> None:
    """A workbook of one sheet, numbers and dates typed, missing cells blank.

    Raises TooManyRowsError.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS | {"constant_memory": True}) as workbook:
        created = datetime.datetime.combine(version().date, datetime.time())
        workbook.set_properties({"created": created})  # same input, same bytes
        sheet = workbook.add_worksheet("figures")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, workbook.add_format({"bold": True}))
        for number, record in enumerate(records, start=1):
            if number > _MOST_ROWS:
                raise TooManyRowsError(
                    f"a sheet holds {_MOST_ROWS:,} rows at most; choose --format parquet or csv"
                )
            sheet.write_row(number, 0, map(_storable, record))
    sink.write(file.getvalue())


RECORD_FORMATS: Mapping[str, Callable[[BinaryIO, Mapping[str, type], Records], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}
"""Format of the command line to what writes it."""


class _Encoded:
    """What takes text and writes its bytes."""

    def __init__(self, sink: BinaryIO):
        self._sink = sink

    def write(self, line: str) -> None:
        self._sink.write(line.encode(errors="replace"))


def _arrow(schema: pa.Schema, batch: list[Sequence[Any]]) -> pa.Table:
    cells = zip(*batch, strict=True) if batch else [()] * len(schema)
    arrays = [
        pa.array(map(_storable, column), type=one.type)
        for column, one in zip(cells, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _storable(cell: Any) -> Any:
    return cell.encode(errors="replace").decode() if isinstance(cell, str) else cell
