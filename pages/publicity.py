"""What was printed, aired and posted: the article's total beside its list, clicks apart."""

import streamlit as st

from xi_data import store, ui
from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.ui import reports
from xi_data.ui.units import by_unit

t = ui.page("publicity")
heading = st.container()
every = ui.ask(store.publicity, t.lang)

asked = ui.filters(t, *ui.facets(t, "publicity"))
rows = ui.ask(store.publicity, t.lang, **asked.values)

with heading:
    bulletin = ui.ask(store.bulletin, t.lang)
    finding = reports.finding(t, rows, every, bool(asked.active))
    ui.title(
        finding,
        t(
            "Reports, posts and clicks · {place} · “to date” (目前), in an article whose latest "
            "date is {date} · a scale for each unit",
            place=bulletin["place"],
            date=t.date(bulletin["latest_date"]),
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.publicity, asked)
    st.stop()

if cells := reports.headline_cells(t, rows, every):
    ui.headline(cells)

drawn = by_unit(t, rows)
shown = asked.figure or asked.bar or ui.ids(drawn)[0]
places = ui.places(asked)
if places.chart:
    with places.chart:
        what = t("Printed numbers, a panel for each unit")
        st.markdown(f"#### {what}")
        words = ui.kept(bounded_bars_alt)(drawn, t, panel="panel")
        options = dict(key="publicity", title=what, selected=shown, panel="panel")
        ui.chart(t, bounded_bars, drawn, words, **options)
with places.card:
    ui.evidence(t, shown, ui.ids(drawn), asked, t("the first bar"))
    ui.notes(t, *reports.notes(t, rows, every))
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            drawn,
            {
                **ui.columns(t, "sign", "value", "unit_label", "label", "mention"),
                "group_label": t("Group"),
                **ui.columns(t, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
sums_shown = reports.computed(t, rows, every)
ui.computed(t, sums_shown)
ui.downloads(t, "publicity", finding, asked.narrowed(drawn), asked, sums_shown)
