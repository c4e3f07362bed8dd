"""Which figure is looked at: callbacks of marks, rows, buttons and chips.

To look at a figure narrows nothing: table, sums, title and files stay those of the filters.
"""

import streamlit as st

from xi_data.ui.state import address, keys


def show_figure(figure_id: str | None, chart: str | None = None) -> None:
    """Look at this figure, and bring its evidence to where the reader's eye is.

    chart: the one that a mark was picked in.
    """
    turn_to(figure_id, chart)
    if figure_id is not None:
        reveal(keys.EVIDENCE)


def turn_to(figure_id: str | None, chart: str | None = None) -> None:
    """Look at this figure where the reader has its evidence in sight already."""
    address.touch()
    st.session_state[keys.FIGURE] = figure_id
    if st.session_state[keys.CHART_PICKED] not in (None, chart):
        # Fresh charts forget their own picks, so that every mark can be picked again.
        st.session_state[keys.CHART_ROUND] += 1
    st.session_state[keys.CHART_PICKED] = chart if figure_id else None


def reveal(place: str) -> None:
    """Bring this place of the page to where the reader's eye is, once. See widgets.in_sight."""
    count, _ = st.session_state[keys.REVEALED]
    st.session_state[keys.REVEALED] = (count + 1, place)


def pick_row(figure_id: str) -> None:
    """A row was picked: look at its figure; the row that was picked before is let go."""
    show_figure(None if st.session_state[keys.FIGURE] == figure_id else figure_id)


def let_go() -> None:
    """The filters changed: the figure looked at may not be among the rows, nor their page there."""
    show_figure(None)
    st.session_state[keys.FIRST_ROW] = 1
