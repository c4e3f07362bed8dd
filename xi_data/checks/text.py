"""Checks against a text of the bulletin: what only the words themselves can prove."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from xi_data.checks.facts import Facts
from xi_data.checks.record import DATA_ERROR, DIFFERS, HOLDS, NOT_RUN, TEXT_KINDS, Check
from xi_data.matching.align import verify
from xi_data.reading.text import NUMERAL, context_hash


def against(facts: Facts, text: str | None) -> Iterator[Check]:
    """Copy, places, neighbours and coverage; not run without the text.

    On the copy that positions were made on, a figure that is not at its place is an error of ours.
    On another copy figures may move, and one that is missing says something of that copy.
    """
    if text is None:
        for kind in TEXT_KINDS:
            yield Check(kind, kind, NOT_RUN, tuple(facts.figures))
        return
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    bulletin_id = next(
        (key for key, row in facts.bulletins.items() if row["sha256"] == digest),
        next(iter(facts.bulletins)),
    )
    same = facts.bulletins[bulletin_id]["sha256"] == digest
    figures = [one for one in facts.figures.values() if one.bulletin_id == bulletin_id]
    excused = [one for one in facts.excused if one.bulletin_id == bulletin_id]
    if same:
        absent = [one for one in figures if text[one.start : one.end] != one.mention]
        strangers = [
            one for one in figures if context_hash(text, one.start, one.end) != one.context_hash
        ]
        spans = [(one.start, one.end) for one in [*figures, *excused]]
        uncovered = [
            numeral.span()
            for numeral in NUMERAL.finditer(text)
            if sum(a <= numeral.start() and numeral.end() <= b for a, b in spans) != 1
        ]
        misplaced = [
            (one.start, one.end) for one in excused if text[one.start : one.end] != one.mention
        ]
    else:
        found = verify(text, figures, excused)
        absent = [one.figure for one in found.verdicts if one.verdict == "missing"]
        strangers = [one.figure for one in found.verdicts if one.proof == "order"]
        uncovered, misplaced = found.uncovered, []
    every = tuple(one.figure_id for one in figures)

    def check(kind: str, failures: Iterable[Any] = (), places: Iterable = ()) -> Check:
        failed = tuple(one.figure_id for one in failures)
        fault = DATA_ERROR if same else DIFFERS
        verdict = fault if failed or places else HOLDS
        return Check(kind, kind, verdict, every, failures=failed, places=tuple(places))

    yield Check("copy", "copy", HOLDS if same else DIFFERS, every)
    yield check("place", absent, misplaced)
    yield check("context", strangers)
    yield check("coverage", places=uncovered)
