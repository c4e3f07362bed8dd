"""Checks: what holds, what does not fit in the article, what is an error of ours."""

import pytest


def test_what_holds_and_what_does_not_fit(told):
    story = told("checks")
    assert story.finding == (
        "46 checks passed; problems in the article: 1 conflict, 1 list that does not add up and 1 "
        "figure out of proportion"
    )
    assert [cell.number for cell in story.cells] == ["46", "3", "8"]
    assert story.sums == ()


def test_a_selection_is_its_part_of_all(told):
    story = told("checks", verdict=["holds"])
    assert story.finding == f"Selection: 46 of {len(story.every)} checks"
    assert len(story.rows) == 46


@pytest.mark.parametrize("case", ["all-hedges", "zero"])
def test_errors_of_ours_are_called_so(told, case):
    assert told("checks", case).cells[-1].label == "errors in our data"
