"""Rows as files: CSV, XLSX, JSON and Parquet of a view, and the whole database."""

from xi_data.publish.csv_file import csv_bytes
from xi_data.publish.download import Download
from xi_data.publish.duckdb_file import DatabaseNotBuiltError, database_bytes
from xi_data.publish.formats import FORMATS, file_name
from xi_data.publish.json_file import json_bytes
from xi_data.publish.parquet_file import parquet_bytes
from xi_data.publish.xlsx_file import xlsx_bytes

__all__ = [
    "FORMATS",
    "DatabaseNotBuiltError",
    "Download",
    "csv_bytes",
    "database_bytes",
    "file_name",
    "json_bytes",
    "parquet_bytes",
    "xlsx_bytes",
]
