"""Supplies: item by status on one scale a unit; packs and gifts in kind apart; nothing added."""

import streamlit as st

from xi_data import store, ui
from xi_data.ui import stock

t = ui.page("supplies")
heading = st.container()
every = ui.ask(store.supplies, t.lang)

asked = ui.filters(t, *ui.facets(t, "supplies"))
rows = ui.ask(store.supplies, t.lang, **asked.values)

with heading:
    if rows.empty:
        finding = t("No supply figure in this selection")
    elif asked.active:
        finding = t("Selection: {rows} of {all} supply figures", rows=len(rows), all=len(every))
    else:
        finding = stock.finding(t, every)
    ui.title(
        finding,
        t(
            "Reserve, purchase and order are different stages: shown side by side, never added. "
            "Bars share a scale only within one unit."
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.supplies, asked)
    st.stop()

panels = stock.panels(t, rows)
packs = stock.stocks(ui.ask(store.packs, t.lang), every, rows)
gifts = ui.beside(t, "supplies", every, rows)
first = next(iter(panels.values()))[1] if panels else rows
shown = asked.figure or asked.bar or ui.largest(first)
listed = gifts if asked.bar in ui.ids(gifts) else rows

places = ui.places(asked)
if places.chart:
    with places.chart:
        for key, (name, members) in panels.items():
            stock.panel(t, key, name, members, shown)
        if panels:
            st.caption(stock.marks(t))
        if said := stock.sentences(t, rows):
            st.markdown(said)
with places.card:
    order = [*ui.ids(rows), *ui.ids(gifts)]
    default = t("the largest figure of the first panel") if panels else t("the largest figure")
    ui.evidence(t, shown, order, asked, default)
    ui.notes(
        t,
        (":material/view_column:", t("Reserve, purchase and order are never added up.")),
        (
            ":material/scale:",
            t("Kilograms, pieces and packs never share a scale; food and disinfectant may."),
        ),
        (
            ":material/do_not_disturb_on:",
            t("That reserves were handed out is printed without a quantity: no column, no bar."),
        ),
        ("Σ", t("The weight of a pack is ours: printed weight ÷ printed number of packs.")),
    )
if places.chart:
    with (places.table or st.container()) if panels else places.chart:
        stock.boxes(t, packs, gifts, shown)
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            listed,
            {
                "category_label": st.column_config.TextColumn(t("Item"), width=170),
                **ui.columns(t, "status_label"),
                "value": st.column_config.NumberColumn(t("Number"), format="localized"),
                **ui.columns(t, "unit_label", "mention"),
                "group_label": t("Category"),
                "obs_label": ui.badge_column(t("Remark"), listed["obs_label"], "orange"),
                **ui.columns(t, "qualifier_label", "dated", "characters"),
            },
            shown,
        )
weights = stock.pack_weights(t, packs)
ui.computed(t, weights)
ui.downloads(t, "supplies", finding, asked.narrowed(listed), asked, weights)
