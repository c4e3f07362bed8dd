"""Who ran the response, where it was controlled, who passed, and by which rules of time."""

import streamlit as st

from xi_data import ui
from xi_data.ui.topics import organisation

page = ui.page("organisation")
t = page.t
heading = st.container()
request = ui.filters(page)
story = ui.story(page, request, heading)
ui.headline(story.cells)

shown = request.picked or story.first
places = ui.places(request)
if places.chart:
    with places.chart:
        where, who = t("Where: control points"), t("Who: bodies and people")
        organisation.bars(page, request, story, where, "where", shown)
        organisation.bars(page, request, story, who, "who", shown)
with places.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if places.chart:
    with places.table or st.container():
        left, right = st.columns(2, gap="medium")
        with left:
            organisation.sentences(story, t("Passages at the entrances"), "passages", shown)
        with right:
            organisation.sentences(story, t("Rules of time"), "rules", shown)
if places.table:
    with places.table:
        ui.table(
            page,
            request,
            story,
            {
                **ui.columns(page, "sign", "value", "unit_label", "label", "mention"),
                "topic_label": t("Topic"),
                "printings": t("Times printed"),
                "remark": ui.badge_column(t("Remark"), story.rows["remark"], "orange"),
                **ui.columns(page, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
ui.downloads(page, request, story)
