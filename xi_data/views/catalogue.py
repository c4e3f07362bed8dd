"""The views with figures: the query behind each, and the filters that narrow its rows.

Pages, the command line and the data addresses all read a view here, so that a link means the same
rows to each of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xi_data import store
from xi_data.locale import Translator
from xi_data.views.filters import Filter, at_least, choices, search

Ask = Callable[..., Any]
"""Asks one of store's queries: ask(query, *arguments, **parameters), without a connection."""

Filters = tuple[Filter, ...]


@dataclass(frozen=True)
class View:
    """A view of figures. key: of its page and its address. query: of store, gives its rows.

    beside: from ask, the language, all rows and the rows in view to figures that stand beside them
    on the page, where a reader can pick one of them too.
    """

    key: str
    query: Callable[..., pd.DataFrame]
    filters: Callable[[Translator, Ask], Filters] = lambda t, ask: ()
    beside: Callable[[Ask, str, pd.DataFrame, pd.DataFrame], pd.DataFrame] | None = None


def names(t: Translator) -> dict[str, str]:
    """Key of a view to its short name."""
    return {
        "overview": t("Overview"),
        "screening": t("Screening"),
        "closures": t("Closures"),
        "supplies": t("Supplies"),
        "money": t("Money"),
        "medical": t("Medical"),
        "disinfection": t("Disinfection"),
        "organisation": t("Organisation"),
        "publicity": t("Publicity"),
        "timeline": t("Timeline"),
        "figures": t("All figures"),
        "figure": t("Figure"),
        "source": t("Source"),
        "about": t("About"),
    }


def gifts_beside(ask: Ask, lang: str, every: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Goods given, which no filter of supplies knows: none where one is in force."""
    gifts = ask(store.gifts_in_kind, lang)
    return gifts if len(rows) == len(every) else gifts.head(0)


def steps_beside(ask: Ask, lang: str, every: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The dates of those gifts that are among the rows."""
    steps = ask(store.gift_steps, lang)
    return steps[steps["gift_id"].isin(rows["figure_id"])]


def _closures(t: Translator, ask: Ask) -> Filters:
    every = ask(store.closures, t.lang)
    return (
        choices("group", t("Group"), _names(every, "category_group", "group_label")),
        _panel("type", t("Type"), _names(every, "category", "category_label")),
        at_least("least", t("At least"), (1, 2, 5, 10, 20, 50, 100)),
    )


def _screening(t: Translator, ask: Ask) -> Filters:
    every = ask(store.screening, t.lang)
    return (
        choices("origin", t("Origin"), _names(every, "origin", "origin_label")),
        _panel("stage", t("Stage"), _names(every, "status", "status_label")),
    )


def _supplies(t: Translator, ask: Ask) -> Filters:
    every = ask(store.supplies, t.lang)
    return (_category(t, every), _status(t, every), _unit(t, ask, every))


def _money(t: Translator, ask: Ask) -> Filters:
    every = ask(store.money, t.lang)
    return (_topic(t, every), _category(t, every), _unit(t, ask, every))


def _medical(t: Translator, ask: Ask) -> Filters:
    every = ask(store.medical, t.lang)
    return (_category(t, every), _status(t, every), _unit(t, ask, every))


def _disinfection(t: Translator, ask: Ask) -> Filters:
    every = ask(store.disinfection, t.lang)
    return (_category(t, every), _status(t, every), _unit(t, ask, every))


def _organisation(t: Translator, ask: Ask) -> Filters:
    every = ask(store.organisation, t.lang)
    sections = _panel("section", t("Section"), _names(every, "section", "section_label"))
    return (_topic(t, every), _unit(t, ask, every), sections)


def _publicity(t: Translator, ask: Ask) -> Filters:
    every = ask(store.publicity, t.lang)
    groups = choices("group", t("Group"), _names(every, "category_group", "group_label"))
    return (groups, _unit(t, ask, every))


def _timeline(t: Translator, ask: Ask) -> Filters:
    every = ask(store.timeline, t.lang)
    days = {row.day_key: t.day(row.day) for row in every.itertuples()}
    stories = {str(row.paragraph): row.story_label for row in every.itertuples()}
    return (choices("day", t("Day"), days), _panel("story", t("Story"), stories))


def _overview(t: Translator, ask: Ask) -> Filters:
    return (choices("family", t("Topic"), _occurring(t, ask)["family"]),)


def _source(t: Translator, ask: Ask) -> Filters:
    return (*_overview(t, ask), _panel("status", t("Status"), _occurring(t, ask)["status"]))


def _figures(t: Translator, ask: Ask) -> Filters:
    occurring = _occurring(t, ask)
    return (
        search("search", t("Search"), t("a word or a number, English or Chinese")),
        choices("wording", t("Wording"), occurring["wording"]),
        choices("family", t("Topic"), occurring["family"]),
        _panel("status", t("Status"), occurring["status"]),
        _panel("unit", t("Unit"), occurring["unit"]),
        _panel("section", t("Section"), occurring["section"]),
        _panel("dated", t("Date"), occurring["dated"]),
    )


VIEWS = {
    view.key: view
    for view in (
        View("overview", store.figures, _overview),
        View("screening", store.screening, _screening),
        View("closures", store.closures, _closures),
        View("supplies", store.supplies, _supplies, gifts_beside),
        View("money", store.money, _money, steps_beside),
        View("medical", store.medical, _medical),
        View("disinfection", store.disinfection, _disinfection),
        View("organisation", store.organisation, _organisation),
        View("publicity", store.publicity, _publicity),
        View("timeline", store.timeline, _timeline),
        View("figures", store.figures, _figures),
        View("figure", store.figures),
        View("source", store.figures, _source),
        View("about", store.figures),
    )
}
"""Key of a view, which is also its page's, to the view."""


def _names(rows: pd.DataFrame, key: str, label: str) -> dict[str, str]:
    """Key to name, in the order of the rows."""
    return {key: name for key, name in zip(rows[key], rows[label], strict=True) if key}


def _panel(key: str, label: str, names: Mapping[str, str]) -> Filter:
    return choices(key, label, names, popover=True)


def _topic(t: Translator, every: pd.DataFrame) -> Filter:
    return choices("topic", t("Topic"), _names(every, "topic", "topic_label"))


def _category(t: Translator, every: pd.DataFrame) -> Filter:
    return choices("group", t("Category"), _names(every, "category_group", "group_label"))


def _status(t: Translator, every: pd.DataFrame) -> Filter:
    return _panel("status", t("Status"), _names(every, "status", "status_label"))


def _unit(t: Translator, ask: Ask, every: pd.DataFrame) -> Filter:
    names = ask(store.options, t.lang)["unit"]  # not of the rows, where one person is no people
    return _panel("unit", t("Unit"), {key: names[key] for key in every["unit"].unique()})


def _occurring(t: Translator, ask: Ask) -> dict[str, dict[str, str]]:
    """Facet to the choices that some figure has, in the order of the vocabularies."""
    found = ask(store.counts)
    names = ask(store.options, t.lang)
    names = names | {"dated": names["dated"] | {"none": t("no date printed")}}
    return {
        facet: {key: name for key, name in options.items() if (facet, key) in found}
        for facet, options in names.items()
    }
