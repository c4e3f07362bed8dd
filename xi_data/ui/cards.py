"""Cards of the overview: a number with its definition and evidence, and the ways into topics."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import store, sums
from xi_data.export import formula
from xi_data.locale import Translator
from xi_data.ui import router
from xi_data.ui.computed import SIGMA
from xi_data.ui.data import ask, described, ids, kept
from xi_data.ui.evidence import printed_words
from xi_data.ui.figure import as_of_words, hedged_number, value_words
from xi_data.ui.markdown import lines
from xi_data.ui.panel import panel
from xi_data.ui.picks import show_figure

_LINE = 32  # letters that fit in a line of a way in, at four side by side
_FEW = 3  # parts of a sum up to which the card prints them all


def sum_card(t: Translator, name: str, rows: pd.DataFrame) -> None:
    """A sum that we computed, with its date and its parts. rows: the figures that are added."""
    number, parts, added = _sum_words(t, rows)
    first = described(t.lang)[ids(rows)[0]]
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(_named(first, name), number)
        st.markdown(f"{SIGMA} :small[:gray[{parts}]]  \n:small[**{as_of_words(t, first)}**]")
        if len(rows) > _FEW:
            key = f"_sum_{first['figure_id']}"
            panel(t("See the sum"), key, lambda: st.markdown(added), type="tertiary")


@kept
def _sum_words(t: Translator, rows: pd.DataFrame) -> tuple[str, str, str]:
    """The sum, its parts in short, and its parts as a list."""
    whole = sums.total(rows)
    parts = t.plural("{number} figure alone", "{number} figures added", len(rows))
    if len(rows) <= _FEW:
        parts = formula(t, whole)
    added = (f"- **{t.number(row.value)}** {row.label}" for row in rows.itertuples())
    result = f"{formula(t, whole)} = **{t.number(whole.value)}**"
    return t.number(whole.value), parts, "\n".join([result, "", *added])


def figure_card(t: Translator, figure_id: str) -> None:
    """One printed figure, with its definition, its date and its words."""
    one = described(t.lang)[figure_id]

    def words() -> None:
        st.markdown(printed_words(one))
        st.caption(one["note"] or value_words(t, one))
        st.button(
            t("Show it in the article"),
            key=f"_evidence_{figure_id}",
            type="tertiary",
            icon=":material/my_location:",
            on_click=show_figure,
            args=(figure_id,),
        )

    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(_named(one, one["category_label"]), hedged_number(t, one))
        st.markdown(
            f":small[:gray[{one['unit_label']} · {one['label']}]]  \n"
            f":small[**{as_of_words(t, one)}**]"
        )
        panel(t("Evidence"), f"_words_{figure_id}", words, type="tertiary")


@kept
def family_icons(t: Translator) -> dict[str, str]:
    """Family to its icon in its colour, in Markdown; families in the order of the vocabulary."""
    every = ask(store.figures, t.lang).drop_duplicates("family").set_index("family")
    return {
        family: f":{every.at[family, 'colour']}[:material/{every.at[family, 'icon']}:]"
        for family in ask(store.options, t.lang)["family"]
        if family in every.index
    }


def way_in(t: Translator, family: str, number: int, leading: tuple[str, ...]) -> None:
    """A topic with its number of figures and what its leading figures say, as one link."""
    key = router.home(family)
    query = {"lang": t.lang} | ({"family": family} if key == "figures" else {})
    label = _way_in_words(t, number, leading)
    st.page_link(router.pages(t)[key], label=label, query_params=query, width="stretch")


@kept
def _way_in_words(t: Translator, number: int, leading: tuple[str, ...]) -> str:
    figures = [described(t.lang)[key] for key in leading]
    name = _named(figures[0], f"**{figures[0]['family_label']}** {number}")
    said = (t.pair(one["label"], value_words(t, one)) for one in figures)
    # A link does not wrap by itself.
    small = [f":small[:gray[{line}]]" for one in said for line in lines(one, _LINE)]
    return "  \n".join([name, *small])


def _named(one: Mapping[str, Any], name: str) -> str:
    return f":{one['colour']}[:material/{one['icon']}:] {name}"
