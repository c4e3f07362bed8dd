"""Filters and switches of a view: each is one row that holds its key, its choices and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from xi_data.locale import Translator
from xi_data.views import params
from xi_data.views.params import Param


@dataclass(frozen=True)
class Filter:
    """One key of the view's state, how it is drawn, and what it is called.

    icon: Material symbol of a filter that opens on demand. counted: whether each choice shows the
    number of figures that it would give.
    """

    param: Param
    label: str
    style: str  # pills, popover, box, least, search, select or switch
    names: Mapping[Any, str] = field(default_factory=dict)
    icon: str = ""
    counted: bool = False
    placeholder: str | None = None

    @property
    def key(self) -> str:
        """Its key in an address."""
        return self.param.key

    def argument(self, value: Any) -> Any:
        """The value as the query takes it; a least value that leaves nothing out is 0."""
        if self.style == "least" and value == self.param.default:
            return 0
        return tuple(value) if isinstance(value, list) else value

    def phrase(self, t: Translator, value: Any) -> str:
        """The filter as a phrase, "" where it filters nothing. value: of a widget, or argument."""
        if self.style in ("switch", "select") or not value or value == self.param.default:
            return ""
        if self.style == "least":
            return t("at least {number}", number=t.number(value))
        if self.style == "search":
            return t("words “{words}”", words=value)
        said = t.listed([self.names[key] for key in value], "or")
        return t("{label}: {choices}", label=self.label, choices=said)


def pills(key: str, label: str, names: Mapping[str, str], *, counted: bool = False) -> Filter:
    """Any number of choices, all in sight; none means all."""
    return Filter(params.choices(key, names), label, "pills", names, counted=counted)


def popover(
    key: str, label: str, names: Mapping[str, str], icon: str, *, counted: bool = False
) -> Filter:
    """Any number of choices behind a button with this icon; none means all."""
    return Filter(params.choices(key, names), label, "popover", names, icon, counted)


def box(key: str, label: str, names: Mapping[str, str], icon: str) -> Filter:
    """As a popover, for more choices than can be in sight: they are looked for by typing."""
    return Filter(params.choices(key, names), label, "box", names, icon, counted=True)


def at_least(key: str, label: str, steps: tuple[int, ...]) -> Filter:
    """The least value shown; the first step filters nothing."""
    names = {step: str(step) for step in steps}
    return Filter(params.number(key, steps), label, "least", names, "filter_alt")


def search(key: str, label: str, placeholder: str) -> Filter:
    """Words to look for."""
    return Filter(params.text(key), label, "search", placeholder=placeholder)


def select(key: str, label: str, names: Mapping[str, str]) -> Filter:
    """The one thing of these that is looked at, at first the first of them; None without any.

    Of many the view shows one at a time: that is no selection that a reader could loosen.
    """
    return Filter(params.choice(key, names, next(iter(names), None)), label, "select", names)


def switch(key: str, label: str, names: Mapping[str, str], default: str) -> Filter:
    """How the same rows are shown. Filters nothing."""
    return Filter(params.choice(key, names, default), label, "switch", names)
