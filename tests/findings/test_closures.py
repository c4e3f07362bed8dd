"""Closures: twelve figures, a total of our own, composites not split."""

import pytest


def test_twelve_figures_sum_to_351(told):
    story = told("closures")
    assert story.finding == (
        "Venues shut: Σ 351, of which 136 for food and lodging and Σ 107 for public culture"
    )
    assert {one.name: one.value.value for one in story.sums} == {
        "Public culture": 107,
        "Leisure": 62,
        "Medical": 44,
        "Venues shut, all groups": 351,
    }
    assert [cell.number for cell in story.cells] == ["351", "136", "167"]
    assert story.first == "closure-food-lodging"


def test_a_selection_is_a_part_of_the_total(told):
    story = told("closures", group=["leisure"])
    assert story.finding == "Selection: Σ 62 of the Σ 351 venues shut, in 4 of 12 figures"
    assert [one.value.value for one in story.sums] == [62]
    assert story.cells[-1].source == "no such figure"


@pytest.mark.parametrize(("case", "sign"), [("over", "≥"), ("under", "≤"), ("about", "≈")])
def test_every_sum_says_its_hedge(told, case, sign):
    story = told("closures", case)
    assert story.finding.startswith(f"Venues shut: Σ {sign} 351, of which {sign} 136 for")
    assert story.cells[0].number == f"{sign} 351"
    assert story.cells[1].number == f"{case} 136"


@pytest.mark.parametrize("case", ["all-hedges", "no-value", "every-other-value"])
def test_where_the_words_license_no_sum_none_is_said(told, case):
    story = told("closures", case)
    assert story.finding == "12 figures on this topic"
    assert "351" not in {cell.number for cell in story.cells}
    assert "Venues shut, all groups" not in {one.name for one in story.sums}
    assert "no such figure" not in {cell.source for cell in story.cells}


@pytest.mark.parametrize("case", ["no-category", "one-group"])
def test_one_group_or_none_has_no_largest_two(told, case):
    story = told("closures", case)
    assert story.finding == "12 figures on this topic"
    assert story.cells[0].number == "351"
    assert all(one.name for one in story.sums)


def test_nothing_shut_is_said(told):
    assert told("closures", "no-row").cells == ()
    assert told("closures", least=["100"], group=["leisure"]).rows.empty
