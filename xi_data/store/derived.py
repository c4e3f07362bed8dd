"""The tables that are derived from those of data/ when the database is built."""

from pathlib import Path

import duckdb

from xi_data.store.facets import fill_choices

_SQL = Path(__file__).parent / "derived.sql"


def derive(connection: duckdb.DuckDBPyConnection, default_bulletin: str) -> None:
    """Make the derived tables of a database whose tables of data/ are filled.

    default_bulletin: the bulletin of a link that names none. figure_search stays empty here: its
    words are made in Python.
    """
    connection.execute("SET VARIABLE default_bulletin = $1", [default_bulletin])
    connection.execute(_SQL.read_text(encoding="utf-8"))
    connection.execute("RESET VARIABLE default_bulletin")
    fill_choices(connection)
    for table, column, comment in connection.execute(_TAKEN_OVER).fetchall():
        words = comment.replace("'", "''")
        connection.execute(f"""COMMENT ON COLUMN {table}."{column}" IS '{words}'""")


_TAKEN_OVER = """
SELECT derived.table_name, derived.column_name, source.comment
FROM duckdb_columns() AS derived
JOIN duckdb_columns() AS source
    ON source.database_oid = derived.database_oid
    AND source.column_name = derived.column_name
    AND source.table_name = CASE
        WHEN derived.table_name LIKE 'described_%' THEN substr(derived.table_name, 11)
        ELSE 'figures'
    END
WHERE derived.comment IS NULL
"""
"""Columns without a comment, with the one of the column that they repeat."""
