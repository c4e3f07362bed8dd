"""Places of chart, card and table; headline numbers and notes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from xi_data.findings import Cell, Note
from xi_data.ui.state import address
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import header, small
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views import Request

_BESIDE = 260  # pixels of what stands beside the numbers: so wide, it goes below them on a phone


def headline(cells: Sequence[Cell], last: Callable[[], None] | None = None) -> None:
    """Headline numbers, each above its words; nothing where there are none.

    last: draws what stands beside the last of them, or alone where there is none.
    """
    with st.container(horizontal=True, gap="small"):
        if address.embedded():
            return
        gap = ("xxsmall", "small")
        with st.grid(len(cells), min_column_width=100, gap=gap) if cells else st.container():
            for cell in cells:
                with st.container(gap=None):
                    number, words = plain(cell.number), marked(cell.label)
                    st.metric(words, number, label_visibility="collapsed")
                    st.markdown(f"{words}  \n:small[{marked(cell.source)}]")
        if last:
            with st.container(width=_BESIDE):
                last()


@dataclass(frozen=True)
class Layout:
    """Where chart, evidence card and table go; None where the view switch leaves one out."""

    chart: DeltaGenerator | None
    card: DeltaGenerator
    table: DeltaGenerator | None


def layout(request: Request) -> Layout:
    """Chart beside card, table below; with the chart switched off the table takes its place.

    In a frame there is no card: chart and table have the whole width.
    """
    if address.embedded():
        left, right = st.container(), st.empty()
    else:
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
    if not lines or address.embedded():
        return
    header(page.t("How to read these numbers"))
    said = (small(f"{_icon(icon)} {marked(sentence)}") for icon, sentence in lines)
    st.markdown("\n\n".join(said))


def _icon(icon: str) -> str:
    """An icon as it is; a sign as it looks."""
    return icon if icon.startswith(":material/") else marked(icon)
