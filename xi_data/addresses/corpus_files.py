"""The figures of a corpus as files that are written while they are read: no whole one is held."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from xi_data.corpora.facets import FACET, FACETS
from xi_data.corpora.narrowing import Narrowing
from xi_data.locale import Translator
from xi_data.publish.csv_file import csv_head, csv_rows
from xi_data.views import RequestError
from xi_data.views.params import LONGEST, ours

FILES = {
    "figures.csv": "text/csv; charset=utf-8",
    "figures.parquet": "application/vnd.apache.parquet",
}
"""Names below /data/corpus/ to their media types."""

_SEARCH, _DOCUMENT, _LANG = "search", "document", "lang"
_MOST_CHOICES = 500


def read_narrowing(parameters: Mapping[str, Sequence[str]]) -> Narrowing:
    """What an address asks for, by the keys of the page. Raises views.RequestError."""
    known = ours(parameters)
    for key in known:
        if key not in (*FACET, _SEARCH, _DOCUMENT, _LANG):
            raise RequestError(key, None, [*FACET, _SEARCH, _DOCUMENT])
    search = known.get(_SEARCH, [""])[-1]
    if len(search) > LONGEST:
        raise RequestError(_SEARCH, search, [f"at most {LONGEST} characters"])
    chosen = {key: tuple(dict.fromkeys(known[key])) for key in FACET if key in known}
    for key, choices in chosen.items():
        if len(choices) > _MOST_CHOICES:
            raise RequestError(key, choices[0], [f"at most {_MOST_CHOICES} choices"])
    return Narrowing(chosen, search, known.get(_DOCUMENT, [""])[-1])


def narrowing_of(t: Translator) -> list[tuple[str, dict[str, Any], str]]:
    """What read_narrowing takes: key, JSON Schema of its values, and what it is of in words."""
    several = {"type": "array", "items": {"type": "string"}, "maxItems": _MOST_CHOICES}
    facets = [(one.key, several, one.label(t)) for one in FACETS]
    typed = {"type": "string", "maxLength": LONGEST}
    named = {"type": "string"}
    return [(_SEARCH, typed, t("Search")), (_DOCUMENT, named, t("Document")), *facets]


def pieces(file: str, tables: Iterable[pa.Table]) -> Iterator[bytes]:
    """A file of FILES in pieces, one or more for each table."""
    return {"figures.csv": _csv, "figures.parquet": _parquet}[file](tables)


def _csv(tables: Iterable[pa.Table]) -> Iterator[bytes]:
    for number, table in enumerate(tables):
        records = table.to_pandas(date_as_object=True)
        yield (b"" if number else csv_head(records)) + csv_rows(records)


def _parquet(tables: Iterable[pa.Table]) -> Iterator[bytes]:
    sink, writer = _Pieces(), None
    for table in tables:
        writer = writer or pq.ParquetWriter(sink, table.schema, compression="zstd")
        writer.write_table(table)
        yield sink.taken()
    if writer:
        writer.close()
        yield sink.taken()


class _Pieces(io.RawIOBase):
    """A file that is written and never read back: what was written is taken away."""

    def __init__(self) -> None:
        self._pieces, self._position = [], 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        self._position += len(self._pieces[-1])
        return len(self._pieces[-1])

    def taken(self) -> bytes:
        """What was written since it was last taken."""
        taken, self._pieces = b"".join(self._pieces), []
        return taken
