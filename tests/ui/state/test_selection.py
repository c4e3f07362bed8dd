"""Which figure is looked at, and which one table and files are narrowed to."""

from functools import partial

import streamlit as st

from tests.ui.parts import drawn
from xi_data.ui.state import keys
from xi_data.ui.state.selection import let_go, pick_bar, show_figure

DOES = {
    "mark": partial(pick_bar, "closure-karaoke", "a"),
    "mark elsewhere": partial(pick_bar, "closure-library", "b"),
    "same figure": partial(show_figure, "closure-karaoke"),
    "other figure": partial(show_figure, "closure-library"),
    "filter": let_go,
}


def part(page) -> None:
    st.session_state.setdefault(keys.FIGURE, None)
    st.session_state.setdefault(keys.BAR, None)
    for name, do in DOES.items():
        st.button(name, key=name, on_click=do)


def after(*names: str) -> tuple[str | None, str | None, int]:
    """Figure, bar, and how often charts began anew, once these buttons were clicked."""
    app = drawn(part)
    for name in names:
        app.button(key=name).click().run()
    return tuple(app.session_state[key] for key in (keys.FIGURE, keys.BAR, keys.CHART_ROUND))


def test_a_mark_narrows_and_shows_its_figure():
    assert after("mark") == ("closure-karaoke", "closure-karaoke", 0)


def test_a_mark_of_another_chart_lets_go_of_the_first_ones_pick():
    assert after("mark", "mark elsewhere") == ("closure-library", "closure-library", 1)


def test_looking_at_the_picked_figure_keeps_its_mark():
    assert after("mark", "same figure") == ("closure-karaoke", "closure-karaoke", 0)


def test_looking_at_another_figure_lets_go_of_the_mark():
    assert after("mark", "other figure") == ("closure-library", None, 1)


def test_another_filter_lets_go_of_mark_and_figure():
    assert after("mark", "filter") == (None, None, 1)
