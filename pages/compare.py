"""Several bulletins side by side: what each gives, one indicator of all, and what is refused."""

import streamlit as st

from xi_data import ui
from xi_data.ui.shell.bulletin import compare_all
from xi_data.ui.topics import compare

page = ui.page("compare")
heading = st.container()
several = len(page.bulletins) > 1
request = ui.filters(page, switches=None if several else ())
story = ui.told(request.question)
with heading:
    ui.title(story.finding, story.definition)

if story.rows.empty:
    if not several:
        compare_all(page)
    compare.matrix(page, story)
    if several:
        compare.refused(page, story)
    ui.end()

shown = request.figure or story.first
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        compare.charts(page, request, story, shown)
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if layout.table:
    with layout.table:
        compare.figure_table(page, request, story, shown)
compare.matrix(page, story)
compare.rates(page, story)
compare.refused(page, story)
ui.downloads(page, request, story)
