"""A data folder with three bulletins: the shipped one, its copy, and one that we made up."""

import csv
import shutil
from pathlib import Path

from xi_data.record.tables import DATA, TABLES

SHIPPED = ("xi-county-2020-02",)
COPY = ("xi-county-copy",)
MADE_UP = ("made-up-2021-08",)
"""Scopes of one: without sections, with figures without category, in the last."""

_MADE_UP = Path(__file__).parent / "data" / "made_up"


def write(folder: Path) -> Path:
    """Copy data/ to folder / "three" and add the two other bulletins; return where it is."""
    data = Path(shutil.copytree(DATA, folder / "three"))
    for table, file in TABLES.items():
        header, *rows = _cells(data / file)
        if "bulletin_id" not in header:
            continue
        key = header.index("bulletin_id")
        shipped = [row for row in rows if row[key] in SHIPPED]
        copied = [[*row[:key], *COPY, *row[key + 1 :]] for row in shipped]
        made_up = _MADE_UP / f"{table}.csv"
        added = _cells(made_up)[1:] if made_up.is_file() else []
        with (data / file).open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows([header, *rows, *copied, *added])
    return data


def _cells(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))
