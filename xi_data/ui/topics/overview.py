"""Cards of the Overview: a number with its definition and evidence, and the ways into topics."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from xi_data.findings.overview import FigureCard, Overview, SumCard, Told
from xi_data.ui.evidence.account import printed_words
from xi_data.ui.evidence.citation import citations
from xi_data.ui.navigation.router import pages
from xi_data.ui.shell.bulletin import choose
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import show_figure
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.ui.widgets.popover import popover
from xi_data.wording import SIGMA, hedged


def cards(page: Page, found: Overview) -> None:
    """The headline numbers side by side."""
    with st.grid(max(1, len(found.cards)), min_column_width=160):
        for one in found.cards:
            if isinstance(one, SumCard):
                _sum_card(page, one)
            else:
                _figure_card(page, one)


def _sum_card(page: Page, card: SumCard) -> None:
    """A sum that we computed, with its date and its parts."""

    def contents() -> None:
        if card.added:
            result, *every = map(marked, card.added)
            st.markdown("\n".join([result, "", *(f"- {part}" for part in every)]))
        citations(page, card.name, card.whole)

    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(_named(card.figure, plain(card.name)), plain(card.number))
        sign = f"{marked(SIGMA)} " if len(card.whole.parts) > 1 else ""
        parts = f"{sign}:small[:gray[{marked(card.parts)}]]"
        st.markdown(f"{parts}  \n:small[**{plain(card.dated)}**]")
        key = keys.card("sum", card.figure["figure_id"])
        popover(page.t("See the sum"), key, contents, type="tertiary")


def _figure_card(page: Page, card: FigureCard) -> None:
    """One printed figure, with its definition, its date and its words."""
    t, figure = page.t, card.figure

    def contents() -> None:
        printed_words(figure, figure["figure_id"])
        aside(plain(figure["note"] or hedged(t, figure)))
        citations(page, card.name, [figure["figure_id"]])
        st.button(
            t("See in the article"),
            key=keys.card("evidence", figure["figure_id"]),
            type="tertiary",
            icon=":material/my_location:",
            on_click=show_figure,
            args=(figure["figure_id"],),
        )

    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(_named(figure, plain(card.name)), plain(card.number))
        st.markdown(f":small[:gray[{plain(card.counted)}]]  \n:small[**{plain(card.dated)}**]")
        key = keys.card("words", figure["figure_id"])
        popover(t("Evidence: {label}", label=plain(card.name)), key, contents, type="tertiary")


def ways_in(page: Page, found: Overview) -> None:
    """The topics in their colours, each with the number of figures that its page shows."""
    with st.container(horizontal=True, gap="small"):
        for one in found.ways:
            query = page.address(**({"family": one.family} if one.page == "figures" else {}))
            label = _named(one.figure, f"{plain(one.name)} :gray[{one.figures}]")
            st.page_link(pages(page.t)[one.page], label=label, query_params=query, width="content")


def bulletins(page: Page, found: Overview) -> None:
    """Several bulletins side by side: a way to each of them, and what it holds.

    The way is a button: a link to the page on show would leave the browser's address as it is.
    """
    with st.grid(2, min_column_width=310, border=True):
        for one in found.several:
            with st.container(gap="xsmall"):
                _bulletin(page, one)


def _bulletin(page: Page, told: Told) -> None:
    t, bulletin = page.t, told.bulletin
    number = t.plural("{number} figure", "{number} figures", told.figures)
    st.button(
        f"**{plain(bulletin['name'])}**",
        key=keys.card("bulletin", bulletin["bulletin_id"]),
        type="tertiary",
        icon=":material/arrow_forward:",
        wrap=True,
        on_click=choose,
        args=([bulletin["bulletin_id"]],),
    )
    st.markdown(
        f":small[{plain(bulletin['place'])} · {number}]  \n:small[:gray[{plain(told.families)}]]"
    )


def _named(figure: Mapping[str, Any], name: str) -> str:
    # name: in Markdown.
    return f":{figure['colour']}[:material/{figure['icon']}:] {name}"
