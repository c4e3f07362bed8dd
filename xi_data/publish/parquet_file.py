"""Parquet: the printed figures with their types, and what they are as metadata of the file."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from xi_data.publish.download import Download


def parquet_bytes(download: Download) -> bytes:
    """The records, dates as date32; the pairs of about are key-value metadata of the file.

    What we computed is left out: one table holds printed values only.
    """
    records = download.records
    schema = pa.schema([(name, _arrow_type(dtype)) for name, dtype in records.dtypes.items()])
    table = pa.Table.from_pandas(records, schema=schema, preserve_index=False)
    sink = io.BytesIO()
    # With store_schema Arrow would add a key of its own, unreadable, to those of about.
    with pq.ParquetWriter(sink, schema, store_schema=False) as writer:
        writer.write_table(table)
        writer.add_key_value_metadata(download.about)
    return sink.getvalue()


def _arrow_type(dtype: object) -> pa.DataType:
    """By the column and not by its cells: a column without a value keeps its type."""
    if pd.api.types.is_datetime64_any_dtype(dtype):
        return pa.date32()
    if pd.api.types.is_numeric_dtype(dtype):
        return pa.from_numpy_dtype(dtype)
    return pa.string()
