"""Supplies: item by status on one scale a unit; packs and gifts in kind apart; nothing added."""

import streamlit as st

from xi_data import ui
from xi_data.ui.topics import supplies
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import marked

page, request, story, shown = ui.open_view("supplies")
t = page.t
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        for panel in story.panels:
            supplies.panel(page, request, story, panel, shown)
        if story.panels:
            aside(marked(story.marks))
        if story.sentences:
            st.markdown("\n\n".join(map(marked, story.sentences)))
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if layout.chart:
    below = layout.table or st.container()
    with below if story.panels else layout.chart:
        supplies.boxes(page, request, story, shown)
if layout.table:
    with layout.table:
        shared = ("label", "value", "mention", "dated", "status", "group", "remark")
        ui.table(page, request, story, ui.columns(page, *shared), shown)
ui.computed(page, story)
ui.downloads(page, request, story)
