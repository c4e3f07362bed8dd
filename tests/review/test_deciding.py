"""Decisions: each one step, each taken back and done again, what differs always in sight."""

import pytest

from tests.review.texts import NOTICE
from xi_data.review.deciding import accept, change, figure, figures, redo, reject, reopen, undo
from xi_data.review.doubts import doubts, next_doubtful, progress, sure
from xi_data.review.draft import draft_of
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED


@pytest.fixture(scope="module")
def made():
    return draft_of(NOTICE, "notice.txt")


def key(draft, mention):
    [found] = [one.figure.figure_id for one in figures(draft) if one.figure.mention == mention]
    return found


def test_all_that_is_sure_is_one_step(made):
    accepted = accept(made, *sure(made))
    assert len(accepted.decisions) == 1
    assert progress(accepted).decided == len(sure(made)) > 5
    assert {one.figure.reading for one in figures(accepted) if one.verdict == ACCEPTED} == {
        "reviewed"
    }
    assert undo(accepted).state.by_id == made.state.by_id
    assert accept(accepted, *sure(made)) is accepted


def test_a_rejected_figure_stays_in_sight_with_its_reason(made):
    rejected = reject(made, key(made, "24处"), " not  a count ")
    one = figure(rejected, key(made, "24处"))
    assert (one.verdict, one.reason, one.changed) == (REJECTED, "not a count", ())
    with pytest.raises(ValueError, match="is rejected: reopen it"):
        change(rejected, one.figure.figure_id, {"value": 3})
    again = reopen(rejected, one.figure.figure_id)
    assert figure(again, one.figure.figure_id).verdict == OPEN


def test_what_was_changed_stays_in_sight(made):
    masks = key(made, "1.5万只")
    one = figure(change(made, masks, {"value": 16000}), masks)
    assert one.changed == ("value", "value_low", "value_high")
    assert (one.proposed.value, one.verdict) == (15000, OPEN)
    assert change(made, masks, {"value": 15000}) is made


def test_reopening_keeps_the_changes_and_takes_back_the_verdict(made):
    masks = key(made, "1.5万只")
    one = figure(reopen(accept(change(made, masks, {"value": 16000}), masks), masks), masks)
    assert (one.verdict, one.figure.value, one.figure.reading) == (OPEN, 16000, "machine")


def test_undo_and_redo_have_no_end(made):
    draft, states = made, [made.state.by_id]
    for mention in ("150人", "98人", "72人", "320人"):
        draft = accept(draft, key(made, mention))
        states.append(draft.state.by_id)
    for state in reversed(states[:-1]):
        draft = undo(draft)
        assert draft.state.by_id == state
    assert undo(draft) is draft
    for state in states[1:]:
        draft = redo(draft)
        assert draft.state.by_id == state
    assert redo(draft) is draft
    assert redo(accept(undo(draft), key(made, "240袋"))).undone == ()


def test_a_key_that_is_none_is_named(made):
    with pytest.raises(ValueError, match="figure_id = 'at-1': expected a figure"):
        accept(made, "at-1")


def test_the_next_doubtful_goes_round_and_comes_to_an_end(made):
    draft, seen = made, []
    while (doubtful := next_doubtful(draft, seen[-1] if seen else None)) is not None:
        seen.append(doubtful)
        draft = accept(draft, doubtful)
    assert sorted(seen) == sorted(doubts(made))
    assert progress(draft).doubtful_left == 0


def test_a_doubt_goes_with_the_column_that_it_is_about(made):
    doubtful = {mention: doubts(made).get(key(made, mention)) for mention in ("数十名", "1.5万只")}
    assert "vague" in doubtful["数十名"]
    assert doubtful["1.5万只"] is None
    draft = draft_of("其他事项30个。", "a.txt")
    [one] = [row.figure for row in figures(draft)]
    assert "topic_unknown" in doubts(draft)[one.figure_id]
    assert one.figure_id not in doubts(
        change(draft, one.figure_id, {"topic": "supply", "unit": "piece"})
    )
