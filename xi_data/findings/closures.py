"""Venues shut: the total and the two largest groups, composites apart."""

import pandas as pd

from xi_data import sums
from xi_data.findings.story import Cell, Material, Story, Sum, largest
from xi_data.wording import SIGMA, formula


def story(of: Material) -> Story:
    """What Closures says: group by group, the total our own."""
    t, rows = of.t, of.rows
    definition = of.defined(t("Venues shut, by type · {place}", place=of.bulletin["place"]))
    if rows.empty:
        return of.told(finding=t("No closure figure in this selection"), definition=definition)
    groups = by_group(rows)
    return of.told(
        finding=finding(of),
        definition=definition,
        cells=headline(of),
        notes=of.remarks("note"),
        sums=computed(of, groups),
        first=largest(rows),
        first_words=t("the largest figure"),
    )


def finding(of: Material) -> str:
    """The total and the two largest groups; of a selection, its part of the total."""
    t, whole, part = of.t, sums.total(of.every), sums.total(of.rows)
    groups = of.every.drop_duplicates("category_group").head(2)
    if whole is None or part is None or len(groups) < 2:
        return of.in_general()
    total = t.number(whole.value)
    if of.narrowed:
        return t(
            "Selection: {part} of the {total} venues shut, in {rows} of {all} figures",
            part=t.number(part.value),
            total=total,
            rows=len(of.rows),
            all=len(of.every),
        )
    first, second = groups.itertuples()
    return t(
        "{total} venues shut: {first} for {first_group}, {second} for {second_group}",
        total=total,
        first=t.number(first.group_value),
        first_group=t.inside(first.group_label),
        second=t.number(second.group_value),
        second_group=t.inside(second.group_label),
    )


def headline(of: Material) -> list[Cell]:
    """The sum, the largest figure, and what composites hold."""
    t, rows = of.t, of.rows
    whole = sums.total(rows)
    composites = sums.total(rows[rows["composite"]])
    number = len(composites.parts) if composites else 0
    most = rows["value"].max()
    largest_names = rows.loc[rows["value"] == most, "category_label"]
    cells = []
    if whole is not None:
        added = t.plural("{number} figure alone", "{number} figures added", len(rows))
        words = t("venues shut in the selection") if of.narrowed else t("venues shut in all")
        cells.append(Cell(t.number(whole.value), words, f"{SIGMA} {added}"))
    if len(largest_names):
        names = t.listed(map(t.inside, largest_names))
        cells.append(Cell(t.number(most), t("in the largest figure"), names))
    added = f"{SIGMA} {formula(t, composites)}" if number > 1 else t("printed")
    cells.append(
        Cell(
            t.number(composites.value if composites else 0),
            t("in figures of several kinds of venue, not split"),
            added if number else t("no such figure"),
        )
    )
    return cells


def by_group(rows: pd.DataFrame) -> list[Sum]:
    """Each group with its sum, the largest first; those whose words license no sum left out."""
    found = (
        (members["group_label"].iloc[0], sums.total(members))
        for _, members in rows.groupby("category_group", sort=False)
    )
    return [Sum(name, one) for name, one in found if one is not None]


def computed(of: Material, groups: list[Sum]) -> list[Sum]:
    """The sums of groups with several figures, and that of all groups."""
    found = [one for one in groups if len(one.value.parts) > 1]
    whole = sums.total_of([one.value for one in groups]) if len(groups) > 1 else None
    if whole is not None:
        name = of.t("The selection") if of.narrowed else of.t("All groups")
        found.append(Sum(name, whole))
    return found
