"""A session holds so many decisions: one more is refused with words, and none before it is lost."""

import pytest

from tests.review.texts import NOTICE
from tests.ui.review.bringing import back, come, draft, drafts, errors, paste, press, upload
from xi_data import limits
from xi_data.review.deciding import accept
from xi_data.review.draft import draft_of
from xi_data.review.kept import decision_characters
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up
from xi_data.ui.state import keys


@pytest.fixture
def app():
    """A visitor who has decided on two figures of the notice."""
    accepted = press(paste(come(), NOTICE), keys.decide("accept"))
    return press(accepted, keys.decide("accept"))


@pytest.fixture
def full(app, monkeypatch):
    """The same, whose session can hold no more decisions."""
    monkeypatch.setattr(limits, "DECISION_CHARACTERS", decision_characters(draft(app)))
    return app


def test_decisions_beyond_what_a_session_can_hold_are_refused_and_none_is_lost(full):
    before = draft(full)
    refused = press(full, keys.decide("accept"))
    [told] = errors(refused)
    assert f"{decision_characters(before)} characters in all" in told
    assert draft(refused).decisions == before.decisions
    assert draft(refused).state.by_id == before.state.by_id
    [again] = taken_up(promote(draft(refused), with_text=True))
    assert again.decisions == before.decisions


def test_a_full_session_takes_a_decision_back_and_makes_it_again(full):
    before = draft(full).decisions
    undone = press(full, keys.decide("undo"))
    assert errors(undone) == []
    assert draft(undone).decisions == before[:-1]
    redone = press(undone, keys.decide("redo"))
    assert errors(redone) == []
    assert draft(redone).decisions == before
    instead = press(press(redone, keys.decide("undo")), keys.decide("accept"))
    assert errors(instead) == []
    assert len(draft(instead).decisions) == len(before)


def test_there_is_room_again_where_a_bulletin_is_removed(full):
    [key] = drafts(full)
    emptied = press(back(full), keys.on_shelf("remove", key))
    assert errors(press(paste(emptied, NOTICE), keys.decide("accept"))) == []


def test_a_package_with_more_decisions_is_refused_and_what_was_held_stays(full):
    other = draft_of(NOTICE, "other.txt", taken=drafts(full))
    decided = accept(other, other.proposals[0].figure_id)
    before = drafts(full)
    refused = upload(back(full), {"other.zip": promote(decided)})
    [told] = errors(refused)
    assert "too much for one session" in told
    assert drafts(refused) == before
