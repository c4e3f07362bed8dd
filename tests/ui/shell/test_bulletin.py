"""The box to choose a bulletin, where there are several; and what a link may name."""

from functools import cache

import pytest
import streamlit as st

from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import address, finding, notice, refused, seen, visit
from xi_data import memory, store, ui
from xi_data.locale import translator
from xi_data.record.version import version
from xi_data.ui.shell.bulletin import chooser
from xi_data.ui.state import answers

ONE, SEVERAL = "_bulletin_one", "_bulletin_several"


@pytest.fixture
def of_three(three_bulletins, tmp_path, monkeypatch):
    """A server whose data have three bulletins."""
    with store.open_database(three_bulletins, [tmp_path]) as opened:
        monkeypatch.setattr(answers, "database", cache(lambda: opened))
        memory.forget()
        yield
    memory.forget()


def part(page) -> None:
    chooser(page)
    ui.filters(page)
    st.session_state["spoken_of"] = page.bulletins


def test_one_bulletin_needs_no_box():
    app = drawn(part)
    assert [box.key for box in (*app.selectbox, *app.multiselect)] == []
    assert app.session_state["spoken_of"] == SHIPPED


def test_a_page_about_one_has_a_box_for_one(of_three):
    app = drawn(part)
    box = app.selectbox(key=ONE)
    assert len(box.options) == 3
    assert box.value == SHIPPED[0]
    box.select(MADE_UP[0]).run()
    assert address(app) == {"lang": ["en"], "bulletin": list(MADE_UP)}
    app.run()
    assert app.session_state["spoken_of"] == MADE_UP


def test_a_page_about_several_has_a_box_for_several(of_three):
    app = drawn(part, "figures")
    app.multiselect(key=SEVERAL).select(MADE_UP[0]).run()
    assert address(app) == {"lang": ["en"], "bulletin": [*SHIPPED, *MADE_UP]}
    assert app.session_state["spoken_of"] == (*SHIPPED, *MADE_UP)


def test_who_chooses_none_has_the_default_one(of_three):
    app = drawn(part, "figures", bulletin=[*COPY])
    app.multiselect(key=SEVERAL).set_value([]).run()
    assert address(app) == {"lang": ["en"]}
    assert app.session_state["spoken_of"] == SHIPPED


def test_another_bulletin_lets_go_of_the_figure(of_three):
    app = drawn(part, figure="closure-library")
    app.selectbox(key=ONE).select(MADE_UP[0]).run()
    assert address(app) == {"lang": ["en"], "bulletin": list(MADE_UP)}


@pytest.mark.parametrize(
    ("view", "named"),
    [("closures", [*SHIPPED, *COPY]), ("figures", [*SHIPPED, "nobody-2020"])],
)
def test_more_than_a_page_may_have_and_unknown_ones_are_refused(of_three, view, named):
    app = drawn(part, view, bulletin=named)
    assert "**bulletin**" in refused(app)
    assert app.session_state["spoken_of"] == SHIPPED
    assert address(app) == {"lang": ["en"]}


@pytest.mark.parametrize(
    ("view", "lang"), [("overview", "en"), ("figures", "zh"), ("figure", "en"), ("about", "zh")]
)
def test_a_link_to_a_bulletin_that_is_not_here_shows_no_other_ones_numbers(view, lang):
    link = {"lang": lang, "bulletin": "nobody-2020", "id": "closure-library"}
    app = visit(view, **link)
    assert "nobody-2020" in seen(notice(app))
    assert finding(app) == translator(lang)("This bulletin is not here")
    assert [*app.metric, *app.dataframe, *app.selectbox] == []
    [footer] = [one.value for one in app.markdown if "Σ" in one.value]
    assert "MIT" in footer
    assert version().bulletin not in footer
    assert address(app) == {key: [value] for key, value in link.items()}, "it can be tried again"
