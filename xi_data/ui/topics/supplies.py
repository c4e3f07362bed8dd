"""Parts of the Supplies page: panels of one kind of unit, packs, gifts in kind."""

from functools import partial

import pandas as pd
import streamlit as st

from xi_data.charts.inventory import inventory, inventory_alt
from xi_data.charts.packs import PACKS_A_SQUARE, pack_squares, packs_alt
from xi_data.findings.supplies import Panel, Supplies
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.views import Request
from xi_data.wording import SIGMA


def panel(page: Page, request: Request, found: Supplies, contents: Panel, shown: str) -> None:
    """One kind of unit: item by status, with what is odd in a sentence below."""
    t = page.t
    st.markdown(f"#### {contents.heading}")
    odd = [t("Flag: {words}", words=words) for words in contents.oddities]
    with st.container(gap="xsmall"):
        st.caption(contents.scale)
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
            st.caption(f":orange[:material/flag:] {words}")


def boxes(page: Page, request: Request, found: Supplies, shown: str) -> None:
    """What stands apart from the panels, side by side: stocks in two units, gifts in kind."""
    if found.stocks.empty and found.beside.empty:
        return
    left, right = st.columns(2, gap="medium")
    if len(found.stocks):
        with left:
            _two_units(page, request, found.stocks, shown)
    if len(found.beside):
        with right:
            _gifts_in_kind(page, request, found.beside, shown)


def _two_units(page: Page, request: Request, stocks: pd.DataFrame, shown: str) -> None:
    """Stocks printed by weight and in packs; packs weigh what we say."""
    t = page.t
    with st.container(border=True, height="stretch", gap="small"):
        heading = t("One stock, printed in two units")
        st.markdown(f"#### {heading}")
        square = t(
            "A square is {number} packs and its area the weight of a pack, so the ink is the "
            "weight of the stock.",
            number=t.number(PACKS_A_SQUARE),
        )
        st.caption(square)
        for place, stock in enumerate(stocks.itertuples()):
            with st.container(gap="xxsmall"):
                printed = t(
                    "{item}: **{weight} {unit}** = **{packs} {pack_unit}** {sigma} "
                    ":gray[{each} {unit} each]",
                    item=stock.category_label,
                    weight=t.number(stock.weight),
                    unit=stock.weight_unit_label,
                    packs=t.number(stock.packs),
                    pack_unit=stock.pack_unit_label,
                    sigma=SIGMA,
                    each=t.number(stock.weight_of_pack),
                )
                st.markdown(printed)
                one = stocks.iloc[[place]]
                chart(
                    page,
                    request,
                    pack_squares,
                    one,
                    partial(packs_alt, one, t),
                    key=f"packs_{stock.category}",
                    title=t.pair(heading, stock.category_label),
                    how_to_read=[printed, square],
                    selected=shown,
                )


def _gifts_in_kind(page: Page, request: Request, rows: pd.DataFrame, shown: str) -> None:
    """Goods given, a scale for each unit; they belong to the donations."""
    t = page.t
    with st.container(border=True, height="stretch", gap="small"):
        heading = t("Gifts in kind, counted under Donations")
        st.markdown(f"#### {heading}")
        scales = t.listed(
            (
                f"{t.number(row.scale)} {row.unit_label}"
                for row in rows.drop_duplicates("unit").itertuples()
            ),
            "or",
        )
        scale = t(
            "{labels}. A scale for each unit: a full bar is {scales}.",
            labels=t.chain(rows["label"]),
            scales=scales,
        )
        st.caption(scale)
        chart(
            page,
            request,
            inventory,
            rows,
            partial(inventory_alt, rows, t),
            key="gifts",
            title=heading,
            how_to_read=[scale],
            selected=shown,
            item="unit_label",
        )
        for row in rows[rows["open_above"].astype(bool)].itertuples():
            st.caption(
                t(
                    "{label}: the bar stays open, for “{mention}” has no upper bound.",
                    label=row.label,
                    mention=row.mention,
                )
            )
