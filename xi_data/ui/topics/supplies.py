"""Parts of the Supplies page: panels of one kind of unit, packs, gifts in kind."""

from functools import partial

import streamlit as st

from xi_data.charts.inventory import inventory, inventory_alt
from xi_data.charts.packs import PACKS_A_SQUARE, pack_squares, packs_alt
from xi_data.findings.supplies import Panel, Supplies
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views import Request


def panel(page: Page, request: Request, found: Supplies, contents: Panel, shown: str) -> None:
    """One kind of unit: item by status, with what is odd in a sentence below."""
    t = page.t
    header(plain(contents.heading))
    odd = [t("Remark: {words}", words=words) for words in contents.oddities]
    with st.container(gap="xsmall"):
        aside(marked(contents.scale))
        chart(
            page,
            request,
            inventory,
            contents.rows,
            partial(inventory_alt, contents.rows, t),
            key=contents.key,
            title=contents.heading,
            how_to_read=[contents.scale, found.marks, *odd],
            selected=shown,
        )
        for words in contents.oddities:
            aside(f":orange[:material/flag:] {marked(words)}")


def boxes(page: Page, request: Request, found: Supplies, shown: str) -> None:
    """What stands apart from the panels, side by side: stocks in two units, gifts in kind."""
    if not found.stocks and not found.gift_scale:
        return
    left, right = st.columns(2, gap="medium")
    if found.stocks:
        with left:
            _two_units(page, request, found, shown)
    if found.gift_scale:
        with right:
            _gifts_in_kind(page, request, found, shown)


def _two_units(page: Page, request: Request, found: Supplies, shown: str) -> None:
    """Stocks printed by weight and in packs; packs weigh what we say."""
    t = page.t
    with st.container(border=True, height="stretch", gap="small"):
        heading = t("One stock, in two units")
        header(heading)
        square = t(
            "Each square is {number} packs, sized by the weight of one pack, so the shaded "
            "area shows the weight of the whole stock.",
            number=t.number(PACKS_A_SQUARE),
        )
        aside(square)
        for stock in found.stocks:
            with st.container(gap="xxsmall"):
                st.markdown(marked(stock.sentence))
                chart(
                    page,
                    request,
                    pack_squares,
                    stock.row,
                    partial(packs_alt, stock.row, t),
                    key=f"packs_{stock.category}",
                    title=t.pair(heading, stock.item),
                    how_to_read=[stock.sentence, square],
                    selected=shown,
                )


def _gifts_in_kind(page: Page, request: Request, found: Supplies, shown: str) -> None:
    """Goods given, a scale for each unit; they belong to the donations."""
    t, gifts = page.t, found.beside
    with st.container(border=True, height="stretch", gap="small"):
        heading = t("Gifts in kind, counted under Donations")
        header(heading)
        aside(marked(found.gift_scale))
        chart(
            page,
            request,
            inventory,
            gifts,
            partial(inventory_alt, gifts, t),
            key="gifts",
            title=heading,
            how_to_read=[found.gift_scale],
            selected=shown,
            item="unit_label",
        )
        for sentence in found.open_gifts:
            aside(marked(sentence))
