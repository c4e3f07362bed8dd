"""Decisions on figures, each a new draft: accept, reject, change, reopen; undo and redo."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from xi_data.record.figures import Figure
from xi_data.review import values
from xi_data.review.draft import Decision, Draft
from xi_data.review.folding import OPEN, REJECTED, Reviewed, cells, folded, json_of
from xi_data.review.written import RefusedError


def figures(draft: Draft) -> tuple[Reviewed, ...]:
    """Every figure as the decisions leave it, rejected ones too, in the order of the text."""
    return draft.state.in_order


def figure(draft: Draft, figure_id: str) -> Reviewed:
    """One figure as the decisions leave it. Raises ValueError for a key that is none."""
    try:
        return draft.state.by_id[figure_id]
    except KeyError:
        raise RefusedError(
            "figure_id = {key}: expected a figure of this bulletin", key=repr(figure_id)
        ) from None


def others_behind(draft: Draft, after: str | None) -> Iterator[str]:
    """Keys of all other figures in the order of the text, from one on and then from the beginning;
    of all where it is none."""
    keys, at = list(draft.state.numbers), draft.state.numbers.get(after)
    if at is None:
        return iter(keys)
    return chain(keys[at + 1 :], keys[:at])


def accept(draft: Draft, *figure_ids: str) -> Draft:
    """The draft with these open figures accepted, all in one step; others stay as they are.

    Raises ValueError for a key that is none, and for a figure that another one overlaps.
    """
    chosen = [one for one in (figure(draft, key) for key in figure_ids) if one.verdict == OPEN]
    if not chosen:
        return draft
    before = [{"reading": one.figure.reading} for one in chosen]
    keys = " ".join(dict.fromkeys(one.figure.figure_id for one in chosen))
    alike = all(one == before[0] for one in before)
    told = json_of(before[0] if alike else before)
    return decided(draft, Decision(keys, "accept", told, json_of({"reading": "reviewed"})))


def reject(draft: Draft, figure_id: str, reason: str) -> Draft:
    """The draft with a figure rejected; reason: a key of excuse_reasons.csv, or words.

    Raises ValueError for a key that is none.
    """
    one = figure(draft, figure_id)
    if one.verdict == REJECTED and one.reason == reason:
        return draft
    told = json_of([cells(one.figure)])
    reason = " ".join(reason.encode(errors="replace").decode().split())
    return decided(draft, Decision(figure_id, "reject", told, reason=reason))


def reopen(draft: Draft, figure_id: str) -> Draft:
    """The draft with the verdict on a figure taken back; what was changed in it stays.

    Raises ValueError for a key that is none, and for a rejected figure whose words another has.
    """
    one = figure(draft, figure_id)
    if one.verdict == OPEN:
        return draft
    if one.verdict == REJECTED:
        require_free(draft, one.figure.start, one.figure.end)
        row = cells(one.figure) | {"reading": "machine"}
        return decided(draft, Decision(figure_id, "reopen", "", json_of([row])))
    told = json_of({"reading": one.figure.reading})
    return decided(draft, Decision(figure_id, "reopen", told, json_of({"reading": "machine"})))


def change(draft: Draft, figure_id: str, told: Mapping[str, Any]) -> Draft:
    """The draft with other values in columns of a figure, as values.changed sets them.

    Raises values.WrongValueError, and ValueError for a key that is none or was rejected.
    """
    one = figure(draft, figure_id)
    if one.verdict == REJECTED:
        raise RefusedError("{figure} is rejected: reopen it first", figure=repr(one.figure.mention))
    return decided(draft, changing(one.figure, values.changed(one.figure, told, draft.vocabulary)))


def changing(old: Figure, new: Figure) -> Decision | None:
    """The decision that makes one figure of another; None where they are the same."""
    names = [one.name for one in fields(Figure) if getattr(old, one.name) != getattr(new, one.name)]
    if not names:
        return None
    before, after = ({name: getattr(one, name) for name in names} for one in (old, new))
    return Decision(old.figure_id, "change", json_of(before), json_of(after))


def undo(draft: Draft) -> Draft:
    """The draft without its last decision; itself where there is none."""
    if not draft.decisions:
        return draft
    *earlier, last = draft.decisions
    new = replace(draft, decisions=tuple(earlier), undone=(*draft.undone, last))
    new.__dict__["state"] = folded(new.proposals, earlier, draft.state.known)
    return new


def redo(draft: Draft) -> Draft:
    """The draft with the decision that was undone last; itself where there is none."""
    if not draft.undone:
        return draft
    *others, last = draft.undone
    return replace(decided(draft, last), undone=tuple(others))


def decided(draft: Draft, decision: Decision | None) -> Draft:
    """The draft with one decision more, and none that could be redone."""
    if decision is None:
        return draft
    new = replace(draft, decisions=(*draft.decisions, decision), undone=())
    # What the decision makes of the state is known: nothing is folded again from the beginning.
    new.__dict__["state"] = draft.state.after(decision)
    return new


def require_free(draft: Draft, start: int, end: int, *but: str) -> None:
    """Raise ValueError where a figure has words here, but for these and for rejected ones."""
    for one in figures(draft):
        other = one.figure
        if one.verdict == REJECTED or other.figure_id in but:
            continue
        if other.start < end and start < other.end:
            raise RefusedError(
                "{figure} at {start} is a figure already: change it, or reject it first",
                figure=repr(other.mention),
                start=other.start,
            )
