"""Two screening funnels: the screened, the released and the still observed, each from zero."""

from functools import partial

import streamlit as st

from xi_data import ui
from xi_data.charts.cascade import cascade, cascade_alt
from xi_data.ui.topics import screening
from xi_data.ui.widgets.headings import header

page, request, story, shown = ui.open_view("screening")
t = page.t
rows = story.rows
shares = request.switches["scale"] == "shares"
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        what = t("Share of the screened") if shares else t("Number of people")
        header(what)
        ui.chart(
            page,
            request,
            cascade,
            rows,
            partial(cascade_alt, rows, t),
            key="screening",
            title=what,
            how_to_read=[note.sentence for note in story.notes],
            selected=shown,
            shares=shares,
        )
with layout.card:
    ui.evidence(page, request, story, shown)
with layout.table if request.switches["view"] == "both" else st.container():
    left, right = st.columns([2, 1], gap="medium")
    with left:
        screening.other_populations(page, story, shown)
    with right:
        ui.notes(page, story.notes)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            {
                "returnees": st.column_config.TextColumn(t("Returnees"), width=216),
                "value": ui.bar_column(t("People"), story.every["value"].max()),
                "percent": st.column_config.NumberColumn(t("Σ Share of screened"), format="%.1f%%"),
                **ui.columns(page, "mention"),
                "status_label": t("Stage"),
                **ui.columns(page, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
ui.computed(page, story)
ui.downloads(page, request, story)
