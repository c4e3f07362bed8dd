"""What a filter looks like: its widget, and the chip that takes it back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from xi_data import store
from xi_data.each_row import each_row
from xi_data.matching.highlight import visible
from xi_data.memory import memoised
from xi_data.ui.filters.chips import chip, reset
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import let_go
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover
from xi_data.views.filters import Filter
from xi_data.views.params import Param, UnknownValueError

Counts = Mapping[tuple[str, str], int]
"""Key and choice of a filter to the number that it would give with the others in force."""

_VIEW_ICONS = {"chart": ":material/bar_chart:", "table": ":material/table_rows:"}


def draw(page: Page, controls: Sequence[Filter], counts: Counts, icons: bool = True) -> None:
    """The controls in a row; nothing in a frame. icons: of chart and table, in their switch."""
    if address.embedded():
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for one in controls:
            named = _in_words if one.style == "box" else _named
            _DRAW[one.style](one, named(page, one, counts, icons))


def _named(page: Page, control: Filter, counts: Counts, icons: bool) -> Callable[[str], str]:
    """Names bound to the language of this run: the option widgets call it outside a run too."""
    marks: Mapping[str, str] = {}
    if control.key == "family":
        marks = _family_icons(page.t.lang)
    elif control.key == "view" and icons:
        marks = _VIEW_ICONS

    def named(choice: str) -> str:
        number = f":gray[{counts.get((control.key, choice), 0)}]" if control.counted else ""
        parts = (marks.get(choice), plain(control.names[choice]), number)
        return " ".join(part for part in parts if part)

    return named


def _in_words(page: Page, control: Filter, counts: Counts, icons: bool) -> Callable[[str], str]:
    """The same without Markdown, for what takes none."""
    return lambda choice: (
        f"{visible(control.names[choice])} ({page.t.number(counts.get((control.key, choice), 0))})"
    )


@memoised
def _family_icons(lang: str) -> dict[str, str]:
    """Family to its icon in its colour, in Markdown; families in the order of the vocabulary."""
    return {
        row.family: f":{row.colour}[:material/{row.icon}:]"
        for row in each_row(query(store.families, lang))
    }


def chips(page: Page, wanted: Sequence[Filter], now: Mapping[str, Any]) -> None:
    """What takes back the filters in force; nothing in a frame. now: values of the filters."""
    if address.embedded():
        return
    t = page.t
    active = [(one, words) for one in wanted if (words := one.phrase(t, now[one.key]))]
    # Without any as well: what may be empty keeps its place, or what follows is all made anew.
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        if not active:
            return
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


def _panel(control: Filter, contents: Callable[[], None]) -> None:
    # The chips say what is chosen: a label that changed would close the panel at each choice.
    icon = f":material/{control.icon}:"
    popover(control.label, keys.popover(control.key), contents, icon=icon)


def _popover(control: Filter, named: Callable[[str], str]) -> None:
    _panel(control, lambda: _pills(control, named))


def _box(control: Filter, named: Callable[[str], str]) -> None:
    def multiselect() -> None:
        st.multiselect(
            control.label,
            list(control.names),
            format_func=named,
            key=control.key,
            on_change=let_go,
            placeholder="",
            width=320,
            persist_state="session",
        )

    _panel(control, multiselect)


def _least(control: Filter, named: Callable[[str], str]) -> None:
    def slider() -> None:
        st.select_slider(
            control.label,
            list(control.names),
            key=control.key,
            on_change=let_go,
            persist_state="session",
        )

    _panel(control, slider)


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
    "box": _box,
    "least": _least,
    "search": _search,
    "select": _select,
    "switch": _switch,
}
