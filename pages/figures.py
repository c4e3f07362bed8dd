"""All figures: facets with live counts, search in both languages, evidence of a row."""

import streamlit as st

from xi_data import store, ui
from xi_data.charts.article_map import article_alt, article_key, article_line
from xi_data.ui import all_figures

t = ui.page("figures")
heading = st.container()
every = ui.ask(store.figures, t.lang)
paragraphs = ui.ask(store.paragraphs, t.lang)
asked = ui.filters(t, *ui.facets(t, "figures"))
rows = ui.ask(store.figures, t.lang, **asked.values)

with heading:
    finding = all_figures.finding(t, rows, every, asked.active)
    ui.title(
        finding,
        "",
        t(
            "Search, narrow, sort; select a row to see its evidence. The number beside each choice "
            "says how many figures it gives with the other filters in force."
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.figures, asked)
    st.stop()

shown = asked.figure or asked.bar or ui.ids(rows)[0]
if asked.switches["view"] != "table":
    what = t("Where these figures stand in the article")
    st.markdown(f":small[:gray[{what}]]")
    ui.chart(
        t,
        article_line,
        every,
        ui.kept(article_alt)(rows, t, paragraphs),
        key="line",
        title=what,
        keys=[article_key(t)],
        coloured=rows,
        paragraphs=paragraphs,
        matched=tuple(ui.ids(rows)),
        selected=shown,
    )
left, right = st.columns([2, 1], gap="medium")
if asked.switches["view"] != "chart":
    with left:
        ui.table(
            t,
            asked,
            rows,
            ui.columns(
                t,
                *("sign", "value", "label", "unit_label", "mention", "paragraph"),
                *("family_label", "status_label", "dated", "characters"),
            ),
            shown,
            height=700,
        )
with right:
    ui.evidence(t, shown, ui.ids(rows), asked, t("first of the selection"))
    ui.notes(
        t,
        (">", t("over: no upper bound is printed")),
        ("<", t("nearly: no lower bound is printed")),
        ("≈", t("about: neither bound is printed")),
        ("≥", t("at least: no upper bound is printed")),
        ("Σ", t("The side that the words leave open is never filled in. Sums stand in no row.")),
    )
ui.downloads(t, "figures", finding, asked.narrowed(rows), asked)
