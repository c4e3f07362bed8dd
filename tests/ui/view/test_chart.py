"""A chart whose marks pick a figure: its key, its words, and the picked figure below it."""

from functools import partial

from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import charts, said
from xi_data import ui
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.ui.state import charts_on_page, keys
from xi_data.views import rows as rows_of


def part(page) -> None:
    request = ui.filters(page)
    rows = ui.told(request.question).rows
    alt = partial(breakdown_alt, rows, page.t)
    ui.chart(page, request, breakdown, rows, alt, key="closures", title="Venues", selected="")
    [noted] = charts_on_page.page().charts
    assert (noted.title, noted.alt) == ("Venues", alt())


def chart_id(app: AppTest) -> str:
    [chart] = charts(app)
    return chart.proto.id


def test_it_says_in_words_what_it_shows_and_nothing_else(connection):
    every = rows_of.closures(connection, SHIPPED, "en")
    [chart] = charts(drawn(part, group="leisure"))
    said_of = {one.figure_id: one.category_label in chart.proto.alt for one in every.itertuples()}
    leisure = every["category_group"] == "leisure"
    assert {key for key, told in said_of.items() if told} == set(every.loc[leisure, "figure_id"])


def test_without_a_pick_nothing_stands_below_it():
    app = drawn(part)
    assert [button.key for button in app.button] == []
    assert "#evidence" not in said(app)


def test_the_picked_figure_stands_below_it_with_a_way_to_let_it_go():
    app = drawn(part, bar="closure-karaoke")
    before = chart_id(app)
    assert "(#evidence)" in said(app)
    assert "11" in app.button(key="_chip_bar").label
    app.button(key="_chip_bar").click().run()
    assert app.session_state[keys.BAR] is None
    assert chart_id(app) != before, "a fresh chart has no mark picked"


def test_a_pick_that_the_chart_does_not_show_says_nothing_below_it():
    app = drawn(part, bar="closure-library", group="leisure")
    assert "#evidence" not in said(app)
