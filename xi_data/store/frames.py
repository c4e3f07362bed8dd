"""A .sql file asked of the database, and its answer as a data frame."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pandas as pd
from pandas.api.internals import create_dataframe_from_blocks

_SQL = Path(__file__).parent / "sql"
_filter_line = re.compile(r"\n *AND \((?:len\()?\$(?P<filter>\w+)\)? = 0 OR .*")
_parameter = re.compile(r"\$(\w+)")


class Database(Protocol):
    """What a query needs: a DuckDB connection has it too."""

    def cursor(self) -> Any:
        """A context manager that gives a cursor of its own."""


def rows(database: Database, query: str, lang: str, **parameters: Any) -> pd.DataFrame:
    """The rows of a query with words in one language, "" for none, as Python objects."""
    with database.cursor() as cursor:
        columns = cursor.execute(*_statement(_sql_in(query, lang), parameters)).fetchnumpy()
    return _frame(
        {name.removesuffix(f"_{lang}"): _filled(cells) for name, cells in columns.items()}
    )


def _frame(columns: dict[str, np.ndarray]) -> pd.DataFrame:
    """Columns in a block for each type: made and filtered several times faster than one by one."""
    arrays = list(columns.values())
    places = defaultdict(list)
    for place, cells in enumerate(arrays):
        places[cells.dtype].append(place)
    blocks = []
    for dtype, of_type in places.items():
        block = np.empty((len(of_type), len(arrays[0])), dtype=dtype)
        for row, place in enumerate(of_type):
            block[row] = arrays[place]
        blocks.append((block, np.array(of_type)))
    index = pd.RangeIndex(len(arrays[0]))
    return create_dataframe_from_blocks(blocks, index=index, columns=pd.Index(columns, dtype="str"))


def _filled(values: np.ndarray) -> np.ndarray:
    """A column with "", NaN or NaT for what is missing."""
    if not isinstance(values, np.ma.MaskedArray):
        return values
    if values.dtype == object:
        return values.filled("")
    if values.dtype.kind == "M":
        return values.filled(np.datetime64("NaT"))
    return values.astype(float).filled(np.nan) if values.mask.any() else values.data


def frame(database: Database, query: str, **parameters: Any) -> pd.DataFrame:
    """The rows of a query as its .sql file gives them."""
    with database.cursor() as cursor:
        return cursor.execute(*_statement(_sql(query), parameters)).df()


def _statement(sql: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any] | None]:
    """The query without the lines of filters that filter nothing, and what it still names."""
    sql = _filter_line.sub(lambda line: line[0] if parameters[line["filter"]] else "", sql)
    named = set(_parameter.findall(sql))
    return sql, {key: _listed(value) for key, value in parameters.items() if key in named} or None


def _listed(value: Any) -> Any:
    return [_listed(one) for one in value] if isinstance(value, tuple) else value


@cache
def _sql(query: str) -> str:
    return (_SQL / f"{query}.sql").read_text(encoding="utf-8")


@cache
def _sql_in(query: str, lang: str) -> str:
    """The query without the columns of the other language: half the words need no fetching.

    By a pattern that all other names end in, for DuckDB takes long over a condition.
    """
    ending = {"en": r"([^h]|[^z]h|[^_]zh)\z", "zh": r"([^n]|[^e]n|[^_]en)\z"}[lang]
    return f"SELECT COLUMNS('{ending}') FROM (\n{_sql(query).strip()}\n)"
