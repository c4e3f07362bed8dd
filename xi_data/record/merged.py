"""Several packages as one data folder: their bulletins side by side, in the words of the first."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from xi_data.record.errors import DataError
from xi_data.record.tables import TABLES, VERSION_FILE, read_cells, read_text


def merged(packages: Sequence[Path]) -> zipfile.Path:
    """A data folder in memory with all rows of these packages, each in the shape of data/.

    The first gives the version and the vocabularies; the others add words that it does not have.
    Raises errors.DataError for a broken table, and for a bulletin that two of them bring.
    """
    first, *others = packages
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr(VERSION_FILE, read_text(first, VERSION_FILE))
        for table, path in TABLES.items():
            file.writestr(path, _table(table, path, first, others))
    return zipfile.Path(zipfile.ZipFile(content))


def _table(table: str, path: str, first: Path, others: Iterable[Path]) -> str:
    whole = read_text(first, path)
    header = next(csv.reader(io.StringIO(whole, newline="")), [])
    own_words = "bulletin_id" not in header
    unique = own_words or table == "bulletins"
    keys = {cells[0] for _, cells in read_cells(first, path, header)} if unique else set()
    added = io.StringIO()
    writer = csv.writer(added, lineterminator="\n")
    for package in others:
        for line, cells in read_cells(package, path, header):
            if unique and cells[0] in keys:
                if own_words:
                    continue
                raise DataError(path, line, header[0], cells[0], "a bulletin that is not there yet")
            if unique:
                keys.add(cells[0])
            writer.writerow(cells)
    return whole.rstrip("\n") + "\n" + added.getvalue()
