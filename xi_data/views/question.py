"""What is asked of the figures: hashable, so that an answer can be kept under it."""

from collections.abc import Callable
from typing import Any, NamedTuple

Query = Callable[..., Any]
"""Asks one of store's queries: query(store.figures, bulletins, lang, **values), no connection."""


class Question(NamedTuple):
    """Which rows of which view, of which bulletins, in which language.

    values: pairs of a filter's key and its argument, in the order of the view's filters; those that
    filter nothing are among them. What a page shows follows from this alone.
    """

    view: str
    lang: str
    bulletins: tuple[str, ...]
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def arguments(self) -> dict[str, Any]:
        """Filters as the view's query takes them."""
        return dict(self.values)

    @property
    def typed(self) -> str:
        """Words that a visitor typed, "" for none: answers to such are never kept for others."""
        return self.arguments.get("search", "")

    @property
    def whole(self) -> "Question":
        """The same question with no filter in force."""
        return self._replace(values=())

    def rows(self, query: Query, view_rows: Callable[..., Any]) -> Any:
        """The rows that are asked for."""
        return query(view_rows, self.bulletins, self.lang, **self.arguments)

    def without(self, key: str) -> "Question":
        """The question with one filter loosened."""
        return self._replace(values=tuple(pair for pair in self.values if pair[0] != key))
