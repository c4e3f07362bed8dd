"""What we computed, marked by one sign and apart from what is printed."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from xi_data.export import formula
from xi_data.locale import Translator
from xi_data.sums import Ratio, Share, Total
from xi_data.ui.data import kept

SIGMA = ":violet-badge[Σ]"
"""The one sign for what we computed."""


def computed(t: Translator, sums: Sequence[tuple[str, Total | Ratio]]) -> None:
    """Name, formula and value of each."""
    if not sums:
        return
    st.markdown(f"#### {t('Computed by us')} {SIGMA}")
    st.table(
        _sums_frame(t, tuple(sums)),
        border="horizontal",
        hide_header=True,
        hide_index=True,
        width="content",
    )


def _result(t: Translator, one: Total | Ratio) -> str:
    if isinstance(one, Share):
        return t.percent(one.value)
    value = t.number(one.value)
    return f"{value} {one.unit}" if isinstance(one, Ratio) else value


@kept
def _sums_frame(t: Translator, sums: tuple[tuple[str, Total | Ratio], ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {"name": name, "sum": f"{formula(t, one)} = **{_result(t, one)}**"} for name, one in sums
    )
