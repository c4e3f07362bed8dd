"""The state of a view in its address: read, refused, written, and which of two is right."""

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.parts import drawn
from tests.ui.visiting import HOST, address, told_browser
from xi_data.ui.state import address as state
from xi_data.views.params import choices, number, text

PARAMS = [choices("group", ("a", "b", "c")), number("least", (1, 2, 5)), text("words")]
KEYS = [param.key for param in PARAMS]


def part(page) -> None:
    state.pull(PARAMS)
    refused = {key: list(one.values) for key, one in state.refused(KEYS).items()}
    st.pills("Group", ["a", "b", "c"], selection_mode="multi", key="group", on_change=state.touch)
    st.select_slider("Least", [1, 2, 5], key="least", on_change=state.touch)
    st.text_input("Words", key="words", on_change=state.touch)
    st.button("Other", key="other")
    state.push(PARAMS)
    st.json(refused)
    st.caption(state.link(lang="zh"))


def shown(app: AppTest) -> tuple[list[str], int]:
    return app.button_group(key="group").value, app.select_slider(key="least").value


def told(app: AppTest) -> dict[str, list[str]]:
    return json.loads(app.json[0].value)


def go(app: AppTest, page: str, **query: str | list[str]) -> AppTest:
    """To another page, by the navigation without a query."""
    app.query_params = query
    app.context = {**app.context, "url": f"{HOST}/{page}"}
    return app.run()


def test_the_address_is_read_and_written_in_one_form():
    app = drawn(part, group=["c", "a"], least="1")
    assert shown(app) == (["a", "c"], 1)
    assert address(app) == {"group": ["a", "c"]}


@pytest.mark.parametrize(
    ("query", "values", "refused", "kept"),
    [
        ({"group": "z"}, ([], 1), {"group": ["z"]}, {}),
        ({"group": ["a", "z", "y"]}, (["a"], 1), {"group": ["z", "y"]}, {"group": ["a"]}),
        ({"least": "3"}, ([], 1), {"least": ["3"]}, {}),
        ({"GROUP": "a", "least": "2"}, ([], 2), {"GROUP": ["a"]}, {"least": ["2"]}),
        ({"words": "x" * 101, "q": ""}, ([], 1), {"words": ["x" * 101], "q": [""]}, {}),
    ],
)
def test_what_is_unknown_is_told_and_leaves_the_address_and_what_is_known_stays(
    query, values, refused, kept
):
    app = drawn(part, **query, lang="en")
    assert told(app) == refused
    assert shown(app) == values
    # Nothing is written where nothing is left: the whole app always has a language.
    if kept:
        assert address(app) == kept


def test_what_was_refused_is_told_until_the_view_changes():
    app = drawn(part, group=["a", "z"])
    app.button(key="other").click().run()
    assert told(app) == {"group": ["z"]}
    app.select_slider(key="least").set_value(5).run()
    assert told(app) == {}
    assert address(app) == {"group": ["a"], "least": ["5"]}


@pytest.mark.parametrize(
    "appended",
    [
        "utm_source",
        "UTM_campaign",
        "fbclid",
        "gclid",
        "msclkid",
        "wbraid",
        "mc_eid",
        "from",
        "igsh",
    ],
)
def test_what_others_append_is_left_out_without_a_word(appended):
    app = drawn(part, group="a", **{appended: "x"})
    assert told(app) == {}
    assert address(app) == {"group": ["a"]}
    assert appended not in app.caption[0].value


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


def test_what_was_chosen_is_kept_where_the_navigation_leads():
    """A click there drops every key from the address; the browser is to put it right in place."""
    app = go(drawn(part, group="a"), "supplies")
    assert shown(app) == (["a"], 1)
    assert told_browser(app)["mend"]["query"] == "group=a"
    assert dict(app.query_params) == {}, "a write here would be a step of Back"


def test_a_link_to_another_page_says_all():
    app = go(drawn(part, group="a", least="2"), "supplies", least="5")
    assert shown(app) == ([], 5)
    assert told_browser(app)["mend"] == {}


def test_an_address_that_the_browser_has_not_put_right_yet_is_no_news():
    app = go(drawn(part, group="a"), "supplies")
    app.button(key="other").click().run()
    assert shown(app) == (["a"], 1)
    assert address(app) == {"group": ["a"]}


def test_a_link_has_the_keys_of_the_view_and_those_that_change():
    app = drawn(part, group=["b", "a"], least="2", other="x")
    assert app.caption[0].value == f"{HOST}/closures?group=a&group=b&lang=zh&least=2"
