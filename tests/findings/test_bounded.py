"""Money, medical capacity and disinfection: side by side, and never a total."""

import pytest

VIEWS = ("money", "medical", "disinfection")


def test_three_sums_of_public_money_are_not_added(told):
    assert told("money").finding == (
        "Public money: 1.03m, 920,000 and over 2.5m yuan (not to be added up); "
        "cash gifts: 10,000 and 6,100 yuan"
    )


def test_areas_have_different_bases(told):
    assert told("disinfection").finding == (
        "Disinfected areas: 150,000, 106,000 and 60,000 m² (different bases); "
        "refuse cleared: over 1,000 tonnes"
    )


def test_beds_rooms_and_staff_are_told_apart(told):
    assert told("medical").finding == (
        "165 authorised beds in the designated hospital; 15 isolation ward rooms and 35 hotel "
        "rooms for quarantine set up; over 480 medical staff trained"
    )


def test_one_gift_at_three_dates_is_one_gift(told):
    story = told("money")
    assert len(story.beside) == 3
    assert "10,000" in story.gift
    assert told("money", topic=["funding"]).gift == ""


@pytest.mark.parametrize("case", ["", "over", "all-hedges", "no-value", "one-group", "zero"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_ever_added(told, view, case):
    story = told(view, case)
    assert story.sums == ()
    assert {cell.source for cell in story.cells} <= {"in the article"}


@pytest.mark.parametrize("view", VIEWS)
def test_every_figure_is_a_bar_or_a_sentence(told, view):
    story = told(view)
    in_words = {one.figure_id for one in story.in_words}
    assert in_words.isdisjoint(story.panelled["figure_id"])
    assert in_words | set(story.panelled["figure_id"]) == set(story.rows["figure_id"])
    assert story.panelled.groupby("panel")["unit"].nunique().eq(1).all()


@pytest.mark.parametrize("view", VIEWS)
def test_what_has_no_value_has_no_bar(told, view):
    story = told(view, "no-value")
    assert story.panelled.empty
    assert len(story.in_words) == len(story.rows)


@pytest.mark.parametrize("view", VIEWS)
def test_a_hedge_goes_with_each_number(told, view):
    assert all(cell.number.startswith("> ") for cell in told(view, "over").cells)
    assert all(one.number.startswith("over ") for one in told(view, "over").in_words)
