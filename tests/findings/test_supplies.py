"""Supplies: held against ordered, packs weighed, never a sum of stages."""

import pytest


def test_masks_against_suits_and_the_weight_of_a_pack(told):
    story = told("supplies")
    assert story.finding == (
        "Xi County had 15,000 face masks and 85 protective suits in reserve, and had ordered "
        "1,000 of each (face masks ordered: read with care)"
    )
    assert [one.value.value for one in story.sums] == [25, 5]
    assert {one.value.unit for one in story.sums} == {"kg"}
    assert [panel.key for panel in story.panels] == ["article", "mass"]


def test_the_odd_order_is_compared_with_the_others(told):
    [odd] = told("supplies").panels[0].oddities
    assert odd.endswith(
        "The order is 7% of the reserve; for protective suits, 11.8 times the reserve."
    )


@pytest.mark.parametrize("case", ["over", "under", "about", "all-hedges", "no-value"])
def test_hedged_numbers_are_not_compared_and_weigh_no_pack(told, case):
    story = told("supplies", case)
    assert story.finding == "14 figures on this topic"
    assert list(story.sums) == []
    assert not any("times" in one for panel in story.panels for one in panel.oddities)


def test_no_packs_weigh_nothing(told):
    story = told("supplies", "zero")
    assert list(story.sums) == []
    assert " but " not in story.finding


@pytest.mark.parametrize("case", ["no-category", "one-group", "no-status", "one-row"])
def test_items_that_cannot_be_told_apart_are_not_compared(told, case):
    assert " but " not in told("supplies", case).finding


def test_gifts_in_kind_stand_beside_all_supplies_alone(told):
    assert len(told("supplies").beside)
    assert told("supplies", status=["ordered"]).beside.empty
