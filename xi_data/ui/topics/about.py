"""Reference tables of the About page: excused numerals and the dictionary of the data."""

import pandas as pd
import streamlit as st

from xi_data import export, store
from xi_data.locale import translator
from xi_data.memory import memoised
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import header


def excuses(page: Page) -> None:
    """Numerals that count nothing, by reason."""
    t = page.t
    header(t("Numbers that count nothing"))
    st.dataframe(
        page.answer(store.excuses),
        column_order=["label", "definition", "numerals", "mentions"],
        column_config={
            "label": t("Reason"),
            "definition": st.column_config.TextColumn(t("Meaning"), width="large"),
            "numerals": t("Numerals"),
            "mentions": st.column_config.ListColumn(t("As printed"), width="large"),
        },
        hide_index=True,
        height="content",
        alt=t("Table of the reasons for which numerals count nothing"),
    )


def dictionary(page: Page) -> None:
    """Every table and column with its meaning, from the schema; the figures first."""
    t = page.t
    header(t("Dictionary"))
    st.dataframe(
        _dictionary(t.lang),
        column_config={
            "table_name": t("Table"),
            "column_name": t("Column"),
            "data_type": t("Type"),
            "column_comment": st.column_config.TextColumn(t("Meaning"), width="large"),
            "table_comment": st.column_config.TextColumn(t("What the table holds"), width="large"),
        },
        hide_index=True,
        height=520,
        alt=t("Table of every table and column of the data with its meaning"),
    )


@memoised
def _dictionary(lang: str) -> pd.DataFrame:
    words = export.dictionary(translator(lang), query)
    columns = ["table_name", "column_name", "data_type", "column_comment", "table_comment"]
    return words.sort_values("table_name", key=lambda names: names != "figures", kind="stable")[
        columns
    ]
