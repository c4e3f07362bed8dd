"""Venues shut: the total and the two largest groups, composites apart."""

import pandas as pd

from xi_data import sums
from xi_data.findings.story import Cell, Material, Story, Sum, added_up, ids, largest
from xi_data.locale import Translator
from xi_data.wording import SIGMA, formula, hedged, summed, with_sign


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
    groups = by_group(of.every)
    if whole is None or part is None or len(groups) < 2:
        return of.in_general()
    total = summed(t, whole)
    if of.narrowed:
        return t(
            "Selection: {part} of the {total} venues shut, in {rows} of {all} figures",
            part=summed(t, part),
            total=total,
            rows=len(of.rows),
            all=len(of.every),
        )
    first, second = groups[:2]
    return t(
        "Venues shut: {total}, of which {first} for {first_group} and {second} for {second_group}",
        total=total,
        first=summed(t, first.value),
        first_group=t.inside(first.name),
        second=summed(t, second.value),
        second_group=t.inside(second.name),
    )


def headline(of: Material) -> list[Cell]:
    """The sum, the largest figure, and what composites hold."""
    t, rows = of.t, of.rows
    whole = sums.total(rows)
    most = rows[rows["value"] == rows["value"].max()]
    cells = []
    if whole is not None:
        words = t("venues shut in the selection") if of.narrowed else t("venues shut in all")
        cells.append(Cell(with_sign(t, whole), words, added_up(t, len(rows)), whole))
    if len(most):
        names = t.listed(
            map(t.inside, most["category_label"].where(most["category"] != "", most["label"]))
        )
        largest_ = t("in the largest figure")
        cells.append(Cell(hedged(t, most.iloc[0]), largest_, names, ids(most)))
    return [*cells, *_composites(t, rows[rows["composite"]])]


def _composites(t: Translator, rows: pd.DataFrame) -> list[Cell]:
    """What figures of several kinds of venue hold; nothing where their words license no sum."""
    words = t("in figures that combine several kinds of venue")
    if rows.empty:
        return [Cell(t.number(0), words, t("no such figure"))]
    together = sums.total(rows)
    if together is None:
        return []
    added = f"{SIGMA} {formula(t, together)}" if len(rows) > 1 else t("in the article")
    return [Cell(with_sign(t, together), words, added, together)]


def by_group(rows: pd.DataFrame) -> list[Sum]:
    """Each group with its sum, the largest first; those without a name or a sum left out."""
    found = (
        (members["group_label"].iloc[0], sums.total(members))
        for group, members in rows.groupby("category_group", sort=False)
        if group
    )
    return [Sum(name, one) for name, one in found if one is not None]


def computed(of: Material, groups: list[Sum]) -> list[Sum]:
    """The sums of groups with several figures, and that of all groups."""
    found = [one for one in groups if len(one.value.parts) > 1]
    whole = sums.total_of([one.value for one in groups]) if len(groups) > 1 else None
    if whole is not None and sum(len(one.value.parts) for one in groups) == len(of.rows):
        name = (
            of.t("Venues shut, this selection") if of.narrowed else of.t("Venues shut, all groups")
        )
        found.append(Sum(name, whole))
    return found
