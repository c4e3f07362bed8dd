"""The one register of views: their names, their places, rows, filters and switches.

Navigation, pages, command line, data addresses and copied links all read it, so that a link means
the same to each of them. A view's key is its page's file, its address and its name on
the command line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xi_data import store
from xi_data.locale import Translator
from xi_data.views import choices, rows
from xi_data.views.filters import Filter, switch
from xi_data.views.question import Query

Keys = tuple[str, ...]
Filters = tuple[Filter, ...]


def _no_switches(t: Translator) -> Filters:
    return ()


def _shown_as(t: Translator) -> Filters:
    names = {"chart": t("Chart"), "table": t("Table"), "both": t("Both")}
    return (switch("view", t("View"), names, "chart"),)


def _scaled(t: Translator) -> Filters:
    names = {"counts": t("Counts"), "shares": t("Share of those screened")}
    return (switch("scale", t("Show as"), names, "counts"), *_shown_as(t))


def _of_a_text(t: Translator) -> Filters:
    copies = {"published": t("Original text"), "reading": t("Simplified, cleaned text")}
    numerals = {"figures": t("Figures"), "all": t("All numbers")}
    return (
        switch("copy", t("Version"), copies, "published"),
        switch("numerals", t("Numbers"), numerals, "figures"),
        *_shown_as(t),
    )


@dataclass(frozen=True)
class View:
    """A view of the figures.

    icon: Material symbol. title: its short name. group: of the navigation, topics or evidence, ""
    to stand alone; hidden: the navigation leaves it out. rows: gives its rows, as a query of store
    does. filters: narrow the rows; switches: say how they are shown. several: it may speak of
    several bulletins; compares: it has nothing to say of one. thing: key of the address that names
    the one thing it is about or looks at. picks: whether a figure can be picked in it.
    """

    key: str
    icon: str
    title: Callable[[Translator], str]
    rows: Callable[..., pd.DataFrame] = store.figures
    find_filters: Callable[[Translator, Query, Keys, Any], Filters] = choices.none
    switches: Callable[[Translator], Filters] = _no_switches
    group: str = ""
    hidden: bool = False
    several: bool = False
    compares: bool = False
    thing: str = ""
    picks: bool = True

    def filters(self, t: Translator, query: Query, bulletins: Keys) -> Filters:
        """Its filters with the choices that these bulletins have."""
        return self.find_filters(t, query, bulletins, self.rows)

    @property
    def symbol(self) -> str:
        """The icon as Streamlit writes it."""
        return f":material/{self.icon}:"


def _topic(
    key: str, icon: str, title: Callable, query: Callable, find: Callable, *more: Any
) -> View:
    return View(key, icon, title, query, find, *(more or (_shown_as,)), group="topics")


VIEWS: Mapping[str, View] = {
    view.key: view
    for view in (
        View(
            "overview",
            "map",
            lambda t: t("Overview"),
            find_filters=choices.overview,
            switches=_shown_as,
            several=True,
        ),
        _topic(
            "screening",
            "groups",
            lambda t: t("Screening"),
            store.screening,
            choices.screening,
            _scaled,
        ),
        _topic("closures", "storefront", lambda t: t("Closures"), rows.closures, choices.closures),
        _topic(
            "supplies", "inventory_2", lambda t: t("Supplies"), rows.supplies, choices.by_status
        ),
        _topic("money", "payments", lambda t: t("Money"), rows.money, choices.by_topic),
        _topic(
            "medical", "local_hospital", lambda t: t("Medical"), rows.medical, choices.by_status
        ),
        _topic(
            "disinfection",
            "sanitizer",
            lambda t: t("Disinfection"),
            rows.disinfection,
            choices.by_status,
        ),
        _topic(
            "organisation",
            "account_tree",
            lambda t: t("Organisation"),
            store.organisation,
            choices.organisation,
        ),
        _topic(
            "publicity", "campaign", lambda t: t("Publicity"), store.publicity, choices.publicity
        ),
        _topic("timeline", "event", lambda t: t("Timeline"), store.timeline, choices.timeline),
        View(
            "figures",
            "table_rows",
            lambda t: t("All figures"),
            find_filters=choices.figures,
            several=True,
        ),
        View("figure", "tag", lambda t: t("Figure"), hidden=True, thing="id", picks=False),
        View(
            "source",
            "menu_book",
            lambda t: t("Source"),
            find_filters=choices.source,
            switches=_of_a_text,
            group="evidence",
        ),
        View(
            "checks",
            "fact_check",
            lambda t: t("Checks"),
            rows.of_checks,
            choices.of_checks,
            group="evidence",
            thing="check",
        ),
        View(
            "compare",
            "compare_arrows",
            lambda t: t("Compare"),
            store.comparison,
            choices.compare,
            _shown_as,
            group="bulletins",
            several=True,
            compares=True,
        ),
        View("about", "info", lambda t: t("About")),
    )
}
"""Key of a view to the view, in the order of the navigation; the first lives at the root."""


READ = View(
    "read",
    "rate_review",
    lambda t: t("Read and review"),
    group="bulletins",
    picks=False,
)
"""Where a visitor brings bulletins: a page without rows of the store, so no file or address."""

CORPUS = View("corpus", "database", lambda t: t("Corpus"), group="bulletins")
"""The explorer over a corpus, where the host has one: its rows are none of the store's."""

SQL = View(
    "sql",
    "terminal",
    lambda t: t("Own query"),
    group="evidence",
    several=True,
    thing="sql",
    picks=False,
)
"""Where a visitor asks in SQL, of all bulletins at hand, where the host lets her."""

SCREENS: Mapping[str, View] = {READ.key: READ, CORPUS.key: CORPUS, **VIEWS, SQL.key: SQL}
"""Every page: the views, READ, CORPUS and SQL."""


def names(t: Translator) -> dict[str, str]:
    """Key of a view to its short name."""
    return {key: view.title(t) for key, view in VIEWS.items()}
