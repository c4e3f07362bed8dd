"""The article: its map, and once its text is at hand, every figure highlighted in it."""

from dataclasses import replace

import streamlit as st

from xi_data import ui
from xi_data.charts.article_map import article_key, article_line, article_map
from xi_data.findings import source
from xi_data.findings.story import gathered
from xi_data.ui.article import another, text
from xi_data.ui.article.bring import bring
from xi_data.ui.article.copy import held, other_text
from xi_data.ui.navigation import links
from xi_data.ui.view.article_chart import article_chart
from xi_data.ui.view.story import nothing_fits
from xi_data.ui.widgets.headings import header

page = ui.page("source")
t = page.t
heading = st.container()
copy, strange = held(page.bulletins[0]), other_text(page.bulletins[0])

*of_text, view = page.view.switches(t)
names = view.names | {"chart": t("Text") if copy else t("Map")}
request = ui.filters(page, switches=[*(of_text if copy else ()), replace(view, names=names)])
if strange:
    with heading:
        another.heading(page, strange)
        bring(page, strange)
    another.another(page, strange)
    ui.end()
story = ui.told(request.question)
if copy:
    of = gathered(ui.query, request.question, page.view.rows)
    story = source.of_copy(of, copy.verification)
with heading:
    ui.title(story.finding, story.definition)
    ui.headline(story.cells)
    bring(page, copy)
if story.rows.empty:
    nothing_fits(page, request, story, lambda asked: len(ui.told(asked).rows))
    ui.end()

shown = request.figure or story.first
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        if request.figure and not copy:
            links.back(page, request.figure)
        what = t("Where the figures appear in the article")
        header(what)
        article_chart(
            page,
            request,
            story,
            article_line if copy else article_map,
            key="line" if copy else "map",
            title=what,
            how_to_read=[article_key(t)],
            shown=shown,
            told=story.every,
        )
        if copy:
            text.text(page, request, copy, story.rows)
with layout.card:
    ui.evidence(page, request, story, shown)
if copy:
    with layout.chart or st.container():
        text.missing(page, copy)
        text.uncovered(t, copy)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            ui.columns(page, "label", "value", "mention", "paragraph", "family"),
            shown,
        )
ui.downloads(page, request, story)
