"""Which figure is looked at: callbacks of marks, rows, buttons and chips."""

import streamlit as st

from xi_data.ui import state


def show_figure(figure_id: str | None) -> None:
    """Show this figure's evidence; a mark of another figure is let go."""
    if st.session_state.get("bar") not in (None, figure_id):
        pick_bar(None)
    st.session_state["figure"] = figure_id
    state.touch()


def pick_bar(figure_id: str | None, chart: str | None = None) -> None:
    """Narrow the table to this mark's figure, and show its evidence.

    chart: the chart that it was picked in.
    """
    state.touch()
    st.session_state["bar"] = figure_id
    st.session_state["figure"] = figure_id
    elsewhere = st.session_state["_chart_picked"] not in (None, chart)
    st.session_state["_chart_picked"] = chart
    if figure_id is None or elsewhere:
        # Fresh charts forget their own picks, so that every mark can be picked again.
        st.session_state["_chart_round"] += 1


def let_go() -> None:
    """The filters changed, and the figure picked before may not be among the rows."""
    pick_bar(None)
