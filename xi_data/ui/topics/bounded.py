"""The page of a topic with bars by unit: money, medical capacity, disinfection."""

from functools import partial

import streamlit as st

from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.charts.gift_steps import gift_steps, gift_steps_alt
from xi_data.findings.bounded import Bounded
from xi_data.ui.downloads.buttons import downloads
from xi_data.ui.evidence.card import evidence
from xi_data.ui.state import address, keys
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.ui.view.layout import layout, notes
from xi_data.ui.view.story import open_view
from xi_data.ui.view.table import columns, table
from xi_data.ui.widgets.evidence_lines import evidence_lines
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views import Request


def topic_page(key: str) -> None:
    """The whole page: what is asked, what it says, chart beside card, table, files."""
    below_title(*open_view(key))


def below_title(page: Page, request: Request, found: Bounded, shown: str) -> None:
    """What stands below title and headline numbers. shown: the figure that is on show."""
    at = layout(request)
    if at.chart:
        with at.chart:
            panels(page, request, found, shown)
            dated_steps(page, request, found, shown)
            in_words(page, found, shown)
    with at.card:
        evidence(page, request, found, shown)
        notes(page, found.notes)
    if at.table:
        with at.table:
            figure_table(page, request, found, shown)
    downloads(page, request, found)


def panels(page: Page, request: Request, found: Bounded, shown: str) -> None:
    """The chart of the figures that have bars."""
    rows = found.panelled
    if rows.empty:
        return
    what = page.t("Each unit has its own scale; open-ended figures have open bars")
    header(what)
    chart(
        page,
        request,
        bounded_bars,
        rows,
        partial(bounded_bars_alt, rows, page.t, panel="panel"),
        key=page.view.key,
        title=what,
        selected=shown,
        panel="panel",
        hatched=found.hatched,
    )


def in_words(page: Page, found: Bounded, shown: str) -> None:
    """Figures that a bar would tell nothing of: a line each, and their evidence."""
    if not found.in_words:
        return
    heading = page.t("Figures better read than charted")
    header(heading)
    said = {
        one.figure_id: f"**{plain(one.number)}** · {plain(one.label)}" for one in found.in_words
    }
    if address.embedded():  # a frame has no card
        st.markdown("\n".join(f"- {words}" for words in said.values()))
    else:
        evidence_lines(heading, said, shown, keys.sentences("in_words"))


def dated_steps(page: Page, request: Request, found: Bounded, shown: str) -> None:
    """A gift that is reported at several dates: its dates along one line."""
    steps = found.beside
    if steps.empty:
        return
    t = page.t
    number = t.plural("{number} date", "{number} dates", len(steps))
    what = t("One gift, on several dates")
    header(f"{what} :gray[· {number}]")
    aside(marked(found.gift))
    chart(
        page,
        request,
        gift_steps,
        steps,
        partial(gift_steps_alt, steps, t),
        key="gift",
        title=what,
        how_to_read=[found.gift],
        selected=shown,
        colour=page.figure(steps["gift_id"].iloc[0])["colour"],
    )


def figure_table(page: Page, request: Request, found: Bounded, shown: str) -> None:
    """The table of printed figures, the same columns on every such page."""
    shared = ("label", "value", "mention", "dated", "group", "status", "remark")
    table(page, request, found, columns(page, *shared), shown)
