"""Figures laid out by what they are counted in: a panel for each unit."""

import pandas as pd

from xi_data.each_row import each_row
from xi_data.findings.story import capital
from xi_data.locale import Translator


def by_unit(t: Translator, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with panel, the name of their unit: units as they come, from large to small in each.

    Where a language calls two units the same, as Chinese calls reports and videos, the panel's name
    says which one is meant. Rows without a value come last in their panel.
    """
    units = rows.drop_duplicates("unit")
    doubtful = set(units.loc[units["unit_label"].duplicated(keep=False), "unit"])
    names = {
        row.unit: t(
            "{unit} ({meaning})", unit=row.unit_label, meaning=row.unit_definition.rstrip(".。")
        )
        if row.unit in doubtful
        else capital(row.unit_label)
        for row in each_row(units)
    }
    places = {unit: place for place, unit in enumerate(units["unit"])}
    return (
        rows.assign(panel=rows["unit"].map(names), unit_place=rows["unit"].map(places))
        .sort_values(["unit_place", "value"], ascending=[True, False], kind="stable")
        .drop(columns="unit_place")
    )
