"""What a person does with proposals: callbacks, each keeping the draft that follows."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import streamlit as st

from xi_data import limits
from xi_data.locale import Translator
from xi_data.record.errors import shortened, worded
from xi_data.review import deciding, marking
from xi_data.review.doubts import next_doubtful, sure
from xi_data.review.draft import Draft
from xi_data.review.folding import OPEN
from xi_data.review.kept import decision_characters
from xi_data.review.promote import UNTOLD
from xi_data.review.written import RefusedError, WrongValueError
from xi_data.ui.state import brought, keys


def current() -> Draft | None:
    """The draft under review, if there is one."""
    return brought.drafts().get(st.session_state.get(keys.REVIEWED, ""))


def shown(draft: Draft) -> str | None:
    """Key of the figure on show: the one that was picked, else the first doubtful, else the first.

    None for a draft without figures.
    """
    picked = st.session_state.get(keys.PROPOSAL)
    if picked in draft.state.by_id:
        return picked
    first = next((one.figure.figure_id for one in deciding.figures(draft)), None)
    return next_doubtful(draft) or first


def begin(bulletin_id: str) -> None:
    """Callback: review this bulletin; "" for none."""
    st.session_state[keys.REVIEWED] = bulletin_id
    st.session_state[keys.PROPOSAL] = None


def show(figure_id: str | None) -> None:
    """Callback: look at this figure."""
    st.session_state[keys.PROPOSAL] = figure_id


def take(t: Translator, step: Callable[[Draft], Draft]) -> None:
    """Callback: keep the draft that a step makes; where it cannot be made, say why."""
    draft = current()
    if draft is None:
        return
    try:
        new = step(draft)
    except (RefusedError, WrongValueError) as error:
        st.session_state[keys.REVIEW_ERROR] = _why(t, error)
        return
    if decision_characters(new) > decision_characters(draft) and not brought.can_decide(new):
        st.session_state[keys.REVIEW_ERROR] = t(
            "This was not taken: the decisions of one session may have {most} characters in all. "
            "All before it are here: download them, remove a bulletin that is done, and go on.",
            most=t.number(limits.DECISION_CHARACTERS),
        )
        return
    brought.hold(new)
    fresh = [key for key in new.state.by_id if key not in draft.state.by_id]
    if fresh:
        show(fresh[0])


def add_mention(draft: Draft, mention: str) -> Draft:
    """The draft with a figure more: that of this mention, where it stands without one.

    Raises ValueError where it stands nowhere, or only in figures.
    """
    text, at, last = draft.text or "", -1, None
    while (at := text.find(mention, at + 1)) >= 0:
        try:
            return marking.add(draft, at, at + len(mention))
        except ValueError as error:
            last = error
    raise last or RefusedError("{words} is not in the text", words=repr(mention))


def decide(t: Translator, act: str, figure_id: str, among: Collection[str], why: str = "") -> None:
    """Callback: accept, reject or reopen a figure; after a verdict the next open one is shown."""
    steps = {
        "accept": lambda draft: deciding.accept(draft, figure_id),
        "reject": lambda draft: deciding.reject(draft, figure_id, why or UNTOLD),
        "reopen": lambda draft: deciding.reopen(draft, figure_id),
    }
    take(t, steps[act])
    draft = current()
    if draft is not None and draft.state.by_id[figure_id].verdict != OPEN:
        show(_next_open(draft, figure_id, among) or figure_id)


def back_or_forth(t: Translator, act: str) -> None:
    """Callback: undo or redo one step, and look at what it was about."""
    draft = current()
    if draft is None or not (steps := draft.decisions if act == "undo" else draft.undone):
        return
    take(t, getattr(deciding, act))
    if len(steps[-1].figure_ids) == 1:
        show(steps[-1].figure_ids[0])


def accept_sure(t: Translator) -> None:
    """Callback: accept all open figures that nothing speaks against, in one step."""
    take(t, lambda draft: deciding.accept(draft, *sure(draft)))
    if (draft := current()) and (doubtful := next_doubtful(draft)):
        show(doubtful)


def to_doubtful(figure_id: str | None) -> None:
    """Callback: look at the next doubtful figure."""
    if (draft := current()) and (found := next_doubtful(draft, figure_id)):
        show(found)


def acted(t: Translator, among: Collection[str], done: Mapping[str, Any]) -> None:
    """What was done in the text, as its component tells it."""
    act, key = done["act"], str(done.get("key", ""))
    draft = current()
    if draft is None:
        return
    if act == "add":
        start, end = done["span"]
        take(t, lambda one: marking.add(one, int(start), int(end)))
    elif act in ("undo", "redo"):
        back_or_forth(t, act)
    elif key not in draft.state.by_id:
        return
    elif act in ("accept", "reject", "reopen"):
        decide(t, act, key, among)
    elif act == "next":
        to_doubtful(key)
    else:
        show(key)


def _next_open(draft: Draft, after: str, among: Collection[str]) -> str | None:
    by_id = draft.state.by_id
    behind = deciding.others_behind(draft, after)
    return next((key for key in behind if key in among and by_id[key].verdict == OPEN), None)


def _why(t: Translator, error: RefusedError | WrongValueError) -> str:
    """Why a step could not be made, in the reader's language."""
    if isinstance(error, WrongValueError):
        value, expected = shortened(str(error.value)), worded(error.expected, t)
        return t("“{value}” was not taken; expected: {what}.", value=value, what=expected)
    return t("That cannot be done: {why}", why=shortened(error.in_words(t)))
