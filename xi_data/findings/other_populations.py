"""People whom a bulletin counts beside its returnees, and who are no stage of a funnel."""

from typing import NamedTuple

import pandas as pd

from xi_data.locale import Translator
from xi_data.record.bases import weakest
from xi_data.wording import basis, hedged, with_unit


class Population(NamedTuple):
    """People who are no stage of a funnel: number and unit, what is counted, sentences on it."""

    number: str
    label: str
    sentences: tuple[str, ...]


def other_populations(
    t: Translator, rows: pd.DataFrame
) -> tuple[tuple[Population, ...], dict[str, str]]:
    """Residents registered, and who passed an entrance; key of each figure to its number."""
    of = {category: members for category, members in rows.groupby("category")}
    found, shown = [], []
    if pair := _people_first(of.get("residents")):
        people, households = pair
        rounded = t(
            "in {households}. Given as {mentions}, so probably rounded.",
            households=with_unit(t, households),
            mentions=t.listed([people["mention"], households["mention"]]),
        )
        found.append(Population(with_unit(t, people), people["label"], (rounded,)))
        shown += pair
    if pair := _people_first(of.get("passage")):
        passing, vehicles = pair
        passages = t(
            "and {vehicles}. {note}",
            vehicles=with_unit(t, vehicles),
            note=passing["note"],
        )
        entrances = of.get("entrance", rows.head(0)).sort_values("value")
        numbers = t.listed(hedged(t, one) for _, one in entrances.iterrows())
        conflict = t(
            "The article gives {numbers} for the county entrances: a conflict ({basis}).",
            numbers=numbers,
            basis=basis(t, weakest(entrances["conflict_basis"])),
        )
        said = (passages, *[conflict] * bool(numbers))
        found.append(Population(with_unit(t, passing), passing["label"], said))
        shown += [*pair, *(one for _, one in entrances.iterrows())]
    return tuple(found), {one["figure_id"]: with_unit(t, one) for one in shown}


def _people_first(rows: pd.DataFrame | None) -> list[pd.Series]:
    """The figure that counts people and another one; nothing where either is not printed."""
    if rows is None:
        return []
    people = rows["unit"] == "person"
    if not people.any() or people.all():
        return []
    return [rows[people].iloc[0], rows[~people].iloc[0]]
