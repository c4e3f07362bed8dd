"""Headline numbers, notes, and the places of chart, card and table."""

import pytest
import streamlit as st

from tests.ui.parts import drawn, order
from xi_data import ui
from xi_data.findings import Cell, Note


def cells(number: int) -> list[Cell]:
    return [Cell(str(place), f"words {place}", f"source {place}") for place in range(number)]


@pytest.mark.parametrize("number", [1, 3, 5])
def test_each_number_stands_above_its_own_words(number):
    app = drawn(lambda page: ui.headline(cells(number)))
    assert order(app, "metric", "markdown") == ["metric", "markdown"] * number


@pytest.mark.parametrize("number", [2, 3, 5])
def test_numbers_words_and_sources_are_those_of_the_cells(number):
    app = drawn(lambda page: ui.headline(cells(number)))
    assert [one.value for one in app.metric] == [str(place) for place in range(number)]
    for place, words in enumerate(app.markdown):
        assert words.value.startswith(f"words {place}")
        assert f"source {place}" in words.value


@pytest.mark.parametrize("number", [0, 2])
def test_what_is_drawn_last_is_beside_the_last_number_or_alone(number):
    app = drawn(lambda page: ui.headline(cells(number), lambda: st.button("Cite")))
    assert order(app, "metric", "button") == ["metric"] * number + ["button"]


def test_where_there_is_nothing_to_say_nothing_is_drawn():
    app = drawn(lambda page: (ui.headline([]), ui.notes(page, [])))
    assert order(app, "metric", "markdown") == []


def test_notes_have_a_heading_and_keep_their_order():
    app = drawn(lambda page: ui.notes(page, [Note("Σ", "Ours."), Note("≥", "At least.")]))
    assert len(app.header) == 1
    first, second = app.markdown[0].value.split("\n\n")
    assert "Σ Ours." in first
    assert "≥ At least." in second


@pytest.mark.parametrize(
    ("view", "chart", "table"),
    [("chart", True, False), ("table", False, True), ("both", True, True)],
)
def test_a_place_that_the_view_switch_leaves_out_is_none(view, chart, table):
    def part(page) -> None:
        found = ui.layout(ui.filters(page))
        st.session_state["places"] = (bool(found.chart), bool(found.card), bool(found.table))

    app = drawn(part, view=view)
    assert app.session_state["places"] == (chart, True, table)
