"""Which figure is looked at, and when its evidence comes to where the reader's eye is."""

from functools import partial

import streamlit as st

from tests.ui.parts import drawn
from xi_data.ui.state import keys
from xi_data.ui.state.selection import let_go, pick_row, show_figure, turn_to

DOES = {
    "mark": partial(show_figure, "closure-karaoke", "a"),
    "mark elsewhere": partial(show_figure, "closure-library", "b"),
    "nothing in its chart": partial(show_figure, None, "a"),
    "row": partial(pick_row, "closure-karaoke"),
    "other row": partial(pick_row, "closure-library"),
    "next": partial(turn_to, "closure-library"),
    "filter": let_go,
}


def part(page) -> None:
    st.session_state.setdefault(keys.FIGURE, None)
    for name, do in DOES.items():
        st.button(name, key=name, on_click=do)


def after(*names: str) -> tuple[str | None, int, tuple[int, str]]:
    """Figure, how often charts began anew, and how often evidence was asked for, after these."""
    app = drawn(part)
    for name in names:
        app.button(key=name).click().run()
    return tuple(app.session_state[key] for key in (keys.FIGURE, keys.CHART_ROUND, keys.REVEALED))


def test_a_mark_shows_its_figure():
    assert after("mark") == ("closure-karaoke", 0, (1, "evidence"))


def test_a_mark_of_another_chart_lets_go_of_the_first_ones_pick():
    assert after("mark", "mark elsewhere") == ("closure-library", 1, (2, "evidence"))


def test_what_is_picked_beside_a_chart_lets_go_of_its_mark():
    assert after("mark", "other row") == ("closure-library", 1, (2, "evidence"))
    assert after("mark", "other row", "row") == ("closure-karaoke", 1, (3, "evidence"))


def test_a_row_is_let_go_by_picking_it_again():
    assert after("row", "row") == (None, 0, (1, "evidence"))
    assert after("row", "row", "row") == ("closure-karaoke", 0, (2, "evidence"))
    assert after("mark", "row") == (None, 1, (1, "evidence")), "also one that a mark picked"


def test_a_click_beside_the_marks_lets_go_and_draws_nothing_anew():
    assert after("mark", "nothing in its chart") == (None, 0, (1, "evidence"))


def test_a_step_from_the_card_leaves_the_page_where_it_is():
    assert after("row", "next") == ("closure-library", 0, (1, "evidence"))


def test_another_filter_lets_go_of_mark_and_figure():
    assert after("mark", "filter") == (None, 1, (1, "evidence"))
