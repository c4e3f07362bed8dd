"""The evidence card: one figure, its relations, and the steps to the next."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.findings import Story
from xi_data.locale import Translator
from xi_data.publish import citation
from xi_data.ui.evidence.account import account
from xi_data.ui.evidence.citation import cited
from xi_data.ui.evidence.head import card_head
from xi_data.ui.evidence.relations import related
from xi_data.ui.navigation import links
from xi_data.ui.state import address, keys
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import show_figure, turn_to
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.in_sight import in_sight
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover
from xi_data.views import Request
from xi_data.wording import measure_word, with_unit

_SHORT = 26  # characters of a label that fit beside a relation in the card


def evidence(page: Page, request: Request, story: Story, shown: str) -> None:
    """A card for one figure; previous and next walk through the story's order."""
    figure_card(page, shown, story.order, "" if request.figure else story.first_words)


def figure_card(page: Page, shown: str, order: list[str], otherwise: str) -> None:
    """The card of a figure; none in a frame. otherwise: what it is where the reader picked none."""
    if address.embedded():
        return
    t = page.t
    caption = otherwise or t("selected figure")
    with st.container(border=True, gap="small", key=keys.EVIDENCE):
        with st.container(gap=None):
            in_sight(t, keys.EVIDENCE)
            card_head(t, f"{t('Evidence')} · {plain(caption)}", not otherwise)
        account(page, shown)
        _relations(page, shown)
        links.remember(shown)
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            _steps(page, shown, order)
            _cite(page, shown)
            links.to_figure(page, shown, t("Full page"))
            if links.here() != "source":
                links.to_words(page, shown)


def _relations(page: Page, key: str) -> None:
    with st.container(gap="xxsmall", key=keys.RELATIONS):
        for one in related(page, key):
            short = one.label if len(one.label) <= _SHORT else one.status_label or one.label
            st.button(
                f":gray[{plain(one.phrase)}] {_number(page.t, one.figure)} · {plain(short)}",
                help=plain(one.label),
                icon=f":material/{one.icon}:",
                key=keys.relation(one.kind, one.forward, one.figure["figure_id"]),
                type="tertiary",
                wrap=True,
                on_click=show_figure,
                args=(one.key,),
            )


def _number(t: Translator, figure: Mapping[str, Any]) -> str:
    """The value without its hedge, in Markdown; the words of a figure that has none."""
    if pd.isna(figure["value"]):
        return f"**{plain(with_unit(t, figure))}**"
    return f"**{plain(t.measured(t.compact(figure['value']), measure_word(t, figure)))}**"


def _cite(page: Page, key: str) -> None:
    def cite() -> None:
        copyable(page.t, with_unit(page.t, page.figure(key)), "number")
        copyable(page.t, citation.plain(page.t, cited(page, key)), "citation")

    popover(page.t("Cite"), keys.CITE, cite, icon=":material/format_quote:")


def _steps(page: Page, key: str, order: list[str]) -> None:
    t = page.t
    place = order.index(key) if key in order else -1
    before = order[place - 1] if place > 0 else None
    after = order[place + 1] if 0 <= place < len(order) - 1 else None
    for icon, words, target in (
        (":material/arrow_back:", t("Previous figure"), before),
        (":material/arrow_forward:", t("Next figure"), after),
    ):
        st.button(
            words,
            icon=icon,
            key=keys.step(icon),
            type="tertiary",
            disabled=target is None,
            on_click=turn_to,
            args=(target,),
        )
