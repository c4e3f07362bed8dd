"""What we computed, marked by one sign and apart from what is printed."""

import pandas as pd
import streamlit as st

from xi_data.findings import Story, Sum
from xi_data.findings.elsewhere import in_words
from xi_data.locale import Translator
from xi_data.ui.evidence.citation import cite_numbers
from xi_data.ui.navigation.links import wrapped
from xi_data.ui.navigation.router import pages
from xi_data.ui.state import keys
from xi_data.ui.state.answers import answered
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.wording import SIGMA, formula, result


def computed(page: Page, story: Story) -> None:
    """Name, formula and value of each sum."""
    with st.container():
        if not story.sums:
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(f"{page.t('Computed by us')} {marked(SIGMA)}", anchor=False, width="content")
            cite_numbers(page, [(one.name, one.value) for one in story.sums], keys.CITE_SUMS)
        st.table(
            answered(story.question, "sums", lambda: _frame(page.t, story.sums)),
            border="horizontal",
            hide_header=True,
            hide_index=True,
            width="content",
        )


def elsewhere(page: Page, story: Story) -> None:
    """Links to the sums of other pages that the words of a search find."""
    with st.container():
        for one in story.elsewhere:
            st.page_link(
                pages(page.t)[one.view],
                label=wrapped(plain(in_words(page.t, one))),
                query_params=page.address(),
            )


def _frame(t: Translator, sums: list[Sum]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": plain(name),
            "sum": f"{plain(formula(t, one))} = **{plain(result(t, one))}**",
        }
        for name, one in sums
    )
