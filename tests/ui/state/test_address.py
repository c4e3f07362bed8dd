"""The state of a view in its address: read, refused, written, and which of two is right."""

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.parts import drawn
from tests.ui.visiting import HOST, address
from xi_data.ui.state import address as state
from xi_data.views.params import choices, number

PARAMS = [choices("group", ("a", "b", "c")), number("least", (1, 2, 5))]


def part(page) -> None:
    refused = state.pull(PARAMS)
    st.pills("Group", ["a", "b", "c"], selection_mode="multi", key="group", on_change=state.touch)
    st.select_slider("Least", [1, 2, 5], key="least", on_change=state.touch)
    state.push(PARAMS)
    st.json(refused)
    st.caption(state.link(lang="zh"))


def shown(app: AppTest) -> tuple[list[str], int]:
    return app.button_group(key="group").value, app.select_slider(key="least").value


def test_the_address_is_read_and_written_in_one_form():
    app = drawn(part, group=["c", "a"], least="1", other="x")
    assert shown(app) == (["a", "c"], 1)
    assert address(app) == {"group": ["a", "c"], "other": ["x"]}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"group": "z"}, {"group": "z"}),
        ({"group": ["a", "z"]}, {"group": "a z"}),
        ({"least": "3"}, {"least": "3"}),
    ],
)
def test_what_is_refused_leaves_the_address_and_is_told(query, told):
    app = drawn(part, **query)
    assert json.loads(app.json[0].value) == told
    assert shown(app) == ([], 1)
    assert address(app) == {}


def test_a_widget_writes_the_address():
    app = drawn(part, group="a")
    app.button_group(key="group").set_value(["b"]).run()
    app.select_slider(key="least").set_value(5).run()
    assert address(app) == {"group": ["b"], "least": ["5"]}


def test_a_widget_wins_over_an_address_of_before_it():
    """Two quick changes: the second one comes with the address of before the first."""
    app = drawn(part, group="a")
    app.query_params = {}
    app.button_group(key="group").set_value(["a", "b"]).run()
    assert shown(app) == (["a", "b"], 1)
    assert address(app) == {"group": ["a", "b"]}


def test_another_address_wins_over_what_was_there():
    """Back and Forward."""
    app = drawn(part, group="a", least="2")
    app.query_params = {"least": "5"}
    app.run()
    assert shown(app) == ([], 5)
    assert address(app) == {"least": ["5"]}


def test_what_was_chosen_is_written_again_on_another_page():
    """A click in the navigation drops every key from the address."""
    app = drawn(part, group="a")
    app.query_params = {}
    app.context = {**app.context, "url": f"{HOST}/supplies"}
    app.run()
    assert shown(app) == (["a"], 1)
    assert address(app) == {"group": ["a"]}


def test_a_link_has_every_key_of_the_address_and_those_that_change():
    app = drawn(part, group=["b", "a"], least="2")
    assert app.caption[0].value == f"{HOST}/closures?group=a&group=b&lang=zh&least=2"
