"""Cards of the overview: a number with its definition and evidence, and the ways into topics."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import store, sums
from xi_data.locale import Translator
from xi_data.ui.data import ask, described, kept
from xi_data.ui.evidence import printed_words
from xi_data.ui.figure import as_of_words, hedged_number, value_words
from xi_data.ui.filters import show_figure
from xi_data.ui.view import SIGMA, formula

_PAGES = {"people": "screening", "closures": "closures", "supplies": "supplies"}
"""Families with a page of their own; the others open All figures, filtered."""

_FEW = 3  # parts of a sum up to which the card prints them all


def sum_card(t: Translator, name: str, rows: pd.DataFrame) -> None:
    """A sum that we computed, with its date and its parts. rows: the figures that are added."""
    number, parts, added = _sum_words(t, rows)
    first = described(t.lang)[rows["figure_id"].iat[0]]
    with st.container(border=True, gap="xsmall", height="stretch"):
        _name(first, name)
        st.metric(name, number, label_visibility="collapsed")
        st.markdown(f"{SIGMA} :small[:gray[{parts}]]  \n:small[**{as_of_words(t, first)}**]")
        with st.popover(t("See the sum"), type="tertiary", key=f"_sum_{first['figure_id']}"):
            st.markdown(added)


@kept
def _sum_words(t: Translator, rows: pd.DataFrame) -> tuple[str, str, str]:
    """The sum, its parts in short, and its parts as a list."""
    whole = sums.total(rows)
    parts = t.plural("{number} figure", "{number} figures added", len(rows))
    if len(rows) <= _FEW:
        parts = formula(t, whole)
    added = (f"- **{t.number(row.value)}** {row.label}" for row in rows.itertuples())
    result = f"{formula(t, whole)} = **{t.number(whole.value)}**"
    return t.number(whole.value), parts, "\n".join([result, "", *added])


def figure_card(t: Translator, figure_id: str) -> None:
    """One printed figure, with its definition, its date and its words."""
    one = described(t.lang)[figure_id]
    with st.container(border=True, gap="xsmall", height="stretch"):
        _name(one, one["category_label"])
        st.metric(one["label"], hedged_number(t, one), label_visibility="collapsed")
        st.markdown(
            f":small[:gray[{one['unit_label']} · {one['label']}]]  \n"
            f":small[**{as_of_words(t, one)}**]"
        )
        with st.popover(t("Evidence"), type="tertiary", key=f"_words_{one['figure_id']}"):
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
    """A topic with its number of figures and what its leading figures say, as a link."""
    said = [f"{one['label']}: {value_words(t, one)}" for one in map(described(t.lang).get, leading)]
    first = described(t.lang)[leading[0]]
    key = _PAGES.get(family, "figures")
    query = {"lang": t.lang} | ({} if family in _PAGES else {"family": family})
    with st.container(border=True, gap="xxsmall", height="stretch"):
        st.page_link(
            f"pages/{key}.py",
            label=f"**{first['family_label']}** {number}",
            icon=f":material/{first['icon']}:",
            query_params=query,
        )
        st.caption("; ".join(said))


def _name(one: Mapping[str, Any], name: str) -> None:
    st.markdown(f":small[:{one['colour']}[:material/{one['icon']}:] {name}]")
