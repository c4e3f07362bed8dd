"""Two screening funnels: the screened, the released and the still observed, each from zero."""

from functools import partial

import streamlit as st

from xi_data import ui
from xi_data.charts.cascade import cascade, cascade_alt
from xi_data.ui.topics import screening

page = ui.page("screening")
t = page.t
heading = st.container()
request = ui.filters(page)
story = ui.story(page, request, heading)
ui.headline(story.cells)

rows = story.rows
shown = request.picked or story.first
shares = request.switches["scale"] == "shares"
places = ui.places(request)
if places.chart:
    with places.chart:
        what = t("Share of the screened") if shares else t("Number of people")
        st.markdown(f"#### {what}")
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
with places.card:
    ui.evidence(page, request, story, shown)
with places.table if request.switches["view"] == "both" else st.container():
    left, right = st.columns([2, 1], gap="medium")
    with left:
        screening.other_populations(page, story, shown)
    with right:
        ui.notes(page, story.notes)
if places.table:
    with places.table:
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
