"""What stands apart on Supplies: stocks printed in two units, and gifts in kind."""

from typing import NamedTuple

import pandas as pd

from xi_data.each_row import each_row
from xi_data.findings.story import Sum
from xi_data.locale import Translator
from xi_data.sums import Ratio
from xi_data.wording import SIGMA, grey, strong


class Stock(NamedTuple):
    """One stock printed by weight and in packs: its category, its item, its sentence, its row."""

    category: str
    item: str
    sentence: str
    row: pd.DataFrame


def stocks_in(packs: pd.DataFrame, every: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Stocks with a figure in view, each beside the figure that is its number of packs.

    packs: all of store.packs; every: all supplies; rows: those in view. A column heaviest, the
    weight of the heaviest pack of all, keeps pictures of stocks comparable.
    """
    packs = packs.assign(heaviest=packs["weight_of_pack"].max())
    figures = every.drop(columns=[*(set(packs) & set(every))])
    either = packs[["weight_id", "packs_id"]].isin(set(rows["figure_id"])).any(axis=1)
    return packs[either].merge(figures, left_on="packs_id", right_on="figure_id")


def pack_weights(t: Translator, stocks: pd.DataFrame) -> list[Sum]:
    """What we computed of the stocks: the weight of a pack of each."""
    return [
        Sum(
            t("{item}: weight per pack ({packs})", item=one.category_label, packs=one.unit_label),
            Ratio(one.weight, one.packs, one.weight_unit_label),
        )
        for one in each_row(stocks[stocks["packs"] > 0])
    ]


def told_stocks(t: Translator, stocks: pd.DataFrame) -> list[Stock]:
    """Each stock with its weight, its packs and the weight of a pack in a sentence."""
    found = []
    for place, stock in enumerate(each_row(stocks)):
        sentence = t(
            "{item}: {weight} = {packs} {sigma} {each}",
            item=stock.category_label,
            weight=strong(t.measured(t.compact(stock.weight), stock.weight_unit_label)),
            packs=strong(t.measured(t.compact(stock.packs), stock.pack_unit_label)),
            sigma=SIGMA,
            each=grey(
                t(
                    "{weight} each",
                    weight=t.measured(t.number(stock.weight_of_pack), stock.weight_unit_label),
                )
            ),
        )
        row = stocks.iloc[[place]]
        found.append(Stock(stock.category, stock.category_label, sentence, row))
    return found


def gift_scale(t: Translator, gifts: pd.DataFrame) -> str:
    """What the gifts are, and what a full bar of each unit stands for."""
    if gifts.empty:
        return ""
    scales = [
        t.measured(t.compact(row.scale), row.unit_label)
        for row in each_row(gifts.drop_duplicates("unit"))
    ]
    return t(
        "{labels}. Each unit has its own scale: a full-length bar is {scales}.",
        labels=t.chain(gifts["label"]),
        scales=t.listed(scales, "or"),
    )


def open_gifts(t: Translator, gifts: pd.DataFrame) -> list[str]:
    """Why the bars of some gifts stay open."""
    if gifts.empty:
        return []
    return [
        t(
            "{label}: open-ended bar, because “{mention}” gives no upper limit.",
            label=row.label,
            mention=row.mention,
        )
        for row in each_row(gifts[gifts["open_above"].astype(bool)])
    ]
