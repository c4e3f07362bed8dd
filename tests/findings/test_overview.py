"""Overview: headline numbers of one bulletin, or several bulletins side by side."""

import pytest

from tests.three_bulletins import SHIPPED


def test_headline_numbers_are_those_of_their_views(told):
    story = told("overview")
    assert story.finding == (
        "One county’s COVID-19 response in 120 figures: Σ 4,743 returnees screened and Σ 351 "
        "venues shut"
    )
    assert [card.number for card in story.cards[:3]] == ["4,743", "241", "351"]
    assert len(story.ways) == 8


@pytest.mark.parametrize("case", ["", "one-row"])
def test_the_number_on_a_way_in_is_that_of_the_figures_on_its_page(told, case):
    ways = told("overview", *filter(None, [case])).ways
    assert ways
    for one in ways:
        asked = {"family": [one.family]} if one.page == "figures" else {}
        assert one.figures == len(told(one.page, *filter(None, [case]), **asked).rows)


@pytest.mark.parametrize(("case", "sign"), [("over", "≥"), ("under", "≤"), ("about", "≈")])
def test_sums_say_their_hedge(told, case, sign):
    story = told("overview", case)
    summed = f"Σ {sign} 4,743 returnees screened and Σ {sign} 351 venues shut"
    assert story.finding.endswith(f"figures: {summed}")
    assert [card.number for card in story.cards[:3]] == [
        f"{sign} 4,743",
        f"{sign} 241",
        f"{sign} 351",
    ]


@pytest.mark.parametrize("case", ["all-hedges", "no-value", "no-category", "no-row"])
def test_without_sums_it_says_where_the_figures_are_from(told, case):
    story = told("overview", case)
    assert story.finding.endswith("figures from a bulletin about Xi County, Linfen, Shanxi")


def test_several_bulletins_have_a_row_each(told):
    story = told("overview", bulletin=[*SHIPPED, "one-row", "no-row"])
    assert story.finding == "133 figures in 3 bulletins"
    assert sorted(one.figures for one in story.several) == [0, 13, 120]
    assert story.cards == ()
