"""The first row of a file that breaks a constraint of its table, as an error with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import duckdb

from xi_data.record.errors import DataError, Message
from xi_data.record.tables import TABLES
from xi_data.store.columns import LINE

_named_check = re.compile(r'CONSTRAINT "([^"]+)"\s+CHECK\b')
_table = re.compile(r"CREATE TABLE (\w+) \((.*?)\n\);", re.DOTALL)


class Constraint(NamedTuple):
    """columns: those that it speaks of. broken: SQL that holds for a row which breaks it."""

    columns: list[str]
    expected: Message
    broken: str


def first_broken(
    connection: duckdb.DuckDBPyConnection, table: str, rows: str, schema: str
) -> DataError | None:
    """What is wrong in the first line that breaks a constraint; None where all rows keep them all.

    rows: name of what holds the rows of the file, as columns.read_columns makes them; the tables
    that the table refers to are loaded. Of two constraints that a line breaks the first counts:
    those of single columns and keys as the schema has them, then its CHECKs.
    """
    first, found = None, None
    for constraint in _constraints(connection, table, rows, schema):
        cells = ", ".join(f'"{column}"' for column in constraint.columns)
        rows_found = connection.execute(
            f'SELECT "{LINE}", {cells} FROM {rows} AS file '
            f'WHERE {constraint.broken} ORDER BY "{LINE}" LIMIT 1'
        ).fetchall()
        for line, *values in rows_found:
            if first is not None and first <= line:
                continue
            first = line
            shown = ", ".join("" if value is None else str(value) for value in values)
            found = DataError(
                TABLES[table], first, ", ".join(constraint.columns), shown, constraint.expected
            )
    return found


def check_sentences(schema: str, table: str) -> list[str]:
    """What each CHECK of a table expects, in the order of the schema: DuckDB forgets the names."""
    return _named_check.findall(dict(_table.findall(schema))[table])


def _constraints(
    connection: duckdb.DuckDBPyConnection, table: str, rows: str, schema: str
) -> Iterator[Constraint]:
    sentences = iter(check_sentences(schema, table))
    for kind, columns, expression, other, other_columns in connection.execute(
        "SELECT constraint_type, constraint_column_names, expression, referenced_table, "
        "referenced_column_names FROM duckdb_constraints() "
        "WHERE table_name = ? AND database_name = current_database() "
        "ORDER BY constraint_type = 'CHECK', constraint_index",
        [table],
    ).fetchall():
        if kind == "NOT NULL":
            yield Constraint(columns, Message("a value"), f'"{columns[0]}" IS NULL')
        elif kind == "CHECK":
            named = [*dict.fromkeys(columns)]  # an expression may speak of one more than once
            yield Constraint(named, Message(next(sentences)), f"NOT ({expression})")
        elif kind == "FOREIGN KEY":
            expected = Message(
                "one of {columns} in {file}", columns=", ".join(other_columns), file=TABLES[other]
            )
            source = rows if other == table else f'"{other}"'
            same = _same(other_columns, columns)
            if other == table:  # an earlier row of the same file
                same += f' AND other."{LINE}" < file."{LINE}"'
            unknown = f"NOT EXISTS (FROM {source} AS other WHERE {same})"
            yield Constraint(columns, expected, f"{_given(columns)} AND {unknown}")
        else:
            expected = Message("no second row with this {columns}", columns=", ".join(columns))
            earlier = f'{_same(columns, columns)} AND other."{LINE}" < file."{LINE}"'
            known = f"EXISTS (FROM {rows} AS other WHERE {earlier})"
            yield Constraint(columns, expected, f"{_given(columns)} AND {known}")


def _given(columns: list[str]) -> str:
    return " AND ".join(f'file."{column}" IS NOT NULL' for column in columns)


def _same(others: list[str], columns: list[str]) -> str:
    pairs = zip(others, columns, strict=True)
    return " AND ".join(f'other."{other}" = file."{column}"' for other, column in pairs)
