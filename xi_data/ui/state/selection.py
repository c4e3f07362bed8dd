"""Which figure is looked at: callbacks of marks, rows, buttons and chips."""

import streamlit as st

from xi_data.ui.state import address, keys


def show_figure(figure_id: str | None) -> None:
    """Show this figure's evidence; a mark of another figure is let go."""
    if st.session_state.get(keys.BAR) not in (None, figure_id):
        pick_bar(None)
    st.session_state[keys.FIGURE] = figure_id
    address.touch()


def pick_bar(figure_id: str | None, chart: str | None = None) -> None:
    """Narrow the table to this mark's figure, and show its evidence.

    chart: the chart that it was picked in.
    """
    address.touch()
    st.session_state[keys.BAR] = figure_id
    st.session_state[keys.FIGURE] = figure_id
    elsewhere = st.session_state[keys.CHART_PICKED] not in (None, chart)
    st.session_state[keys.CHART_PICKED] = chart
    if figure_id is None or elsewhere:
        # Fresh charts forget their own picks, so that every mark can be picked again.
        st.session_state[keys.CHART_ROUND] += 1


def let_go() -> None:
    """The filters changed, and the figure picked before may not be among the rows."""
    pick_bar(None)
