"""Sums and ratios of printed figures, with what their words allow to be said of a sum."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from xi_data.record.qualifiers import open_sides

_ALIKE = ("unit", "status", "bulletin_id")  # what parts of one sum share


@dataclass(frozen=True)
class Total:
    """A sum that we computed: its parts in order, its value, and how the words hedge it.

    figures: keys of the figures that are added, as far as the rows had any.
    """

    parts: tuple[float, ...]
    value: float
    qualifier: str
    figures: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Ratio:
    """One exact figure divided by another that is not zero; unit: what the quotient counts."""

    dividend: float
    divisor: float
    unit: str
    qualifier: str = "exact"

    @property
    def value(self) -> float:
        """The quotient."""
        return self.dividend / self.divisor


@dataclass(frozen=True)
class Share(Ratio):
    """A part divided by its whole: a value from 0 to 1; unit: what it is a share of."""


def total(rows: pd.DataFrame) -> Total | None:
    """The sum of the rows' values; None where their words or units license none.

    A sum with a part that is open above alone (over, at least) is at_least; with one that is open
    below alone, at_most; with one that is open on both sides, about. Parts open above and parts
    open below have no sum, nor have parts without a value or in different units, statuses or
    bulletins.
    """
    if rows.empty or rows["value"].isna().any():
        return None
    if any(rows[one].nunique(dropna=False) > 1 for one in _ALIKE if one in rows):
        return None
    qualifier = hedge(list(rows["qualifier"]))
    if qualifier is None:
        return None
    parts = tuple(float(value) for value in rows["value"])
    return Total(parts, sum(parts), qualifier, tuple(rows.get("figure_id", ())))


def total_of(totals: Sequence[Total]) -> Total | None:
    """The sum of sums, its parts their values; None where their words license none."""
    qualifier = hedge([one.qualifier for one in totals])
    if qualifier is None:
        return None
    parts = tuple(one.value for one in totals)
    figures = tuple(figure for one in totals for figure in one.figures)
    return Total(parts, sum(parts), qualifier, figures)


def hedge(qualifiers: Sequence[str]) -> str | None:
    """The qualifier of a sum of parts with these qualifiers; None where no sum can be stated.

    A qualifier that the vocabulary does not know licenses no sum.
    """
    sides = {open_sides().get(one) for one in qualifiers}
    below, above = (True, False) in sides, (False, True) in sides
    if None in sides or (below and above):
        return None
    if (True, True) in sides:
        return "about"
    if above:
        return "at_least"
    return "at_most" if below else "exact"
