"""Screening: two funnels, each split in two; an inset that is never added."""

import pytest

from xi_data.findings.bounded import Bounded
from xi_data.sums import Share


def values(story):
    return {one.name: one.value.value for one in story.sums}


def test_two_funnels_add_up_and_95_percent_are_released(told):
    story = told("screening")
    assert story.finding == (
        "Of Σ 4,743 screened returnees, Σ 95% had been released from medical observation by 12 "
        "February; Σ 241 were still under it"
    )
    assert [cell.number for cell in story.cells] == ["4,743", "4,502", "241"]
    found = values(story)
    share = found.pop("Share released")
    assert found == {"Screened": 4743, "Released": 4502, "Under observation": 241}
    assert share == pytest.approx(4502 / 4743)


def test_hubei_is_in_no_sum(told):
    assert 146 in set(told("screening").rows["value"])
    assert all(146 not in getattr(one.value, "parts", ()) for one in told("screening").sums)


def test_each_origin_is_made_up_of_its_two_parts(told):
    said = [note.sentence for note in told("screening").notes]
    assert sum("1,930 = 1,846 + 84" in one for one in said) == 1
    assert sum("2,813 = 2,656 + 157" in one for one in said) == 1


@pytest.mark.parametrize("case", ["over", "under", "about", "all-hedges", "no-value"])
def test_hedged_stages_make_up_nothing_and_have_no_share(told, case):
    story = told("screening", case)
    assert not any(" = " in note.sentence for note in story.notes)
    assert "%" not in story.finding
    assert [one for one in story.sums if isinstance(one.value, Share)] == []


@pytest.mark.parametrize(("case", "sign"), [("over", "≥"), ("under", "≤"), ("about", "≈")])
def test_a_hedged_sum_says_so(told, case, sign):
    assert [cell.number for cell in told("screening", case).cells] == [
        f"{sign} 4,743",
        f"{sign} 4,502",
        f"{sign} 241",
    ]


def test_nobody_screened_has_no_share(told):
    assert "Share released" not in values(told("screening", "zero"))


def test_one_origin_is_a_selection_and_its_numbers_are_printed(told):
    story = told("screening", origin=["outside_province"])
    assert story.finding.startswith(
        "Selection: of 1,930 screened returnees (outside Shanxi), Σ 96%"
    )
    assert {cell.source for cell in story.cells} == {"in the article"}


def test_other_populations_stand_apart_with_their_conflict(told):
    residents, passing = told("screening").others
    assert (residents.number, passing.number) == ("48,000 people", "23,303 people")
    assert "15,000 households" in residents.sentences[0]
    assert "5 and 6" in passing.sentences[-1]


def test_one_figure_is_no_selection(told):
    assert told("screening", "one-row").finding == "1 figure on this topic"
    assert told("screening", "no-row").cells == ()


def test_without_stages_it_has_its_figures_by_unit(told, lang):
    story = told("screening", "no-status", lang=lang)
    assert isinstance(story, Bounded)
    assert set(story.rows["topic"]) == {"screening"}
    assert len(story.rows) == (told("figures", "no-status").rows["topic"] == "screening").sum()
    assert len(story.panelled) + len(story.in_words) == len(story.rows)
    number = str(len(story.rows))
    assert story.finding.startswith({"en": f"{number} figures", "zh": "本主题"}[lang])
    units = story.rows["unit"].value_counts()
    chosen = told("screening", "no-status", lang=lang, unit=[units.index[-1]])
    assert len(chosen.rows) == units.iloc[-1] < len(story.rows)
    assert chosen.finding != story.finding
