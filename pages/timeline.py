"""The dates of the text from first to last, what holds to each, and what has no date."""

from functools import partial

import streamlit as st

from xi_data import ui
from xi_data.charts import timeline as days
from xi_data.ui.topics import timeline
from xi_data.ui.widgets.headings import header

page, request, story, shown = ui.open_view("timeline")
t = page.t
rows = story.rows
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        what = t("Day by day")
        header(what)
        ui.chart(
            page,
            request,
            days.timeline,
            rows,
            partial(days.timeline_alt, rows, t),
            key="timeline",
            title=what,
            how_to_read=[note.sentence for note in story.notes],
            coloured=rows,
            selected=shown,
        )
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
with layout.table or st.container():
    if not story.active:
        timeline.without_date(page, story)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            {
                **ui.columns(page, "label", "value", "mention"),
                "day": ui.Column(t("Day"), "day", lambda row: t.date(row.day)),
                "story": ui.Column(t("Event"), "paragraph_label"),
                **ui.columns(page, "status"),
            },
            shown,
        )
ui.downloads(page, request, story)
