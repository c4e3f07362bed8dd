"""What the answer to a reader's own SQL says: how many rows, and which chart suits it."""

import datetime
import math
from contextlib import suppress

import pandas as pd

from xi_data.charts.of_answer import MOST_BARS
from xi_data.locale import Translator
from xi_data.store.own_sql import Table

_NUMBERS = ("integer", "number")
_NAMES = ("text", "boolean", "date")
_MOST_DAYS = 2_000


def counted(t: Translator, table: Table) -> str:
    """How many rows there are, and whether there were more."""
    number = len(table.rows)
    if table.more:
        return t("The first {number} rows; more were left out", number=t.number(number))
    return t.plural("{number} row", "{number} rows", number)


def drawable(table: Table) -> pd.DataFrame | None:
    """name and value, as charts.of_answer takes them; None where no chart suits.

    One column of two is a number, the other dates, or names that are all different.
    """
    kinds = [kind for _, kind in table.columns]
    if len(kinds) != 2 or not table.rows or table.more:
        return None
    for name, value in ((0, 1), (1, 0)):
        if kinds[name] in _NAMES and kinds[value] in _NUMBERS:
            return _drawn(table, name, value)
    return None


def _drawn(table: Table, name: int, value: int) -> pd.DataFrame | None:
    cells = [(row[name], row[value]) for row in table.rows]
    if any(one is None or number is None or not math.isfinite(number) for one, number in cells):
        return None
    kind = "line" if table.columns[name][1] == "date" else "bars"
    names = [str(one) for one, _ in cells]
    if kind == "line":
        cells = sorted(cells)
        names = _days([one for one, _ in cells])
    most = _MOST_DAYS if kind == "line" else MOST_BARS
    if names is None or len(set(names)) < len(names) or len(names) > most:
        return None
    rows = pd.DataFrame({"name": names, "value": [float(number) for _, number in cells]})
    rows.attrs = {"kind": kind, "value": table.columns[value][0]}
    return rows


def _days(written: list[str]) -> list[str] | None:
    """The dates, None where one of them is none that a chart could place."""
    with suppress(ValueError):
        return [datetime.date.fromisoformat(one).isoformat() for one in written]
    return None
