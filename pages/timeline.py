"""The dates of the text from first to last, what holds to each, and what has no date."""

import streamlit as st

from xi_data import store, ui
from xi_data.charts.timeline import timeline, timeline_alt
from xi_data.ui import days

t = ui.page("timeline")
heading = st.container()
every = ui.ask(store.timeline, t.lang)
undated = ui.ask(store.undated, t.lang)

asked = ui.filters(t, *ui.facets(t, "timeline"))
rows = ui.ask(store.timeline, t.lang, **asked.values)

with heading:
    bulletin = ui.ask(store.bulletin, t.lang)
    finding = days.finding(t, rows, every, undated, bool(asked.active))
    ui.title(
        finding,
        t(
            "Dates that the article prints, and the figures that hold to them · {place} · the "
            "latest is {date}; the year is inferred",
            place=bulletin["place"],
            date=t.date(bulletin["latest_date"]),
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.timeline, asked)
    st.stop()

ui.headline(days.headline_cells(t, rows))

shown = asked.figure or asked.bar or ui.ids(rows)[0]
places = ui.places(asked)
if places.chart:
    with places.chart:
        what = t("Day by day")
        st.markdown(f"#### {what}")
        ui.chart(
            t,
            timeline,
            rows,
            ui.kept(timeline_alt)(rows, t),
            key="timeline",
            title=what,
            keys=[sentence for _, sentence in days.notes(t, rows)],
            coloured=rows,
            selected=shown,
        )
with places.card:
    ui.evidence(t, shown, ui.ids(rows), asked, t("the first date"))
    ui.notes(t, *days.notes(t, rows))
if not asked.active:
    with places.table or st.container():
        days.without_date(t, undated)
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            rows,
            {
                "day": st.column_config.DateColumn(t("Day"), format="iso8601", width=100),
                **ui.columns(t, "sign", "value", "unit_label", "label", "mention"),
                "story_label": t("Story"),
                **ui.columns(t, "status_label", "qualifier_label", "dated", "characters"),
            },
            shown,
        )
ui.downloads(t, "timeline", finding, asked.narrowed(rows), asked)
