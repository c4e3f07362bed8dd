"""Supplies: item by status on one scale a unit; packs and gifts in kind apart; nothing added."""

import streamlit as st

from xi_data import export, ui
from xi_data.ui.topics import supplies
from xi_data.ui.widgets.headings import aside

page, request, story, shown = ui.open_view("supplies")
t = page.t
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        for panel in story.panels:
            supplies.panel(page, request, story, panel, shown)
        if story.panels:
            aside(story.marks)
        if story.sentences:
            st.markdown(story.sentences)
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if layout.chart:
    with (layout.table or st.container()) if story.panels else layout.chart:
        supplies.boxes(page, request, story, shown)
if layout.table:
    with layout.table:
        listed = export.listed(request, story)
        ui.table(
            page,
            request,
            story,
            {
                "category_label": st.column_config.TextColumn(t("Item"), width=170),
                **ui.columns(page, "status_label"),
                "value": st.column_config.NumberColumn(t("Number"), format="localized"),
                **ui.columns(page, "unit_label", "mention"),
                "group_label": t("Category"),
                "obs_label": ui.badge_column(t("Remark"), listed["obs_label"], "orange"),
                **ui.columns(page, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
ui.computed(page, story)
ui.downloads(page, request, story)
