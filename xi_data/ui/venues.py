"""Parts of the closures page: the finding and the headline numbers."""

import pandas as pd

from xi_data import sums
from xi_data.export import formula
from xi_data.locale import Translator
from xi_data.ui.computed import SIGMA
from xi_data.ui.data import kept


@kept
def finding(t: Translator, rows: pd.DataFrame, every: pd.DataFrame, selection: bool) -> str:
    """The total and the two largest groups; of a selection, its part of the total."""
    if rows.empty:
        return t("No closure figure in this selection")
    whole = t.number(sums.total(every).value)
    if selection:
        return t(
            "Selection: {part} of the {total} venues shut, in {rows} of {all} figures",
            part=t.number(sums.total(rows).value),
            total=whole,
            rows=len(rows),
            all=len(every),
        )
    first, second = every.drop_duplicates("category_group").head(2).itertuples()
    return t(
        "{total} venues shut: {first} for {first_group}, {second} for {second_group}",
        total=whole,
        first=t.number(first.group_value),
        first_group=t.inside(first.group_label),
        second=t.number(second.group_value),
        second_group=t.inside(second.group_label),
    )


@kept
def by_group(rows: pd.DataFrame) -> list[tuple[str, sums.Total]]:
    """Name and sum of each group, the largest first."""
    return [
        (members["group_label"].iloc[0], sums.total(members))
        for _, members in rows.groupby("category_group", sort=False)
    ]


@kept
def headline_cells(
    t: Translator, rows: pd.DataFrame, selection: bool
) -> list[tuple[str, str, str]]:
    """The sum, the largest figure, and what composites hold, as ui.headline takes them."""
    most = rows["value"].max()
    largest = rows.loc[rows["value"] == most, "category_label"]
    composites = sums.total(rows[rows["composite"]])
    number = len(composites.parts) if composites else 0
    added = f"{SIGMA} {formula(t, composites)}" if number > 1 else t("printed")
    return [
        (
            t.number(sums.total(rows).value),
            t("venues shut in the selection") if selection else t("venues shut in all"),
            SIGMA + " " + t.plural("{number} figure alone", "{number} figures added", len(rows)),
        ),
        (
            t.number(most),
            t("in the largest figure"),
            t.listed(map(t.inside, largest)),
        ),
        (
            t.number(composites.value if composites else 0),
            t("in figures of several kinds of venue, not split"),
            added if number else t("no such figure"),
        ),
    ]
