"""A chart whose marks pick a figure."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.ui.state import charts_on_page, keys
from xi_data.ui.state.answers import answered
from xi_data.ui.state.charts_on_page import DrawnChart
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import show_figure
from xi_data.ui.widgets.chart_spec import mode, spec
from xi_data.views import Request


def chart(
    page: Page,
    request: Request,
    draw: Callable[..., Any],
    rows: pd.DataFrame,
    alt: Callable[[], str],
    *,
    key: str,
    title: str,
    how_to_read: Sequence[str] = (),
    coloured: pd.DataFrame | None = None,
    **options: Any,
) -> None:
    """A chart whose marks pick a figure, to show its evidence.

    rows and options follow from the request's question and the chart's key; options that do not
    are hashable. alt: gives the alternative text. title, how_to_read and coloured: what stands
    around it on the page, for a picture of it; see DrawnChart.
    """
    t, question = page.t, request.question
    words = answered(question, ("alt", key), alt)
    drawn = DrawnChart(key, title, draw, rows, options, words, how_to_read, coloured)
    charts_on_page.page().charts.append(drawn)
    widget = keys.chart(key, st.session_state[keys.CHART_ROUND])

    def picked() -> None:
        found = st.session_state[widget]["selection"].get("pick", [])
        show_figure(found[0]["figure_id"] if found else None, key)

    looks = [(name, one) for name, one in options.items() if not isinstance(one, pd.DataFrame)]
    made = answered(
        question,
        ("spec", key, mode(), tuple(sorted(looks))),
        lambda: spec(draw, rows, t, mode(), **options),
    )
    st.vega_lite_chart(None, made, theme=None, key=widget, on_select=picked, alt=words)
