"""Corpora of any size: figures of some thousand invented bulletins, repeated by DuckDB as Parquet.

Each repetition has bulletins of its own, with other days and values. Bulletins stay whole: there
are as many figures as asked for, or those of one bulletin more.
"""

import json
import math
import shutil
from pathlib import Path

import duckdb

from xi_data.batches.gather import FILE_ROWS
from xi_data.corpora import SAID
from xi_data.corpora.folder import EDITION
from xi_data.corpora.index import placed, write_figures, write_table

_READ = """
CREATE VIEW figures AS
SELECT f.* EXCLUDE (filename, file_row_number), word
FROM read_parquet('{of}/figures/*.parquet', filename = true, file_row_number = true) AS f
JOIN read_parquet('{of}/index/*.parquet') AS i
    ON parse_filename(f.filename, true)::INTEGER = i.file AND f.file_row_number = i."row"
"""

_REPEATED = """
CREATE TABLE wanted AS
SELECT
    n,
    bulletin_id,
    figures AS rows_of_it,
    sum(figures) OVER (ORDER BY n, place) AS so_far,
    (row_number() OVER (ORDER BY n, place) - 1)::INTEGER AS document
FROM (SELECT *, row_number() OVER () AS place FROM documents), range({times}) AS repeated(n)
QUALIFY so_far - figures < {figures}
"""

_DOCUMENTS = """
SELECT d.* REPLACE (
    format('g{:05}-{}', n, bulletin_id) AS bulletin_id,
    published + ((n * 37) % 700)::INTEGER AS published
)
FROM wanted JOIN documents AS d USING (bulletin_id) ORDER BY so_far
"""

_FIGURES = """
SELECT f.* REPLACE (
    format('g{{:05}}-{{}}', n, bulletin_id) AS bulletin_id, "value" * (1 + n % 7) AS "value"
), document
FROM wanted JOIN figures AS f USING (bulletin_id)
WHERE so_far > {first} AND so_far <= {last}
ORDER BY so_far, "start"
"""


def write_corpus(of: Path, folder: Path, figures: int) -> None:
    """A finished data set with about so many figures, made of those of another one."""
    for name in ("figures", "index", "documents"):
        (folder / name).mkdir(parents=True)
    for name in ("failures", "words"):
        shutil.copytree(of / name, folder / name)
    with duckdb.connect(config={"threads": "2", "memory_limit": "1GB"}) as made:
        made.execute(_READ.format(of=of))
        for name in ("documents", "failures"):
            made.read_parquet(str(of / name / "*.parquet")).create_view(name)
        [(there,)] = made.execute("SELECT count(*) FROM figures").fetchall()
        made.execute(_REPEATED.format(times=math.ceil(figures / there), figures=figures))
        documents = made.sql(_DOCUMENTS).to_arrow_table()
        write_table(folder / "documents" / "000000.parquet", documents)
        [(figures,)] = made.execute("SELECT sum(rows_of_it)::BIGINT FROM wanted").fetchall()
        for file, first in enumerate(range(0, figures, FILE_ROWS)):
            rows = made.sql(_FIGURES.format(first=first, last=first + FILE_ROWS)).to_arrow_table()
            known = placed(documents, 0).take(rows["document"]).drop_columns("document")
            for name in known.column_names:
                rows = rows.append_column(name, known[name])
            write_figures(folder, file, rows)
        [(failures,)] = made.execute("SELECT count(*) FROM failures").fetchall()
    known = {"documents": len(documents), "failures": failures, "figures": figures}
    (folder / SAID).write_text(json.dumps({"edition": EDITION, **known}), encoding="utf-8")
