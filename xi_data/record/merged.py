"""A data folder in memory: as one is now, or of several packages, in the words of the first."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from xi_data.record.tables import (
    TABLES,
    VERSION_FILE,
    read_bytes,
    read_cells,
    read_text,
    write_rows,
)

_OF = "bulletin_id"


def in_memory(data: Path) -> zipfile.Path:
    """The tables and the version of a data folder as they are now, whoever edits them later.

    Raises errors.DataError where one cannot be read.
    """
    if isinstance(data, zipfile.Path):
        return data
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for path in (VERSION_FILE, *TABLES.values()):
            file.writestr(path, read_bytes(data, path))
    return zipfile.Path(zipfile.ZipFile(content))


def merged(packages: Sequence[Path]) -> zipfile.Path:
    """A data folder in memory with all rows of these packages, each in the shape of data/.

    The first gives the version and the vocabularies; the others add words that it does not have. Of
    a bulletin that several bring, the last one's rows are taken. Raises errors.DataError for a
    broken table.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr(VERSION_FILE, read_text(packages[0], VERSION_FILE))
        brings = [_bulletins(package) for package in packages]
        for path in TABLES.values():
            text = io.StringIO()
            rows = _rows(path, packages, brings)
            write_rows(text, rows)
            file.writestr(path, text.getvalue())
    return zipfile.Path(zipfile.ZipFile(content))


def _rows(path: str, packages: Sequence[Path], brings: Sequence[set[str]]) -> Iterator[list[str]]:
    """Header and rows of a table."""
    header = _header(packages[0], path)
    yield header
    words: set[str] = set()
    for at, package in enumerate(packages):
        later = set().union(*brings[at + 1 :])
        for _, cells in read_cells(package, path, header):
            if _OF in header:
                if cells[header.index(_OF)] not in later:
                    yield cells
            elif cells[0] not in words:
                words.add(cells[0])
                yield cells


def _bulletins(package: Path) -> set[str]:
    path = TABLES["bulletins"]
    header = _header(package, path)
    return {cells[header.index(_OF)] for _, cells in read_cells(package, path, header)}


def _header(package: Path, path: str) -> list[str]:
    return next(csv.reader(io.StringIO(read_text(package, path), newline="")), [])
