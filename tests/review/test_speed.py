"""A decision is made and shown at once, also in a long bulletin."""

import time
from collections import Counter
from dataclasses import replace

import pytest

from xi_data.review import doubts as doubting
from xi_data.review import sums as summing
from xi_data.review.deciding import accept, change, figures, reject, reopen, undo
from xi_data.review.doubts import doubts, next_doubtful, progress, sure
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up

SENTENCE = "储备口罩1.5万只，排查外来人员320人，其中东村150人、西村98人、南村72人，约30户。"


def shown(draft):
    return figures(draft), doubts(draft), progress(draft), next_doubtful(draft), sure(draft)


def timed(call):
    """What a call gives, and the seconds that it computed: other work on the machine counts not."""
    start = time.process_time()
    made = call()
    return made, time.process_time() - start


def test_sixty_decisions_on_sixty_proposals_take_no_time():
    draft = draft_of(f"{SENTENCE}\n" * 10, "a.txt")
    assert len(draft.proposals) == 60
    shown(draft)
    times = []
    for one in draft.proposals:
        draft, took = timed(lambda draft=draft, key=one.figure_id: accept(draft, key))
        _, shows = timed(lambda draft=draft: shown(draft))
        times.append(took + shows)
    assert len(draft.decisions) == 60
    assert sorted(times)[30] < 0.005
    _, took = timed(lambda: shown(undo(draft)))
    assert took < 0.05


@pytest.fixture
def computed(monkeypatch):
    """How many figures were looked at for doubts, and how many lines for sums."""
    counted: Counter[str] = Counter()
    reasons, in_line = doubting._reasons, summing._sums_in_line

    def counted_reasons(of):
        counted["figures"] += len(of)
        return reasons(of)

    def counted_sums(text, line):
        counted["lines"] += 1
        return in_line(text, line)

    monkeypatch.setattr(doubting, "_reasons", counted_reasons)
    monkeypatch.setattr(summing, "_sums_in_line", counted_sums)
    return counted


STEPS = {
    "accept": lambda draft, key: accept(draft, key),
    "reject": lambda draft, key: reject(draft, key, "bare"),
    "change": lambda draft, key: change(draft, key, {"value": 7}),
    "reopen": lambda draft, key: reopen(accept(draft, key), key),
    "undo": lambda draft, key: undo(accept(draft, key)),
}


@pytest.mark.parametrize("step", STEPS)
def test_one_decision_among_many_looks_at_what_it_is_about_alone(step, computed):
    draft = draft_of(f"{SENTENCE}\n" * 100, "a.txt")
    shown(draft)
    assert computed == {"figures": 600, "lines": 100}
    computed.clear()
    after = STEPS[step](draft, draft.proposals[300].figure_id)
    shown(after)
    assert computed["figures"] <= 1
    assert computed["lines"] <= 1
    anew = draft_of(draft.text, "a.txt")
    for decision in after.decisions:
        anew = replace(anew, decisions=(*anew.decisions, decision))
    assert shown(anew) == shown(after)


def test_ten_thousand_proposals_stay_usable():
    draft = draft_of(f"{SENTENCE}\n" * 1_660, "a.txt")
    assert 9_900 < len(draft.proposals) <= 10_000
    shown(draft)
    draft, took = timed(lambda: accept(draft, *sure(draft)))
    assert took < 2
    for one in draft.proposals[:3]:
        draft, took = timed(lambda draft=draft, key=one.figure_id: reject(draft, key, "bare"))
        _, shows = timed(lambda draft=draft: shown(draft))
        assert took + shows < 2
    package, took = timed(lambda: promote(draft, with_text=True))
    [again], back = timed(lambda: taken_up(package))
    assert again == draft
    assert took + back < 20
