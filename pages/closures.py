"""Venues shut, by type: grouped, composites apart, printed parts and our total."""

import streamlit as st

from xi_data import store, sums, ui
from xi_data.charts.breakdown import breakdown, breakdown_alt

t = ui.page("closures")
heading = st.container()
every = ui.ask(store.closures, t.lang)
whole = sums.total(every)

asked = ui.filters(
    t,
    ui.choices("group", t("Group"), ui.names(every, "category_group", "group_label")),
    ui.choices(
        "type",
        t("Type"),
        ui.names(every, "category", "category_label"),
        popover=True,
        icon=":material/storefront:",
    ),
    ui.at_least("least", t("At least"), (1, 2, 5, 10, 20, 50, 100)),
)
rows = ui.ask(store.closures, t.lang, **asked.values)

with heading:
    bulletin = ui.ask(store.bulletin, t.lang)
    part = sums.total(rows)
    if rows.empty:
        finding = t("No closure figure in this selection")
    elif asked.active:
        finding = t(
            "Selection: {part} of the {total} venues shut, in {rows} of {all} figures",
            part=t.number(part.value),
            total=t.number(whole.value),
            rows=len(rows),
            all=len(every),
        )
    else:
        first, second = every.drop_duplicates("category_group").head(2).itertuples()
        finding = t(
            "{total} venues shut: {first} for {first_group}, {second} for {second_group}",
            total=t.number(whole.value),
            first=t.number(first.group_value),
            first_group=t.inside(first.group_label),
            second=t.number(second.group_value),
            second_group=t.inside(second.group_label),
        )
    place, latest = bulletin["place"], t.date(bulletin["latest_date"])
    ui.title(
        finding,
        t(
            "Venues shut, by type · {place} · “at present” (目前) in an article whose latest date "
            "is {date}",
            place=place,
            date=latest,
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.closures, asked)
    st.stop()

by_group = [
    (members["group_label"].iloc[0], sums.total(members))
    for _, members in rows.groupby("category_group", sort=False)
]
largest = rows.loc[rows["value"].idxmax()]
group, group_total = max(by_group, key=lambda one: len(one[1].parts))
ui.headline(
    [
        (
            t.number(part.value),
            t("venues shut in all") if not asked.active else t("venues shut in the selection"),
            ui.SIGMA + " " + t.plural("{number} figure", "{number} figures added", len(rows)),
        ),
        (
            t.number(largest["value"]),
            t("in the largest figure"),
            t.inside(largest["category_label"]),
        ),
        (
            t.number(group_total.value),
            t("in the group with most figures"),
            f"{ui.SIGMA} {t.inside(group)}",
        ),
    ]
)

shown = asked.figure or asked.bar or largest["figure_id"]
places = ui.places(asked)
if places.chart:
    with places.chart:
        st.markdown(f"#### {t('Number of venues shut')}")
        words = breakdown_alt(rows, t)
        ui.chart(t, breakdown, rows, words, key="closures", selected=shown)
with places.card:
    ui.evidence(t, shown, list(rows["figure_id"]), asked, t("the largest figure"))
    ui.notes(
        t,
        (":material/texture:", t("Hatched bars: several kinds of venue in one figure, not split.")),
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
                "mention": t("As printed"),
                "group_label": t("Group"),
                "obs_label": ui.badge_column(t("Reading"), rows["obs_label"], "orange"),
                "qualifier_label": t("Wording"),
                "dated": t("As of"),
                "characters": t("Characters"),
            },
            shown,
        )
sums_shown = [
    *((name, one) for name, one in by_group if len(one.parts) > 1),
    (
        t("The selection") if asked.active else t("All groups"),
        sums.total_of([one for _, one in by_group]),
    ),
]
ui.computed(t, sums_shown)
ui.downloads(t, "closures", finding, asked.narrowed(rows), asked, sums_shown)
