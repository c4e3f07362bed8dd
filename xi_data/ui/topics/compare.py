"""Parts that only Compare draws: the matrix, dots, numbers over time, shares, what is refused."""

from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.charts.dots import dots, dots_alt
from xi_data.charts.over_time import over_time, over_time_alt
from xi_data.findings.compare import Compare, day_in_words
from xi_data.ui.evidence.citation import citations
from xi_data.ui.navigation.links import root
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.ui.view.table import columns, table
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.link_table import link_table
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.ui.widgets.popover import popover
from xi_data.ui.widgets.row_table import Column
from xi_data.views import Request
from xi_data.wording import SIGMA, formula, result


def charts(page: Page, request: Request, found: Compare, shown: str) -> None:
    """The indicator as a dot for each figure; below it, by date, each place that has several."""
    t, rows = page.t, found.drawn
    what = t("One scale from zero; open ends have arrows")
    header(what)
    alt = partial(dots_alt, rows, t, panel="panel")
    chart(
        page,
        request,
        dots,
        rows,
        alt,
        key="compare",
        title=what,
        selected=shown,
        panel="panel",
    )
    for number, (place, members) in enumerate(found.series.items()):
        over = t("{place} over time", place=place)
        header(plain(over))
        alt = partial(over_time_alt, members, t)
        key = f"time{number}"
        chart(page, request, over_time, members, alt, key=key, title=over, selected=shown)


def figure_table(page: Page, request: Request, found: Compare, shown: str) -> None:
    """The figures of the dots, with the date beside each."""
    dated = Column(page.t("Date"), "day", lambda row: day_in_words(page.t, row))
    bulletin = Column(page.t("Bulletin"), "bulletin_id", lambda row: found.names[row.bulletin_id])
    shared = columns(page, "label", "value", "mention")
    table(page, request, found, {"bulletin": bulletin, **shared, "dated": dated}, shown)


def matrix(page: Page, found: Compare) -> None:
    """Which bulletin gives what: figures by topic, each number a link to them."""
    if address.embedded():
        return
    t = page.t
    what = t("Which bulletin gives what")
    header(what)
    aside(t("Number of figures by topic; each number leads to them."))
    families = query(store.families, t.lang).set_index("family")["label"]

    def cell(bulletin: str, family: str, number: Any) -> dict[str, str]:
        if not number:
            return {"text": "–", "address": "", "words": ""}
        asked = page.address(bulletin, family=family)
        words = t(
            "{place}, {topic}: {number}",
            place=found.names[bulletin],
            topic=families[family],
            number=t.number(number),
        )
        link = f"{root()}/figures?{urlencode(asked, doseq=True)}"
        return {"text": t.number(number), "address": link, "words": words}

    rows = [
        {
            "name": found.names[bulletin],
            "cells": [cell(bulletin, family, number) for family, number in numbers.items()],
        }
        for bulletin, numbers in found.matrix.iterrows()
    ]
    heads = [t("Bulletin"), *(families[one] for one in found.matrix)]
    link_table(keys.MATRIX, what, heads, rows)


def rates(page: Page, found: Compare) -> None:
    """Shares of a whole, each of two figures of one bulletin."""
    if not found.rates:
        return
    t = page.t

    def cite() -> None:
        for one in found.rates:
            citations(Page(page.view, t, (one.bulletin_id,)), one.name, one.share)

    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(
            f"{t('Shares within one bulletin')} {marked(SIGMA)}", anchor=False, width="content"
        )
        popover(t("Cite these numbers"), keys.CITE_SUMS, cite, icon=":material/format_quote:")
    shares = {
        "name": [plain(t.pair(found.names[one.bulletin_id], one.name)) for one in found.rates],
        "share": [
            f"{plain(formula(t, one.share))} = **{plain(result(t, one.share))}**"
            for one in found.rates
        ],
    }
    st.table(
        pd.DataFrame(shares),
        border="horizontal",
        hide_header=True,
        hide_index=True,
        width="content",
    )


def refused(page: Page, found: Compare) -> None:
    """What is not set side by side, and why."""
    if address.embedded() or not (found.refused or found.lone):
        return
    t = page.t
    header(t("Not compared, and why"))
    for reason, members in groupby(found.refused, lambda one: one.reason):
        lines = [f"- {plain(t.pair(one.name, one.of))}" for one in members]
        st.markdown("\n".join([f"**{plain(reason)}**", "", *lines]))
    if not found.lone:
        return
    said = t.plural(
        "{number} indicator is given by one bulletin only",
        "{number} indicators are given by one bulletin only",
        len(found.lone),
    )
    names = "\n".join(f"- {plain(one)}" for one in found.lone)
    popover(said, keys.LONE, lambda: st.markdown(names))
