"""What pages ask of the database and of the charts, kept between runs."""

import pickle
from collections.abc import Callable
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from xi_data import store
from xi_data.charts.theme import THEMES
from xi_data.locale import Translator, translator


@st.cache_resource(show_spinner=False)
def database():
    """The one connection of the process; queries open cursors of their own."""
    return store.open_database()


def ask(query: Callable[..., Any], *args: Any, **parameters: Any) -> Any:
    """The answer of one of store's queries, shared between visitors: read it, never change it.

    Raises what opening the database raises.
    """
    return _answer(query.__name__, args, parameters)


def figure(t: Translator, figure_id: str) -> dict[str, Any]:
    """One figure described, as store.figures has it. Raises KeyError for an unknown key."""
    return _figures(t.lang)[figure_id]


def drawn(
    chart: Callable[..., Any], rows: pd.DataFrame, t: Translator, **options: Any
) -> dict[str, Any]:
    """A chart's Vega-Lite spec in the page's language and mode, its data as Arrow."""
    mode = st.context.theme.type or "light"
    return _spec(chart, chart.__name__, rows, t.lang, mode, options)


@st.cache_resource(show_spinner=False)
def _figures(lang: str) -> dict[str, dict[str, Any]]:
    rows = ask(store.figures, lang).to_dict("records")
    return {row["figure_id"]: row for row in rows}


@st.cache_resource(max_entries=1000, show_spinner=False)
def _answer(name: str, args: tuple, parameters: dict[str, Any]) -> Any:
    return getattr(store, name)(database(), *args, **parameters)


@st.cache_resource(max_entries=1000, show_spinner=False, hash_funcs={pd.DataFrame: pickle.dumps})
def _spec(
    _chart, name: str, rows: pd.DataFrame, lang: str, mode: str, options: dict
) -> dict[str, Any]:
    spec = _chart(rows, translator(lang), THEMES[mode], **options).to_dict()
    spec["datasets"] = {name: _arrow(values) for name, values in spec["datasets"].items()}
    return spec


def _arrow(values: list[dict[str, Any]]) -> bytes:
    table = pa.Table.from_pylist(values)
    with pa.BufferOutputStream() as sink:
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return sink.getvalue().to_pybytes()
