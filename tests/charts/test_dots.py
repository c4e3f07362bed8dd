"""Dots of several bulletins on one scale, and one place's numbers by date, on the real figures."""

import pandas as pd
import pytest
import vl_convert

from xi_data import store
from xi_data.charts.dots import dots, dots_alt
from xi_data.charts.over_time import over_time, over_time_alt
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES


@pytest.fixture
def rows(connection, scope, t):
    """Clicks, as Compare hands them over."""
    found = store.publicity(connection, scope, t.lang, unit=("click",))
    return found.assign(dated=t("undated"), panel="P")


def drawn(spec) -> dict[str, dict]:
    """figure_id to its dot, as the layer that is clicked holds it."""
    [layer] = [one for one in spec["layer"] if one["mark"].get("opacity") == 0]
    held = layer.get("data") or spec["data"]
    return {one["figure_id"]: one for one in spec["datasets"][held["name"]]}


@pytest.mark.parametrize("theme", THEMES)
def test_every_figure_has_its_dot_on_one_scale_from_zero(rows, t, theme):
    picked = rows["figure_id"].iloc[0]
    found = drawn(vega_lite(dots(rows, t, THEMES[theme], picked, "panel")))
    assert list(found) == list(rows["figure_id"])
    largest = rows["value"].max()
    for row in rows.itertuples():
        one = found[row.figure_id]
        assert one["share"] == pytest.approx(row.value / largest)
        assert one["dated"] == t("undated")
        assert one["selected"] is (row.figure_id == picked)


def test_an_end_is_open_where_the_words_leave_it_open(rows, t):
    found = drawn(vega_lite(dots(rows, t, THEMES["light"], "", "panel")))
    bounds = {row.qualifier: found[row.figure_id]["bound"] for row in rows.itertuples()}
    assert bounds == {"nearly": "high", "over": "low"}


def test_the_words_of_the_dots_have_every_number_and_date(rows, t):
    words = dots_alt(rows, t, "panel")
    for row in rows.itertuples():
        assert t.compact(row.value) in words
    assert words.count(t("undated")) == len(rows)


@pytest.fixture
def dated(rows):
    """The same on two days."""
    return rows.assign(day=pd.to_datetime(["2020-02-01", "2020-02-11"]))


def test_dots_by_date_lie_between_the_first_day_and_the_last(dated, t):
    found = drawn(vega_lite(over_time(dated, t, THEMES["dark"], "")))
    assert [one["at"] for one in found.values()] == [0, 1]
    assert max(one["share"] for one in found.values()) == 1


def test_dots_by_date_are_drawn(dated, t):
    spec = vega_lite(over_time(dated, t, THEMES["light"], ""))
    svg = vl_convert.vegalite_to_svg(spec)
    for day in dated["day"]:
        assert t.date(day) in svg


def test_the_words_of_dots_by_date_have_both_days(dated, t):
    words = over_time_alt(dated, t)
    for day in dated["day"]:
        assert t.date(day) in words
