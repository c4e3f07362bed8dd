"""What a person should look at twice, and how far she has come."""

from collections.abc import Sequence
from typing import NamedTuple

from xi_data.corpus.labels import UNKNOWN_UNIT
from xi_data.record.figures import Figure
from xi_data.review.deciding import figures, others_behind
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
    doubtful, by_id = doubts(draft), draft.state.by_id
    return next(
        (
            key
            for key in others_behind(draft, after)
            if key in doubtful and by_id[key].verdict == OPEN
        ),
        None,
    )


def progress(draft: Draft) -> Progress:
    """How far the review has come. Computed once for each state of a draft."""
    return draft.once("_progress", _progress)


def _progress(draft: Draft) -> Progress:
    every = figures(draft)
    doubtful = doubts(draft)
    left = [one for one in every if one.verdict == OPEN]
    doubtful_left = sum(one.figure.figure_id in doubtful for one in left)
    return Progress(len(every) - len(left), len(every), doubtful_left)


def _doubts(draft: Draft) -> dict[str, tuple[str, ...]]:
    failing = {key for one in relations(draft) if not one.holds for key in (one.whole, *one.parts)}
    found = {}
    for one in figures(draft):
        if one.verdict != REJECTED:
            key = one.figure.figure_id
            reasons = draft.state.computed(key, (one.figure,), _reasons)
            if "topic" in one.changed:  # that it is none of the others is what a person says
                reasons = tuple(why for why in reasons if why != "topic_unknown")
            if key in failing:
                reasons = (*reasons, "sum_fails")
            if reasons:
                found[key] = reasons
    return found


def _reasons(of: Sequence[Figure]) -> tuple[str, ...]:
    """Why a figure is doubtful, as far as it shows by itself."""
    [figure] = of
    unsure = [f"unsure_{column}" for column in (figure.unsure or "").split()]
    low, high = figure.value_low, figure.value_high
    holding = {
        "two_readings": "value=two readings" in (figure.reasons or ""),
        "vague": figure.kind == "vague",
        "bounds_crossed": None not in (low, high) and low > high,
        "unit_unknown": figure.unit == UNKNOWN_UNIT,
        "topic_unknown": figure.topic == "other",
        "year_unknown": (figure.date_partial or "").startswith("X"),
    }
    return (*unsure, *(reason for reason, holds in holding.items() if holds))
