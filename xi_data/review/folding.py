"""Figures as decisions leave them: each decision takes rows or columns and puts others there."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from typing import Any, Protocol

from xi_data.record.figures import Excused, Figure, columns, row_of

OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"
"""Verdicts on a figure."""

BY_PEOPLE = ("two_people", "reviewed")
"""Readings of figures that a person has vouched for."""

_COLUMNS = {record: tuple(columns(record)) for record in (Figure, Excused)}
_PROVENANCE = ("reading", "reasons", "unsure")
_COMPARED = [field.name for field in fields(Figure) if field.name not in _PROVENANCE]


class Step(Protocol):
    """A decision, as far as its effect goes."""

    decision: str
    before: str
    after: str
    reason: str

    @property
    def figure_ids(self) -> tuple[str, ...]:
        """The keys that it is about."""


@dataclass(frozen=True)
class Reviewed:
    """A figure as it is now. verdict: open, accepted or rejected, with the reason of the last.

    proposed: what the machine proposed under this key, None where a person made it.
    """

    figure: Figure
    verdict: str
    reason: str
    proposed: Figure | None

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """Columns that differ from the proposal, in the order of the record."""
        if self.proposed is None or self.proposed is self.figure:
            return ()
        return tuple(
            one for one in _COMPARED if getattr(self.figure, one) != getattr(self.proposed, one)
        )


Known = dict[Any, tuple[Sequence[Figure], Any]]
"""What was computed last of some figures, under a name: those figures, and what they gave."""


class State:
    """Figures by key; in the order of the text when they are asked for as a tuple.

    known: what earlier states of the same bulletin computed, which goes from one to the next.
    """

    def __init__(self, by_id: dict[str, Reviewed], known: Known):
        self.by_id, self.known = by_id, known

    @cached_property
    def in_order(self) -> tuple[Reviewed, ...]:
        """All figures, rejected ones included, in the order of the text."""
        return tuple(sorted(self.by_id.values(), key=lambda one: _place(one.figure)))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Key of each figure to its number in that order, from 0."""
        return {one.figure.figure_id: number for number, one in enumerate(self.in_order)}

    def after(self, step: Step) -> "State":
        """The state that a decision makes of this one."""
        by_id = dict(self.by_id)
        _apply(by_id, step)
        return State(by_id, self.known)

    def computed(
        self, name: Any, of: Sequence[Figure], compute: Callable[[Sequence[Figure]], Any]
    ) -> Any:
        """What compute gives of some figures, and of nothing else: computed anew where, under this
        name, they are not those of the state before. A decision leaves most figures as they were.
        """
        known = self.known.get(name)
        if known is None or known[0] != of:
            known = self.known[name] = (of, compute(of))
        return known[1]


def folded(proposals: Iterable[Figure], steps: Iterable[Step], known: Known | None = None) -> State:
    """The state of proposals after these decisions. known: of a state of the same bulletin.

    Raises KeyError and ValueError for decisions that are none of these proposals.
    """
    by_id = {one.figure_id: _proposal(one) for one in proposals}
    for step in steps:
        _apply(by_id, step)
    return State(by_id, {} if known is None else known)


def unfolded(standing: Iterable[Figure], steps: Sequence[Step]) -> list[Figure]:
    """The proposals that these decisions made of the figures that are left, in the order of the
    text. Raises KeyError and ValueError for decisions that did not."""
    by_id = {one.figure_id: one for one in standing}
    for step in reversed(steps):
        _take_back(by_id, step)
    return sorted(by_id.values(), key=_place)


def _take_back(by_id: dict[str, Figure], step: Step) -> None:
    """Change figures to what they were before a decision; one that was rejected is not there."""
    keys = step.figure_ids
    if step.decision in ("accept", "change") or (step.decision == "reopen" and step.before):
        for key, told in zip(keys, columns_of(step.before, len(keys)), strict=True):
            by_id[key] = replace(by_id[key], **told)
        return
    after = keys if step.decision == "reopen" else [one.figure_id for one in rows_of(step.after)]
    for key in after:
        del by_id[key]
    by_id |= {one.figure_id: one for one in rows_of(step.before)}


def _place(figure: Figure) -> tuple[int, str]:
    return figure.start, figure.figure_id


def _proposal(figure: Figure) -> Reviewed:
    return Reviewed(figure, ACCEPTED if figure.reading in BY_PEOPLE else OPEN, "", figure)


def _apply(by_id: dict[str, Reviewed], step: Step) -> None:
    """Change figures as a decision does."""
    keys = step.figure_ids
    if step.decision in ("accept", "change", "reopen"):
        verdict = {"accept": ACCEPTED, "reopen": OPEN}.get(step.decision)
        for key, told in zip(keys, columns_of(step.after, len(keys)), strict=True):
            one = by_id[key]
            by_id[key] = replace(
                one, figure=replace(one.figure, **told), verdict=verdict or one.verdict, reason=""
            )
    elif step.decision == "reject":
        for key in keys:
            by_id[key] = replace(by_id[key], verdict=REJECTED, reason=step.reason)
    else:
        origins = {one.figure_id: by_id.pop(one.figure_id).proposed for one in rows_of(step.before)}
        for one in rows_of(step.after):
            by_id[one.figure_id] = Reviewed(one, OPEN, "", origins.get(one.figure_id))


def cells(row: Figure | Excused) -> dict[str, Any]:
    """A row as JSON has it: its columns, dates as text, nothing for None."""
    told = zip(_COLUMNS[type(row)], row_of(row), strict=True)
    return {key: _plain(value) for key, value in told if value is not None}


def json_of(content: Any) -> str:
    """What a decision keeps, as text."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain)


@cache
def _date_columns() -> frozenset[str]:
    return frozenset(one.name for one in fields(Figure) if one.type == datetime.date | None)


def columns_of(text: str, number: int) -> list[dict[str, Any]]:
    """Columns of each of so many figures: one object holds for all of them."""
    if not text:
        return [{}] * number
    told = json.loads(text)
    return [_typed(told)] * number if isinstance(told, dict) else [_typed(one) for one in told]


def rows_of(text: str) -> list[Figure]:
    """The figures among the rows that a decision keeps."""
    return [_figure(one) for one in _rows(text) if "figure_id" in one]


def excused_rows_of(text: str) -> list[Excused]:
    """The excused numerals among the rows that a decision keeps."""
    return [Excused(**one) for one in _rows(text) if "figure_id" not in one]


def _rows(text: str) -> Iterator[dict[str, Any]]:
    yield from json.loads(text) if text else ()


def _figure(told: dict[str, Any]) -> Figure:
    return Figure(**dict.fromkeys(one.name for one in fields(Figure)) | _typed(told))


def _typed(told: dict[str, Any]) -> dict[str, Any]:
    return {
        key: datetime.date.fromisoformat(value) if value and key in _date_columns() else value
        for key, value in told.items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
