"""What was checked: what holds, what does not fit in the article, what only its text can prove."""

from functools import partial

import streamlit as st

from xi_data import ui
from xi_data.ui.article.copy import held
from xi_data.ui.checks import table
from xi_data.ui.checks.card import card
from xi_data.ui.evidence.card import figure_card
from xi_data.ui.state import address
from xi_data.views.rows import chosen_checks

page = ui.page("checks")
t = page.t
heading = st.container()
copy = held(page.bulletins[0])
every = table.run(page.bulletins[0], copy and copy.text)
looked_at = table.chosen(page, every)

request = ui.filters(
    page, wanted=table.filters_among(page, every, bool(copy)), counts=partial(table.live, every)
)
address.push([looked_at])
story = table.story(request, every, bool(copy))
rows = chosen_checks(every, **request.question.arguments)

with heading:
    ui.title(story.finding, story.definition)
if not rows:
    table.nothing_fits(page, every, story)
    ui.end()

ui.headline(story.cells_beyond_title)
key = st.session_state[looked_at.key]
shown = next((check for check in rows if check.key == key), rows[0])
evident = request.figure or (shown.printed or shown.failures or shown.figures)[0]

left, right = st.columns([2, 1], gap="medium")
with left:
    table.table(page, rows, story.rows, shown)
    ui.notes(page, story.notes)
with right:
    card(page, shown, evident)
    otherwise = "" if request.figure else story.first_words
    figure_card(page, evident, list(shown.figures), otherwise)
ui.downloads(page, request, story)
