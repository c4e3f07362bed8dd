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
        what = t("Share of those screened") if shares else t("Number of people")
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
                "returnees": ui.Column(t("Returnees"), "returnees"),
                "value": ui.bar_column(page, t("People"), story.every["value"].max()),
                **ui.columns(page, "mention", "dated"),
                "share": ui.Column(
                    t("Σ Share of those screened"),
                    "share",
                    lambda row: t.percent(row.share),
                    number=True,
                ),
            },
            shown,
        )
ui.computed(page, story)
ui.downloads(page, request, story)
