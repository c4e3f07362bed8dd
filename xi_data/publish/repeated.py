"""Keys that several rows of Parquet files have, in bounded memory however many rows there are."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

_MEMORY = "256MB"


def repeated_keys(files: Sequence[Path], aside: Path) -> frozenset[str]:
    """The keys of documents that stand more than once in shards. aside: a folder to sort in."""
    if not files:
        return frozenset()
    limits = {"memory_limit": _MEMORY, "temp_directory": str(aside), "threads": 2}
    with duckdb.connect(config=limits) as connection:
        found = connection.execute(
            "SELECT bulletin_id FROM read_parquet(?) WHERE problem IS NULL "
            "GROUP BY bulletin_id HAVING count(*) > 1",
            [[str(file) for file in files]],
        ).fetchall()
    return frozenset(key for (key,) in found)
