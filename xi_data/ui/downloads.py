"""Downloads of the rows in view, the link to this view, and its citation."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from xi_data import publish, store
from xi_data.locale import LANGUAGES, Translator
from xi_data.store.shown import shown
from xi_data.sums import Ratio, Total
from xi_data.ui import state
from xi_data.ui.computed import formula
from xi_data.ui.copying import copyable
from xi_data.ui.data import ask
from xi_data.ui.figure import source
from xi_data.ui.filters import Filters
from xi_data.ui.page import data_version
from xi_data.ui.panel import panel


def downloads(
    t: Translator,
    view: str,
    title: str,
    rows: pd.DataFrame,
    asked: Filters,
    sums: Sequence[tuple[str, Total | Ratio]] = (),
    name: str = "figures",
    query: Callable[..., pd.DataFrame] | None = None,
) -> None:
    """Buttons that make a file of these rows when clicked; share, cite and the query beside them.

    name: what the rows are; figures are written as data/figures.csv has them, others as they stand.
    query: the one that gave the rows, for those who want to ask the database themselves.
    """
    today = datetime.date.today()
    link = state.link()

    def made() -> publish.Download:
        """Runs when a button is clicked, outside the script: everything it needs is bound here."""
        return publish.Download(
            view=view,
            date=today,
            records=ask(store.records, tuple(rows["figure_id"])) if name == "figures" else rows,
            computed=_computed(t, rows, sums),
            about=_about(t, title, asked, link),
            name=name,
        )

    def button(name: str, label: str) -> None:
        _button(label, name, publish.file_name(view, today, name), made)

    def more() -> None:
        button("json", "JSON")
        button("parquet", "Parquet")
        if name == "figures":
            st.caption(
                t("Printed figures only; JSON and Excel carry our sums in a part of their own.")
            )

    with st.container(horizontal=True, gap="xsmall"):
        button("csv", "CSV")
        button("xlsx", "Excel")
        panel(t("More formats"), "_formats", more)
        panel(t("Share or cite"), "_share", lambda: _share(t, title, link), icon=":material/link:")
        if query is not None:
            sql = partial(_query, t, query, rows, asked)
            panel(t("Show the query"), "_query", sql, icon=":material/code:")


def _query(
    t: Translator, query: Callable[..., pd.DataFrame], rows: pd.DataFrame, asked: Filters
) -> None:
    picked = rows["figure_id"].iloc[0] if len(rows) == 1 else None
    st.markdown(
        t("This SQL gives the rows of the view in the database file that the page About offers.")
    )
    st.code(shown(query, t.lang, figure_id=picked, **asked.values), language="sql")


def _button(label: str, name: str, file: str, made: Callable[[], publish.Download]) -> None:
    write, mime = publish.FORMATS[name]
    st.download_button(
        label,
        lambda: write(made()),
        file,
        mime,
        key=f"_download_{name}",
        icon=":material/download:",
        on_click="ignore",
    )


def _share(t: Translator, title: str, link: str) -> None:
    st.markdown(t("This address reproduces the view: filters, selection and language."))
    copyable(t, link, "link")
    for lang, name in LANGUAGES.items():
        if lang != t.lang:
            st.markdown(t("The same view in {language}:", language=name))
            copyable(t, state.link(lang=lang), f"link_{lang}")
    st.markdown(t("As a citation:"))
    copyable(t, _citation(t, title, link), "view")


def _citation(t: Translator, title: str, link: str) -> str:
    return t(
        "{source}. “{title}”, Xi County Response Explorer, data version {version}. {link}",
        source=source(t),
        title=title,
        version=data_version(),
        link=link,
    )


def _computed(
    t: Translator, rows: pd.DataFrame, sums: Sequence[tuple[str, Total | Ratio]]
) -> pd.DataFrame:
    units = rows["unit_label"].unique() if sums else []
    unit = units[0] if len(units) == 1 else ""  # a sum of figures in several units has none
    signs = {"exact": "=", "at_least": "≥", "at_most": "≤", "about": "≈"}
    return pd.DataFrame(
        [
            {
                "label": name,
                "formula": formula(t, one),
                "value": one.value,
                "sign": signs[one.qualifier],
                "unit": one.unit if isinstance(one, Ratio) else unit,
            }
            for name, one in sums
        ],
        columns=["label", "formula", "value", "sign", "unit"],
    )


def _about(t: Translator, title: str, asked: Filters, link: str) -> dict[str, str]:
    bulletin = ask(store.bulletin, t.lang)
    return {
        t("Title"): title,
        t("Filters"): t.chain(asked.active.values()) or t("none"),
        t("Link"): link,
        t("Date"): datetime.date.today().isoformat(),
        t("Source"): f"{bulletin['title']} ({bulletin['publisher_printed']})",
        t("Date of the source"): bulletin["date_note"],
        t("Licence"): t("Data CC BY 4.0; the article’s text belongs to its publisher."),
        t("Data version"): data_version(),
        t("Citation"): _citation(t, title, link),
    }
