"""Build the database from data/: schema, rows, and the tables that only searching needs."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from xi_data.reading.text import searchable
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES, read_table
from xi_data.record.version import version
from xi_data.store.derived import derive

_HERE = Path(__file__).parent
_QUOTED = '"{}"'.format
_table = re.compile(r"CREATE TABLE (\w+) \((.*?)\n\);", re.DOTALL)
_named_check = re.compile(r'CONSTRAINT "([^"]+)"\s+CHECK\b')


def fill(connection: duckdb.DuckDBPyConnection, data: Path = DATA) -> None:
    """Create the schema in an empty database and load every table of data/ into it.

    Raises DataError that names file, line, column, value and what was expected.
    """
    edition = version(data)  # tables in another schema are not for this code
    connection.execute(_schema())
    for table in TABLES:
        _load(connection, data, table)
    derive(connection, edition.bulletin)
    found_by = list(_search_rows(connection))
    if found_by:
        connection.execute(
            "INSERT INTO figure_search VALUES " + ", ".join(["(?, ?, ?, ?)"] * len(found_by)),
            [cell for row in found_by for cell in row],
        )


def _load(connection: duckdb.DuckDBPyConnection, data: Path, table: str) -> None:
    types = _types(connection, table)
    rows = list(read_table(data, table, types))
    if not rows:
        return
    insert = f"INSERT INTO {_QUOTED(table)} VALUES "
    marks = f"({', '.join('?' * len(types))})"
    connection.execute("BEGIN")
    try:
        connection.execute(
            insert + ", ".join([marks] * len(rows)), [v for _, row in rows for v in row.values()]
        )
        connection.execute("COMMIT")
    except duckdb.ConstraintException:
        connection.execute("ROLLBACK")
        # One by one: a row may refer to an earlier one of its table; else this finds the culprit.
        for line, row in rows:
            try:
                connection.execute(insert + marks, [*row.values()])
            except duckdb.ConstraintException as error:
                raise _explained(data, table, types, line, row, error) from None


def _types(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    return dict(
        connection.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? "
            "ORDER BY column_index",
            [table],
        ).fetchall()
    )


def _explained(data, table, types, line, row, error) -> DataError:
    """The broken constraint as file, line, column, value and what was expected."""
    probe = duckdb.connect()
    probe.execute(_schema())
    sentences = iter(_sentences(table))
    for kind, columns, expression, referenced, referenced_columns in probe.execute(
        "SELECT constraint_type, constraint_column_names, expression, referenced_table, "
        "referenced_column_names FROM duckdb_constraints() WHERE table_name = ? "
        "ORDER BY constraint_type = 'CHECK', constraint_index",
        [table],
    ).fetchall():
        values = [row[column] for column in columns]
        sentence = next(sentences) if kind == "CHECK" else ""
        if kind == "NOT NULL" and values[0] is None:
            expected = "a value"
        elif kind == "CHECK" and not _holds(probe, expression, types, row):
            expected = sentence
        elif (
            kind == "FOREIGN KEY"
            and None not in values
            and not _known(data, probe, table, referenced, referenced_columns, values, line)
        ):
            expected = f"one of {', '.join(referenced_columns)} in {TABLES[referenced]}"
        elif kind in {"PRIMARY KEY", "UNIQUE"} and _known(
            data, probe, table, table, columns, values, line
        ):
            expected = f"no second row with this {', '.join(columns)}"
        else:
            continue
        shown = ", ".join("" if value is None else str(value) for value in values)
        return DataError(TABLES[table], line, ", ".join(columns), shown, expected)
    return DataError(TABLES[table], line, "", "", str(error))


def _schema() -> str:
    return (_HERE / "schema.sql").read_text(encoding="utf-8")


def _sentences(table: str) -> list[str]:
    """What each CHECK of a table expects, in the order of the schema: DuckDB forgets the names."""
    return _named_check.findall(dict(_table.findall(_schema()))[table])


def _holds(probe, expression: str, types: dict[str, str], row: dict) -> bool:
    columns = ", ".join(f"?::{kind} AS {_QUOTED(name)}" for name, kind in types.items())
    [verdict] = probe.execute(
        f"SELECT {expression} FROM (SELECT {columns})", [*row.values()]
    ).fetchone()
    return verdict is not False


def _known(data, probe, table, referenced, columns, values, line) -> bool:
    types = _types(probe, referenced)
    return any(
        [row[column] for column in columns] == values
        for number, row in read_table(data, referenced, types)
        if referenced != table or number < line
    )


def _search_rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str, str]]:
    for bulletin_id, figure_id, value, *cells in connection.execute(
        'SELECT bulletin_id, figure_id, "value", category_label_en, category_label_zh, subject, '
        "figure_id, label_en, label_zh, mention, subject FROM described_figures"
    ).fetchall():
        names, words = cells[:3], cells[3:]
        number = [] if value is None else [f"{value:.15g}"]
        yield bulletin_id, figure_id, _searched(names), _searched([*words, *number])


def _searched(words: list[str | None]) -> str:
    return "\n".join(searchable(word) for word in words if word)
