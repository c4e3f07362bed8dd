"""The filters of each view, with the choices that its bulletins have."""

from datetime import date
from typing import Any

import pandas as pd

from xi_data import store
from xi_data.checks import wordings
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.views.filters import Filter, at_least, pills, popover, search, select
from xi_data.views.question import Query
from xi_data.wording import indicator_name

Filters = tuple[Filter, ...]
Keys = tuple[str, ...]


def none(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """A view that nothing narrows."""
    return ()


def closures(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By group, by category and by least number."""
    every = query(rows, bulletins, t.lang)
    return (
        _group(t, every),
        popover("category", t("Type"), _names(every, "category", "category_label"), "storefront"),
        at_least("least", t("At least"), (1, 2, 5, 10, 20, 50, 100)),
    )


def screening(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By origin and by status: the stage; figures of no stage as those of other topics."""
    every = query(rows, bulletins, t.lang)
    if every["whole_id"].eq("").all():
        return _of_topic(t, query, every)
    return (
        pills("origin", t("Origin"), _names(every, "origin", "origin_label")),
        popover("status", t("Status"), _names(every, "status", "status_label"), "filter_alt"),
    )


def by_status(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By group of categories, status and unit."""
    return _of_topic(t, query, query(rows, bulletins, t.lang))


def by_topic(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By topic, group of categories and unit."""
    every = query(rows, bulletins, t.lang)
    return (_topic(t, every), _group(t, every), _unit(t, query, every))


def organisation(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By topic, unit and section."""
    every = query(rows, bulletins, t.lang)
    names = _names(every, "section", "section_label")
    sections = popover("section", t("Section"), names, "article")
    return (_topic(t, every), _unit(t, query, every), sections)


def publicity(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By group and unit."""
    every = query(rows, bulletins, t.lang)
    return (_group(t, every), _unit(t, query, every))


def timeline(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By day and by story."""
    every = query(rows, bulletins, t.lang)
    days = {row.day_key: t.day(row.day) for row in each_row(every)}
    stories = {str(row.paragraph): row.paragraph_label for row in each_row(every)}
    return (pills("day", t("Day"), days), popover("story", t("Event"), stories, "article"))


def overview(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By family of topics."""
    return (_facet(t, query, bulletins, "family"),)


def source(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By family of topics and by status."""
    return tuple(_facet(t, query, bulletins, key) for key in ("family", "status"))


def figures(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By words and by every facet."""
    words = search("search", t("Search"), t("a word or a number, English or Chinese"))
    offered = [one.key for one in store.FACETS if len(bulletins) > 1 or not one.several]
    return (words, *(_facet(t, query, bulletins, key) for key in offered))


def of_checks(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """By verdict and by kind of check: those that occur, in the order of their names."""
    every = query(rows, bulletins, t.lang)
    verdicts, kinds = set(every["verdict_key"]), set(every["kind_key"])
    named = {key: name for key, name in wordings.verdict_names(t).items() if key in verdicts}
    called = {key: name for key, name in wordings.kind_names(t).items() if key in kinds}
    return (
        pills("verdict", t("Verdict"), named, counted=True),
        popover("kind", t("Kind of check"), called, "rule", counted=True),
    )


def compare(t: Translator, query: Query, bulletins: Keys, rows: Any) -> Filters:
    """The indicator, of those that several bulletins give: that of most bulletins first."""
    every = query(rows, bulletins, t.lang).drop_duplicates("indicator")
    units = query(store.options, t.lang)["unit"]  # not of the rows, where one person is no people
    names = {row.indicator: indicator_name(t, row, units[row.unit]) for row in each_row(every)}
    return (select("indicator", t("Indicator"), names),)


def _facet(t: Translator, query: Query, bulletins: Keys, key: str) -> Filter:
    """A facet's choices that some figure has, in the order of its vocabulary."""
    facet = next(one for one in store.FACETS if one.key == key)
    found = query(store.counts, bulletins)
    names = query(store.options, t.lang)[key]
    if key == "dated":
        names = names | {"none": t("no date given")}
    if key == "month":
        names = {choice: t.month(date.fromisoformat(f"{choice}-01")) for choice in names}
    names = {choice: name for choice, name in names.items() if (key, choice) in found}
    if facet.icon:
        return popover(key, facet.label(t), names, facet.icon, counted=True)
    return pills(key, facet.label(t), names, counted=True)


def _of_topic(t: Translator, query: Query, every: pd.DataFrame) -> Filters:
    return (_group(t, every), _status(t, every), _unit(t, query, every))


def _names(rows: pd.DataFrame, key: str, label: str) -> dict[str, str]:
    """Key to name, in the order of the rows."""
    return {key: name for key, name in zip(rows[key], rows[label], strict=True) if key}


def _topic(t: Translator, every: pd.DataFrame) -> Filter:
    return pills("topic", t("Topic"), _names(every, "topic", "topic_label"))


def _group(t: Translator, every: pd.DataFrame) -> Filter:
    return pills("group", t("Group"), _names(every, "category_group", "group_label"))


def _status(t: Translator, every: pd.DataFrame) -> Filter:
    return popover("status", t("Status"), _names(every, "status", "status_label"), "label")


def _unit(t: Translator, query: Query, every: pd.DataFrame) -> Filter:
    names = query(store.options, t.lang)["unit"]  # not of the rows, where one person is no people
    units = {key: names[key] for key in every["unit"].unique()}
    return popover("unit", t("Unit"), units, "straighten")
