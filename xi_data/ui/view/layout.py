"""Places of chart, card and table; headline numbers and notes."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from xi_data.findings import Cell, Note
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views import Request

_ABREAST = 3  # headline numbers that stand side by side on a phone


def headline(cells: Sequence[Cell]) -> None:
    """Headline numbers, number first; nothing where there are none.

    Numbers stand in one line above their words. Where there are too many for the line of a phone,
    each keeps its words below it, for they go on in another line there.
    """
    if not cells:
        return
    with st.grid(len(cells), min_column_width=100, gap=("xxsmall", "small")):
        if len(cells) <= _ABREAST:
            _numbers_above_words(cells)
        else:
            for cell in cells:
                with st.container(gap="xxsmall"):
                    _numbers_above_words([cell])


def _numbers_above_words(cells: Sequence[Cell]) -> None:
    for cell in cells:
        st.metric(marked(cell.label), plain(cell.number), label_visibility="collapsed")
    for cell in cells:
        st.markdown(f"{marked(cell.label)}  \n:small[{marked(cell.source)}]")


@dataclass(frozen=True)
class Layout:
    """Where chart, evidence card and table go; None where the view switch leaves one out."""

    chart: DeltaGenerator | None
    card: DeltaGenerator
    table: DeltaGenerator | None


def layout(request: Request) -> Layout:
    """Chart beside card, table below; with the chart switched off the table takes its place."""
    left, right = st.columns([2, 1], gap="medium")
    view = request.switches["view"]
    below = st.container()
    return Layout(
        chart=None if view == "table" else left,
        card=right,
        table={"both": below, "chart": None, "table": left}[view],
    )


def notes(page: Page, lines: Sequence[Note]) -> None:
    """How to read the numbers; nothing where there is nothing to say."""
    if not lines:
        return
    said = [f":small[:gray[{_icon(icon)} {marked(sentence)}]]" for icon, sentence in lines]
    st.markdown("\n\n".join([f"#### {page.t('How to read these numbers')}", *said]))


def _icon(icon: str) -> str:
    """An icon as it is; a sign as it looks."""
    return icon if icon.startswith(":material/") else marked(icon)
