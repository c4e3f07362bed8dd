"""Checks: what holds, what does not fit in the article, what is an error of ours."""

import pytest


def test_what_holds_and_what_does_not_fit(told):
    story = told("checks")
    assert story.finding == (
        "29 checks passed, 8 more on inferred relations; to be read with care: 1 conflict "
        "(inferred) and 1 figure out of proportion (inferred)"
    )
    assert [cell.number for cell in story.cells] == ["29", "2", "8"]
    assert "8 more on inferred relations" in story.cells[0].source
    assert story.cells[2].source == "4 cannot be told; 4 need the text"
    assert story.sums == ()


def test_one_check_that_needs_the_text_needs_it(told):
    every = told("checks").every
    verdicts = every.drop_duplicates("kind_key").loc[every["verdict_key"] == "not_run"]
    one = told("checks", kind=[verdicts["kind_key"].iloc[0]], verdict=["not_run"])
    assert one.cells[2].source == "1 needs the text"


def test_a_selection_is_its_part_of_all(told):
    story = told("checks", verdict=["holds"])
    assert story.finding == f"Selection: 37 of {len(story.every)} checks"
    assert len(story.rows) == 37


@pytest.mark.parametrize("case", ["all-hedges", "zero"])
def test_errors_of_ours_are_called_so(told, case):
    assert told("checks", case).cells[-1].label == "errors in the data"
