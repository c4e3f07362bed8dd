"""The rows of the views about one topic, in the order in which they are drawn.

Each takes what a query of store takes: database, bulletins, language and filters by key.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from xi_data import checks, store
from xi_data.checks import read_facts, wordings
from xi_data.locale import translator
from xi_data.memory import memoised, realm

Keys = tuple[str, ...]


def closures(database: Any, bulletins: Keys, lang: str, **chosen: Any) -> pd.DataFrame:
    """Venues shut from large to small, group by group, with group_value: the sum of the group."""
    rows = store.topic(database, bulletins, lang, topics=("closure",), **chosen)
    rows["group_value"] = rows.groupby("category_group")["value"].transform("sum")
    order = [-rows["group_value"], rows["category_group"], -rows["value"], rows["start"]]
    return _ordered(rows, order)


def supplies(database: Any, bulletins: Keys, lang: str, **chosen: Any) -> pd.DataFrame:
    """Supplies in the order of the text, with scale: the largest value of the same dimension."""
    rows = store.topic(database, bulletins, lang, topics=("supply",), **chosen)
    return rows.assign(scale=rows.groupby("dimension")["value"].transform("max"))


def money(database: Any, bulletins: Keys, lang: str, **chosen: Any) -> pd.DataFrame:
    """Public money, then gifts in cash and in kind with their givers: sums of money first."""
    rows = store.topic(database, bulletins, lang, topics=("funding", "donation"), **chosen)
    order = [
        rows["topic"] != "funding",
        rows["kind"] != "money",
        rows["category"] == "process",
        rows["category"] == "in_kind",
        rows["unit"],
        -rows["value"],
        rows["start"],
    ]
    return _ordered(rows, order)


def medical(database: Any, bulletins: Keys, lang: str, **chosen: Any) -> pd.DataFrame:
    """Beds, rooms and staff, facilities at the end: the rows of a unit together, largest first."""
    rows = store.topic(database, bulletins, lang, topics=("medical",), **chosen)
    unit_start = rows.groupby("unit")["start"].transform("min")
    order = [rows["unit"] == "institution", unit_start, -rows["value"], rows["start"]]
    return _ordered(rows, order)


def disinfection(database: Any, bulletins: Keys, lang: str, **chosen: Any) -> pd.DataFrame:
    """Areas, places, rounds, bins and refuse, and the days from one round to the next."""
    topics, categories = ("disinfection",), ("disinfection_cycle",)
    rows = store.topic(database, bulletins, lang, topics, categories, **chosen)
    order = [
        rows["dimension"] != "area",
        rows["unit"] != "place",
        rows["category"] == "waste",
        rows["category"] != "round",
        -rows["value"],
        rows["start"],
    ]
    return _ordered(rows, order)


def of_checks(
    database: Any, bulletins: Keys, lang: str, verdict: Keys = (), kind: Keys = ()
) -> pd.DataFrame:
    """The checks of one bulletin that need no text of it, as check_frame gives them."""
    [bulletin_id] = bulletins
    found = chosen_checks(checks_of(bulletin_id), verdict, kind)
    return check_frame(lang, facts_of(bulletin_id), found)


def check_frame(lang: str, facts: checks.Facts, found: Sequence[checks.Check]) -> pd.DataFrame:
    """A row of words for each check, as downloads hold it, and the keys of verdict and kind."""
    frame = pd.DataFrame(wordings.rows(translator(lang), facts, found))
    return frame.assign(
        verdict_key=[one.verdict for one in found], kind_key=[one.kind for one in found]
    )


def chosen_checks(
    every: Sequence[checks.Check], verdict: Keys = (), kind: Keys = ()
) -> tuple[checks.Check, ...]:
    """The checks that meet both filters; a filter without a choice asks for nothing."""
    return tuple(
        one
        for one in every
        if (not verdict or one.verdict in verdict) and (not kind or one.kind in kind)
    )


@memoised
def facts_of(bulletin_id: str) -> checks.Facts:
    """What the tables say of a bulletin. Raises errors.DataError, and KeyError for no bulletin."""
    return read_facts(realm().data)[bulletin_id]


@memoised
def checks_of(bulletin_id: str) -> tuple[checks.Check, ...]:
    """Every check without a text, what needs attention first."""
    return by_verdict(checks.run_all(facts_of(bulletin_id)))


def by_verdict(found: Iterable[checks.Check]) -> tuple[checks.Check, ...]:
    """The checks, what needs attention first."""
    return tuple(sorted(found, key=lambda one: checks.VERDICTS.index(one.verdict)))


def _ordered(rows: pd.DataFrame, order: list[pd.Series]) -> pd.DataFrame:
    """The rows by these columns, one after another; what has no value comes last."""
    keys = pd.concat(order, axis=1, keys=range(len(order)))
    return rows.loc[keys.sort_values(list(keys.columns), kind="stable").index].reset_index(
        drop=True
    )
