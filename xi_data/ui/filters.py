"""What the reader of a page asked for."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from xi_data.ui.data import kept
from xi_data.views.filters import Filter
from xi_data.views.params import Param


@dataclass(frozen=True)
class Filters:
    """What the reader asked for: arguments of the query, switches, and the same in words."""

    wanted: tuple[Filter, ...]
    values: dict[str, Any]
    switches: dict[str, str]
    active: dict[str, str]
    figure: str | None  # the figure whose evidence is shown
    bar: str | None  # the mark of the chart that the table is narrowed to

    def narrowed(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows in view: only the picked mark's where one is picked among them."""
        return _narrowed(rows, self.bar) if self.bar else rows

    def without(self, key: str) -> dict[str, Any]:
        """The query's arguments with one filter loosened."""
        return {name: value for name, value in self.values.items() if name != key}

    def param(self, key: str) -> Param:
        """The state behind one filter."""
        return next(one.param for one in self.wanted if one.param.key == key)


@kept
def _narrowed(rows: pd.DataFrame, figure_id: str) -> pd.DataFrame:
    picked = rows["figure_id"] == figure_id
    return rows[picked] if picked.any() else rows
