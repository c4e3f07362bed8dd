"""Who ran the response, where it was controlled, who passed, and by which rules of time."""

import streamlit as st

from xi_data import ui
from xi_data.ui.topics import organisation

page, request, story, shown = ui.open_view("organisation")
t = page.t
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        where, who = t("Where: control points"), t("Who: organisations and people")
        organisation.bars(page, request, story, where, "where", shown)
        organisation.bars(page, request, story, who, "who", shown)
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if layout.chart:
    with layout.table or st.container():
        left, right = st.columns(2, gap="medium")
        with left:
            organisation.sentences(
                story, t("Road checks at the county entrances"), "passages", shown
            )
        with right:
            organisation.sentences(story, t("Hours, intervals and frequencies"), "rules", shown)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            {
                **ui.columns(page, "label", "value", "mention", "dated"),
                "topic": ui.Column(t("Topic"), "topic_label"),
                "printings": ui.Column(t("Times given"), "printings", number=True),
                "remark": ui.badge_column(t("Remark"), "remark", "orange"),
            },
            shown,
        )
ui.downloads(page, request, story)
