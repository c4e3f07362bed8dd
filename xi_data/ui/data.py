"""What pages ask of the database and of the charts, kept between runs and shared by visitors."""

import pickle
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from xi_data import store
from xi_data.charts.theme import THEMES
from xi_data.locale import Translator, translator

_KEPT = 2000  # answers, and drawn charts, that are kept; a chart is some 20 kB

_specs: dict[tuple, dict[str, Any]] = {}


@cache
def database():
    """The one connection of the process; queries open cursors of their own."""
    return store.open_database()


@lru_cache(_KEPT)
def ask(query: Callable[..., Any], *args: Any, **parameters: Any) -> Any:
    """The answer of one of store's queries, shared between visitors: read it, never change it.

    Raises what opening the database raises.
    """
    return query(database(), *args, **parameters)


@cache
def described(lang: str) -> dict[str, dict[str, Any]]:
    """Every figure by its key, as store.figures describes it."""
    return {row["figure_id"]: row for row in ask(store.figures, lang).to_dict("records")}


def drawn(
    chart: Callable[..., Any], rows: pd.DataFrame, t: Translator, **options: Any
) -> dict[str, Any]:
    """A chart's Vega-Lite spec in the page's language and mode, its data as Arrow."""
    mode = st.context.theme.type or "light"
    key = (chart, t.lang, mode, pickle.dumps((rows, options)))
    spec = _specs.get(key)
    if spec is None:
        spec = chart(rows, translator(t.lang), THEMES[mode], **options).to_dict()
        spec["datasets"] = {name: _arrow(values) for name, values in spec["datasets"].items()}
        if len(_specs) >= _KEPT:
            _specs.clear()
        _specs[key] = spec
    return spec


def _arrow(values: list[dict[str, Any]]) -> bytes:
    table = pa.Table.from_pylist(values)
    with pa.BufferOutputStream() as sink:
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return sink.getvalue().to_pybytes()
