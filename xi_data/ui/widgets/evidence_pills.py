"""Figures that no mark stands for, as pills: choosing one shows its evidence."""

from collections.abc import Mapping

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import address
from xi_data.ui.state.selection import show_figure
from xi_data.ui.widgets.markdown import plain


def evidence_pills(t: Translator, numbers: Mapping[str, str], shown: str, key: str) -> None:
    """A pill for each figure. numbers: figure to its number. shown: the one whose evidence is on
    show. key: of the widget. Nothing in a frame, where there is no card."""
    if address.embedded():
        return
    st.session_state[key] = shown if shown in numbers else None
    st.pills(
        t("Show evidence for"),
        list(numbers),
        format_func=lambda figure: plain(numbers[figure]),
        key=key,
        on_change=lambda: show_figure(st.session_state[key]),
        wrap=True,
    )
