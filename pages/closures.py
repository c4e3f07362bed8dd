"""Venues shut, by type: grouped, composites apart, printed parts and our total."""

import streamlit as st

from xi_data import store, sums, ui
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.ui import venues

t = ui.page("closures")
heading = st.container()
every = ui.ask(store.closures, t.lang)

asked = ui.filters(t, *ui.facets(t, "closures"))
rows = ui.ask(store.closures, t.lang, **asked.values)

with heading:
    bulletin = ui.ask(store.bulletin, t.lang)
    finding = venues.finding(t, rows, every, bool(asked.active))
    ui.title(
        finding,
        t(
            "Venues shut, by type · {place} · “at present” (目前) in an article whose latest date "
            "is {date}",
            place=bulletin["place"],
            date=t.date(bulletin["latest_date"]),
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.closures, asked)
    st.stop()

groups = venues.by_group(rows)
ui.headline(venues.headline_cells(t, rows, bool(asked.active)))

shown = asked.figure or asked.bar or ui.largest(rows)
places = ui.places(asked)
if places.chart:
    with places.chart:
        what = t("Number of venues shut")
        st.markdown(f"#### {what}")
        words = ui.kept(breakdown_alt)(rows, t)
        ui.chart(t, breakdown, rows, words, key="closures", title=what, selected=shown)
with places.card:
    ui.evidence(t, shown, ui.ids(rows), asked, t("the largest figure"))
    ui.notes(
        t,
        ("Σ", t("Sums are ours: the article prints these figures and no total.")),
        (":material/percent:", t("No closure rate: how many venues stayed open is not printed.")),
    )
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            rows,
            {
                "category_label": st.column_config.TextColumn(t("Venue type"), width=200),
                "value": ui.bar_column(t("Shut"), every["value"].max()),
                **ui.columns(t, "mention"),
                "group_label": t("Group"),
                "obs_label": ui.badge_column(t("Remark"), rows["obs_label"], "orange"),
                **ui.columns(t, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
sums_shown = [(name, one) for name, one in groups if len(one.parts) > 1]
if len(groups) > 1:
    name = t("The selection") if asked.active else t("All groups")
    sums_shown.append((name, sums.total_of([one for _, one in groups])))
ui.computed(t, sums_shown)
ui.downloads(t, "closures", finding, asked.narrowed(rows), asked, sums_shown)
