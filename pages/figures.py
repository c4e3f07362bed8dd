"""All figures: facets with live counts, search in both languages, evidence of a row."""

import streamlit as st

from xi_data import ui
from xi_data.charts.article_map import article_key, article_line
from xi_data.ui.shell.bulletin import facet
from xi_data.ui.view.article_chart import article_chart
from xi_data.ui.widgets.headings import aside

page = ui.page("figures")
t = page.t
heading = st.container(gap=None)
one_text = len(page.bulletins) == 1
request = ui.filters(page)
story = ui.story(page, request, heading)

shown = request.figure or story.first
if one_text:  # several have no chart
    what = t("Where these figures appear in the article")
    aside(what)
    article_chart(
        page,
        request,
        story,
        article_line,
        key="line",
        title=what,
        how_to_read=[article_key(t)],
        shown=shown,
        told=story.rows,
    )
else:
    facet(page, story.rows["bulletin_id"].value_counts())
left, right = st.columns([2, 1], gap="medium")
with left:
    ui.table(
        page,
        request,
        story,
        ui.columns(
            page,
            *("label", "value", "mention", "dated", "family", "status", "paragraph"),
            *(() if one_text else ("bulletin",)),
        ),
        shown,
    )
with right:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
ui.downloads(page, request, story)
