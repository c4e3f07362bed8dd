"""The head of a card with evidence: what it is of, and a way to look at no figure any more."""

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import keys
from xi_data.ui.state.selection import turn_to


def card_head(t: Translator, heading: str, picked: bool) -> None:
    """heading: Markdown. picked: whether the visitor chose the figure, and can let go of it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.header(f":small[:gray[{heading}]]", anchor=False)
        if picked:
            st.button(
                t("Clear selection"),
                icon=":material/close:",
                key=keys.chip(keys.FIGURE),
                type="tertiary",
                on_click=turn_to,
                args=(None,),
            )
