"""What pages ask of the database and of the charts, kept between runs and shared by visitors."""

from collections import OrderedDict
from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from xi_data import store
from xi_data.charts.theme import THEMES
from xi_data.locale import Translator

_KEPT = 5000  # answers that are kept; the largest, a drawn chart, is some 20 kB
_answers: OrderedDict[tuple, tuple[Any, Any]] = OrderedDict()
_lock = Lock()


@cache
def database():
    """The one connection of the process; queries open cursors of their own."""
    return store.open_database()


def ask(query: Callable[..., Any], *args: Any, **parameters: Any) -> Any:
    """The answer of one of store's queries, shared between visitors: read it, never change it.

    Raises what opening the database raises.
    """
    return _answer(query, *args, **parameters)


@cache
def described(lang: str) -> dict[str, dict[str, Any]]:
    """Every figure by its key, as store.figures describes it."""
    return {row["figure_id"]: row for row in ask(store.figures, lang).to_dict("records")}


def kept(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, made to compute each answer once. It must be pure, its answers never changed.

    Frames among the arguments are told apart by identity, so pass those that ask or a kept function
    gave: they stay the same between runs. All other arguments must be hashable.
    """

    @wraps(function)
    def once(*args: Any, **options: Any) -> Any:
        key = (function, *map(_identity, args), *map(_identity, options.items()))
        with _lock:
            if key in _answers:
                _answers.move_to_end(key)
                return _answers[key][1]
        answer = function(*args, **options)
        with _lock:
            # The arguments are kept too, so that no other frame can take over an identity.
            _answers[key] = ((args, options), answer)
            if len(_answers) > _KEPT:
                _answers.popitem(last=False)
        return answer

    return once


def drawn(
    chart: Callable[..., Any], rows: pd.DataFrame, t: Translator, **options: Any
) -> dict[str, Any]:
    """A chart's Vega-Lite spec in the page's language and mode, its data as Arrow.

    Computed once for the same arguments, as kept does.
    """
    return _spec(chart, rows, t, st.context.theme.type or "light", **options)


@kept
def tuples(rows: pd.DataFrame) -> list[Any]:
    """The rows as named tuples."""
    return list(rows.itertuples())


@kept
def ids(rows: pd.DataFrame) -> list[str]:
    """The figures' keys, in the order of the rows."""
    return list(rows["figure_id"])


@kept
def only(rows: pd.DataFrame, column: str, value: Any) -> pd.DataFrame:
    """The rows with this value in the column."""
    return rows[rows[column] == value]


@kept
def largest(rows: pd.DataFrame) -> str:
    """Key of the figure with the largest value."""
    return rows.loc[rows["value"].idxmax(), "figure_id"]


@kept
def _spec(chart, rows: pd.DataFrame, t: Translator, mode: str, **options: Any) -> dict[str, Any]:
    spec = chart(rows, t, THEMES[mode], **options).to_dict()
    spec["datasets"] = {name: _arrow(values) for name, values in spec["datasets"].items()}
    return spec


@kept
def _answer(query, *args: Any, **parameters: Any) -> Any:
    return query(database(), *args, **parameters)


def _identity(argument: Any) -> Any:
    if isinstance(argument, pd.DataFrame):
        return ("frame", id(argument))
    if isinstance(argument, tuple):
        return tuple(map(_identity, argument))
    return argument


def _arrow(values: list[dict[str, Any]]) -> bytes:
    table = pa.Table.from_pylist(values)
    with pa.BufferOutputStream() as sink:
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return sink.getvalue().to_pybytes()
