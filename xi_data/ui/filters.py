"""Filters of a view: each is one row that holds its key, its choices and its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from xi_data.locale import Translator
from xi_data.ui import state
from xi_data.ui.data import kept

Counts = Callable[[dict[str, Any]], Mapping[str, int]]


@dataclass(frozen=True)
class Filter:
    """One key of the view's state, how it is drawn, and what it is called."""

    param: state.Param
    label: str
    style: str  # pills, popover, least, search or switch
    names: Mapping[Any, str] = field(default_factory=dict)
    counts: Counts | None = None
    icons: Mapping[str, str] = field(default_factory=dict)
    icon: str | None = None
    placeholder: str | None = None

    def argument(self, value: Any) -> Any:
        """The value as the query takes it."""
        return tuple(value) if isinstance(value, list) else value

    def words(self, t: Translator, value: Any) -> str:
        """The filter as a phrase; empty where it filters nothing."""
        if self.style == "switch" or value == self.param.default:
            return ""
        if self.style == "least":
            return t("at least {number}", number=t.number(value))
        if self.style == "search":
            return t("words “{words}”", words=value)
        said = t.listed([self.names[key] for key in value], "or")
        return t("{label}: {choices}", label=self.label, choices=said)


def choices(
    key: str,
    label: str,
    names: Mapping[str, str],
    *,
    popover: bool = False,
    counts: Counts | None = None,
    icons: Mapping[str, str] | None = None,
    icon: str | None = None,
) -> Filter:
    """Any number of choices; none means all. As pills, or in a panel.

    counts: from the filters' values to the figures that each choice would give. icons: Markdown
    before each name. icon: the popover's own.
    """
    style = "popover" if popover else "pills"
    return Filter(state.choices(key, names), label, style, names, counts, icons or {}, icon)


def at_least(key: str, label: str, steps: tuple[int, ...]) -> Filter:
    """The least value shown; the first step filters nothing."""
    return Filter(
        state.number(key, steps),
        label,
        "least",
        {s: str(s) for s in steps},
        icon=":material/filter_alt:",
    )


def search(key: str, label: str, placeholder: str) -> Filter:
    """Words to look for."""
    return Filter(state.text(key), label, "search", placeholder=placeholder)


def switch(
    key: str,
    label: str,
    names: Mapping[str, str],
    default: str,
    icons: Mapping[str, str] | None = None,
) -> Filter:
    """How the same rows are shown. Filters nothing."""
    param = state.choice(key, names, default)
    return Filter(param, label, "switch", names, icons=icons or {})


@dataclass(frozen=True)
class Filters:
    """What the reader asked for: arguments of the query, switches, and the same in words."""

    wanted: tuple[Filter, ...]
    values: dict[str, Any]
    switches: dict[str, str]
    active: dict[str, str]
    figure: str | None  # the figure whose evidence is shown
    bar: str | None  # the mark of the chart that the table is narrowed to

    def narrowed(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows in view: only the picked mark's where one is picked among them."""
        return _narrowed(rows, self.bar) if self.bar else rows

    def without(self, key: str) -> dict[str, Any]:
        """The query's arguments with one filter loosened."""
        return {name: value for name, value in self.values.items() if name != key}

    def param(self, key: str) -> state.Param:
        """The state behind one filter."""
        return next(one.param for one in self.wanted if one.param.key == key)


@kept
def _narrowed(rows: pd.DataFrame, figure_id: str) -> pd.DataFrame:
    picked = rows["figure_id"] == figure_id
    return rows[picked] if picked.any() else rows
