"""Queries about several bulletins side by side; they take and give what those of queries do."""

import pandas as pd

from xi_data.store.frames import Database, frame, rows
from xi_data.store.queries import Keys


def comparison(
    database: Database,
    bulletins: Keys,
    lang: str,
    *,
    indicator: str | None = None,
    compared: bool = True,
) -> pd.DataFrame:
    """Figures of indicators (topic.category.status.unit), those of most bulletins first.

    Of an indicator from large to small, with day and dating (stated, event, published, undated) and
    bulletins, the number that can be compared. compared: those alone that stand beside one of
    another bulletin; else all, with reason, why not, "" where they do. indicator: that one alone;
    "" or None asks for all.
    """
    chosen = dict(indicator=indicator, compared=compared)
    return rows(database, "comparison", lang, bulletins=bulletins, **chosen)


def matrix(database: Database, bulletins: Keys) -> pd.DataFrame:
    """Number of figures by bulletin_id and family, where there are any."""
    return frame(database, "matrix", bulletins=bulletins)


def rates(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Parts of a whole that their bulletin gives as well: whole_id, whole (its value), basis."""
    return rows(database, "rates", lang, bulletins=bulletins)
