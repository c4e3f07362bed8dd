"""Who ran the response, where it was controlled, who passed, and by which rules of time."""

import streamlit as st

from xi_data import store, ui
from xi_data.ui import bodies

t = ui.page("organisation")
heading = st.container()
every = ui.ask(store.organisation, t.lang)

asked = ui.filters(t, *ui.facets(t, "organisation"))
rows = ui.ask(store.organisation, t.lang, **asked.values)

with heading:
    finding = bodies.finding(t, rows, every, bool(asked.active))
    ui.title(
        finding,
        t(
            "Bodies, communities, control points and rules of time · {place} · no date is "
            "printed for most of them · a scale for each unit",
            place=ui.ask(store.bulletin, t.lang)["place"],
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.organisation, asked)
    st.stop()

ui.headline(bodies.headline_cells(t, rows))

where, who = bodies.part(t, rows, "where"), bodies.part(t, rows, "who")
passages, rules = bodies.part(t, rows, "passages"), bodies.part(t, rows, "rules")
order = ui.ids(rows)
shown = asked.figure or asked.bar or bodies.first(where, who, passages, rules)
places = ui.places(asked)
if places.chart:
    with places.chart:
        bodies.bars(t, t("Where: control points"), where, "where", shown)
        bodies.bars(t, t("Who: bodies and people"), who, "who", shown)
with places.card:
    ui.evidence(t, shown, order, asked, t("the first figure"))
    ui.notes(t, *bodies.notes(t, rows))
if places.chart:
    with places.table or st.container():
        left, right = st.columns(2, gap="medium")
        with left:
            bodies.sentences(t, t("Passages at the entrances"), passages, "passages", shown)
        with right:
            bodies.sentences(t, t("Rules of time"), rules, "rules", shown)
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            bodies.remarks(t, rows),
            {
                **ui.columns(t, "sign", "value", "unit_label", "label", "mention"),
                "topic_label": t("Topic"),
                "printings": t("Times printed"),
                "remark": ui.badge_column(t("Remark"), bodies.remarks(t, rows)["remark"], "orange"),
                **ui.columns(t, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
ui.downloads(t, "organisation", finding, asked.narrowed(rows), asked)
