"""The address at which a reader's own SQL is answered, where the host lets it be."""

from typing import Any

from xi_data import own_query
from xi_data.addresses.content import Answer, json_answer
from xi_data.addresses.known import Parameters, translator_of
from xi_data.limits import QUERY_CHARACTERS, SQL_ROWS
from xi_data.publish import ANSWER_FORMATS
from xi_data.record.version import version
from xi_data.store.own_sql import SqlError
from xi_data.views import Query, RequestError

CUT = "X-Rows-Left-Out"
"""Header of an answer that has not all rows: true."""


def answer_sql(query: Query, parameters: Parameters, base: str) -> Answer:
    """The rows of the one SELECT in sql, in a format; a 400 with DuckDB's words where it has none.

    Raises RequestError.
    """
    t = translator_of(parameters)
    ending = parameters.get("format", ["csv"])[-1]
    if ending not in ANSWER_FORMATS:
        raise RequestError("format", ending, list(ANSWER_FORMATS))
    sql = parameters.get("sql", [""])[-1]
    if not sql.strip():
        raise RequestError("sql", sql, ["one SELECT"])
    try:
        table = own_query.answered(sql)
    except SqlError as error:
        return json_answer({"error": str(error), "place": error.place, "known": []}, 400)
    write, media_type = ANSWER_FORMATS[ending]
    about = own_query.about(t, query, sql, base, version().date.isoformat())
    headers = {"Content-Disposition": f'inline; filename="query.{ending}"'}
    headers |= {CUT: "true"} if table.more else {}
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Answer(200, media_type + charset, write(table, about), headers)


def parameters_of_sql() -> list[dict[str, Any]]:
    """What the address takes, as OpenAPI says it."""
    formats = {"type": "string", "enum": list(ANSWER_FORMATS), "default": "csv"}
    sql = {"type": "string", "minLength": 1, "maxLength": QUERY_CHARACTERS}
    return [
        _taken("sql", sql, f"One SELECT of DuckDB; of its answer, {SQL_ROWS} rows", required=True),
        _taken("format", formats, "Of the answer"),
    ]


def _taken(name: str, schema: dict[str, Any], meaning: str, required: bool = False):
    named = {"name": name, "in": "query", "required": required}
    return named | {"schema": schema, "description": meaning}
