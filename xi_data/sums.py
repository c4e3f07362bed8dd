"""Sums and ratios of printed figures, with what their words allow to be said of a sum."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

_OPEN_ABOVE = {"over", "at_least"}
_OPEN_BELOW = {"nearly", "under", "at_most"}


@dataclass(frozen=True)
class Total:
    """A sum that we computed: its parts in order, its value, and how the words hedge it."""

    parts: tuple[float, ...]
    value: float
    qualifier: str


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

    A sum with an `over` or `at_least` part is at_least; with a part that is open below, at_most;
    with `about`, about. Parts open above and parts open below have no sum, nor have parts in
    different units or statuses.
    """
    if rows.empty or rows["unit"].nunique() > 1 or rows["status"].nunique() > 1:
        return None
    qualifier = hedge(list(rows["qualifier"]))
    if qualifier is None:
        return None
    parts = tuple(float(value) for value in rows["value"])
    return Total(parts, sum(parts), qualifier)


def total_of(totals: Sequence[Total]) -> Total | None:
    """The sum of sums, its parts their values; None where their words license none."""
    qualifier = hedge([one.qualifier for one in totals])
    if qualifier is None:
        return None
    parts = tuple(one.value for one in totals)
    return Total(parts, sum(parts), qualifier)


def hedge(qualifiers: Sequence[str]) -> str | None:
    """The qualifier of a sum of parts with these qualifiers; None where no sum can be stated."""
    said = set(qualifiers)
    if said & _OPEN_ABOVE and said & _OPEN_BELOW:
        return None
    if "about" in said:
        return "about"
    if said & _OPEN_ABOVE:
        return "at_least"
    return "at_most" if said & _OPEN_BELOW else "exact"
