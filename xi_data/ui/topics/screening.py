"""The Screening page of a bulletin with funnels, and the populations that are no stage of them."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from xi_data.charts.cascade import cascade, cascade_alt
from xi_data.findings.screening import Screening
from xi_data.ui.downloads.buttons import downloads
from xi_data.ui.evidence.card import evidence
from xi_data.ui.state import keys
from xi_data.ui.state.answers import filters_of
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.ui.view.layout import layout, notes
from xi_data.ui.view.sums import computed
from xi_data.ui.view.table import bar_column, columns, table
from xi_data.ui.widgets.evidence_pills import evidence_pills
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.ui.widgets.row_table import Column
from xi_data.views import Request


def undrawn(page: Page) -> Sequence[str]:
    """The switch between counts and shares where no funnel is offered by its origin."""
    offered = {one.key for one in filters_of(page.view.key, page.t.lang, page.bulletins)}
    return () if "origin" in offered else ("scale",)


def below_title(page: Page, request: Request, story: Screening, shown: str) -> None:
    """Chart beside card, other counts, table, sums and files. shown: the figure that is on show."""
    t, rows = page.t, story.rows
    shares = request.switches["scale"] == "shares"
    at = layout(request)
    if at.chart:
        with at.chart:
            what = t("Share of those screened") if shares else t("Number of people")
            header(what)
            chart(
                page,
                request,
                cascade,
                rows,
                partial(cascade_alt, rows, t),
                key="screening",
                title=what,
                how_to_read=[note.sentence for note in story.notes],
                selected=shown,
                shares=shares,
            )
    with at.card:
        evidence(page, request, story, shown)
    with at.table if request.switches["view"] == "both" else st.container():
        left, right = st.columns([2, 1], gap="medium")
        with left:
            other_populations(page, story, shown)
        with right:
            notes(page, story.notes)
    if at.table:
        with at.table:
            table(
                page,
                request,
                story,
                {
                    "returnees": Column(t("Returnees"), "returnees"),
                    "value": bar_column(page, t("People"), story.every["value"].max()),
                    **columns(page, "mention", "dated"),
                    "share": Column(
                        t("Σ Share of those screened"),
                        "share",
                        lambda row: t.percent(row.share),
                        number=True,
                    ),
                },
                shown,
            )
    computed(page, story)
    downloads(page, request, story)


def other_populations(page: Page, story: Screening, shown: str) -> None:
    """Residents registered; people and vehicles checked on passing an entrance; their evidence.

    shown: key of the figure whose evidence is on show.
    """
    if not story.others:
        return
    header(page.t("Other counts of people checked (not added to the groups above)"))
    with st.grid(2, min_column_width=230, border=True):
        for one in story.others:
            small = [f":small[:gray[{marked(sentence)}]]" for sentence in one.sentences]
            with st.container(gap=None):
                st.metric(plain(one.label), plain(one.number), label_visibility="collapsed")
                st.markdown("  \n".join([plain(one.label), *small]))
    evidence_pills(page.t, story.numbers, shown, keys.POPULATION)
