"""The screening cascade, on the real figures in both languages."""

import pytest

from xi_data import store
from xi_data.charts.cascade import cascade, cascade_alt
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES

PARTS = [("origin", ("outside_province",)), ("origin", ("inside_province",))]
PARTS += [("status", (stage,)) for stage in ("screened", "released", "under_observation")]
PARTS += [("status", ("screened", "under_observation")), ("status", ("released", "screened"))]


@pytest.fixture
def rows(connection, scope, t):
    return store.screening(connection, scope, t.lang)


def drawn(rows, t, selected="", mode="light", **options) -> dict:
    return vega_lite(cascade(rows, t, THEMES[mode], selected, **options))


def segments(spec) -> dict[str, dict]:
    """figure_id to its segment, as the layer that is clicked holds it."""
    [layer] = [one for one in spec["layer"] if one["mark"].get("opacity") == 0]
    return {one["figure_id"]: one for one in spec["datasets"][layer["data"]["name"]]}


@pytest.mark.parametrize("shares", [False, True])
def test_released_and_observed_lie_end_to_end_and_make_up_the_screened(rows, t, shares):
    found = segments(drawn(rows, t, shares=shares))
    for origin in ("outside", "inside"):
        screened, released, observed = (
            found[f"screening-{origin}-{stage}"] for stage in ("screened", "released", "observed")
        )
        assert screened["left"] == released["left"] == 0
        assert released["right"] == observed["left"]
        assert observed["right"] == pytest.approx(screened["right"])
        assert released["top"] == observed["top"] > screened["bottom"]
    ends = [found[f"screening-{origin}-screened"]["right"] for origin in ("outside", "inside")]
    assert ends == ([1, 1] if shares else [1930, 2813])


@pytest.mark.parametrize("shares", [False, True])
def test_the_inset_lies_inside_screened_and_released_and_is_no_bar(rows, t, shares):
    found = segments(drawn(rows, t, shares=shares))
    inset, released = found["screening-outside-hubei"], found["screening-outside-released"]
    assert inset["inset"]
    assert inset["left"] == 0
    assert inset["right"] == pytest.approx(146 / 1930 if shares else 146)
    assert inset["right"] < released["right"]
    assert found["screening-outside-screened"]["top"] < inset["top"]
    assert inset["bottom"] < released["bottom"]
    assert [one["figure_id"] for one in found.values() if one["inset"]] == [inset["figure_id"]]


def test_every_figure_can_be_hit_the_narrow_ones_above_the_wide(rows, t):
    spec = drawn(rows, t)
    found = segments(spec)
    assert set(found) == set(rows["figure_id"])
    spans = [one["span"] for one in found.values()]
    assert spans == sorted(spans, reverse=True)
    [pick] = spec["params"]
    assert pick["name"] == "pick"
    assert pick["select"]["fields"] == ["figure_id"]


def test_only_the_selected_figure_is_outlined(rows, t):
    for figure_id in rows["figure_id"]:
        found = segments(drawn(rows, t, selected=figure_id))
        assert [key for key, one in found.items() if one["selected"]] == [figure_id]


def test_counts_come_first_on_the_scale_of_counts_and_percent_on_that_of_shares(rows, t):
    counts, shares = (
        segments(drawn(rows, t, shares=one))["screening-outside-observed"] for one in (False, True)
    )
    assert "84" in counts["short"]
    assert "%" not in counts["short"]
    assert "Σ 4.4%" in shares["short"]
    for said in (counts["long"], shares["long"]):
        assert "84" in said
        assert "Σ 4.4%" in said
        assert "1,930" in said


@pytest.mark.parametrize(("key", "value"), PARTS)
@pytest.mark.parametrize("shares", [False, True])
@pytest.mark.parametrize("mode", THEMES)
def test_a_selection_is_drawn_from_its_rows_alone(connection, scope, t, key, value, shares, mode):
    rows = store.screening(connection, scope, t.lang, **{key: value})
    found = segments(drawn(rows, t, mode=mode, shares=shares))
    assert set(found) == set(rows["figure_id"])
    for one in found.values():
        assert 0 <= one["left"] < one["right"]
        assert one["top"] < one["bottom"]


def test_without_the_released_the_observed_start_at_zero(connection, scope, t):
    rows = store.screening(connection, scope, t.lang, status=("under_observation",))
    assert {one["left"] for one in segments(drawn(rows, t)).values()} == {0}


def test_the_denominator_is_named_where_the_screened_are_not_drawn(connection, scope, t):
    rows = store.screening(connection, scope, t.lang, status=("released",))
    texts = str(drawn(rows, t)["datasets"])
    assert t("of the {whole} screened", whole="1,930") in texts
    assert t("of the {whole} screened", whole="2,813") in texts


def test_the_alternative_text_names_every_number(rows, t):
    words = cascade_alt(rows, t)
    for row in rows.itertuples():
        assert t.number(row.value) in words
        assert row.status_label in words
    for origin in rows["origin_label"].unique():
        assert origin in words
