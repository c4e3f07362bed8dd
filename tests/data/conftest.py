"""The rows of data/, as its files have them."""

import pytest

from xi_data.record.tables import DATA, read_table


@pytest.fixture(scope="session")
def table(connection):
    """A table's rows with typed cells, in the order of its file, by the table's name."""

    def rows(name: str) -> list[dict]:
        with connection.cursor() as cursor:
            types = cursor.execute(
                "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? "
                "ORDER BY column_index",
                [name],
            ).fetchall()
        return [row for _, row in read_table(DATA, name, dict(types))]

    return rows


@pytest.fixture(scope="session")
def figures(table) -> dict[str, dict]:
    """Figure id to figure."""
    return {row["figure_id"]: row for row in table("figures")}
