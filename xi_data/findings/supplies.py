"""Supplies: item by status on one scale a unit, stocks in two units and gifts in kind apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from xi_data import store
from xi_data.each_row import each_row
from xi_data.findings.stocks import (
    Stock,
    gift_scale,
    open_gifts,
    pack_weights,
    stocks_in,
    told_stocks,
)
from xi_data.findings.story import Material, Note, Story, largest
from xi_data.locale import Translator
from xi_data.wording import SIGMA, before_noun, grey, strong, with_unit


class Panel(NamedTuple):
    """Supplies of one kind of unit: key, heading, rows, scale in words, what is odd among them."""

    key: str
    heading: str
    rows: pd.DataFrame
    scale: str
    oddities: Sequence[str]


@dataclass(frozen=True)
class Supplies(Story):
    """The story of supplies.

    panels: with bars. marks: what bars mean. sentences: what deserves no chart. stocks:
    those printed in two units. gift_scale: what a full bar of the gifts in kind is; open_gifts:
    sentences on gifts whose bar stays open.
    """

    panels: Sequence[Panel] = ()
    marks: str = ""
    sentences: Sequence[str] = ()
    stocks: Sequence[Stock] = ()
    gift_scale: str = ""
    open_gifts: Sequence[str] = ()


def story(of: Material) -> Supplies:
    """What Supplies says: held against ordered."""
    t, rows = of.t, of.rows
    definition = t(
        "Reserve, purchase and order are different statuses: shown side by side, never "
        "added. Bars share a scale only within one unit."
    )
    base = {"rows": rows, "every": of.every, "active": of.active, "question": of.question}
    if rows.empty:
        nothing = t("No supply figure in this selection")
        return Supplies(**base, finding=nothing, definition=definition)
    panels = panels_of(of)
    stocks = stocks_in(of.answer(store.packs), of.every, rows)
    weights = pack_weights(t, stocks)
    # Goods given, which no filter of supplies knows: none where one is in force.
    gifts = of.answer(store.gifts_in_kind).head(0 if len(rows) < len(of.every) else None)
    return Supplies(
        **base,
        finding=finding(of),
        definition=definition,
        notes=notes(of, bool(len(of.answer(store.packs)))),
        sums=weights,
        first=largest(panels[0].rows if panels else rows),
        first_words=t("the largest figure of the first panel")
        if panels
        else t("the largest figure"),
        beside=gifts,
        panels=panels,
        marks=marks(t),
        sentences=sentences(t, rows),
        stocks=told_stocks(t, stocks),
        gift_scale=gift_scale(t, gifts),
        open_gifts=open_gifts(t, gifts),
    )


def finding(of: Material) -> str:
    """Held against ordered, for the articles of which both are printed: the most and the least."""
    t = of.t
    if of.narrowed:
        return t("Selection: {rows} of {all} supply figures", rows=len(of.rows), all=len(of.every))
    both = _by_status(of.every[of.every["dimension"] == "article"])
    both = both.sort_values("in_reserve")
    if len(both) < 2:
        return of.in_general()
    least, most = both.iloc[0], both.iloc[-1]
    if most["in_reserve"] == least["in_reserve"]:
        return of.in_general()
    numbers = {(row.category_label, row.status): before_noun(t, row) for row in each_row(of.every)}
    said = dict(
        place=of.bulletin["place_short"],
        most=numbers[most.name, "in_reserve"],
        most_item=t.inside(most.name),
        least=numbers[least.name, "in_reserve"],
        least_item=t.inside(least.name),
        ordered=numbers[most.name, "ordered"],
    )
    if numbers[most.name, "ordered"] == numbers[least.name, "ordered"]:
        compared = t(
            "{place} had {most} {most_item} and {least} {least_item} in reserve, and had ordered "
            "{ordered} of each",
            **said,
        )
    else:
        compared = t(
            "{place} had {most} {most_item} and {least} {least_item} in reserve, and had ordered "
            "{ordered} and {least_ordered}",
            **said,
            least_ordered=numbers[least.name, "ordered"],
        )
    return _with_remark(
        t, compared, of.every[of.every["category_label"].isin([least.name, most.name])]
    )


def _with_remark(t: Translator, compared: str, rows: pd.DataFrame) -> str:
    """A comparison with the label of a figure in it that is to be read with care."""
    for row in each_row(rows[rows["obs_status"] == "U"]):
        item = t.pair(t.inside(row.label), row.obs_label)
        compared = t("{compared} ({item})", compared=compared, item=item)
    return compared


def _by_status(rows: pd.DataFrame) -> pd.DataFrame:
    """Item to its number in reserve and its number ordered, each printed once, unhedged."""
    compared = rows["status"].isin(["in_reserve", "ordered"]) & (rows["category"] != "")
    once = rows[compared].drop_duplicates(["category_label", "status"], keep=False)
    once = once[once["qualifier"] == "exact"]
    both = once.pivot(index="category_label", columns="status", values="value")
    return both.reindex(columns=["in_reserve", "ordered"]).dropna()


def panels_of(of: Material) -> list[Panel]:
    """The kinds of unit that have bars and a row."""
    t, names = of.t, of.query(store.options, of.t.lang)["unit"]
    headings = {
        "article": lambda units: t("Counted in {units}", units=units),
        "mass": lambda units: t("Weighed in {units}", units=units),
    }
    panels = []
    for key, heading in headings.items():
        rows = of.rows[(of.rows["dimension"] == key) & of.rows["value"].notna()]
        if len(rows):
            units = t.listed(names[unit] for unit in rows["unit"].unique())
            longest = rows.loc[rows["value"].idxmax()]
            scale = t(
                "One scale for the whole panel; the longest bar is {amount}.",
                amount=with_unit(t, longest),
            )
            panels.append(Panel(key, heading(units), rows, scale, oddities(t, rows)))
    return panels


def marks(t: Translator) -> str:
    """What filled, dashed and missing bars of a panel mean."""
    return t(
        "Filled: in reserve or bought. Dashed: ordered; the article does not say whether it "
        "arrived. –: no number given, which is not zero."
    )


def notes(of: Material, packs: bool) -> list[Note]:
    """What is never added, what shares no scale, and what is ours."""
    t = of.t
    lines = []
    if of.every["status"].nunique() > 1:
        never = t("Reserve, purchase and order are never added up.")
        lines.append(Note(":material/view_column:", never))
    if "kg" in set(of.every["unit"]) and of.every["unit"].nunique() > 1:
        apart = t(
            "Kilograms, pieces and packs are on separate scales; food and disinfectant, both "
            "in kilograms, may share one."
        )
        lines.append(Note(":material/scale:", apart))
    lines += of.remarks("note")
    if packs:
        ours = t("The weight of a pack is ours: weight ÷ number of packs, both from the article.")
        lines.append(Note("Σ", ours))
    return lines


def oddities(t: Translator, rows: pd.DataFrame) -> list[str]:
    """What the data note of a doubtful figure, and how its order compares with the other orders."""
    both = _by_status(rows)
    both = both[both["in_reserve"] > 0]
    times = both["ordered"] / both["in_reserve"]
    said = []
    for row in each_row(rows[rows["obs_status"] == "U"]):
        sentences_ = [t("{label}: {note}", label=row.label, note=row.note)]
        others = times.drop(row.category_label, errors="ignore")
        if row.category_label in times and len(others):
            compared = t(
                "The order is {ratio}; {others}.",
                ratio=_of_the_reserve(t, times[row.category_label]),
                others=t.chain(
                    t("for {item}, {ratio}", item=t.inside(item), ratio=_of_the_reserve(t, value))
                    for item, value in others.items()
                ),
            )
            sentences_.append(f"{SIGMA} {compared}")
        said.append(t.sentences(*sentences_))
    return said


def _of_the_reserve(t: Translator, times: float) -> str:
    """An order beside its reserve: a percentage of less, a multiple of more."""
    if times < 1:
        return t("{percent} of the reserve", percent=t.percent(times, 0))
    return t("{times} times the reserve", times=t.number(round(times, 1)))


def sentences(t: Translator, rows: pd.DataFrame) -> list[str]:
    """What deserves no chart, in words: figures that count neither articles, weight nor packs."""
    said = []
    for _, row in rows[~rows["dimension"].isin(["article", "mass", "pack"])].iterrows():
        sentence = t(
            "{label}: {amount}.",
            label=row["label"],
            amount=strong(with_unit(t, row)),
        )
        said.append(f"{sentence} {grey(row['note'])}" if row["note"] else sentence)
    return said
