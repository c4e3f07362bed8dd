"""Publicity: the article's own number beside the sum of its list, clicks apart."""

import pandas as pd

from xi_data import sums
from xi_data.each_row import each_row
from xi_data.findings.by_unit import by_unit
from xi_data.findings.story import Cell, Material, Note, Story, Sum, ids
from xi_data.wording import SIGMA, hedged, hedged_short, summed, with_sign, with_unit


def story(of: Material) -> Story:
    """What Publicity says: the total that the article prints, and what its list comes to."""
    t = of.t
    definition = _definition(of)
    if of.rows.empty:
        return of.told(finding=t("No publicity figure in this selection"), definition=definition)
    drawn = by_unit(t, of.rows)
    together = listed(of)
    return of.told(
        rows=drawn,
        finding=finding(of, together),
        definition=definition,
        cells=headline(of, together),
        notes=notes(of, together),
        sums=computed(of, together),
        first=ids(drawn)[0],
        first_words=t("the first bar"),
    )


def _definition(of: Material) -> str:
    t = of.t
    said = [
        t("Reports, posts and clicks · {place}", place=of.bulletin["place"]),
        *(one.sentence for one in of.remarks("definition")),
        t("each unit has its own scale"),
    ]
    return " · ".join(said)


def listed(of: Material) -> sums.Total | None:
    """Sum of the parts that the article lists of its total; None where one is out of view.

    The parts are in different units, which sums.total refuses: the sum is for comparison with the
    total alone, which counts them all as one kind of thing.
    """
    parts = of.every[of.every["whole_id"] != ""]
    wholes = set(parts["whole_id"])
    if len(wholes) != 1 or not set(parts["figure_id"]) | wholes <= set(of.rows["figure_id"]):
        return None
    qualifier = sums.hedge(list(parts["qualifier"]))
    if qualifier is None or parts["value"].isna().any():
        return None
    values = tuple(float(value) for value in parts["value"])
    return sums.Total(values, sum(values), qualifier, tuple(parts["figure_id"]))


def finding(of: Material, together: sums.Total | None) -> str:
    """The total beside the sum of its list; of a selection, how many figures it holds."""
    t = of.t
    if of.narrowed or together is None:
        return (
            t("Selection: {rows} of {all} publicity figures", rows=len(of.rows), all=len(of.every))
            if of.narrowed
            else of.in_general()
        )
    whole = _whole(of)
    more_for_sure = whole["value_low"] > together.value  # never where no lower bound is printed
    if not more_for_sure or together.qualifier not in ("exact", "at_most"):
        return of.in_general()
    return t(
        "The article counts {total} publicity reports; the items it lists next come to {sum}",
        total=hedged(t, whole),
        sum=summed(t, together),
    )


def headline(of: Material, together: sums.Total | None) -> list[Cell]:
    """Total and list side by side, and the most clicks."""
    t, cells = of.t, []
    if together is not None:
        whole, number = _whole(of), t.number(len(together.parts))
        added = t("sum of {number} figures, in different units", number=number)
        cells += [
            Cell(
                hedged_short(t, whole),
                t("reports in all"),
                t("in the article"),
                [whole["figure_id"]],
            ),
            Cell(
                with_sign(t, together),
                t("in the items listed next"),
                f"{SIGMA} {added}",
                together,
            ),
        ]
    reached = _reached(of.rows).sort_values("value", ascending=False)
    for row in reached.head(1).to_dict("records"):
        clicks = t.inside(row["label"])
        cells.append(Cell(hedged_short(t, row), clicks, t("in the article"), [row["figure_id"]]))
    return cells


def notes(of: Material, together: sums.Total | None) -> list[Note]:
    """What the rows in view do not say: the difference, things in two units, clicks."""
    t, lines = of.t, []
    if together is not None:
        differs = _whole(of)["note"]
        lines += [Note(":material/difference:", differs)] * bool(differs)
        ours = t(
            "The items have different units. Their sum is ours, only for comparison with the "
            "number before them; the article does not call them its parts."
        )
        lines.append(Note("Σ", ours))
    figures = of.every.set_index("figure_id")
    for row in each_row(of.rows[of.rows["same_as_id"].isin(figures.index)]):
        other = figures.loc[row.same_as_id]
        sentence = t(
            "{number} and {other} are the same things, counted in two units; only one of them "
            "is added.",
            number=with_unit(t, row),
            other=with_unit(t, other),
        )
        lines.append(Note(":material/equal:", sentence))
    said = (note for note in _reached(of.rows)["note"].unique() if note)
    return [*lines, *(Note(":material/ads_click:", note) for note in said)]


def computed(of: Material, together: sums.Total | None) -> list[Sum]:
    """The sum of the list, named as what stands beside the total."""
    if together is None:
        return []
    name = of.t(
        "Items listed, in different units; the article’s number before them: {total}",
        total=hedged(of.t, _whole(of)),
    )
    return [Sum(name, together)]


def _reached(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["category_group"] == "reach"]


def _whole(of: Material) -> dict:
    """The article's own total, of which it lists parts."""
    whole_id = next(one for one in of.every["whole_id"] if one)
    return of.every[of.every["figure_id"] == whole_id].iloc[0].to_dict()
