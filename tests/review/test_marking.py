"""Where figures are: one more, two of one, one of two; their words are always those of the text."""

import pytest

from tests.review.test_deciding import key
from tests.review.texts import NOTICE
from xi_data.review.deciding import change, figure, figures, reject, reopen, undo
from xi_data.review.doubts import doubts
from xi_data.review.draft import draft_of
from xi_data.review.folding import OPEN
from xi_data.review.marking import add, excused, merge, sentence_of, split

ROOMS = "设隔离房15间15床。\n有桌椅12、5套，灯三盏，第七排。\n"


@pytest.fixture(scope="module")
def made():
    return draft_of(ROOMS, "rooms.txt")


def test_a_figure_is_split_and_read_again(made):
    whole = merge(made, key(made, "15间"), key(made, "15床"))
    assert figure(whole, key(made, "15间")).figure.mention == "15间15床"
    assert "two_readings" in doubts(whole)[key(made, "15间")]
    apart = split(whole, key(made, "15间"), ROOMS.index("15床"))
    read = [(one.figure.mention, one.figure.unit) for one in figures(apart)][:2]
    assert read == [("15间", "room"), ("15床", "bed")]
    assert figure(apart, key(made, "15间")).changed == ()
    assert undo(undo(apart)).state.by_id == made.state.by_id


def test_the_two_ends_of_a_range_made_one_are_its_limits():
    made = draft_of("接待450至500人次。\n", "range.txt")
    whole = figure(merge(made, key(made, "450"), key(made, "500人次")), key(made, "450")).figure
    assert (whole.mention, whole.unit) == ("450至500人次", "person_time")
    assert (whole.qualifier, whole.value_low, whole.value_high) == ("about", 450, 500)


def test_words_are_marked_as_the_reader_reads_them(made):
    lamps = key(made, "三盏")
    without = reject(made, lamps, "bare")
    with pytest.raises(ValueError, match="is a figure already"):
        add(made, ROOMS.index("三盏"), ROOMS.index("三盏") + 1)
    again = add(without, ROOMS.index("灯三盏"), ROOMS.index("，第七"))
    [one] = [row for row in figures(again) if row.verdict == OPEN and row.figure.mention == "三盏"]
    assert (one.figure.value, one.proposed, one.figure.figure_id) == (3, None, f"{lamps}-2")
    with pytest.raises(ValueError, match="is a figure already"):
        reopen(again, lamps)


def test_a_number_that_counted_nothing_can_be_a_figure(made):
    start = ROOMS.index("第七排")
    assert [one.mention for one in excused(made)] == ["12", "第七"]
    draft = add(made, start, start + 3)
    one = figure(draft, f"at-{start}").figure
    assert (one.mention, one.value, one.unit, one.topic) == ("第七排", 7, "unspecified", "other")
    assert [one.mention for one in excused(draft)] == ["12"]
    assert excused(undo(draft)) == excused(made)


@pytest.mark.parametrize(
    ("begin", "end", "message"),
    [
        ("设隔离", 2, "expected words with a number"),
        ("床。\n有", 4, "expected words of one line"),
        ("，灯", 1, "expected words of one line"),
    ],
)
def test_what_is_no_figure_is_refused(made, begin, end, message):
    place = ROOMS.index(begin)
    with pytest.raises(ValueError, match=message):
        add(made, place, place + end)


def test_words_that_tell_how_many_without_a_number_take_the_number_from_the_person():
    told = draft_of("收到牙刷半打。", "gifts.txt")
    draft = add(told, 4, 6)
    [one] = draft.state.in_order
    key = one.figure.figure_id
    assert (one.figure.mention, one.figure.kind, one.figure.value) == ("半打", "vague", None)
    assert "vague" in doubts(draft)[key]
    draft = change(change(draft, key, {"value": 6}), key, {"unit": "piece"})
    new = figure(draft, key).figure
    assert (new.kind, new.value, new.value_low, new.value_high) == ("quantity", 6, 6, 6)


def test_a_topic_that_a_person_has_chosen_is_known(made):
    of = key(made, "15床")
    assert figure(made, of).figure.topic != "other"
    chosen = change(made, of, {"topic": "other"})
    assert "topic_unknown" not in doubts(chosen).get(of, ())
    start = ROOMS.index("第七排")
    assert "topic_unknown" in doubts(add(made, start, start + 3))[f"at-{start}"]


def test_figures_of_two_lines_are_no_neighbours(made):
    with pytest.raises(ValueError, match="no neighbours in one line"):
        merge(made, key(made, "15床"), key(made, "三盏"))
    with pytest.raises(ValueError, match="expected one between"):
        split(made, key(made, "三盏"), 1)


def test_a_sentence_ends_with_its_line():
    start = NOTICE.index("1.5万只")
    begin, end = sentence_of(NOTICE, start, start + 5)
    assert NOTICE[begin:end].startswith("储备口罩")
    assert NOTICE[begin:end].endswith("送到。")
