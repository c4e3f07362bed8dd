"""Build the database from data/: schema, rows, and the tables that only searching needs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import pyarrow as pa

from xi_data.record.errors import DataError, Message
from xi_data.record.remarks import figures_named
from xi_data.record.tables import DATA, TABLES
from xi_data.record.version import read_version, unknown_bulletin
from xi_data.store.broken import first_broken
from xi_data.store.columns import LINE, read_columns
from xi_data.store.derived import derive
from xi_data.store.facets import choices_of_figure
from xi_data.store.search_index import found_by

_HERE = Path(__file__).parent
_ROWS = "rows_of_the_file"
_refers_to_itself = re.compile(
    r"CREATE TABLE (?P<table>\w+) \((?:(?!\n\);).)*?\n {4}(?P<column>\w+) "
    r"[^\n,]*REFERENCES (?P=table) \((?P<key>\w+)\)",
    re.DOTALL,
)


def fill(connection: duckdb.DuckDBPyConnection, data: Path = DATA) -> None:
    """Create the schema in an empty database and load every table of data/ into it.

    Raises DataError that names file, line, column, value and what was expected.
    """
    quiet(connection)
    bulletin = read_version(data).bulletin  # tables in another schema are not for this code
    connection.execute(schema())
    types = _types(connection)
    for table in TABLES:
        _load(connection, data, table, types[table])
        if table == "bulletins":
            _check_bulletins(connection, data, bulletin)
    _check_remarks(connection, data, types["remarks"])
    derive(connection, bulletin)
    with _arrow(connection, found_by(connection)):
        connection.execute(
            f"INSERT INTO figure_search SELECT {_ROWS}.*, {choices_of_figure()} "
            f"FROM {_ROWS} JOIN described_figures USING (bulletin_id, figure_id) "
            'ORDER BY bulletin_id, "start"'
        )


def prove(data: Path = DATA) -> None:
    """Raise what building from data would raise, a DataError; nothing is written anywhere."""
    with duckdb.connect() as connection:
        fill(connection, data)


def schema() -> str:
    """SQL that makes the tables of data/."""
    return (_HERE / "schema.sql").read_text(encoding="utf-8")


def quiet(connection: duckdb.DuckDBPyConnection) -> None:
    """Print no progress of long statements."""
    connection.execute("SET enable_progress_bar = false")


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: str, place: str) -> None:
    """Insert rows in the order of their column place, which the table does not have.

    Raises duckdb.ConstraintException.
    """
    statement = f'INSERT INTO "{table}" SELECT * EXCLUDE ("{place}") FROM {rows}'
    own = {one["table"]: one for one in _refers_to_itself.finditer(schema())}.get(table)
    if own is None:
        connection.execute(f'{statement} ORDER BY "{place}"')
        return
    columns = f'"{place}", "{own["key"]}", "{own["column"]}"'
    known = connection.execute(f"SELECT {columns} FROM {rows} ORDER BY ALL").fetchall()
    for first, last in _runs(known):
        connection.execute(
            f'{statement} WHERE "{place}" BETWEEN {first} AND {last} ORDER BY "{place}"'
        )


def _runs(rows: list[tuple[int, str, str | None]]) -> Iterator[tuple[int, int]]:
    """First and last place of rows, each with its key and one that it refers to, which can be
    inserted at once: a row must find the other in the table before."""
    first, keys = 0, set()
    for at, (_, key, other) in enumerate(rows):
        if other in keys:
            yield rows[first][0], rows[at - 1][0]
            first, keys = at, set()
        keys.add(key)
    if rows:
        yield rows[first][0], rows[-1][0]


def _load(
    connection: duckdb.DuckDBPyConnection, data: Path, table: str, types: Mapping[str, str]
) -> None:
    rows = read_columns(data, table, types)
    with _arrow(connection, rows):
        try:
            insert(connection, table, _ROWS, LINE)
        except duckdb.ConstraintException as error:
            found = None
            with suppress(duckdb.OutOfMemoryException):  # as many rows break a rule as there are
                found = first_broken(connection, table, _ROWS, schema())
            raise found or DataError(TABLES[table], 1, "", "", str(error)) from None


def _check_bulletins(connection: duckdb.DuckDBPyConnection, data: Path, bulletin: str) -> None:
    known = {key for (key,) in connection.execute("SELECT bulletin_id FROM bulletins").fetchall()}
    file = TABLES["bulletins"]
    if not known:
        raise DataError(file, 2, "", "", Message("at least one bulletin"))
    if bulletin not in known:
        raise unknown_bulletin(data, file)


def _check_remarks(
    connection: duckdb.DuckDBPyConnection, data: Path, types: Mapping[str, str]
) -> None:
    figures = connection.execute(
        "SELECT bulletin_id, figure_id FROM figures "
        "WHERE bulletin_id IN (SELECT bulletin_id FROM remarks)"
    )
    known = set(figures.fetchall())
    for remark in read_columns(data, "remarks", types).to_pylist():
        for column in ("text_en", "text_zh"):
            wrong = _unknown_in(remark[column], remark["bulletin_id"], known)
            if wrong is not None:
                expected = Message("in braces, keys of figures of the bulletin")
                raise DataError(TABLES["remarks"], remark[LINE], column, wrong, expected)


def _unknown_in(sentence: str, bulletin_id: str, known: set[tuple[str, str]]) -> str | None:
    """What stands in braces and is no figure; the whole sentence where a brace is alone."""
    try:
        keys = figures_named(sentence)
    except ValueError:
        return sentence
    return next((key for key in keys if (bulletin_id, key) not in known), None)


@contextmanager
def _arrow(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> Iterator[None]:
    """The rows as a view of the connection."""
    connection.register(_ROWS, rows)
    try:
        yield
    finally:
        connection.unregister(_ROWS)


def _types(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """Table to its columns to their SQL types, asked once: the catalogue takes 10 ms to answer."""
    types = defaultdict(dict)
    for table, column, sql_type in connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE database_name = current_database() ORDER BY table_name, column_index"
    ).fetchall():
        types[table][column] = sql_type
    return types
