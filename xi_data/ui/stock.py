"""Parts of the supplies page: finding, panels of one kind of unit, packs, gifts in kind."""

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.charts.inventory import inventory, inventory_alt
from xi_data.charts.packs import PACKS_A_SQUARE, pack_squares, packs_alt
from xi_data.locale import Translator
from xi_data.sums import Ratio
from xi_data.ui.computed import SIGMA
from xi_data.ui.data import ask, described, kept, largest, tuples
from xi_data.ui.figure import value_words
from xi_data.ui.view import chart


@kept
def finding(t: Translator, rows: pd.DataFrame) -> str:
    """Held against ordered, for the articles of which both are printed: the most and the least."""
    articles = rows[rows["dimension"] == "article"].pivot(
        index="category_label", columns="status", values="value"
    )
    both = articles.dropna(subset=["in_reserve", "ordered"]).sort_values("in_reserve")
    least, most = both.iloc[0], both.iloc[-1]
    said = dict(
        most=t.number(most["in_reserve"]),
        most_item=t.inside(most.name),
        least=t.number(least["in_reserve"]),
        least_item=t.inside(least.name),
        ordered=t.number(most["ordered"]),
    )
    if most["ordered"] == least["ordered"]:
        return t(
            "Xi County held {most} {most_item} but {least} {least_item}, and had {ordered} of "
            "each on order",
            **said,
        )
    return t(
        "Xi County held {most} {most_item} but {least} {least_item}, and had {ordered} and "
        "{least_ordered} on order",
        **said,
        least_ordered=t.number(least["ordered"]),
    )


@kept
def panels(t: Translator, rows: pd.DataFrame) -> dict[str, tuple[str, pd.DataFrame]]:
    """Dimension to heading and rows, for the kinds of unit that have bars and a row."""
    found = {one: rows[rows["dimension"] == one] for one in ("article", "mass")}
    names = ask(store.options, t.lang)["unit"]
    units = {
        one: t.listed(names[unit] for unit in members["unit"].unique())
        for one, members in found.items()
        if len(members)
    }
    headings = {
        "article": t("Counted in {units}", units=units.get("article")),
        "mass": t("Weighed in {units}", units=units.get("mass")),
    }
    return {one: (headings[one], found[one]) for one in units}


def panel(t: Translator, key: str, heading: str, rows: pd.DataFrame, selected: str) -> None:
    """One kind of unit: item by status, with what is odd in a sentence below."""
    longest = described(t.lang)[largest(rows)]
    st.markdown(f"#### {heading}")
    scale = t(
        "One scale for the whole panel; the longest bar is {number} {unit}.",
        number=t.number(longest["value"]),
        unit=longest["unit_label"],
    )
    oddities = _oddities(t, rows)
    with st.container(gap="xsmall"):
        st.caption(scale)
        chart(
            t,
            inventory,
            rows,
            kept(inventory_alt)(rows, t),
            key=key,
            title=heading,
            keys=[scale, marks(t), *(t("Flag: {words}", words=odd) for odd in oddities)],
            selected=selected,
        )
        for odd in oddities:
            st.caption(f":orange[:material/flag:] {odd}")


def marks(t: Translator) -> str:
    """What filled, dashed and missing bars of a panel mean."""
    return t(
        "Filled: there. Dashed outline: ordered, not there yet. – The article prints no number, "
        "which is not zero."
    )


@kept
def _oddities(t: Translator, rows: pd.DataFrame) -> list[str]:
    """What the data note of a doubtful figure, and how its order compares with the other orders."""
    both = rows.pivot(index="category_label", columns="status", values="value")
    both = both.reindex(columns=["in_reserve", "ordered"]).dropna()
    times = both["ordered"] / both["in_reserve"]
    said = []
    for row in rows[rows["obs_status"] == "U"].itertuples():
        sentences = [t("{label}: {note}", label=row.label, note=row.note)]
        others = times.drop(row.category_label, errors="ignore")
        if row.category_label in times and len(others):
            compared = t(
                "The order is {times} times the reserve; {others}.",
                times=t.number(times[row.category_label]),
                others=t.listed(
                    t("for {item}, {times} times", item=t.inside(item), times=t.number(value))
                    for item, value in others.items()
                ),
            )
            sentences.append(f"{SIGMA} {compared}")
        said.append(t.sentences(*sentences))
    return said


@kept
def sentences(t: Translator, rows: pd.DataFrame) -> str:
    """What deserves no chart, in words: figures that count neither articles, weight nor packs."""
    said = []
    for _, row in rows[~rows["dimension"].isin(["article", "mass", "pack"])].iterrows():
        sentence = t(
            "{label}: **{number} {unit}**.",
            label=row["label"],
            number=value_words(t, row),
            unit=row["unit_label"],
        )
        said.append(f"{sentence} :gray[{row['note']}]" if row["note"] else sentence)
    return "\n\n".join(said)


@kept
def stocks(packs: pd.DataFrame, every: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Stocks with a figure in view, each beside the figure that is its number of packs.

    packs: all of store.packs; every: all supplies; rows: those in view. A column heaviest, the
    weight of the heaviest pack of all, keeps pictures of stocks comparable.
    """
    packs = packs.assign(heaviest=packs["weight_of_pack"].max())
    figures = every.drop(columns=["category", "category_label"])
    either = packs[["weight_id", "packs_id"]].isin(set(rows["figure_id"])).any(axis=1)
    return packs[either].merge(figures, left_on="packs_id", right_on="figure_id")


@kept
def pack_weights(t: Translator, stocks: pd.DataFrame) -> list[tuple[str, Ratio]]:
    """What we computed of the stocks: the weight of a pack of each."""
    return [
        (
            t("{item}: weight of a pack ({packs})", item=one.category_label, packs=one.unit_label),
            Ratio(one.weight, one.packs, one.weight_unit_label),
        )
        for one in stocks.itertuples()
    ]


def boxes(t: Translator, stocks: pd.DataFrame, gifts: pd.DataFrame, selected: str) -> None:
    """What stands apart from the panels, side by side: stocks in two units, gifts in kind."""
    if stocks.empty and gifts.empty:
        return
    left, right = st.columns(2, gap="medium")
    if len(stocks):
        with left:
            _two_units(t, stocks, selected)
    if len(gifts):
        with right:
            _gifts_in_kind(t, gifts, selected)


def _two_units(t: Translator, packs: pd.DataFrame, selected: str) -> None:
    """Stocks printed by weight and in packs, as stocks() gives them; packs weigh what we say."""
    with st.container(border=True, height="stretch", gap="small"):
        heading = t("One stock, printed in two units")
        st.markdown(f"#### {heading}")
        square = t(
            "A square is {number} packs and its area the weight of a pack, so the ink is the "
            "weight of the stock.",
            number=t.number(PACKS_A_SQUARE),
        )
        st.caption(square)
        for place, stock in enumerate(tuples(packs)):
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
                one = _only(packs, place)
                chart(
                    t,
                    pack_squares,
                    one,
                    kept(packs_alt)(one, t),
                    key=f"packs_{stock.category}",
                    title=t.pair(heading, stock.category_label),
                    keys=[printed, square],
                    selected=selected,
                )


def _gifts_in_kind(t: Translator, rows: pd.DataFrame, selected: str) -> None:
    """Goods given, a scale for each unit; they belong to the donations."""
    with st.container(border=True, height="stretch", gap="small"):
        heading = t("Gifts in kind, counted under Donations")
        st.markdown(f"#### {heading}")
        scales = t.listed(
            (
                f"{t.number(row.scale)} {row.unit_label}"
                for row in tuples(_first_of_each_unit(rows))
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
            t,
            inventory,
            rows,
            kept(inventory_alt)(rows, t),
            key="gifts",
            title=heading,
            keys=[scale],
            selected=selected,
            item="unit_label",
        )
        for row in tuples(_open_above(rows)):
            st.caption(
                t(
                    "{label}: the bar stays open, for “{mention}” has no upper bound.",
                    label=row.label,
                    mention=row.mention,
                )
            )


@kept
def _only(rows: pd.DataFrame, place: int) -> pd.DataFrame:
    return rows.iloc[[place]]


@kept
def _first_of_each_unit(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.drop_duplicates("unit")


@kept
def _open_above(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["value_high"].isna()]
