import dataclasses
import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from xi_data.publish import parquet_bytes


def table(download) -> pa.Table:
    return pq.read_table(io.BytesIO(parquet_bytes(download)))


def test_pandas_reads_the_records_back(download):
    records = download.records.where(download.records.notna())
    back = pd.read_parquet(io.BytesIO(parquet_bytes(download)))
    dates = {"date": "datetime64[us]", "as_of": "datetime64[us]"}
    pd.testing.assert_frame_equal(back.astype(dates), records, check_dtype=False)


def test_columns_are_typed_also_where_all_cells_are_missing(download):
    nothing = dataclasses.replace(download, records=download.records.head(0))
    for schema in (table(download).schema, table(nothing).schema):
        types = dict(zip(schema.names, schema.types, strict=True))
        assert types["value"] == pa.float64()
        assert types["start"] == pa.int32()
        assert types["date"] == types["as_of"] == pa.date32()
        assert types["note_zh"] == types["obs_status"] == pa.string()
        assert schema.names == list(download.records.columns)


def test_missing_cells_are_null(download):
    rows = {row["figure_id"]: row for row in table(download).to_pylist()}
    assert rows["date-screening-status"]["value"] is None
    assert rows["screening-outside-screened"]["date"] is None
    assert rows["screening-outside-screened"]["note_en"] is None


def test_the_metadata_of_the_file_is_about_and_nothing_else(download):
    metadata = pq.read_metadata(io.BytesIO(parquet_bytes(download))).metadata
    assert {key.decode(): words.decode() for key, words in metadata.items()} == download.about
