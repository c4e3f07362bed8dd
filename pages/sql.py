"""Own query: a reader's SELECT on the database in scope, its answer as chart, table and files."""

import streamlit as st

from xi_data import limits, ui
from xi_data.findings.own_query import counted
from xi_data.heavy import BusyError
from xi_data.own_query import switched_on
from xi_data.store.own_sql import SqlError
from xi_data.ui.state import address, asked_sql
from xi_data.ui.topics import sql

page = ui.page("sql")
t = page.t
asked_sql.pull()
heading = st.container()
ui.filters(page)
asked_sql.push()
if not switched_on():
    with heading:
        ui.title(
            t("This server answers no SQL of its visitors"),
            t("On your own machine, make run does; a host sets XI_SQL=on."),
        )
    ui.end()

table, wrong, running = None, None, None
try:
    running = asked_sql.running()
    table = running.table() if running and running.done(0.4) else None
except BusyError:
    wrong = SqlError("too many questions are waiting; try again in a few seconds")
except SqlError as error:
    wrong = error
with heading:
    ui.title(
        counted(t, table) if table else t("Ask your own question in SQL"),
        t(
            "DuckDB answers one SELECT on all bulletins at hand, in a process of its own: read "
            "only, without files or network, for {seconds} seconds at most. An answer has at most "
            "{rows} rows.",
            seconds=limits.SQL_SECONDS,
            rows=t.number(limits.SQL_ROWS),
        ),
    )
if address.embedded():
    if table:
        sql.answer(page, asked_sql.now(), table)
    ui.end()
left, right = st.columns([3, 2], gap="medium")
with left:
    sql.editor(t)
    if wrong:
        sql.refused(t, wrong.in_words(t), wrong.place)
    elif table:
        sql.answer(page, asked_sql.now(), table)
    elif running:
        sql.waiting(t, running)
with right:
    sql.schema(t)
