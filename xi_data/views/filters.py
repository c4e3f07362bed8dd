"""Filters of a view: each is one row that holds its key, its choices and its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from xi_data.locale import Translator
from xi_data.views import params
from xi_data.views.params import Param

Counts = Callable[[dict[str, Any]], Mapping[str, int]]


@dataclass(frozen=True)
class Filter:
    """One key of the view's state, how it is drawn, and what it is called."""

    param: Param
    label: str
    style: str  # pills, popover, least, search or switch
    names: Mapping[Any, str] = field(default_factory=dict)
    counts: Counts | None = None
    icons: Mapping[str, str] = field(default_factory=dict)
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
) -> Filter:
    """Any number of choices; none means all. As pills, or in a panel.

    counts: from the filters' values to the figures that each choice would give. icons: Markdown
    before each name.
    """
    style = "popover" if popover else "pills"
    return Filter(params.choices(key, names), label, style, names, counts, icons or {})


def at_least(key: str, label: str, steps: tuple[int, ...]) -> Filter:
    """The least value shown; the first step filters nothing."""
    return Filter(
        params.number(key, steps),
        label,
        "least",
        {s: str(s) for s in steps},
    )


def search(key: str, label: str, placeholder: str) -> Filter:
    """Words to look for."""
    return Filter(params.text(key), label, "search", placeholder=placeholder)


def switch(
    key: str,
    label: str,
    names: Mapping[str, str],
    default: str,
    icons: Mapping[str, str] | None = None,
) -> Filter:
    """How the same rows are shown. Filters nothing."""
    param = params.choice(key, names, default)
    return Filter(param, label, "switch", names, icons=icons or {})
