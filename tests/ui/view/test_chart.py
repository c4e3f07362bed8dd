"""A chart whose marks pick a figure: its key, its words, and the picked figure below it."""

from functools import partial

from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import charts, said
from xi_data import ui
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.ui.state import charts_on_page
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


def test_a_selected_figure_adds_nothing_below_it():
    plain, selected = drawn(part), drawn(part, figure="closure-karaoke")
    assert len(selected.main) == len(plain.main)
    assert [button.key for button in selected.button] == []
    assert said(selected) == said(plain)
