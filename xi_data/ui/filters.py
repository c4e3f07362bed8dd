"""Filters of a view: each is one row that holds its key, its choices and its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.locale import Translator
from xi_data.ui import state
from xi_data.ui.data import described, kept

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
    """Any number of choices; none means all. As pills, or in a popover that says its state.

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


def filters(t: Translator, *wanted: Filter, view: bool = True) -> Filters:
    """Read the URL, draw the filters and the chips of the active ones, write the URL.

    view: whether the page has a chart and a table to choose from.
    """
    if view:
        shown = {"chart": t("Chart"), "table": t("Table"), "both": t("Both")}
        icons = {"chart": ":material/bar_chart:", "table": ":material/table_rows:"}
        wanted = (*wanted, switch("view", t("View"), shown, "both", icons))
    figures = described(t.lang)
    picks = [state.choice(key, figures, None) for key in ("figure", "bar")]
    params = [*(f.param for f in wanted), *picks]
    refused = [*st.session_state.pop("_refused", []), *state.pull(params)]
    if refused:
        st.info(
            t(
                "This page does not know a part of the link and left it out: {keys}.",
                keys=", ".join(refused),
            ),
            icon=":material/link_off:",
        )
    values = {
        one.param.key: _argument(st.session_state[one.param.key])
        for one in wanted
        if one.style != "switch"
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for one in wanted:
            _DRAW[one.style](t, one, one.counts(values) if one.counts else None)
    active = {one.param.key: words for one in wanted if (words := _words(t, one))}
    _chips(t, wanted, active)
    language = state.choice("lang", (t.lang,), t.lang, always=True)
    state.push([*params, language])
    return Filters(
        values=values,
        switches={
            one.param.key: st.session_state[one.param.key]
            for one in wanted
            if one.style == "switch"
        },
        active=active,
        figure=st.session_state["figure"],
        bar=st.session_state["bar"],
    )


def show_figure(figure_id: str | None) -> None:
    """Callback: show this figure's evidence; a mark of another figure is let go."""
    if st.session_state.get("bar") not in (None, figure_id):
        pick_bar(None)
    st.session_state["figure"] = figure_id


def pick_bar(figure_id: str | None, chart: str | None = None) -> None:
    """Callback: narrow the table to this mark's figure, and show its evidence.

    chart: the chart that it was picked in.
    """
    st.session_state["bar"] = figure_id
    st.session_state["figure"] = figure_id
    elsewhere = st.session_state.get("_chart_picked", chart) != chart
    st.session_state["_chart_picked"] = chart
    if figure_id is None or elsewhere:
        # Fresh charts forget their own picks, so that every mark can be picked again.
        st.session_state["_chart_round"] = st.session_state.get("_chart_round", 0) + 1


def chip(words: str, key: str, on_click: Callable[..., None], argument: Any) -> None:
    """A button that takes back one thing the reader asked for."""
    st.button(
        words,
        icon=":material/close:",
        icon_position="right",
        key=f"_chip_{key}",
        on_click=on_click,
        args=(argument,),
    )


def _pills(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    st.pills(
        one.label,
        list(one.names),
        selection_mode="multi",
        format_func=_named(one, counts),
        key=one.param.key,
        on_change=_let_go,
        wrap=True,
        persist_state="session",
    )


def _popover(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    chosen = st.session_state[one.param.key]
    number = len(chosen) or len(one.names)
    label = (
        t("{label}: {number} of {all}", label=one.label, number=number, all=len(one.names))
        if chosen
        else t("{label}: all {number}", label=one.label, number=number)
    )
    with st.popover(label, icon=one.icon, key=f"_popover_{one.param.key}"):
        _pills(t, one, counts)


def _least(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    label = t("{label}: {number}", label=one.label, number=st.session_state[one.param.key])

    with st.popover(label, icon=one.icon, key=f"_popover_{one.param.key}"):
        st.select_slider(
            one.label,
            list(one.names),
            key=one.param.key,
            on_change=_let_go,
            persist_state="session",
        )


def _search(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    st.text_input(
        one.label,
        key=one.param.key,
        placeholder=one.placeholder,
        icon=":material/search:",
        max_chars=100,
        on_change=_let_go,
        width=320,
        persist_state="session",
    )


def _switch(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    st.segmented_control(
        one.label,
        list(one.names),
        format_func=_named(one, counts),
        key=one.param.key,
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )


_DRAW: dict[str, Callable[[Translator, Filter, Mapping[str, int] | None], None]] = {
    "pills": _pills,
    "popover": _popover,
    "least": _least,
    "search": _search,
    "switch": _switch,
}


def _named(one: Filter, counts: Mapping[str, int] | None) -> Callable[[str], str]:
    """Names bound to the language of this run: the option widgets call it outside a run too."""

    def named(key: str) -> str:
        number = "" if counts is None else f":gray[{counts.get(key, 0)}]"
        return " ".join(part for part in (one.icons.get(key), one.names[key], number) if part)

    return named


@kept
def _narrowed(rows: pd.DataFrame, figure_id: str) -> pd.DataFrame:
    picked = rows["figure_id"] == figure_id
    return rows[picked] if picked.any() else rows


def _argument(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _words(t: Translator, one: Filter) -> str:
    """The filter as a phrase; empty where it filters nothing."""
    value = st.session_state[one.param.key]
    if one.style == "switch" or value == one.param.default:
        return ""
    if one.style == "least":
        return t("at least {number}", number=t.number(value))
    if one.style == "search":
        return t("words “{words}”", words=value)
    said = t.listed([one.names[key] for key in value], "or")
    return t("{label}: {choices}", label=one.label, choices=said)


def _chips(t: Translator, wanted: tuple[Filter, ...], active: dict[str, str]) -> None:
    if not active:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for one in wanted:
            if one.param.key in active:
                chip(active[one.param.key], one.param.key, _reset, [one.param])
        st.button(
            t("Reset all"),
            icon=":material/restart_alt:",
            type="tertiary",
            key="_chip_all",
            on_click=_reset,
            args=([one.param for one in wanted if one.style != "switch"],),
        )


def _reset(params: list[state.Param]) -> None:
    for param in params:
        st.session_state[param.key] = param.default
    _let_go()


def _let_go() -> None:
    """Callback: the filters changed, and the figure picked before may not be among the rows."""
    pick_bar(None)
