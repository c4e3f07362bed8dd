"""Places of chart, card and table; the chart, headline numbers, notes, and an empty result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from xi_data.locale import Translator
from xi_data.ui import drawings
from xi_data.ui.controls import chip, reset
from xi_data.ui.data import ask, described, drawn, ids
from xi_data.ui.drawings import Drawing
from xi_data.ui.embedding import way_out
from xi_data.ui.evidence import EVIDENCE
from xi_data.ui.figure import value_words
from xi_data.ui.filters import Filters
from xi_data.ui.markdown import plain
from xi_data.ui.picks import pick_bar

_ABREAST = 3  # headline numbers that stand side by side on a phone


def headline(cells: Sequence[tuple[str, str, str]]) -> None:
    """Headline numbers: (number, words, where it comes from) each, number first.

    Numbers stand in one line above their words. Where there are too many for the line of a phone,
    each keeps its words below it, for they go on in another line there.
    """
    with st.grid(len(cells), min_column_width=100, gap=("xxsmall", "small")):
        if len(cells) <= _ABREAST:
            _numbers_above_words(cells)
        else:
            for cell in cells:
                with st.container(gap="xxsmall"):
                    _numbers_above_words([cell])


def _numbers_above_words(cells: Sequence[tuple[str, str, str]]) -> None:
    for number, words, _ in cells:
        st.metric(words, number, label_visibility="collapsed")
    for _, words, source in cells:
        st.markdown(f"{words}  \n:small[{source}]")


def chart(
    t: Translator,
    draw: Callable[..., Any],
    rows: pd.DataFrame,
    words: str,
    *,
    key: str,
    title: str,
    keys: Sequence[str] = (),
    coloured: pd.DataFrame | None = None,
    **options: Any,
) -> None:
    """A chart whose marks pick a figure: the pick narrows the table and shows the evidence.

    The picked figure stands below the chart, with a way to let it go: nothing above it moves.

    words: the chart's alternative text. title, keys and coloured: what stands around it on the
    page, for a picture of it; see Drawing.
    """
    drawings.page().drawings.append(Drawing(key, title, draw, rows, options, words, keys, coloured))
    widget = f"_chart_{key}_{st.session_state['_chart_round']}"

    def picked() -> None:
        found = st.session_state[widget]["selection"].get("pick", [])
        pick_bar(found[0]["figure_id"] if found else None, key)

    st.vega_lite_chart(
        None, drawn(draw, rows, t, **options), theme=None, key=widget, on_select=picked, alt=words
    )
    bar = st.session_state["bar"]
    if bar and bar in ids(rows):
        figure = described(t.lang)[bar]
        said = t("Selected: {label}, {value}", label=figure["label"], value=value_words(t, figure))
        chip(said, "bar", pick_bar, None)
        reach = t(
            "Table and files hold this figure alone; headline numbers and sums stay those of the "
            "whole view."
        )
        st.markdown(f":small[:gray[{reach}] [{t('See its evidence')}](#{EVIDENCE})]")


@dataclass(frozen=True)
class Places:
    """Where chart, evidence card and table go; None where the view switch leaves one out."""

    chart: DeltaGenerator | None
    card: DeltaGenerator
    table: DeltaGenerator | None


def places(asked: Filters) -> Places:
    """Chart beside card, table below; with the chart switched off the table takes its place."""
    left, right = st.columns([2, 1], gap="medium")
    view = asked.switches["view"]
    below = st.container()
    return Places(
        chart=None if view == "table" else left,
        card=right,
        table={"both": below, "chart": None, "table": left}[view],
    )


def notes(t: Translator, *lines: tuple[str, str]) -> None:
    """How to read the numbers: (icon, sentence) each."""
    said = [f":small[:gray[{icon} {sentence}]]" for icon, sentence in lines]
    st.markdown("\n\n".join([f"#### {t('How to read these numbers')}", *said]))


def nothing_fits(t: Translator, query: Callable[..., pd.DataFrame], asked: Filters) -> None:
    """An empty result: which filter to loosen, what that would give, and a button that does it."""
    way_out(t)
    st.info(t("No figure fits all of these filters."), icon=":material/filter_alt_off:")
    found = {key: len(ask(query, t.lang, **asked.without(key))) for key in asked.active}
    with st.container(horizontal=True):
        for key, number in found.items():
            if number:
                st.button(
                    t.plural(
                        "Take back “{words}”: {number} figure",
                        "Take back “{words}”: {number} figures",
                        number,
                        words=plain(asked.active[key]),
                    ),
                    key=f"_loosen_{key}",
                    on_click=reset,
                    args=([asked.param(key)],),
                )
        if not any(found.values()):
            st.button(
                t("Take back all filters"),
                key="_loosen_all",
                on_click=reset,
                args=([asked.param(key) for key in asked.active],),
            )
