"""Parts of the publicity page: the article's own total beside its list, and the clicks."""

import pandas as pd

from xi_data import sums
from xi_data.locale import Translator
from xi_data.ui.computed import SIGMA
from xi_data.ui.data import described, kept
from xi_data.ui.figure import hedged_number, value_words


@kept
def listed(rows: pd.DataFrame, every: pd.DataFrame) -> sums.Total | None:
    """Sum of the parts that the article lists of its total; None where one is out of view.

    The parts are in different units, which sums.total refuses: the sum is for comparison with the
    total alone, which counts them all as one kind of thing.
    """
    parts = every[every["whole_id"] != ""]
    if not set(parts["figure_id"]) | set(parts["whole_id"]) <= set(rows["figure_id"]):
        return None
    qualifier = sums.hedge(list(parts["qualifier"]))
    values = tuple(float(value) for value in parts["value"])
    return qualifier and sums.Total(values, sum(values), qualifier)


@kept
def finding(t: Translator, rows: pd.DataFrame, every: pd.DataFrame, selection: bool) -> str:
    """The total beside the sum of its list; of a selection, how many figures it holds."""
    if rows.empty:
        return t("No publicity figure in this selection")
    together = listed(rows, every)
    if selection or together is None:
        return t("Selection: {rows} of {all} publicity figures", rows=len(rows), all=len(every))
    whole = value_words(t, _whole(t, every))
    return t(
        "{total} publicity items in all, the article says, yet the parts it lists come to {sum}",
        total=whole[:1].upper() + whole[1:],
        sum=t.number(together.value),
    )


@kept
def headline_cells(
    t: Translator, rows: pd.DataFrame, every: pd.DataFrame
) -> list[tuple[str, str, str]]:
    """Total and list side by side, and the most clicks, as ui.headline takes them."""
    cells = []
    together = listed(rows, every)
    if together is not None:
        units = every[every["whole_id"] != ""]["unit_label"].unique()
        added = t.plural("{number} figure alone", "{number} figures added", len(together.parts))
        cells += [
            (hedged_number(t, _whole(t, every)), t("items in all"), t("printed")),
            (
                t.number(together.value),
                t("in the parts listed"),
                f"{SIGMA} {t.pair(added, t.listed(units))}",
            ),
        ]
    reached = rows[rows["category_group"] == "reach"].sort_values("value", ascending=False)
    for row in reached.head(1).to_dict("records"):
        cells.append((hedged_number(t, row), t.inside(row["label"]), t("printed")))
    return cells


@kept
def notes(t: Translator, rows: pd.DataFrame, every: pd.DataFrame) -> list[tuple[str, str]]:
    """What the rows in view do not say: the difference, things in two units, clicks."""
    lines = []
    if listed(rows, every) is not None:
        lines += [
            (":material/difference:", _whole(t, every)["note"]),
            (
                "Σ",
                t(
                    "The parts are counted in different units. Their sum is ours, for comparison "
                    "with the total alone; the difference is shown and not explained."
                ),
            ),
        ]
    for row in rows[rows["same_as_id"] != ""].itertuples():
        other = described(t.lang)[row.same_as_id]
        sentence = t(
            "{number} {unit} and {other} {other_unit} are the same things, counted in two "
            "units; only one of them is added.",
            number=t.number(row.value),
            unit=row.unit_label,
            other=t.number(other["value"]),
            other_unit=other["unit_label"],
        )
        lines.append((":material/equal:", sentence))
    reached = rows[rows["category_group"] == "reach"]
    lines += [(":material/ads_click:", note) for note in reached["note"].unique()]
    return lines


def computed(
    t: Translator, rows: pd.DataFrame, every: pd.DataFrame
) -> list[tuple[str, sums.Total]]:
    """The sum of the list, named as what stands beside the total."""
    together = listed(rows, every)
    if together is None:
        return []
    name = t(
        "Parts listed, in different units; printed total: {total}",
        total=value_words(t, _whole(t, every)),
    )
    return [(name, together)]


def _whole(t: Translator, every: pd.DataFrame) -> dict:
    """The article's own total, of which it lists parts."""
    return described(t.lang)[next(one for one in every["whole_id"] if one)]
