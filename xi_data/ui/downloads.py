"""Downloads of the rows in view, the link to this view, and its citation."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from xi_data import export, publish
from xi_data.locale import LANGUAGES, Translator
from xi_data.sums import Ratio, Total
from xi_data.ui import embedding, state
from xi_data.ui.chart_files import chart_files
from xi_data.ui.copying import copyable
from xi_data.ui.data import ask
from xi_data.ui.data_links import data_links
from xi_data.ui.filters import Filters
from xi_data.ui.panel import panel
from xi_data.views import VIEWS, Selection


def downloads(
    t: Translator,
    view: str,
    title: str,
    rows: pd.DataFrame,
    asked: Filters,
    sums: Sequence[tuple[str, Total | Ratio]] = (),
    name: str = "figures",
) -> None:
    """Buttons that make a file of these rows when clicked; share, cite and the query beside them.

    None of them where the view is embedded: the way out of it leads there.

    name: what the rows are; figures are written as data/figures.csv has them, others as they stand.
    """
    if embedding.embedded():
        return
    today = datetime.date.today()
    link = state.link()

    selected = None
    if name == "figures":
        selected = Selection(VIEWS[view], rows, asked.values, asked.active)

    def made() -> publish.Download:
        """Runs when a button is clicked, outside the script: everything it needs is bound here."""
        words = dict(title=title, link=link, date=today)
        if selected:
            return export.figures(t, ask, selected, sums=sums, **words)
        about = export.about(t, ask, filters=asked.active, **words)
        return publish.Download(view, today, rows, pd.DataFrame(), about, name)

    def button(name: str, label: str) -> None:
        _button(label, name, publish.file_name(view, today, name), made)

    def more() -> None:
        button("json", "JSON")
        button("parquet", "Parquet")
        if selected:
            st.caption(
                t("Printed figures only; JSON and Excel carry our sums in a part of their own.")
            )
            button("zip", t("Package (ZIP)"))
            st.caption(
                t(
                    "The figures with their relations, vocabularies and dictionary, the filters in "
                    "words, licence and citation: they keep their meaning elsewhere."
                )
            )
        chart_files(t, view, title, asked, link, today)

    with st.container(horizontal=True, gap="xsmall"):
        button("csv", "CSV")
        button("xlsx", "Excel")
        panel(t("More formats"), "_formats", more)
        share = partial(_share, t, view, title, link, asked if selected else None)
        panel(t("Share or cite"), "_share", share, icon=":material/link:")
        if selected:
            sql = partial(_query, t, selected)
            panel(t("Show the query"), "_query", sql, icon=":material/code:")


def _query(t: Translator, selected: Selection) -> None:
    st.markdown(
        t("This SQL gives the rows of the view in the database file that the page About offers.")
    )
    st.code(selected.sql(t.lang), language="sql")


def _button(label: str, name: str, file: str, made: Callable[[], publish.Download]) -> None:
    write, mime = publish.FIGURE_FORMATS[name]
    st.download_button(
        label,
        lambda: write(made()),
        file,
        mime,
        key=f"_download_{name}",
        icon=":material/download:",
        on_click="ignore",
    )


def _share(t: Translator, view: str, title: str, link: str, asked: Filters | None) -> None:
    """asked: what the view's data address asks for; None where the view has none."""
    st.markdown(t("This address reproduces the view: filters, selection and language."))
    copyable(t, link, "view")
    for lang, name in LANGUAGES.items():
        if lang != t.lang:
            st.markdown(t("The same view in {language}:", language=name))
            copyable(t, state.link(lang=lang), f"view_{lang}")
    st.markdown(t("As a citation:"))
    copyable(t, export.cited(t, ask, title, link), "view_citation")
    st.markdown(t("As a frame in a page of your own:"))
    copyable(t, embedding.snippet(link, title), "view_frame")
    if asked:
        data_links(t, view, asked)
