"""One figure: value, bounds, words, place, relations, citation; or what the link may have meant."""

import streamlit as st

from xi_data import store, ui
from xi_data.ui import links, one_figure, state
from xi_data.ui.evidence import account
from xi_data.ui.figure import number_words, source

t = ui.page("figure")
heading = st.container()
every = ui.ask(store.figures, t.lang)
state.refuse(state.pull([one_figure.ASKED]))
view = ui.filters(t, view=False, picks=False)
asked = one_figure.chooser(t)
rows = ui.only(every, "figure_id", asked)

if rows.empty:
    with heading:
        ui.title(t("One figure of {figures}", figures=len(every)), source(t))
    one_figure.not_there(t, asked)
    links.back(t, None)
    st.stop()

figure = rows.iloc[0].to_dict()
finding = t.pair(figure["label"], number_words(t, figure))
with heading:
    ui.title(
        finding,
        t(
            "Figure {position} of {figures} · {source}",
            position=figure["position"],
            figures=len(every),
            source=source(t),
        ),
    )
with st.container(horizontal=True):
    links.back(t, asked)
    links.to_words(t, asked)
left, right = st.columns([3, 2], gap="medium")
with left:
    with st.container(border=True, gap="small", key="account"):
        account(t, figure)
    one_figure.neighbours(t, figure)
    one_figure.record(t, figure)
with right:
    one_figure.relations(t, figure)
    one_figure.citations(t, figure)
ui.downloads(t, "figure", finding, rows, view)
