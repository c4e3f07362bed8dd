"""What a person should look at twice, and how far she has come."""

from typing import NamedTuple

from xi_data.corpus.labels import UNKNOWN_UNIT
from xi_data.record.figures import Figure
from xi_data.review.deciding import figures
from xi_data.review.draft import Draft
from xi_data.review.folding import OPEN, REJECTED
from xi_data.review.sums import relations

REASONS = (
    *("unsure_unit", "unsure_topic", "unsure_category", "unsure_status"),
    *("two_readings", "vague", "bounds_crossed", "unit_unknown", "topic_unknown"),
    *("year_unknown", "sum_fails"),
)
"""Keys of the reasons to doubt a figure."""


class Progress(NamedTuple):
    """How many figures are decided, how many there are, and how many doubtful ones are open."""

    decided: int
    every: int
    doubtful_left: int


def doubts(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Key of a figure that is doubtful to its reasons, of REASONS; rejected ones left out.

    Computed once for each state of a draft.
    """
    return draft.once("_doubts", _doubts)


def sure(draft: Draft) -> tuple[str, ...]:
    """Keys of the open figures that nothing speaks against, in the order of the text."""
    doubtful = doubts(draft)
    keys = (one.figure.figure_id for one in figures(draft) if one.verdict == OPEN)
    return tuple(key for key in keys if key not in doubtful)


def next_doubtful(draft: Draft, after: str | None = None) -> str | None:
    """The open doubtful figure that comes next behind one in the text, then from the beginning.

    None where there is no other.
    """
    keys = [one.figure.figure_id for one in figures(draft)]
    begin = keys.index(after) + 1 if after in keys else 0
    doubtful, by_id = doubts(draft), draft.state.by_id
    around = (*keys[begin:], *keys[:begin])
    return next(
        (key for key in around if key in doubtful and by_id[key].verdict == OPEN and key != after),
        None,
    )


def progress(draft: Draft) -> Progress:
    """How far the review has come."""
    every = figures(draft)
    doubtful = doubts(draft)
    left = [one for one in every if one.verdict == OPEN]
    doubtful_left = sum(one.figure.figure_id in doubtful for one in left)
    return Progress(len(every) - len(left), len(every), doubtful_left)


def _doubts(draft: Draft) -> dict[str, tuple[str, ...]]:
    failing = {key for one in relations(draft) if not one.holds for key in (one.whole, *one.parts)}
    every = {
        one.figure.figure_id: _reasons(one.figure, one.figure.figure_id in failing)
        for one in figures(draft)
        if one.verdict != REJECTED
    }
    return {key: found for key, found in every.items() if found}


def _reasons(figure: Figure, fails: bool) -> tuple[str, ...]:
    unsure = [f"unsure_{column}" for column in (figure.unsure or "").split()]
    low, high = figure.value_low, figure.value_high
    holding = {
        "two_readings": "value=two readings" in (figure.reasons or ""),
        "vague": figure.kind == "vague",
        "bounds_crossed": None not in (low, high) and low > high,
        "unit_unknown": figure.unit == UNKNOWN_UNIT,
        "topic_unknown": figure.topic == "other",
        "year_unknown": (figure.date_partial or "").startswith("X"),
        "sum_fails": fails,
    }
    return (*unsure, *(reason for reason, holds in holding.items() if holds))
