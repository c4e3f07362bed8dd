"""Filters drawn by themselves: what they read, what they ask, and what takes them back."""

import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import address, refused
from xi_data import store, ui
from xi_data.views import Request


def part(page) -> None:
    st.session_state["asked"] = ui.filters(page)


def asked(app: AppTest) -> Request:
    return app.session_state["asked"]


def test_an_address_becomes_a_request():
    query = {"group": ["tourism", "leisure"], "least": "5", "view": "table"}
    request = asked(drawn(part, **query, figure="closure-library"))
    assert request.question.bulletins == SHIPPED
    assert request.question.arguments == {
        "group": ("leisure", "tourism"),
        "category": (),
        "least": 5,
    }
    assert request.switches == {"view": "table"}
    assert request.figure == "closure-library"


def test_without_an_address_nothing_is_narrowed():
    app = drawn(part)
    request = asked(app)
    assert request.question.arguments == {"group": (), "category": (), "least": 0}
    assert request.figure == ""
    assert [button.key for button in app.button] == []


def test_each_filter_in_force_has_a_chip_in_its_words():
    app = drawn(part, group="leisure", least="5")
    chips = {button.key: button.label for button in app.button}
    assert list(chips) == ["_chip_group", "_chip_least", "_chip_all"]
    assert "Leisure" in chips["_chip_group"]
    assert "at least 5" in chips["_chip_least"]


def test_a_chip_takes_back_its_filter_and_the_pick():
    app = drawn(part, group="leisure", least="5", figure="closure-karaoke")
    app.button(key="_chip_least").click().run()
    assert asked(app).question.arguments["least"] == 0
    assert asked(app).figure == ""
    assert address(app) == {"lang": ["en"], "group": ["leisure"]}


def test_a_filter_that_opens_on_demand_draws_its_choices_only_then():
    app = drawn(part, category="karaoke")
    assert [group.key for group in app.button_group] == ["group", "view"]
    app.session_state["_popover_category"] = True
    app.run()
    assert [group.key for group in app.button_group] == ["group", "category", "view"]
    assert app.button_group(key="category").value == ["karaoke"]


def test_choices_say_how_many_figures_each_would_give(connection):
    app = drawn(part, "figures", wording="over")
    counts = store.counts(connection, SHIPPED, wording=("over",))
    labels = [option.content for option in app.button_group(key="family").proto.options]
    numbers = [int(label.rpartition("gray[")[2].rstrip("]")) for label in labels]
    assert sum(numbers) == sum(n for (key, _), n in counts.items() if key == "family")


def test_a_value_unknown_here_is_told_and_asks_nothing():
    app = drawn(part, group="<b>", figure="nobody")
    assert "**group**" in refused(app)
    assert "**figure**" in refused(app)
    assert asked(app).question.arguments["group"] == ()
    assert asked(app).figure == ""
