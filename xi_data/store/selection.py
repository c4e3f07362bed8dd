"""A database of some figures only, with all that is said of them and nothing of other bulletins."""

from collections.abc import Collection
from pathlib import Path

import duckdb
import pyarrow as pa

from xi_data.record.tables import TABLES
from xi_data.record.version import version
from xi_data.store.build import insert, quiet, schema
from xi_data.store.derived import derive
from xi_data.store.file import quoted

_CHOSEN = "(bulletin_id, figure_id) IN (SELECT (bulletin_id, figure_id) FROM chosen_figures)"
_OF_BULLETIN = "bulletin_id IN (FROM chosen_bulletins)"
_NAMES_CHOSEN = r"""NOT EXISTS (
    SELECT 1
    FROM (SELECT unnest(regexp_extract_all(concat(text_en, text_zh), '\{([^{}]*)\}', 1)) AS key)
    WHERE (bulletin_id, key) NOT IN (SELECT (bulletin_id, figure_id) FROM chosen_figures)
)"""
"""The remarks that show numbers of these figures only."""
_WHICH = {
    "bulletins": _OF_BULLETIN,
    "paragraphs": _OF_BULLETIN,
    "excused_numerals": _OF_BULLETIN,
    "remarks": f"{_OF_BULLETIN} AND {_NAMES_CHOSEN}",
    "figures": _CHOSEN,
    "highlights": _CHOSEN,
    "figure_search": _CHOSEN,
    "relations": f"{_CHOSEN} AND {_CHOSEN.replace('figure_id)', 'other_id)', 1)}",
}


def fill_from(
    connection: duckdb.DuckDBPyConnection,
    file: Path,
    figures: Collection[tuple[str, str]],
    bulletins: Collection[str],
) -> None:
    """Create the schema in an empty database and copy the rows about these figures into it.

    file: a whole database. figures: (bulletin_id, figure_id). bulletins: those whose paragraphs and
    excused numerals are kept. Vocabularies are copied in full.
    """
    quiet(connection)
    default = version().bulletin
    connection.execute(f"ATTACH {quoted(file)} AS source (READ_ONLY)")
    keys = pa.array(figures, pa.struct([("bulletin_id", pa.string()), ("figure_id", pa.string())]))
    connection.register("chosen_figures", pa.Table.from_struct_array(keys))
    connection.register("chosen_bulletins", pa.table({"bulletin_id": pa.array(bulletins)}))
    connection.execute(schema())
    for table in TABLES:
        _copy(connection, table)
    derive(connection, default if default in bulletins else sorted(bulletins)[0])
    _copy(connection, "figure_search")
    for view in ("chosen_figures", "chosen_bulletins"):
        connection.unregister(view)
    connection.execute("DETACH source")


def _copy(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    rows = f'SELECT rowid AS place, * FROM source."{table}" WHERE {_WHICH.get(table, "true")}'
    insert(connection, table, f"({rows})", "place")
