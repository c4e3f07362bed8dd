"""What only the page Own query draws: the editor, the answer, the tables beside it."""

import datetime
from functools import partial

import pandas as pd
import streamlit as st

from xi_data import export, heavy, own_query
from xi_data.charts.of_answer import of_answer, of_answer_alt
from xi_data.findings.own_query import counted, drawable
from xi_data.limits import SQL_CHARACTERS
from xi_data.locale import Translator, translator
from xi_data.memory import memoised
from xi_data.own_query import Running
from xi_data.publish import ANSWER_FORMATS, HEAVY
from xi_data.record.errors import shortened
from xi_data.store.own_sql import Table
from xi_data.ui.downloads.data_address import offered
from xi_data.ui.navigation import links
from xi_data.ui.state import address, asked_sql, keys
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.topics.sql_examples import examples
from xi_data.ui.widgets.chart_spec import mode, spec
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover
from xi_data.ui.widgets.row_table import Column, row_table

_SHOWN = 300  # characters of a cell
_EVERY = 0.5  # seconds between two looks at whether there is an answer


def editor(t: Translator) -> None:
    """The box with the SQL; its button asks it, as Ctrl and Enter do."""
    round_, text = asked_sql.editor()
    with st.form(keys.SQL_FORM, border=False):
        st.text_area("SQL", text, key=keys.sql_text(round_), height=200, max_chars=SQL_CHARACTERS)
        st.form_submit_button(t("Run"), icon=":material/play_arrow:", on_click=asked_sql.typed)


@st.fragment(run_every=_EVERY)
def waiting(t: Translator, running: Running) -> None:
    """How long it has taken so far, and a button that stops it; then the page is drawn anew."""
    if running.done():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/hourglass_top: {t('Running: {number} s', number=int(running.seconds))}",
            width="content",
        )
        st.button(t("Cancel"), icon=":material/stop:", key=keys.SQL_CANCEL, on_click=running.cancel)


def refused(t: Translator, why: str, place: str) -> None:
    """Why there is no answer. place: lines of the SQL with a mark below, "" for none."""
    st.error(plain(why), icon=":material/error:")
    if place:
        st.code(place, language=None)


def answer(page: Page, sql: str, table: Table) -> None:
    """Chart, where one suits, table and files."""
    t = page.t
    rows = drawable(table)
    if rows is not None:
        made = spec(of_answer, rows, t, mode())
        words = of_answer_alt(rows, t)
        st.vega_lite_chart(None, made, theme=None, key=keys.SQL_CHART, alt=words)
    places = [f"c{place}" for place in range(len(table.columns))]
    row_table(
        t,
        page.view.key,
        t("Table of the answer: {counted}", counted=counted(t, table)),
        pd.DataFrame(list(table.rows), columns=places, dtype=object),
        {
            place: Column(name, place, partial(_cell, place), number=kind in ("integer", "number"))
            for place, (name, kind) in zip(places, table.columns, strict=True)
        },
        [str(number) for number in range(len(table.rows))],
    )
    if not address.embedded():
        _downloads(t, sql, table)


def schema(t: Translator) -> None:
    """The tables to choose from, and of one its examples and columns."""
    every = _dictionary(t.lang)
    header(t("Tables"))
    name = st.selectbox(
        t("Table"),
        list(every),
        key=keys.SQL_TABLE,
        label_visibility="collapsed",
        persist_state="session",
    )
    rows = every[name]
    st.markdown(plain(rows["table_comment"].iloc[0]))
    with st.container(horizontal=True, gap="xsmall"):
        for number, (label, sql) in enumerate(examples(t, name)):
            st.button(
                label,
                icon=":material/edit_note:",
                key=keys.sql_example(number),
                on_click=asked_sql.write,
                args=(sql,),
            )
    row_table(
        t,
        f"columns_{name}",
        t("Columns of {table}", table=name),
        rows,
        {
            "column": Column(t("Column"), "column_name"),
            "type": Column(t("Type"), "data_type"),
            "meaning": Column(t("Meaning"), "column_comment"),
        },
        list(rows["column_name"]),
    )


@memoised
def _dictionary(lang: str) -> dict[str, pd.DataFrame]:
    """Table to its columns; the figures first."""
    words = export.dictionary(translator(lang), query, derived=True)
    every = {name: rows for name, rows in words.groupby("table_name", sort=False)}
    return {name: every[name] for name in sorted(every, key=lambda name: name != "figures")}


def _cell(place: str, row: object) -> str:
    """A value as text: NULL is none, and no text is not left out."""
    value = getattr(row, place)
    if value is None:
        return "NULL"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return shortened(str(value), _SHOWN) or "\u00a0"


def _downloads(t: Translator, sql: str, table: Table) -> None:
    today = datetime.date.today().isoformat()
    link = address.link() if asked_sql.fits_in_link(sql) else ""
    about = own_query.about(t, query, sql, link, today)
    with st.container(horizontal=True, gap="xsmall"):
        for name, (write, mime) in ANSWER_FORMATS.items():
            made = partial(write, table, about)
            st.download_button(
                {"xlsx": "Excel", "parquet": "Parquet"}.get(name, name.upper()),
                heavy.in_line(made) if name in HEAVY else made,
                f"xi-query-{today}.{name}",
                mime,
                key=keys.download(name),
                icon=":material/download:",
                on_click="ignore",
            )
        popover(t("Share"), keys.SHARE, partial(_share, t, link, sql), icon=":material/link:")


def _share(t: Translator, link: str, sql: str) -> None:
    if not link:
        st.markdown(t("This SQL is too long for a link: share it as text."))
        return
    st.markdown(t("This link opens the page with this SQL and asks it."))
    copyable(t, link, "sql")
    if offered():
        st.markdown(t("As data (format: csv, json, xlsx or parquet):"))
        copyable(t, f"{links.root()}/data/query?{asked_sql.encoded(sql)}&format=csv", "sql_data")
