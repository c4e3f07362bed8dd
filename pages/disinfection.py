"""Disinfection and sanitation: areas on different bases, places, rounds, bins and refuse."""

import streamlit as st

from xi_data import store, ui
from xi_data.ui import bars, findings

t = ui.page("disinfection")
heading = st.container()
every = ui.ask(store.disinfection, t.lang)

asked = ui.filters(t, *ui.facets(t, "disinfection"))
rows = ui.ask(store.disinfection, t.lang, **asked.values)

with heading:
    if asked.active:
        finding = t(
            "Selection: {rows} of {all} figures on disinfection and sanitation",
            rows=len(rows),
            all=len(every),
        )
    else:
        finding = findings.disinfection(t, every)
    ui.title(
        finding,
        t(
            "Areas, places, rounds, bins and refuse · {place} · no date printed · The areas were "
            "treated by different bodies: no total.",
            place=ui.ask(store.bulletin, t.lang)["place"],
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.disinfection, asked)
    st.stop()

rows = bars.panelled(t, rows, every, ("round",))
rows = bars.flagged(rows, "hatched", obs_status="W")
ui.headline(bars.headline_cells(t, rows))

shown = asked.figure or asked.bar or bars.first(rows)
places = ui.places(asked)
if places.chart:
    with places.chart:
        bars.panels(
            t,
            rows,
            shown,
            "disinfection",
            hatched=t("hatched: several kinds of place in one figure, not split"),
        )
        bars.in_words(t, rows, shown)
with places.card:
    ui.evidence(t, shown, ui.ids(rows), asked, bars.first_words(t, rows))
    ui.notes(
        t,
        *bars.printed_notes(t, rows),
        (
            "Σ",
            t(
                "Nothing is added or divided: the areas rest on different rounds, not all of them "
                "said."
            ),
        ),
    )
if places.table:
    with places.table:
        bars.figure_table(t, asked, rows, shown)
ui.downloads(t, "disinfection", finding, asked.narrowed(rows), asked)
