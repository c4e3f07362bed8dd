"""A draft: what is proposed of a text, what is guessed of it, and what a person says instead."""

import pytest

from tests.review.texts import NOTICE, SHORT
from xi_data.opening.opened import CannotOpenError, Opened
from xi_data.review import draft
from xi_data.review.deciding import accept, change, figures
from xi_data.review.doubts import progress
from xi_data.review.draft import describe, draft_of
from xi_data.review.folding import OPEN
from xi_data.review.marking import excused
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up


def test_everything_is_proposed_and_nothing_decided():
    made = draft_of(NOTICE, "notice.txt")
    assert {one.verdict for one in figures(made)} == {OPEN}
    assert {one.figure.reading for one in figures(made)} == {"machine"}
    assert [one.figure for one in figures(made)] == list(made.proposals)
    assert all(NOTICE[one.start : one.end] == one.mention for one in made.proposals)
    assert [one.mention for one in excused(made)] == ["第一时间"]
    assert progress(made)[:2] == (0, len(made.proposals))


def test_guesses_come_with_what_they_rest_on():
    made = draft_of(NOTICE, "notice.txt")
    told = made.bulletin
    assert (told.bulletin_id, told.title) == ("notice", "林河县疫情防控情况")
    assert (told.publisher, told.place, told.published) == ("林河日报", "林河县", "2021-03-05")
    assert {one.column: (one.basis, one.line) for one in made.guesses} == {
        "title": ("line", 1),
        "publisher": ("line", 2),
        "place": ("line", 1),
        "published": ("line", 3),
    }


def test_what_nothing_says_is_not_guessed():
    made = draft_of("收苹果30箱，" * 12, "清单.txt")
    assert made.bulletin.bulletin_id.startswith("bulletin-")
    assert (made.bulletin.title, made.bulletin.publisher) == ("清单.txt", "")
    assert (made.bulletin.place, made.bulletin.published) == ("", "")


@pytest.mark.parametrize("published", ["", "2020", "2020-02", "2020-02-11"])
def test_a_person_knows_better(published):
    made = describe(draft_of(NOTICE, "notice.txt"), published=published, place="", title=" 新 题 ")
    assert made.bulletin.published == published
    assert (made.bulletin.place, made.bulletin.title) == ("", "新 题")
    assert made.bulletin.publisher == "林河日报"


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"published": "March"}, "^'March': expected a date as YYYY"),
        ({"title": "  "}, "a bulletin has a title"),
    ],
)
def test_what_cannot_be_is_refused(told, message):
    with pytest.raises(ValueError, match=message):
        describe(draft_of(SHORT, "short.txt"), **told)


def test_two_texts_of_one_name_get_two_keys():
    first = draft_of(SHORT, "short.txt")
    second = draft_of(SHORT, "short.txt", taken=[first.bulletin_id])
    assert (first.bulletin_id, second.bulletin_id) == ("short", "short-2")
    assert {one.bulletin_id for one in second.proposals} == {"short-2"}


def test_a_date_that_a_person_gives_completes_those_of_the_text():
    made = draft_of("3月4日收苹果30箱。", "a.txt", published="2021-03-05")
    assert made.proposals[0].date.isoformat() == "2021-03-04"
    with pytest.raises(ValueError, match="expected YYYY"):
        draft_of(SHORT, "short.txt", published="5 March")


def test_the_metadata_of_a_file_say_its_title():
    made = draft_of(Opened(SHORT, title="苹果", published="2021-03-05"), "short.docx")
    assert (made.bulletin.title, made.bulletin.published) == ("苹果", "2021-03-05")


def test_half_a_character_is_one_that_files_can_hold():
    made = draft_of("收苹果30箱\ud800。", "a.txt")
    assert made.text == "收苹果30箱?。"


def test_more_figures_than_can_be_reviewed_are_refused(monkeypatch):
    monkeypatch.setattr(draft, "MOST_FIGURES", 3)
    with pytest.raises(CannotOpenError, match="holds 4 figures of at most 3; split it"):
        draft_of(SHORT, "short.txt")


def test_dates_follow_a_publication_that_is_told_later_but_for_those_decided():
    text = "3月4日收苹果30箱。3月5日收梨20箱。\n截至3月6日，有住户60户。\n"
    made = draft_of(text, "a.txt")
    first, second, third = (one for one in made.proposals if one.kind == "date")
    assert (first.date, first.date_partial) == (None, "XXXX-03-04")
    changed = change(made, second.figure_id, {"date": "2019-03-05"})
    told = describe(accept(changed, first.figure_id), published="2021-04")
    dates = {key: one.figure.date for key, one in told.state.by_id.items() if one.figure.date}
    assert {key: day.isoformat() for key, day in dates.items()} == {
        first.figure_id: "2021-03-04",
        second.figure_id: "2019-03-05",
        third.figure_id: "2021-03-06",
    }
    assert told.proposals[-1].as_of.isoformat() == "2021-03-06"
    assert taken_up(promote(told, with_text=True)) == [told]
    assert describe(made, published="2021-04") != made
    assert describe(describe(made, published="2021-04"), published="") == made
