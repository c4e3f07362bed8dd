"""The heading of a part of a page, and small words beside what they explain."""

import streamlit as st


def header(name: str) -> None:
    """The heading of a part, one step below the page's title; no link to it to stop at."""
    st.header(name, anchor=False)


def aside(markdown: str) -> None:
    """Words in a small grey; see small."""
    st.markdown(small(markdown))


def small(markdown: str) -> str:
    """The same in a small grey that can be read; st.caption is too pale for that."""
    return f":small[:gray[{markdown}]]"
