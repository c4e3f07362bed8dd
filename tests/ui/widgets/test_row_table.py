"""A table of rows: how it is sorted and turned, and what is sent of a long one."""

from functools import partial

import pandas as pd
import streamlit as st

from tests.ui.parts import drawn
from tests.ui.visiting import components, in_words
from xi_data.ui.state import keys
from xi_data.ui.widgets.row_table import PAGE, Column, row_table

ROWS = pd.DataFrame(
    {
        "name": ["b", "a", "d", "c"],
        "value": [2.0, None, 10.0, 2.0],
        "hidden": ["", "", "", ""],
    }
)
COLUMNS = {
    "name": Column("Name", "name"),
    "value": Column("Value", "value", lambda row: f"{row.value:g} kg", number=True),
    "hidden": Column("Hidden", "hidden"),
}


def sent(rows: pd.DataFrame = ROWS, order: str = "", first: int = 0) -> dict:
    """What is sent of a table in this order, from this row on."""
    app = drawn(partial(_part, rows=rows, order=order, first=first))
    [table] = [one for one in components(app) if "columns" in one]
    return table


def _part(page, rows, order, first) -> None:
    st.session_state[keys.table_state("rows")] = (order, first)
    names = [f"row {place}" for place in range(len(rows))]
    row_table(page.t, "rows", "Table of rows", rows, COLUMNS, names)


def test_rows_stand_in_their_order_until_a_heading_is_pressed():
    assert list(in_words(sent()).index) == ["row 0", "row 1", "row 2", "row 3"]
    up = sent(order="value")
    assert list(in_words(up).index) == ["row 0", "row 3", "row 2", "row 1"], "numbers, not words"
    down = sent(order="-value")
    assert list(in_words(down).index) == ["row 2", "row 0", "row 3", "row 1"], "empty ones last"
    assert [one["sorted"] for one in sent()["columns"]] == ["", ""]
    assert [one["sorted"] for one in up["columns"]] == ["", "up"]
    assert [one["sorted"] for one in down["columns"]] == ["", "down"]


def test_a_column_that_is_not_there_sorts_nothing():
    assert list(in_words(sent(order="nowhere")).index) == ["row 0", "row 1", "row 2", "row 3"]


def test_nothing_can_be_picked_where_nobody_asks_for_it():
    assert sent()["pickable"] is False
    assert sent()["name"] == "Table of rows"
    assert list(in_words(sent()).columns) == ["name", "value"], "an empty column is left out"


def test_a_long_table_is_turned_like_pages_and_sorted_whole():
    number = 2 * PAGE + 5
    long = pd.DataFrame(
        {"name": [f"{n:04}" for n in range(number)], "value": range(number), "hidden": ""}
    )
    first = sent(long)
    assert len(first["rows"]) == PAGE
    assert first["pages"] == {
        "said": f"1 to {PAGE} of {number}",
        "before": "",
        "after": "Next rows",
    }
    last = sent(long, first=2 * PAGE)
    assert list(in_words(last)["name"]) == list(long["name"][-5:])
    assert (last["pages"]["before"], last["pages"]["after"]) == ("Previous rows", "")
    assert in_words(sent(long, order="-value"))["name"].iloc[0] == f"{number - 1:04}"
    assert len(sent(long, first=10 * PAGE)["rows"]) == PAGE, "beyond the end begins anew"
    assert sent()["pages"] is None


def test_signs_that_turn_the_writing_are_seen_and_turn_nothing():
    turning = pd.DataFrame({"name": ["\u202eab\u2066c\x00", "d"], "value": [1, 2], "hidden": ""})
    assert list(in_words(sent(turning))["name"]) == ["�ab�c�", "d"]
    last = sent(turning, order="-name")
    assert in_words(last)["name"].iloc[0] == "�ab�c�", "sorted as it is"
