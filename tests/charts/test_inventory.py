"""The inventory and the pack squares, on the real figures in both languages."""

import itertools

import pytest

from xi_data import store
from xi_data.charts.inventory import inventory, inventory_alt
from xi_data.charts.packs import PACKS_A_SQUARE, pack_squares, packs_alt
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES
from xi_data.wording import with_unit

PANELS = ["article", "mass"]
SELECTIONS = [
    {"status": ("ordered",)},
    {"status": ("in_reserve", "purchased")},
    {"category_group": ("disinfectant",)},
    {"unit": ("device",)},
]


@pytest.fixture
def gifts(connection, scope, t):
    return store.gifts_in_kind(connection, scope, t.lang)


def panel(rows, dimension):
    return rows[rows["dimension"] == dimension]


def drawn(rows, t, selected="", mode="light", **options) -> dict:
    return vega_lite(inventory(rows, t, THEMES[mode], selected, **options))


def data_of(spec, layer) -> list[dict]:
    return spec["datasets"][layer["data"]["name"]]


def cells(spec) -> dict[str, dict]:
    """figure_id to its cell, as the layer that is clicked holds it."""
    [layer] = [one for one in spec["layer"] if one["mark"].get("opacity") == 0]
    return {one["figure_id"]: one for one in data_of(spec, layer)}


def marks(spec, condition) -> list[dict]:
    """The marks of the layers that draw only the cells of which the condition holds."""
    return [
        layer["mark"]
        for layer in spec["layer"]
        if [{"filter": condition}] == layer.get("transform")
    ]


@pytest.mark.parametrize("dimension", PANELS)
def test_every_bar_of_a_panel_has_the_same_pixels_a_unit(supplies, t, dimension):
    rows = panel(supplies, dimension)
    spec = drawn(rows, t)
    found = cells(spec)
    assert set(found) == set(rows["figure_id"])
    lengths = {one["value"]: one["to"] - one["from"] for one in found.values()}
    for value, length in lengths.items():
        assert length == pytest.approx(value / rows["value"].max())
    scales = [
        {key: value for key, value in layer["encoding"]["x"]["scale"].items()}
        for layer in spec["layer"]
        if "x" in layer["encoding"]
    ]
    assert all(scale == scales[0] for scale in scales)


@pytest.mark.parametrize("dimension", PANELS)
def test_columns_of_statuses_never_overlap(supplies, t, dimension):
    found = cells(drawn(panel(supplies, dimension), t))
    spans = sorted(
        {(one["from"], one["shift"], one["end"], one["end_shift"]) for one in found.values()}
    )
    for left, right in itertools.pairwise(spans):
        assert left[2] <= right[0]
        assert left[3] < right[1]
    for one in found.values():
        assert one["from"] <= one["to"] <= one["end"]
        assert one["number_shift"] < one["end_shift"]


def test_ordered_is_outlined_and_only_that(supplies, t):
    for dimension in PANELS:
        rows = panel(supplies, dimension)
        spec = drawn(rows, t)
        outlined = {key for key, one in cells(spec).items() if one["outlined"]}
        assert outlined == set(rows.loc[rows["status"] == "ordered", "figure_id"])
        [outline] = marks(spec, "datum.outlined")
        [filled] = marks(spec, "!datum.outlined")
        assert outline["strokeDash"]
        assert outline["fill"] == THEMES["light"].ground != filled["fill"]
        assert "strokeDash" not in filled


@pytest.mark.parametrize("dimension", PANELS)
def test_no_layer_holds_a_sum_of_stages(supplies, t, dimension):
    rows = panel(supplies, dimension)
    spec = drawn(rows, t)
    printed = {t.compact(value) for value in rows["value"]} | {"–"}
    for data in spec["datasets"].values():
        for one in data:
            assert one.get("number", "–") in printed
            assert one.get("value", rows["value"].iloc[0]) in set(rows["value"])
            assert "Σ" not in str(one)


@pytest.mark.parametrize("dimension", PANELS)
def test_a_cell_without_a_figure_is_a_dash_and_cannot_be_picked(supplies, t, dimension):
    rows = panel(supplies, dimension)
    spec = drawn(rows, t)
    blanks = [one for data in spec["datasets"].values() for one in data if one.get("number") == "–"]
    items, statuses = rows["category"].nunique(), rows["status"].nunique()
    assert len(blanks) == items * statuses - len(rows)
    assert not any("figure_id" in one for one in blanks)


def test_the_odd_order_is_flagged_and_nothing_else(supplies, t):
    found = cells(drawn(panel(supplies, "article"), t))
    assert [key for key, one in found.items() if one["flagged"]] == ["supply-masks-ordered"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("mode", THEMES)
def test_a_selection_is_drawn_from_its_rows_alone(supplies, t, selection, mode):
    [(column, chosen)] = selection.items()
    rows = supplies[supplies[column].isin(chosen)]
    dimensions = [one for one in PANELS if len(panel(rows, one))]
    assert dimensions
    for dimension in dimensions:
        members = panel(rows, dimension)
        spec = drawn(members, t, mode=mode)
        assert set(cells(spec)) == set(members["figure_id"])
        headings = data_of(spec, spec["layer"][0])
        assert {one["status"] for one in headings} == set(members["status"])


def test_a_panel_keeps_its_scale_when_the_other_is_emptied(supplies, t):
    pieces = supplies[supplies["unit"] == "piece"]
    assert panel(pieces, "mass").empty
    [scale] = {one["scale"] for one in panel(pieces, "article").to_dict("records")}
    for row in panel(pieces, "article").itertuples():
        cell = cells(drawn(panel(pieces, "article"), t))[row.figure_id]
        assert cell["to"] - cell["from"] == pytest.approx(row.value / scale)


def test_only_the_selected_cell_is_emphasised(supplies, t):
    rows = panel(supplies, "article")
    for figure_id in rows["figure_id"]:
        found = cells(drawn(rows, t, selected=figure_id))
        assert [key for key, one in found.items() if one["selected"]] == [figure_id]
    [mark] = marks(drawn(rows, t), "datum.selected")
    assert mark["stroke"] == THEMES["light"].text


def test_a_click_picks_the_figure(supplies, t):
    [pick] = drawn(panel(supplies, "mass"), t)["params"]
    assert pick["name"] == "pick"
    assert pick["select"]["fields"] == ["figure_id"]


def test_a_bar_without_upper_bound_stays_open_and_says_over(gifts, t):
    found = cells(drawn(gifts, t, item="unit_label"))
    [open_end] = [one for one in found.values() if one["open"]]
    assert open_end["figure_id"] == "donation-pears-delivered-kg"
    assert open_end["number"] != t.number(400)
    assert t.number(400) in open_end["number"]
    closed = [one for one in found.values() if not one["open"]]
    assert all(one["number"] == t.number(one["value"]) for one in closed)


def test_gifts_have_a_line_and_a_scale_for_each_unit(gifts, t):
    found = cells(drawn(gifts, t, item="unit_label"))
    lengths = {key: one["to"] - one["from"] for key, one in found.items()}
    assert lengths["donation-pears-baskets"] == pytest.approx(1)
    assert lengths["donation-pears-delivered-baskets"] == pytest.approx(0.25)
    assert lengths["donation-pears-delivered-kg"] == pytest.approx(1)
    baskets, kilograms = found["donation-pears-baskets"], found["donation-pears-delivered-kg"]
    assert baskets["y"] != kilograms["y"]


def test_alt_text_names_every_number_with_unit_and_status(supplies, gifts, t):
    for rows in (panel(supplies, "article"), panel(supplies, "mass"), gifts):
        words = inventory_alt(rows, t)
        said = words.split(t.chain(["", ""]))
        for row in rows.itertuples():
            parts = (row.label, with_unit(t, row), row.status_label)
            assert any(all(part in one for part in parts) for one in said)
        for hedge in set(rows.loc[rows["qualifier"] != "exact", "qualifier_label"]):
            assert hedge in words


@pytest.fixture
def stocks(connection, scope, t, supplies):
    packs = store.packs(connection, scope, t.lang)
    packs = packs.assign(figure_id=packs["packs_id"], heaviest=packs["weight_of_pack"].max())
    return packs.merge(supplies[["figure_id", "colour"]], on="figure_id")


def test_the_ink_of_the_squares_is_the_weight_of_the_stock(stocks, t):
    ink = []
    for place in range(len(stocks)):
        stock = stocks.iloc[[place]]
        spec = vega_lite(pack_squares(stock, t, THEMES["light"], ""))
        [layer] = [one for one in spec["layer"] if one["mark"]["type"] == "square"]
        squares = data_of(spec, layer)
        assert len(squares) == stock["packs"].iloc[0] / PACKS_A_SQUARE
        ink.append(sum(one["area"] for one in squares))
    assert ink[0] / ink[1] == pytest.approx(stocks["weight"].iloc[0] / stocks["weight"].iloc[1])


def test_packs_left_over_make_a_smaller_square(stocks, t):
    stock = stocks.head(1).assign(packs=PACKS_A_SQUARE * 2.5)
    spec = vega_lite(pack_squares(stock, t, THEMES["dark"], ""))
    [layer] = [one for one in spec["layer"] if one["mark"]["type"] == "square"]
    areas = [one["area"] for one in data_of(spec, layer)]
    assert areas == pytest.approx([areas[0], areas[0], areas[0] / 2])


def test_a_stock_is_marked_for_either_of_its_figures(stocks, t):
    stock = stocks.head(1)
    for figure_id in (stock["packs_id"].iloc[0], stock["weight_id"].iloc[0], "another"):
        [cell] = cells(vega_lite(pack_squares(stock, t, THEMES["light"], figure_id))).values()
        assert cell["selected"] == (figure_id != "another")
        assert cell["figure_id"] == stock["packs_id"].iloc[0]


def test_alt_text_of_a_stock_says_both_printed_numbers_and_the_weight_of_a_pack(stocks, t):
    for place in range(len(stocks)):
        words = packs_alt(stocks.iloc[[place]], t)
        stock = stocks.iloc[place]
        for number, unit in (
            (stock["weight"], stock["weight_unit_label"]),
            (stock["packs"], stock["pack_unit_label"]),
            (stock["weight_of_pack"], stock["weight_unit_label"]),
        ):
            assert t.measured(t.compact(number), unit) in words
