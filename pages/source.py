"""The article: its map, and once its text is at hand, every figure highlighted in it."""

import streamlit as st

from xi_data import store, ui
from xi_data.charts.article_map import article_alt, article_key, article_line, article_map
from xi_data.ui import article, in_article, links
from xi_data.ui.figure import source

t = ui.page("source")
heading = st.container()
every = ui.ask(store.figures, t.lang)
paragraphs = ui.ask(store.paragraphs, t.lang)
copy = article.held()

switches = ()
if copy:
    printed = {"published": t("As published"), "reading": t("Reading copy")}
    numerals = {"figures": t("Figures"), "all": t("All numerals")}
    switches = (
        ui.switch("copy", t("Copy"), printed, "published"),
        ui.switch("numerals", t("Numerals"), numerals, "figures"),
    )
shown_as = {"chart": t("Text") if copy else t("Map"), "table": t("Table"), "both": t("Both")}
asked = ui.filters(
    t,
    *ui.facets(t, "source"),
    *switches,
    ui.switch("view", t("View"), shown_as, "both"),
    view=False,
)
rows = ui.ask(store.figures, t.lang, **asked.values)
with heading:
    finding = in_article.finding(t, copy, every, rows, bool(asked.active))
    ui.title(finding, source(t))
    ui.headline(in_article.headline_cells(t, copy, every))
    article.bring(t, copy)
if rows.empty:
    ui.nothing_fits(t, store.figures, asked)
    st.stop()

picked = asked.figure or asked.bar
shown = picked or ui.ids(rows)[0]
places = ui.places(asked)
if places.chart:
    with places.chart:
        if picked and not copy:
            links.back(t, picked)
        what = t("Where the figures stand in the article")
        st.markdown(f"#### {what}")
        ui.chart(
            t,
            article_line if copy else article_map,
            every,
            ui.kept(article_alt)(every, t, paragraphs),
            key="line" if copy else "map",
            title=what,
            keys=[article_key(t)],
            coloured=rows,
            paragraphs=paragraphs,
            matched=tuple(ui.ids(rows)),
            selected=shown,
        )
        if copy:
            in_article.text(t, copy, rows, picked, asked.switches)
with places.card:
    ui.evidence(t, shown, ui.ids(rows), asked, t("first of the selection"))
if copy:
    with places.chart or st.container():
        in_article.missing(t, copy)
        in_article.uncovered(t, copy)
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            rows,
            ui.columns(t, "label", "value", "unit_label", "mention", "family_label", "characters"),
            shown,
            height=400,
        )
ui.downloads(t, "source", finding, asked.narrowed(rows), asked)
