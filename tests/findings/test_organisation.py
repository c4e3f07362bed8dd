"""Organisation: repeated counts once, a conflict shown, passages no people."""

import pytest


def test_control_points_and_the_conflict(told):
    story = told("organisation")
    assert story.finding == (
        "262 monitoring points at village entrances and 150 control points in compounds; two "
        "numbers for the county’s own entrances, 5 and 6 (inferred)"
    )
    assert "5 or 6" in {cell.number for cell in story.cells}
    assert story.sums == ()


def test_a_repeated_count_has_one_bar_and_the_table_every_printing(told):
    story = told("organisation")
    drawn = [one for part in story.parts.values() for one in part["figure_id"]]
    assert len(drawn) == len(set(drawn)) == story.rows["stands"].sum()
    assert len(drawn) < len(story.rows)
    assert {"repeat (inferred)", "conflict (inferred)"} < set(story.rows["remark"])


@pytest.mark.parametrize(("case", "word"), [("over", "over"), ("about", "about")])
def test_a_conflict_of_hedged_counts_keeps_their_hedges(told, case, word):
    numbers = {cell.number for cell in told("organisation", case).cells}
    assert f"{word} 5 or {word} 6" in numbers


def test_without_values_counts_are_said_as_printed(told):
    assert "6個 or 5個" in {cell.number for cell in told("organisation", "no-value").cells}


def test_a_selection_and_nothing(told):
    assert told("organisation", topic=["schedule"]).finding.startswith("Selection: ")
    assert told("organisation", "no-row").parts == {}
