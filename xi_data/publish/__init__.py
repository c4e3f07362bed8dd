"""Rows as files: CSV, XLSX, JSON, Parquet, a package and a database of a view, and of them all."""

from xi_data.publish.answer_files import ANSWER_FORMATS
from xi_data.publish.csv_file import csv_bytes
from xi_data.publish.download import Context, Download
from xi_data.publish.duckdb_file import (
    DatabaseNotBuiltError,
    database_bytes,
    view_database_bytes,
)
from xi_data.publish.file_names import file_name
from xi_data.publish.formats import FIGURE_FORMATS, FORMATS, HEAVY, formats_of
from xi_data.publish.json_file import json_bytes, json_schema
from xi_data.publish.package import datapackage_of, package_bytes
from xi_data.publish.parquet_file import parquet_bytes
from xi_data.publish.xlsx_file import xlsx_bytes

__all__ = [
    "ANSWER_FORMATS",
    "FIGURE_FORMATS",
    "FORMATS",
    "HEAVY",
    "Context",
    "DatabaseNotBuiltError",
    "Download",
    "csv_bytes",
    "database_bytes",
    "datapackage_of",
    "file_name",
    "formats_of",
    "json_bytes",
    "json_schema",
    "package_bytes",
    "parquet_bytes",
    "view_database_bytes",
    "xlsx_bytes",
]
