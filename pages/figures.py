"""All figures: facets with live counts, search in both languages, evidence of a row."""

import streamlit as st

from xi_data import store, ui
from xi_data.charts.article_map import article_alt, article_line

t = ui.page("figures")
heading = st.container()
every = ui.ask(store.figures, t.lang)
paragraphs = ui.ask(store.paragraphs, t.lang)
asked = ui.facets(t)
rows = ui.ask(store.figures, t.lang, **asked.values)

with heading:
    hedged = rows[rows["qualifier"] != "exact"]
    if not asked.active:
        finding = t(
            "{all} figures, {exact} of them printed without a hedge",
            all=len(every),
            exact=len(every) - len(hedged),
        )
    elif set(asked.active) == {"wording"} and len(hedged) == len(rows) > 0:
        said = hedged["qualifier_label"].value_counts(sort=False)
        finding = t(
            "{rows} of {all} figures are not exact: {said}",
            rows=len(rows),
            all=len(every),
            said=t.listed(t("{number} “{word}”", number=n, word=w) for w, n in said.items()),
        )
    else:
        finding = t("{rows} of {all} figures are in this selection", rows=len(rows), all=len(every))
    ui.title(
        finding,
        t(
            "Search, narrow, sort; select a row to see its evidence. The number beside each choice "
            "says how many figures it gives with the other filters in force."
        ),
    )
if rows.empty:
    ui.nothing_fits(t, store.figures, asked)
    st.stop()

shown = asked.figure or asked.bar or rows["figure_id"].iloc[0]
if asked.switches["view"] != "table":
    st.markdown(f":small[:gray[{t('Where these figures stand in the article')}]]")
    ui.chart(
        t,
        article_line,
        every,
        ui.kept(article_alt)(rows, t, paragraphs),
        key="line",
        paragraphs=paragraphs,
        matched=tuple(rows["figure_id"]),
        selected=shown,
    )
left, right = st.columns([2, 1], gap="medium")
if asked.switches["view"] != "chart":
    with left:
        ui.table(
            t,
            asked,
            rows,
            {
                "sign": st.column_config.TextColumn(t("Sign"), width=50),
                "value": st.column_config.NumberColumn(t("Value"), format="localized", width=90),
                "label": st.column_config.TextColumn(t("What is counted"), width=235),
                "unit_label": st.column_config.TextColumn(t("Unit"), width=80),
                "mention": t("As printed"),
                "paragraph": st.column_config.NumberColumn(t("Paragraph"), width=70),
                "family_label": t("Topic"),
                "status_label": t("Status"),
                "dated": t("As of"),
                "characters": t("Characters"),
            },
            shown,
            height=700,
        )
with right:
    ui.evidence(t, shown, list(rows["figure_id"]), asked, t("first of the selection"))
    ui.notes(
        t,
        (">", t("over: no upper bound is printed")),
        ("<", t("nearly: no lower bound is printed")),
        ("≈", t("about: neither bound is printed")),
        ("≥", t("at least: no upper bound is printed")),
        ("Σ", t("The side that the words leave open is never filled in. Sums stand in no row.")),
    )
ui.downloads(t, "figures", finding, asked.narrowed(rows), asked)
