"""Parts of the Timeline page: the figures that have no date."""

import streamlit as st

from xi_data.findings.timeline import Timeline
from xi_data.ui.navigation.router import pages
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import plain


def without_date(page: Page, found: Timeline) -> None:
    """The figures that hold to no printed date: how many of which topic, and a way to them."""
    t = page.t
    if not found.undated:
        return
    header(t("Figures without a date"))
    with st.grid(2, min_column_width=280, border=True):
        for one in found.undated:
            with st.container(gap="xxsmall"):
                st.metric(plain(one.name), plain(one.number), label_visibility="collapsed")
                st.markdown(
                    f"{plain(one.name)}  \n:small[:gray[{plain(one.meaning)}]]  \n"
                    f":small[{plain(one.topics)}]"
                )
                st.page_link(
                    pages(t)["figures"],
                    label=t("See them in All figures"),
                    query_params=page.address(dated=one.dated),
                )
