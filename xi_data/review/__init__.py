"""Review: proposals of the machine, decisions of a person on them, and the package they make."""

from xi_data.review.deciding import (
    accept,
    change,
    figure,
    figures,
    redo,
    reject,
    reopen,
    undo,
)
from xi_data.review.doubts import Progress, doubts, next_doubtful, progress, sure
from xi_data.review.draft import Decision, Described, Draft, describe, draft_of
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED, Reviewed
from xi_data.review.guesses import Guess, guesses_of
from xi_data.review.marking import add, excused, merge, sentence_of, split
from xi_data.review.promote import promote
from xi_data.review.sums import Relation, relations
from xi_data.review.taking_up import taken_up
from xi_data.review.written import CHANGEABLE, VOCABULARIES, WrongValueError

__all__ = [
    "ACCEPTED",
    "CHANGEABLE",
    "Decision",
    "Described",
    "Draft",
    "Guess",
    "OPEN",
    "Progress",
    "REJECTED",
    "Relation",
    "Reviewed",
    "VOCABULARIES",
    "WrongValueError",
    "accept",
    "add",
    "change",
    "describe",
    "doubts",
    "draft_of",
    "excused",
    "figure",
    "figures",
    "guesses_of",
    "merge",
    "next_doubtful",
    "progress",
    "promote",
    "redo",
    "reject",
    "relations",
    "reopen",
    "sentence_of",
    "split",
    "sure",
    "taken_up",
    "undo",
]
