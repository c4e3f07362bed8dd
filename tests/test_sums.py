"""What may be added, and what may then be said of the sum."""

from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from xi_data import store, sums
from xi_data.record.version import version
from xi_data.sums import Ratio, Share, Total

SCOPE = (version().bulletin,)
QUALIFIERS = ("exact", "over", "at_least", "nearly", "under", "at_most", "about")


def rows(*parts: tuple[float, str], unit: str = "person", status: str = "screened") -> pd.DataFrame:
    """Figures with these values and qualifiers, all in one unit and status."""
    return pd.DataFrame(
        [
            {"value": value, "qualifier": qualifier, "unit": unit, "status": status}
            for value, qualifier in parts
        ],
        columns=["value", "qualifier", "unit", "status"],
    )


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["exact", "exact"], "exact"),
        (["exact", "over"], "at_least"),
        (["at_least", "over"], "at_least"),
        (["exact", "nearly"], "at_most"),
        (["under", "at_most"], "at_most"),
        (["exact", "about"], "about"),
        (["over", "about"], "about"),
        (["under", "about"], "about"),
        (["over", "under"], None),
        (["at_least", "at_most"], None),
        (["over", "nearly", "about"], None),
    ],
)
def test_the_words_of_the_parts_decide_what_is_said_of_the_sum(parts, whole):
    assert {sums.hedge(order) for order in permutations(parts)} == {whole}


def test_a_sum_keeps_its_parts_in_their_order():
    assert sums.total(rows((97, "exact"), (8, "exact"), (1, "over"))) == Total(
        (97.0, 8.0, 1.0), 106.0, "at_least"
    )


def test_nothing_has_no_sum():
    assert sums.total(rows()) is None


def test_different_units_have_no_sum():
    mixed = pd.concat([rows((1, "exact"), unit="kg"), rows((2, "exact"), unit="bag")])
    assert sums.total(mixed) is None


def test_different_statuses_have_no_sum():
    mixed = pd.concat([rows((1, "exact"), status="ordered"), rows((2, "exact"), status="bought")])
    assert sums.total(mixed) is None


def test_parts_that_are_open_on_both_sides_have_no_sum():
    assert sums.total(rows((1, "over"), (2, "under"))) is None


def test_a_part_without_a_value_leaves_no_sum():
    assert sums.total(rows((1, "exact"), (float("nan"), "exact"))) is None


def test_figures_of_two_bulletins_are_never_added():
    both = rows((1, "exact"), (2, "exact"))
    assert sums.total(both.assign(bulletin_id=["one", "two"])) is None
    assert sums.total(both.assign(bulletin_id="one")) == Total((1.0, 2.0), 3.0, "exact")


def test_one_part_without_a_status_is_not_of_the_status_of_the_others():
    both = rows((1, "exact"), (2, "exact"))
    assert sums.total(both.assign(status=["closed", None])) is None
    assert sums.total(both.assign(status=None)) is not None


def test_a_qualifier_that_nobody_knows_licenses_no_sum():
    assert sums.hedge(["exact", "roughly"]) is None


def test_a_sum_of_sums_adds_their_values():
    first, second = sums.total(rows((1, "exact"), (2, "exact"))), sums.total(rows((4, "over")))
    assert sums.total_of([first, second]) == Total((3.0, 4.0), 7.0, "at_least")
    assert sums.total_of([Total((1,), 1, "at_least"), Total((1,), 1, "at_most")]) is None


@given(some.lists(some.tuples(some.integers(0, 10**9), some.sampled_from(QUALIFIERS)), min_size=1))
def test_a_sum_is_what_its_parts_add_up_to_or_there_is_none(parts):
    whole = sums.total(rows(*parts))
    said = {qualifier for _, qualifier in parts}
    if whole is None:
        assert said & {"over", "at_least"}
        assert said & {"nearly", "under", "at_most"}
    else:
        assert whole.value == sum(value for value, _ in parts)
        assert (whole.qualifier == "exact") == (said == {"exact"})


def test_a_ratio_is_a_quotient():
    assert Ratio(125000, 5000, "kg").value == 25
    assert Share(1846, 1930, "screened").value == pytest.approx(0.9565, abs=1e-4)


def test_screening_adds_up(connection):
    found = store.screening(connection, SCOPE, "en")
    found = found[~found["inset"]]
    assert sums.total(found) is None, "screened and released are not parts of one whole"
    totals = {status: sums.total(members) for status, members in found.groupby("status")}
    assert {status: (one.value, one.qualifier) for status, one in totals.items()} == {
        "screened": (4743, "exact"),
        "released": (4502, "exact"),
        "under_observation": (241, "exact"),
    }
    for _, funnel in found.groupby("origin"):
        stages = funnel.set_index("status")["value"]
        assert stages["screened"] == stages["released"] + stages["under_observation"]


def test_closures_add_up(connection):
    found = store.topic(connection, SCOPE, "en", ("closure",))
    assert sums.total(found) == Total(tuple(found["value"]), 351, "exact")
    assert set(found.loc[found["composite"], "value"]) == {136, 31}


def test_stocks_of_different_stages_are_never_added(connection):
    found = store.topic(connection, SCOPE, "en", ("supply",))
    masks = found[found["category"] == "mask"]
    assert masks["status"].nunique() > 1
    assert sums.total(masks) is None
