"""Two screening funnels: the screened, the released and the still observed, each from zero."""

import streamlit as st

from xi_data import store, ui
from xi_data.charts.cascade import cascade, cascade_alt
from xi_data.ui import returnees

t = ui.page("screening")
heading = st.container()
every = ui.ask(store.screening, t.lang)
others = ui.ask(store.other_populations, t.lang)

asked = ui.filters(
    t,
    *ui.facets(t, "screening"),
    ui.switch(
        "scale",
        t("Scale"),
        {"counts": t("Counts"), "shares": t("Share of screened")},
        "counts",
    ),
)
rows = ui.ask(store.screening, t.lang, **asked.values)

with heading:
    empty = t("No screening figure in this selection")
    finding = empty if rows.empty else returnees.finding(t, rows, bool(asked.active))
    first = ui.tuples(every)[0]
    ui.title(
        finding,
        t(
            "Returnees, by stage of medical observation · {place} · as of {date}, {basis}",
            place=ui.ask(store.bulletin, t.lang)["place"],
            date=t.date(first.as_of),
            basis=first.basis_label,
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.screening, asked)
    st.stop()

by_stage = returnees.totals(rows)
ui.headline(returnees.headline_cells(t, by_stage))

shown = asked.figure or asked.bar or ui.largest(rows)
shares = asked.switches["scale"] == "shares"
places = ui.places(asked)
if places.chart:
    with places.chart:
        what = t("Share of the screened") if shares else t("Number of people")
        st.markdown(f"#### {what}")
        ui.chart(
            t,
            cascade,
            rows,
            ui.kept(cascade_alt)(rows, t),
            key="screening",
            title=what,
            keys=[sentence for _, sentence in returnees.notes(t, rows)],
            selected=shown,
            shares=shares,
        )
with places.card:
    order = [*ui.ids(rows), *ui.ids(others)]
    ui.evidence(t, shown, order, asked, t("the largest figure"))
with places.table if asked.switches["view"] == "both" else st.container():
    left, right = st.columns([2, 1], gap="medium")
    with left:
        returnees.other_populations(t, others, shown)
    with right:
        ui.notes(t, *returnees.notes(t, rows))
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            returnees.labelled(rows),
            {
                "returnees": st.column_config.TextColumn(t("Returnees"), width=216),
                "value": ui.bar_column(t("People"), every["value"].max()),
                "percent": st.column_config.NumberColumn(t("Σ Share of screened"), format="%.1f%%"),
                **ui.columns(t, "mention"),
                "status_label": t("Stage"),
                **ui.columns(t, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
sums_shown = returnees.computed(t, by_stage)
ui.computed(t, sums_shown)
ui.downloads(t, "screening", finding, asked.narrowed(rows), asked, sums_shown)
