"""Figures that no mark stands for, a line each: choosing one shows its evidence."""

from collections.abc import Mapping, Sequence

import streamlit as st

from xi_data.ui.state.selection import show_figure


def evidence_lines(
    name: str, lines: Mapping[str, str], shown: str, key: str, captions: Sequence[str] | None = None
) -> None:
    """A line for each figure. name: of them all. lines: of each figure, in Markdown, and
    captions below these. shown: the one whose evidence is on show. key: of the widget."""
    st.session_state[key] = shown if shown in lines else None
    st.radio(
        name,
        list(lines),
        format_func=lines.get,
        captions=captions,
        index=None,
        key=key,
        on_change=lambda: show_figure(st.session_state[key]),
        label_visibility="collapsed",
    )
