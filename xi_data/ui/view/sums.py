"""What we computed, marked by one sign and apart from what is printed."""

import pandas as pd
import streamlit as st

from xi_data.findings import Story, Sum
from xi_data.locale import Translator
from xi_data.sums import Ratio, Share, Total
from xi_data.ui.state.answers import answered
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import header
from xi_data.wording import SIGMA, formula, with_sign


def computed(page: Page, story: Story) -> None:
    """Name, formula and value of each sum."""
    if not story.sums:
        return
    header(f"{page.t('Computed by us')} {SIGMA}")
    st.table(
        answered(story.question, "sums", lambda: _frame(page.t, story.sums)),
        border="horizontal",
        hide_header=True,
        hide_index=True,
        width="content",
    )


def _frame(t: Translator, sums: list[Sum]) -> pd.DataFrame:
    return pd.DataFrame(
        {"name": name, "sum": f"{formula(t, one)} = **{_result(t, one)}**"} for name, one in sums
    )


def _result(t: Translator, computed: Total | Ratio) -> str:
    if isinstance(computed, Share):
        return t.percent(computed.value)
    if isinstance(computed, Ratio):
        return f"{t.number(computed.value)} {computed.unit}"
    return with_sign(t, computed)
