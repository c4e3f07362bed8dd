"""Parts of the All figures page: the finding."""

from collections.abc import Iterable

import pandas as pd

from xi_data.locale import Translator
from xi_data.ui.data import kept


def finding(t: Translator, rows: pd.DataFrame, every: pd.DataFrame, active: Iterable[str]) -> str:
    """How many figures there are or are left, and how the inexact ones are worded.

    active: keys of the filters in force.
    """
    return _finding(t, rows, every, tuple(active))


@kept
def _finding(
    t: Translator, rows: pd.DataFrame, every: pd.DataFrame, active: tuple[str, ...]
) -> str:
    hedged = rows[rows["qualifier"] != "exact"]
    if not active:
        return t(
            "{all} figures, {exact} of them printed without a hedge",
            all=len(every),
            exact=len(every) - len(hedged),
        )
    if active == ("wording",) and len(hedged) == len(rows) > 0:
        said = hedged["qualifier_label"].value_counts(sort=False)
        return t(
            "{rows} of {all} figures are not exact: {said}",
            rows=len(rows),
            all=len(every),
            said=t.listed(t("{number} “{word}”", number=n, word=w) for w, n in said.items()),
        )
    return t("{rows} of {all} figures are in this selection", rows=len(rows), all=len(every))
