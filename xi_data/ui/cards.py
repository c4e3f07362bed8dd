"""Cards of the overview: a number with its definition and evidence, and the ways into topics."""

import pandas as pd
import streamlit as st

from xi_data import store, sums
from xi_data.locale import Translator
from xi_data.ui import router
from xi_data.ui.data import ask
from xi_data.ui.evidence import printed_words
from xi_data.ui.figure import as_of_words, hedged_number, value_words
from xi_data.ui.filters import show_figure
from xi_data.ui.view import SIGMA, formula

_PAGES = {"people": "screening", "closures": "closures", "supplies": "supplies"}
"""Families with a page of their own; the others open All figures, filtered."""

_FEW = 3  # parts of a sum up to which the card prints them all


def sum_card(t: Translator, name: str, rows: pd.DataFrame) -> None:
    """A sum that we computed, with its date and its parts. rows: the figures that are added."""
    whole = sums.total(rows)
    first = rows.iloc[0]
    with st.container(border=True, gap="xsmall", height="stretch"):
        _name(first, name)
        st.metric(name, t.number(whole.value), label_visibility="collapsed")
        parts = t.plural("{number} figure", "{number} figures added", len(rows))
        if len(rows) <= _FEW:
            parts = formula(t, whole)
        st.markdown(f"{SIGMA} :small[:gray[{parts}]]  \n:small[**{as_of_words(t, first)}**]")
        with st.popover(t("See the sum"), type="tertiary", key=f"_sum_{first['figure_id']}"):
            st.markdown(f"{formula(t, whole)} = **{t.number(whole.value)}**")
            for row in rows.itertuples():
                _evidence_button(t, row.figure_id, f"**{t.number(row.value)}** {row.label}")


def figure_card(t: Translator, figure: pd.Series) -> None:
    """One printed figure, with its definition, its date and its words."""
    with st.container(border=True, gap="xsmall", height="stretch"):
        _name(figure, figure["category_label"])
        st.metric(figure["label"], hedged_number(t, figure), label_visibility="collapsed")
        st.markdown(
            f":small[:gray[{figure['unit_label']} · {figure['label']}]]  \n"
            f":small[**{as_of_words(t, figure)}**]"
        )
        with st.popover(t("Evidence"), type="tertiary", key=f"_words_{figure['figure_id']}"):
            st.markdown(printed_words(figure))
            st.caption(figure["note"] or value_words(t, figure))
            _evidence_button(t, figure["figure_id"], t("Show it in the article"))


def family_icons(t: Translator) -> dict[str, str]:
    """Family to its icon in its colour, in Markdown; families in the order of the vocabulary."""
    every = ask(store.figures, t.lang).drop_duplicates("family").set_index("family")
    return {
        family: f":{every.at[family, 'colour']}[:material/{every.at[family, 'icon']}:]"
        for family in ask(store.options, t.lang)["family"]
        if family in every.index
    }


def way_in(t: Translator, figures: pd.DataFrame, family: str, leading: tuple[str, ...]) -> None:
    """A topic with its number of figures and what its leading figures say, as a link."""
    members = figures[figures["family"] == family]
    said = [
        f"{figure['label']}: {value_words(t, figure)}"
        for _, figure in members.set_index("figure_id", drop=False).loc[list(leading)].iterrows()
    ]
    key = _PAGES.get(family, "figures")
    query = {"lang": t.lang} | ({} if family in _PAGES else {"family": family})
    first = members.iloc[0]
    with st.container(border=True, gap="xxsmall", height="stretch"):
        st.page_link(
            router.pages(t)[key],
            label=f"**{first['family_label']}** {len(members)}",
            icon=f":material/{first['icon']}:",
            query_params=query,
        )
        st.caption("; ".join(said))


def _name(figure: pd.Series, name: str) -> None:
    st.markdown(f":small[:{figure['colour']}[:material/{figure['icon']}:] {name}]")


def _evidence_button(t: Translator, figure_id: str, words: str) -> None:
    st.button(
        words,
        key=f"_evidence_{figure_id}",
        type="tertiary",
        icon=":material/my_location:",
        wrap=True,
        on_click=show_figure,
        args=(figure_id,),
    )
