"""An address or a command line read as a view: which rows it asks for, or why it cannot be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd

from xi_data import store
from xi_data.locale import Translator
from xi_data.store.shown import shown
from xi_data.views.catalogue import VIEWS, Ask, View

SHOWN_ONLY = frozenset({"lang", "view", "scale", "figure", "embed", "embed_options"})
"""Keys of a page's address that say how rows are shown, and not which."""

_MOST = 30  # choices that an error lists
_LONGEST = 100  # characters of a key or value that it repeats


class RequestError(Exception):
    """A key or a value that a view does not know, with what it does know."""

    def __init__(self, key: str, value: str | None, allowed: Sequence[str]):
        known = ", ".join(allowed[:_MOST]) + (", ..." if len(allowed) > _MOST else "")
        key, value = key[:_LONGEST], value and value[:_LONGEST]
        what = f"the key {key!r}" if value is None else f"{key} = {value!r}"
        super().__init__(f"this view does not know {what}; it knows: {known}")
        self.key, self.value, self.allowed = key, value, tuple(allowed)


@dataclass(frozen=True)
class Selection:
    """What an address asks of a view.

    rows: of the view's query, only the picked figure's where one is picked. values: arguments of
    the query. active: key of each filter in force to its words.
    """

    view: View
    rows: pd.DataFrame
    values: Mapping[str, Any]
    active: Mapping[str, str]

    def sql(self, lang: str) -> str:
        """What gives the rows in the downloaded database file."""
        picked = self.rows["figure_id"].iloc[0] if len(self.rows) == 1 else None
        return shown(self.view.query, lang, figure_id=picked, **self.values)


def read_link(link: str) -> tuple[View, dict[str, list[str]]]:
    """The view of a page's address and what it asks, such as /closures?group=leisure&lang=zh.

    A view's key is such an address too. Raises RequestError for another page.
    """
    address = urlsplit(link)
    key = PurePosixPath(address.path).name or "overview"
    if key not in VIEWS:
        raise RequestError("view", key, list(VIEWS))
    return VIEWS[key], parse_qs(address.query, keep_blank_values=True)


def select(view: View, t: Translator, ask: Ask, asked: Mapping[str, Sequence[str]]) -> Selection:
    """The rows that the view's page shows at an address with these keys and values.

    Raises RequestError for a key or a value that the view does not know: where a page says what
    it left out and goes on, a program would take the wrong rows for the right ones.
    """
    filters = {one.param.key: one for one in view.filters(t, ask)}
    known = [*filters, "bar"]
    values, active = {}, {}
    for key in asked:
        if key not in known and key not in SHOWN_ONLY:
            raise RequestError(key, None, known)
    for key, one in filters.items():
        value = one.param.default
        if key in asked:
            try:
                value = one.param.decode(list(asked[key]))
            except ValueError as error:
                raise RequestError(key, str(error), [str(name) for name in one.names]) from None
            if words := one.words(t, value):
                active[key] = words
        values[key] = one.argument(value)
    every = ask(view.query, t.lang)
    rows = ask(view.query, t.lang, **values)
    if "bar" in asked:
        rows = _picked(view, t, ask, every, rows, asked["bar"][-1])
    return Selection(view, rows, values, active)


def _picked(
    view: View, t: Translator, ask: Ask, every: pd.DataFrame, rows: pd.DataFrame, figure_id: str
) -> pd.DataFrame:
    """The picked figure alone, where the view shows it; else all its rows, as on the page."""
    figures = ask(store.figures, t.lang)["figure_id"]
    if figure_id not in set(figures):
        raise RequestError("bar", figure_id, list(figures))
    places = [rows]
    if view.beside:
        places.append(view.beside(ask, t.lang, every, rows))
    for place in places:
        picked = place[place["figure_id"] == figure_id]
        if len(picked):
            return picked
    return rows
