"""Corpora of any size: figures of some thousand invented bulletins, repeated by DuckDB as Parquet.

Each repetition has bulletins of its own, with other days and values. Bulletins stay whole: there
are as many figures as asked for, or those of one bulletin more.
"""

import json
import math
from pathlib import Path

import duckdb

from xi_data.corpora import SAID
from xi_data.corpora.folder import EDITION
from xi_data.corpora.index import ROW_GROUP, write_index

_WRITTEN = f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"
_FILE_ROWS = 2 * ROW_GROUP

_REPEATED = """
CREATE TABLE wanted AS
SELECT n, bulletin_id, figures AS rows_of_it, sum(figures) OVER (ORDER BY n, place) AS so_far
FROM (SELECT *, row_number() OVER () AS place FROM documents), range({times}) AS repeated(n)
QUALIFY so_far - figures < {figures}
"""

_DOCUMENTS = """
SELECT d.* REPLACE (
    format('g{{:05}}-{{}}', n, bulletin_id) AS bulletin_id,
    published + ((n * 37) % 700)::INTEGER AS published
)
FROM wanted JOIN documents AS d USING (bulletin_id) ORDER BY so_far
"""

_FIGURES = """
SELECT f.* REPLACE (
    format('g{{:05}}-{{}}', n, bulletin_id) AS bulletin_id, "value" * (1 + n % 7) AS "value"
)
FROM wanted JOIN figures AS f USING (bulletin_id)
WHERE so_far > {first} AND so_far <= {last}
ORDER BY topic, category, unit, status, so_far, "start"
"""


def write_corpus(of: Path, folder: Path, figures: int) -> None:
    """A finished data set with about so many figures, made of those of another one."""
    with duckdb.connect(config={"threads": "2", "memory_limit": "1GB"}) as made:
        for name in ("figures", "documents", "failures"):
            (folder / name).mkdir(parents=True)
            made.read_parquet(str(of / name / "*.parquet")).create_view(name)
        [(there,)] = made.execute("SELECT count(*) FROM figures").fetchall()
        made.execute(_REPEATED.format(times=math.ceil(figures / there), figures=figures))
        made.execute(f"COPY ({_DOCUMENTS.format()}) TO '{folder}/documents/0.parquet' {_WRITTEN}")
        made.execute(f"COPY failures TO '{folder}/failures/0.parquet' {_WRITTEN}")
        said = "SELECT count(*), sum(rows_of_it)::BIGINT FROM wanted"
        [(documents, figures)] = made.execute(said).fetchall()
        for file, first in enumerate(range(0, figures, _FILE_ROWS)):
            rows = _FIGURES.format(first=first, last=first + _FILE_ROWS)
            made.execute(f"COPY ({rows}) TO '{folder}/figures/{file:06}.parquet' {_WRITTEN}")
        [(failures,)] = made.execute("SELECT count(*) FROM failures").fetchall()
    write_index(folder)
    known = {"documents": documents, "failures": failures, "figures": figures}
    (folder / SAID).write_text(json.dumps({"edition": EDITION, **known}), encoding="utf-8")
