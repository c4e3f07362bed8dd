"""The index of a data set, built once beside its tables: what figures are counted and found by.

index/*.parquet   a row a figure, in the order of figures/: facets, value, day, word and document
words/*.parquet   a row for all figures that are called alike: the words that find them
"""

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from xi_data.locale import LANGUAGES
from xi_data.reading.pinyin import spelt
from xi_data.reading.rule_tables import vocabulary
from xi_data.reading.search import NAME_END, searchable

ROW_GROUP = 122_880
"""Rows in a row group, as figures have."""

_WORDS_AT_ONCE = 8_192
_MARK = "\x1f"  # stands between the parts of a phrase
_CODES = ("topics", "categories", "units", "statuses")
_WRITTEN = f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"


def write_index(folder: Path) -> None:
    """Write index/ and words/ beside figures/ and documents/ of a data set, in bounded memory.

    Raises OSError.
    """
    for name in ("index", "words"):
        (folder / name).mkdir()
    spilled = folder / "index.spilled"
    limits = {"memory_limit": "384MB", "temp_directory": str(spilled)}
    try:
        _write(folder, limits)
    except duckdb.IOException as error:  # a full disk is an error of DuckDB's own
        raise OSError(str(error)) from error
    finally:
        shutil.rmtree(spilled, ignore_errors=True)


def _write(folder: Path, limits: dict[str, str]) -> None:
    with duckdb.connect(config={"threads": str(min(4, os.cpu_count() or 1)), **limits}) as made:
        made.execute(sql("phrase_of"))
        for name in ("figures", "documents"):
            made.read_parquet(str(folder / name / "*.parquet")).create_view(name)
        made.execute(sql("dated"))
        made.execute(sql("phrases"))
        _write_words(made, folder / "words" / "000000.parquet")
        for file, path in enumerate(sorted((folder / "figures").glob("*.parquet"))):
            rows = sql("index").replace("$file", str(file))
            target = str(folder / "index" / path.name)
            copied = f"COPY (\n{rows}) TO $target {_WRITTEN}"
            made.execute(copied, {"path": str(path), "target": target})


@cache
def sql(query: str) -> str:
    """The text of a query of this room."""
    return (Path(__file__).parent / "sql" / f"{query}.sql").read_text(encoding="utf-8")


def _write_words(made: duckdb.DuckDBPyConnection, file: Path) -> None:
    schema = pa.schema([("word", pa.int32()), ("found_by", pa.string())])
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _batches(made.execute("SELECT word, phrase FROM phrases ORDER BY word")):
            texts = [_found_by(phrase) for _, phrase in rows]
            writer.write_table(pa.table([[word for word, _ in rows], texts], schema=schema))


def _batches(answer: duckdb.DuckDBPyConnection) -> Iterator[list[tuple[int, str]]]:
    while some := answer.fetchmany(_WORDS_AT_ONCE):
        yield some


def _found_by(phrase: str) -> str:
    """Every token that a figure of the phrase is found by: see reading.search."""
    parts = phrase.split(_MARK)
    words, codes = parts[: -len(_CODES)], parts[-len(_CODES) :]
    texts = map(_tokens, dict.fromkeys(filter(None, words)))
    return "".join((*texts, *map(_named, _CODES, codes)))


@cache
def _named(table: str, code: str) -> str:
    row = vocabulary(table).get(code, {})
    names = (row.get(one) for one in (*(f"label_{lang}" for lang in LANGUAGES), "plural_en"))
    return "".join(map(_tokens, dict.fromkeys((code, *filter(None, names))))) if code else ""


def _tokens(text: str) -> str:
    """In a form to be searched, Chinese in pinyin too."""
    return f"{searchable(text)}{NAME_END}{spelt(text)}{NAME_END}"
