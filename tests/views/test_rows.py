"""The rows of the topics as they are drawn: their order, sums of groups, scales."""

import pytest

from tests.three_bulletins import SHIPPED
from xi_data.views import rows


def test_closures_are_drawn_group_by_group_from_large_to_small(connection):
    shut = rows.closures(connection, SHIPPED, "en")
    groups = [
        (group, members["value"].sum(), len(members))
        for group, members in shut.groupby("category_group", sort=False)
    ]
    assert groups == [
        ("food_lodging", 136, 1),
        ("public_culture", 107, 4),
        ("leisure", 62, 4),
        ("medical_care", 44, 2),
        ("tourism", 2, 1),
    ]
    for _, members in shut.groupby("category_group", sort=False):
        assert members["value"].is_monotonic_decreasing
        assert (members["group_value"] == members["value"].sum()).all()
        assert members.index.max() - members.index.min() == len(members) - 1


def test_the_values_of_a_group_are_drawn_from_large_to_small(connection):
    leisure = rows.closures(connection, SHIPPED, "en", group=("leisure",))
    assert list(leisure["value"]) == [38, 11, 7, 6]


@pytest.mark.parametrize(
    ("least", "values"), [(31, [136, 97, 38, 31]), (32, [136, 97, 38]), (137, [])]
)
def test_the_sum_of_a_group_is_that_of_the_rows_in_view(connection, least, values):
    shut = rows.closures(connection, SHIPPED, "en", least=least)
    assert list(shut["group_value"]) == list(shut["value"]) == values


@pytest.mark.parametrize("asked", [{}, {"group": ("food", "disinfectant")}])
def test_supplies_share_a_scale_within_one_dimension(connection, asked):
    stock = rows.supplies(connection, SHIPPED, "en", **asked)
    assert stock["dimension"].nunique() > 1
    assert stock["start"].is_monotonic_increasing
    for _, members in stock.groupby("dimension"):
        assert set(members["scale"]) == {members["value"].max()}


def test_the_scale_is_that_of_the_supplies_in_view(connection):
    ordered = rows.supplies(connection, SHIPPED, "en", status=("ordered",))
    scales = dict(zip(ordered["figure_id"], ordered["scale"], strict=True))
    assert scales["supply-masks-ordered"] == 1200


def test_public_money_comes_first_then_gifts_and_sums_of_money_before_goods(connection):
    money = rows.money(connection, SHIPPED, "en")
    funding = money[money["topic"] == "funding"]
    assert list(funding["value"]) == [2_500_000, 1_030_000, 920_000]
    assert list(funding.index) == [0, 1, 2]
    assert list(money.loc[money["category"] == "cash", "value"]) == [10_000, 6_100]
    gifts = rows.money(connection, SHIPPED, "en", topic=("donation",), unit=("CNY",))
    assert list(gifts["figure_id"]) == [
        "donation-villager-cash",
        "donation-court-cash",
        "donation-pears-value",
    ]


def test_medical_figures_of_a_unit_stand_together_from_large_to_small(connection):
    medical = rows.medical(connection, SHIPPED, "en")
    for _, members in medical.groupby("unit", sort=False):
        assert members["value"].is_monotonic_decreasing
        assert members.index.max() - members.index.min() == len(members) - 1
    assert list(medical.loc[medical["unit"] == "room", "value"]) == [35, 15]
    assert medical["unit"].iloc[-1] == "institution"


def test_areas_come_first_from_large_to_small(connection):
    disinfected = rows.disinfection(connection, SHIPPED, "en")
    areas = disinfected[disinfected["dimension"] == "area"]
    assert list(areas["value"]) == [150_000, 106_000, 60_000]
    assert list(areas.index) == [0, 1, 2]
    narrowed = rows.disinfection(connection, SHIPPED, "en", group=("area",))
    assert list(narrowed["value"]) == [150_000, 106_000, 60_000]


@pytest.mark.parametrize("asked", [{}, {"verdict": ("holds",)}, {"kind": ("sum",)}])
def test_checks_are_those_that_meet_both_filters(connection, asked):
    every = rows.of_checks(connection, SHIPPED, "en")
    found = rows.of_checks(connection, SHIPPED, "en", **asked)
    for key, choices in asked.items():
        assert set(found[f"{key}_key"]) <= set(choices)
        assert len(found) == every[f"{key}_key"].isin(choices).sum()
    assert set(found["check"]) <= set(every["check"])
