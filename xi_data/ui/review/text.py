"""The text with its proposals as marks, walked and decided by mouse or by keyboard."""

import json
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from xi_data.locale import Translator
from xi_data.matching.highlight import visible
from xi_data.reading.text import paragraphs
from xi_data.review.deciding import figures
from xi_data.review.doubts import doubts
from xi_data.review.draft import Draft
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED, Reviewed
from xi_data.review.parts import Part, part_with, parts
from xi_data.ui.review import steps
from xi_data.ui.review.quiet_button import quiet_button
from xi_data.ui.review.reasons import doubt_words, reasons
from xi_data.ui.state import keys
from xi_data.ui.widgets.headings import aside

_ASSETS = Path(__file__).parent
_proposals = st.components.v2.component(
    "proposals",
    css=(_ASSETS / "proposals.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "proposals.js").read_text(encoding="utf-8"),
)
_SIGNS = {OPEN: "", ACCEPTED: "✓", REJECTED: "✕"}

_Run = list[Any]


def text(
    t: Translator,
    draft: Draft,
    shown: str | None,
    among: Collection[str],
    act: Callable[[Mapping[str, Any]], None],
) -> None:
    """The part of a draft's text with the figure on show; without a text, its mentions alone.

    shown: key of the figure on show. among: keys of those that the filter leaves, which the arrows
    walk. act: callback with what a person did: {act, key}, or {act: "add", span}.
    """
    every, number = parts(draft), part_with(draft, shown)
    _other_parts(t, draft, number, among)
    drawn = _lines(t, draft, every[number], shown, among)
    data = {
        "key": zlib.crc32(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass")),
        "lines": drawn,
        "selected": shown,
        "beyond": _beyond(draft, every[number], among),
        "addable": draft.text is not None,
        "add": t("Add the marked words as a figure"),
        "name": t("The text with its proposals"),
    }
    _proposals(
        data=data,
        key=keys.PROPOSALS,
        on_act_change=lambda: act(st.session_state[keys.PROPOSALS]["act"]),
    )


@cache
def verdict_words(t: Translator) -> dict[str, str]:
    """Verdict to its words."""
    return {OPEN: t("open"), ACCEPTED: t("accepted"), REJECTED: t("rejected")}


def _lines(
    t: Translator,
    draft: Draft,
    part: Part,
    shown: str | None,
    among: Collection[str],
) -> list[dict[str, Any]]:
    """Runs of each line: start, words, and of a mark key, description, sign and look."""
    every = figures(draft)[part.first : part.last]
    marks = [(one.figure.start, one.figure.end, _mark(t, draft, one, among)) for one in every]
    looked_at = next((one.figure for one in every if one.figure.figure_id == shown), None)
    if draft.text is None:
        return _mentions(every, marks)
    if looked_at:
        marks += _because(looked_at, [(start, end) for start, end, _ in marks])
    marks.sort(key=lambda mark: mark[:2])
    words = visible(draft.text[part.start : part.end])
    found, at = [], 0
    for number, (begin, end) in _lines_of(part, draft.text):
        runs: list[_Run] = []
        place = begin
        while at < len(marks) and marks[at][0] < end:
            start, stop, mark = marks[at]
            at += 1
            if start < place:  # words that another mark has taken
                continue
            runs += _run_between(words, part, place, start)
            runs.append([start, words[start - part.start : stop - part.start], *mark])
            place = stop
        runs += _run_between(words, part, place, end)
        found.append({"number": number, "runs": runs})
    return found


def _lines_of(part: Part, text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Number and place of each line of a part, of a line that is cut as far as it is in it."""
    for number, (begin, end) in enumerate(paragraphs(text), start=1):
        last = begin == part.end == len(text)
        if part.start <= end and (begin < part.end or last):
            yield number, (max(begin, part.start), min(end, part.end))


def _run_between(seen: str, part: Part, start: int, end: int) -> list[_Run]:
    """The run between two marks, if there is one. seen: the text of the part."""
    between = seen[start - part.start : end - part.start] if start < end else ""
    return [[start, between, "", "", "", ""]] if between else []


def _other_parts(t: Translator, draft: Draft, number: int, among: Collection[str]) -> None:
    """Which part of a long text is on show, and steps to its neighbours."""
    every = parts(draft)
    if len(every) == 1:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for way, other, label, icon in (
            ("earlier", number - 1, t("Earlier part"), "arrow_upward"),
            ("later", number + 1, t("Later part"), "arrow_downward"),
        ):
            is_there = 0 <= other < len(every)
            first = _first_of(draft, every[other], among) if is_there else None
            quiet_button(label, icon, way, steps.show, first, possible=is_there)
        aside(t("Part {number} of {all} of the text", number=number + 1, all=len(every)))


def _first_of(draft: Draft, part: Part, among: Collection[str]) -> str:
    """The first figure of a part, of those that the filter leaves if it leaves any."""
    inside = list(draft.state.numbers)[part.first : part.last]
    return next((key for key in inside if key in among), inside[0])


def _beyond(draft: Draft, part: Part, among: Collection[str]) -> dict[str, str | None]:
    """Where a key of the keyboard leads that leads out of the part."""
    order = list(draft.state.numbers)
    before = [key for key in order[: part.first] if key in among]
    behind = [key for key in order[part.last :] if key in among]
    return {
        "ArrowLeft": before[-1] if before else None,
        "ArrowRight": behind[0] if behind else None,
        "Home": before[0] if before else None,
        "End": behind[-1] if behind else None,
    }


def _mark(t: Translator, draft: Draft, reviewed: Reviewed, among: Collection[str]) -> _Run:
    """Key, description, sign and look of the mark of a figure."""
    key = reviewed.figure.figure_id
    doubtful = doubts(draft).get(key, ()) if reviewed.verdict == OPEN else ()
    names = doubt_words(t)
    said = [
        reviewed.figure.mention,
        verdict_words(t)[reviewed.verdict],
        *(names[why] for why in doubtful),
    ]
    if reviewed.changed:
        said.append(t("changed"))
    sign = _SIGNS[reviewed.verdict] + ("?" if doubtful else "") + ("✎" if reviewed.changed else "")
    look = [
        reviewed.verdict,
        *(["doubtful"] if doubtful else []),
        *([] if key in among else ["dim"]),
    ]
    return [key, ", ".join(said), sign, " ".join(look)]


def _because(figure: Any, taken: list[tuple[int, int]]) -> list[tuple[int, int, _Run]]:
    """The words that decided something about a figure, where no figure has them."""
    places = {(one.start, one.end) for one in reasons(figure.reasons)}
    return [
        (start, end, ["", "", "", "because"])
        for start, end in sorted(places)
        if not any(start < stop and begin < end for begin, stop in taken)
    ]


def _mentions(
    every: Sequence[Reviewed], marks: list[tuple[int, int, _Run]]
) -> list[dict[str, Any]]:
    """The mentions of each paragraph, where a package came without its text."""
    lines: dict[int, list[_Run]] = {}
    for one, (start, _, mark) in zip(every, marks, strict=True):
        runs = lines.setdefault(one.figure.paragraph, [])
        if runs:
            runs.append([start - 1, " … ", "", "", "", ""])
        runs.append([start, visible(one.figure.mention), *mark])
    return [{"number": number, "runs": runs} for number, runs in lines.items()]
