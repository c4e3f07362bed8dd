"""One figure: value, bounds, words, place, relations, citation; or what the link may have meant."""

from dataclasses import replace

import streamlit as st

from xi_data import export, ui
from xi_data.findings import one_figure
from xi_data.ui.evidence import figure_page
from xi_data.ui.evidence.account import account
from xi_data.ui.navigation import links
from xi_data.ui.state import address

page = ui.page("figure")
t = page.t
heading = st.container()
address.pull([figure_page.ASKED])
request = ui.filters(page)
asked = figure_page.chooser(page)
story = ui.told(request.question)

if not asked or not page.knows(asked):
    with heading:
        ui.title(story.finding, story.definition)
    figure_page.not_there(page, asked)
    links.back(page, None)
    ui.end()

request = replace(request, thing=asked)
with heading:
    placed = one_figure.placed(t, page.figure(asked), len(story.every), story.definition)
    ui.title(export.finding(t, request, story), placed)
with st.container(horizontal=True):
    links.back(page, asked)
    links.to_words(page, asked)
left, right = st.columns([3, 2], gap="medium")
with left:
    with st.container(border=True, gap="small", key="account"):
        account(page, asked)
    figure_page.neighbours(page, asked)
    figure_page.record(page, asked)
with right:
    figure_page.relations(page, asked)
    figure_page.citations(page, asked)
ui.downloads(page, request, story)
