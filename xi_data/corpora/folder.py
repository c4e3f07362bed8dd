"""A folder that should hold a corpus: whether it does, and what to do where it does not."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from xi_data.corpora import SAID, UNFINISHED
from xi_data.record.errors import ExplainedError

EDITION = 2
"""Of the tables of a data set, in corpus.json; what this one reads."""

TABLES = ("figures", "documents", "failures", "index", "words")


class UnreadableCorpusError(ExplainedError):
    """A corpus that cannot be shown: what is wrong, where, and what to do."""


def read_folder(folder: Path) -> dict[str, Any]:
    """What a corpus says of itself. Raises UnreadableCorpusError where it is not whole."""
    if not folder.is_dir():
        raise UnreadableCorpusError(
            "There is no folder {folder}. Make a corpus with extract --format dataset, and name "
            "its folder with XI_CORPUS.",
            folder=folder.name,
        )
    if not (folder / SAID).is_file():
        if (folder / UNFINISHED).is_dir():
            raise UnreadableCorpusError(
                "The corpus {folder} is not finished. The command that began it goes on where it "
                "stopped.",
                folder=folder.name,
            )
        raise UnreadableCorpusError(
            "{folder} is no corpus: it has no file {file}. Make one with extract --format "
            "dataset, and name its folder with XI_CORPUS.",
            folder=folder.name,
            file=SAID,
        )
    known = _description(folder)
    _require_whole(folder, known)
    return known


def _description(folder: Path) -> dict[str, Any]:
    try:
        known = json.loads((folder / SAID).read_text(encoding="utf-8"))
        edition = known.get("edition", 0)
        {table: int(known[table]) for table in TABLES[:3]}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise damaged(folder, SAID) from None
    if edition == EDITION:
        return known
    if isinstance(edition, int) and edition < EDITION:
        raise UnreadableCorpusError(
            "The corpus {folder} was made by an older edition of this software. "
            "Make it again with extract --format dataset.",
            folder=folder.name,
        )
    raise UnreadableCorpusError(
        "The corpus {folder} was made by a newer edition of this software. Show it with that one.",
        folder=folder.name,
    )


def _require_whole(folder: Path, known: dict[str, Any]) -> None:
    """Every file can be opened, and all have as many rows as there should be."""
    for table in TABLES:
        files, rows = sorted((folder / table).glob("*.parquet")), 0
        for file in files:
            try:
                rows += pq.read_metadata(file).num_rows
            except (OSError, pa.ArrowException):
                raise damaged(folder, f"{table}/{file.name}") from None
        expected = known["figures"] if table == "index" else known.get(table, rows)
        if not files or rows != expected:
            raise damaged(folder, table)


def damaged(folder: Path, where: str) -> UnreadableCorpusError:
    """That a file, or all of a table, cannot be read."""
    return UnreadableCorpusError(
        "{where} of the corpus {folder} is damaged or incomplete. Restore it from a backup, or "
        "make the corpus again with extract --format dataset in a new folder.",
        where=where,
        folder=folder.name,
    )
