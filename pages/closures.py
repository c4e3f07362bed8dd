"""Venues shut, by type: grouped, composites apart, printed parts and our total."""

from functools import partial

import streamlit as st

from xi_data import ui
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.ui.widgets.headings import header

page, request, story, shown = ui.open_view("closures")
t = page.t
rows = story.rows
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        what = t("Number of venues shut")
        header(what)
        alt = partial(breakdown_alt, rows, t)
        ui.chart(page, request, breakdown, rows, alt, key="closures", title=what, selected=shown)
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            {
                "category_label": st.column_config.TextColumn(t("Venue type"), width=200),
                "value": ui.bar_column(t("Shut"), story.every["value"].max()),
                **ui.columns(page, "mention"),
                "group_label": t("Group"),
                "obs_label": ui.badge_column(t("Remark"), rows["obs_label"], "orange"),
                **ui.columns(page, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
ui.computed(page, story)
ui.downloads(page, request, story)
