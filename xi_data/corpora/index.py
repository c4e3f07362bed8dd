"""The index of a data set, beside its tables: what figures are counted, sorted and found by.

index/*.parquet   a row a figure, in the order of figures/: facets, value, day, word and document
words/*.parquet   a row for all figures that are called alike: what finds them
"""

import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROW_GROUP = 122_880
"""Rows in a row group, as DuckDB has them in its own files."""

PLACED = pa.schema(
    [
        ("document", pa.int32()),
        ("place", pa.string()),
        ("month", pa.string()),
        ("publisher", pa.string()),
        ("published", pa.date32()),
        ("word", pa.int64()),
    ]
)
"""What the index knows of a figure beside the figure: its document, and what it is found by."""

_ORDER = [(name, "ascending") for name in ("topic", "category", "unit", "status")]
_MONTH = "^[0-9]{4}-[0-9]{2}$"


def placed(documents: pa.Table, first: int) -> pa.Table:
    """What the index knows of documents, without word: the columns of PLACED, a row a document.

    first: number of the first of them.
    """
    partial = documents["published_partial"]
    whole_month = pc.if_else(pc.match_substring_regex(partial, _MONTH), partial, None)
    day = documents["published"].cast(pa.string())
    columns = {
        "document": pa.array(np.arange(first, first + len(documents), dtype=np.int32)),
        "month": pc.coalesce(pc.utf8_slice_codeunits(day, 0, 7), whole_month),
        **{name: documents[name] for name in ("place", "publisher", "published")},
    }
    return pa.table([columns[name] for name in PLACED.names[:-1]], names=PLACED.names[:-1])


def write_figures(folder: Path, file: int, rows: pa.Table) -> None:
    """Write a file of figures/ and the one of index/ beside it. rows: of Figure and PLACED.

    They stand by topic, category, unit and status, and then as they are given.
    """
    rows = rows.take(pc.sort_indices(rows, _ORDER))
    known = {
        "file": pa.array(np.full(len(rows), file, np.int32)),
        "row": pa.array(np.arange(len(rows), dtype=np.int32)),
        **{name: rows[name] for name in ("document", "topic", "category", "unit", "status")},
        **{name: rows[name] for name in ("place", "month", "publisher")},
        "wording": rows["qualifier"],
        "guesses": pc.if_else(pc.is_null(rows["unsure"]), "sure", "unsure"),
        **{name: rows[name] for name in ("published", "value", "word")},
    }
    name = f"{file:06}.parquet"
    write_table(folder / "figures" / name, rows.drop_columns(PLACED.names))
    write_table(folder / "index" / name, pa.table(known), rising=("row", "document"))


def write_table(
    file: Path, rows: pa.Table, row_group: int = ROW_GROUP, rising: Sequence[str] = ()
) -> None:
    """Write a file of Parquet. rising: columns of which only the steps are kept."""
    pq.write_table(
        rows,
        file,
        row_group_size=row_group,
        compression="zstd",
        use_dictionary=[name for name in rows.column_names if name not in rising],
        column_encoding=dict.fromkeys(rising, "DELTA_BINARY_PACKED"),
    )


def write_words(folder: Path, files: Path) -> None:
    """Write words/ of a data set from files that have its rows many times, in bounded memory.

    Raises OSError.
    """
    spilled = folder / "words.spilled"
    limits = {"memory_limit": "384MB", "temp_directory": str(spilled)}
    (folder / "words").mkdir()
    try:
        with duckdb.connect(config=limits) as made:
            made.execute(
                sql("words"),
                {"files": f"{files}/*.parquet", "target": f"{folder}/words/000000.parquet"},
            )
    except duckdb.IOException as error:  # a full disk is an error of DuckDB's own
        raise OSError(str(error)) from error
    finally:
        shutil.rmtree(spilled, ignore_errors=True)


@cache
def sql(query: str) -> str:
    """The text of a query of this room."""
    return (Path(__file__).parent / "sql" / f"{query}.sql").read_text(encoding="utf-8")
