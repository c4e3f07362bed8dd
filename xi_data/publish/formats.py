"""The formats on offer."""

from collections.abc import Callable

from xi_data.publish.csv_file import csv_bytes
from xi_data.publish.download import Download
from xi_data.publish.duckdb_file import view_database_bytes
from xi_data.publish.json_file import json_bytes
from xi_data.publish.package import package_bytes
from xi_data.publish.parquet_file import parquet_bytes
from xi_data.publish.xlsx_file import xlsx_bytes

FORMATS: dict[str, tuple[Callable[[Download], bytes], str]] = {
    "csv": (csv_bytes, "text/csv"),
    "xlsx": (xlsx_bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (json_bytes, "application/json"),
    "parquet": (parquet_bytes, "application/vnd.apache.parquet"),
}
"""Key of a format, which is also the ending of its files, to (function, media type)."""

FIGURE_FORMATS = FORMATS | {
    "zip": (package_bytes, "application/zip"),
    "duckdb": (view_database_bytes, "application/vnd.duckdb"),
}
"""The same for figures, which have a context that goes with them."""


HEAVY = frozenset({"xlsx", "zip", "duckdb"})
"""Formats that take ten times as long to write as the others: 20 ms to a second for 120 figures."""


def formats_of(download: Download) -> dict[str, tuple[Callable[[Download], bytes], str]]:
    """The formats in which a download can be written: more of figures than of checks."""
    return FIGURE_FORMATS if download.context else FORMATS
