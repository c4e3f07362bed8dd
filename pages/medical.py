"""Medical capacity: beds, rooms, staff and facilities, each unit on a scale of its own."""

import streamlit as st

from xi_data import store, ui
from xi_data.ui import bars, findings

t = ui.page("medical")
heading = st.container()
every = ui.ask(store.medical, t.lang)

asked = ui.filters(t, *ui.facets(t, "medical"))
rows = ui.ask(store.medical, t.lang, **asked.values)

with heading:
    if asked.active:
        finding = t(
            "Selection: {rows} of {all} figures on medical capacity", rows=len(rows), all=len(every)
        )
    else:
        finding = findings.medical(t, every)
    ui.title(
        finding,
        t(
            "Facilities, beds, rooms and staff · {place} · no date printed · Beds, rooms and "
            "people never share a scale, and nothing is added up.",
            place=ui.ask(store.bulletin, t.lang)["place"],
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.medical, asked)
    st.stop()

rows = bars.flagged(bars.panelled(t, rows, every), "hatched", status="in_service")
ui.headline(bars.headline_cells(t, rows))

shown = asked.figure or asked.bar or bars.first(rows)
places = ui.places(asked)
if places.chart:
    with places.chart:
        bars.panels(
            t,
            rows,
            shown,
            "medical",
            hatched=t("hatched: all authorised beds, there before the response"),
        )
        bars.in_words(t, rows, shown)
with places.card:
    ui.evidence(t, shown, ui.ids(rows), asked, bars.first_words(t, rows))
    ui.notes(
        t,
        *bars.printed_notes(t, rows),
        (
            ":material/equal:",
            t("A room and its bed are one thing, printed in two units: never added."),
        ),
        (
            ":material/groups:",
            t(
                "Whether those trained include the experts and the nurses is not printed: no "
                "total of staff."
            ),
        ),
        (
            ":material/storefront:",
            t("Clinics and institutions that were shut are counted under Closures."),
        ),
    )
if places.table:
    with places.table:
        bars.figure_table(t, asked, rows, shown)
ui.downloads(t, "medical", finding, asked.narrowed(rows), asked)
