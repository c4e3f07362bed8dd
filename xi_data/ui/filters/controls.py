"""Filters on the page: the widgets, the chips of those in force, the notice of a bad link."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from xi_data import store
from xi_data.each_row import each_row
from xi_data.memory import memoised
from xi_data.ui.filters.chips import chip, reset
from xi_data.ui.filters.refused_notice import refused_notice
from xi_data.ui.shell.bulletin import param as bulletin_param
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import filters_of, query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import let_go
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover
from xi_data.views import Question, Request
from xi_data.views.filters import Filter
from xi_data.views.params import Param, UnknownValueError, choice

Counts = Mapping[tuple[str, str], int]
"""Key and choice of a filter to the number that it would give with the others in force."""

_VIEW_ICONS = {"chart": ":material/bar_chart:", "table": ":material/table_rows:"}


def filters(
    page: Page,
    *,
    switches: Sequence[Filter] | None = None,
    wanted: Sequence[Filter] | None = None,
    counts: Callable[[dict[str, Any]], Counts] | None = None,
    undrawn: Sequence[str] = (),
) -> Request:
    """Read the URL, draw the filters and the chips of the active ones, write the URL.

    switches and wanted: instead of those that the register has for the view. counts: of each
    choice, from the filters' values; else the number of figures. undrawn: filters that a link or
    another page may bring and that have no control here, only a chip.
    """
    t, view = page.t, page.view
    if wanted is None:
        wanted = filters_of(view.key, t.lang, page.bulletins)
    shown = view.switches(t) if switches is None else switches
    picked = [_figure_param(page)] if view.picks else []
    params = [*(one.param for one in (*wanted, *shown)), *picked]
    address.pull(params)
    narrowing = [one.key for one in filters_of(view.key, t.lang, page.bulletins)]
    narrowing += [view.thing] * bool(view.thing)
    switching = [one.key for one in view.switches(t)]
    known = {*narrowing, *switching, *(param.key for param in picked), keys.BULLETIN}
    refused_notice(t, address.refused(known), narrowing)
    now = {one.key: st.session_state[one.key] for one in (*wanted, *shown)}
    values = {one.key: one.argument(now[one.key]) for one in wanted}
    found = _counted(page, wanted, values, counts)
    if not address.embedded():
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            for one in (*wanted, *shown):
                if one.key not in undrawn:
                    _DRAW[one.style](one, _named(page, one, found, icons=switches is None))
        _chips(page, wanted, now)
    language = choice(keys.LANG, (t.lang,), t.lang, always=True)
    address.keep(set(switching) - {one.key for one in shown} if switches else ())
    address.push([*params, language, bulletin_param(t)])
    return Request(
        question=Question(view.key, t.lang, page.bulletins, tuple(values.items())),
        switches={one.key: now[one.key] for one in shown},
        figure=(st.session_state[keys.FIGURE] or "") if view.picks else "",
    )


def _figure_param(page: Page) -> Param:
    """The selected figure, one that the page's bulletins have, or none."""

    def decode(values: list[str]) -> str:
        found = values[-1]
        if len(page.bulletins) == 1:  # also where a page of several named it with its bulletin
            found = found.removeprefix(f"{page.bulletins[0]}/")
        if not page.knows(found):
            raise UnknownValueError(values[-1:], None)
        return found

    return Param(
        keys.FIGURE,
        None,
        decode,
        lambda value: [] if value is None else [value],
    )


def _counted(
    page: Page,
    wanted: Sequence[Filter],
    values: dict[str, Any],
    counts: Callable[[dict[str, Any]], Counts] | None,
) -> Counts:
    if not any(one.counted for one in wanted):
        return {}
    if counts:
        return counts(values)
    return query(store.counts, page.bulletins, **values)


def _named(page: Page, control: Filter, counts: Counts, icons: bool) -> Callable[[str], str]:
    """Names bound to the language of this run: the option widgets call it outside a run too."""
    marks: Mapping[str, str] = {}
    if control.key == "family":
        marks = family_icons(page.t.lang)
    elif control.key == "view" and icons:
        marks = _VIEW_ICONS

    def named(choice: str) -> str:
        number = f":gray[{counts.get((control.key, choice), 0)}]" if control.counted else ""
        parts = (marks.get(choice), plain(control.names[choice]), number)
        return " ".join(part for part in parts if part)

    return named


@memoised
def family_icons(lang: str) -> dict[str, str]:
    """Family to its icon in its colour, in Markdown; families in the order of the vocabulary."""
    return {
        row.family: f":{row.colour}[:material/{row.icon}:]"
        for row in each_row(query(store.families, lang))
    }


def _chips(page: Page, wanted: Sequence[Filter], now: Mapping[str, Any]) -> None:
    t = page.t
    active = [(one, words) for one in wanted if (words := one.phrase(t, now[one.key]))]
    if not active:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for one, words in active:
            chip(words, one.key, reset, [one.param])
        st.button(
            t("Reset all"),
            icon=":material/restart_alt:",
            type="tertiary",
            key=keys.CHIP_ALL,
            on_click=reset,
            args=([one.param for one in wanted],),
        )


def _pills(control: Filter, named: Callable[[str], str]) -> None:
    st.pills(
        control.label,
        list(control.names),
        selection_mode="multi",
        format_func=named,
        key=control.key,
        on_change=let_go,
        wrap=True,
        persist_state="session",
    )


def _popover(control: Filter, named: Callable[[str], str]) -> None:
    # The chips say what is chosen: a label that changed would close the panel at each choice.
    icon = f":material/{control.icon}:"
    popover(control.label, keys.popover(control.key), lambda: _pills(control, named), icon=icon)


def _least(control: Filter, named: Callable[[str], str]) -> None:
    def slider() -> None:
        st.select_slider(
            control.label,
            list(control.names),
            key=control.key,
            on_change=let_go,
            persist_state="session",
        )

    popover(control.label, keys.popover(control.key), slider, icon=f":material/{control.icon}:")


def _typed(param: Param) -> None:
    """Callback: what is too long is refused, and what was there before stands again."""
    let_go()
    try:
        param.decode([st.session_state[param.key]])
    except UnknownValueError as error:
        st.session_state[param.key] = address.written(param)
        address.refuse({param.key: address.Refused(error.unknown, error.most)})


def _search(control: Filter, named: Callable[[str], str]) -> None:
    st.text_input(
        control.label,
        key=control.key,
        placeholder=control.placeholder,
        icon=":material/search:",
        on_change=_typed,
        args=(control.param,),
        width=320,
        persist_state="session",
    )


def _select(control: Filter, named: Callable[[str], str]) -> None:
    if control.names:
        st.selectbox(
            control.label,
            list(control.names),
            format_func=named,
            key=control.key,
            on_change=let_go,
            width=480,
            persist_state="session",
        )


def _switch(control: Filter, named: Callable[[str], str]) -> None:
    st.segmented_control(
        control.label,
        list(control.names),
        format_func=named,
        key=control.key,
        required=True,
        on_change=address.touch,
        label_visibility="collapsed",
        persist_state="session",
    )


_DRAW: Mapping[str, Callable[[Filter, Callable[[str], str]], None]] = {
    "pills": _pills,
    "popover": _popover,
    "least": _least,
    "search": _search,
    "select": _select,
    "switch": _switch,
}
