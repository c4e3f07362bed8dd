"""Reference tables of the About page: excused numerals and the dictionary of the data."""

import pandas as pd
import streamlit as st

from xi_data import export, store
from xi_data.locale import Translator
from xi_data.ui.data import ask, kept


def excuses(t: Translator) -> None:
    """Numerals that count nothing, by reason."""
    st.subheader(t("Numbers that count nothing"), anchor=False)
    st.dataframe(
        ask(store.excuses, t.lang),
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


def dictionary(t: Translator) -> None:
    """Every table and column with its meaning, from the schema; the figures first."""
    st.subheader(t("Dictionary"), anchor=False)
    st.dataframe(
        _dictionary(t),
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


@kept
def _dictionary(t: Translator) -> pd.DataFrame:
    words = export.dictionary(t, ask)
    columns = ["table_name", "column_name", "data_type", "column_comment", "table_comment"]
    return words.sort_values("table_name", key=lambda names: names != "figures", kind="stable")[
        columns
    ]
