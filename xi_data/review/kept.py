"""A draft in two parts: a package as it was brought, and the decisions since, which are light."""

import base64
from collections.abc import Sequence
from dataclasses import astuple, replace
from typing import Any

from xi_data.record.errors import DataError, Message
from xi_data.record.tables import DECISIONS_FILE, TABLES
from xi_data.review.draft import Decision, Draft
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up

_BROUGHT = ("row", "lines", "text", "proposals", "excused", "carried")
_WIDTH = len(astuple(Decision("", "")))


def same_package(draft: Draft, other: Draft) -> bool:
    """Whether these differ in their decisions alone: two states of one draft share the rest."""
    return all(getattr(draft, name) is getattr(other, name) for name in _BROUGHT)


def package_of(draft: Draft) -> str:
    """The package of a draft with its text and without its decisions, in base64."""
    package = promote(replace(draft, decisions=(), undone=()), with_text=True)
    return base64.b64encode(package).decode()


def steps_of(draft: Draft) -> list[tuple[str, ...]]:
    """The decisions of a draft, each as its fields. What was taken back is left out."""
    return [astuple(one) for one in draft.decisions]


def decision_characters(draft: Draft) -> int:
    """Of all its decisions, those that were taken back included."""
    return draft.once("_decision_characters", _characters)


def _characters(draft: Draft) -> int:
    steps = (*draft.decisions, *draft.undone)
    return sum(len(f"{one.figure_id}{one.before}{one.after}{one.reason}") for one in steps)


def put_together(package: str, steps: Sequence[Any]) -> Draft:
    """The draft of both parts, with all that is asked of a package. Raises DataError."""
    try:
        [draft] = taken_up(base64.b64decode(package, validate=True))
    except ValueError:
        expected = Message("a package of one bulletin, in base64")
        raise DataError("package.zip", 1, "", "", expected) from None
    try:
        decided = replace(draft, decisions=draft.decisions + tuple(map(_decision, steps)))
        again = promote(decided, with_text=True)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        expected = Message("decisions that lead to the figures of {file}", file=TABLES["figures"])
        raise DataError(DECISIONS_FILE, 1, "", "", expected) from None
    [checked] = taken_up(again)
    return checked


def _decision(step: Any) -> Decision:
    """Raises ValueError for what is no step."""
    if len(step) != _WIDTH or not all(isinstance(cell, str) for cell in step):
        raise ValueError(f"{step!r}: expected {_WIDTH} strings")
    return Decision(*step)
