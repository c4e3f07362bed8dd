"""The SQL behind a view with its parameters written in, ready to paste into DuckDB."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn


class _Asked(Exception):  # noqa: N818 - not an error: it carries what a query would have asked
    def __init__(self, sql: str, parameters: Mapping[str, Any]):
        self.sql, self.parameters = sql, parameters


class _Listener:
    """Stands in for a connection, and hears what a query asks without asking it."""

    def cursor(self) -> "_Listener":
        return self

    def __enter__(self) -> "_Listener":
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def execute(self, sql: str, parameters: Mapping[str, Any]) -> NoReturn:
        raise _Asked(sql, parameters)


def shown(query: Callable[..., Any], *args: Any, figure_id: str = "", **named: Any) -> str:
    """What one of the typed queries asks, for the downloaded database file.

    args and named: as the query takes them after its connection. figure_id: keep that figure's row
    only, for a view about one figure.
    """
    try:
        query(_Listener(), *args, **named)
    except _Asked as asked:
        values = {key: _literal(value) for key, value in asked.parameters.items()}
        sql = re.sub(r"\$([a-z_]+)", lambda found: values[found.group(1)], asked.sql).strip()
    if figure_id:
        sql = f"SELECT * FROM (\n{sql}\n) WHERE figure_id = {_literal(figure_id)}"
    return f"{sql};"


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return "'{}'".format(value.replace("'", "''"))
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]" if value else "[]::VARCHAR[]"
    return str(value)
