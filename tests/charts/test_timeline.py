"""The line of days, on the real figures in both languages."""

import pytest

from xi_data import store
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES
from xi_data.charts.timeline import timeline, timeline_alt
from xi_data.wording import with_unit


@pytest.fixture
def rows(connection, scope, t):
    return store.timeline(connection, scope, t.lang)


def drawn(rows, t, selected="", mode="light") -> dict:
    return vega_lite(timeline(rows, t, THEMES[mode], selected))


def data_of(spec, layer) -> list[dict]:
    return spec["datasets"][layer["data"]["name"]]


def entries(spec) -> list[dict]:
    """The lines, as the layer that is clicked holds them."""
    [layer] = [one for one in spec["layer"] if one["mark"].get("opacity") == 0]
    return data_of(spec, layer)


def texts(spec) -> set[str]:
    """Every word that some layer may draw."""
    return {
        str(row.get(field))
        for layer in spec["layer"]
        for row in data_of(spec, layer)
        for field in ("label", "number", "summary")
    }


def test_every_row_is_a_line_that_can_be_picked(rows, t):
    spec = drawn(rows, t)
    assert [one["figure_id"] for one in entries(spec)] == list(rows["figure_id"])
    [pick] = [param for param in spec["params"] if param["name"] == "pick"]
    assert pick["select"]["fields"] == ["figure_id"]
    places = [one["y"] for one in entries(spec)]
    apart = [after - before for before, after in zip(places, places[1:], strict=False)]
    assert min(apart) >= 24, "each line is high enough for a finger"


def test_days_come_from_the_first_to_the_last_with_their_number_of_figures(rows, t):
    spec = drawn(rows, t)
    said = texts(spec)
    for day, members in rows.groupby("day"):
        assert t.day(day) in said
        figures = int((members["kind"] != "date").sum())
        if figures:
            assert t.plural("{number} figure", "{number} figures", figures) in said


def test_dates_are_hollow_and_figures_filled(rows, t):
    for mode, theme in THEMES.items():
        by_id = {one["figure_id"]: one for one in entries(drawn(rows, t, mode=mode))}
        for row in rows.itertuples():
            hollow = by_id[row.figure_id]["fill"] == theme.ground
            assert hollow == (row.kind == "date")


def test_one_bracket_joins_the_dates_of_the_one_gift(rows, t):
    spec = drawn(rows, t)
    several = rows[rows["kind"] == "date"].groupby("paragraph").filter(lambda told: len(told) > 1)
    by_id = {one["figure_id"]: one["y"] for one in entries(spec)}
    places = [by_id[figure_id] for figure_id in several["figure_id"]]
    [bracket] = [
        row
        for layer in spec["layer"]
        for row in data_of(spec, layer)
        if {"y", "to", "count"} <= set(row)
    ]
    assert (bracket["y"], bracket["to"], bracket["count"]) == (min(places), max(places), 3)


def test_a_story_of_one_day_has_no_bracket(connection, scope, t):
    rows = store.timeline(connection, scope, t.lang, day=("2020-02-05",))
    spec = drawn(rows, t)
    assert not any("count" in row for layer in spec["layer"] for row in data_of(spec, layer))


def test_days_left_out_are_said_and_days_that_follow_are_not(rows, t):
    words = [
        word for word in texts(drawn(rows, t)) if word.endswith(t("{day}: no date given", day=""))
    ]
    assert len(words) == 1


def test_the_selected_line_is_the_only_one_marked(rows, t):
    selected = [one for one in entries(drawn(rows, t, "donation-court-cash")) if one["selected"]]
    assert [one["figure_id"] for one in selected] == ["donation-court-cash"]


def test_the_words_name_every_day_date_and_figure(rows, t):
    words = timeline_alt(rows, t)
    for row in rows.itertuples():
        assert t.date(row.day) in words
        assert row.label in words
        if row.kind != "date":
            assert with_unit(t, row) in words
