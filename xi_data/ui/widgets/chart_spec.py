"""A chart's Vega-Lite spec in the page's language and mode, its data as Arrow."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES
from xi_data.locale import Translator
from xi_data.matching.highlight import visible


def mode() -> str:
    """light or dark, as the visitor's page is."""
    return st.context.theme.type or "light"


def spec(
    draw: Callable[..., Any], rows: pd.DataFrame, t: Translator, mode: str, **options: Any
) -> dict[str, Any]:
    """What st.vega_lite_chart takes."""
    made = _seen(vega_lite(draw(rows, t, THEMES[mode], **options)))
    made["datasets"] = {name: _arrow(values) for name, values in made["datasets"].items()}
    return made


def _seen(part: Any) -> Any:
    """A spec without signs that turn the direction of writing, alike in its rows and its scales."""
    if isinstance(part, str):
        return part if part.isascii() else visible(part)
    if isinstance(part, dict):
        return {name: _seen(one) for name, one in part.items()}
    return [_seen(one) for one in part] if isinstance(part, list) else part


def _arrow(values: list[dict[str, Any]]) -> bytes:
    table = pa.Table.from_pylist(values)
    with pa.BufferOutputStream() as sink:
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return sink.getvalue().to_pybytes()
