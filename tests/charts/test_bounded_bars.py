"""Bars of the topic pages with what their words bound, and a gift's dates, on the real figures."""

import re
from collections.abc import Callable

import numpy as np
import pytest

from xi_data import store
from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.charts.gift_steps import gift_steps, gift_steps_alt
from xi_data.charts.spec import vega_lite
from xi_data.charts.text_size import LINE, text_width, wrapped
from xi_data.charts.theme import THEMES
from xi_data.wording import with_unit


@pytest.fixture
def rows(connection, scope, t):
    """Every figure of money and medical capacity, its unit its panel."""
    both = store.topic(connection, scope, t.lang, ("funding", "donation", "medical"))
    return both[both["kind"] != "date"].sort_values("unit", kind="stable")


def drawn(rows, t, selected="", panel="unit", **options) -> dict:
    return vega_lite(bounded_bars(rows, t, THEMES["light"], selected, panel, **options))


def layers(spec, condition) -> list[dict]:
    """The layers that draw only the bars of which the condition holds."""
    return [layer for layer in spec["layer"] if [{"filter": condition}] == layer.get("transform")]


def bars(spec) -> dict[str, dict]:
    """figure_id to its bar, as the layer that is clicked holds it."""
    [layer] = [one for one in spec["layer"] if one["mark"].get("opacity") == 0]
    return {one["figure_id"]: one for one in spec["datasets"][layer["data"]["name"]]}


def at_width(expression: str, width: int) -> float:
    """What one of our expressions gives in a chart so wide."""
    least, narrow, wide = re.fullmatch(r"width < (\d+) \? (\S+) : (\S+)", expression).groups()
    return float(narrow if width < int(least) else wide)


def height(spec, width: int) -> float:
    """How tall the chart is drawn where it is so wide."""
    [tall] = [one["expr"] for one in spec["params"] if one["name"] == "height"]
    return at_width(tall, width)


def stretched(spec, width: int) -> Callable[[float], float]:
    """The scale of y: from its data to pixels in a chart so wide."""
    scales = [
        layer["encoding"]["y"]["scale"]
        for layer in spec["layer"]
        if layer.get("encoding", {}).get("y", {}).get("scale")
    ]
    assert all(one == scales[0] for one in scales), "layers share one scale"
    drawn_at = [at_width(one["expr"], width) for one in scales[0]["range"]]
    return lambda y: float(np.interp(y, scales[0]["domain"], drawn_at))


def words(spec) -> set[str]:
    return {one["words"] for data in spec["datasets"].values() for one in data if "words" in one}


def test_every_panel_has_a_scale_of_its_own_from_a_common_zero(rows, t):
    found = bars(drawn(rows, t))
    assert set(found) == set(rows["figure_id"])
    for _, members in rows.groupby("unit"):
        for row in members.itertuples():
            share = row.value / members["value"].max()
            assert found[row.figure_id]["share"] == pytest.approx(share)


def test_two_units_never_share_a_scale_whatever_the_panels_are_called(rows, t):
    found = bars(drawn(rows.assign(panel="one"), t, panel="panel"))
    for _, members in rows.groupby("unit"):
        assert max(found[key]["share"] for key in members["figure_id"]) == 1


def test_nothing_is_added_up(rows, t):
    spec = drawn(rows, t)
    printed = set(rows["value"])
    for data in spec["datasets"].values():
        for one in data:
            assert one.get("value", rows["value"].iloc[0]) in printed
            assert "Σ" not in str(one)


@pytest.mark.parametrize(
    ("qualifier", "bound"),
    [
        ("exact", "closed"),
        ("over", "low"),
        ("at_least", "low"),
        ("nearly", "high"),
        ("under", "high"),
        ("at_most", "high"),
        ("about", "about"),
    ],
)
def test_a_bar_is_open_where_its_words_are(rows, t, qualifier, bound):
    low = qualifier in ("exact", "over", "at_least")
    high = qualifier in ("exact", "nearly", "under", "at_most")
    one = rows.head(1).assign(
        qualifier=qualifier,
        value_low=lambda row: row["value"] if low else float("nan"),
        value_high=lambda row: row["value"] if high else float("nan"),
    )
    spec = drawn(one, t)
    assert [bar["bound"] for bar in bars(spec).values()] == [bound]
    faded = layers(spec, f"datum.bound == '{bound}'")
    assert bool(faded) == (bound != "closed")
    arrows = [one["mark"]["shape"] for one in faded if one["mark"]["type"] == "point"]
    assert arrows == {"low": ["triangle-right"], "high": ["triangle-left"]}.get(bound, [])
    assert len(words(spec)) == (bound != "closed"), "the key explains an open end, and only that"


def test_the_end_of_an_open_bar_is_the_printed_number_in_the_real_figures(rows, t):
    found = bars(drawn(rows, t))
    for row in rows.itertuples():
        assert (found[row.figure_id]["beyond"] > 0) == (row.qualifier in ("over", "about"))
        assert t.compact(row.value) in found[row.figure_id]["number"]


def test_hatching_and_outlines_are_explained_where_they_occur(rows, t):
    flags = dict(hatched="in kind", outlined="planned")
    assert not {"in kind", "planned"} & words(drawn(rows, t, **flags))
    goods = rows.assign(hatched=rows["category"] == "in_kind")
    assert "in kind" in words(drawn(goods, t, **flags))
    outlined = rows.assign(outlined=rows["figure_id"] == "medical-hospital-beds")
    spec = drawn(outlined, t, **flags)
    assert "planned" in words(spec)
    [outline] = layers(spec, "datum.outlined")
    assert outline["mark"]["strokeDash"]


def test_the_selected_bar_stands_out_by_more_than_colour(rows, t):
    found = bars(drawn(rows, t, selected="medical-nurses"))
    assert [key for key, one in found.items() if one["selected"]] == ["medical-nurses"]
    [behind] = layers(drawn(rows, t), "datum.selected")
    assert behind["mark"]["stroke"] == THEMES["light"].text


def test_a_click_picks_the_figure(rows, t):
    [pick] = [one for one in drawn(rows, t)["params"] if one["name"] == "pick"]
    assert pick["select"]["fields"] == ["figure_id"]


@pytest.mark.parametrize(("width", "kept"), [(360, "narrow"), (740, "wide")])
def test_each_row_is_as_tall_as_its_own_name_and_tall_enough_to_hit(rows, t, width, kept):
    first, *others = rows["label"]
    spec = drawn(rows.assign(label=[f"{first} " * 9, *others]), t)
    found, at, foot = bars(spec), stretched(spec, width), height(spec, width)
    before, tall = 0, {}
    for one in found.values():
        top, bottom, lines = at(one["top"]), at(one["bottom"]), one[kept].count("\n") + 1
        beside = LINE if kept == "narrow" else 0  # the bar, below its name
        assert bottom - top >= max(24, lines * LINE + beside)
        assert before <= top < at(one["y"]) < bottom <= foot
        before = bottom
        tall.setdefault(lines, set()).add(round(bottom - top))
    heights = [one for lines in sorted(tall) for one in sorted(tall[lines])]
    assert heights == sorted(heights)
    assert len(heights) == len(tall) > 1, "rows of as many lines are of one height"


def test_a_chart_is_taller_on_a_phone_where_names_are_above_their_bars(rows, t):
    spec = drawn(rows, t)
    assert height(spec, 360) > height(spec, 740) == spec["height"]


def test_alt_text_says_every_bar_with_its_unit(rows, t):
    said = bounded_bars_alt(rows, t, "unit")
    for row in rows.itertuples():
        assert with_unit(t, row) in said
        assert row.label in said


@pytest.mark.parametrize("width", [120, 260, 330])
def test_a_name_is_broken_and_never_cut(rows, width):
    for label in rows["label"]:
        lines = wrapped(label, width, 14)
        assert "".join("".join(lines).split()) == "".join(label.split())
        assert all(text_width(line) <= width for line in lines if " " in line)


def test_a_gift_of_three_dates_is_one_line_with_three_marks(connection, scope, t):
    steps = store.gift_steps(connection, scope, t.lang)
    spec = vega_lite(gift_steps(steps, t, THEMES["dark"], "", "violet"))
    assert set(bars(spec)) == set(steps["figure_id"])
    lines = [one for one in spec["layer"] if one["mark"]["type"] == "rule"]
    assert len(lines) == 1
    assert len(spec["datasets"][lines[0]["data"]["name"]]) == 1
    for row in steps.itertuples():
        assert row.label in gift_steps_alt(steps, t)
