"""Parts of the Screening page: the populations that are no stage of its funnels."""

import streamlit as st

from xi_data.findings.screening import Screening
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.evidence_pills import evidence_pills
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import marked, plain


def other_populations(page: Page, story: Screening, shown: str) -> None:
    """Residents registered; people and vehicles checked on passing an entrance; their evidence.

    shown: key of the figure whose evidence is on show.
    """
    if not story.others:
        return
    header(page.t("Other counts of people checked (not added to the groups above)"))
    with st.grid(2, min_column_width=230, border=True):
        for one in story.others:
            small = [f":small[:gray[{marked(sentence)}]]" for sentence in one.sentences]
            with st.container(gap=None):
                st.metric(plain(one.label), plain(one.number), label_visibility="collapsed")
                st.markdown("  \n".join([plain(one.label), *small]))
    evidence_pills(page.t, story.numbers, shown, keys.POPULATION)
