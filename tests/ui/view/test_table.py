"""The table of printed figures: its rows, the ticked one, and its columns."""

import pandas as pd
import pytest
import streamlit as st

from tests.three_bulletins import SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import printed
from xi_data import store, ui

COLUMNS = ("label", "value", "mention", "dated", "characters")


def part(page) -> None:
    request = ui.filters(page)
    story = ui.told(request.question)
    ui.table(page, request, story, ui.columns(page, *COLUMNS), request.picked or story.first)
    [widget] = [key for key in st.session_state if str(key).startswith("_table_")]
    ticks = st.session_state[widget]["selection"]["rows"]
    st.session_state["ticked"] = [story.rows["figure_id"].iloc[row] for row in ticks]


def test_the_figure_looked_at_is_ticked():
    app = drawn(part, figure="closure-karaoke")
    assert app.session_state["ticked"] == ["closure-karaoke"]
    assert list(printed(app).columns) == list(COLUMNS)


def test_a_figure_that_the_filters_leave_out_is_not():
    app = drawn(part, figure="closure-library", group="leisure")
    assert app.session_state["ticked"] == []


def test_the_heading_counts_the_rows_and_those_they_are_among():
    every = len(printed(drawn(part)))
    assert f"{every} figures" in drawn(part).header[0].value
    assert f"1 of {every} figures" in drawn(part, bar="closure-karaoke").header[0].value


@pytest.mark.parametrize("name", ["label", "mention"])
def test_a_column_of_words_is_wide_enough_for_the_longest(connection, name):
    widths = {}
    drawn(lambda page: widths.update(ui.columns(page, name)))
    longest = max(store.figures(connection, SHIPPED, "en")[name], key=len)
    letter = 12 if name == "mention" else 6  # pixels of a Chinese and of a Latin letter
    assert widths[name]["width"] > letter * len(longest)


def test_bars_of_a_column_end_at_the_largest_number():
    column = ui.bar_column("Shut", 136)
    assert column["type_config"]["max_value"] == 136
    assert column["type_config"]["min_value"] == 0


def test_a_column_of_badges_knows_each_word_once():
    column = ui.badge_column("Remark", pd.Series(["odd", "", "composite", "odd"]), "orange")
    assert [one["value"] for one in column["type_config"]["options"]] == ["composite", "odd"]
