"""Filters on the page: the widgets, the chips of those in force, the notice of a bad link."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui import state
from xi_data.ui.data import described
from xi_data.ui.filters import Filters
from xi_data.ui.markdown import plain
from xi_data.ui.panel import panel
from xi_data.ui.picks import let_go
from xi_data.views.filters import Filter, switch
from xi_data.views.params import Param, choice

_ICONS = {
    "type": ":material/storefront:",
    "status": ":material/label:",
    "unit": ":material/straighten:",
    "stage": ":material/filter_alt:",
    "least": ":material/filter_alt:",
    "section": ":material/article:",
    "story": ":material/article:",
    "dated": ":material/calendar_month:",
    "kind": ":material/rule:",
}
"""Key of a filter that opens on demand to the icon on its button."""

_SHOWN = 24  # characters of a refused value that the notice repeats


def filters(t: Translator, *wanted: Filter, view: bool = True, picks: bool = True) -> Filters:
    """Read the URL, draw the filters and the chips of the active ones, write the URL.

    view: whether the page has a chart and a table to choose from. picks: whether a figure can be
    picked on it.
    """
    if view:
        shown = {"chart": t("Chart"), "table": t("Table"), "both": t("Both")}
        icons = {"chart": ":material/bar_chart:", "table": ":material/table_rows:"}
        wanted = (*wanted, switch("view", t("View"), shown, "both", icons))
    figures = described(t.lang)
    picked = [choice(key, figures, None) for key in ("figure", "bar")] if picks else []
    params = [*(f.param for f in wanted), *picked]
    _notice(t, state.refused() | state.pull(params))
    now = {one.param.key: st.session_state[one.param.key] for one in wanted}
    values = {
        one.param.key: one.argument(now[one.param.key]) for one in wanted if one.style != "switch"
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for one in wanted:
            _DRAW[one.style](t, one, one.counts(values) if one.counts else None)
    active = {one.param.key: words for one in wanted if (words := one.words(t, now[one.param.key]))}
    _chips(t, wanted, active)
    language = choice("lang", (t.lang,), t.lang, always=True)
    state.push([*params, language])
    return Filters(
        wanted=wanted,
        values=values,
        switches={one.param.key: now[one.param.key] for one in wanted if one.style == "switch"},
        active=active,
        figure=st.session_state["figure"] if picks else None,
        bar=st.session_state["bar"] if picks else None,
    )


def reset(params: list[Param]) -> None:
    """Callback: these filters filter nothing any more."""
    for param in params:
        st.session_state[param.key] = param.default
    let_go()


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


def _notice(t: Translator, refused: Mapping[str, str]) -> None:
    """Which parts of the link were ignored, with the value that each had."""
    if not refused:
        return
    said = []
    for key, value in refused.items():
        short = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        said.append(t("**{key}** with “{value}”", key=key, value=plain(short)))
    st.info(
        t(
            "This page does not know these parts of the link and left them out: {parts}.",
            parts=t.listed(said),
        ),
        icon=":material/link_off:",
    )


def _pills(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    st.pills(
        one.label,
        list(one.names),
        selection_mode="multi",
        format_func=_named(one, counts),
        key=one.param.key,
        on_change=let_go,
        wrap=True,
        persist_state="session",
    )


def _popover(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    # The chips say what is chosen: a label that changed would close the panel at each choice.
    key = one.param.key
    panel(one.label, f"_popover_{key}", lambda: _pills(t, one, counts), icon=_ICONS[key])


def _least(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    def slider() -> None:
        st.select_slider(
            one.label,
            list(one.names),
            key=one.param.key,
            on_change=let_go,
            persist_state="session",
        )

    panel(one.label, f"_popover_{one.param.key}", slider, icon=_ICONS[one.param.key])


def _search(t: Translator, one: Filter, counts: Mapping[str, int] | None) -> None:
    st.text_input(
        one.label,
        key=one.param.key,
        placeholder=one.placeholder,
        icon=":material/search:",
        max_chars=100,
        on_change=let_go,
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
        on_change=state.touch,
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


def _chips(t: Translator, wanted: tuple[Filter, ...], active: dict[str, str]) -> None:
    if not active:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for one in wanted:
            if one.param.key in active:
                chip(active[one.param.key], one.param.key, reset, [one.param])
        st.button(
            t("Reset all"),
            icon=":material/restart_alt:",
            type="tertiary",
            key="_chip_all",
            on_click=reset,
            args=([one.param for one in wanted if one.style != "switch"],),
        )
