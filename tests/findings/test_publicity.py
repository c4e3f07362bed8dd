"""Publicity: the number of reports beside the sum of what is listed after it."""

import pytest


def test_over_300_beside_228(told):
    story = told("publicity")
    assert story.finding == (
        "The article counts over 300 publicity reports; the items it lists next come to Σ 228"
    )
    assert [cell.number for cell in story.cells[:2]] == ["> 300", "228"]
    [listed] = story.sums
    assert (listed.value.value, listed.value.qualifier) == (228, "exact")
    assert sorted(listed.value.parts) == [2, 6, 6, 16, 86, 112]


@pytest.mark.parametrize("case", ["over", "under", "about"])
def test_where_the_list_may_make_up_the_total_no_difference_is_claimed(told, case):
    story = told("publicity", case)
    assert story.finding == "11 figures on this topic"
    assert story.cells[1].number[0] in "≥≤≈"


@pytest.mark.parametrize("case", ["all-hedges", "no-value", "every-other-value", "one-row"])
def test_a_list_without_a_sum_has_none(told, case):
    assert list(told("publicity", case).sums) == []


def test_a_part_out_of_view_takes_the_sum_away(told):
    assert list(told("publicity", unit=["video"]).sums) == []
    assert told("publicity", unit=["video"]).finding.startswith("Selection: ")
