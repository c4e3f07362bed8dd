"""Public money and gifts: sums that nothing allows to add, cash and goods apart."""

import streamlit as st

from xi_data import store, ui
from xi_data.ui import bars, findings, gifts

t = ui.page("money")
heading = st.container()
every = ui.ask(store.money, t.lang)

asked = ui.filters(t, *ui.facets(t, "money"))
rows = ui.ask(store.money, t.lang, **asked.values)

with heading:
    if asked.active:
        finding = t(
            "Selection: {rows} of {all} figures on money and gifts", rows=len(rows), all=len(every)
        )
    else:
        finding = findings.money(t, every)
    ui.title(
        finding,
        t(
            "Public money and donations · {place} · Whether one sum of public money is part of "
            "another is not said: no total. Cash and goods stand apart.",
            place=ui.ask(store.bulletin, t.lang)["place"],
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.money, asked)
    st.stop()

steps = ui.beside(t, "money", every, rows)
rows = bars.panelled(t, rows, every, ("donor",))
rows = bars.flagged(rows, "hatched", category="in_kind", kind="money")
listed = steps if asked.bar in ui.ids(steps) else rows
ui.headline(bars.headline_cells(t, rows))

shown = asked.figure or asked.bar or bars.first(rows)
places = ui.places(asked)
if places.chart:
    with places.chart:
        bars.panels(
            t,
            rows,
            shown,
            "money",
            hatched=t("hatched: what goods were worth, not cash"),
        )
        gifts.dated_steps(t, steps, shown)
        bars.in_words(t, rows, shown)
with places.card:
    order = [*ui.ids(rows), *ui.ids(steps)]
    ui.evidence(t, shown, order, asked, bars.first_words(t, rows))
    ui.notes(
        t,
        *bars.printed_notes(t, rows),
        ("Σ", t("Nothing is added up: the article prints no total of its sums or of its gifts.")),
    )
if places.table:
    with places.table:
        bars.figure_table(t, asked, listed, shown)
ui.downloads(t, "money", finding, asked.narrowed(listed), asked)
