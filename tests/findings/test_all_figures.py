"""All figures: how many there are or are left, and how the inexact ones are worded."""

import pytest

from tests.three_bulletins import SHIPPED


def test_all_are_counted_and_those_without_a_hedge(told):
    assert told("figures").finding == (
        "120 figures: 102 exact numbers, 12 with “over”, “about” or the like and 6 dates"
    )


def test_the_inexact_are_told_by_their_words(told):
    story = told("figures", wording=["over", "about", "nearly"])
    assert story.finding.startswith(f"{len(story.rows)} of 120 figures are not exact: ")


@pytest.mark.parametrize("asked", [{"search": ["masks"]}, {"family": ["money"]}])
def test_a_selection_is_a_part_of_all(told, asked):
    story = told("figures", **asked)
    counted = f"{len(story.rows)} of 120 figures are in this selection, first "
    assert story.finding.startswith(counted + story.rows.iloc[0]["label"])
    assert 0 < len(story.rows) < 120


def test_of_several_bulletins_the_first_figure_is_named_with_its_own(told):
    story = told("figures", bulletin=["one-row", *SHIPPED])
    bulletin_id, _, figure_id = story.first.partition("/")
    assert (bulletin_id, figure_id) == tuple(story.rows.iloc[0][["bulletin_id", "figure_id"]])


def test_one_is_one_figure(told):
    found = told("figures", search=["karaoke"]).finding
    assert found == "1 of 120 figures is in this selection: Karaoke venues shut: 11 venues"
