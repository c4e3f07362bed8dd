"""Checks against a text of the bulletin: what only the words themselves can prove."""

import hashlib
from collections.abc import Iterator

from xi_data.checks.facts import Facts
from xi_data.checks.record import DATA_ERROR, DIFFERS, HOLDS, NOT_RUN, TEXT_KINDS, Check
from xi_data.matching.align import verify
from xi_data.reading.text import NUMERAL, context_hash
from xi_data.record.figures import Excused, Figure

Faults = tuple[list[Figure], list[tuple[int, int]]]
"""Figures that break a rule, and half-open places that no figure stands for."""


def against(facts: Facts, text: str | None) -> Iterator[Check]:
    """Copy, places, neighbours and coverage of a bulletin; not run without a text of it.

    On the copy that positions were made on, a figure that is not at its place is an error of ours.
    On another copy figures may move, and one that is missing says something of that copy.
    """
    every = tuple(facts.figures)
    if text is None:
        for kind in TEXT_KINDS:
            yield Check(kind, kind, NOT_RUN, every)
        return
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    same = facts.bulletin["sha256"] == digest
    fault = DATA_ERROR if same else DIFFERS
    yield Check("copy", "copy", HOLDS if same else DIFFERS, every)
    for kind, (failures, places) in (_at_home if same else _in_copy)(facts, text).items():
        failed = tuple(one.figure_id for one in failures)
        verdict = fault if failed or places else HOLDS
        yield Check(kind, kind, verdict, every, failures=failed, spans=tuple(places))


def _at_home(facts: Facts, text: str) -> dict[str, Faults]:
    """Kind to the faults in the text that positions were made on."""
    figures = [*facts.figures.values()]
    spans = [(one.start, one.end) for one in [*figures, *facts.excused]]
    return {
        "place": (
            [one for one in figures if not _stands(text, one)],
            [(one.start, one.end) for one in facts.excused if not _stands(text, one)],
        ),
        "context": (
            [one for one in figures if context_hash(text, one.start, one.end) != one.context_hash],
            [],
        ),
        "coverage": (
            [],
            [
                numeral.span()
                for numeral in NUMERAL.finditer(text)
                if sum(a <= numeral.start() and numeral.end() <= b for a, b in spans) != 1
            ],
        ),
    }


def _stands(text: str, figure: Figure | Excused) -> bool:
    return text[figure.start : figure.end] == figure.mention


def _in_copy(facts: Facts, text: str) -> dict[str, Faults]:
    """Kind to what is missing in another copy."""
    found = verify(text, [*facts.figures.values()], facts.excused)
    return {
        "place": ([one.figure for one in found.verdicts if one.verdict == "missing"], []),
        "context": ([one.figure for one in found.verdicts if one.proof == "order"], []),
        "coverage": ([], found.uncovered),
    }
