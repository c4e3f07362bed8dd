"""Cells of a data frame as plain Python values, the same for every format that prints them."""

import datetime
from collections.abc import Iterator
from typing import Any

import pandas as pd

Cell = str | int | float | datetime.date | None


def rows(frame: pd.DataFrame) -> Iterator[tuple[Cell, ...]]:
    """Yield each row: a missing cell as None, a whole number as int, a point in time as its date.

    DOUBLE columns hold counts, and nobody printed 1930.0 people.
    """
    for row in frame.to_numpy(dtype=object).tolist():
        yield tuple(_plain(cell) for cell in row)


def objects(frame: pd.DataFrame) -> list[dict[str, Cell]]:
    """Each row as a dictionary, column to cell."""
    return [dict(zip(frame.columns, row, strict=True)) for row in rows(frame)]


def _plain(cell: Any) -> Cell:
    if pd.isna(cell):
        return None
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell
