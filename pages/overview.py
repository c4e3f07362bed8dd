"""What the article reports: headline numbers, the map of the article, ways in."""

import streamlit as st

from xi_data import store, sums, ui
from xi_data.charts.article_map import article_alt, article_key, article_map

t = ui.page("overview")
figures = ui.ask(store.figures, t.lang)
screening = ui.ask(store.screening, t.lang)
closures = ui.ask(store.closures, t.lang)
bulletin = ui.ask(store.bulletin, t.lang)
paragraphs = ui.ask(store.paragraphs, t.lang)

screened = ui.only(screening, "status", "screened")
observed = ui.only(screening, "status", "under_observation")
finding = t(
    "{screened} returnees screened, {shut} venues shut: a county’s COVID-19 response in "
    "{figures} figures",
    screened=t.number(ui.kept(sums.total)(screened).value),
    shut=t.number(ui.kept(sums.total)(closures).value),
    figures=len(figures),
)
ui.title(
    finding,
    t(
        "One news article about {place}, read figure by figure: each keeps its printed words "
        "and its place. Σ = computed by us, not printed.",
        place=bulletin["place"],
    ),
)

with st.grid(6, min_column_width=160):
    ui.sum_card(t, t("Returnees screened"), screened)
    ui.sum_card(t, t("Under observation"), observed)
    ui.sum_card(t, t("Venues shut"), closures)
    for figure_id in ("checkpoint-people-checked", "funding-control", "supply-masks-reserve"):
        ui.figure_card(t, figure_id)

where = t("Where the figures stand in the article")
how = t("One row for each paragraph, as long as the paragraph.")
click = t("Click a mark for its evidence.")
st.markdown(f"### {where}\n\n{t.sentences(how, article_key(t), click)}")
by_family = {key: n for (facet, key), n in ui.ask(store.counts).items() if facet == "family"}
asked = ui.filters(t, *ui.facets(t, "overview"))
rows = ui.ask(store.figures, t.lang, **asked.values)
shown = asked.figure or asked.bar or "funding-control"
places = ui.places(asked)
if places.chart:
    with places.chart:
        ui.chart(
            t,
            article_map,
            figures,
            ui.kept(article_alt)(figures, t, paragraphs),
            key="map",
            title=where,
            keys=[t.sentences(how, article_key(t))],
            coloured=rows,
            paragraphs=paragraphs,
            matched=tuple(ui.ids(rows)),
            selected=shown,
        )
with places.card:
    ui.evidence(t, shown, ui.ids(rows), asked, t("an example"))
if places.table:
    with places.table:
        ui.table(
            t,
            asked,
            rows,
            ui.columns(t, "label", "value", "unit_label", "mention", "family_label", "dated"),
            shown,
            height=400,
        )

st.subheader(t("Ways in"), anchor=False)
with st.grid(4, min_column_width=260, border=True):
    for family, leading in {
        "people": ("screening-outside-screened", "screening-inside-screened"),
        "closures": ("closure-food-lodging", "closure-village-culture-centres"),
        "supplies": ("supply-suits-reserve", "supply-suits-ordered"),
        "money": ("funding-control", "donation-pears-baskets"),
        "medical": ("medical-hospital-beds", "medical-nurses"),
        "disinfection": ("disinfection-area-parks", "disinfection-mask-bins"),
        "publicity": ("publicity-reports", "publicity-douyin-clicks"),
        "organisation": ("organisation-departments", "schedule-quarantine-days"),
    }.items():
        ui.way_in(t, family, by_family[family], leading)
ui.downloads(t, "overview", finding, asked.narrowed(rows), asked)
