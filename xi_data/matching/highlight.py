"""A bulletin's text in runs for the eye: figures, other numerals, and the words between."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from xi_data.matching.align import Verification
from xi_data.reading.text import ReadingCopy, paragraphs

FIGURE, EXCUSED, UNCOVERED = "figure", "excused", "uncovered"
"""What a mark can stand for."""

_STRENGTH = (FIGURE, EXCUSED, UNCOVERED)  # where two overlap, the first of them wins

_TURNING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Signs that nobody sees: control characters, and those that turn the direction of writing."""

MOST_MARKS = 16
"""Marks that are drawn upon one letter: accents, vowel signs, joiners."""

_MARKS = frozenset(("Mn", "Mc", "Me", "Cf"))  # combining, and format characters between them
_NO_LETTERS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MOST_MARKS + 1},}}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A numeral's place in a text, in half-open code points.

    key: the figure's, or the reason of an excused numeral; empty where nothing covers it.
    """

    start: int
    end: int
    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that belong together; kind and key of the mark that they stand in, if any."""

    text: str
    kind: str = ""
    key: str = ""


def marks(verification: Verification) -> list[Mark]:
    """Every numeral of a verified copy, in the order of the text."""
    found = [
        Mark(one.start, one.end, FIGURE, one.figure.figure_id)
        for one in verification.verdicts
        if one.start is not None
    ]
    found += [Mark(start, end, EXCUSED, reason) for start, end, reason in verification.excused]
    found += [Mark(start, end, UNCOVERED) for start, end in verification.uncovered]
    return sorted(found, key=lambda mark: mark.start)


def lines(text: str, found: Iterable[Mark]) -> list[list[Run]]:
    """Runs of each physical line; joined they are the text without its line ends.

    Where marks overlap, a figure wins over an excused numeral, that over an uncovered one, and
    otherwise the earlier over the later. A mark across a line end is in both lines.
    """
    owner: list[Mark | None] = [None] * len(text)
    painted = sorted(found, key=lambda mark: (_STRENGTH.index(mark.kind), mark.start), reverse=True)
    for mark in painted:
        place = range(*slice(mark.start, mark.end).indices(len(text)))
        owner[place.start : place.stop] = [mark] * len(place)
    cut = []
    for start, end in paragraphs(text):
        runs = []
        for _, places in groupby(range(start, end), lambda place: id(owner[place])):
            first, *rest = places
            words = text[first : first + 1 + len(rest)]
            mark = owner[first]
            runs.append(Run(words, mark.kind, mark.key) if mark else Run(words))
        cut.append(runs)
    return cut


def in_copy(copy: ReadingCopy, found: Sequence[Mark]) -> list[Mark]:
    """Marks in a text, at their places in its reading copy's words."""
    length = len(copy.words)

    def copied(place: int) -> int:
        return bisect_left(range(length), place, key=lambda at: copy.place(at, at + 1)[0])

    return [replace(mark, start=copied(mark.start), end=copied(mark.end)) for mark in found]


def visible(text: str) -> str:
    """The text, one character for one; � for signs that nobody would see, and for marks piled up.

    A browser takes minutes to pile a hundred thousand marks upon one letter.
    """
    return unpiled(_TURNING.sub("�", text))


def unpiled(text: str) -> str:
    """The text, one character for one, with at most MOST_MARKS marks upon each letter, � for more.

    Unicode calls a text safe to pass on that has at most 30 (UAX 15, stream-safe); no writing in
    use has more than 16.
    """
    return _NO_LETTERS.sub(lambda run: "".join(_unpiled(run[0])), text)


def _unpiled(run: str) -> Iterator[str]:
    marks = 0
    for sign in run:
        marks = marks + 1 if unicodedata.category(sign) in _MARKS else 0
        yield sign if marks <= MOST_MARKS else "�"
