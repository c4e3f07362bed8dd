"""A data folder of many bulletins: copies of the shipped one under other ids."""

import csv
import shutil
from pathlib import Path

from xi_data.record.tables import DATA, TABLES


def many_bulletins(folder: Path, number: int) -> Path:
    """A new folder with every bulletin of data/ that many times, as <id>, <id>-2, <id>-3 ..."""
    shutil.copytree(DATA, folder)
    for file in TABLES.values():
        with (DATA / file).open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        if "bulletin_id" not in header:
            continue
        key = header.index("bulletin_id")
        with (folder / file).open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines, lineterminator="\n")
            writer.writerows([header, *rows])
            for copy in range(2, number + 1):
                writer.writerows([*r[:key], f"{r[key]}-{copy}", *r[key + 1 :]] for r in rows)
    return folder
